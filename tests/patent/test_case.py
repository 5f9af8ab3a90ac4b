"""Which files make one application (design, section 5)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ipcheck.config import Settings
from ipcheck.engine import check_patents
from ipcheck.model import Report
from ipcheck.patent import PartName
from ipcheck.patent.case import draw_filings, find_bundles
from ipcheck.places import shipped
from ipcheck.readers import read_file

CLAIMS = "1. 一种杯子，其特征在于，包括杯体和杯盖，所述杯盖盖合在所述杯体上。\n"
DESCRIPTION = "一种杯子\n技术领域\n本发明涉及杯子。\n背景技术\n现有的杯子没有盖。\n"
DESCRIPTION += "发明内容\n提供一种杯子。\n具体实施方式\n杯体上有杯盖。\n"
ABSTRACT = "本发明公开了一种杯子，包括杯体和杯盖。\n"
WHOLE = f"说明书摘要\n{ABSTRACT}权利要求书\n{CLAIMS}说明书\n{DESCRIPTION}"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def filings(folder: Path) -> list[tuple[int, set[PartName]]]:
    found = []
    for bundle in find_bundles(folder):
        documents = [(file.as_posix(), item) for file in bundle.files for item in read_file(file, file.as_posix())]
        for filing, _ in draw_filings(documents, kind=None, bundle=bundle.name):
            found.append((len(filing.documents), {name for name, part in filing.parts.items() if part}))
    return found


def run(folder: Path) -> Report:
    return check_patents([folder], Settings(check_folders=(shipped("checks"),)))


def test_files_of_different_parts_are_one(tmp_path: Path) -> None:
    write(tmp_path / "权利要求书.txt", CLAIMS)
    write(tmp_path / "说明书.txt", DESCRIPTION)
    write(tmp_path / "说明书摘要.txt", ABSTRACT)
    assert filings(tmp_path) == [(3, {PartName.CLAIMS, PartName.DESCRIPTION, PartName.ABSTRACT})]


def test_complete_drafts_are_one_each(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"稿{number}.txt", WHOLE)
    assert [count for count, _ in filings(tmp_path)] == [1, 1, 1]


def test_cases_told_by_their_names(tmp_path: Path) -> None:
    for case in ("甲案", "乙案"):
        write(tmp_path / f"{case}-权利要求书.txt", CLAIMS)
        write(tmp_path / f"{case}-说明书.txt", DESCRIPTION)
    assert sorted(filings(tmp_path), key=str) == [(2, {PartName.CLAIMS, PartName.DESCRIPTION})] * 2


def test_files_of_one_case_need_not_share_a_name(tmp_path: Path) -> None:
    write(tmp_path / "权要 终稿.txt", "权利要求书\n" + CLAIMS)
    write(tmp_path / "正文.txt", "说明书\n" + DESCRIPTION)
    assert filings(tmp_path) == [(2, {PartName.CLAIMS, PartName.DESCRIPTION})]


def test_folders_are_walked_and_strangers_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "甲" / "稿.txt", WHOLE)
    write(tmp_path / "乙" / "深" / "权利要求书.txt", CLAIMS)
    write(tmp_path / "乙" / "深" / "说明书.txt", DESCRIPTION)
    write(tmp_path / "乙" / "~$说明书.txt", DESCRIPTION)
    write(tmp_path / ".隐" / "稿.txt", WHOLE)
    write(tmp_path / "甲" / "ipcheck-报告.txt", WHOLE)
    write(tmp_path / "甲" / "照片.jpg", "x")
    assert sorted(count for count, _ in filings(tmp_path)) == [1, 2]


def test_folders_named_by_the_e_filing_codes_are_one(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="UTF-8"?><cn-application-body lang="zh" country="CN">'
    write(
        tmp_path / "案" / "100001" / "100001.xml",
        f'{head}<cn-claims><claim id="cl001" num="1"><claim-text>{CLAIMS[3:-1]}</claim-text></claim></cn-claims>'
        "</cn-application-body>",
    )
    write(
        tmp_path / "案" / "100004" / "100004.xml",
        f'{head}<cn-abstract><p id="p0001" num="0001">{ABSTRACT[:-1]}</p></cn-abstract></cn-application-body>',
    )
    assert filings(tmp_path) == [(2, {PartName.CLAIMS, PartName.ABSTRACT})]


def test_a_case_zip_is_one(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("权利要求书.txt", CLAIMS)
        archive.writestr("说明书.txt", DESCRIPTION)
    (tmp_path / "案卷.zip").write_bytes(buffer.getvalue())
    assert filings(tmp_path) == [(2, {PartName.CLAIMS, PartName.DESCRIPTION})]


def test_a_part_that_comes_twice_is_told(tmp_path: Path) -> None:
    write(tmp_path / "权利要求书.txt", CLAIMS)
    write(tmp_path / "权利要求书(1).txt", CLAIMS * 1)
    write(tmp_path / "说明书.txt", DESCRIPTION)
    report = run(tmp_path)
    assert len(report.failures) == 1
    assert "两份权利要求书" in report.failures[0].message


def test_the_same_file_named_twice_is_looked_at_once(tmp_path: Path) -> None:
    write(tmp_path / "稿.txt", WHOLE)
    report = check_patents([tmp_path, tmp_path / "稿.txt"], Settings(check_folders=(shipped("checks"),)))
    assert report.subjects == 1


@pytest.mark.parametrize("name", ["带 空格", "引'号", "表情😀", "很长" * 30])
def test_odd_paths(tmp_path: Path, name: str) -> None:
    write(tmp_path / name / f"{name}.txt", WHOLE)
    assert run(tmp_path).subjects == 1


def test_a_folder_of_very_many_files_is_split_by_their_names(tmp_path: Path) -> None:
    for number in range(50):
        write(tmp_path / f"稿{number}.txt", WHOLE)
        write(tmp_path / "分" / f"甲{number}-权利要求书.txt", f"权利要求书\n{CLAIMS}")
        write(tmp_path / "分" / f"甲{number}-说明书.txt", f"说明书\n{DESCRIPTION}")
    bundles = list(find_bundles(tmp_path))
    assert sorted(len(bundle.files) for bundle in bundles) == [1] * 50 + [2] * 50
    assert len({bundle.name for bundle in bundles if len(bundle.files) == 1}) == 50
    assert len(filings(tmp_path)) == 100


def test_a_text_beside_the_parts_that_reads_like_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "权利要求书.txt").write_text("1. 一种杯，其特征在于，包括杯体。\n", encoding="utf-8")
    told = (
        "一种杯\n本发明涉及杯。现有的杯容易打翻，使用不便。\n"
        + "如图1所示，杯体1放在杯座2上，杯座2的底面贴有垫片3。\n" * 20
    )
    (tmp_path / "定稿.txt").write_text(told, encoding="utf-8")
    (tmp_path / "来信.txt").write_text("您好：本发明的费用已经缴纳，请查收。\n" * 3, encoding="utf-8")
    (tmp_path / "说明.md").write_text("# 本案\n本发明如图1。本发明如图2。\n", encoding="utf-8")
    report = check_patents([tmp_path], Settings(check_folders=(shipped("checks"),)))
    assert [failure.message.partition("：")[0].rpartition("/")[2] for failure in report.failures] == ["定稿.txt"]
    assert not any(item.path.endswith("说明.md") for item in report.inputs)
