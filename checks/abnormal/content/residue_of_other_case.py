from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.patent import Filing
from ipcheck.patent.residue import residues

_WHAT = {
    "subject": "与本案的名称“{title}”和权利要求没有相同的字，像是从另一件申请抄来的",
    "office": "像是别的案件留下的编号或者材料",
}


class ResidueOfOtherCase(FilingCheck):
    """文件里残留着另一件申请的内容：自称“本发明涉及一种轮椅”而本案不是轮椅，或者留着别的案卷号、交底书。

    别的案件的话留在文件里，是套用、拼凑的线索，还可能泄露另一位委托人的内容。
    没有填写的占位文字只是没有写完，由专利申请文件质量检查（other-case-residue）指出，这里不报；背景技术里的别的产品、
    “本发明还提供一种存储介质”不报。
    删去残留的内容，核对全文写的都是本案的方案。
    """

    code = "GEN002"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：“{words}”{what}，请核对"
    clears = "笔误，或者该产品确是本案的一部分"
    keep = ("交底书", "本案的研发记录")

    good = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种水泵。\n背景技术\n"
        "现有一种轮椅使用水泵，该轮椅包括扶手。\n发明内容\n本发明还提供一种电子设备。",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n发明内容\n（待补充）",
    )
    bad = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种⟦折叠轮椅⟧。",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n发明内容\n⟦案卷号：P20-01⟧",
    )
    missed = (
        (
            "权利要求书\n"
            "1. 一种水泵，包括叶轮。\n"
            "说明书\n"
            "一种水泵\n"
            "技术领域\n"
            "本发明涉及水泵。\n"
            "具体实施方式\n"
            "⟦该轮椅⟧的坐垫由海绵制成。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for item in residues(filing):
            if item.kind in _WHAT:
                yield self.at(item.span, what=_WHAT[item.kind].format(title=filing.title))
