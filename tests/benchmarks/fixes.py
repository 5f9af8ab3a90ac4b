"""10,000 random fixes: no other character changes, in text files of every encoding and in .docx files of every cut.

    python -m tests.benchmarks.fixes [COUNT]

Prints how many fixes were put in and left, and how long it took; stops with an AssertionError at the first wrong
character.
"""

from __future__ import annotations

import random
import sys
import time

from ipcheck.model import Document, Fix, Record
from ipcheck.readers.text import read
from ipcheck.reporters.docx_marked import mark
from ipcheck.reporters.fixes import Change, fix_file, put_in
from tests.readers.docx_samples import p, r
from tests.reporters.word_samples import DAY, at, opened, settled, word

_WORDS = "一种水杯，其特征在于：包括杯体1和杯盖（2），高度为50mm。所述的的H₂O𠮷 ①\t“引号”…"
_CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")
_LOOKS = ("", "", "", "<w:b/>", '<w:vertAlign w:val="subscript"/>')


def wanted(document: Document, chance: random.Random) -> list[Record]:
    """Twenty random fixes of a document, overlapping or not."""
    records = []
    for number in range(20):
        start = chance.randrange(len(document.text))
        end = min(len(document.text), start + chance.randrange(6))
        new = "".join(chance.choices(_WORDS.replace("\t", ""), k=chance.randrange(5)))
        records.append(at(document, start, end, f"F{number}", Fix(new, safe=True)))
    return records


def in_text(chance: random.Random) -> tuple[int, int]:
    """One text file; return how many fixes went in and how many were asked for."""
    end = chance.choice(("\n", "\r\n", "\r"))
    codec = chance.choice(_CODECS)
    text = end.join("".join(chance.choices(_WORDS, k=chance.randrange(40))) for _ in range(6)) + end + "末"
    data = text.encode(codec)
    document = read(data, "a.txt")
    records = wanted(document, chance)
    fixed = fix_file(data, document, records)
    assert fixed is not None
    changes = [change for record in fixed.choice.taken if (change := Change.of(record)) is not None]
    after = put_in(document.text, changes)
    assert fixed.data.decode(codec).replace("\r\n", "\n").replace("\r", "\n") == after
    untouched = [change for change in changes if "\n" not in document.text[change.start : change.end]]
    if len(untouched) == len(changes):
        assert fixed.data.decode(codec).count(end) == text.count(end)
    return len(changes), len(records)


def in_word(chance: random.Random) -> tuple[int, int]:
    """One .docx: accepted gives the fixed text, rejected the old one."""
    body = ""
    for _ in range(4):
        cuts = [chance.randrange(1, 9) for _ in range(chance.randrange(1, 6))]
        words = ["".join(chance.choices(_WORDS.replace("\t", ""), k=size)) for size in cuts]
        body += p("".join(r(piece, chance.choice(_LOOKS)) for piece in words))
    data = word(body)
    document = opened(data)
    records = wanted(document, chance)
    marked = mark(data, document, records, DAY, fix=True, comment=chance.random() < 0.5)
    changes = [change for record in marked.tracked if (change := Change.of(record)) is not None]
    assert opened(settled(marked.data, accept=True)).text == put_in(document.text, changes)
    assert opened(settled(marked.data, accept=False)).text == document.text
    return len(changes), len(records)


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for name, one in (("text", in_text), ("docx", in_word)):
        chance = random.Random(1)
        put, asked, start = 0, 0, time.perf_counter()
        while put < count:
            more, all_of_them = one(chance)
            put, asked = put + more, asked + all_of_them
        took = time.perf_counter() - start
        print(f"{name}: {put} fixes put in of {asked} asked for, no other character changed, {took:.1f} s")


if __name__ == "__main__":
    main()
