import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_PURE = lazy(
    r"(?P<words>(?:计算机|应用|电脑|机器|软件)?程序(?:代码|指令)?|计算机软件|(?<![硬])软件|算法|数据结构|比特流"
    r"|码流|位流|数据帧|数据包|数据报|报文|脚本|源代码|程序代码|代码|计算机指令|小程序|(?<![A-Za-z])APP)$",
    re.IGNORECASE,
)


class SoftwareClaimPure(PatentCheck):
    """权利要求的主题只是计算机程序、算法、数据结构或者比特流本身。

    仅仅涉及算法、计算机程序本身，或者单纯的比特流，属于智力活动的规则和方法，不授予专利权。
    改写成解决技术问题的方法、装置，或者“存储有……程序，
    程序被处理器执行时实现……步骤”的计算机可读存储介质、计算机程序产品。
    计算机程序产品、可读存储介质，以及传输、存储比特流的方法不报；只看主题名称的中心词，
    名称是“……算法”而写的是技术步骤的只给警告，
    方案是不是技术方案由人判断。
    """

    code = "CLM038"
    level = Level.ERROR
    basis = (cite("法", "25.1(2)"), cite("指南", "2-9-2"), cite("指南", "2-9-7.1.1"))
    message = (
        "权利要求{claim}保护的主题是“{words}”：计算机程序、算法、比特流本身不授予专利权，"
        "请改写成方法、装置、存储介质或者计算机程序产品"
    )
    needs = (PartName.CLAIMS,)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种计算机程序产品，包括计算机程序，所述计算机程序被处理器执行时实现采样。",
        "1. 一种计算机可读存储介质，存储有计算机程序。\n2. 一种存储比特流的方法，包括编码。",
        "1. 一种基于遗传算法的调度方法，包括排序。\n2. 一种软件测试装置，包括采集单元。",
        "1. 一种比特流的传输装置，包括天线。\n2. 一种脚本生成方法，包括分词。",
    )
    bad = (
        "1. 一种检测方法，包括采样。\n2. 一种⟦计算机程序⟧，包括指令，所述指令被执行时实现权利要求1所述的方法。",
        "1. 一种⟦比特流⟧，包括语法元素A和语法元素B。\n2. 一种测试⟦脚本⟧，由权利要求1得到。",
        "1. 一种路径规划⟦算法⟧，其特征在于，计算各节点的代价。",
    )
    missed = ("1. ⟦一种求解方程组的计算方法，其特征在于，先消元，再回代⟧，得到各未知数的值。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            if claim.subject is None:
                continue
            match = next(claim.subject.find(_PURE), None)
            if match is not None:
                level = Level.WARNING if match["words"] == "算法" else Level.ERROR
                yield self.at(claim.subject.at(match, "words"), claim=claim.number, level=level)
