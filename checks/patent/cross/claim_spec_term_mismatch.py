from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.absent_terms import absent_terms


class ClaimSpecTermMismatch(PatentCheck):
    """权利要求用的名称，说明书里没有，说明书却一直用只差一个字的另一个名称：“锁紧件”和“锁止件”。

    权利要求书使用的科技术语应当与说明书一致；不一致时，读者会以为是两个部件，权利要求也得不到说明书的支持。
    统一成一个名称。
    只报长度相同、只差一个字、在说明书里出现两次以上、权利要求里又没有用过的名称；第一和第二、
    左和右一类本来就不同的不报；
    名称的中心词不同（深度神经模型、深度神经网络）的，要在说明书里出现三次以上；
    带附图标记的由“权利要求标记不符”报。
    """

    code = "XDC002"
    level = Level.ERROR
    basis = (cite("细则", "22.3"), cite("法", "26.4"))
    message = "权利要求{claim}写“{words}”，说明书里没有，却一直写“{instead}”：请统一成一个名称"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种泵，包括左密封圈，所述左密封圈有弹性。\n说明书\n一种泵\n具体实施方式\n右密封圈有弹性，"
        "右密封圈在轴上，左侧同样。",
        "权利要求书\n1. 一种锁，包括锁紧件，所述锁紧件在锁壳内。\n说明书\n一种锁\n具体实施方式\n锁紧件在锁壳内，"
        "锁止件在外，锁止件是钢的。",
    )
    bad = (
        "权利要求书\n1. 一种锁，包括锁紧件，所述⟦锁紧件⟧在锁壳内。\n说明书\n一种锁\n具体实施方式\n锁止件在锁壳内，"
        "锁止件是钢的。",
        "权利要求书\n1. 一种方法，包括生成校验码。\n2. 根据权利要求1所述的方法，比较所述⟦校验码⟧，校验码相同则放行。\n"
        "说明书\n一种方法\n发明内容\n生成校核码。\n具体实施方式\n校核码为八位。",
        "权利要求书\n1. 一种方法，包括输入，通过⟦深度神经模型⟧识别图像。\n说明书\n一种方法\n"
        "发明内容\n训练深度神经网络。\n具体实施方式\n深度神经网络有五层，深度神经网络输出类别。",
    )
    missed = (
        (
            "权利要求书\n"
            "1. 一种锁，包括锁紧件，所述⟦锁紧件⟧在锁壳内。\n"
            "说明书\n"
            "一种锁\n"
            "具体实施方式\n"
            "卡固件在锁壳内，卡固件是钢的，卡固件有弹簧。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for absent in absent_terms(filing):
            if absent.instead:
                related = [absent.instead_span] if absent.instead_span else []
                yield self.at(absent.span, related=related, claim=absent.claim.number, instead=absent.instead)
