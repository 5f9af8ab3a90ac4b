"""XML files of both of CNIPA's dialects, of ST.26 and of none: any bytes."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.readers import ReadError
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.hostile.plain import xml_files
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_xml import e_filing, publication

LISTING = (
    '<?xml version="1.0"?><ST26SequenceListing dtdVersion="V1_3"><InventionTitle languageCode="zh">一种引物'
    '</InventionTitle><SequenceData sequenceIDNumber="1"><INSDSeq><INSDSeq_length>12</INSDSeq_length>'
    "<INSDSeq_moltype>DNA</INSDSeq_moltype><INSDSeq_sequence>acgtacgtacgt</INSDSeq_sequence></INSDSeq>"
    "</SequenceData></ST26SequenceListing>"
)
REQUEST = (
    '<?xml version="1.0" encoding="GB2312"?><发明专利请求书><发明名称>一种杯子</发明名称><发明人 序号="1">'
    "<姓名>甲</姓名></发明人><申请人><名称>某公司</名称></申请人></发明专利请求书>"
)
CASE_LIST = "<DATA_BUS><BAONEIWJXX><BIAOGEDM>100001</BIAOGEDM><WENJIANMC>权利要求书</WENJIANMC></BAONEIWJXX></DATA_BUS>"


def fuzz_xml(data: bytes) -> None:
    try:
        documents = read_bytes(data, "100001.xml")
    except ReadError as error:
        assert str(error)
        return
    assert documents == read_bytes(data, "100001.xml")
    for document in documents:
        sound(document)


def seeds() -> Iterator[bytes]:
    yield publication(POT_HOLDER)
    yield from e_filing(POT_HOLDER).values()
    yield LISTING.encode()
    yield REQUEST.encode("gb18030")
    yield CASE_LIST.encode()
    yield "<a>&deg;&unknown;<claims><claim num='1'><claim-text>甲</claim-text></claim></claims></a>".encode("utf-16")
    yield from (data for _, data in xml_files() if len(data) < 4000)
