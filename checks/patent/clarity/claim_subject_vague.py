import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_CATEGORY = re.compile(r"(?:技术(?:方案)?|(?:设计)?思路|构思|理念|设想|(?<![配图])方案|(?:结构|产品|外观|工艺)?设计)$")
_METHOD = r"(?:方法|工艺|用途|应用|制法)"
_PRODUCT = r"(?:装置|系统|设备|产品|介质|终端|电子设备|平台)"
_MIXED = re.compile(
    rf"(?P<a>及其|和其|与其|以及其)[一-鿿A-Za-z]{{0,14}}{_METHOD}$|{_METHOD}(?P<b>及其?|和其?|与其?|、|以及其?"
    rf"|或)[一-鿿A-Za-z]{{0,6}}{_PRODUCT}$"
    rf"|{_PRODUCT}(?P<c>及|和|与|、|以及|或)[一-鿿A-Za-z]{{0,6}}{_METHOD}$"
)


class ClaimSubjectVague(PatentCheck):
    """独立权利要求的主题名称看不出是产品还是方法，或者把产品和方法写在一项里。

    一项权利要求的类型应当清楚：“一种……技术”“一种……方案”类型不明，“一种产品及其制造方法”同时要求两种类型，都不允许。
    改为“一种……装置”或者“一种……方法”；产品和它的方法分成两项独立权利要求。
    只看主题名称的最后一个词，“信息技术设备”一类的修饰语不算。
    """

    code = "CLR015"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的主题名称“{words}”类型不清楚：请写成一种产品或者一种方法，产品和方法分项要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种信息技术设备，包括机箱。\n2. 一种节能方法，包括关灯。",
        "1. 一种拉链，包括链牙。\n2. 一种拉链的制造方法，包括注塑。",
        "1. 一种用于装卸方法和装置的夹具，包括夹爪。",
        "1. 一种涂料的配方，由水和颜料组成。",
    )
    bad = (
        "1. 一种⟦节能技术⟧，包括关灯。",
        "1. 一种⟦拉链及其制造方法⟧，包括链牙。",
        "1. 一种⟦水泵控制方法及系统⟧，其特征在于，包括控制器。\n2. 一种⟦隔音方案⟧，包括隔板。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.leading is not None or claim.subject is None:
                continue
            name = claim.subject.folded
            if _CATEGORY.search(name) or _MIXED.search(name):
                yield self.at(claim.subject, claim=claim.number)
