"""What a definite mention refers back to: something before it, something on another branch, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ipcheck.model import Span, lazy
from ipcheck.patent.claims import Claim
from ipcheck.patent.compounds import compound_tail, without_predicate
from ipcheck.patent.near_names import HAN, LONG_ENOUGH, coordinated, interrupted, one_off, stands_alone
from ipcheck.patent.terms import (
    INHERENT,
    MARK,
    QUANTITY,
    STEP,
    Mention,
    TermIndex,
    derived_stem,
    ends_at,
    first_boundary,
)

_LIST_JOIN = lazy(r"(?P<by>、|以及|和(?!/)|与|及)(?=[一-鿿])(?!其|该|所|上述|前述|设|将|由|在|对)")
# 所述料盘与电机的轴连接: 与 says with what, it makes no list.
_WITH = lazy(
    r"(?:连接|相连|连通|导通|接触|接合|结合|抵接|抵靠|抵触|配合|啮合|焊接|铰接|固定|固接|平行|垂直|相对|正对|对应|对齐|匹配|一致|相等|相同|相反|齐平|平齐|"
    r"贴合|贴紧|通信|通讯|粘接|粘合|插接|卡接|卡合|套接|螺接|转动|滑动|滑接|间隔|相邻|邻近|相差|相比|比较|比对|对比|关联|绑定|适配|同轴|共线|共面|"
    r"成型|一体|交互|交叉|相交|重合|重叠|呈|夹角|距离|之差|之和|之比|相关|无关|有关|联动|组成|构成|互补|隔离|分离|隔开|隔绝)"
    r"(?!处|部|面|点|位置|线|区|件|器|方式|关系|强度|结构|端|孔|槽|缝)"
)
_CLAUSE_END = lazy(r"[,，;；。:：\n]")
_OF_THE_LIST = lazy(r"的(?!是)|均|都|分别|各自|(?P<between>之间)")


# 所述烧结的温度: any act has these.
_OF_AN_ACT = lazy(
    r"(?:温度|时间|时长|速度|转速|速率|压力|功率|频率|次数|周期|方向|强度|幅度|顺序|过程|步骤|条件|方式|方法|目的|对象|结果|参数|气氛)"
)
# 该帧图像 after 每帧…: the frame is meant, whatever it is called.
_SINGLE_UNIT = lazy(r"(?:帧|幅|张|次|批|段|级|份|轮)$")
# Words for the one person a device is used by: a reader is in no doubt who 该使用者 is after 用户.
_PERSONS = (
    frozenset(("用户", "使用者", "使用人", "使用人员", "操作者", "操作员", "操作人员", "终端用户", "客户", "顾客")),
    frozenset(("患者", "病人", "病患", "受试者", "被测者", "受检者", "被监测者", "被检者", "测试者", "受测者", "人体")),
    frozenset(("驾驶员", "司机", "驾驶者", "驾驶人", "驾驶人员")),
    frozenset(("老人", "老年人", "独居老人", "被看护人", "被监护人", "被照护者")),
)
_ANY_PERSON = frozenset(word for group in _PERSONS for word in group)

# 所述X的Y: a thing that X has.
_OWNER = lazy(r"[一-鿿]{2,20}?的(?=[一-鿿])")


@dataclass(frozen=True)
class Unresolved:
    """A mention without antecedent.

    ``term`` are its words. ``elsewhere`` is the claim that does introduce it, off this claim's chain, if one
    does, and ``introduced`` its words there; ``lacking`` the chain (nearest ancestor first) on which it is
    missing; ``later`` whether the same claim brings it in only afterwards; ``synonym`` the other word by which the
    same person was brought in (用户 for 使用者) or the name that differs in one character, "" if none; ``owned``
    whether the words are what a known thing is said to have (所述导频符号处的|信道系数), which may bring them in.
    """

    claim: Claim
    term: Span
    words: str
    elsewhere: Claim | None
    introduced: Span | None
    lacking: tuple[Claim, ...]
    later: bool
    synonym: str = ""
    owned: bool = False


class Antecedents:
    """The mentions of a filing's claims that refer to nothing, found once and shared by the checks."""

    def __init__(self, index: TermIndex) -> None:
        self.index = index

    @cached_property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """Every mention without antecedent, the first of each term in a claim only."""
        found: list[Unresolved] = []
        told: dict[int, set[str]] = {}
        for claim in self.index.claims:
            if claim.citations and not claim.parents:
                continue  # it cites a claim that is not there or comes later: that is told already
            # A claim above cites the wrong one: mending that mends what stands elsewhere.
            misled = any(item.misplaced_category for chain in claim.paths for item in chain)
            seen = told[id(claim)] = set[str]()
            # What an ancestor already lacks is told there, once.
            inherited = {words for chain in claim.paths for item in chain for words in told.get(id(item), ())}
            chains = [(chain, self.index.chain_text(chain)) for chain in claim.paths]
            judged: set[tuple[str, str, str]] = set()
            for mention in self.index.mentions(claim):
                # What stood before the same words stands before them still: the answer is the same.
                if (key := (mention.rest, mention.verb, mention.unit)) in judged:
                    continue
                judged.add(key)
                for each in (mention, *self._listed_with(mention, chains)):
                    problem = self._judge(each, chains) or self._judge_owned(each, chains)
                    if problem is None or (misled and problem.elsewhere is not None):
                        continue
                    if problem.words not in seen:
                        seen.add(problem.words)
                        if problem.words not in inherited:
                            found.append(problem)
        return tuple(found)

    def _listed_with(self, mention: Mention, chains: list[tuple[tuple[Claim, ...], str]]) -> list[Mention]:
        """What a list goes on to mention without a marker of its own: 所述液料和密封圈|的温度.

        Only where something is said *of* the whole list (的, 均, 分别): 所述壳体和密封圈|连接 may bring the ring in.
        """
        rest, start = mention.rest, mention.start
        if _LIST_JOIN.search(rest) is None:
            return []
        available = chains[0][1] + "\n" + self.index.before(mention)
        found: list[Mention] = []
        while True:
            length = _length_before_joint(rest, available)
            joined = _LIST_JOIN.match(rest, length)
            if joined is None or QUANTITY.match(rest, joined.end()):
                return []
            # 所述包装袋承受|袋内和袋外压力差的公式: what is listed is no thing of the mention.
            if first_boundary(rest) < length and len(self.index.longest_known(rest)) < length:
                return []
            start += joined.end()
            rest = rest[joined.end() :]
            found.append(Mention(mention.claim, mention.plain, start, start))
            length = first_boundary(rest)
            # 密钥对|的: a word of one character that may end a name, too.
            said = _OF_THE_LIST.match(rest, length) or _OF_THE_LIST.match(rest, length + 1)
            if said is not None:
                return (
                    []
                    if joined["by"] in "与和" and _is_with(mention.plain.text, start, start + said.end(), said)
                    else found
                )

    def _judge(self, mention: Mention, chains: list[tuple[tuple[Claim, ...], str]]) -> Unresolved | None:
        own = self.index.before(mention)
        lacking: tuple[Claim, ...] | None = None
        length = 0
        for chain, text in chains:
            available = text + "\n" + own
            length = self._missing_length(mention.rest, available)
            if length and not _goes_with(mention, available):
                lacking = chain
                break
        if lacking is None:
            return None
        words = mention.rest[:length]
        # An independent claim that cites nothing has no branch to be wrong about.
        elsewhere, introduced = self._introducer(mention, words) if mention.claim.parents else (None, None)
        shorter = without_predicate(words)
        if elsewhere is None and shorter < length:
            length, words = shorter, words[:shorter]
            elsewhere, introduced = self._introducer(mention, words) if mention.claim.parents else (None, None)
        later = words in mention.plain.text[mention.start + length :]
        synonym = _other_word_for(words, available) or one_off(words, available)
        return Unresolved(mention.claim, mention.span(length), words, elsewhere, introduced, lacking, later, synonym)

    def _judge_owned(self, mention: Mention, chains: list[tuple[tuple[Claim, ...], str]]) -> Unresolved | None:
        """所述导频符号处的|信道频域衰落系数: what is said to belong to a known thing is mostly new and no fault.

        It is one where some of several chains bring it in and others do not, or where its name is that of a thing
        brought in but for one character.
        """
        owner = _OWNER.match(mention.rest)
        if owner is None:
            return None
        rest = mention.rest[owner.end() :]
        words = rest[: first_boundary(rest)]
        if len(words) < LONG_ENOUGH or not HAN.fullmatch(words) or INHERENT.match(words):
            return None
        own = self.index.before(mention)
        # 所述单元包括用以获取用户|的: a clause owns nothing.
        if not any(owner[0][:-1] in text + own for _, text in chains):
            return None
        span = Mention(mention.claim, mention.plain, mention.marker, mention.start + owner.end()).span(len(words))
        lacking = [chain for chain, text in chains if not self._loosely_there(words, text + "\n" + own)]
        if not lacking:
            return None
        if len(lacking) < len(chains):
            having = [claim for chain, _ in chains for claim in chain if words in self.index.plain(claim).unmarked]
            elsewhere = next((claim for claim in having if claim not in lacking[0]), None)
            if elsewhere is None:
                return None
            introduced = self._first_place(elsewhere, words)
            return Unresolved(mention.claim, span, words, elsewhere, introduced, lacking[0], later=False, owned=True)
        near = one_off(words, chains[0][1] + "\n" + own)
        return Unresolved(mention.claim, span, words, None, None, lacking[0], False, near) if near else None

    def _missing_length(self, rest: str, available: str) -> int:
        """0 if what ``rest`` begins with is available, else the length of the term that is not."""
        step = STEP.match(rest)
        if step is not None:
            return 0 if re.search(rf"(?<![A-Za-z\d]){re.escape(step['label'])}(?![\d])", available) else step.end()
        known = len(self.index.longest_known(rest))
        for length in range(_common_length(rest, available), 0, -1):
            if length < known:
                break
            if ends_at(rest, length):
                if self._really_there(rest[:length], available) and stands_alone(rest[:length], available):
                    return 0
                break
            if length >= 2 and (length == known or stands_alone(rest[:length], available)):
                # 所述信标基站扫描…: a term is there, what follows it is a clause, unless it makes a compound.
                if not compound_tail(rest, length, available):
                    return 0
                break
        length = max(known, first_boundary(rest))
        if self._loosely_there(rest[:length], available):
            return 0
        # The boundary may have been set too late: ask of every shorter reading before complaining.
        for shorter in range(length - 1, max(1, known - 1), -1):
            if ends_at(rest, shorter) and self._loosely_there(rest[:shorter], available):
                return 0
        return length

    def _really_there(self, term: str, available: str) -> bool:
        """Whether ``term`` stands in ``available`` as itself, not only as the beginning of a longer part name.

        弹簧座 does not bring in 弹簧 if the draft knows both as parts with signs of their own.
        """
        if term not in self.index.names:
            return True
        longer = [name for name in self.index.names if term in name and not name.endswith(term)]
        if not longer:
            return True
        start = available.find(term)
        while start >= 0:
            covered = False
            for name in longer:
                shift = name.find(term)
                while shift >= 0 and not covered:
                    covered = available.startswith(name, start - shift) if start >= shift else False
                    shift = name.find(term, shift + 1)
                if covered:
                    break
            if not covered:
                return True
            start = available.find(term, start + 1)
        return False

    def _loosely_there(self, term: str, available: str) -> bool:
        if INHERENT.match(term) or (term in _ANY_PERSON and term in available):
            return True
        if len(term) >= 2 and self._really_there(term, available) and stands_alone(term, available):
            return True
        return (
            coordinated(term, available)
            or interrupted(term, available)
            or (_by_stem(term, available) and not one_off(term, available))
        )

    def _introducer(self, mention: Mention, words: str) -> tuple[Claim | None, Span | None]:
        """The first claim off the chain that has the words without a marker before them, and where."""
        chain = {id(claim) for path in mention.claim.paths for claim in path}
        off_every_path = [item for item in self.index.claims if item is not mention.claim and id(item) not in chain]
        for claim in [*off_every_path, *(item for item in self.index.claims if id(item) in chain)]:
            place = self._first_place(claim, words)
            if place is not None:
                return claim, place
        return None, None

    def _first_place(self, claim: Claim, words: str) -> Span | None:
        """Where the claim first has the words without a marker before them."""
        plain = self.index.plain(claim)
        start = plain.text.find(words)
        while start >= 0:
            if plain.text[max(0, start - 1) : start] != MARK:
                last = plain.offsets[start + len(words) - 1]
                return Span(claim.body.document, plain.offsets[start], last + 1)
            start = plain.text.find(words, start + 1)
        return None


def _goes_with(mention: Mention, available: str) -> bool:
    """Whether the mention means an act's measure (所述烧结的温度) or one of the units counted before (该帧图像)."""
    if mention.verb and mention.verb in available and _OF_AN_ACT.match(mention.rest):
        return True
    return bool(_SINGLE_UNIT.search(mention.unit)) and re.search(rf"[每各一]{mention.unit[-1]}", available) is not None


def _other_word_for(words: str, available: str) -> str:
    """The other word for the same person that ``available`` has: 用户 for 使用者, "" if there is none."""
    for group in _PERSONS:
        if words in group:
            return max((word for word in group if word in available), key=len, default="")
    return ""


def _is_with(text: str, start: int, end: int, said: re.Match[str]) -> bool:
    """Whether 与 before ``start`` says with what, so that the words up to ``end`` bring a thing in and mean none.

    所述料盘与电机的轴连接; 所述壳体与地面之间: what one is held against may be anything in the world.
    """
    if said["between"]:
        return text[start - 1] == "与"
    close = _CLAUSE_END.search(text, end)
    return said[0] == "的" and _WITH.search(text, end, close.start() if close else len(text)) is not None


def _length_before_joint(rest: str, available: str) -> int:
    """The length of the first name of a list: as much as is known before 和, else up to the first boundary."""
    for length in range(_common_length(rest, available), 0, -1):
        if _LIST_JOIN.match(rest, length) and ends_at(rest, length):
            return length
    return first_boundary(rest, 1)


def _common_length(rest: str, available: str) -> int:
    """The length of the longest beginning of ``rest`` that occurs in ``available``."""
    low, high = 0, len(rest)
    while low < high:
        middle = (low + high + 1) // 2
        if rest[:middle] in available:
            low = middle
        else:
            high = middle - 1
    return low


def _by_stem(term: str, available: str) -> bool:
    """判断 brings in 判断结果: what an act or a property yields needs no introduction of its own."""
    stem = derived_stem(term)
    return bool(stem) and stem in available
