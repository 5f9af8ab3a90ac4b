"""The Word report from the command line: a file for each input, the same findings in it, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from ipcheck.cli.main import main
from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import Document, Failure, InputFile, Record, Report
from ipcheck.readers import read_file
from ipcheck.reporters import formats
from ipcheck.reporters.docx_report import suffix_of
from ipcheck.reporters.docx_review import review
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from tests.conftest import ROOT
from tests.readers.docx_samples import p, r
from tests.reporters.test_docx_marked import changed
from tests.reporters.word_samples import DAY, at, commented, in_file, on, opened, part, settled, told_in, word

FAULTY = "权利要求书\n1. 一种杯子，包括杯体，所述杯体高５０mm，杯体上设有的的盖。\n2. 根据权利要求3所述的杯子。\n"
DRAFTS = ROOT / "examples/patent/03-缺陷样稿"
LINES = FAULTY.splitlines()


def told(*command: str) -> Result:
    return CliRunner().invoke(main, ["patent", "--as-of", "2026-11-22", *command])


def report_on(*paths: Path) -> Report:
    return check_patents(paths, make_settings(Wishes(as_of=DAY.isoformat(), room="patent", paths=paths)))


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_finding_of_the_example_is_a_comment_at_its_words(tmp_path: Path) -> None:
    report = report_on(DRAFTS)
    made = formats.files("docx", report, Sources(report), Look())
    assert made == formats.files("docx", report, Sources(report), Look())
    assert [name for name, _ in made] == [f"{Path(item.path).stem}.ipcheck.docx" for item in report.inputs]
    count = 0
    for (name, data), item in zip(made, report.inputs, strict=True):
        records = [record for record in report.open if record.words.path == item.path]
        wanted = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
        assert changed(Path(item.path).read_bytes(), data) == (wanted if records else set())
        (tmp_path / name).write_bytes(data)
        (before,), (after,) = read_file(Path(item.path), "a"), read_file(tmp_path / name, "a")
        assert after.text == before.text
        comments = docx.Document(io.BytesIO(data)).comments if records else ()
        assert sorted(comment.paragraphs[0].text for comment in comments) == sorted(
            f"【{record.level.chinese}】{record.code}" for record in records
        )
        count += len(records)
    assert count == len(report.open) >= 40


def test_the_copies_have_the_findings_of_the_drafts(tmp_path: Path) -> None:
    """Only the checks that find comments find more in the copies than in the drafts."""
    folder = tmp_path / "稿"
    shutil.copytree(DRAFTS, folder)
    before = report_on(folder)
    for name, data in formats.files("docx", before, Sources(before), Look()):
        (folder / name.replace(".ipcheck", "")).write_bytes(data)
    after = report_on(folder)
    keys = [
        [
            (record.code, record.words.path, record.words.start, record.words.text, record.fingerprint)
            for record in report.open
        ]
        for report in (before, after)
    ]
    of_comments = {"DSC054", "CLM016"}
    assert [key for key in keys[1] if key[0] not in of_comments] == [
        key for key in keys[0] if key[0] not in of_comments
    ]


def test_tracked_fixes_come_with_the_comments() -> None:
    Path("稿.docx").write_bytes(word("".join(map(p, LINES))))
    done = told("稿.docx", "--format", "docx", "--output", "出", "--fix")
    assert done.exit_code == 1, done.output
    data = Path("出/稿.ipcheck.docx").read_bytes()
    assert opened(data).text == FAULTY.strip().replace("５０", "50").replace("的的", "的")
    assert opened(settled(data, accept=False)).text == FAULTY.strip()
    assert "DSC049" in told_in(data)
    assert not Path("稿.ipcheck.docx").exists()


def test_files_that_are_no_docx_get_a_review() -> None:
    Path("稿.txt").write_text(FAULTY + "<b>&注\n", encoding="utf-8")
    done = told("稿.txt", "--format", "docx", "--output", "出")
    assert done.exit_code == 1, done.output
    data = Path("出/稿.ipcheck.docx").read_bytes()
    document = docx.Document(io.BytesIO(data))
    texts = [item.text for item in document.paragraphs]
    assert texts[-4:] == [*LINES, "<b>&注"]
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["级别", "位置", "文字", "问题", "依据", "改为"]
    assert ["建议 DSC049", "权利要求书 · 权利要求1 · 第2行", "５０"] in [row[:3] for row in cells]
    found = commented(data)
    assert len(found) <= len(cells) - 1 == len(list(document.comments))
    assert found["【建议】DSC049"] == "５０"


def test_reviews_hold_what_could_not_be_done() -> None:
    gone = InputFile("没了.docx", hashlib.sha256(b"x").hexdigest())
    failures = (Failure("坏.docx", None, "文件已损坏"), Failure("没了.docx", "x", "检查出错"))
    report = Report("patent", DAY, (gone,), (), failures, 1, 1)
    made = dict(formats.files("docx", report, Sources(report), Look()))
    assert set(made) == {"没了.ipcheck.docx", "坏.ipcheck.docx"}
    texts = {name: [item.text for item in docx.Document(io.BytesIO(data)).paragraphs] for name, data in made.items()}
    assert "未检查成：文件已损坏" in texts["坏.ipcheck.docx"]
    assert {"未检查成：检查出错", "没有可以标注的正文（是表格、已经移走或者已经改动），这里只列出问题"} <= set(
        texts["没了.ipcheck.docx"]
    )


def test_accepted_findings_are_no_comments_and_equal_names_are_kept_apart() -> None:
    for folder in ("甲", "乙"):
        Path(folder).mkdir()
        Path(folder, "稿.docx").write_bytes(word("".join(map(p, LINES))))
    done = told("甲", "乙", "--format", "docx", "--output", "出")
    assert done.exit_code == 1, done.output
    assert sorted(path.name for path in Path("出").iterdir()) == sorted(["甲-稿.ipcheck.docx", "乙-稿.ipcheck.docx"])


def test_a_docm_keeps_its_suffix_and_a_member_of_a_zip_gets_a_review() -> None:
    data = word("".join(map(p, LINES)))
    assert suffix_of("案/稿.DOCM") == ".docm"
    assert suffix_of("案/稿.doc") == ".docx"
    with zipfile.ZipFile("案卷.zip", "w") as archive:
        archive.writestr("稿.docx", data)
    assert told("案卷.zip", "--format", "docx", "--output", "出").exit_code == 1
    texts = [item.text for item in docx.Document("出/稿.ipcheck.docx").paragraphs]
    assert "ipcheck 审阅意见" in texts
    assert LINES[1] in texts


def test_the_folder_must_be_one() -> None:
    Path("稿.txt").write_text(FAULTY, encoding="utf-8")
    assert "文件夹" in told("稿.txt", "--format", "docx").output
    assert "文件夹" in told("稿.txt", "--format", "docx", "--output", "a.docx").output


def test_a_review_of_nothing() -> None:
    data = review("空.txt", None, [], date(2026, 1, 1), [])
    assert "未发现问题" in "".join(map(str, part(data).itertext()))


def test_reviews_set_indices_tabs_and_objects() -> None:
    body = p(
        r("H")
        + r("2", '<w:vertAlign w:val="subscript"/>')
        + r("O")
        + "<w:r><w:tab/></w:r>"
        + r("\u0001水".strip("\u0001"))
    )
    document = opened(word(body))
    records = [on(document, "2O\t"), at(document, 2, 2, "TST002"), at(document, 0, len(document.text), "TST003")]
    data = review("a.pdf", document, records, DAY, [])
    assert commented(data) == {"【警告】TST001": "2O\t", "【警告】TST002": "", "【警告】TST003": "H2O\t水"}
    lowered = [item for item in part(data).iter("{*}r") if item.find("{*}rPr/{*}vertAlign") is not None]
    assert ["".join(map(str, item.itertext())) for item in lowered] == ["2"]


def _converted(files: dict[str, bytes], to: str, folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice writes them in another format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed: the copies are not opened by a second program")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, home, "--headless", "--convert-to", to, "--outdir", str(folder / "to"), *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return {path.stem: path.read_bytes() for path in (folder / "to").iterdir()}


def test_libreoffice_finds_the_comments_at_the_words(tmp_path: Path) -> None:
    report = report_on(DRAFTS)
    files = dict(formats.files("docx", report, Sources(report), Look()))
    Path("稿.txt").write_text(FAULTY, encoding="utf-8")
    text = report_on(Path("稿.txt"))
    files |= dict(formats.files("docx", text, Sources(text), Look()))
    found = _converted(files, "odt", tmp_path)
    assert set(found) == {name.removesuffix(".docx") for name in files}
    for one in (report, text):
        sources = Sources(one)
        for item in one.inputs:
            records = [record for record in one.open if record.words.path == item.path]
            assert _annotated(found[f"{Path(item.path).stem}.ipcheck"]) == sorted(
                _shown(record, sources.documents[item.path]) for record in records
            )


def test_real_drafts_keep_their_text_and_have_comments_at_the_words(shared: Path, tmp_path: Path) -> None:
    drafts = sorted((shared / "data/documents/docx").glob("*.docx"))
    files: dict[str, bytes] = {}
    wanted: dict[str, list[tuple[str, str]]] = {}
    for draft in drafts:
        report = report_on(draft)
        sources = Sources(report)
        ((name, data),) = formats.files("docx", report, sources, Look(fix=True))
        (document,) = sources.documents.values()
        untouched = settled(data, accept=False)
        assert opened(untouched).text == document.text
        assert changed(draft.read_bytes(), data) <= {
            "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml",
        }  # fmt: skip
        if report.open:
            files[name] = untouched
            wanted[name.removesuffix(".docx")] = sorted(_shown(record, document) for record in report.open)
    found = _converted(files, "odt", tmp_path)
    assert {name: _annotated(odt) for name, odt in found.items()} == wanted
    assert len(wanted) >= 3


def _shown(record: Record, document: Document) -> tuple[str, str]:
    """Code and words as LibreOffice gives them: without numbers, line ends, pictures, blanks that it has signs for."""
    words = "".join(document.text[spot] for spot in in_file(document, record.words.start, record.words.end))
    return record.code, "".join(words.split()).replace("\ufffc", "")


def _annotated(odt: bytes) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    found = []
    for note in root.iter(office + "annotation"):
        name, words, inside = note.get(office + "name"), [], False
        for item in root.iter("*"):
            if item is note:
                inside = True
            elif item.tag == office + "annotation-end" and item.get(office + "name") == name:
                words.append("")
                break
            noted = (
                next(item.iterancestors(office + "annotation"), None) is not None or item.tag == office + "annotation"
            )
            if inside and not noted and item.text:
                words.append(item.text)
            if inside and not next(item.iterancestors(office + "annotation"), None) is not None and item.tail:
                words.append(item.tail)
        else:
            words = []
        first = "".join(map(str, next(note.iter("{*}p")).itertext()))
        found.append((first.partition("】")[2].split()[0], "".join("".join(words).split())))
    return sorted(found)
