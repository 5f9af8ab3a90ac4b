"""What the fuzzer found, said in words: each of these once ended in a traceback or took far too long."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from ipcheck.abnormal.history import History
from ipcheck.abnormal.kinship import read_families
from ipcheck.abnormal.segments import MANIFEST, HistoryError, checksum
from ipcheck.check import CheckError
from ipcheck.config import Wishes, make_settings
from ipcheck.config.settings import ConfigError
from ipcheck.patent import Filing
from ipcheck.patent.word_check import load_word_check
from ipcheck.places import shipped
from ipcheck.plugins import load_checks
from ipcheck.readers.npy import map_array
from ipcheck.readers.text import from_text
from ipcheck.reporters import json_report
from ipcheck.reporters.json_report import ReportError
from ipcheck.trademark import EarlierMark
from ipcheck.trademark.search import MarkIndex, MarksIndexError
from tests.benchmarks.abnormal_index import entries
from tests.fuzz.target import bounded
from tests.reporters.hostile import record, report_of

_WORDS = 'code = "XYZ001"\nlevel = "advice"\nbasis = [["细则", "25.2"]]\nmessage = "不要写{words}"\nexplain = "说明"\n'


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("权利要求一、一种杯。\n权利要求二、一种盖。", [1, 2]),
        ("权利要求三一种杯子，包括杯体。", [3]),
        ("权利要求十一种杯子，包括杯体。", [10]),
        ("权利要求十一、一种杯子，包括杯体。", [11]),
        ("权利要求十十、一种杯子。", [10]),
        ("1. 一种杯。\n2.  \n", [1, 2]),
        ("1。 2. 一种杯。", [1, 2]),
    ],
)
def test_numbers_of_claims(text: str, numbers: list[int]) -> None:
    claims = Filing((from_text(f"权利要求书\n{text}", "稿.txt"),)).claims
    assert [claim.number for claim in claims] == numbers
    assert all(0 < len(claim.body) <= len(claim.span) for claim in claims)


@pytest.mark.parametrize(
    "changed",
    [
        'where = ["claims"]\nwords = [1]',
        'where = [["claims"]]\nwords = ["a"]',
        'where = 3\nwords = ["a"]',
        'where = ["claims"]\nwords = []',
        'where = ["claims"]\nwords = ["=安装"]',
        'where = ["claims"]\nwords = ["a"]\nexcept = [""]',
        'where = ["claims"]\nwords = ["a"]\nkinds = ["x"]',
        "where = " + "[" * 5000,
    ],
)
def test_a_word_list_of_wrong_shape_is_told(changed: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(_WORDS + changed, encoding="utf-8")
    with pytest.raises(CheckError, match=r"词表 x\.toml"):
        load_word_check(path)
    path.write_text(_WORDS + 'where = ["claims"]\nwords = ["按装=安装"]', encoding="utf-8")
    assert load_word_check(path).words == {"按装": "安装"}


@pytest.mark.parametrize("told", ["family = [1]", "family = 3", '[[family]]\nname = ["a"]'])
def test_a_list_of_families_of_wrong_shape_is_told(told: str, tmp_path: Path) -> None:
    path = tmp_path / "families.toml"
    path.write_text(told, encoding="utf-8")
    families, problems = read_families(path)
    assert families == [] and problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[levels]\nCLM020 = ["advice"]\n', "级别只能是"),
        ('profile = "m"\n[profiles.m]\nkind = "x"\n', "kind 只能是"),
        ('profile = "m"\n[profiles.m]\nkind = 3\n', "kind 只能是"),
    ],
)
def test_settings_of_wrong_type_are_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "ipcheck.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        make_settings(Wishes(config=path))


@pytest.mark.parametrize(
    ("key", "value"),
    [("code", "x"), ("check", "甲"), ("fingerprint", ""), ("message", ""), ("basis", []), ("text", ""), ("end", 0)],
)
def test_a_report_that_is_taken_can_be_told_by_its_schema(key: str, value: object) -> None:
    raw = json.loads(json_report.render(report_of([record("杯体")])))
    assert json_report.parse(json.dumps(raw))
    raw["findings"][0][key] = value
    with pytest.raises(ReportError, match=key):
        json_report.parse(json.dumps(raw))


def _history(folder: Path) -> History:
    made = History.build(folder, keep_text=True)
    made.add(entries(0, 3))
    return made


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("lit-h.npy", b""),
        ("lit-d.npy", b"\x93NUMPY\x01\x00\x02\x00{("),
        ("docs.npy", b"PK\x03\x04"),
        ("kept.npy", b"\x93NUMPY"),
        ("labels.jsonl", b"[]\n[]\n[]\n"),
        ("labels.jsonl", b"\xff"),
        ("kept.jsonl", b"{}"),
    ],
)
def test_a_spoilt_history_is_one_error(kind: str, data: bytes, tmp_path: Path) -> None:
    folder = _history(tmp_path / "h").folder
    (path,) = folder.glob(f"seg-*.{kind}")
    path.write_bytes(data)
    assert History(folder).verify()
    with pytest.raises(HistoryError, match="索引已损坏"):
        History(folder).query(entries(1, 2)[0].draft)


@pytest.mark.parametrize("segments", [3, [1], [{}], [{"name": "../x", "documents": 1, "files": {}}]])
def test_a_manifest_of_wrong_shape_is_told(segments: object, tmp_path: Path) -> None:
    folder = _history(tmp_path / "h").folder
    raw = json.loads((folder / MANIFEST).read_text("utf-8"))
    raw["segments"] = segments
    (folder / MANIFEST).write_text(json.dumps({**raw, "checksum": checksum(raw)}), encoding="utf-8")
    with pytest.raises(HistoryError, match="内容不对"):
        History(folder)


def test_postings_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    folder = _history(tmp_path / "h").folder
    (path,) = folder.glob("seg-*.lit-d.npy")
    np.save(path, np.full_like(np.load(path), 999))
    with pytest.raises(HistoryError, match="不存在的申请"):
        History(folder).query(entries(1, 2)[0].draft)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("marks.json", b"[]"),
        ("marks.json", b"[" * 20_000),
        ("marks.json", b'{"version": 2, "marks": "x"}'),
        ("lengths.npy", b""),
        ("cores.npy", b"\x93NUMPY\x01\x00\x02\x00{("),
        ("blob.bin", b"[1]" * 50),
    ],
)
def test_a_spoilt_index_of_marks_is_one_error(name: str, data: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "marks"
    MarkIndex.of([EarlierMark("福来", (33,)), EarlierMark("福莱", (33,))]).save(folder)
    assert MarkIndex.verify(folder) == 2
    (folder / name).write_bytes(data)
    with pytest.raises(MarksIndexError):
        MarkIndex.verify(folder)
    with pytest.raises(MarksIndexError):
        MarkIndex.open(folder).search("福来", (33,))


def test_an_array_of_another_kind_is_none_of_ours(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros(3, np.float32))
    assert len(map_array(tmp_path / "a.npy", np.float32, 1)) == 3
    for kind, dimensions in ((np.float64, 1), (np.float32, 2)):
        with pytest.raises(ValueError, match="不是完好的数组"):
            map_array(tmp_path / "a.npy", kind, dimensions)


@pytest.mark.parametrize(("code", "piece"), [("CLM009", "图1、")])
def test_a_check_reads_a_long_text_once(code: str, piece: str) -> None:
    (check,) = (item for item in load_checks([shipped("checks")], "patent").checks if item.code == code)
    filing = Filing((from_text(f"权利要求书\n1. 一种杯，包括{piece * 20_000}。\n", "稿.txt"),))
    assert filing.claims
    start = time.thread_time()
    list(check().find(filing))
    # Quadratic it took half a minute.
    assert time.thread_time() - start < 3


@pytest.mark.parametrize(
    ("check", "pattern", "label"),
    [
        ("contact-missing-or-many", "_BLANK", "联系人"),
        ("file-list-mismatch", "_CLAIMS", "权利要求项数"),
        ("file-list-mismatch", "_FIGURES", "附图幅数"),
        ("pct-entry-deadline", "_EARLIEST", "优先权日期"),
        ("pct-entry-deadline", "_FILED", "国际申请日"),
        ("pct-entry-deadline", "_ENTRY", "进入手续日"),
        ("deposit-date-late", "_DEPOSITED", "保藏"),
        ("deposit-date-late", "_FILED", "优先权日"),
    ],
)
def test_a_run_of_blanks_is_read_once(check: str, pattern: str, label: str) -> None:
    (found,) = (item for item in load_checks([shipped("checks")], "patent").checks if item.check_name() == check)
    with bounded(3):
        # Cubic it took hours.
        assert getattr(sys.modules[found.__module__], pattern).search(f"{label}{' ' * 4000}x") is None


def test_a_field_of_the_request_with_a_run_of_blanks_is_read_once() -> None:
    filing = Filing((from_text(f"请求书\n实用新型名称\n{' ' * 20_000}一种杯子\n申请人：张三\n", "稿.txt"),))
    with bounded(3):
        # Quadratic it took two minutes.
        assert filing.request is not None
