"""Safe fixes as tracked changes of a .docx, which its author accepts or rejects in Word."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import NamedTuple

from lxml import etree

from ipcheck.model import Document, Record
from ipcheck.reporters.docx_anchors import Body, Cut, edges
from ipcheck.reporters.docx_comments import AUTHOR, stamp
from ipcheck.reporters.fixes import Change, trimmed

# What may stand between the runs of words that are changed, and in these runs.
_BETWEEN = frozenset(("proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
_IN_RUNS = frozenset(("rPr", "t", "lastRenderedPageBreak"))
# Properties of runs that Word itself scatters and nobody sees.
_UNSEEN = frozenset(("rFonts", "lang", "noProof"))
_SYMBOLS = ("symbol", "wingdings", "webdings")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Plan(NamedTuple):
    """A change that can be tracked: the runs it deletes, the run it copies the look of, the words it inserts."""

    deleted: list[etree._Element]
    beside: etree._Element
    text: str


class Revisions:
    """The tracked changes of one document: asked for before its runs are split, planned and written afterwards."""

    def __init__(self, body: Body, document: Document, day: date, used: set[str]) -> None:
        self._body = body
        self._document = document
        self._date = stamp(day)
        self._used = used
        self._next = 1
        self._fields = _in_fields(body)
        self._wanted: dict[Change, tuple[Change, Cut, Cut]] = {}
        # The last insertion behind each run, so that those at one point keep their order.
        self._tails: dict[etree._Element, etree._Element] = {}

    def want(self, record: Record) -> None:
        """Ask for the gaps that the fix of ``record`` needs; what cannot be tracked is left out."""
        change = Change.of(record)
        small = trimmed(change, self._document.text)
        if change is None or small is None or any(character < " " or character == "\ufffc" for character in small.text):
            return
        # An insertion stands behind the character before it and looks like that.
        start = small.start if small.end > small.start else small.start - 1
        found = edges(self._document, start, max(small.end, start + 1)) if start >= 0 else None
        if found is None or any(len(edge.place) == 1 for edge in found):
            return
        (first, outside), (last, _) = self._body.cut(found[0]), self._body.cut(found[1])
        run = first.node.getparent()
        if outside or run is None or run in self._fields or self._body.local(run) != "r":
            return
        self._body.want(first)
        self._body.want(last)
        self._wanted[change] = (small, first, last)

    def plan(self) -> dict[Change, Plan]:
        """The changes that can be tracked, once runs are split."""
        plans = {}
        for change, (small, first, last) in self._wanted.items():
            plan = self._plan(small, first, last)
            if plan is not None:
                plans[change] = plan
        return plans

    def _plan(self, small: Change, first: Cut, last: Cut) -> Plan | None:
        """Only plain runs side by side in one paragraph, of one look, that hold exactly the words."""
        body = self._body
        start, end = body.gap(first).right, body.gap(last).left
        if start is None or end is None or body.local(start.getparent()) != "p":  # type: ignore[arg-type]
            return None
        runs: list[etree._Element] = []
        node: etree._Element | None = start
        while node is not None:
            name = body.local(node)
            if name == "r" and all(body.local(child) in _IN_RUNS for child in node):
                runs.append(node)
            elif name not in _BETWEEN:
                return None
            if node is end:
                break
            node = node.getnext()
        inserts = small.end == small.start
        words = "".join(item.text or "" for run in runs for item in run.iterchildren(body.w + "t"))
        known = self._document.text[small.start - inserts : small.end]
        if node is None or words != known or len({self._look(run) for run in runs}) != 1 or self._odd(runs[0]):
            return None
        return Plan([] if inserts else runs, runs[-1] if inserts else runs[0], small.text)

    def write(self, plan: Plan) -> None:
        """Put the tracked change of ``plan`` into the tree."""
        w = self._body.w
        after = plan.beside
        for run in plan.deleted:
            after = etree.Element(w + "del", self._facts())
            run.addprevious(after)
            after.append(run)
            for words in run.iterchildren(w + "t"):
                words.tag = w + "delText"
                words.set(_XML_SPACE, "preserve")
        if not plan.text:
            return
        inserted = etree.Element(w + "ins", self._facts())
        run = etree.SubElement(inserted, w + "r")
        look = plan.beside.find(w + "rPr")
        if look is not None:
            look = deepcopy(look)
            # What was tracked of the old run's look is no change of the new one.
            for old in look.findall(w + "rPrChange"):
                look.remove(old)
            run.append(look)
        etree.SubElement(run, w + "t", {_XML_SPACE: "preserve"}).text = plan.text
        if plan.deleted:
            after.addnext(inserted)
        else:
            self._tails.get(after, after).addnext(inserted)
            self._tails[after] = inserted

    def _facts(self) -> dict[str, str]:
        while str(self._next) in self._used:
            self._next += 1
        self._used.add(str(self._next))
        w = self._body.w
        return {w + "id": str(self._next), w + "author": AUTHOR, w + "date": self._date}

    def _look(self, run: etree._Element) -> bytes:
        """What is seen of a run's properties."""
        properties = run.find(self._body.w + "rPr")
        if properties is None:
            return b""
        seen = [item for item in properties if self._body.local(item) not in _UNSEEN]
        return b"".join(etree.tostring(item, method="c14n", with_tail=False) for item in seen)

    def _odd(self, run: etree._Element) -> bool:
        """Whether a run is set in a font of symbols, in which other letters are not what they seem."""
        w = self._body.w
        fonts = run.find(f"{w}rPr/{w}rFonts")
        return fonts is not None and any(
            value.lower().startswith(_SYMBOLS) for value in map(str, fonts.attrib.values())
        )


def _in_fields(body: Body) -> set[etree._Element]:
    """The runs in a field: what Word writes there again, it writes over any change."""
    w = body.w
    inside: set[etree._Element] = set()
    if next(body.root.iter(w + "fldChar"), None) is None:
        return inside
    depth = 0
    for run in body.root.iter(w + "r"):
        kinds = [item.get(w + "fldCharType") for item in run.iterchildren(w + "fldChar")]
        if depth or kinds:
            inside.add(run)
        depth = max(0, depth + kinds.count("begin") - kinds.count("end"))
    return inside


__all__ = ["Plan", "Revisions"]
