"""Fingerprints survive what happens elsewhere: paragraphs put in, claims renumbered, fonts changed."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipcheck.config import Settings
from ipcheck.engine import check_patents
from ipcheck.model import Document, DocumentBuilder, Span
from ipcheck.model.fingerprint import fingerprint
from ipcheck.places import shipped
from ipcheck.readers import Limits
from ipcheck.readers.text import read
from tests.benchmarks.corpus import RealPatent, real_patents
from tests.samples.draft import Draft
from tests.samples.formats import faulty
from tests.samples.umbrella_rack import UMBRELLA_RACK
from tests.samples.write_docx import one_file
from tests.samples.write_text import plain_text

COUNTING = {"CLM017", "DSC057"}
SETTINGS = Settings(check_folders=(shipped("checks"),))
WRITERS: dict[str, Callable[[Draft], bytes]] = {
    "txt": lambda draft: plain_text(draft).encode(),
    "docx": one_file,
}
_CITED = re.compile(r"(?<=权利要求)\d+(?:(?:、|或|和|至|-)\d+)*")


def shifted(text: str) -> str:
    """``text`` with every cited claim after the first counted one higher."""
    one_more = re.compile(r"\d+")
    return _CITED.sub(lambda cited: one_more.sub(lambda item: str(int(item[0]) + (int(item[0]) > 1)), cited[0]), text)


def with_a_claim(draft: Draft) -> Draft:
    """A claim put in as the second: every later one and every citation of it gets another number."""
    new = "根据权利要求1所述的架子，其特征在于，整体呈灰色。"
    return replace(
        draft,
        claims=(shifted(draft.claims[0]), new, *map(shifted, draft.claims[1:])),
        sections={name: tuple(map(shifted, texts)) for name, texts in draft.sections.items()},
    )


def with_a_paragraph(draft: Draft) -> Draft:
    """A harmless paragraph before all others of the description: every [0001] counts one higher."""
    name, texts = next(iter(draft.sections.items()))
    return replace(draft, sections={**draft.sections, name: ("本部分说明所属的行业。", *texts)})


def in_another_font(data: bytes) -> bytes:
    """The .docx with other fonts and sizes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/styles.xml":
                part = part.replace("宋体".encode(), "仿宋".encode()).replace(b'w:sz w:val="24"', b'w:sz w:val="28"')
            if name == "word/document.xml":
                part = part.replace(b"<w:r><w:t", b'<w:r><w:rPr><w:color w:val="333333"/></w:rPr><w:t')
            new.writestr(name, part)
    return made.getvalue()


def marks(data: bytes, form: str, folder: Path) -> Counter[tuple[str, str]]:
    """Code and fingerprint of every finding but those that count the claims or pages: an edit touches them."""
    path = folder / f"稿.{form}"
    path.write_bytes(data)
    report = check_patents([path], SETTINGS)
    assert report.failures == ()
    return Counter((item.code, item.fingerprint) for item in report.findings if item.code not in COUNTING)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("mutate", [with_a_claim, with_a_paragraph], ids=lambda item: item.__name__)
@pytest.mark.parametrize("draft", [faulty(), UMBRELLA_RACK], ids=["pot-holder", "umbrella-rack"])
def test_edits_elsewhere_keep_every_fingerprint(
    draft: Draft, mutate: Callable[[Draft], Draft], form: str, tmp_path: Path
) -> None:
    before = marks(WRITERS[form](draft), form, tmp_path)
    after = marks(WRITERS[form](mutate(draft)), form, tmp_path)
    assert sum(before.values()) >= 20 and max(before.values()) == 1
    assert sorted(before - after) == []


def test_another_font_keeps_every_fingerprint(tmp_path: Path) -> None:
    data = one_file(faulty())
    assert marks(data, "docx", tmp_path) == marks(in_another_font(data), "docx", tmp_path)


def test_the_same_in_text_and_in_word(tmp_path: Path) -> None:
    in_text, in_word = (marks(write(faulty()), form, tmp_path) for form, write in WRITERS.items())
    assert len(in_text & in_word) >= 0.9 * len(in_text)


def with_a_claim_in_text(patent: RealPatent) -> RealPatent:
    """A claim put in as the second and a paragraph before the last."""
    claims = [
        f"{number + (number > 1)}. {shifted(re.sub(r'^[0-9]+ *[.、．]', '', claim))}"
        for number, claim in enumerate(patent.claims, 1)
    ]
    claims.insert(1, "2. 根据权利要求1所述的对象，整体呈灰色。")
    *lines, last = shifted(patent.description).splitlines()
    description = "\n".join([*lines, "本段说明所属的行业。", last])
    return replace(patent, claims=tuple(claims), description=description)


def test_real_patents_keep_them(shared: Path, tmp_path: Path) -> None:
    for patent in list(real_patents())[::6]:
        before, after = (
            marks(item.draft().encode(), "txt", tmp_path) for item in (patent, with_a_claim_in_text(patent))
        )
        assert sorted(before - after) == [], patent.id


def document(text: str) -> Document:
    return read(text.encode(), "稿.txt", Limits())


def mark(text: str) -> str:
    """The fingerprint of the words between ⟦ and ⟧."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    return fingerprint("CLM020", "claims", Span(document(text.replace("⟦", "").replace("⟧", "")), start, end))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2. 根据权利要求⟦3⟧所述的杯子", "9. 根据权利要求⟦12⟧所述的杯子"),
        ("2. 根据⟦权利要求1或3⟧所述的杯子", "3. 根据⟦权利要求1或4⟧所述的杯子"),
        ("9、根据权利要求8所述的⟦杯盖⟧", "10、根据权利要求9所述的⟦杯盖⟧"),
        ("[0009] 如图3所示，⟦杯盖⟧3", "[0010] 如图4所示，⟦杯盖⟧4"),
        ("⟦1.⟧ 一种杯子", "⟦2.⟧ 一种杯子"),
        ("参见第[0012]段的⟦杯盖⟧", "参见第[0112]段的⟦杯盖⟧"),
        ("上文。\n所述⟦杯盖⟧为圆形", "下文有改动。\n所述⟦杯盖⟧为圆形"),
        ("所述 ⟦杯　盖⟧为圆形", "所述⟦杯盖⟧ 为圆形"),
    ],
)
def test_numbers_of_claims_and_paragraphs_do_not_count(one: str, other: str) -> None:
    assert mark(one) == mark(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("长度为⟦8mm～5mm⟧", "长度为⟦9mm～5mm⟧"),
        ("所述⟦杯盖⟧为圆形", "所述⟦杯盖⟧为方形"),
        ("有⟦2个⟧杯盖", "有⟦3个⟧杯盖"),
        ("2025100012345\t⟦某公司⟧\t2026", "2025100012346\t⟦某公司⟧\t2026"),
        ("根据权利要求1所述的杯子和⟦2个⟧杯盖", "根据权利要求1所述的杯子和⟦3个⟧杯盖"),
        ("⟦1.5mm⟧的杯盖", "⟦2.5mm⟧的杯盖"),
    ],
)
def test_other_words_are_other_findings(one: str, other: str) -> None:
    assert mark(one) != mark(other)


@given(st.text("权利要求1、2或9[0]。至\n \t\u3000第项个m", max_size=300), st.data())
def test_any_words_have_one(text: str, data: st.DataObject) -> None:
    page = DocumentBuilder("稿.txt", "text")
    for line in text.split("\n"):
        page.add(line)
        page.end_paragraph()
    made = page.build()
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    found = fingerprint("CLM020", None, Span(made, start, end))
    assert re.fullmatch("[0-9a-f]{16}", found)


def test_a_long_line_costs_no_more_than_its_length() -> None:
    long = read(("权利要求1、" * 100_000).encode(), "稿.txt", Limits())
    begin = time.perf_counter()
    fingerprint("CLM020", "claims", Span(long, 3, len(long.text)))
    assert time.perf_counter() - begin < 2
