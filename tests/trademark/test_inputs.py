"""Applications from files of every kind, and what is wrong with hostile ones."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Word
from PIL import Image

from ipcheck.config import Settings
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Report
from ipcheck.plugins import shipped
from ipcheck.readers import ReadError
from ipcheck.trademark import Column, Lists, Mark
from ipcheck.trademark.applications import application_files, read_applications
from ipcheck.trademark.lists import read_lists

TOML = """申请人 = "青禾食品有限公司"

[[商标]]
商标 = "福来"
类别 = 33
商品 = ["白酒（3301）", "黄酒（3301）"]

[[商标]]
商标 = "热干面"
类别 = [30, 46]
申请日 = 2026-03-05
"""


def run(*paths: Path) -> Report:
    return check_trademarks(paths, Settings(as_of=date(2026, 11, 29), check_folders=(shipped("checks"),)))


def found(report: Report, code: str) -> list[str]:
    return [record.message for record in report.findings if record.code == code]


def write(folder: Path, text: str, name: str = "申请.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_toml_gives_one_row_a_mark_and_the_line_of_the_key(tmp_path: Path) -> None:
    path = write(tmp_path, TOML, "申请.toml")
    sheet = read_applications(path, path.as_posix())
    first, second = (Mark(row, Lists()) for row in sheet.rows)
    assert (first.text, first.classes, first.applicant) == ("福来", (33,), "青禾食品有限公司")
    assert [item.group for item in first.goods] == ["3301", "3301"]
    assert second.classes == (30, 46)
    assert second.filed == date(2026, 3, 5)
    cell = second.row.cell(Column.CLASS)
    assert cell is not None
    assert (cell.line, cell.source) == (10, "第10行")
    applicant = second.row.cell(Column.APPLICANT)
    assert applicant is not None
    assert applicant.line == 1
    assert found(run(path), "TMF001") == ["没有第46类：类别应当是 1 到 45"]


def test_json_in_all_its_shapes(tmp_path: Path) -> None:
    one = {
        "mark": "福来",
        "class": 33,
        "goods": {"9": ["手机"], "35": ["广告"]},
        "申请人": {"名称": "甲", "地址": "武汉"},
    }
    for shape in (one, [one], {"marks": [one]}, {"商标": [one]}):
        path = write(tmp_path, json.dumps(shape, ensure_ascii=False, indent=1), "申请.json")
        (row,) = read_applications(path, path.as_posix()).rows
        mark = Mark(row, Lists())
        assert (mark.text, mark.applicant, row.text(Column.ADDRESS)) == ("福来", "甲", "武汉")
        assert [(item.name, item.nice) for item in mark.goods] == [("手机", 9), ("广告", 35)]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.json", '{\n "商标": ', "第2行"),
        ("a.json", "[]", "没有找到商标"),
        ("a.json", "[" * 100_000, "嵌套过深"),
        ("a.toml", "商标 = 福来", "不是合格的 TOML"),
        ("a.toml", "  ", "文件是空的"),
    ],
)
def test_broken_records_are_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = write(tmp_path, text, name)
    with pytest.raises(ReadError, match=told):
        read_applications(path, path.as_posix())
    assert told in run(path).failures[0].message


def form(rows: list[tuple[str, ...]]) -> bytes:
    word = Word()
    word.add_paragraph("商标注册申请书")
    table = word.add_table(rows=0, cols=2)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def test_the_form_is_read_by_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "申请书.docx"
    path.write_bytes(
        form(
            [
                ("申请人名称（中文）：", "青禾食品有限公司"),
                ("统一社会信用代码", "91350100M000100Y44"),
                ("商标申请声明", "□集体商标 □证明商标 ☑三维标志"),
                ("商标", "福来"),
                ("类别", "30"),
                ("商品/服务项目", "面条（3009）"),
                ("类别", "46"),
                ("商品/服务项目", "广告"),
            ]
        )
    )
    (row,) = read_applications(path, path.as_posix()).rows
    mark = Mark(row, Lists())
    assert (mark.text, mark.classes, mark.applicant) == ("福来", (30, 46), "青禾食品有限公司")
    assert row.text(Column.KIND) == "三维标志"
    assert [(item.name, item.nice) for item in mark.goods] == [("面条", 30), ("广告", 46)]
    report = run(path)
    assert found(report, "TMF001")
    (wrong,) = [record for record in report.findings if record.code == "TMF017"]
    assert wrong.words.text == "91350100M000100Y44"
    assert wrong.words.source == "第5段"


def test_a_document_that_is_no_form_is_told(tmp_path: Path) -> None:
    path = tmp_path / "信.docx"
    path.write_bytes(form([("您好", "见附件")]))
    assert "没有认出商标注册申请书" in run(path).failures[0].message


def test_the_blanks_of_init_are_no_clean_bill(tmp_path: Path) -> None:
    lists = tmp_path / "名单"
    lists.mkdir()
    for name in ("热词", "领导人"):
        write(lists, f"{name},起,止,说明,来源\n", f"{name}.csv")
    write(lists, "热词,起,止,说明,来源\n某热词,,,,\n", "热词.csv")
    write(tmp_path, "申请号,商标\n", "商标台账.csv")
    assert list(read_lists(lists)[0].own) == ["热词"]
    assert not list(application_files(tmp_path))
    assert "只有列名" in run(write(tmp_path, "商标,类别\n")).failures[0].message


def test_a_day_nobody_can_read_is_told(tmp_path: Path) -> None:
    register = write(tmp_path, "申请号,商标,申请日\n1,福来,三月五日\n2,福往,无\n3,福至,2026-03-05\n", "台账.csv")
    settings = Settings(as_of=date(2026, 11, 29), check_folders=(shipped("checks"),))
    told = [failure.message for failure in check_trademarks((), settings, register=register).failures]
    assert told == ["第2行“申请日”写的“三月五日”不是能读的日期，没有用上；写成 2026-03-05"]


def test_folders_are_walked(tmp_path: Path) -> None:
    write(tmp_path, TOML, "甲.toml")
    write(tmp_path, "商标,类别\n福来,33\n", "乙.csv")
    write(tmp_path, "商标,类别\n福来,33\n", "~$乙.csv")
    write(tmp_path, "[x]\n", "ipcheck.toml")
    assert [path.name for path in application_files(tmp_path)] == ["乙.csv", "甲.toml"]
    assert run(tmp_path).subjects == 3
    empty = tmp_path / "空"
    empty.mkdir()
    assert "没有申请表" in run(empty).failures[0].message


def picture(path: Path, size: tuple[int, int] = (800, 800), colour: str = "white") -> None:
    Image.new("RGB", size, colour).save(path)


def test_pictures_beside_the_table(tmp_path: Path) -> None:
    folder = tmp_path / "案"
    folder.mkdir()
    picture(folder / "好.jpg")
    picture(folder / "红.jpg", colour="red")
    picture(folder / "大.png", (1600, 1600))
    (folder / "坏.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 500)
    (folder / "巨.jpg").write_bytes(b"\xff\xd8\xff" + bytes(20_000_000))
    picture(tmp_path / "外.jpg")
    (folder / "链.jpg").symlink_to(tmp_path / "外.jpg")
    names = ("好.jpg", "红.jpg", "大.png", "坏.jpg", "巨.jpg", "../外.jpg", "链.jpg", "无.jpg", "/etc/passwd")
    rows = "".join(f"福来{number},{name},否\n" for number, name in enumerate(names))
    report = run(write(folder, "商标,图样,指定颜色\n" + rows))
    told = found(report, "TMF009")
    assert not report.failures
    for words in ("PNG 格式", "不是能打开的图片", "20.0 MB", "没有找到"):
        assert any(words in message for message in told), words
    assert sum("不在表格所在的文件夹里" in message for message in told) == 3
    assert len(told) == 7
    assert len(found(report, "TMF010")) == 1


def test_a_large_file_is_told_with_its_kilobytes(tmp_path: Path) -> None:
    image = Image.effect_noise((1200, 1200), 90)
    image.save(tmp_path / "噪.jpg", quality=95)
    told = found(run(write(tmp_path, "商标,图样\n福来,噪.jpg\n")), "TMF009")
    assert len(told) == 1
    assert "KB，不应超过 200 KB（内部阈值）" in told[0]


def test_without_pillow_it_is_told_that_pictures_were_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipcheck.engine.trademark.missing", lambda modules: "缺少 Pillow" if modules else "")
    report = run(write(tmp_path, "商标,图样\n福来,a.jpg\n"))
    assert ("tm-form-specimen-digital", "缺少 Pillow") in report.skipped


BAD = """商标,类别,商品,类似群,申请日,外文含义,指定颜色,图样
福来,46,白酒,3301,2026-02-30,,,
福来,酒,白酒,33O1,昨天,,,
福\u200b来,33,白酒,330100,20261345,,,
FUL\u0410I,33,"白酒,黄酒",,2026-03-05,,,
{long},33,,,46086,,,
,33,,,,,,
热干面,30,面条,3009,2026-03-05,,,没有.jpg
"""


def test_bad_input_is_told_and_the_rest_checked(tmp_path: Path) -> None:
    report = run(write(tmp_path, BAD.format(long="山" * 500)))
    assert not report.failures
    assert report.subjects == 7
    assert len(found(report, "TMF001")) == 2
    assert len(found(report, "TMF031")) == 3
    assert any("六位" in message for message in found(report, "TMF003"))
    assert any("四位数字" in message for message in found(report, "TMF003"))
    assert "U+200B" in found(report, "TMF032")[0]
    assert "西里尔" in found(report, "TMF033")[0]
    assert "500个汉字" in found(report, "TMD011")[0]
    assert found(report, "TMD001")
