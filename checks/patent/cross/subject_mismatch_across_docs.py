import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName
from ipcheck.patent.claims import same_head

_NAMED = lazy(r"(?:涉及|提供|公开|关于)(?:的是|了|到)?一种(?P<name>[^，。；,;\n]{2,60}?)(?=[，。；,;\n]|$)")
# 尤其涉及汽车座椅: without 一种 only what is surely an article; 尤其涉及深度学习 names a field.
_ARTICLE = lazy(
    r"(?:尤其|特别|具体)(?:是|为|涉及)(?:到)?(?:一种)?"
    r"(?P<name>[一-鿿]{1,30}(?:机|器|车|床|椅|座|架|阀|泵|锁|刷|盆|箱|柜|灯|杯|桌|门|窗|伞|装置|设备|工具|机构|组件))(?=[，。；,;\n]|$)"
)
_TAIL = lazy(r"(?:领域|技术|等|及其(?:应用|用途))$")


class SubjectMismatchAcrossDocs(PatentCheck):
    """技术领域里写的主题与发明名称、权利要求1的主题不一致。

    名称、技术领域、权利要求的主题应当说的是同一个东西；不一致多半是改稿或者套用旧稿时漏改的。
    把技术领域里“涉及一种……”的主题改成与名称一致。
    只比较中心词：“用于输送水的离心泵”与“离心泵”算一致；名称写了几个主题的，对上一个即可。
    """

    code = "XDC004"
    level = Level.WARNING
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.1"))
    message = "技术领域写的是“{words}”，而名称是“{title}”，权利要求1是“{subject}”：请统一主题"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种离心泵，包括泵体。\n说明书\n一种用于输送水的离心泵\n技术领域\n"
        "本发明涉及水泵技术领域，具体涉及一种离心泵。",
        "权利要求书\n1. 一种拉链，包括链牙。\n说明书\n拉链及其制造方法\n技术领域\n本发明涉及一种拉链制造方法。",
        "权利要求书\n1. 一种检测方法，包括检测。\n说明书\n一种检测方法\n技术领域\n本发明涉及一种检测技术。",
        "权利要求书\n1. 一种检测方法，包括检测。\n说明书\n一种检测方法\n技术领域\n"
        "本发明涉及计算机领域，尤其涉及深度学习。",
    )
    bad = (
        "权利要求书\n1. 一种离心泵，包括泵体。\n说明书\n一种离心泵\n技术领域\n"
        "本发明涉及流体机械领域，具体涉及一种⟦蝶形阀门⟧。",
        "权利要求书\n1. 一种离心泵，包括泵体。\n说明书\n一种离心泵\n技术领域\n"
        "本发明涉及机械领域，尤其涉及⟦电动滑板车⟧。",
        "权利要求书\n1. 一种折叠椅，包括椅面。\n"
        "说明书\n一种折叠椅\n技术领域\n本实用新型公开一种⟦升降书桌⟧，属于家具领域。",
    )
    missed = ("权利要求书\n1. 一种离心泵，包括泵体。\n说明书\n一种离心泵\n技术领域\n本发明涉及⟦门窗五金⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description, title = filing.description, filing.title
        if description is None or title is None or not filing.independent_claims:
            return
        subject = filing.independent_claims[0].subject_name
        known = [re.sub(r"^一种", "", "".join(title.folded.split()))]
        known += [claim.subject_name for claim in filing.independent_claims]
        # The last 涉及一种… is the specific field; the ones before it are broader.
        paragraphs = description.paragraphs_of(SectionName.FIELD)
        named = [(paragraph.body, match) for paragraph in paragraphs for match in paragraph.body.find(_NAMED)]
        named = named or [
            (paragraph.body, match) for paragraph in paragraphs for match in paragraph.body.find(_ARTICLE)
        ]
        if not named or any(self._agrees(match["name"], known) for _, match in named):
            return
        body, match = named[-1]
        yield self.at(body.at(match, "name"), title=title, subject=subject)

    @staticmethod
    def _agrees(name: str, known: list[str]) -> bool:
        bare = _TAIL.sub("", "".join(name.split()))
        if len(bare) < 2 or bare != "".join(name.split()):
            return True
        return any(
            same_head(bare, other)
            or bare in other
            or other in bare
            or bool(set(_pairs(bare)) & set(_pairs(other[-4:])))
            for other in known
            if other
        )


def _pairs(text: str) -> list[str]:
    return [text[index : index + 2] for index in range(len(text) - 1)]
