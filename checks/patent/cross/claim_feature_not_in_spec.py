from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.absent_terms import absent_terms


class ClaimFeatureNotInSpec(PatentCheck):
    """权利要求里的特征，说明书里找不到文字记载。

    权利要求应当以说明书为依据；说明书没有记载的特征得不到支持，提交以后再补又受修改不得超范围的限制。
    提交前把这个特征写进说明书，或者改用说明书里已有的名称。
    只查字面：用“所述”提到、在权利要求里出现两次以上（或者带附图标记）、边界清楚的三个字以上的名称，
    和“还包括”“设有”等词引入、说明书里连它的一部分也几乎找不到的名称（找得到一部分的只是警告）；
    不计序数词和“的”，几个部分分别记载的复合名称不报。字面上有记载，并不等于权利要求得到支持；
    只差一个字的由“用语不一致”报。
    """

    code = "XDC021"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.1"), cite("指南", "1-2-7.4"))
    message = "说明书未见该特征的文字记载：权利要求{claim}的“{words}”，请补入说明书，或者改用说明书里的名称"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种泵，包括泵体和第一密封圈，所述泵体套在所述第一密封圈外，所述密封圈的内侧壁光滑。\n"
        "2. 根据权利要求1所述的泵，包括振动采集模块，所述振动采集模块报警。\n说明书\n一种泵\n具体实施方式\n"
        "泵体外有密封圈，振动由采集模块采集。",
        "权利要求书\n1. 一种泵，包括磁吸件，所述磁吸件在泵体上。\n说明书\n一种泵\n具体实施方式\n泵体上有磁吸件。",
        "权利要求书\n1. 一种泵，包括以下部件，还包括振动采集模块，泵体上设有第一密封圈，采用铸铁泵体。"
        "\n说明书\n一种泵\n"
        "具体实施方式\n泵体为铸铁，有密封圈，振动由采集模块采集。",
    )
    bad = (
        "权利要求书\n1. 一种泵，包括泵体。\n2. 根据权利要求1所述的泵，包括磁吸件，所述⟦磁吸件⟧与所述泵体连接。\n"
        "说明书\n一种泵\n具体实施方式\n泵体由铸铁制成。",
        "权利要求书\n1. 一种阀，包括阀座(1)和缓冲垫圈(2)，所述⟦缓冲垫圈⟧(2)套在所述阀座(1)上。\n"
        "说明书\n一种阀\n具体实施方式\n阀座1上有弹簧。",
        "权利要求书\n1. 一种泵，包括泵体，底部铰接有⟦折叠踏板⟧，还包括⟦超声清洗槽⟧。"
        "\n说明书\n一种泵\n具体实施方式\n泵体由铸铁制成，"
        "可以折叠。",
    )
    missed = (
        ("权利要求书\n1. 一种泵，包括泵体，⟦泵体为六边形⟧。\n说明书\n一种泵\n具体实施方式\n泵体由铸铁制成。"),
        ("权利要求书\n1. 一种泵，包括泵体，泵体⟦粘接⟧在底座上。\n说明书\n一种泵\n具体实施方式\n泵体焊接在底座上。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for absent in absent_terms(filing):
            if not absent.instead:
                yield self.at(absent.span, level=None if absent.sure else Level.WARNING, claim=absent.claim.number)
