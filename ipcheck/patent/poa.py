"""The power of attorney (专利代理委托书): what it says of the title, the agency, the agents and the principal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipcheck.model import Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent.filing import Filing
from ipcheck.patent.parts import PartName

_GAP = r"[ \t_]*"
# The official form's sentences, and lines 标签：值 of agencies' own forms.
_TITLE = lazy(
    rf"(?:名称{_GAP}(?:为|是|[:：]){_GAP}[“\"《]?(?P<value>[^\n“”\"《》。；;：:]{{2,80}}?)[”\"》]?{_GAP}"
    r"(?=的(?:发明|实用新型|外观设计|专利|申请)|[。；;\n”\"》]|$))"
)
_AGENCY = lazy(
    rf"(?:兹?委托|(?:专利)?代理机构(?:名称)?{_GAP}[:：]){_GAP}"
    r"(?P<value>[^\n，,。；;:： \t_]{3,40}?(?:事务所|公司|中心)(?:[(（][^()（）\n]{2,10}[)）])?)"
)
_ONE_NAME = r"[一-鿿·]{2,4}"
_AGENTS = lazy(
    rf"(?:指定(?:专利)?(?:代理师|代理人)|(?:专利)?(?:代理师|代理人)(?:姓名)?{_GAP}[:：]){_GAP}[:：]?{_GAP}"
    rf"(?P<value>{_ONE_NAME}(?:[、，,;；/ \t_]{{1,20}}{_ONE_NAME}?(?=[、，,;；/ \t_。\n]|办|代|$)){{0,3}}?)"
    rf"{_GAP}(?=办理|代理|[（(。\n]|$)"
)
_PRINCIPAL = lazy(
    rf"委托人(?:[(（][^()（）\n]{{0,16}}[)）])?(?:姓名或名称|名称)?{_GAP}[:：]{_GAP}(?P<value>[^\n，,。；;]{{2,60}}?){_GAP}(?=[，,。；;\n]|$)"
)
_NAME = lazy(r"[^、，,;；/ \t_]+")


@dataclass(frozen=True)
class PowerOfAttorney:
    """A power of attorney as far as it could be read; ``general`` for a 总委托书, which names no title."""

    general: bool
    title: Span | None
    agency: Span | None
    agents: tuple[Span, ...]
    principals: tuple[Span, ...]


def draw_poa(filing: Filing) -> PowerOfAttorney | None:
    """The power of attorney of a filing, None when none is given."""
    part = filing.parts.get(PartName.POA)
    if part is None or not part:
        return None
    heading = squeeze(str(part.titled)) if part.titled is not None else ""
    general = "总委托" in heading or any("总委托" in squeeze(str(line)) for line in part.lines[:2])

    def first(pattern: re.Pattern[str]) -> Span | None:
        return next((line.at(match, "value").trimmed() for line in part.lines for match in line.find(pattern)), None)

    listed = first(_AGENTS)
    agents = tuple(listed.at(match) for match in listed.find(_NAME)) if listed is not None else ()
    principals = tuple(
        value.at(piece).trimmed()
        for line in part.lines
        for match in line.find(_PRINCIPAL)
        for value in (line.at(match, "value"),)
        for piece in value.find(re.compile(r"[^、]+"))
    )
    return PowerOfAttorney(general, first(_TITLE), first(_AGENCY), agents, principals)
