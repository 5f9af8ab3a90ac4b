"""Reading .docx: the text a person sees in Word, and where each character came from."""

from __future__ import annotations

import io
import random
import time

import docx as python_docx
import pytest
from docx.enum.text import WD_BREAK
from lxml import etree

from ipcheck.model.document import Document, Object
from ipcheck.readers.docx import read
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from tests.readers.docx_samples import (
    abstract,
    cell,
    entries,
    field,
    header_ref,
    level,
    lines,
    list_num,
    load,
    marked,
    num,
    ole,
    p,
    pack,
    picture,
    r,
    relations,
    root,
    row,
    run,
    t,
    table,
)

CLAIMS = abstract(0, level(0, "%1.")) + list_num(1, 0)


def labels(document: Document) -> list[str]:
    return [paragraph.label for paragraph in document.paragraphs]


# --- automatic numbers ------------------------------------------------------------------------------------------


def test_claim_numbers_are_generated_text() -> None:
    document = load(p("一种水杯。", num(1)) + p("说明", "") + p("如权利要求1所述的水杯。", num(1)), numbering=CLAIMS)
    assert lines(document) == ["1. 一种水杯。", "说明", "2. 如权利要求1所述的水杯。"]
    assert labels(document) == ["1.", "", "2."]
    assert marked(document, "generated") == [("1. ", ""), ("2. ", "")]
    assert document.place_of(0).label == "第1段（自动编号）"
    assert document.place_of(0).element == (1,)
    assert document.place_of(3) == ("第1段", None, (1, 0, 0), None)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("", "1. 甲"),
        ('<w:suff w:val="tab"/>', "1. 甲"),
        ('<w:suff w:val="space"/>', "1. 甲"),
        ('<w:suff w:val="nothing"/>', "1.甲"),
    ],
)
def test_what_follows_the_number(suffix: str, text: str) -> None:
    document = load(p("甲", num(1)), numbering=abstract(0, level(0, "%1.", before=suffix)) + list_num(1, 0))
    assert document.text == text
    assert document.paragraphs[0].label == "1."


def test_paragraph_numbers_in_words_custom_format_on_a_style() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="0001, 0002, 0003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>{custom}'
        '<w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>' + list_num(5, 0)
    )
    styles = (
        f'<w:style w:type="paragraph" w:styleId="a"><w:pPr>{num(5, None)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = (
        p("甲", '<w:pStyle w:val="a"/>')
        + p("不编号", f'<w:pStyle w:val="a"/>{num(0)}')
        + p("乙", '<w:pStyle w:val="b"/>')
    )
    assert lines(load(body, numbering=numbering, styles=styles)) == ["[0001] 甲", "不编号", "[0002] 乙"]


def test_levels_restart_and_take_their_own_format() -> None:
    numbering = abstract(
        0, level(0, "%1."), level(1, "%2)", "lowerLetter"), level(2, "%1.%2.%3", "upperRoman")
    ) + list_num(1, 0)
    order = (0, 1, 1, 2, 0, 1, 2, 2)
    document = load("".join(p("x", num(1, index)) for index in order), numbering=numbering)
    assert labels(document) == ["1.", "a)", "b)", "1.b.I", "2.", "a)", "2.a.I", "2.a.II"]


def test_level_that_never_restarts() -> None:
    never = level(1, "%2)", more="", before='<w:lvlRestart w:val="0"/>')
    document = load(
        "".join(p("x", num(1, index)) for index in (0, 1, 0, 1)),
        numbering=abstract(0, level(0, "%1."), never) + list_num(1, 0),
    )
    assert labels(document) == ["1.", "1)", "2.", "2)"]


def test_lists_of_one_definition_go_on_unless_they_restart() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "%1.")) + list_num(1, 0) + list_num(2, 0) + list_num(3, 0, restart)
    document = load("".join(p("x", num(index)) for index in (1, 1, 2, 3, 3)), numbering=numbering)
    assert labels(document) == ["1.", "2.", "3.", "1.", "2."]


def test_start_at_seven_and_an_overridden_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "步骤%1：", "decimalZero")}</w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "%1.", start=7)) + abstract(1, level(0, "%1.")) + list_num(1, 0) + list_num(2, 1, own)
    )
    document = load(p("x", num(1)) + p("x", num(1)) + p("x", num(2)), numbering=numbering)
    assert labels(document) == ["7.", "8.", "步骤01："]


def test_legal_levels_are_decimal() -> None:
    numbering = abstract(0, level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", before="<w:isLgl/>")) + list_num(
        1, 0
    )
    assert labels(load(p("x", num(1)) + p("x", num(1, 1)), numbering=numbering)) == ["第一章", "1.1"]


def test_list_defined_by_a_numbering_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="ls"/></w:abstractNum>'
    styles = f'<w:style w:type="numbering" w:styleId="ls"><w:pPr>{num(1, None)}</w:pPr></w:style>'
    numbering = abstract(0, level(0, "(%1)")) + linked + list_num(1, 0) + list_num(2, 1)
    assert labels(load(p("x", num(2)) + p("x", num(2)), numbering=numbering, styles=styles)) == ["(1)", "(2)"]


def test_level_and_page_break_given_by_a_style() -> None:
    style = f'<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:pageBreakBefore/>{num(1, 1)}</w:pPr></w:style>'
    body = (
        p("x", num(1))
        + p("x", '<w:pStyle w:val="s"/>')
        + p("x", '<w:pStyle w:val="s"/><w:pageBreakBefore w:val="off"/>')
    )
    numbering = abstract(0, level(0, "%1."), level(1, "%1-%2", "ideographZodiacTraditional")) + list_num(1, 0)
    document = load(body, numbering=numbering, styles=style)
    assert labels(document) == ["1.", "1-甲子", "1-乙丑"]
    assert [item.page_break_before for item in document.paragraphs] == [False, True, False]


def test_style_linked_to_a_deeper_level() -> None:
    linked = level(1, "%1.%2", before='<w:pStyle w:val="h2"/>')
    styles = (
        f'<w:style w:type="paragraph" w:styleId="h1"><w:pPr>{num(1, None)}</w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="h2"><w:pPr>{num(1, None)}</w:pPr></w:style>'
    )
    body = p("x", '<w:pStyle w:val="h1"/>') + p("x", '<w:pStyle w:val="h2"/>')
    numbering = abstract(0, level(0, "%1"), linked) + list_num(1, 0)
    assert labels(load(body, numbering=numbering, styles=styles)) == ["1", "1.1"]


@pytest.mark.parametrize(
    ("fmt", "values"),
    [
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerRoman", {4: "iv", 1994: "mcmxciv"}),
        ("chineseCounting", {10: "十", 21: "二十一", 100: "一○○"}),
        ("chineseCountingThousand", {12: "十二", 102: "一百零二", 110: "一百一十", 10010: "一万零一十"}),
        ("japaneseCounting", {3: "三", 11: "十一"}),
        ("chineseLegalSimplified", {1: "壹", 12: "壹拾贰"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographDigital", {10: "一〇"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalFullWidth", {12: "１２"}),
        ("ordinal", {1: "1st", 11: "11th", 22: "22nd"}),
        ("hebrew1", {5: "5"}),
        ("none", {5: ""}),
    ],
)
def test_number_formats(fmt: str, values: dict[int, str]) -> None:
    for value, text in values.items():
        numbering = abstract(0, level(0, "=%1", fmt, start=value)) + list_num(1, 0)
        assert labels(load(p("x", num(1)), numbering=numbering)) == ["=" + text]


def test_bullets() -> None:
    def bullet(sign: str, font: str) -> str:
        return level(0, sign, "bullet", more=f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>')

    numbering = (
        abstract(0, bullet("\uf0b7", "Symbol")) + abstract(1, bullet("\uf0d8", "Wingdings"))
        + abstract(2, bullet("\uf012", "Strange")) + abstract(3, bullet("—", "宋体"))
    )  # fmt: skip
    numbering += "".join(list_num(index + 1, index) for index in range(4))
    assert labels(load("".join(p("x", num(i)) for i in (1, 2, 3, 4)), numbering=numbering)) == ["•", "➢", "•", "—"]


def test_undefined_list_and_undefined_level_have_no_number() -> None:
    assert labels(load(p("甲", num(9)) + p("乙", num(1, 5)), numbering=CLAIMS)) == ["", ""]


def test_styles_and_lists_that_run_in_circles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        f'<w:style w:type="numbering" w:styleId="n"><w:pPr>{num(1, None)}</w:pPr></w:style>'
    )
    circle = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum>' + list_num(1, 0)
    assert load(p("x", '<w:pStyle w:val="a"/>' + num(1)), styles=styles, numbering=circle).text == "x"


# --- tracked changes --------------------------------------------------------------------------------------------


def test_insertions_are_in_and_deletions_out() -> None:
    body = p(
        r("包括")
        + "<w:ins>" + r("玻璃") + r("质") + "</w:ins>"
        + "<w:del>" + run("<w:delText>塑料</w:delText>") + run("<w:delText>的</w:delText>") + "</w:del>"
        + r("杯体。")
    )  # fmt: skip
    document = load(body)
    assert document.text == "包括玻璃质杯体。"
    assert marked(document, "inserted") == [("玻璃质", "")]
    assert marked(document, "deleted") == [("", "塑料的")]
    assert document.facts["revisions"] == "2"


def test_moves_stand_at_the_target_only() -> None:
    document = load(p(f"<w:moveFrom>{r('杯盖')}</w:moveFrom>{r('甲')}<w:moveTo>{r('杯盖')}</w:moveTo>"))
    assert document.text == "甲杯盖"
    assert marked(document, "deleted") == [("", "杯盖")]
    assert marked(document, "inserted") == [("杯盖", "")]


def test_deleted_paragraph_mark_joins_with_the_next_ones_properties() -> None:
    body = p("第一句，", "<w:rPr><w:del/></w:rPr>") + p("第二句。", num(1)) + p("另一项。", num(1))
    document = load(body, numbering=CLAIMS)
    assert lines(document) == ["1. 第一句，第二句。", "2. 另一项。"]
    assert document.place_of(document.text.index("第一句")).element == (1, 0, 0)
    assert document.place_of(document.text.index("第二句")).element == (2, 0, 0)


def test_deleted_paragraphs_are_gone_and_not_counted() -> None:
    gone = p("<w:del>" + run("<w:delText>旧权利要求。</w:delText>") + "</w:del>", num(1) + "<w:rPr><w:del/></w:rPr>")
    document = load(p("甲。", num(1)) + gone + p("乙。", num(1)) + gone, numbering=CLAIMS)
    assert lines(document) == ["1. 甲。", "2. 乙。"]
    assert marked(document, "deleted") == [("", "旧权利要求。"), ("", "旧权利要求。")]
    assert document.place_of(document.text.index("乙")).label == "第3段"


def test_deleted_rows_and_cells_are_gone() -> None:
    body = table(
        row(cell(p("甲")), cell(p("乙"), tcpr="<w:cellDel/>")),
        row(cell(p("丙")), trpr="<w:del/>"),
        row(cell(p("丁")), trpr="<w:ins/>"),
    )
    assert lines(load(body)) == ["甲", "丁"]


# --- containers of text -----------------------------------------------------------------------------------------


def test_tables_and_tables_in_tables() -> None:
    inner = table(row(cell(p("内"))))
    body = p("前") + table(row(cell(p("一"), p("二")), cell(p("三"), inner, p()))) + p("后") + table(row(cell(p("四"))))
    document = load(body)
    assert lines(document) == ["前", "一", "二", "三", "内", "", "后", "四"]
    assert [paragraph.table for paragraph in document.paragraphs] == [None, 1, 1, 1, 2, 1, None, 3]
    assert document.place_of(document.text.index("四")).label == "第8段"


def test_rows_and_cells_in_content_controls() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(control.format(row(control.format(cell(control.format(p("甲")))))))
    assert lines(load(body)) == ["甲"]


def test_inline_containers_are_descended() -> None:
    body = p(
        r("a")
        + f"<w:hyperlink>{r('b')}</w:hyperlink><w:smartTag>{r('c')}</w:smartTag>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{r('d')}</w:sdtContent></w:sdt><w:customXml>{r('e')}</w:customXml>"
        + f'<w:fldSimple w:instr=" REF a ">{r("f")}</w:fldSimple><w:bdo w:val="ltr">{r("g")}</w:bdo>'
    )
    assert load(body).text == "abcdefg"


def test_block_content_control_and_block_custom_xml() -> None:
    body = f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt><w:customXml>{p('乙')}</w:customXml>"
    assert lines(load(body)) == ["甲", "乙"]


TEXT_BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="文本框"/><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
)


def test_text_box_comes_once_after_its_paragraph() -> None:
    document = load(p(r("前") + run(TEXT_BOX.format(p("框中文字"))) + r("后")) + p("尾"))
    assert lines(document) == ["前后", "框中文字", "尾"]
    assert [paragraph.region for paragraph in document.paragraphs] == ["body", "textbox", "body"]
    assert document.objects == ()


def test_text_box_is_not_swallowed_by_a_field_around_it() -> None:
    begin = run('<w:fldChar w:fldCharType="begin"/>')
    body = p(run(TEXT_BOX.format(p("框"))) + begin) + p(run('<w:fldChar w:fldCharType="end"/>') + r("尾"))
    assert lines(load(body)) == ["", "框", "尾"]


def test_numbered_text_box_and_table_in_a_text_box() -> None:
    document = load(p(run(TEXT_BOX.format(p("框", num(1)) + table(row(cell(p("格"))))))), numbering=CLAIMS)
    assert lines(document) == ["", "1. 框", "格"]
    assert [(item.region, item.table) for item in document.paragraphs[1:]] == [("textbox", None), ("textbox", 1)]


def test_old_text_box() -> None:
    body = p(
        run(f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict>")
    )
    assert lines(load(body)) == ["", "框"]


# --- fields -----------------------------------------------------------------------------------------------------


def test_field_shows_its_result() -> None:
    assert load(p(r("如图") + field(" REF _Ref1 ", r("3")) + r("所示"))).text == "如图3所示"


def test_nested_field_shows_the_outermost_result_only() -> None:
    inner = field(" PAGE ", r("5"))
    code = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> IF </w:instrText>") + inner
    code += run('<w:fldChar w:fldCharType="separate"/>') + r("甲") + field(" X ", r("乙"))
    assert load(p(r("域：") + code + run('<w:fldChar w:fldCharType="end"/>') + r("完。"))).text == "域：甲乙完。"


def test_field_over_several_paragraphs() -> None:
    start = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> TOC </w:instrText>")
    body = p(start + run('<w:fldChar w:fldCharType="separate"/>') + r("一")) + p("二")
    assert lines(load(body + p(run('<w:fldChar w:fldCharType="end"/>') + r("三")))) == ["一", "二", "三"]


def test_equation_field_is_a_formula_object() -> None:
    document = load(p(r("值为") + field(r" EQ \f(1,2) ") + r("。")))
    assert document.text == "值为\ufffc。"
    assert document.objects == (Object("formula", 2, "", r"EQ \f(1,2)"),)


def test_mathtype_equation_number_in_the_code_of_a_field() -> None:
    begin, end = run('<w:fldChar w:fldCharType="begin"/>'), run('<w:fldChar w:fldCharType="end"/>')
    code = run(r'<w:instrText xml:space="preserve"> MACROBUTTON MTPlaceRef \* MERGEFORMAT </w:instrText>')
    number = field(r" SEQ MTEqn \h ") + run("<w:instrText>(</w:instrText>") + field(" SEQ MTEqn ", r("7"))
    assert load(p(begin + code + number + run("<w:instrText>)</w:instrText>") + end + r("式"))).text == "(7)式"


def test_field_without_end_is_said() -> None:
    document = load(p(r("甲") + run('<w:fldChar w:fldCharType="begin"/>') + r("乙")))
    assert document.text == "甲"
    assert "域" in document.notes[0]


def test_deleted_field_keeps_the_balance() -> None:
    document = load(p(f"<w:del>{field(' REF a ', run('<w:delText>1</w:delText>'))}</w:del>{r('后')}"))
    assert document.text == "后"
    assert document.notes == ()


# --- notes, comments --------------------------------------------------------------------------------------------


def test_footnotes_and_endnotes_stand_after_the_body() -> None:
    body = p(
        r("正文") + run('<w:endnoteReference w:id="2"/>') + run('<w:footnoteReference w:id="3"/>') + r("继续")
    ) + p("末段")
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes += f'<w:footnote w:id="3">{p(run("<w:footnoteRef/>") + r("脚注文字"))}</w:footnote>'
    ends = f'<w:endnote w:id="2">{p("尾注文字")}</w:endnote>'
    document = load(body, footnotes=notes, endnotes=ends)
    assert lines(document) == ["正文继续", "末段", "尾注文字", "脚注文字"]
    assert [paragraph.region for paragraph in document.paragraphs] == ["body", "body", "footnote", "footnote"]
    assert [(mark.start, mark.end) for mark in document.marks_by_kind["footnote"]] == [(2, 2), (2, 2)]
    assert document.place_of(document.text.index("尾注")).label == "尾注第1条"
    assert document.place_of(document.text.index("脚注")).label == "脚注第1条"


def test_comments_over_runs_and_over_paragraphs() -> None:
    start, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
    reference = '<w:r><w:commentReference w:id="{}"/></w:r>'
    body = p(r("一种") + start.format(1) + r("水") + r("杯") + end.format(1) + reference.format(1) + r("，其"))
    body += p(start.format(2) + r("甲")) + p(r("乙") + end.format(2) + reference.format(2) + reference.format(3))
    comments = f'<w:comment w:id="1">{p("术语")}{p("前后不一")}</w:comment><w:comment w:id="2">{p("二")}</w:comment>'
    document = load(body, comments=comments)
    assert lines(document) == ["一种水杯，其", "甲", "乙"]
    assert marked(document, "comment") == [("水杯", "术语\n前后不一"), ("甲\n乙", "二"), ("", "")]
    assert document.facts["comments"] == "2"


def test_comment_over_a_whole_paragraph_ends_with_it() -> None:
    body = '<w:commentRangeStart w:id="1"/>' + p("甲") + '<w:commentRangeEnd w:id="1"/>' + p("乙")
    document = load(body, comments=f'<w:comment w:id="1">{p("批")}</w:comment>')
    assert marked(document, "comment") == [("甲", "批")]


# --- formulas, pictures, objects --------------------------------------------------------------------------------


def mr(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def power(base: str, exponent: str) -> str:
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{exponent}</m:sup></m:sSup>"


ROOT = (
    f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{power(mr("b"), mr("2"))}{mr("-4ac")}</m:e></m:rad>'
)


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (f"{mr('x=')}<m:f><m:num>{mr('-b±')}{ROOT}</m:num><m:den>{mr('2a')}</m:den></m:f>", "x=(-b±√(b^2-4ac))/(2a)"),
        (f"<m:f><m:num>{mr('1')}</m:num><m:den>{mr('n')}</m:den></m:f>", "1/n"),
        (f"<m:rad><m:deg>{mr('3')}</m:deg><m:e>{mr('x')}</m:e></m:rad>", "√[3]x"),
        (f"<m:sSubSup><m:e>{mr('x')}</m:e><m:sub>{mr('i,j')}</m:sub><m:sup>{mr('2')}</m:sup></m:sSubSup>", "x_(i,j)^2"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{mr("i=1")}</m:sub><m:sup>{mr("n")}</m:sup>'
            f"<m:e>{mr('a')}</m:e></m:nary>",
            "∑_(i=1)^n a",
        ),
        (f"<m:d><m:e>{mr('a')}</m:e><m:e>{mr('b')}</m:e></m:d>", "(a|b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{mr("a")}</m:e></m:d>', "[a"),
        (
            f"<m:d><m:e><m:m><m:mr><m:e>{mr('1')}</m:e><m:e>{mr('0')}</m:e></m:mr>"
            f"<m:mr><m:e>{mr('0')}</m:e><m:e>{mr('1')}</m:e></m:mr></m:m></m:e></m:d>",
            "(1,0;0,1)",
        ),
        (f"<m:func><m:fName>{mr('sin')}</m:fName><m:e>{mr('θ')}</m:e></m:func>", "sin(θ)"),
        (
            f"<m:func><m:fName><m:limLow><m:e>{mr('lim')}</m:e><m:lim>{mr('x→0')}</m:lim></m:limLow></m:fName>"
            f"<m:e>{mr('f')}</m:e></m:func>",
            "lim_(x→0)(f)",
        ),
        (f"<m:acc><m:e>{mr('x')}</m:e></m:acc>", "x\u0302"),
        (f"<m:eqArr><m:e>{mr('E&amp;=mc#(2)')}</m:e></m:eqArr>", "E=mc (2)"),
        (f"{power(mr('R'), '<m:sSub><m:e>' + mr('d') + '</m:e><m:sub>' + mr('t') + '</m:sub></m:sSub>')}", "R^(d_t)"),
        (f"{power(mr('sin'), mr('2'))}{mr('x')}", "sin^2x"),
        (f"<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>{mr('n')}</m:num><m:den>{mr('k')}</m:den></m:f>", "(n;k)"),
        (f"<m:f><m:num>{mr('(a)')}</m:num><m:den>{mr('(b)(c)')}</m:den></m:f>", "(a)/((b)(c))"),
        (f"<m:bar><m:barPr><m:pos m:val='top'/></m:barPr><m:e>{mr('x')}</m:e></m:bar>", "x\u0305"),
        (f"<m:bar><m:e>{mr('x+y')}</m:e></m:bar>", "(x+y)"),
        (f"<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e>{mr('x')}</m:e></m:phant>{mr('y')}", "y"),
        (f"<w:del>{mr('x')}</w:del><w:ins>{mr('y')}</w:ins>", "y"),
        (f"<m:borderBox><m:e>{mr('q')}</m:e></m:borderBox>", "q"),
        (f"<m:sPre><m:sub>{mr('6')}</m:sub><m:sup>{mr('12')}</m:sup><m:e>{mr('C')}</m:e></m:sPre>", "_6^12C"),
    ],
)  # fmt: skip
def test_word_formulas_in_one_line(formula: str, text: str) -> None:
    document = load(p(f"{r('式')}<m:oMath>{formula}</m:oMath>{r('。')}"))
    assert document.text == f"式{text}。"
    assert marked(document, "formula") == [(text, "")]
    assert document.place_of(1).element == (1,)
    assert document.place_of(document.text.index("。")).element == (1, 1, 0)


def test_formulas_of_one_paragraph_are_lines() -> None:
    body = p(f"<m:oMathPara><m:oMath>{mr('a=1')}</m:oMath><m:oMath>{mr('b=2')}</m:oMath></m:oMathPara>")
    assert lines(load(body)) == ["a=1", "b=2"]


def test_pictures_and_what_is_known_of_them() -> None:
    body = p(
        run(picture("image1_png", "图1 整体结构")) + run(picture("image2_png", "公式")) + run(picture("image3_wmf"))
    )
    parts = {"image1_png": "x", "image2_png": "y", "image3_wmf": "..MathType.."}
    document = load(body, **parts)
    assert document.text == "\ufffc\ufffc\ufffc"
    assert document.objects == (
        Object("picture", 0, "image1.png", "图1 整体结构"),
        Object("formula", 1, "image2.png", "公式"),
        Object("formula", 2, "image3.wmf", ""),
    )


def test_embedded_objects_by_their_program() -> None:
    programs = ("Equation.DSMT4", "Equation.3", "ChemDraw.Document.6.0", "Visio.Drawing.11")
    document = load(p("".join(run(ole(program, "image1_wmf")) for program in programs)), image1_wmf="x")
    assert [(item.kind, item.name) for item in document.objects] == [
        ("formula", "image1.wmf"),
        ("formula", "image1.wmf"),
        ("chemistry", "image1.wmf"),
        ("ole", "image1.wmf"),
    ]
    assert document.objects[3].label == "Visio.Drawing.11"


def test_pictures_in_a_group_and_in_one_branch_of_alternatives() -> None:
    shape = "<v:shape><v:imagedata r:id='image2_png'/></v:shape>"
    group = f"<w:pict><v:group>{picture('image1_png')}{shape}</v:group></w:pict>"
    either = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    body = p(run(group) + run(either.format(picture("image1_png", "化学结构式"))) + either.format(r("甲")))
    document = load(body + either.format(p("乙")), image1_png="x", image2_png="x")
    assert document.text == "\ufffc\ufffc\ufffc甲\n乙"
    assert [(item.kind, item.name) for item in document.objects] == [
        ("picture", "image1.png"),
        ("picture", "image2.png"),
        ("chemistry", "image1.png"),
    ]


def test_missing_media_part() -> None:
    assert load(p(run(picture("nowhere")))).objects == (Object("picture", 0, "", ""),)


def test_old_picture_and_chart() -> None:
    old = '<w:pict><v:shape alt="曲线图"><v:imagedata r:id="image1_png"/></v:shape></w:pict>'
    chart = "<w:drawing><wp:inline><a:graphic><c:chart r:id='none'/></a:graphic></wp:inline></w:drawing>"
    document = load(p(run(old) + run(chart)), image1_png="x")
    assert document.objects == (Object("picture", 0, "image1.png", "曲线图"), Object("picture", 1, "", ""))


# --- looks of runs ----------------------------------------------------------------------------------------------


def test_subscript_and_superscript() -> None:
    styles = '<w:style w:type="character" w:styleId="s"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    body = p(
        r("H") + r("2", '<w:vertAlign w:val="subscript"/>') + r("O，m") + r("3", '<w:rStyle w:val="s"/>')
        + r("，x") + r("i", '<w:position w:val="-6"/>') + r("y") + r("n", '<w:position w:val="6"/>')
        + r("z", '<w:rStyle w:val="s"/><w:vertAlign w:val="baseline"/>')
    )  # fmt: skip
    document = load(body, styles=styles)
    assert document.text == "H2O，m3，xiynz"
    assert marked(document, "sub") == [("2", ""), ("i", "")]
    assert marked(document, "sup") == [("3", ""), ("n", "")]


def test_a_whole_sentence_lowered_by_accident_is_no_subscript() -> None:
    low = '<w:position w:val="-14"/>'
    body = p(
        r("步骤（", low) + r("3", low) + r("）.似然函数", low) + run(ole("Equation.DSMT4", "i"), low) + r("3", low)
    )
    assert load(body).marks == ()


def test_hidden_text_is_kept_apart() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p(
        r("可见一") + r("直接", "<w:vanish/>") + r("隐藏", '<w:rStyle w:val="h"/>') + r("可见", '<w:vanish w:val="0"/>')
    )
    body += p(r("整段"), '<w:pStyle w:val="hp"/>')
    document = load(body, styles=styles)
    assert lines(document) == ["可见一可见", ""]
    assert marked(document, "hidden") == [("", "直接隐藏"), ("", "整段")]


def test_hidden_paragraph_is_no_line_and_not_counted() -> None:
    hidden = p(r("批注式说明", "<w:vanish/>"), num(1) + "<w:rPr><w:vanish/></w:rPr>")
    document = load(p("甲", num(1)) + hidden + p("乙", num(1)), numbering=CLAIMS)
    assert lines(document) == ["1. 甲", "2. 乙"]


def test_highlight() -> None:
    body = p(r("甲") + r("待", '<w:highlight w:val="yellow"/>') + r("定", '<w:highlight w:val="red"/>'))
    document = load(body + p(r("乙", '<w:highlight w:val="none"/>')))
    assert marked(document, "highlight") == [("待定", "")]


def test_symbols() -> None:
    symbol, wingdings = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "Wingdings"
    body = p(
        r("角度") + run('<w:sym w:font="Symbol" w:char="F071"/>') + run(f'<w:sym w:font="{wingdings}" w:char="F0FE"/>')
        + r("\uf061\uf0b0", symbol) + r("b", symbol) + run('<w:sym w:font="宋体" w:char="2103"/>') + r("完")
    )  # fmt: skip
    document = load(body)
    assert document.text == "角度θ☑α°β℃完"
    assert document.marks == ()


def test_unknown_private_characters_are_kept_and_marked() -> None:
    document = load(p(r("甲\ue5e5乙") + run('<w:sym w:font="Fancy" w:char="F041"/>')))
    assert document.text == "甲\ue5e5乙\uf041"
    assert marked(document, "unmapped") == [("\ue5e5", ""), ("\uf041", "")]


def test_markers_of_the_official_template_are_dropped() -> None:
    document = load(p(r("\ue204[0001]\ue205  本发明\ue201涉及")))
    assert document.text == "[0001]  本发明涉及"
    assert document.marks == ()
    assert document.place_of(0).element == (1, 0, 1)
    assert document.place_of(document.text.index("涉")).element == (1, 0, 14)


def test_special_characters() -> None:
    inner = "<w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"
    assert load(p(run(inner))).text == "\ta-bc"


def test_white_space_counts_only_where_it_is_claimed() -> None:
    document = load(p(run("<w:t>\n  甲 乙 \n</w:t>") + r(" 丙 ")))
    assert document.text == "甲 乙 丙 "
    assert document.place_of(0).element == (1, 0, 3)


def test_ruby_shows_its_base() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('bēi')}</w:rt><w:rubyBase>{r('杯')}</w:rubyBase></w:ruby>"
    assert load(p(r("水") + run(ruby) + r("体"))).text == "水杯体"


def test_characters_outside_the_basic_plane() -> None:
    document = load(p(r("𠮷野\U00020bb7") + r("家")))
    assert document.text == "𠮷野\U00020bb7家"
    assert document.place_of(3).element == (1, 1, 0)


# --- lines, pages, sections -------------------------------------------------------------------------------------


def test_line_breaks_make_lines_with_one_number() -> None:
    document = load(p(run(f"{t('甲')}<w:br/>{t('乙')}<w:cr/>{t('丙')}"), num(1)), numbering=CLAIMS)
    assert lines(document) == ["1. 甲", "乙", "丙"]
    assert labels(document) == ["1.", "", ""]
    assert document.place_of(document.text.index("丙")).element == (1, 4, 0)


def breaks(document: Document) -> list[tuple[str, bool]]:
    return list(zip(lines(document), (item.page_break_before for item in document.paragraphs), strict=True))


PAGE = '<w:br w:type="page"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("甲") + run(PAGE)) + p("乙"), [("甲", False), ("乙", True)]),
        (p(run(PAGE) + r("甲")) + p("乙"), [("甲", True), ("乙", False)]),
        (p(r("甲") + run(PAGE) + r("乙")), [("甲", False), ("乙", True)]),
        (p("甲") + p(run(PAGE)) + p("乙"), [("甲", False), ("", False), ("乙", True)]),
        (p("甲") + p("乙", "<w:pageBreakBefore/>"), [("甲", False), ("乙", True)]),
        (p("甲") + p("乙", '<w:pageBreakBefore w:val="0"/>'), [("甲", False), ("乙", False)]),
        (p(run("<w:lastRenderedPageBreak/>") + r("甲")), [("甲", False)]),
        (p("甲", "<w:sectPr/>") + p("乙") + "<w:sectPr/>", [("甲", False), ("乙", True)]),
        (
            p("甲", "<w:sectPr/>") + p("乙") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            [("甲", False), ("乙", False)],
        ),
    ],
)
def test_page_breaks(body: str, expected: list[tuple[str, bool]]) -> None:
    assert breaks(load(body)) == expected


def test_page_headers_name_the_parts() -> None:
    body = (
        p("甲", f"<w:sectPr>{header_ref('h1')}{header_ref('f1', tag='footer')}</w:sectPr>")
        + p("乙", "<w:sectPr/>")
        + table(row(cell(p("丙"))))
        + p("丁", f"<w:sectPr>{header_ref('h2')}</w:sectPr>")
        + p("戊")
        + f"<w:sectPr>{header_ref('h3')}{header_ref('h1', 'first')}<w:titlePg/></w:sectPr>"
    )
    document = load(body, h1=p("权 利　要 求 书"), h2=p("说明书"), h3=p(), f1=p("1"))
    assert [item.header for item in document.paragraphs] == [
        "权利要求书",
        "权利要求书",
        "说明书",
        "说明书",
        "权利要求书",
    ]
    assert [item.section for item in document.paragraphs] == [0, 1, 2, 2, 3]
    assert document.margins == ("权 利　要 求 书", "1", "说明书")


def test_header_in_a_text_box() -> None:
    document = load(p("甲") + f"<w:sectPr>{header_ref('h1')}</w:sectPr>", h1=p(run(TEXT_BOX.format(p("说 明 书")))))
    assert document.paragraphs[0].header == "说明书"


def test_instructions_of_the_form_are_left_out() -> None:
    body = p("甲", f"<w:sectPr>{header_ref('h1')}</w:sectPr>") + p("应当打印。") + table(row(cell(p("一"))))
    document = load(body + f"<w:sectPr>{header_ref('h2')}</w:sectPr>", h1=p("权利要求书"), h2=p("注 意 事 项"))
    assert lines(document) == ["甲"]
    assert document.facts["dropped"] == "已略去表格注意事项 2 段"


def test_instructions_told_by_the_title_of_the_last_section() -> None:
    body = p("甲", "<w:sectPr/>") + p() + p("填 表 须 知") + p("一、应当打印。") + "<w:sectPr/>"
    assert lines(load(body)) == ["甲"]


def test_instructions_as_a_heading_of_the_body_stay() -> None:
    assert lines(load(p("甲") + p("注意事项") + p("乙") + "<w:sectPr/>")) == ["甲", "注意事项", "乙"]


def test_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
    )
    body = "".join(p("题", f'<w:pStyle w:val="{name}"/>') for name in "1xy")
    body += p("题", '<w:outlineLvl w:val="0"/>') + p("文", '<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>') + p("文")
    assert [item.heading for item in load(body, styles=styles).paragraphs] == [True] * 4 + [False] * 2


def test_every_character_leads_back_to_its_source() -> None:
    body = p(
        r("一种", "<w:b/>")
        + f"<w:ins>{run(t('水') + '<w:tab/>' + t('杯体'))}</w:ins>"
        + field(" REF x ", r("盖"))
    ) + table(row(cell(p(r("表") + f"<w:hyperlink>{r('格')}</w:hyperlink>"))))  # fmt: skip
    files = entries(body)
    document = read(pack(files), "a.docx", DEFAULT)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = list(etree.fromstring(str(files["word/document.xml"]).encode()).iter(w + "p"))
    for offset, character in enumerate(document.text):
        if character in "\n\t":
            continue
        anchor = max((item for item in document.anchors if item.start <= offset), key=lambda item: item.start)
        number, child, at = anchor.place.element
        children = [child for item in paragraphs[number - 1].iter(w + "r") for child in item]
        assert (children[child].text or "")[at + offset - anchor.start] == character


def test_protection() -> None:
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="{}"/>'
    assert load(p("甲"), settings=settings.format(1)).facts == {"protected": "1"}
    assert load(p("甲"), settings=settings.format(0)).facts == {}


def test_empty_document() -> None:
    document = load("")
    assert document.text == ""
    assert document.format == "docx"
    assert len(document.sha256) == 64


def test_content_we_cannot_read_is_said() -> None:
    assert "altChunk" in load(p("甲") + '<w:altChunk r:id="x"/>').notes[0]


# --- containers of the file -------------------------------------------------------------------------------------


def test_main_part_under_another_name() -> None:
    data = pack(entries(p("甲", num(1)), document="word/document2.xml", numbering=CLAIMS))
    assert read(data, "a.docx", DEFAULT).text == "1. 甲"


def test_main_part_outside_its_usual_folder() -> None:
    files = {
        "_rels/.rels": relations({"d": ("officeDocument", "/x/y.xml")}),
        "x/y.xml": root("document", f"<w:body>{p('甲')}</w:body>"),
    }
    assert read(pack(files), "a.docx", DEFAULT).text == "甲"


def test_back_slashes_in_names() -> None:
    files = {name.replace("/", "\\"): data for name, data in entries(p("甲", num(1)), numbering=CLAIMS).items()}
    assert read(pack(files), "a.docx", DEFAULT).text == "1. 甲"


def test_strict_namespaces() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
        "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
    }
    files = entries(p(r("甲") + run(picture("image1_png")), num(1)), numbering=CLAIMS, image1_png="x")
    for name, data in files.items():
        text = str(data)
        for transitional, other in strict.items():
            text = text.replace(transitional, other)
        files[name] = text
    document = read(pack(files), "a.docx", DEFAULT)
    assert document.text == "1. 甲\ufffc"
    assert document.objects[0].name == "image1.png"


def test_utf16_part() -> None:
    files = entries(p("甲"))
    files["word/document.xml"] = str(files["word/document.xml"]).replace("UTF-8", "UTF-16").encode("utf-16")
    assert read(pack(files), "a.docx", DEFAULT).text == "甲"


def test_a_file_made_by_another_program() -> None:
    made = python_docx.Document()
    made.add_heading("权利要求书", 1)
    made.add_paragraph("一种水杯。", style="List Number")
    made.add_paragraph("根据权利要求1所述的水杯。", style="List Number")
    made.add_table(1, 2).cell(0, 1).text = "格"
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    made.add_paragraph("说明").add_run("2").font.subscript = True
    made.sections[0].header.paragraphs[0].text = "权 利 要 求 书"
    buffer = io.BytesIO()
    made.save(buffer)
    document = read(buffer.getvalue(), "a.docx", DEFAULT)
    assert lines(document) == ["权利要求书", "1. 一种水杯。", "2. 根据权利要求1所述的水杯。", "", "格", "", "说明2"]
    assert [item.heading for item in document.paragraphs] == [True] + [False] * 6
    assert document.paragraphs[-1].page_break_before
    assert document.paragraphs[0].header == "权利要求书"
    assert marked(document, "sub") == [("2", "")]


# --- what is refused --------------------------------------------------------------------------------------------


def refused(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx", limits)
    message = str(caught.value)
    assert "请" in message, "the user is told what to do"
    return message


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE2 + "WordDocument".encode("utf-16-le"), "旧版 .doc"),
        (b"{\\rtf1 }", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"<html></html>", "ZIP"),
        (pack(entries(p("甲")))[:-30], "ZIP"),
        (pack({"a.txt": "x"}), "没有 Word 正文"),
        (
            pack({"_rels/.rels": relations({"d": ("officeDocument", "xl/workbook.xml")}), "xl/workbook.xml": "<w/>"}),
            "Excel",
        ),
        (pack({"word/document.xml": root("document", "")}), "不是 Word 正文"),
        (pack({"word/document.xml": "<w:document"}), "已损坏"),
        (pack({"word/document.xml": ""}), "已损坏"),
        (pack({**entries(p("甲")), "../evil.xml": "x"}), "之外"),
    ],
)
def test_broken_and_foreign_files(data: bytes, words: str) -> None:
    assert words in refused(data)


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM 'http://x/'>"])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"]
)
def test_document_type_declaration_is_refused(doctype: str, part: str) -> None:
    files = entries(p("甲"), styles="")
    declaration, _, rest = str(files[part]).rpartition("?>\n")
    files[part] = declaration + ("?>\n" if declaration else "") + doctype + rest
    assert "DOCTYPE" in refused(pack(files))


def test_document_type_declaration_in_utf16_is_refused() -> None:
    files = entries(p("甲"))
    text = str(files["word/document.xml"]).replace("UTF-8", "UTF-16").replace("?>", "?>" + BOMB)
    files["word/document.xml"] = text.encode("utf-16")
    assert "DOCTYPE" in refused(pack(files))
    files["word/document.xml"] = text.replace("UTF-16", "UTF-16LE").encode("utf-16-le")
    refused(pack(files))


@pytest.mark.parametrize("depth", [60, 200, 5000])
def test_deep_nesting_is_read_or_refused(depth: int) -> None:
    body = p("<w:smartTag>" * depth + r("甲") + "</w:smartTag>" * depth)
    data = pack(entries(body))
    if depth < 250:
        assert read(data, "a.docx", DEFAULT).text == "甲"
    else:
        refused(data)


def test_deeply_nested_tables() -> None:
    inner = ""
    for _ in range(60):
        inner = table(row(cell(p("甲"), inner)))
    document = load(inner)
    assert document.text.count("甲") == 60
    assert document.paragraphs[0].table == 1


def test_recursion_error_becomes_a_read_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("ipcheck.readers.docx.read_sections", deep)
    assert "嵌套过深" in refused(pack(entries(p("甲"))))


def test_bomb_in_a_part_is_refused() -> None:
    files = entries(p("甲"))
    files["word/media/x.png"] = b"\0" * 3_000_000
    assert "压缩比" in refused(pack(files))


# --- speed ------------------------------------------------------------------------------------------------------


def test_a_long_draft_is_read_in_linear_time() -> None:
    def seconds(paragraphs: int) -> float:
        chance = random.Random(3)
        words = ("".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(6)) for _ in range(paragraphs))
        body = "".join(p(r("本实施例的") + r("杯体", "<w:b/>") + r(word), num(1)) for word in words)
        data = pack(entries(body, numbering=CLAIMS))
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            read(data, "a.docx", DEFAULT)
            best = min(best, time.perf_counter() - start)
        return best

    assert seconds(4000) < 12 * seconds(800)
