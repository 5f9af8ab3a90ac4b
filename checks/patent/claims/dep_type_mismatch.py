from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class DepTypeMismatch(PatentCheck):
    """写成从属权利要求的形式，类型却与所引用的权利要求不同：产品引用方法，或者方法引用产品。

    从属权利要求与它所引用的权利要求应当是同一类型；“权利要求1所述的装置”而权利要求1是方法，这样的装置并不存在。
    改为与所引用的权利要求同一主题，或者改写成并列独立权利要求，如“一种实施权利要求1所述方法的装置”。
    名称里带着所引用的主题的（“权利要求1所述的泵的制造方法”）和写成应用、用途的（“权利要求1所述的菌在制备饲料中的应用”）是合法的并列独立权利要求，不报。
    """

    code = "CLM025"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.1.2"), cite("细则", "25.1(1)"))
    message = (
        "权利要求{claim}写成“{words}”，而所引用的权利要求{parent}是“{name}”，类型不同：请统一主题，"
        "或者改写成并列独立权利要求"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 一种制造权利要求1所述杯子的方法，包括吹制。\n"
        "3. 根据权利要求2所述的方法，温度为300℃。",
        "1. 一种清洗方法，包括喷淋。\n2. 一种实施权利要求1所述的清洗方法的装置，包括喷头。\n"
        "3. 根据权利要求2所述的装置，有泵。",
        "1. 一种离心泵，包括泵体。\n2. 根据权利要求1所述的离心泵的使用方法，包括通电。",
        "1. 一种制杯方法，包括吹制。\n2. 根据权利要求1所述的方法制得的杯子。\n3. 根据权利要求1所述的方法还包括冷却。",
        "1. 一种重组枯草菌，含质粒。\n2. 权利要求1所述的菌在制备饲料中的应用。\n3. 如权利要求1所述的菌作为酵母的用途。",
        "1. 一种检测方法，包括采样。\n2. 根据权利要求1所述的方法中步骤S1具体为：定时采样。",
    )
    bad = (
        "1. 一种清洗方法，包括喷淋。\n2. 根据权利要求1所述的⟦清洗装置⟧，所述喷淋的时间为5分钟。",
        "1. 一种离心泵，包括泵体。\n2. 如权利要求1所述的⟦方法⟧，其特征在于，所述泵体先经预热。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.misplaced_category and claim.subject is not None and len(claim.subject_name) <= 30:
                parent = claim.cited_at_start[0]
                yield self.at(claim.subject, claim=claim.number, parent=parent.number, name=parent.subject_name)
