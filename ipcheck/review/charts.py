"""Charts as SVG, with their figures in words for those who cannot see them. They print in black and white."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_ROW, _LEFT, _WIDTH = 24, 250, 900
# Widths of a Chinese character that a name may take.
_EMS = 17.5
_SPAN = _WIDTH - _LEFT - 90


def bars(title: str, rows: Sequence[tuple[str, float, str]], most: float | None = None) -> str:
    """A bar a row: its name, its value (0 and up), what is written behind it."""
    top = most if most is not None else max((value for _, value, _ in rows), default=0) or 1
    shapes: list[str] = []
    for index, (name, value, words) in enumerate(rows):
        y = 30 + index * _ROW
        width = _SPAN * min(1.0, value / top)
        shapes.append(_label(name, y))
        shapes.append(f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="16" class="b"/>')
        shapes.append(f'<text x="{_LEFT + width + 6:.1f}" y="{y + 13}">{escape(words)}</text>')
    return _svg(title, shapes, len(rows))


def intervals(title: str, rows: Sequence[tuple[str, float, float, float]], low: float, high: float) -> str:
    """A point with its interval a row: name, value, lower end, upper end, on a scale from ``low`` to ``high``."""
    spread = high - low or 1

    def at(value: float) -> float:
        return _LEFT + _SPAN * (value - low) / spread

    shapes = [
        f'<line x1="{at(tick):.1f}" x2="{at(tick):.1f}" y1="26" y2="{30 + len(rows) * _ROW}" class="g"/>'
        f'<text x="{at(tick):.1f}" y="22" class="m">{tick:g}</text>'
        for tick in (low + spread * step / 5 for step in range(6))
    ]
    for index, (name, value, start, end) in enumerate(rows):
        y = 30 + index * _ROW
        shapes.append(_label(name, y))
        shapes.append(f'<line x1="{at(start):.1f}" x2="{at(end):.1f}" y1="{y + 8}" y2="{y + 8}" class="i"/>')
        shapes.append(f'<circle cx="{at(value):.1f}" cy="{y + 8}" r="4.5" class="p"/>')
        shapes.append(f'<text x="{_LEFT + _SPAN + 10}" y="{y + 13}">{value:.2f}</text>')
    return _svg(title, shapes, len(rows))


def _label(name: str, y: int) -> str:
    used, shown = 0.0, ""
    for character in name:
        used += 0.55 if character.isascii() else 1.0
        if used > _EMS:
            shown += "…"
            break
        shown += character
    return f'<text x="{_LEFT - 8}" y="{y + 13}" class="n">{escape(shown)}</text>'


def _svg(title: str, shapes: Sequence[str], rows: int) -> str:
    height = 40 + rows * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title>{"".join(shapes)}</svg>'
    )


__all__ = ["bars", "intervals"]
