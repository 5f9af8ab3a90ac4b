"""How many comments of the Word report stand at exactly the words of their findings: over the real .docx drafts.

    python -m tests.benchmarks.word_comments [DIR…]

Without folders: ../shared/data/documents/docx and our own examples. Each draft is checked with every check we have,
marked, read again with our own reader; a comment is right if its range in the copy is the finding's words. 200 random
stretches of each draft are marked too. It is told whether the copy has the draft's text, and which parts changed.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import Document, Fix, Record, Report
from ipcheck.readers import read_file
from ipcheck.readers.docx import read
from ipcheck.readers.limits import DEFAULT
from ipcheck.reporters.docx_comments import Told, lines
from ipcheck.reporters.docx_marked import mark
from tests.benchmarks.corpus import SHARED
from tests.readers.docx_samples import p, r
from tests.reporters.word_samples import at, in_file, word

DAY = date(2026, 11, 22)
_ROOT = Path(__file__).resolve().parents[2]
_SILENT = {"DSC054"}  # it finds the comments themselves


def checked(path: Path) -> Report:
    """The report on one draft, with every check switched on."""
    return check_patents([path], make_settings(Wishes(profile="strict", as_of=DAY.isoformat(), room="patent")))


def judged(before: Document, copy: Document, record: Record) -> str:
    """How the comment for ``record`` stands in ``copy``: exact, number (an automatic one), beside, wrong."""
    words = record.words
    told = {beside: "\n".join(lines(record, Told(beside=beside))) for beside in (False, True)}
    if any(item.kind == "comment" and item.detail == told[True] for item in copy.marks):
        return "beside"
    shown = in_file(before, words.start, words.end)
    ranges = [(item.start, item.end) for item in copy.marks if item.kind == "comment" and item.detail == told[False]]
    if not shown:
        return "number" if any(start == end for start, end in ranges) else "wrong"
    return "exact" if (shown[0], shown[-1] + 1) in ranges else "wrong"


def at_random(path: Path, data: bytes, document: Document) -> Counter[str]:
    """Verdicts on 200 random stretches, half of them short; none of them begins or ends inside a formula."""
    chance = random.Random(path.name)
    formulas = {spot for item in document.marks for spot in range(item.start, item.end) if item.kind == "formula"}
    records: list[Record] = []
    while len(records) < 200:
        start = chance.randrange(len(document.text))
        end = min(len(document.text), start + chance.choice((chance.randrange(1, 12), chance.randrange(1, 800))))
        edges = {start, end - 1}
        if not edges & formulas and "\n" not in {document.text[spot] for spot in edges}:
            records.append(at(document, start, end, f"R{len(records):05}"))
    copy = read(mark(data, document, records, DAY).data, path.as_posix(), DEFAULT)
    return Counter(judged(document, copy, record) for record in records)


def large(count: int) -> float:
    """Seconds to mark a draft of 65,000 characters with ``count`` comments and tracked fixes."""
    chance = random.Random(1)
    body = "".join(p("".join(r("一种水杯，包括杯体和杯盖" * 2) for _ in range(4))) for _ in range(680))
    data = word(body)
    document = read(data, "大.docx", DEFAULT)
    starts = [chance.randrange(65_000) for _ in range(count)]
    records = [at(document, spot, spot + 4, f"R{spot}", Fix("新", safe=True)) for spot in starts]
    start = time.perf_counter()
    mark(data, document, records, DAY, fix=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    folders = [Path(name) for name in sys.argv[1:]] or [SHARED / "data/documents/docx", _ROOT / "examples/patent"]
    total: Counter[str] = Counter()
    for path in sorted(path for folder in folders for path in folder.rglob("*.docx") if ".ipcheck." not in path.name):
        data = path.read_bytes()
        document = read_file(path, path.as_posix())[0]
        records = [record for record in checked(path).findings if record.words.path == path.as_posix()]
        start = time.perf_counter()
        marked = mark(data, document, records, DAY).data
        took = time.perf_counter() - start
        copy = read(marked, path.as_posix(), DEFAULT)
        verdicts = Counter(judged(document, copy, record) for record in records)
        total += verdicts
        total += Counter({f"random {name}": count for name, count in at_random(path, data, document).items()})
        old, new = (zipfile.ZipFile(io.BytesIO(item)) for item in (data, marked))
        changed = [name for name in new.namelist() if name not in old.namelist() or new.read(name) != old.read(name)]
        same = "same text" if copy.text == document.text else "OTHER TEXT"
        print(f"{path.name}: {dict(verdicts)} {same} {took:.2f} s, changed: {', '.join(changed)}")
        for record in records:
            if judged(document, copy, record) == "wrong":
                print("  WRONG", record.code, record.words.start, record.words.end, repr(record.words.text[:40]))
    print(dict(total))
    for count in (100, 5_000):
        print(f"65,000 characters, {count} comments with fixes: {large(count):.2f} s")


if __name__ == "__main__":
    main()
