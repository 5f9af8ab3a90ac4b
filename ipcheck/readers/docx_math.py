"""Word's own formulas (OMML) as one line of text: x=(-b±√(b^2-4ac))/(2a)."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from ipcheck.model import lazy
from ipcheck.readers.docx_package import M, W

_VAL = M + "val"
_SKIPPED = frozenset((W + "del", W + "moveFrom", M + "ctrlPr", W + "rPr", M + "rPr"))
# What needs no brackets under a root, in a fraction or as an index: a number or one letter. 1/2a could be read in
# two ways, so could a_ijb. The base of an index may be a whole word: sin^2.
_ATOM = lazy(r"[\d.]+|[^\W\d_][′\u0300-\u036f]*|[∞∑∏∫]")
_WORD = lazy(r"[\w.′∞°%\u0300-\u036f]+")
_EQUATION_NUMBER = lazy(r"#\s*(?=[(（])")
_ACCENT = "\u0302"


def formula_text(element: etree._Element) -> str:
    """The text of an m:oMath or of anything inside one. Unknown structures give the text they hold."""
    return _EQUATION_NUMBER.sub(" ", _children(element))


def _children(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return "".join([_one(child) for child in element])


def _one(element: etree._Element) -> str:
    tag = element.tag
    if tag == M + "r":
        return "".join([_run_text(child) for child in element])
    if tag in _SKIPPED:
        return ""
    form = _FORMS.get(tag) if isinstance(tag, str) else None
    return form(element) if form is not None else _children(element)


def _run_text(child: etree._Element) -> str:
    if child.tag in (M + "t", W + "t"):
        # The invisible operators (function application, times, separator, plus) are not seen by anybody.
        return re.sub("[\u2061-\u2064]", "", (child.text or "").replace("\n", " "))
    return "\t" if child.tag == W + "tab" else ""


def _part(element: etree._Element, name: str) -> str:
    return _children(element.find(M + name))


def _property(element: etree._Element, owner: str, name: str, default: str) -> str:
    """A setting such as m:dPr/m:begChr; present without a value means empty."""
    item = element.find(f"{M}{owner}/{M}{name}")
    return default if item is None else item.get(_VAL, "")


def _tight(text: str, whole: re.Pattern[str] = _ATOM) -> str:
    """``text``, in brackets unless it is ``whole``, in brackets already or empty."""
    if not text or whole.fullmatch(text) or _bracketed(text):
        return text
    return f"({text})"


def _bracketed(text: str) -> bool:
    """Whether one pair of brackets encloses the whole of ``text``."""
    if not (text.startswith("(") and text.endswith(")")):
        return False
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index == len(text) - 1
    return False


def _fraction(element: etree._Element) -> str:
    top, bottom = _part(element, "num"), _part(element, "den")
    if _property(element, "fPr", "type", "bar") == "noBar":
        return f"({top};{bottom})"
    return f"{_tight(top)}/{_tight(bottom)}"


def _root(element: etree._Element) -> str:
    degree, inner = _part(element, "deg"), _part(element, "e")
    sign = f"√[{degree}]" if degree else "√"
    return f"{sign}{_tight(inner)}"


def _script(element: etree._Element) -> str:
    return _tight_base(element) + _scripts(element)


def _tight_base(element: etree._Element) -> str:
    return _tight(_part(element, "e"), _WORD)


def _scripts(element: etree._Element) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    return (f"_{_tight(low)}" if low else "") + (f"^{_tight(high)}" if high else "")


def _pre_script(element: etree._Element) -> str:
    return _scripts(element) + _tight_base(element)


def _big_operator(element: etree._Element) -> str:
    inner = _part(element, "e")
    sign = _property(element, "naryPr", "chr", "∫") + _scripts(element)
    return f"{sign} {inner}" if inner and sign[-1:].isalnum() else sign + inner


def _delimited(element: etree._Element) -> str:
    separator = _property(element, "dPr", "sepChr", "|")
    inner = separator.join(_children(item) for item in element.iterchildren(M + "e"))
    return _property(element, "dPr", "begChr", "(") + inner + _property(element, "dPr", "endChr", ")")


def _matrix(element: etree._Element) -> str:
    rows = (",".join(_children(cell) for cell in row.iterchildren(M + "e")) for row in element.iterchildren(M + "mr"))
    return ";".join(rows)


def _equation_array(element: etree._Element) -> str:
    # "&" marks where the lines are aligned; it is not printed.
    return ";".join(_children(item).replace("&", "") for item in element.iterchildren(M + "e"))


def _accent(element: etree._Element) -> str:
    return _part(element, "e") + _property(element, "accPr", "chr", _ACCENT)


def _bar(element: etree._Element) -> str:
    # A combining line fits one letter only; a longer bar is left to its brackets.
    inner = _part(element, "e")
    under = _property(element, "barPr", "pos", "bot") != "top"
    return inner + ("\u0332" if under else "\u0305") if len(inner) == 1 else _tight(inner)


def _function(element: etree._Element) -> str:
    name, inner = _part(element, "fName"), _part(element, "e")
    return name + (inner if not inner or inner.startswith(("(", "[", "{", "|")) else f"({inner})")


def _limit(sign: str) -> Callable[[etree._Element], str]:
    return lambda element: f"{_part(element, 'e')}{sign}{_tight(_part(element, 'lim'))}"


def _phantom(element: etree._Element) -> str:
    return "" if _property(element, "phantPr", "show", "1") in ("0", "off", "false") else _part(element, "e")


_FORMS: dict[str, Callable[[etree._Element], str]] = {
    M + "f": _fraction,
    M + "rad": _root,
    M + "sSub": _script,
    M + "sSup": _script,
    M + "sSubSup": _script,
    M + "sPre": _pre_script,
    M + "nary": _big_operator,
    M + "d": _delimited,
    M + "m": _matrix,
    M + "eqArr": _equation_array,
    M + "acc": _accent,
    M + "bar": _bar,
    M + "func": _function,
    M + "limLow": _limit("_"),
    M + "limUpp": _limit("^"),
    M + "phant": _phantom,
}
