from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck, only_omits, same_head

_LONGEST = 40
# Names that say the category alone; a claim's own words for the matter are no mere addition to them.
_BARE = frozenset(
    (
        "方法",
        "装置",
        "系统",
        "设备",
        "产品",
        "介质",
        "工艺",
        "结构",
        "机构",
        "组件",
        "组合物",
        "用途",
        "应用",
        "电路",
        "器械",
        "仪器",
        "材料",
    )
)
_METHOD = lazy(r"(?:方法|工艺|流程|用途|应用|制法)$")


class DepSubjectMismatch(PatentCheck):
    """从属权利要求的主题名称与它引用的权利要求不一致。

    从属权利要求的引用部分应当写明引用的权利要求的编号及其主题名称；名称不一致，就分不清引用的是哪一个主题。
    重述被引用的权利要求的主题名称，如权利要求1是“检测系统”，从属权利要求就写“根据权利要求1所述的检测系统”。
    被引用的权利要求只写“方法”“装置”的，与它最终所引的独立权利要求的名称比较；“……方法及系统”算两个名称。
    比较的是名称的中心词：省略“用于……的”之类的修饰语不报；中心词相同而修饰语另有不同的，报警告；
    中心词不同的，报错误。产品与方法之间的引用由 dep-type-mismatch 报。
    """

    code = "CLM024"
    level = Level.ERROR
    basis = (cite("细则", "25.1(1)"), cite("指南", "2-2-3.3.2"), cite("指南", "1-2-7.4"))
    message = (
        "权利要求{claim}的主题名称“{words}”与所引用的权利要求{parent}的“{name}”不一致："
        "应当重述被引用的权利要求的主题名称"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种用于输送水的离心泵，包括泵体。\n2. 根据权利要求1所述的离心泵，还包括叶轮。\n"
        "3. 根据权利要求2所述的泵，还有轴。",
        "1. 一种跌倒检测系统，包括雷达。\n2. 根据权利要求1所述的系统，还包括报警器。",
        "1. 一种方法，包括采集数据。\n2. 根据权利要求1所述的采集方法，还包括去噪。",
        "1. 一种跌倒监测方法及系统，包括雷达。\n2. 根据权利要求1所述的跌倒监测方法，还包括报警。\n"
        "3. 一种车辆，包括权利要求1所述的系统。\n4. 根据权利要求1所述的跌倒监测系统的安装方法，包括安装。",
        "1. 一种检测方法及系统，包括采集数据。\n2. 根据权利要求1所述的检测方法，还包括去噪。",
        "1. 一种杯子（1），包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。\n"
        "3. 一种包含权利要求1所述杯子的套件，包括托盘。",
        "1. 一种用于A、B的，具有C的泵，包括泵体。\n2. 根据权利要求1所述的泵，其中，还包括叶轮。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子的包装盒，包括盒体。",
        "1. 一种化合物在制药中的用途。\n2. 根据权利要求1所述的应用，所述化合物为盐。",
    )
    bad = (
        "1. 一种检测系统，包括雷达。\n2. 根据权利要求1所述的⟦装置⟧，还包括报警器。",
        "1. 一种阀门，包括阀体。\n2. 根据权利要求1所述的阀门，有阀芯。\n3. 根据权利要求1或2所述的⟦水壶⟧，有壶嘴。",
        "1. 一种数据标注方法，包括采集。\n2. 根据权利要求1所述的方法，还包括去噪。\n"
        "3. 根据权利要求2所述的⟦固件升级方法⟧，还包括校验。",
        "1. 一种跌倒监测方法及系统，包括雷达。\n2. 根据权利要求1所述的⟦焊接方法⟧，还包括报警。\n"
        "3. 根据权利要求1所述的⟦升降系统⟧，还包括电源。",
        "1. 一种尿液检测装置，包括外壳。\n2. 根据权利要求1所述的⟦血液检测装置⟧，还包括电源。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            name = claim.subject_name
            if not self._as_dependent(claim) or claim.subject is None or not name or len(name) > _LONGEST:
                continue
            known = [full for parent in claim.cited_at_start for full in parent.names]
            if not known or name in known:
                continue
            parent = claim.cited_at_start[0]
            if not any(same_head(name, full) or name[-2:] in full for full in known):
                yield self.at(claim.subject, claim=claim.number, parent=parent.number, name=parent.root_subject)
            elif not any(
                only_omits(name, full) or (only_omits(full, name) and (full not in _BARE or set(known) <= _BARE))
                for full in known
            ):
                yield self.at(
                    claim.subject,
                    claim=claim.number,
                    parent=parent.number,
                    name=parent.root_subject,
                    level=Level.WARNING,
                )

    @staticmethod
    def _as_dependent(claim: Claim) -> bool:
        """Whether it is dependent, or written so with a name of a category that “A方法及系统” has too."""
        if claim.dependent:
            return True
        leading = claim.leading
        if leading is None or leading.span.start != claim.body.start or not claim.subject_name:
            return False
        names = {name for parent in claim.cited_at_start for name in parent.names}
        categories = {_METHOD.search(name) is not None for name in names}
        return len(categories) > 1 and not any(name in claim.subject_name for name in names - _BARE)
