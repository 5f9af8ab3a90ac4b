import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.characters import look_alike, sound_alike
from ipcheck.patent.prose import prose
from ipcheck.patent.terms import STOPS, first_boundary, is_boundary

_WORD = lazy(r"[一-鿿]+")
# What may stand right before a part name.
_BEFORE = frozenset("的述该与和及或在将有括对由从至到把使向被个为含用过于")
_VERBS = tuple(word for word in STOPS if len(word) >= 2)
_TERM = lazy(r"[一-鿿]{2,10}")
# A reference sign, or two characters of what goes on.
_NEXT = lazy(r"[0-9A-Za-z]+|[一-鿿]{2}")
# Two ways to write one word: 信息, 讯息.
_SAME = frozenset((frozenset("信讯"), frozenset("像象")))
# So many characters alike are the same words wherever they end.
_LONG = 6


class TermInconsistent(PatentCheck):
    """同一个部件或者术语写法不一：通篇写“连接杆”，有一两处写成读音或者字形相近的“连接秆”。

    说明书的技术术语应当前后一致，权利要求的术语应当与说明书一致；多半是输入时选错了字。
    统一成通篇使用的写法；确实是两样东西的，另起一个区别明显的名称。
    用本案自己的词典：有附图标记的名称和权利要求里反复出现的术语，通篇出现8次以上（内部阈值），
    另一个只差一个字、同音或者形近的写法只出现一两次，才报；两个字的名称还要看左右：别处有“丝杆7”，
    这里写“丝秆7”才报，“时间”和“事件”不报；差一个字而意思不同的“第一”“第二”“上”“下”不报，
    意思相近而字不同的（连杆、连接杆）由“同一标记两个名称”去查。
    """

    code = "DSC046"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.7"), cite("细则", "22.3"))
    message = "“{words}”只出现{few}次，全文其余{many}处都写“{right}”，两者只差一个同音或者形近的字：请统一"

    good = (
        "1. 一种泵，包括第一连接杆和第二连接杆。\n2. 根据权利要求1所述的泵，第一连接杆与第二连接杆相连，"
        "第一连接杆长，第一连接杆粗，第一连接杆直，第一连接杆硬，第一连接杆圆，第一连接杆短，上连接杆。",
        "说明书\n一种泵\n附图说明\n图中：1-丝杆；2-时间。\n具体实施方式\n丝杆1转动，丝杆1长，丝杆1粗，丝杆1直，丝杆1硬，"
        "丝杆1短，时间2，时间2，时间2，时间2，时间2，时间2，时间2，时间2，时间2，时间2，时间2，丝杆1圆，丝杆1为铁，"
        "丝杆1发亮，发生事件就停。",
    )
    bad = (
        "1. 一种泵，包括连接杆（1），连接杆（1）与壳体（2）相连。\n2. 根据权利要求1所述的泵，连接杆（1）为圆杆，"
        "连接杆（1）与连接杆（1）相连。\n"
        "说明书\n一种泵\n具体实施方式\n连接杆1与壳体2相连，连接杆1转动，连接杆1为铁，⟦连接秆→连接杆⟧1为铜，"
        "连接杆1穿过壳体2。",
        "说明书\n一种泵\n附图说明\n图中：1-丝杆；2-轮。\n具体实施方式\n丝杆1转动，丝杆1长，丝杆1粗，丝杆1直，丝杆1硬，丝杆1短，"
        "⟦丝秆→丝杆⟧1圆，丝杆1为铁。",
        "说明书摘要\n一种车，包括⟦传动抽→传动轴⟧（3）。\n权利要求书\n1. 一种车，包括传动轴（3）和车轮（4），"
        "传动轴（3）与车轮（4）相连。\n"
        "说明书\n一种车\n具体实施方式\n传动轴3与车轮4相连，传动轴3为铁，传动轴3转动，传动轴3带动车轮4，"
        "传动轴3长，传动轴3粗。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        spans = list(prose(filing))
        text = "\n".join(span.folded for span in spans)
        known = self._dictionary(filing, text)
        if not known:
            return
        near = _near(text, known) | _near_of_two(text, known)
        for wrong, right in sorted(near.items()):
            places = self._places(wrong, spans)
            few, many = len(places), known[right]
            for place in places:
                yield self.at(place, few=few, many=many, right=right, fix=right)

    def _dictionary(self, filing: Filing, text: str) -> dict[str, int]:
        """The draft's own terms with how often each stands in the text, eight times and more."""
        names = {numeral.name for numeral in filing.numerals.values()}
        for claim in filing.claims:
            for mention in filing.terms.mentions(claim):
                names.add(mention.rest[: first_boundary(mention.rest)])
        return {name: many for name in names if _TERM.fullmatch(name) and (many := text.count(name)) >= 8}

    def _places(self, wrong: str, spans: list[Span]) -> list[Span]:
        pattern = re.compile(re.escape(wrong))
        return [span.at(match) for span in spans for match in span.find(pattern)]


def _near(text: str, known: dict[str, int]) -> dict[str, str]:
    """Runs of the text that differ from a known term in one character that sounds or looks like it."""
    # Two words that differ in one character have one half in common.
    halves: dict[int, tuple[dict[str, list[str]], dict[str, list[str]]]] = {}
    for name in (name for name in known if len(name) > 2):
        firsts, seconds = halves.setdefault(len(name), ({}, {}))
        firsts.setdefault(name[: len(name) // 2], []).append(name)
        seconds.setdefault(name[len(name) // 2 :], []).append(name)
    runs = [*dict.fromkeys(_WORD.findall(text))]
    found: dict[str, str] = {}
    for number, length, start in _places_near(runs, halves, known):
        run, middle, end = runs[number], start + length // 2, start + length
        if run[start:end] not in found:
            firsts, seconds = halves[length]
            near = [*firsts.get(run[start:middle], ()), *seconds.get(run[middle:end], ())]
            right = next((name for name in near if _slip(run, start, name)), "")
            if right:
                found[run[start:end]] = right
    return {wrong: right for wrong, right in found.items() if _is_rare(wrong, right, text, known)}


def _places_near(
    runs: list[str], halves: dict[int, tuple[dict[str, list[str]], dict[str, list[str]]]], known: dict[str, int]
) -> list[tuple[int, int, int]]:
    """Where half of a known term stands and the term itself does not: run, length of the term, start in the run."""
    together = "\n".join(runs)
    begins = [0, *accumulate(len(run) + 1 for run in runs)]
    found: set[tuple[int, int, int]] = set()
    for length, (firsts, seconds) in halves.items():
        for words, before in ((firsts, 0), (seconds, length // 2)):
            for word in words:
                at = together.find(word)
                while at >= 0:
                    begin = at - before
                    if begin >= 0 and together[begin : begin + length] not in known:
                        number = bisect_right(begins, at) - 1
                        start = begin - begins[number]
                        if 0 <= start <= len(runs[number]) - length:
                            found.add((number, length, start))
                    at = together.find(word, at + 1)
    return sorted(found)


def _is_rare(wrong: str, right: str, text: str, known: dict[str, int]) -> bool:
    """Once or twice, and at least eight times as often as it should be."""
    return (many := text.count(wrong)) <= 2 and many * 8 <= known[right]


def _near_of_two(text: str, known: dict[str, int]) -> dict[str, str]:
    """Words of two characters that stand for a known one: one character sounds or looks like the right one, and the
    neighbours are those of the right word elsewhere."""
    beginning: dict[str, list[str]] = {}
    ending: dict[str, list[str]] = {}
    for name in (name for name in known if len(name) == 2):
        beginning.setdefault(name[0], []).append(name)
        ending.setdefault(name[1], []).append(name)
    found: dict[str, str] = {}
    pairs = {pair for pair in set(pairwise(text)) if pair[0] in beginning or pair[1] in ending}
    for first, second in sorted(pairs):
        wrong = first + second
        if wrong in known:
            continue
        near = [name for name in beginning.get(first, ()) if _alike(second, name[1])]
        near += [name for name in ending.get(second, ()) if _alike(first, name[0])]
        right = next((name for name in near if _is_rare(wrong, name, text, known) and _fits(wrong, name, text)), "")
        if right:
            found[wrong] = right
    return found


def _fits(wrong: str, right: str, text: str) -> bool:
    """Whether all places of ``wrong`` have neighbours that ``right`` has twice: a sign or two characters after it, or
    two before it where a word can end (one, if the characters look alike)."""
    place = 0 if wrong[0] != right[0] else 1
    lead = 1 if look_alike(wrong[place], right[place]) else 2
    start = text.find(wrong)
    while start >= 0:
        end = start + 2
        before, after = text[max(0, start - lead) : start], _NEXT.match(text, end)
        follows = after is not None and text.count(right + after[0]) >= 2
        led = _WORD.fullmatch(before) is not None and text.count(before + right) >= 2
        if not follows and not (led and is_boundary(text[end : end + 8])):
            return False
        start = text.find(wrong, end)
    return True


def _alike(one: str, other: str) -> bool:
    """Whether one character may have been written for the other; a word of grammar (人是|否) was not."""
    return one not in STOPS and "一" <= one <= "鿿" and _confused(one, other)


def _slip(run: str, start: int, name: str) -> bool:
    """Whether the words of ``run`` from ``start`` on are ``name`` with one character that sounds or looks alike."""
    end = start + len(name)
    places = [index for index in range(len(name)) if run[start + index] != name[index]]
    if len(places) != 1:
        return False
    place = places[0]
    one, other = run[start + place], name[place]
    # At its edges a run is a word only where words can begin and end: 存储|期望 is none.
    if place == len(name) - 1 < _LONG - 1 and not is_boundary(run[end : end + 8]):
        return False
    if place == 0 and start and run[start - 1] not in _BEFORE and not run[:start].endswith(_VERBS):
        return False
    return _confused(one, other)


def _confused(one: str, other: str) -> bool:
    return sound_alike(one, other) or look_alike(one, other) or frozenset((one, other)) in _SAME
