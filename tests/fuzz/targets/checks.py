"""Every check of the patent room, those that are off by default too, on arbitrary Chinese-looking text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from ipcheck.abnormal import FilingCheck
from ipcheck.engine.patents import check_filing
from ipcheck.model import Finding, Record
from ipcheck.patent import Filing, PatentCheck
from ipcheck.places import shipped
from ipcheck.plugins import load_checks
from ipcheck.readers.text import from_text
from tests.fuzz.vocabulary import bytes_of, text_of
from tests.samples.formats import faulty
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_text import plain_text

DAY = date(2026, 11, 22)
_HEAD = "权利要求书\n1. 一种杯，包括杯体（1）和杯盖（2）。\n2. 根据权利要求1所述的杯，"
_TAIL = "。\n说明书\n一种杯\n技术领域\n本发明涉及一种杯。\n附图说明\n图1是杯的结构图。\n具体实施方式\n"


@cache
def checks() -> tuple[PatentCheck | FilingCheck, ...]:
    """An instance of every check that looks at one application."""
    loaded = load_checks([shipped("checks")])
    assert not loaded.failures, loaded.failures
    made = [check(as_of=DAY) for check in loaded.checks]
    return tuple(check for check in made if isinstance(check, PatentCheck | FilingCheck))


def fuzz_checks(data: bytes) -> None:
    text = text_of(data[1:])
    # The words alone, in a claim, or in a description.
    text = (text, f"{_HEAD}{text}{_TAIL}如图1所示，杯体1。", f"{_HEAD}{text}{_TAIL}{text}")[data[0] % 3] if data else ""
    assert told(_filing(text)) == told(_filing(text)), "two runs differ"


def _filing(text: str) -> Filing:
    return Filing((from_text(text, "稿.txt"),))


def told(filing: Filing) -> list[Record]:
    findings, failures = check_filing(filing, checks())
    assert not failures, failures[0].message
    for check in checks():
        if isinstance(check, FilingCheck):
            findings += check.find(filing)
        elif check.applies(filing):
            check.unseen(filing)
    records = [Record.of(finding) for finding in findings]
    for finding, record in zip(findings, records, strict=True):
        _points_at_its_words(finding, record)
    return sorted(records, key=lambda record: record.order)


def _points_at_its_words(finding: Finding, record: Record) -> None:
    for words, span in ((record.words, finding.span), *zip(record.related, finding.related, strict=True)):
        text = span.document.text
        assert 0 <= words.start < words.end <= len(text), f"{record.code} points outside"
        assert words.text == text[words.start : words.end], f"{record.code} quotes other words"
        assert (span.line, span.column) == (words.line, words.column)
        lines = text.split("\n")
        if "\f" not in text and "\r" not in text:
            assert lines[words.line - 1][words.column - 1 :][:1] == words.text[:1].strip("\n"), f"{record.code} line"
    assert record.message and record.fingerprint and record.basis, record.code
    assert record.fix is None or record.fix.text != record.words.text, f"{record.code} mends nothing"


def seeds() -> Iterator[bytes]:
    for draft in (POT_HOLDER, faulty()):
        text = plain_text(draft)
        yield b"\0" + bytes_of(text)
        for start in range(0, len(text), 400):
            yield b"\1" + bytes_of(text[start : start + 400])
    for check in checks():
        for example in (*check.good[:1], *check.bad[:1]):
            text = example if isinstance(example, str) else example.text
            yield bytes([len(text) % 3]) + bytes_of(text.replace("⟦", "").replace("⟧", ""))[:600]
