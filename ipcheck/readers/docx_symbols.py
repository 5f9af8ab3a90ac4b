"""Characters of the Symbol and Wingdings fonts, which Word keeps at U+F020 to U+F0FF, as plain Unicode."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.model import lazy

# Adobe Symbol encoding, codes 0x20–0x7E and 0xA0–0xFE; a blank inside stands for a piece of a tall bracket or
# an unused code, which has no letter of its own.
_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = {0xF020 + index: character for index, character in enumerate(_SYMBOL_LOW)}
_SYMBOL.update({0xF0A0 + index: character for index, character in enumerate(_SYMBOL_HIGH) if character != " "})

# The signs of the Wingdings fonts that drafts really hold: bullets, boxes, ticks, arrows, encircled figures.
_WINGDINGS = {
    0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖", 0xF077: "◆", 0xF09F: "•",
    0xF0A1: "○", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0AB: "★", 0xF0D8: "➢", 0xF0DF: "←", 0xF0E0: "→", 0xF0E1: "↑",
    0xF0E2: "↓", 0xF0E8: "➔", 0xF0EF: "⇦", 0xF0F0: "⇨", 0xF0FB: "✗", 0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑",
}  # fmt: skip
_WINGDINGS.update({0xF081 + index: chr(0x2460 + index) for index in range(10)})
_WINGDINGS.update({0xF08C + index: chr(0x2776 + index) for index in range(10)})
_WINGDINGS_2 = {
    0xF050: "✓", 0xF051: "☑", 0xF052: "☑", 0xF053: "☒", 0xF054: "☒", 0xF0A3: "□",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}

# The official CNIPA template sets these invisible signs around titles and paragraph numbers.
_TEMPLATE_MARKERS = frozenset("\ue201" + "".join(map(chr, range(0xE204, 0xE210))))
_ODD = lazy("[\ue000-\uf8ff\t\r\n]")
_ASCII_SIGN = lazy("[!-~]")


def symbol(code: int, font: str | None) -> str | None:
    """The Unicode character for a code of the symbol font ``font``, None if it has none that we know.

    Codes below 0x100 are taken as their twins at U+F000.
    """
    table = _FONTS.get((font or "").lower())
    return table.get(code + 0xF000 if code < 0x100 else code) if table is not None else None


def is_plain(text: str, font: str | None) -> bool:
    """Whether ``text`` of a run set in ``font`` shows as it is written."""
    if _ODD.search(text):
        return False
    return font is None or font.lower() != "symbol" or not _ASCII_SIGN.search(text)


def plain(text: str, font: str | None) -> Iterator[tuple[int, str, bool]]:
    """Cut ``text`` of a run set in ``font`` into (offset, characters, whether they are unmapped).

    Each piece is as long as its source, so offsets within it hold. Markers of the official template are left
    out; line feeds and tabs in the source are white space.
    """
    if is_plain(text, font):
        yield 0, text, False
        return
    start, piece, piece_odd = 0, "", False
    for offset, character in enumerate(text):
        shown, odd = _one(character, font)
        if piece and (not shown or odd != piece_odd):
            yield start, piece, piece_odd
            piece = ""
        if shown:
            if not piece:
                start, piece_odd = offset, odd
            piece += shown
    if piece:
        yield start, piece, piece_odd


def _one(character: str, font: str | None) -> tuple[str, bool]:
    """What one character shows as, and whether it is a private one nobody knows."""
    if character in "\t\r\n":
        return " ", False
    if character in _TEMPLATE_MARKERS:
        return "", False
    private = "\ue000" <= character <= "\uf8ff"
    if private or character.isascii():
        mapped = symbol(ord(character), font) if private or (font or "").lower() == "symbol" else None
        return (mapped, False) if mapped else (character, private)
    return character, False
