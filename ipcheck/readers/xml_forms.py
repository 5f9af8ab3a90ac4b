"""XML that is a form and not prose: request forms, List.xml, bibliographic data, ST.26 sequence listings."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.readers.xml_inline import words_of
from ipcheck.readers.xml_parse import line_of, local, plain

_KIND_WORDS = (("实用新型", "utility-model"), ("外观设计", "design"), ("发明", "invention"))
_TITLES = ("发明名称", "实用新型名称", "使用外观设计的产品名称", "外观设计名称", "产品名称")
_APPLICATION_TYPES = {"1": "invention", "8": "invention", "2": "utility-model", "9": "utility-model", "3": "design"}
_KIND_CODES = {
    "A": "invention",
    "B": "invention",
    "C": "invention",
    "U": "utility-model",
    "Y": "utility-model",
    "S": "design",
    "D": "design",
}


def add_pair(builder: DocumentBuilder, label: str, value: str, part: str, line: int) -> None:
    """Write the line 标签：值; the label and its colon are marked as ours, the value is the file's."""
    place = Place(f"{'请求书' if part == 'request' else '著录项目'} {label}", element=(line,))
    start = builder.add(label + "：", place)
    builder.mark("generated", start, builder.offset)
    builder.add(value, place)
    builder.end_paragraph(part=part)


def _leaves(element: etree._Element, parent: str) -> Iterator[tuple[str, str, int]]:
    """Yield (label, value, line) of the filled-in fields; a nested field bears its container's name: 发明人/姓名."""
    for child in element:
        name = local(child)
        if not name:
            continue
        label = f"{parent}/{name}" if parent else name
        if any(local(item) for item in child):
            yield from _leaves(child, name)
        else:
            value = words_of(child)
            if value:
                yield label, value, line_of(child)


def write_request(builder: DocumentBuilder, root: etree._Element) -> dict[str, str]:
    """Write a request form with Chinese element names, a line 标签：值 for each field; return kind and title."""
    facts: dict[str, str] = {}
    name = local(root)
    for word, kind in _KIND_WORDS:
        if word in name:
            facts["kind"] = kind
            break
    start = builder.add(name, Place(name, element=(line_of(root),)))
    builder.mark("generated", start, builder.offset)
    builder.end_paragraph(part="request", heading=True)
    for label, value, line in _leaves(root, ""):
        add_pair(builder, label, value, "request", line)
        if label.rsplit("/", 1)[-1] in _TITLES:
            facts.setdefault("title", value)
    return facts


def write_case_list(builder: DocumentBuilder, root: etree._Element) -> dict[str, str]:
    """Write List.xml, the table of contents of a case: one line for each file in it. Returns no facts."""
    for entry in root.iter():
        if local(entry) != "BAONEIWJXX":
            continue
        fields = {local(item): words_of(item) for item in entry if local(item)}
        value = " ".join(filter(None, (fields.get("BIAOGEDM"), fields.get("WENJIANMC"), fields.get("XIANGDUILJ"))))
        add_pair(builder, "案卷文件", value, "biblio", line_of(entry))
    if builder.offset == 0:
        add_pair(builder, "案卷文件", "（清单为空）", "biblio", line_of(root))
    return {}


def write_sequences(builder: DocumentBuilder, root: etree._Element) -> dict[str, str]:
    """Write an ST.26 listing: for each sequence a line on it and a line of residues. Returns st26, sequences, title."""
    count = 0
    for data in root.iter():
        if plain(data) != "sequencedata":
            continue
        count += 1
        fields = {plain(item): item for item in data.iter() if plain(item).startswith("insdseq")}
        number = data.get("sequenceIDNumber") or str(count)
        values = {key: words_of(item) for key, item in fields.items() if len(item) == 0}
        # ST.26 lets a number be kept free: the sequence is then the word 000.
        residues = values.get("insdseqsequence", "")
        words = (
            f"SEQ ID NO:{number} 长度 {values.get('insdseqlength') or len(residues)} "
            f"类型 {values.get('insdseqmoltype') or '未注明'}"
        )
        place = Place(f"序列表 SEQ ID NO:{number}", element=(line_of(data),))
        start = builder.add(words, place)
        builder.mark("generated", start, builder.offset)
        builder.end_paragraph(part="sequence-listing")
        if residues:
            builder.add(residues, place)
            builder.end_paragraph(part="sequence-listing")
    facts = {"st26": "1", "sequences": str(count)}
    for item in root:
        if plain(item) == "inventiontitle" and item.get("languageCode", "zh") in ("zh", "zh-CN", ""):
            facts.setdefault("title", words_of(item))
    return facts


def _first(root: etree._Element, *names: str) -> etree._Element | None:
    return next((item for item in root.iter() if plain(item) in names), None)


def _all(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (item for item in root.iter() if plain(item) in names)


def _field(root: etree._Element | None, *names: str) -> str:
    if root is None:
        return ""
    found = _first(root, *names)
    return "" if found is None else words_of(found)


def publication_facts(root: etree._Element) -> dict[str, str]:
    """What a publication's attributes and bibliographic data say: kind, title, number, date and the filing's own."""
    biblio = _first(root, "bibliographicdata")
    source = root if biblio is None else biblio
    publication = _first(source, "publicationreference")
    application = _first(source, "applicationreference")
    facts: dict[str, str] = {}
    letter = root.get("kind") or _field(publication, "kind")
    kind = ""
    if application is not None:
        kind = _APPLICATION_TYPES.get((application.get("applType") or application.get("appl-type") or "")[:1], "")
    facts["kind"] = kind or _KIND_CODES.get(letter[:1].upper(), "")
    if biblio is not None:
        facts["title"] = _field(biblio, "inventiontitle")
        facts["number"] = root.get("docNumber") or root.get("doc-number") or _field(publication, "docnumber")
        facts["date"] = root.get("datePublication") or root.get("date-publ") or _field(publication, "date")
        facts["publication-kind"] = letter
        facts["application-number"] = _field(application, "docnumber")
        facts["application-date"] = _field(application, "date")
    return {key: value for key, value in facts.items() if value}


def write_biblio(builder: DocumentBuilder, biblio: etree._Element, facts: dict[str, str]) -> None:
    """Write what matters of the bibliographic data as lines 标签：值 in the part biblio."""
    line = line_of(biblio)
    number = facts.get("number", "") + facts.get("publication-kind", "")
    for label, value in (
        ("发明名称", facts.get("title", "")),
        ("公布号", number),
        ("公布日", facts.get("date", "")),
        ("申请号", facts.get("application-number", "")),
        ("申请日", facts.get("application-date", "")),
    ):
        if value:
            add_pair(builder, label, value, "biblio", line)
    people = (
        ("申请人", ("applicant",), ("name", "organizationname", "orgname", "lastname")),
        ("专利权人", ("assignee",), ("name", "organizationname", "orgname", "lastname")),
        ("发明人", ("inventor",), ("name", "lastname")),
        ("专利代理机构", ("agency",), ("organizationname", "orgname", "name")),
        ("代理师", ("agent",), ("name", "lastname")),
    )
    for label, containers, names in people:
        for item in _all(biblio, *containers):
            value = _agent_name(item) if label == "代理师" else _field(item, *names)
            if value:
                add_pair(builder, label, value, "biblio", line_of(item) or line)


def _agent_name(agent: etree._Element) -> str:
    """The agent's own name, not that of the agency written inside the same element."""
    for item in agent:
        if plain(item) != "agency":
            value = _field(item, "name", "lastname") or (words_of(item) if plain(item) == "name" else "")
            if value:
                return value
    return ""
