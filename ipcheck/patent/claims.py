"""Claims: numbers, subjects, preambles, references and the dependency tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from ipcheck.model import Span, lazy
from ipcheck.patent.parts import Part
from ipcheck.patent.references import Citation, Reference, find_citations, number_value

_ONES = "[一二三四五六七八九]"
# In 权利要求三一种杯子 the number is 三: what goes on is 一种.
_HAN = rf"(?:{_ONES}?十(?:{_ONES}(?!种))?|{_ONES}(?!种))"
_START = lazy(
    r"[ \t]*+(?P<prefix>权利要求|权项)?[ \t]*+(?P<open>[(（]?)"
    rf"(?P<number>\d{{1,3}}|(?<=权利要求){_HAN})[)）]?"
    r"[ \t]*(?P<mark>[.．、:：。]?)[ \t]*"
)
_CLAIM_WORDS = lazy(
    r"\s*(?:一种|一类|一套|根据|如权|如上|如前|按照|依据|依照|基于权|权利要求|前述权|以上|用于|含有|包[括含]"
    r"|采用权|由权|应用|其特征)"
)
_CHARACTERIZED = lazy(r"(?:其)?特征(?:部分)?(?:在于|是在于|是|为|在於|包括)|其改进(?:在于|之处在于)|其改良在于")
# A comma after 的 stands inside the name: “一种用于A、B的，具有C的泵”.
_SUBJECT_END = lazy(
    r"(?<!的)[，,]|[：:；;。\n]|其特征|还?(?:包括|包含|含有)|其中|由.{0,30}?组成"
    r"|还(?=[设具有可需应用])|(?<=方法|装置|系统|设备|机构|组件|结构|介质|产品|工艺|电路|芯片)(?:中|进一步|的步骤"
    r"|具体|还|更)"
)
_CATEGORY = lazy(r"方法|工艺|流程|用途|应用|使用|制法|步骤|方式|过程|治疗法|作法|技术")
_METHOD_TAIL = lazy(rf"(?:{_CATEGORY.pattern})$")
# “权利要求1所述的菌在发酵中的应用” claims a use, whatever the cited claim's subject is called there.
_USE_OF = lazy(r"^[^，。；\n]{1,30}?(?:在.{1,60}?|用于.{1,60}?|作为.{1,60}?)的?(?:应用|用途)$")
_USE = lazy(r"(?:应用|用途)$")
# Words that make use of a claim instead of depending on it (指南 2-2-3.1.2).
_USING = frozenset(("采用", "使用", "利用", "应用", "由"))
_SAME_HEADS = (frozenset(("用途", "应用", "使用")), frozenset(("方法", "工艺", "制法", "流程")))
_SPLIT_NAMES = lazy(r"及其|以及|及|和|与|、|或")
_FUNCTION_WORDS = lazy(r"一种|用于|基于|所述|用途$|应用$|方法$|工艺$|制法$|流程$|[的其及和与、]")
_BRACKETED = lazy(r"[(（\[][^()（）\[\]]{0,20}[)）\]]")
_AFTER_CITATION = lazy(
    r"\s*(?:中?(?:任意?[一何]?项?)?\s*)?所?\s*(?:述|说|记载|公开|限定|定义|得到"
    r"|制备)?\s*的?\s*(?:任[意何]?一[项种]?的?)?"
    r"(?:一种(?!类))?\s*"
)
_ARTICLE = lazy(r"\s*(?:一种|一类|一套|一个|1种)?\s*")
_MAX_PATHS = 64


@dataclass(eq=False)
class Claim:
    """One claim.

    ``span`` is all of it, ``body`` all after its number, ``number_span`` the number's own digits (None where the
    source gives none), ``prefix`` whether 权利要求 stands before the number. ``parents`` are the claims cited that
    exist and come before it. Compare by identity.
    """

    number: int
    span: Span
    body: Span
    number_span: Span | None = None
    prefix: Span | None = None
    parents: tuple[Claim, ...] = field(default=(), repr=False)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The phrases in which it cites other claims."""
        return find_citations(self.body, self.number)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every number or range of numbers it cites."""
        return tuple(reference for citation in self.citations for reference in citation.references)

    @cached_property
    def leading(self) -> Citation | None:
        """The citation at its beginning (根据权利要求1所述的…), which a dependent claim has."""
        if not self.citations:
            return None
        first = self.citations[0]
        between = self.body.folded[: first.span.start - self.body.start].strip()
        return first if not between or (first.lead and between in ("一种", "1种")) else None

    @cached_property
    def _named(self) -> Span | None:
        start = self.body.start
        if self.leading is not None:
            start = self.leading.span.end
            match = _AFTER_CITATION.match(self.body.document.folded, start, self.body.end)
            start = match.end() if match else start
        else:
            match = _ARTICLE.match(self.body.document.folded, start, self.body.end)
            start = match.end() if match else start
        end = self._subject_end(start)
        span = Span(self.body.document, start, end).trimmed()
        return span if len(span) else None

    def _subject_end(self, start: int) -> int:
        """Where the subject's name ends: before its first clause, but for a comma after 的."""
        folded = self.body.document.folded
        limit = self.body.end
        match = _CHARACTERIZED.search(folded, start, limit)
        preamble_end = match.start() if match else limit
        stop = _SUBJECT_END.search(folded, start, preamble_end)
        return stop.start() if stop else preamble_end

    @property
    def subject(self) -> Span | None:
        """The subject's name (主题名称) without 一种, None when there is none."""
        return self._named

    @property
    def subject_name(self) -> str:
        """The subject's name folded, without reference signs, spaces or a second 一种."""
        if self._named is None:
            return ""
        name = _BRACKETED.sub("", "".join(self._named.folded.split()))
        return re.sub(r"^(?:一种|所述的?|该)", "", name)

    @cached_property
    def is_method(self) -> bool:
        """Whether its subject is a method or a use (else a product). Of “A方法及系统” the last word counts."""
        return _METHOD_TAIL.search(self.subject_name) is not None

    @cached_property
    def dependent(self) -> bool:
        """Whether it is a dependent claim.

        A claim that cites another one but has a subject of another category is an independent claim
        (指南 2-2-3.1.2): 一种实施权利要求1的方法的装置, 根据权利要求1所述的泵的制造方法.
        """
        if self.leading is None or self.leading.lead in _USING:
            return False
        cited = self.cited_at_start
        if not cited or any(self.subject_name in parent.names for parent in cited):
            return True
        if self._claims_a_use or all(self._adds_a_head(parent) for parent in cited):
            return False
        return any(parent.is_method == self.is_method for parent in cited)

    @cached_property
    def cited_at_start(self) -> tuple[Claim, ...]:
        """The claims that its leading citation cites and that come before it."""
        if self.leading is None:
            return ()
        numbers = frozenset(self.leading.numbers)
        return tuple(parent for parent in self.parents if parent.number in numbers)

    @cached_property
    def names(self) -> frozenset[str]:
        """What its subject may be called where it is cited: its own name, its root's, and each of “A及B”."""
        found = {self.subject_name, self.root_subject}
        return frozenset(piece for name in found for piece in (name, *_SPLIT_NAMES.split(name)) if piece)

    @cached_property
    def _claims_a_use(self) -> bool:
        """Whether it claims the use of what it cites, which is no use itself: an independent claim (指南 2-2-3.1.2)."""
        used = any(_USE.search(parent.subject_name) for parent in self.cited_at_start)
        return not used and _USE_OF.match(self.subject_name) is not None

    def _adds_a_head(self, parent: Claim) -> bool:
        """“…所述的泵的制造方法”: the parent's subject, and another noun of which it is only a part."""
        for known in parent.names:
            head = head_noun(known)
            for word in {known, head} if len(head) >= 2 else {known}:
                match = re.search(
                    rf"{re.escape(word)}(?:的|在|之|所|制|得|生产|对应|实现|用(?!于))(.+)$", self.subject_name
                )
                if match and not same_head(match[1], known):
                    return True
        return False

    @cached_property
    def misplaced_category(self) -> bool:
        """Whether it is written as a dependent claim but no claim it cites is of its category (dep-type-mismatch).

        “根据权利要求1所述的装置” where claim 1 is a method: not dependent, yet no independent claim either.
        """
        cited = self.cited_at_start
        if not cited or self.dependent or self.leading is None or self.leading.lead in _USING or not self.subject_name:
            return False
        if self.leading.span.start > self.body.start and str(self.body.sub(0, 2)) in ("一种", "1种"):
            return False
        if self._claims_a_use:
            return False
        words = self.subject_name
        return not any(
            self._adds_a_head(parent) or head_noun(name)[-2:] in words for parent in cited for name in parent.names
        )

    @property
    def root_subject(self) -> str:
        """The subject of the independent claim it goes back to by its first citation."""
        claim, seen = self, {self.number}
        while claim.dependent and claim.parents and claim.parents[0].number not in seen:
            claim = claim.parents[0]
            seen.add(claim.number)
        return claim.subject_name

    @cached_property
    def characterized(self) -> Span | None:
        """The words 其特征在于, if it has them."""
        match = next(self.body.find(_CHARACTERIZED), None)
        return self.body.at(match) if match else None

    @property
    def preamble(self) -> Span:
        """What stands before 其特征在于, all of it if there is none."""
        end = self.characterized.start if self.characterized else self.body.end
        return Span(self.body.document, self.body.start, end)

    @property
    def characterizing(self) -> Span:
        """What stands after 其特征在于; all of the body if there is none."""
        start = self.characterized.end if self.characterized else self.body.start
        return Span(self.body.document, start, self.body.end)

    @property
    def multiple(self) -> bool:
        """Whether it cites more than one claim at its beginning."""
        return self.leading is not None and len(self.leading.numbers) > 1

    @cached_property
    def paths(self) -> tuple[tuple[Claim, ...], ...]:
        """Every chain of ancestors, nearest first; one empty chain for an independent claim.

        A claim that cites several *in alternative* has a chain for each; several citing phrases
        (权利要求1的泵和权利要求2的阀) go together. At most 64 chains are followed.
        """
        groups: list[list[tuple[Claim, ...]]] = []
        for citation in self.citations:
            numbers = frozenset(citation.numbers)
            chains = [(parent, *chain) for parent in self.parents if parent.number in numbers for chain in parent.paths]
            if chains:
                groups.append(chains[:_MAX_PATHS])
        if not groups:
            return ((),)
        joined: list[tuple[Claim, ...]] = []
        for chosen in product(*groups[:4]):
            joined.append(tuple(dict.fromkeys(claim for chain in chosen for claim in chain)))
            if len(joined) >= _MAX_PATHS:
                break
        return tuple(dict.fromkeys(joined))


def head_noun(name: str) -> str:
    """The head of a subject's name: what follows its last 的 (用于输送水的离心泵 → 离心泵)."""
    return name.rpartition("的")[2] or name


def same_head(first: str, second: str) -> bool:
    """Whether two names may name one subject: the same last words, one left out modifiers, or usual synonyms."""
    for one in _SPLIT_NAMES.split(first):
        for other in _SPLIT_NAMES.split(second):
            if not one or not other:
                continue
            if one.endswith(other) or other.endswith(one) or one[-2:] == other[-2:]:
                return True
            if any(one[-2:] in group and other[-2:] in group for group in _SAME_HEADS):
                return True
    return False


def only_omits(name: str, full: str) -> bool:
    """Whether ``name`` says nothing that ``full`` does not: all its characters but 的, 用于 and the like are there."""
    return set(_FUNCTION_WORDS.sub("", name)) <= set(full)


def _claim_starts(lines: Sequence[Span]) -> list[tuple[int, re.Match[str] | None]]:
    """Indexes of the lines that begin a claim, each with the match of its number."""
    starts: list[tuple[int, re.Match[str] | None]] = []
    last = 0
    for index, line in enumerate(lines):
        match = _START.match(line.document.folded, line.start, line.end)
        if match is None:
            continue
        number = number_value(match["number"])
        rest = line.document.folded[match.end() : line.end]
        if match["mark"] == "." and rest[:1].isdigit() and not _CLAIM_WORDS.match(rest):
            continue  # 1.5mm的孔
        looks = bool(_CLAIM_WORDS.match(rest)) or bool(match["prefix"])
        generated = bool(line.document.paragraph_at(line.start).label)
        expected = number == last + 1 and bool(match["mark"] or match["prefix"] or generated) and not match["open"]
        # Steps "1、…" inside claim 3 are no claims: an expected number is believed only if nothing speaks against it.
        if looks and not (match["open"] and number != last + 1):
            accepted = bool(match["mark"] or match["prefix"] or match["open"] or number == last + 1)
        else:
            accepted = expected and (last == 0 or _previous_ended(lines, index))
        if accepted:
            starts.append((index, match))
            last = number
    return starts


def _previous_ended(lines: Sequence[Span], index: int) -> bool:
    return bool(re.search(r"[。.．]\s*$", lines[index - 1].folded)) if index else True


def _inline_starts(line: Span, number: int) -> list[re.Match[str]]:
    """Claims that follow claim ``number`` within one line: “…。2. 根据权利要求1…”."""
    pattern = re.compile(
        r"(?<=[。;；])\s*(?P<prefix>权利要求)?(?P<open>)(?P<number>\d{1,3})\s*(?P<mark>[.．、])\s*(?=一种|根据"
        r"|如权|按照|依据)"
    )
    found = []
    for match in line.find(pattern):
        if int(match["number"]) == number + 1:
            found.append(match)
            number += 1
    return found


def draw_claims(part: Part | None) -> tuple[Claim, ...]:
    """The claims of the claims part, in the order of the text, linked to those they cite.

    A number starts a claim if a claim's words follow it or it is the next one due; steps inside a claim
    (1、2、) stay inside. Without any number the whole part is one claim.
    """
    if part is None or not part:
        return ()
    lines = part.lines
    document = part.document
    cuts: list[tuple[int, re.Match[str] | None]] = []
    starts = _claim_starts(lines)
    for order, (index, match) in enumerate(starts):
        cuts.append((lines[index].start, match))
        until = starts[order + 1][0] if order + 1 < len(starts) else len(lines)
        number = number_value(match["number"]) if match else 0
        for line in lines[index:until]:
            for inline in _inline_starts(line, number):
                cuts.append((inline.start(), inline))
                number = int(inline["number"])
    if not cuts:
        cuts = [(lines[0].start, None)]
    claims: list[Claim] = []
    for order, (start, match) in enumerate(cuts):
        end = cuts[order + 1][0] if order + 1 < len(cuts) else lines[-1].end
        span = Span(document, start, end).trimmed()
        if match is None:
            claims.append(Claim(1, span, span))
            continue
        # A number and nothing else: the blanks behind it, which the match took in, are no longer in the claim.
        body = Span(document, min(match.end(), span.end), span.end).trimmed()
        if not len(body):
            body = span
        claims.append(
            Claim(
                number_value(match["number"]),
                span,
                body,
                Span(document, match.start("number"), match.end("number")),
                Span(document, match.start("prefix"), match.end("prefix")) if match["prefix"] else None,
            )
        )
    _link(claims)
    return tuple(claims)


def _link(claims: list[Claim]) -> None:
    by_number: dict[int, Claim] = {}
    for order, claim in enumerate(claims):
        wanted = [number for citation in claim.citations for number in citation.numbers]
        claim.parents = tuple(
            by_number[number]
            for number in dict.fromkeys(wanted)
            if number in by_number and by_number[number] is not claim
        )
        by_number.setdefault(claim.number, claims[order])
