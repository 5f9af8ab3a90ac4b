"""The XML dialects of CNIPA and WIPO ST.26: parts, numbers, formulas, encodings and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipcheck.model import Document
from ipcheck.readers import Limits, ReadError, read_file
from ipcheck.readers.cnipa_xml import read

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "documents"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real documents (../shared) are not on this machine")
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE cn-application-body SYSTEM "/dtdandxsl/cn-application-body-20080416.dtd"[]>\n'
    '<?xml-stylesheet type="text/xsl" href="/dtdandxsl/showxml.xsl"?>'
)


def parse(text: str, encoding: str = "utf-8") -> Document:
    return read(text.encode(encoding), "a.xml", Limits())


def book(body: str) -> Document:
    return parse(f'{HEAD}<cn-application-body lang="zh" country="CN">{body}</cn-application-body>')


def publication(body: str, attributes: str = 'kind="A"') -> Document:
    return parse(
        '<business:PatentDocumentAndRelated xmlns:base="urn:base" xmlns:business="urn:business" '
        f"{attributes}>{body}</business:PatentDocumentAndRelated>"
    )


def lines(document: Document, part: str | None = None) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs if part is None or item.part == part]


def marked(document: Document, kind: str) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks if mark.kind == kind]


def refusal(text: str | bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(text if isinstance(text, bytes) else text.encode(), "a.xml", Limits())
    return str(caught.value)


def test_claims() -> None:
    document = book(
        '<cn-claims>\n\t<claim id="cl001" num="1">\n<claim-text>一种杯子，包括杯<br/>\n体；<br/>\n</claim-text>\n'
        '<claim-text>杯盖。</claim-text></claim><claim id="cl002" num="0002">'
        '<claim-text>2、根据<claim-ref idref="cl001">权利要求1</claim-ref>所述的杯子。</claim-text></claim>'
        '<claim num="3"><claim-text>3-甲基丁酸。<claim-text>嵌套一；</claim-text><claim-text>嵌套二。</claim-text>'
        "</claim-text></claim></cn-claims>"
    )
    assert lines(document) == [
        "1.一种杯子，包括杯体；",
        "杯盖。",
        "2、根据权利要求1所述的杯子。",
        "3.3-甲基丁酸。",
        "嵌套一；",
        "嵌套二。",
    ]
    assert {item.part for item in document.paragraphs} == {"claims"}
    assert [item.label for item in document.paragraphs] == ["1.", "", "", "3.", "", ""]
    assert marked(document, "generated") == ["1.", "3."]
    place = document.place_of(document.text.index("体；"))
    assert (place.label, place.element) == ("权利要求1", (6,))


def test_description() -> None:
    document = book(
        '<description><invention-title>一种杯子<br/>\n</invention-title><heading id="h1">技术领域</heading>'
        '<p id="p1" num="0001" Italic="0">\u3000\u3000本发明涉及杯子，'
        "\n\t\t含H<sub>2</sub>O与10<sup>-3</sup>m。\u00a0</p>"
        '<p num="XXXX">无段号。</p><p num="0002">[0002] 已有段号。</p></description>'
    )
    assert lines(document, "description") == [
        "一种杯子",
        "技术领域",
        "[0001]本发明涉及杯子，含H2O与10-3m。",
        "无段号。",
        "[0002] 已有段号。",
    ]
    assert [item.heading for item in document.paragraphs] == [False, True, False, False, False]
    assert marked(document, "sub") == ["2"] and marked(document, "sup") == ["-3"]
    assert marked(document, "generated") == ["[0001]"]
    assert document.facts == {"title": "一种杯子"}
    assert document.place_of(document.text.index("涉及")).label == "说明书[0001]段"


def test_latin_words_keep_the_space_that_indentation_was() -> None:
    document = book('<cn-abstract><p num="0001">deep\n\t\tlearning模型\n\t\t训练<br/>\n完成</p></cn-abstract>')
    assert lines(document, "abstract") == ["deep learning模型训练完成"]


def test_semantic_sections_get_the_headings_the_file_leaves_out() -> None:
    document = publication(
        "<business:Description><business:InventionTitle>一种杯子</business:InventionTitle>"
        '<business:TechnicalField><base:Paragraphs num="0001">领域。</base:Paragraphs></business:TechnicalField>'
        '<business:Disclosure><base:Paragraphs num="0002">内容一。</base:Paragraphs></business:Disclosure>'
        '<business:Disclosure><base:Paragraphs num="0003">内容二。</base:Paragraphs></business:Disclosure>'
        '<business:InventionMode><base:Paragraphs num="0004">具体实施方式</base:Paragraphs>'
        '<base:Paragraphs num="0005">例。</base:Paragraphs></business:InventionMode></business:Description>',
        'kind="U"',
    )
    assert lines(document) == [
        "一种杯子",
        "技术领域",
        "[0001]领域。",
        "实用新型内容",
        "[0002]内容一。",
        "[0003]内容二。",
        "[0004]具体实施方式",
        "[0005]例。",
    ]
    assert [document.text[p.start : p.end] for p in document.paragraphs if p.heading] == [
        "技术领域",
        "实用新型内容",
        "[0004]具体实施方式",
    ]
    assert marked(document, "generated")[:3] == ["技术领域", "[0001]", "实用新型内容"]
    assert document.facts["kind"] == "utility-model"


def test_drawings_and_pictures() -> None:
    document = book(
        '<cn-drawings><figure id="f1" num="0001" figure-labels="图1"><img file="1.jpg"/></figure>\n'
        '<figure num="0002"><img file="2.jpg"/></figure></cn-drawings>'
        '<cn-abstract><p>摘要，<maths><img file="m.jpg"/></maths>，<chemistry><img file="c.jpg"/></chemistry>'
        '<tables><img file="t.jpg"/></tables><img file="i.jpg"/>。</p>'
        '<cn-abst-figure><figure num="0001"><img file="a.jpg"/></figure></cn-abst-figure></cn-abstract>'
    )
    assert lines(document, "drawings") == ["\ufffc", "图1", "\ufffc", "图2"]
    assert lines(document, "abstract") == ["摘要，\ufffc，\ufffc\ufffc\ufffc。"]
    assert lines(document, "abstract-drawing") == ["\ufffc"]
    assert [(item.kind, item.name, item.label) for item in document.objects] == [
        ("picture", "1.jpg", "图1"),
        ("picture", "2.jpg", "图2"),
        ("formula", "m.jpg", ""),
        ("chemistry", "c.jpg", ""),
        ("table-image", "t.jpg", ""),
        ("picture", "i.jpg", ""),
        ("picture", "a.jpg", ""),
    ]
    assert document.place_of(0).label == "附图 图1"


def test_tables_written_out_become_lines() -> None:
    document = book(
        '<description><p num="0001">表：<tables><table><tgroup><row><entry>甲</entry><entry>乙</entry></row>'
        "<row><entry>1</entry><entry>2</entry></row></tgroup></table></tables></p></description>"
    )
    assert lines(document) == ["[0001]表：", "甲\t乙", "1\t2"]


def test_mathml_is_a_formula_with_its_words() -> None:
    document = book("<cn-abstract><p>设<maths><math><mi>a</mi><mo>+</mo><mi>b</mi></math></maths>。</p></cn-abstract>")
    assert lines(document) == ["设\ufffc。"]
    assert [mark.detail for mark in document.marks if mark.kind == "formula"] == ["a+b"]


def test_bibliographic_data() -> None:
    document = publication(
        "<business:BibliographicData><business:PublicationReference><base:DocumentID><base:DocNumber>101945314"
        "</base:DocNumber><base:Kind>B</base:Kind><base:Date>20190802</base:Date></base:DocumentID>"
        '</business:PublicationReference><business:ApplicationReference applType="10"><base:DocumentID>'
        "<base:DocNumber>201010298420.4</base:DocNumber><base:Date>20101002</base:Date></base:DocumentID>"
        "</business:ApplicationReference><business:InventionTitle>一种耳机</business:InventionTitle>"
        "<business:Applicant><base:Name>某公司</base:Name></business:Applicant><business:Agent><business:Agency>"
        "<base:OrganizationName>某所</base:OrganizationName></business:Agency><base:AddressBook><base:Name>张三"
        "</base:Name></base:AddressBook></business:Agent></business:BibliographicData>",
        'docNumber="101945314" kind="B" datePublication="20190802"',
    )
    assert document.facts == {
        "kind": "invention",
        "title": "一种耳机",
        "number": "101945314",
        "date": "20190802",
        "publication-kind": "B",
        "application-number": "201010298420.4",
        "application-date": "20101002",
    }
    assert lines(document, "biblio")[-3:] == ["申请人：某公司", "专利代理机构：某所", "代理师：张三"]


@pytest.mark.parametrize(
    ("root", "kind"),
    [("发明专利请求书", "invention"), ("实用新型专利请求书", "utility-model"), ("外观设计专利请求书", "design")],
)
def test_request_forms(root: str, kind: str) -> None:
    document = parse(f"<{root}><发明名称>一种杯子</发明名称><发明人><姓名>张三</姓名><国籍/></发明人><空/></{root}>")
    assert lines(document, "request") == [root, "发明名称：一种杯子", "发明人/姓名：张三"]
    assert document.facts == {"kind": kind, "title": "一种杯子"}


def test_sequence_listing() -> None:
    document = parse(
        '<?xml version="1.0"?><!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" '
        '"ST26SequenceListing_V1_3.dtd"><ST26SequenceListing dtdVersion="V1_3">'
        '<InventionTitle languageCode="zh">一种引物</InventionTitle><SequenceData sequenceIDNumber="1"><INSDSeq>'
        "<INSDSeq_length>4</INSDSeq_length><INSDSeq_moltype>DNA</INSDSeq_moltype><INSDSeq_sequence>acgt"
        "</INSDSeq_sequence></INSDSeq></SequenceData></ST26SequenceListing>"
    )
    assert lines(document, "sequence-listing") == ["SEQ ID NO:1 长度 4 类型 DNA", "acgt"]
    assert document.facts == {"st26": "1", "sequences": "1", "title": "一种引物"}


@pytest.mark.parametrize(
    ("declared", "real", "noted"),
    [
        ("GB2312", "gb18030", False),
        ("GBK", "utf-8", True),
        ("UTF-8", "gb18030", True),
        ("UTF-8", "utf-8-sig", False),
        ("UTF-16", "utf-16", False),
        ("UTF-8", "utf-16-le", False),
    ],
)
def test_declared_encodings_are_only_a_claim(declared: str, real: str, noted: bool) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?>\r\n<cn-abstract><p>朱镕基𠮷</p></cn-abstract>'
    document = parse(text, real)
    assert document.text == "朱镕基𠮷"
    assert bool(document.remarks) is noted
    assert document.place_of(0).element == (2,)


def test_unknown_entities_of_an_unloaded_dtd() -> None:
    document = book("<cn-abstract><p>温度&deg;C，&unknown;。</p></cn-abstract>")
    assert document.text == "温度°C，&unknown;。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "实体"),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><a/>', "实体"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><cn-claims>&x;</cn-claims>', "实体"),
        ("<cn-claims><claim></cn-claims>", "格式有误"),
        ("<a>" * 300 + "</a>" * 300, "嵌套过深"),
        ("<html><body>网页</body></html>", "不认识的 XML"),
        ('<?xml version="1.0"?><data/>', "data"),
    ],
)
def test_refusals(text: str, words: str) -> None:
    assert words in refusal(text)


def test_entity_bombs_hide_in_no_encoding() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "yyyy">]><a>&x;</a>'
    assert "实体" in refusal(text.encode("utf-16"))
    assert "实体" in refusal(text.encode("utf-16-be"))


def test_garbage_bytes_are_refused() -> None:
    assert "编码" in refusal(b'<?xml version="1.0" encoding="UTF-8"?><a>\xff\xff\xff</a>')


@needs_data
def test_the_filed_case() -> None:
    documents = [read_file(path, path.name, Limits())[0] for path in sorted(DATA.glob("as-filed/*/*/*.xml"))]
    claims, description, drawings, abstract = documents
    assert [item.label for item in claims.paragraphs if item.label] == [f"{n}." for n in range(1, 11)]
    numbers = re.findall(r"^\[(\d{4})\]", description.text, re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 45))
    assert sum(item.heading for item in description.paragraphs) == 5
    assert [item.label for item in drawings.objects] == [f"图{n}" for n in range(1, 12)]
    assert {item.part for item in abstract.paragraphs} == {"abstract"}
    assert not any("\t" in document.text or "<br" in document.text for document in documents)


@needs_data
@pytest.mark.parametrize(
    ("name", "claims", "figures", "paragraphs"), [("CN1019850", 5, 1, 18), ("CN1020100", 7, 12, 85)]
)
def test_the_publications(name: str, claims: int, figures: int, paragraphs: int) -> None:
    (path,) = DATA.glob(f"publication-xml/{name}*")
    (document,) = read_file(path, path.name, Limits())
    numbers = [int(n) for n in re.findall(r"^(\d+)[.、]", "\n".join(lines(document, "claims")), re.MULTILINE)]
    assert numbers == list(range(1, claims + 1))
    assert sum(document.paragraph_at(item.start).part == "drawings" for item in document.objects) == figures
    numbered = [item.label for item in document.paragraphs if item.part == "description" and item.label]
    assert numbered == [f"[{n:04d}]" for n in range(1, paragraphs + 1)]
    assert document.facts["kind"] == "invention" and document.facts["title"]
