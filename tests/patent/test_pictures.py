"""The pictures of the drawings: their numbers, the files they may come from, what is said when nobody can look."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import docx
from click.testing import CliRunner
from PIL import Image, ImageDraw

from ipcheck.check import Sample
from ipcheck.cli.main import main
from ipcheck.config import Settings
from ipcheck.engine import check_patents
from ipcheck.model import Document, Report
from ipcheck.patent.case import draw_filings
from ipcheck.places import shipped
from ipcheck.readers import read_file
from ipcheck.readers.images import named
from ipcheck.readers.ocr import ReadNumeral
from ipcheck.reporters.formats import Look
from ipcheck.reporters.text_report import render
from ipcheck.testing import filing_of

CLAIMS = "1. 一种杯子，其特征在于，包括杯体和杯盖，所述杯盖盖合在所述杯体上。\n"
DESCRIPTION = (
    "一种杯子\n技术领域\n本实用新型涉及杯子。\n背景技术\n现有的杯子没有盖。\n实用新型内容\n提供一种杯子。\n附图说明\n"
    "图1为杯子的立体图。\n图2为杯盖的剖视图。\n图10为杯体的立体图。\n具体实施方式\n如图1、图2和图10所示，杯体上有杯盖。\n"
)
WHOLE = f"权利要求书\n{CLAIMS}说明书\n{DESCRIPTION}"


def names(text: str, *objects: str) -> list[tuple[str, str]]:
    filing = filing_of(Sample(text, objects=objects), text)
    return [(picture.name, picture.caption) for picture in filing.pictures]


def test_numbers_come_from_the_caption_line_below_or_the_source() -> None:
    text = "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。\n具体实施方式\n如图1所示。\n说明书附图\n"
    pictures = text + "\ufffc\n图1\n\ufffc\n图2\n\ufffc\n\ufffc"
    assert names(pictures, "picture", "picture", "picture:图3", "ole") == [
        ("图1", "泵"),
        ("图2", "轴"),
        ("图3", ""),
        ("第4幅图", ""),
    ]
    assert names(text + "\ufffc \ufffc\n图1 图2\n\ufffc\n\ufffc\n图3 轴", *["picture"] * 4) == [
        ("图1", "泵"),
        ("图2", "轴"),
        ("图3", ""),
        ("图3", ""),
    ]


def write_picture(path: Path, *, photo: bool = False) -> None:
    picture = Image.new("RGB", (900, 700), "white")
    if photo:
        picture = Image.blend(
            Image.radial_gradient("L").resize((900, 700)), Image.effect_noise((900, 700), 16), 0.3
        ).convert("RGB")
    else:
        ImageDraw.Draw(picture).rectangle((200, 150, 600, 500), outline="black", width=3)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stream.getvalue())


def read(file: Path) -> list[Document]:
    return read_file(file, file.as_posix()) if named(file.name) else []


def run(*paths: Path) -> Report:
    return check_patents(
        list(paths), Settings(check_folders=(shipped("checks"),), select=("FIG010", "FIG011", "FIG012"))
    )


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(item.code, Path(item.words.path).name, item.words.source) for item in report.findings]


def test_picture_files_are_the_drawings_of_the_case(tmp_path: Path) -> None:
    case = tmp_path / "案"
    case.mkdir()
    (case / "稿.txt").write_text(WHOLE, encoding="utf-8")
    write_picture(case / "图1.png")
    write_picture(case / "附图" / "图10.png", photo=True)
    write_picture(case / "附图" / "附图2.png")
    write_picture(case / "logo.png")
    report = run(tmp_path)
    assert (report.failures, report.subjects, len(report.inputs)) == ((), 1, 4)
    assert told(report) == [("FIG010", "案", "图10.png")]
    documents = [(file.as_posix(), item) for file in sorted(case.rglob("*.png")) for item in read(file)]
    ((filing, _),) = draw_filings(documents, kind=None, bundle="案")
    assert [figure.label for figure in filing.figures] == ["1", "2", "10"]


def test_pictures_beside_a_draft_with_drawings_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(f"{WHOLE}说明书附图\n图1\n图2\n图10\n", encoding="utf-8")
    write_picture(tmp_path / "图1.png", photo=True)
    report = run(tmp_path)
    assert (report.failures, report.subjects, told(report)) == ((), 1, [])


def test_a_word_file_whose_drawings_are_numbers_only_is_told_once(tmp_path: Path) -> None:
    file = docx.Document()
    for line in ("说明书", *DESCRIPTION.splitlines(), "摘要附图", "", "说明书附图", "图1", "图2", "图10"):
        file.add_paragraph(line)
    write_picture(tmp_path / "图.png")
    file.paragraphs[-5].add_run().add_picture(str(tmp_path / "图.png"))
    draft = tmp_path / "案" / "稿.docx"
    draft.parent.mkdir()
    file.save(str(draft))
    settings = Settings(check_folders=(shipped("checks"),), select=("FIG021",))
    (found,) = check_patents([draft], settings).findings
    assert (found.words.text, len(found.related)) == ("图1", 2) and "“图1”等各处都没有图" in found.message
    file.paragraphs[-1].insert_paragraph_before("").add_run().add_picture(str(tmp_path / "图.png"))
    file.save(str(draft))
    assert check_patents([draft], settings).findings == ()


def test_pictures_among_several_drafts_belong_to_nobody(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    write_picture(tmp_path / "图1.png")
    assert [failure.message[:9] for failure in run(tmp_path).failures] == ["文件夹里有几件申请"]


def test_without_pillow_the_report_says_what_was_not_looked_at(tmp_path: Path) -> None:
    write_picture(tmp_path / "图1.png", photo=True)
    with patch("ipcheck.check.extras._installed", lambda module: module != "PIL"):
        report = run(tmp_path)
    assert report.findings == () and report.failures == ()
    assert {name for name, _ in report.skipped} == {"figure-color", "figure-frame-or-blur"}
    shown = "".join(line.strip() for line in render(report, look=Look(width=200)).splitlines())
    assert (
        '未检查：figure-color、figure-frame-or-blur（缺少 Pillow，看不了图片：pip install "ipcheck[image]"）' in shown
    )
    assert "未发现问题，上面写明的除外" in shown
    assert run(tmp_path).skipped == ()


def test_config_says_why_a_check_cannot_run() -> None:
    with patch("ipcheck.check.extras._installed", lambda module: module != "PIL"):
        shown = CliRunner().invoke(main, ["config"]).stdout
    assert "- FIG011 figure-color：缺少 Pillow，看不了图片" in shown
    assert "+ FIG011 figure-color：默认运行" in CliRunner().invoke(main, ["config"]).stdout


def test_reading_signs_without_the_extra_is_refused(tmp_path: Path) -> None:
    write_picture(tmp_path / "图1.png")
    with patch("ipcheck.check.extras._installed", lambda module: module != "rapidocr"):
        result = CliRunner().invoke(main, ["patent", str(tmp_path), "--ocr"])
    assert result.exit_code == 2
    assert 'pip install "ipcheck[ocr]"' in result.stderr


def test_signs_are_read_only_when_asked_for(tmp_path: Path) -> None:
    text = DESCRIPTION.replace("具体实施方式\n", "图中：1-杯体；2-杯盖；3-手柄；4-扣。\n具体实施方式\n手柄3和扣4。")
    (tmp_path / "说明书.txt").write_text(f"说明书\n{text}杯体1上有杯盖2。", encoding="utf-8")
    write_picture(tmp_path / "图1.png")
    settings = Settings(check_folders=(shipped("checks"),), select=("FIG003", "FIG020"))
    read = [ReadNumeral(sign, (0, 0, 9, 9), 1.0) for sign in ("1", "2", "3", "7")]
    with (
        patch("ipcheck.engine.patents.numerals_in", lambda data, limits: tuple(read)),
        patch("ipcheck.engine.patents.whatever_in", lambda data, limits: frozenset({"1", "2", "3", "7"})),
    ):
        assert check_patents([tmp_path], settings).findings == ()
        report = check_patents([tmp_path], replace(settings, ocr=True))
    assert [(item.code, item.words.text) for item in report.findings] == [("FIG020", "\ufffc"), ("FIG003", "4")]
    assert all("OCR 识别，可能有误" in item.message for item in report.findings)


def test_pictures_without_pixels_are_told(tmp_path: Path) -> None:
    path = tmp_path / "100003.xml"
    path.write_text(
        '<cn-application-body><cn-drawings><figure num="0001"><img file="none.jpg"/></figure></cn-drawings>'
        "</cn-application-body>",
        encoding="utf-8",
    )
    assert {reason[:9] for _, reason in run(path).skipped} == {"1 幅附图看不到像"}
