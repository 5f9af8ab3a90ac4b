"""What an advertisement claims: words that are denied, quoted as a warning or asked are no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.model import Span

_SENTENCE, _CLAUSE = "。!?;；！？\n", "。!?;；！？\n,，:："
# Within the clause, before the words: we do not promise, nobody can guarantee.
_DENIED = re.compile(
    r"(?:不(?!仅|但|止|光|只)|未|无法|无需|没有|禁止|严禁|杜绝|抵制|拒绝|并非|而非|绝非|非(?!常)|切勿|勿|别).{0,12}$"
)
# It warns of such claims, tells of others' or of a rule.
_WARNING = re.compile(
    r"谨防|警惕|当心|小心|轻信|骗|谎称|冒充|假冒|自称|声称|所谓|"
    r"虚假|不实|违法|违规|举报|不可信|不可能|不要相信|都是假|陷阱|曝光|远离|"
    r"(?:有的|某些|一些|个别|部分|不良|黑)(?:机构|中介|代理)|同行(?:宣传|承诺|声称)|法律规定|任何(?:机构|人|代理)"
)
_AFTER = re.compile(r"[,，](?:都|均|皆|这|是|实)[^,，。!?;；！？]{0,6}(?:骗|假|违|不可|不实)")
_ASKED = re.compile(r"(?:吗|么|呢|能不能|是否|会不会|可不可以)[^。!?;]{0,4}$")
_LONGEST = 200
_QUOTES = "“”「」『』\"‘’'"


def claims(cell: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """The places in ``cell`` where ``pattern`` matches and the text stands by it; widths are folded for matching.

    A warning counts in the clause with the words; words in quotation marks are another's where the sentence warns.
    """
    text = cell.folded
    for match in pattern.finditer(text):
        start, end = _around(text, match, _SENTENCE)
        first, last = _around(text, match, _CLAUSE)
        quoted = any(mark in _QUOTES for mark in text[max(0, match.start() - 1) : match.end() + 1])
        context = text[start:end] if quoted else text[first:last]
        asked = text[end : end + 1] in ("?", "？") and _ASKED.search(text[start:end])
        denied = _DENIED.search(text[max(first, match.start() - 20) : match.start()])
        if not (denied or asked or _WARNING.search(context) or _AFTER.match(text, last)):
            yield cell.sub(match.start(), match.end())


def _around(text: str, match: re.Match[str], marks: str) -> tuple[int, int]:
    """The piece of ``text`` between two of ``marks`` in which the match lies."""
    # No sentence is longer; so the cost does not grow with the square of a text without marks.
    low, high = max(0, match.start() - _LONGEST), min(len(text), match.end() + _LONGEST)
    before = max(text.rfind(mark, low, match.start()) for mark in marks)
    after = [at for mark in marks if (at := text.find(mark, match.end(), high)) >= 0]
    return max(low, before + 1), min(after, default=high)


__all__ = ["claims"]
