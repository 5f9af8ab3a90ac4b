"""Comments at exactly the words, wherever in a .docx they stand; everything else stays as it was."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest
from lxml import etree

from ipcheck.readers.docx_package import W
from ipcheck.reporters.docx_marked import mark
from tests.readers.docx_samples import (
    abstract,
    cell,
    entries,
    field,
    level,
    list_num,
    num,
    p,
    pack,
    picture,
    r,
    row,
    run,
    t,
    table,
)
from tests.reporters.word_samples import DAY, at, commented, in_file, on, opened, part, told_in, word

BOLD = "<w:b/>"
BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
)
BOX += "<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
BOX += "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict>"
BOX += "</mc:Fallback></mc:AlternateContent>"
NUMBERS = abstract(1, level(0, "%1.")) + list_num(1, 1)
DEEP = (
    p(r("一种") + r("水杯", BOLD) + r("，包括杯体。"))
    + p(r("根据权利要求") + field("REF a", r("12")) + r("所述的水杯"))
    + p('<w:hyperlink r:id="x">' + r("链接里的杯盖") + "</w:hyperlink>" + r("尾"))
    + p("<w:sdt><w:sdtContent>" + r("控件里的杯柄") + "</w:sdtContent></w:sdt>" + r("尾"))
    + p('<w:ins w:id="7" w:author="张三">' + r("插入的杯底") + "</w:ins>" + r("旧文"))
    + p(r("前") + '<w:del w:id="8" w:author="张三"><w:r><w:delText>删去</w:delText></w:r></w:del>' + r("后"))
    + table(row(cell(p("表头")), cell(p(r("表内") + r("数值", BOLD)))))
    + p(run(t("前文") + "<w:tab/>" + t("后文") + "<w:noBreakHyphen/>" + t("末")))
    + p(
        r("H")
        + r("2", '<w:vertAlign w:val="subscript"/>')
        + r("O和m²与CO")
        + r("2", '<w:position w:val="-6"/>')
        + r("3", '<w:position w:val="-6"/>')
    )
    + p('<w:fldSimple w:instr="SEQ a">' + r("图3") + "</w:fldSimple>" + r("所示"))
    + p("<w:r><w:t>  边上的空白 </w:t><w:t>不算 </w:t></w:r>")
    + p(r("公式") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + r("其中"))
    + p(r("图") + run(picture("none")) + r("在此"))
    + p("<w:r><w:ruby><w:rt>" + r("bei") + "</w:rt><w:rubyBase>" + r("杯") + "</w:rubyBase></w:ruby></w:r>" + r("子"))
)


@pytest.mark.parametrize(
    "words",
    [
        "种水杯，包", "水杯", "权利要求12所述", "12", "1", "杯盖", "里的", "杯柄尾", "杯底", "入的杯底旧", "前后",
        "数值", "表内数", "前文\t后", "\t", "文-末", "-", "H2O", "2", "图3", "3所", "边上", "空白不", "不算", "m²",
        "图￼在", "￼", "杯", "杯子",
    ],
)  # fmt: skip
def test_the_range_of_a_comment_is_the_words(words: str) -> None:
    data = word(DEEP)
    document = opened(data)
    record = on(document, words, nth=document.text.count(words) - 1 if words == "杯" else 0)
    marked = mark(data, document, [record], DAY).data
    assert commented(marked) == {"【警告】TST001": words.replace("-", "")}
    again = opened(marked)
    assert again.text == document.text
    assert [(item.start, item.end) for item in again.marks_by_kind["comment"]] == [
        (record.words.start, record.words.end)
    ]


def test_words_over_paragraphs() -> None:
    data = word(p("甲乙") + p("丙丁") + table(row(cell(p("戊己")))))
    document = opened(data)
    assert list(commented(mark(data, document, [on(document, "乙\n丙丁\n戊")], DAY).data).values()) == ["乙丙丁戊"]


def test_a_number_that_word_makes_is_its_paragraphs_start() -> None:
    data = word(p("一种杯子。", num(1)) + p(r("另一种杯子。"), num(1)), numbering=NUMBERS)
    document = opened(data)
    start = document.text.index("2.")
    records = [at(document, start, start + 2, "TST001"), at(document, start, start + 5, "TST002")]
    marked = mark(data, document, records, DAY).data
    assert commented(marked) == {"【警告】TST001": "", "【警告】TST002": "另一"}
    first = part(marked).findall(f".//{W}p")[1]
    assert [etree.QName(item).localname for item in first][:3] == ["pPr", "commentRangeStart", "commentRangeStart"]
    assert opened(marked).text == document.text


def test_a_formula_is_held_whole() -> None:
    data = word(DEEP)
    document = opened(data)
    root = part(mark(data, document, [on(document, "=1")], DAY).data)
    names = [etree.QName(item).localname for item in next(root.iter("{*}oMath")).getparent()]  # type: ignore[union-attr]
    assert names == ["r", "commentRangeStart", "oMath", "commentRangeEnd", "r", "r"]


def test_text_boxes_and_notes_stand_in_the_body_and_their_words_are_told() -> None:
    note = '<w:footnote w:id="2">' + p("脚注里的错字") + "</w:footnote>"
    end = '<w:endnote w:id="2">' + p("尾注里的错字") + "</w:endnote>"
    body = p(r("正文") + run(t("框前") + BOX.format(inner=p("框里的错字")) + t("框后")))
    body += p(r("有注") + run('<w:footnoteReference w:id="2"/>') + run('<w:endnoteReference w:id="2"/>') + r("之后"))
    data = word(body, footnotes=note, endnotes=end)
    document = opened(data)
    records = [on(document, "错字", f"TST00{nth + 1}", nth=nth) for nth in range(3)]
    marked = mark(data, document, records, DAY).data
    assert commented(marked) == {"【警告】TST001": "￼", "【警告】TST002": "①", "【警告】TST003": ""}
    told = told_in(marked)
    assert "所指文字（脚注第1条）：“错字”" in told
    assert "所指文字（尾注第1条）：“错字”" in told
    assert not any(
        item.tag.startswith(W + "comment") for box in part(marked).iter(W + "txbxContent") for item in box.iter()
    )
    assert opened(marked).text == document.text


def test_empty_lines_and_empty_words_have_a_point() -> None:
    data = word(p("甲") + p() + p("乙丙") + p("", "<w:keepNext/>"))
    document = opened(data)
    spots = [0, 2, 3, 4, len(document.text)]
    records = [at(document, spot, spot, f"TST00{index}") for index, spot in enumerate(spots)]
    marked = mark(data, document, records, DAY).data
    assert list(commented(marked).values()) == [""] * 5
    assert opened(marked).text == document.text


def test_existing_comments_keep_their_ids_and_words() -> None:
    old = '<w:comment w:id="0" w:author="李四">' + p("再查") + "</w:comment>"
    body = p('<w:commentRangeStart w:id="0"/>' + r("一种杯子") + '<w:commentRangeEnd w:id="0"/>')
    body = body.replace(
        "</w:p>", run('<w:commentReference w:id="0"/>') + '<w:bookmarkStart w:id="1" w:name="b"/></w:p>'
    )
    data = word(body, comments=old)
    document = opened(data)
    marked = mark(data, document, [on(document, "种杯")], DAY).data
    assert commented(marked) == {"再查": "一种杯子", "【警告】TST001": "种杯"}
    comments = part(marked, "word/comments.xml")
    assert [(item.get(W + "id"), item.get(W + "author")) for item in comments] == [("0", "李四"), ("2", "ipcheck")]
    assert changed(data, marked) == {"word/document.xml", "word/comments.xml"}


def test_what_a_comment_says() -> None:
    data = word(p("一种杯子<的>"))
    document = opened(data)
    marked = mark(data, document, [on(document, "<的>", fix="的")], DAY).data
    (comment,) = docx.Document(io.BytesIO(marked)).comments
    assert comment.author == "ipcheck"
    assert comment.initials == "ip"
    assert [item.text for item in comment.paragraphs] == [
        "【警告】TST001", "TST001 的说明", "改为：的", "依据：专利法第26条第4款",
    ]  # fmt: skip
    assert part(marked, "word/comments.xml")[0].get(W + "date") == "2026-11-22T00:00:00Z"


def test_pieces_of_a_run_keep_its_look_and_its_blanks() -> None:
    data = word('<w:p><w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t> 甲 乙丙 </w:t></w:r></w:p>')
    document = opened(data)
    root = part(mark(data, document, [on(document, "乙")], DAY).data)
    runs = [item for item in root.iter(W + "r") if item.find(W + "t") is not None]
    assert [item.findtext(W + "t") for item in runs] == ["甲 ", "乙", "丙"]
    assert all(item.get(W + "rsidR") == "00AB" and item.find(f"{W}rPr/{W}b") is not None for item in runs)


def changed(old: bytes, new: bytes) -> set[str]:
    """The names of the parts that differ; the others must be the same in data, date, order and place."""
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.testzip() is None
        assert after.namelist()[: len(before.namelist())] == before.namelist()
        different = set(after.namelist()) - set(before.namelist())
        for info in before.infolist():
            other = after.getinfo(info.filename)
            assert (other.date_time, other.external_attr, other.extra) == (
                info.date_time,
                info.external_attr,
                info.extra,
            )
            if before.read(info) != after.read(other):
                different.add(info.filename)
            else:
                assert _packed(old, info) == _packed(new, other)
        return different


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    header = data[info.header_offset : info.header_offset + 30]
    start = info.header_offset + 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return data[start : start + info.compress_size]


def test_only_what_must_change_changes() -> None:
    data = word(DEEP, styles="<w:docDefaults/>", settings="", image1_png="x")
    document = opened(data)
    record = on(document, "水杯")
    marked = mark(data, document, [record], DAY).data
    wanted = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert changed(data, marked) == wanted
    assert mark(data, document, [record], DAY).data == marked
    assert mark(data, document, [], DAY).data == data


def test_a_package_with_streamed_entries_and_odd_names() -> None:
    files = {name.replace("/", "\\"): content for name, content in entries(p("一种杯子")).items()}
    data = pack(files)
    streamed = io.BytesIO()
    with zipfile.ZipFile(_Pipe(streamed), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries(p("一种杯子")).items():
            archive.writestr(name, content)
    for source in (data, streamed.getvalue()):
        document = opened(source)
        marked = mark(source, document, [on(document, "杯子")], DAY).data
        again = opened(marked)
        assert again.text == document.text
        assert [again.text[item.start : item.end] for item in again.marks_by_kind["comment"]] == ["杯子"]


class _Pipe(io.RawIOBase):
    """A stream that cannot seek: zipfile writes sizes behind the data."""

    def __init__(self, to: io.BytesIO) -> None:
        self._to = to

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self._to.write(data)

    def writable(self) -> bool:
        return True


def test_strict_and_utf16_parts() -> None:
    files = entries(p(r("一种杯子")))
    main = str(files["word/document.xml"])
    relations = str(files["word/_rels/document.xml.rels"])
    strict = main.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    wide = main.replace("UTF-8", "UTF-16").encode("utf-16")
    for variant in (strict, wide):
        data = pack({**files, "word/document.xml": variant, "word/_rels/document.xml.rels": relations})
        document = opened(data)
        marked = mark(data, document, [on(document, "杯子")], DAY).data
        again = opened(marked)
        assert again.text == document.text
        assert [again.text[item.start : item.end] for item in again.marks_by_kind["comment"]] == ["杯子"]
        name = etree.QName(part(marked)).namespace
        assert etree.QName(part(marked, "word/comments.xml")).namespace == name


def test_many_overlapping_random_findings() -> None:
    data = word((DEEP + p("一种杯子。", num(1)) + p()) * 3, numbering=NUMBERS)
    document = opened(data)
    chance = random.Random(7)
    spots = [sorted(chance.choices(range(len(document.text) + 1), k=2)) for _ in range(300)]
    records = [at(document, start, end, f"R{index:05}") for index, (start, end) in enumerate(spots)]
    marked = mark(data, document, records, DAY).data
    again = opened(marked)
    assert again.text == document.text
    assert [item for item in again.marks if item.kind != "comment"] == list(document.marks)
    root = part(marked)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len({item.get(W + "id") for item in root.iter(W + tag)}) == len(list(root.iter(W + tag))) == 300
    found = {item.detail[4:10]: (item.start, item.end) for item in again.marks_by_kind["comment"]}
    for record in records:
        shown = in_file(document, record.words.start, record.words.end)
        if shown:
            assert found[record.code] == (shown[0], shown[-1] + 1)
        else:
            assert found[record.code][0] == found[record.code][1]
