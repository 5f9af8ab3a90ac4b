"""What an advertisement claims: words that are denied, quoted as a warning or asked are no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.model import Span

_ENDS = re.compile(r"[。!?;\n]|$")
# Within the clause, before the words: we do not promise, nobody can guarantee.
_DENIED = re.compile(
    r"(?:不(?!仅|但|止|光|只)|未|无法|无需|没有|禁止|严禁|杜绝|抵制|拒绝|并非|而非|绝非|非(?!常)|切勿|勿|别)[^,，、:]{0,10}$"
)
# Anywhere in the sentence: it warns of such claims, tells of others' or of a rule.
_WARNING = re.compile(
    r"谨防|警惕|当心|小心|轻信|骗局|骗子|诈骗|所谓|虚假|不实|违法|违规|举报|不可信|不可能|不要相信|都是假|陷阱|曝光|远离|"
    r"(?:有的|某些|一些|个别|部分|不良|黑)(?:机构|中介|代理)|同行(?:宣传|承诺|声称)|法律规定|任何(?:机构|人|代理)"
)
_ASKED = re.compile(r"(?:吗|么|呢|能不能|是否|会不会|可不可以)[^。!?;]{0,4}$")


def claims(cell: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The places in ``cell`` where ``pattern`` matches and the text stands by it; widths are folded for matching."""
    text = cell.folded
    for match in pattern.finditer(text):
        start = max((text.rfind(mark, 0, match.start()) for mark in "。!?;\n"), default=-1) + 1
        end = _ENDS.search(text, match.end())
        sentence = text[start : end.start() if end else len(text)]
        asked = end is not None and end[0] == "?" and _ASKED.search(sentence)
        before = text[max(start, match.start() - 20) : match.start()]
        if not (_DENIED.search(before) or _WARNING.search(sentence) or asked):
            yield cell.sub(match.start(), match.end())


__all__ = ["claims"]
