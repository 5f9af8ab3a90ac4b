from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.terms import MARK, Mention, TermIndex, ends_at

_COUNT = "一二三四五六七八九十"
# 第一齿轮; 第一和第二齿轮, 第一、第二、第三齿轮 tell as many things apart as they name.
_ORDINAL = lazy(
    rf"(?P<numbers>(?:第?[{_COUNT}](?:个|和|与|及|、|或|至|以及"
    rf"|或者)+){{0,6}}第[{_COUNT}])个?(?=(?P<noun>[一-鿿A-Za-z]{{2}}))"
)
_ALL_OF_THEM = lazy(r"均|都|全部|各|每|分别|相互|彼此|之间|共同|两两|依次|数量|个数|总数|两(?:者|个|端)?|之[一和]")
_LONGEST = 12
_Ordinals = dict[str, list[tuple[int, str, str]]]
_CLAUSE = lazy(r"[，。；：,;:\n]")


class AntecedentAmbiguous(PatentCheck):
    """前面只引入了“第一齿轮”“第二齿轮”，后面却写“所述齿轮”，分不清指的是哪一个。

    指代的特征有两个以上，保护范围就不清楚，审查员会以引用基础不明为由要求修改。
    写明“所述第一齿轮”或者“所述第二齿轮”；两个都指的，写“所述第一齿轮和所述第二齿轮均……”。
    写有“各”“每个”“两个”或者后面跟着“均”“分别”“之间”的是指全部，不报；
    单独引入过“齿轮”的（如“齿轮包括第一齿轮和第二齿轮”）、
    所引用的权利要求里只有一个的，也不报；同一名称在一条引用链上只报一处。
    """

    code = "CLR002"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的“所述{words}”不知指{those}中的哪一个：请写明序数词，或者写明是全部"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种变速箱，包括第一齿轮和第二齿轮，所述第一齿轮与所述第二齿轮啮合，所述齿轮均由钢制成，各所述齿轮相邻。",
        "1. 一种变速箱，包括箱体和齿轮，所述齿轮包括第一齿轮和第二齿轮，所述齿轮浸在油中。",
        "1. 一种变速箱，包括第一齿轮。\n2. 根据权利要求1所述的变速箱，还包括第二齿轮。\n"
        "3. 根据权利要求1所述的变速箱，所述齿轮为斜齿轮。",
        "1. 一种变速箱，包括第一、第二齿轮和驱动齿轮，所述两个齿轮之间有间隙，所述齿轮分别套在轴上，"
        "所述第二个齿轮较小。",
    )
    bad = (
        "1. 一种变速箱，包括第一齿轮和第二齿轮，所述⟦齿轮⟧与箱体连接。",
        "1. 一种图像处理方法，包括：获取第一图像和第二图像；对所述第一图像降噪。\n"
        "2. 根据权利要求1所述的方法，包括：将该⟦图像⟧存入数据库。\n3. 根据权利要求2所述的方法，压缩所述图像。",
        "1. 一种支架，包括第一、第二横杆(3)，上述⟦横杆⟧(3)固定在墙上。",
    )
    missed = (
        "1. 一种变速箱，包括左齿轮和右齿轮，⟦所述齿轮⟧与箱体连接。",
        "1. 一种变速箱，包括大齿轮和小齿轮，所述⟦齿轮⟧与箱体连接。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        index = filing.terms
        own = {id(claim): _ordinals(index.plain(claim).text) for claim in filing.claims}
        heads = {head for found in own.values() for head in found}
        told: dict[int, set[str]] = {}
        for claim in filing.claims:
            mine = told[id(claim)] = set[str]()
            known = {noun for path in claim.paths for item in path for noun in told.get(id(item), ())}
            chains = [_Chain(path, index, own) for path in claim.paths]
            for mention in index.mentions(claim):
                # 所述两个齿轮, 各齿轮 mean all of them.
                if mention.start != mention.marker + 1 or mention.rest[:2] not in heads:
                    continue
                found = next(filter(None, (_judge(mention, chain, own[id(claim)]) for chain in chains)), None)
                if found is None or found[0] in mine:
                    continue
                mine.add(found[0])
                if found[0] not in known:
                    span: Span = mention.span(len(found[0]))
                    yield self.at(span, claim=claim.number, those="、".join(f"“{name}”" for name in found[1]))


@dataclass
class _Chain:
    """A chain of ancestors; what was asked of it is kept, so that a hundred mentions ask once."""

    path: tuple[Claim, ...]
    index: TermIndex
    own: dict[int, _Ordinals]
    _named: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    _alone: dict[str, bool] = field(default_factory=dict)

    def named(self, head: str) -> set[tuple[str, str]]:
        """Ordinals and the words after them, for nouns that begin with ``head``."""
        if head not in self._named:
            entries = (item for claim in self.path for item in self.own[id(claim)].get(head, ()))
            self._named[head] = {(numbers, words) for _, numbers, words in entries}
        return self._named[head]

    def alone(self, noun: str) -> bool:
        """Whether the noun stands in the chain without an ordinal and not only as a mention."""
        if noun not in self._alone:
            self._alone[noun] = any(_stands_alone(noun, self.index.plain(claim).text) for claim in self.path)
        return self._alone[noun]


def _judge(mention: Mention, chain: _Chain, own: _Ordinals) -> tuple[str, list[str]] | None:
    """The ambiguous noun with which ``mention`` begins and the names it may mean, or None."""
    rest = mention.rest
    entries = {(numbers, words) for start, numbers, words in own.get(rest[:2], ()) if start < mention.marker}
    entries |= chain.named(rest[:2])
    for length in range(min(_LONGEST, len(rest)), 1, -1):
        noun = rest[:length]
        if not ends_at(rest, length):
            continue
        numbers = {number for counts, words in entries if _is(words, noun) for number in counts if number in _COUNT}
        if len(numbers) < 2:
            continue
        before = mention.plain.text[: mention.marker]
        if _ALL_OF_THEM.search(_CLAUSE.split(rest[length:])[0]) or chain.alone(noun) or _stands_alone(noun, before):
            return None
        return noun, [f"第{number}{noun}" for number in sorted(numbers, key=_COUNT.index)]
    return None


def _stands_alone(noun: str, text: str) -> bool:
    pattern = re.compile(rf"(?<![{_COUNT}{MARK}])(?<![{_COUNT}]个){re.escape(noun)}")
    return any(ends_at(text[match.start() : match.end() + 8], len(noun)) for match in pattern.finditer(text))


def _ordinals(text: str) -> _Ordinals:
    """By the first two characters of the noun: where it stands, its ordinals, and the words that follow them."""
    found: _Ordinals = {}
    for match in _ORDINAL.finditer(text):
        words = text[match.start("noun") : match.start("noun") + _LONGEST + 8].split(MARK)[0]
        found.setdefault(match["noun"][:2], []).append((match.start(), match["numbers"], words))
    return found


def _is(words: str, noun: str) -> bool:
    return words.startswith(noun) and ends_at(words, len(noun))
