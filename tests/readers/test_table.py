"""Tables: encodings, separators, workbooks, and the place of every cell."""

from __future__ import annotations

import pytest

from ipcheck.abnormal import Column, Register
from ipcheck.readers.errors import ReadError
from ipcheck.readers.table import table_of


@pytest.mark.parametrize("encoding", ("utf-8", "utf-8-sig", "gb18030", "utf-16"))
@pytest.mark.parametrize("separator", (",", "\t", ";"))
def test_headers_in_any_order_and_encoding(encoding: str, separator: str) -> None:
    text = "申请日期,专利号,申请（专利权）人\n2024年3月5日,1,甲公司、乙公司\n".replace(",", separator)
    register = Register(table_of(text.encode(encoding), "台账.csv"))
    (row,) = register.rows
    assert row.applicants == ("甲公司", "乙公司")
    assert str(row.filed) == "2024-03-05"
    assert row.span(Column.NUMBER).source == "第2行"


def test_quotes_and_line_feeds_inside_a_cell() -> None:
    table = table_of('名称,申请日\n"一种泵,\n带阀",2024-01-02\n'.encode(), "台账.csv")
    assert [str(cell) for cell in table.rows[0]] == ["一种泵, 带阀", "2024-01-02"]


@pytest.mark.parametrize("data", (b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0broken", b"\x00\x01\x02\x00" * 40))
def test_broken_tables_are_told(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"[一-鿿]"):
        table_of(data, "台账.xlsx")
