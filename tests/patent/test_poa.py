"""The power of attorney: what is read of it, and that its file joins the case it belongs to."""

from __future__ import annotations

from ipcheck.check import Sample
from ipcheck.patent import PartName
from ipcheck.patent.parts import part_of_file, part_of_title
from ipcheck.patent.poa import PowerOfAttorney, draw_poa
from ipcheck.testing import filing_of

OFFICIAL = (
    "专利代理委托书\n根据专利法第十八条的规定，兹委托 甲乙专利代理事务所（普通合伙） 机构代码 00000\n"
    "1. 代为办理名称为 一种折叠杯 的发明创造申请或专利（申请号为______）\n"
    "专利代理机构接受上述委托并指定专利代理师 张三、李四 办理此项委托。\n委托人（单位或个人）：某某公司、王五"
)


def drawn(text: str) -> PowerOfAttorney:
    poa = draw_poa(filing_of(Sample(text), text))
    assert poa is not None
    return poa


def test_the_official_form() -> None:
    poa = drawn(OFFICIAL)
    assert not poa.general
    assert str(poa.title) == "一种折叠杯"
    assert str(poa.agency) == "甲乙专利代理事务所（普通合伙）"
    assert [str(agent) for agent in poa.agents] == ["张三", "李四"]
    assert [str(principal) for principal in poa.principals] == ["某某公司", "王五"]


def test_a_general_power_names_no_title() -> None:
    poa = drawn("专利代理总委托书\n委托人：某某公司\n专利代理机构：甲乙专利代理有限公司\n")
    assert poa.general
    assert poa.title is None
    assert str(poa.agency) == "甲乙专利代理有限公司"


def test_titles_and_files() -> None:
    assert part_of_title("专 利 代 理 委 托 书") is PartName.POA
    assert part_of_title("委托书") is PartName.POA
    assert part_of_file("案卷/J-专利代理委托书.docx") is PartName.POA
    assert part_of_title("委托书编号") is None


def test_none_without_the_part() -> None:
    text = "1. 一种杯子，包括杯体。"
    assert draw_poa(filing_of(Sample(text), text)) is None
