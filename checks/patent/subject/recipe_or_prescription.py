from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_DISH = lazy(
    r"(?:菜肴|菜谱|食谱|家常菜|凉菜|火锅底?菜|炒菜)$|(?:菜肴|菜品|家常菜|凉菜|小炒|红烧\S{1,4}|清蒸\S{1,4})的?(?:做法|烹饪方法|烹调方法)$"
)
_PRESCRIPTION = lazy(r"(?:医生|医师|中医)?(?:处方|药方|验方|偏方)$|(?:处方|药方)的(?:开具|调配|抓药)方法$")


class RecipeOrPrescription(PatentCheck):
    """权利要求的主题看起来是菜肴做法或者医生处方。

    依赖厨师手艺、不能在产业上重复再现的菜肴做法，以及医生因人开具、仅供配药的处方，通常被认为不具备实用性。
    食品的，写成可以工业化生产的产品或者工艺，给出原料配比和工艺条件；药物的，写成药物组合物或者制药用途。
    有固定配比和工艺条件的食品加工方法不报。
    """

    code = "SUB005"
    level = Level.WARNING
    basis = (cite("法", "22.4"), cite("指南", "2-10-7.1"), cite("指南", "2-10-7.2"))
    message = (
        "权利要求{claim}的主题“{words}”看起来是菜肴做法或者处方，可能不具备实用性：请写成产品、工业化工艺或者药物组合物"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种速冻水饺的加工方法，其特征在于，包括和面、制馅、速冻。",
        "1. 一种治疗感冒的中药组合物，其特征在于，由金银花10份和连翘10份制成。",
        "1. 一种电子处方流转方法，其特征在于，服务器接收处方数据。",
    )
    bad = (
        "1. 一种⟦红烧排骨的做法⟧，其特征在于，先炒糖色。",
        "1. 一种⟦治疗失眠的药方⟧，其特征在于，包括酸枣仁。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            subject = claim.subject
            if subject is not None:
                name = "".join(subject.folded.split())
                if _DISH.search(name) or _PRESCRIPTION.search(name):
                    yield self.at(subject, claim=claim.number)
