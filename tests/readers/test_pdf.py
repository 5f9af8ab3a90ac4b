"""The PDF reader: lines rejoined, heads and numbers out, parts told; scans and hostile files answered in words."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from ipcheck.model import Document
from ipcheck.readers import Limits, ReadError, read_file
from ipcheck.readers.pdf import read
from tests.readers.pdf_maker import PageMaker, encrypted_pdf, make_pdf

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "documents" / "pdf"
FULL = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃寒来暑往"


def document(*pages: PageMaker) -> Document:
    return read(make_pdf(*pages), "a.pdf", Limits())


def lines(document: Document, part: str | None = "all") -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs if part == "all" or item.part == part]


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "a.pdf", limits or Limits())
    return str(caught.value)


def published(part: str, number: str) -> PageMaker:
    """A page with the running head and page number of a publication."""
    page = PageMaker().words(64, 47, "CN 106649100 B", 10).words(230, 47, "　".join(part), 14)
    return page.words(500, 47, number, 10).words(295, 782, number.split("/")[0], 10).picture(64, 38, 86, 12)


def front() -> PageMaker:
    page = PageMaker().words(70, 60, "(19)国家知识产权局").words(240, 98, "(12)实用新型专利")
    page.words(373, 120, "(10)授权公告号 CN 216252035 U").words(373, 136, "(45)授权公告日 2022.04.08")
    page.words(70, 155, "(21)申请号 202122928576.2").words(307, 155, "(56)对比文件").words(329, 170, "CN 1 A")
    page.words(70, 171, "(22)申请日 2021.11.26").words(70, 430, "(54)实用新型名称").words(
        92, 446, "一种计算机总线接口线路"
    )
    page.words(92, 462, "保护结构").words(70, 478, "(57)摘要").words(92, 494, "本实用新型公开了一种杯子，包括杯")
    page.words(70, 510, "体。").picture(310, 460, 200, 150).words(60, 742, "CN 216252035 U", upwards=True)
    return page


def test_wrapped_lines_are_rejoined() -> None:
    made = document(
        PageMaker()
        .words(90, 100, "1.一种杯子，" + FULL[:28])
        .words(66, 118, FULL)
        .words(66, 136, "模" * 30 + "用于deep learning，deep")
        .words(66, 154, "learning训练。")
        .words(90, 172, "2.根据权利要求1所述的杯子。")
    )
    assert lines(made) == [
        "1.一种杯子，" + FULL[:28] + FULL + "模" * 30 + "用于deep learning，deep learning训练。",
        "2.根据权利要求1所述的杯子。",
    ]
    place = made.place_of(made.text.index("训练"))
    assert (place.label, place.page) == ("第1页", 1)
    assert place.box is not None and place.box[0] == pytest.approx(66, abs=0.2) and 142 < place.box[1] < 146
    assert made.paragraphs[0].part is None and made.format == "pdf"


def test_a_publication_page_by_page() -> None:
    made = document(
        published("权利要求书", "1/1页")
        .words(86, 78, "1.一种杯子，包括杯体。")
        .words(86, 96, "2.根据权利要求1所述的杯子。"),
        published("说明书", "1/1页")
        .words(190, 86, "一种计算机总线接口结构", 14)
        .words(65, 122, "技术领域")
        .words(65, 140, "[0001]", 10.5)
        .words(112, 140, "本发明涉及杯子，" + FULL[:27])
        .words(65, 158, "以及杯盖。")
        .words(65, 176, "[0002]", 10.5)
        .words(112, 176, "其容积为0.5升。"),
        published("说明书附图", "1/1页").picture(150, 100, 300, 200).words(288, 330, "图1").words(288, 700, "图2"),
    )
    assert lines(made, "claims") == ["1.一种杯子，包括杯体。", "2.根据权利要求1所述的杯子。"]
    assert lines(made, "description") == [
        "一种计算机总线接口结构",
        "技术领域",
        "[0001] 本发明涉及杯子，" + FULL[:27] + "以及杯盖。",
        "[0002] 其容积为0.5升。",
    ]
    assert lines(made, "drawings") == ["\ufffc", "图1", "图2"]
    assert [item.label for item in made.objects] == ["图1"]
    assert made.margins == ("CN 106649100 B 权 利 要 求 书", "CN 106649100 B 说 明 书", "CN 106649100 B 说 明 书 附 图")
    assert [item.header for item in made.paragraphs][:3] == ["权利要求书", "权利要求书", "说明书"]
    assert [made.text[p.start : p.end] for p in made.paragraphs if p.heading] == ["技术领域"]
    assert made.facts["kind"] == "invention"
    assert [item.page_break_before for item in made.paragraphs][:4] == [False, False, True, False]


def test_a_front_page_has_two_columns() -> None:
    made = document(front(), published("权利要求书", "1/1页").words(86, 78, "1.一种杯子，包括杯体。"))
    assert made.facts == {
        "kind": "utility-model",
        "number": "216252035",
        "publication-kind": "U",
        "date": "20220408",
        "application-number": "202122928576.2",
        "application-date": "20211126",
        "title": "一种计算机总线接口线路保护结构",
    }
    assert lines(made, "abstract") == ["本实用新型公开了一种杯子，包括杯体。"]
    assert lines(made, "abstract-drawing") == ["\ufffc"]
    assert "(56)对比文件" in lines(made, "biblio")
    assert not any(line.startswith("CN 2162") for line in lines(made))


def test_figures_drawn_in_lines_have_an_object_too() -> None:
    made = document(PageMaker().words(260, 47, "说明书附图").words(288, 330, "图1").words(288, 700, "图2"))
    assert lines(made, "drawings") == ["\ufffc", "图1", "\ufffc", "图2"]
    assert [item.label for item in made.objects] == ["图1", "图2"]


def test_sub_and_superscripts_are_marked() -> None:
    page = PageMaker().words(66, 100, "含H").words(84, 102, "2", 7).words(88, 100, "O与10").words(118, 95, "-3", 7)
    made = document(page.words(126, 100, "m的杯子，其中各部分如下文所述。").words(66, 118, "又一行文字"))
    assert lines(made)[0] == "含H2O与10-3m的杯子，其中各部分如下文所述。"
    assert [(mark.kind, made.text[mark.start : mark.end]) for mark in made.marks] == [("sub", "2"), ("sup", "-3")]


def test_pictures_stand_where_they_are_seen() -> None:
    page = published("说明书", "1/1页").words(65, 140, "[0001]", 10.5).picture(112, 125, 100, 30)
    made = document(page.words(65, 200, "[0002]", 10.5).words(112, 200, "其中，a为系数。"))
    assert lines(made) == ["[0001]\ufffc", "[0002] 其中，a为系数。"]
    assert [item.kind for item in made.objects] == ["picture"]


def test_line_numbers_go() -> None:
    page = PageMaker()
    text = [chr(0x4E00 + index) * 38 for index in range(12)]
    for index in range(12):
        page.words(66, 100 + 18 * index, text[index])
        if index % 5 == 4:
            page.words(36, 100 + 18 * index, str(index + 1), 9)
    assert document(page).text == "".join(text)


def test_repeated_heads_go() -> None:
    pages = [PageMaker().words(66, 40, "某某专利代理事务所").words(66, 100, f"第{n}段文字。") for n in "一二三四"]
    made = document(*pages)
    assert lines(made) == ["第一段文字。", "第二段文字。", "第三段文字。", "第四段文字。"]
    assert made.margins == ("某某专利代理事务所",)


def test_landscape_pages_are_turned() -> None:
    made = document(PageMaker(rotate=90).words(300, 700, "横排页面上的一段文字abc。", upwards=True))
    assert lines(made) == ["横排页面上的一段文字abc。"]


def test_private_characters_are_marked() -> None:
    made = document(PageMaker().words(66, 100, "温度\ue005以上，这一行文字要有二十个字以上才算有文字。"))
    if "\ue005" not in made.text:
        pytest.skip("this pdfium does not report private-use characters")
    assert [made.text[mark.start : mark.end] for mark in made.marks if mark.kind == "unmapped"] == ["\ue005"]


def test_a_scan_says_so() -> None:
    message = refusal(make_pdf(PageMaker().picture(0, 0, 595, 842), PageMaker().picture(0, 0, 595, 842)))
    assert "扫描" in message and "OCR" in message and ".docx" in message


def test_single_pages_without_text_are_noted() -> None:
    scan = PageMaker().picture(0, 0, 595, 842)
    text = PageMaker().words(66, 100, "这一页有文字，而且不少于二十个字，其余各页没有。")
    made = document(text, scan, scan, PageMaker(), scan)
    assert len(made.notes) == 1 and made.notes[0].startswith("第2-3、5页没有文字")


@pytest.mark.parametrize("data", [b"%PDF-1.4 garbage", b"%PDF-1.4", make_pdf(PageMaker())[:300]])
def test_broken_files(data: bytes) -> None:
    assert "损坏" in refusal(data)


def test_encrypted_files() -> None:
    assert "加密" in refusal(encrypted_pdf())


def test_too_many_pages() -> None:
    assert "3 页" in refusal(make_pdf(*[PageMaker().words(66, 100, FULL)] * 3), Limits(pages=2))


def test_a_bomb_ends_in_words() -> None:
    bomb = make_pdf(PageMaker(), content=zlib.compress(b"0 0 m 9 9 l S\n" * 6_000_000, 1))
    message = refusal(bomb, Limits(seconds=2))
    assert "停止" in message or "终止" in message


def test_the_current_folder_is_never_imported_from(tmp_path: Path) -> None:
    for name in ("json", "ctypes", "pypdfium2", "ipcheck"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from the folder being checked')")
    (tmp_path / "a.pdf").write_bytes(make_pdf(PageMaker().words(66, 100, FULL)))
    code = (
        f"import sys; sys.path[:] = {[entry for entry in sys.path if entry]!r} + [''];"
        "from pathlib import Path; from ipcheck.readers import read_file;"
        "print(len(read_file(Path('a.pdf'), 'a.pdf')[0].text))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(len(FULL)), done.stderr


REAL = {
    "CN106649100B": (8, 95, 10, "invention"),
    "CN109359042A": (9, 79, 4, "invention"),
    "CN110888808A": (10, 15, 10, "invention"),
    "CN113456061A": (10, 102, 3, "invention"),
    "CN116130079A": (10, 145, 10, "invention"),
    "CN118471476A": (6, 49, 6, "invention"),
    "CN120597195A": (5, 120, 4, "invention"),
    "CN216252035U": (6, 34, 3, "utility-model"),
}


@pytest.mark.skipif(not DATA.is_dir(), reason="the real publications (../shared) are not on this machine")
@pytest.mark.parametrize("name", sorted(REAL))
def test_real_publications(name: str) -> None:
    claims, paragraphs, figures, kind = REAL[name]
    (made,) = read_file(DATA / f"{name}.pdf", f"{name}.pdf", Limits())
    numbers = re.findall(r"^(\d+)[.．、]", "\n".join(lines(made, "claims")), re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, claims + 1))
    numbers = re.findall(r"^\[(\d{4})\]", "\n".join(lines(made, "description")), re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, paragraphs + 1))
    drawn = [item.label for item in made.objects if made.paragraph_at(item.start).part == "drawings"]
    assert drawn == [f"图{number}" for number in range(1, figures + 1)]
    assert made.facts["kind"] == kind and made.facts["title"] and made.facts["number"] == name[2:-1]
    body = "\n".join(lines(made, "claims") + lines(made, "description"))
    assert not re.search(r"\d \.\d", body) and not re.search(r"^CN \d{9} [A-Z]", body, re.MULTILINE)
    assert len(lines(made, "abstract")) == 1 and lines(made, "abstract-drawing") == ["\ufffc"]
    assert made.notes == ()
