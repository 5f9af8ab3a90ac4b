"""The form of a file: its template is what the script makes, words of a draft stay words."""

from __future__ import annotations

import io
import zipfile

import docx

from ipcheck.review.forms import form
from ipcheck.review.rosters import File
from ipcheck.review.scheme import read_scheme
from tests.make_review_form import TARGET, build
from tests.review.test_scoring import SHIPPED


def test_the_template_is_what_the_script_makes() -> None:
    with zipfile.ZipFile(io.BytesIO(build())) as made, zipfile.ZipFile(TARGET) as kept:
        assert {name: made.read(name) for name in made.namelist()} == {
            name: kept.read(name) for name in kept.namelist()
        }


def test_a_form_is_filled_in_and_is_the_same_again() -> None:
    file = File("90001", "甲-1", "发明", "机械 <{{ 1 + 1 }}>", None, "", "", (), (), ())
    scheme = read_scheme(SHIPPED, "方案")
    data = form("卷007", file, scheme, None, "某次评查 & 其他")
    assert data == form("卷007", file, scheme, None, "某次评查 & 其他")
    document = docx.Document(io.BytesIO(data))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "某次评查 & 其他" in words and "卷007" in words and "<{{ 1 + 1 }}>" in words
    assert len(document.tables[0].rows) == len(scheme.items) + 1
