"""The HTML report: one file that needs nothing else and asks nobody for anything.

Templates under ``templates/report`` make it; a firm's own go before them and may build on ours (``ipcheck/…``).
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ipcheck import __version__
from ipcheck.model import Level, Report
from ipcheck.places import shipped
from ipcheck.reporters.claim_tree import SIGN_HEADS
from ipcheck.reporters.digest import cited, room_name, visible
from ipcheck.reporters.formats import FormatError, Look
from ipcheck.reporters.html_figures import bars
from ipcheck.reporters.html_view import View
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clues, part_name, place_of, skipped, summary

_MOST_CHECKS, _TELLING = 20, 3
# So many side-by-side views are open from the start; of more, each opens by a click.
_OPEN = 20


def render(report: Report, sources: Sources, look: Look) -> str:
    """The report as one HTML file; the same report, files and templates give the same bytes.

    Raises FormatError when a template of the user's own is at fault.
    """
    environment = _environment(look.templates)
    try:
        style = _part(environment, "style.css") + _part(environment, "firm.css")
        script = _part(environment, "script.js")
        return environment.get_template("report.html").render(
            **_told(report, sources),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    except TemplateNotFound as error:
        raise FormatError(f"找不到模板 {error.name}；请检查 --templates 目录和模板里写的名字") from error
    except TemplateError as error:
        place = f"{getattr(error, 'name', None) or '模板'}第{getattr(error, 'lineno', '?')}行"
        raise FormatError(f"模板有误（{place}）：{error}；请改正 --templates 目录里的模板") from error
    except Exception as error:
        # A stranger's template may raise anything, and need not be text at all.
        if look.templates is None:
            raise
        told = "不是 UTF-8 文字" if isinstance(error, UnicodeDecodeError) else f"{type(error).__name__}: {error}"
        raise FormatError(f"模板出错（{told}）；请改正 --templates 目录里的模板") from error


def _environment(own: Path | None) -> SandboxedEnvironment:
    ours = FileSystemLoader(shipped("templates") / "report")
    loaders = [ours, PrefixLoader({"ipcheck": ours})]
    if own is not None:
        if not own.is_dir():
            raise FormatError(f"模板目录不存在：{own.as_posix()}；请改正 --templates")
        loaders.insert(0, FileSystemLoader(own))
    return SandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_final,
    )


def _final(value: Any) -> Any:
    """Every word put into the page: what cannot be seen is told, then the page's own signs are escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _part(environment: SandboxedEnvironment, name: str) -> str:
    """Style or script as it is: nothing is put into it, so that its hash stands for all of it."""
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, name)
    if "</s" in source.lower():
        raise FormatError(f"模板 {name} 里不能有“</s”：它会提前结束样式或者脚本；请改正 --templates 目录里的模板")
    return source.replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    """The page may load nothing at all; its own style and script are told by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _told(report: Report, sources: Sources) -> dict[str, Any]:
    """All that templates may speak of."""
    groups = View(report, sources).groups
    pairs = sum(record.facts.get("swaps") is not None for record in report.findings)
    checks = Counter((record.code, record.check) for record in report.findings)
    ordered = sorted(checks.items())
    parts = Counter(record.part for record in report.findings if record.part)
    most = sorted(checks.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CHECKS]
    rows = [(code, count, f"{count}") for (code, _), count in most]
    return {
        "report": report,
        "room": room_name(report.room),
        "version": __version__,
        "groups": groups,
        "levels": list(Level),
        "checks": [(code, name, count) for (code, name), count in ordered],
        "parts": [(part, part_name(part), count) for part, count in sorted(parts.items())],
        # A chart says something only where some checks have found much more than others.
        "overview": bars(rows, "发现最多的检查") if rows and rows[0][1] >= _TELLING else "",
        "summary": summary(report),
        "skipped": list(skipped(report)),
        "clues": [(code, records[0], len(records)) for code, records in clues(report).items()],
        "cited": cited(report),
        "mended": [(record, place_of(record)) for record in report.mended],
        "sign_heads": SIGN_HEADS,
        "open_views": pairs <= _OPEN,
    }


__all__ = ["render"]
