"""What planters work on: a draft in pieces, with the planted words marked inside it; and the registry of planters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from random import Random

from ipcheck.check import Sample
from ipcheck.model import ImageFacts
from ipcheck.patent import Filing, Kind, SectionName
from ipcheck.patent.description import section_of_heading
from ipcheck.readers.registry import read_bytes
from ipcheck.testing import filing_of

# Private characters: the planted words stand between OPEN and CLOSE; ABSENT marks a paragraph in which a finding
# about something that is absent may lie.
# TABLE marks a line that is a row of a table.
OPEN, CLOSE, ABSENT, TABLE = "\ue000", "\ue001", "\ue002", "\ue003"
_NUMBERED = re.compile(r"(\s*(\d{1,3})\s*[.．、]\s*)(.*)", re.DOTALL)
_PARAGRAPH = re.compile(r"\s*\[\d{4}\]\s*")
_CITED = re.compile(r"(?:一种)?(?:根据|如|按照|依据)权利要求\s*([\d、，,或和至到～~\-‑—\s]+)")
_TABLE = re.compile(r"(?<![\d图A-Za-z])(\d{1,3}[a-z]?)\s*[-—、.：:]\s*([一-鿿]{2,12})(?=[；;，,。、\s]|$)")
_NOUN = re.compile(
    r"(?!与|根据|基于|对|将|由|获取|确定|计算|利用|通过|采用|进行|构建|生成|批量|执行|建立|输出|接收|发送|判断|整合|使用|确保|负责|定期)"
    r"(?:(?![的中与和及])[一-鿿])+(?<![上下内为在后前时])(?<!相应|相关|对应|进行|所述)"
)
_BOUNDARY = frozenset("的内上下与和及、，；。：（(为包设用中进还均由在是之通连固具位安有顶底左右前后外两呈采被根将对")


@dataclass
class Draft:
    """An application in pieces. ``claims`` bear their numbers; ``description[0]`` is the title line.

    ``listing`` is a sequence listing in a file of its own, ``sequences`` one in the draft; ``poa`` is the power of
    attorney.
    ``apart`` makes each part a file of its own, but for those under the headings ``joined``, which stand in one.
    ``objects``, ``images`` and ``marks`` are those of ipcheck.check.Sample. ``anywhere`` is set where a finding may lie
    in any place of the text (a part that is missing has none).
    """

    name: str
    kind: Kind
    title: str
    abstract: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    description: list[str] = field(default_factory=list)
    request: list[str] = field(default_factory=list)
    drawings: list[str] = field(default_factory=list)
    sequences: list[str] = field(default_factory=list)
    listing: list[str] = field(default_factory=list)
    brief: list[str] = field(default_factory=list)
    views: list[str] = field(default_factory=list)
    poa: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    images: list[ImageFacts | None] = field(default_factory=list)
    marks: list[tuple[str, str, str]] = field(default_factory=list)
    anywhere: bool = False
    apart: bool = False
    joined: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def copy(self) -> Draft:
        """A draft of its own."""
        return deepcopy(self)

    def _parts(self) -> Iterator[tuple[str, list[str]]]:
        form = f"{self.kind.chinese}专利请求书"
        for heading, lines in (
            (form, self.request),
            ("说明书摘要", self.abstract),
            ("权利要求书", self.claims),
            ("说明书", self.description),
            ("说明书附图", self.drawings),
            ("核苷酸和氨基酸序列表", self.sequences),
            ("外观设计图片或照片", self.views),
            ("外观设计简要说明", self.brief),
            ("专利代理委托书", self.poa),
        ):
            if lines:
                yield heading, lines

    def _pieces(self) -> Iterator[str]:
        for heading, lines in self._parts():
            yield heading
            yield from lines

    def _files(self) -> Iterator[str]:
        together = "\n".join("\n".join((head, *lines)) for head, lines in self._parts() if head in self.joined)
        yield from ["\n".join((head, *lines)) for head, lines in self._parts() if head not in self.joined]
        if together:
            yield together

    def render(self) -> tuple[str, list[tuple[int, int]]]:
        """The text without the private characters, and the ranges in which the defect lies."""
        pieces: list[str] = []
        ranges: list[tuple[int, int]] = []
        length = 0
        for piece in "\n".join(self._pieces()).split("\n"):
            start, opened = length, -1
            kept: list[str] = []
            for character in piece:
                offset = start + len(kept)
                if character == OPEN:
                    opened = offset
                elif character == CLOSE:
                    ranges.append((opened, offset))
                elif character not in (ABSENT, TABLE):
                    kept.append(character)
            if ABSENT in piece:
                ranges.append((start, start + len(kept)))
            pieces.append("".join(kept))
            length = start + len(kept) + 1
        return "\n".join(pieces), ranges

    def filing(self) -> Filing:
        """The application it makes."""
        if self.apart:
            files = (read_bytes(file.encode("utf-8"), f"{n}.txt") for n, file in enumerate(self._files()))
            return Filing(tuple(document for read in files for document in read), kind=self.kind, name=self.name)
        text, _ = self.render()
        sample = Sample(
            text, self.kind.value, objects=tuple(self.objects), images=tuple(self.images), marks=tuple(self.marks)
        )
        filing = filing_of(sample, text)
        lines = "\n".join(self._pieces()).split("\n")
        rows = {number for number, line in enumerate(lines) if TABLE in line}
        if not self.listing and not rows:
            return filing
        draft = filing.documents[0]
        told = [replace(line, table=1) if number in rows else line for number, line in enumerate(draft.paragraphs)]
        raw = "\n".join(self.listing).encode("utf-8")
        others = read_bytes(raw, "sequences.xml") if self.listing else ()
        return Filing((replace(draft, paragraphs=tuple(told)), *others), kind=self.kind, name=filing.name)

    def section(self, name: SectionName) -> range:
        """Indexes of the description's lines under that heading, the heading first; empty if there is none."""
        heads = [
            (index, found)
            for index, line in enumerate(self.description)
            if index and (found := section_of_heading(_PARAGRAPH.sub("", line))) is not None
        ]
        kept: list[tuple[int, SectionName]] = []
        for index, found in heads:
            if all(found is not known for _, known in kept):
                kept.append((index, found))
        for order, (index, found) in enumerate(kept):
            if found is name:
                return range(index, kept[order + 1][0] if order + 1 < len(kept) else len(self.description))
        return range(0)

    def retitle(self, title: str) -> None:
        """Put ``title`` in the request and, marked, at the head of the description."""
        self.request = [line.replace(f"：{self.title}", f"：{title}", 1) for line in self.request]
        self.description[0] = mark(title)


Planter = Callable[[Draft, Random], Draft | None]


@dataclass(frozen=True)
class Planting:
    """A planter: for which check, what it is called, which carriers can bear it."""

    check: str
    variant: str
    carriers: str
    plant: Planter


PLANTINGS: list[Planting] = []


def plants(check: str, variant: str = "", carriers: str = "patents") -> Callable[[Planter], Planter]:
    """Enter a planter for ``check``. It gets a draft of its own and returns it with the defect, or None."""

    def enter(planter: Planter) -> Planter:
        PLANTINGS.append(Planting(check, variant or planter.__name__, carriers, planter))
        return planter

    return enter


def mark(words: str) -> str:
    """The words marked as those to be pointed at."""
    return f"{OPEN}{words}{CLOSE}"


def replace_once(text: str, old: str, new: str, rng: Random) -> str:
    """One of the places of ``old`` replaced, chosen at random."""
    at = rng.choice([match.start() for match in re.finditer(re.escape(old), text)])
    return text[:at] + new + text[at + len(old) :]


def split_number(claim: str) -> tuple[str, str]:
    """The claim's number with what follows it up to the words, and the words."""
    match = _NUMBERED.match(claim)
    return (match[1], match[3]) if match else ("", claim)


def cited(claim: str) -> list[int]:
    """The numbers cited at the claim's beginning."""
    match = _CITED.match(split_number(claim)[1])
    if match is None:
        return []
    found: list[int] = []
    for low, high in re.findall(r"(\d+)\s*(?:[至到～~\-‑—]\s*(\d+))?", match[1]):
        found.extend(range(int(low), int(high or low) + 1))
    return found


def dependents(draft: Draft, parent: int | None = None) -> list[int]:
    """Indexes of the claims that cite exactly one claim, as 根据权利要求N所述; of ``parent`` only if given."""
    return [
        index
        for index, claim in enumerate(draft.claims)
        if len(numbers := cited(claim)) == 1
        and re.match(r"(?:根据|如|按照|依据)权利要求\s*\d+\s*所述", split_number(claim)[1])
        and (parent is None or numbers[0] == parent)
    ]


def recite(claim: str, numbers: str) -> str:
    """The claim citing ``numbers`` (marked as it pleases the caller) instead of the single number it cites."""
    return re.sub(r"(?<=权利要求)\s*\d+\s*(?=所述)", lambda _: numbers, claim, count=1)


def root(draft: Draft, index: int) -> int:
    """Index of the independent claim to which a claim goes back by its first citations."""
    numbers = [] if split_number(draft.claims[index])[1].startswith("一种") else cited(draft.claims[index])
    return index if not numbers or numbers[0] > index else root(draft, numbers[0] - 1)


def ancestors(draft: Draft, index: int) -> list[int]:
    """Indexes of all claims it goes back to, by any way."""
    found: list[int] = []
    for number in cited(draft.claims[index]):
        if number <= index and number - 1 not in found:
            found += [number - 1, *(other for other in ancestors(draft, number - 1) if other not in found)]
    return found


def subject(draft: Draft, index: int) -> str:
    """What the claim calls its subject."""
    words = split_number(draft.claims[index])[1]
    lead = r"(?:(?:一种)?(?:根据|如|按照|依据)权利要求.{1,30}?所述的?(?:一种)?|一种|一个)?"
    match = re.match(lead + r"(.{2,60}?)(?=[，,：:；]|其特征|，?包括)", words, re.DOTALL)
    return match[1] if match else ""


def is_method(name: str) -> bool:
    """Whether a subject is a method."""
    return name.endswith(("方法", "工艺", "用途", "应用"))


def independents(draft: Draft) -> list[int]:
    """Indexes of the claims that cite none at their beginning."""
    return [
        index
        for index, claim in enumerate(draft.claims)
        if not re.search(r"权利要求书?\s*\d", claim.split("\n")[0][:40])
    ]


def add_clause(draft: Draft, index: int, clause: str, joint: str = "，") -> bool:
    """Write ``clause`` at the claim's end, before its full stop; False where it has none."""
    if not draft.claims[index].rstrip().endswith("。"):
        return False
    draft.claims[index] = draft.claims[index].rstrip()[:-1] + f"{joint}{clause}。"
    return True


def any_claim(draft: Draft, rng: Random) -> int:
    """Index of a claim that ends in a full stop."""
    return rng.choice([index for index, claim in enumerate(draft.claims) if claim.rstrip().endswith("。")])


def paragraphs(draft: Draft, name: SectionName, least: int = 20) -> list[int]:
    """Indexes of the section's paragraphs of at least so many characters that end in a full stop."""
    return [
        i for i in draft.section(name)[1:] if len(draft.description[i]) >= least and draft.description[i][-1] == "。"
    ]


def add_sentence(draft: Draft, rng: Random, sentence: str, *names: SectionName) -> bool:
    """Write ``sentence`` at the end of a paragraph of one of these sections."""
    places = [index for name in names for index in paragraphs(draft, name)]
    if places:
        draft.description[rng.choice(places)] += sentence
    return bool(places)


def add_line(draft: Draft, rng: Random, line: str, name: SectionName) -> bool:
    """Write a paragraph of its own after one of that section; numbered like its neighbours' would be, it is not."""
    places = paragraphs(draft, name)
    if places:
        draft.description.insert(rng.choice(places) + 1, line)
    return bool(places)


def sign_table(draft: Draft) -> dict[str, str]:
    """Part names by their signs, from the description's list of signs."""
    found: dict[str, str] = {}
    for index in [*draft.section(SectionName.FIGURES)[1:], *draft.section(SectionName.EMBODIMENTS)[1:4]]:
        line = _PARAGRAPH.sub("", draft.description[index])
        if not re.match(r"(?:附)?图\s*\d", line):
            entries = _TABLE.findall(line)
            if len(entries) >= 2:
                found.update(dict(entries))
    return found


def caption_numbers(draft: Draft) -> list[int]:
    """The figures that 附图说明 describes one a line; empty unless they are 1..N."""
    found = []
    for index in draft.section(SectionName.FIGURES)[1:]:
        match = re.match(r"(?:附)?图\s*(\d+)(?=[为是示]|中?所?示)", _PARAGRAPH.sub("", draft.description[index]))
        if match:
            found.append(int(match[1]))
    return found if found == list(range(1, len(found) + 1)) else []


def caption_line(draft: Draft, number: int) -> int:
    """Index of the line that describes a figure."""
    return next(
        index
        for index in draft.section(SectionName.FIGURES)[1:]
        if re.match(rf"(?:附)?图\s*{number}(?!\d)", _PARAGRAPH.sub("", draft.description[index]))
    )


def mentions(draft: Draft, index: int) -> list[tuple[int, int, str]]:
    """(start, end, term) of every 所述X in a claim's own part whose X stands earlier in the claim or its ancestors."""
    claim = draft.claims[index]
    above = "".join(draft.claims[other] for other in ancestors(draft, index))
    first = claim.find("特征") if cited(claim) else 0
    found = []
    for match in re.finditer(r"所述的?(?=([一-鿿]{2,10}))", claim):
        if match.start() < max(first, 0) or "权利要求" in claim[max(0, match.start() - 20) : match.start()]:
            continue
        earlier = above + claim[: match.start()]
        for size in range(len(match[1]), 1, -1):
            term = match[1][:size]
            follows = claim[match.end() + size : match.end() + size + 1]
            if term in earlier and follows in _BOUNDARY and _NOUN.fullmatch(term):
                found.append((match.start(), match.end() + size, term))
                break
    return found
