"""TOML that people write by hand: plan and scheme of a review, credit tables, negative lists, families, word lists."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipcheck.abnormal.kinship import read_families
from ipcheck.agency.credit.table import CreditError, read_credit_table
from ipcheck.agency.lists import ListsError, read_lists
from ipcheck.agency.particulars import particulars_of
from ipcheck.check import CheckError
from ipcheck.patent.word_check import load_word_check
from ipcheck.places import shipped
from ipcheck.readers import ReadError
from ipcheck.review.errors import ReviewError
from ipcheck.review.plan import read_plan
from ipcheck.review.scheme import read_scheme
from tests.conftest import ROOT
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import swapped, toml_of

_FOLDER = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")
_FAMILIES = '[[family]]\nname = "杯"\nreason = "同一产品的系列申请"\nmembers = ["甲/*", "乙.docx"]\n'
_ERRORS = (ReviewError, CreditError, ListsError, CheckError, ReadError)


def _files() -> tuple[Path | str, ...]:
    templates = shipped("templates")
    words = next(path for path in sorted(shipped("checks").rglob("*.toml")) if "words" in path.read_text("utf-8"))
    return (
        templates / "review" / "评查计划.toml",
        templates / "review" / "评分方案.toml",
        templates / "credit-专利机构.toml",
        templates / "负面清单.toml",
        _FAMILIES,
        words,
        templates / "agency.toml",
        ROOT / "examples" / "agency" / "01-洁净机构" / "agency.toml",
    )


_TEXTS = tuple(item if isinstance(item, str) else item.read_text("utf-8") for item in _files())
_BASES: tuple[dict[str, Any], ...] = tuple(tomllib.loads(text) for text in _TEXTS)


def fuzz_plans(data: bytes) -> None:
    """The first byte chooses the file, the second whether the rest is the file itself or changes to a whole one."""
    kind = (data[0] if data else 0) % len(_BASES)
    own = data[2:] if data[1:2] == b"\1" else toml_of(swapped(_BASES[kind], Draw(data[2:])))
    path = Path(_FOLDER.name) / "x_words.toml"
    path.write_bytes(own)
    try:
        _read(kind, path, own)
    except _ERRORS as error:
        assert str(error)


def _read(kind: int, path: Path, data: bytes) -> None:
    if kind < 2:
        (read_plan, read_scheme)[kind](data.decode("utf-8", "replace"), "x.toml")
    elif kind == 2:
        read_credit_table(path)
    elif kind == 3:
        read_lists(path)
    elif kind == 4:
        families, problems = read_families(path)
        assert all(problems)
        assert not any(family.holds("甲/a.docx") is None for family in families)
    elif kind == 5:
        load_word_check(path)
    else:
        particulars = particulars_of(data, "agency.toml")
        assert all(particulars.problems)
        for key in particulars.entries:
            span = particulars.span(key)
            assert 0 <= span.start <= span.end <= len(particulars.document.text)


def seeds() -> Iterator[bytes]:
    for kind, text in enumerate(_TEXTS):
        yield bytes((kind, 0, *range(40)))
        yield bytes((kind, 1)) + text.encode()
