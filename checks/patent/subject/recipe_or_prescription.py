from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_STYLE = (
    r"(?:红烧|清蒸|糖醋|麻婆|宫保|鱼香|凉拌|油焖|干煸|干锅|爆炒|清炒|小炒|水煮|酱爆|葱爆|葱油|白灼|白切|回锅|蒜[蓉泥]"
    r"|剁椒|家常|私房|农家|香辣|麻辣|酸辣|酸菜|咸蛋黄|糖拌|椒盐|清炖|红焖|黄焖|粉蒸|梅菜|东坡|辣子|口水|夫妻"
    r"|老火|铁板|砂锅|石锅|盐焗|醉|炝|煲仔|孜然|番茄炒|青椒炒)"
)
_FOOD = (
    r"(?:菜肴?|菜品|凉菜|热菜|炒菜|小炒|家常菜|肉片?|排骨|鸡丁?|鸭|鹅|鱼头?|虾仁?|蟹|牛腩|羊排|肘子|蹄|豆腐|黄瓜|茄子"
    r"|土豆丝?|白菜|青菜|木耳|蘑菇|鸡蛋|蛋|汤|羹|粥|面条?|米饭|炒饭|火锅|丸子|肥肠|肚丝|凉皮|沙拉|点心|靓汤)"
)
_COOK = (
    r"(?:做法|烧法|吃法|(?:的)?(?:家常|家庭|简易)?(?:烹饪|烹调|烹制|煲制|炖制|炒制|煎制|烧制)(?:方法|工艺|技巧|方式)"
    r"|炒法|炖法|煲法)"
)
_DISH = lazy(
    rf"(?:菜肴|菜谱|食谱|家常菜|凉菜|火锅底?菜|炒菜)$|{_FOOD}(?:的)?{_COOK}$|{_STYLE}[^，。；]{{1,4}}(?:的)?{_COOK}$"
    rf"|(?:菜肴|菜品|家常菜|凉菜|小炒|红烧\S{{1,4}}|清蒸\S{{1,4}})的?制作方法$"
)
_MEAL = lazy(
    rf"{_STYLE}[^，。；]{{0,4}}{_FOOD}(?:的(?:制作|加工|制备)方法)?$|{_FOOD}(?:的(?:制作|加工|制备|烧)方?法)?$"
)
# By hand and by feel, as in a kitchen; and what a process for making has instead.
_KITCHEN = lazy(
    r"少许|适量|小火|大火|文火|武火|中火|旺火|起锅|出锅|装盘|盛盘|收汁|勾芡|焯水|炒香|爆香|翻炒|煸炒|热锅|凉油"
    r"|炖至软烂|炖至酥烂|入味|即食(?=[，。；]|$)|即可食用|火候|厨师|凭经验|拌匀|调味即"
)
_MEASURED = lazy(r"\d(?:\.\d+)?\s?(?:份|%|重量|kg|g|克|千克|公斤|℃|°C|min|分钟|h|小时|MPa|kPa)")
_PRESCRIPTION = lazy(
    r"(?:医生|医师|中医|民间|祖传)?(?:处方|药方|验方|偏方|秘方|土方|单方|汤方|方剂|食疗方)$|(?:处方|药方)的(?:开具"
    r"|调配|抓药|加减)方法$"
)
_DOSED = lazy(
    r"随[症证](?:加减|化裁)|辨[症证](?:加减|施治)|因人(?:而异|加减)|遵医嘱|[一二三四五六七八九十半两\d](?:钱"
    r"|两)[，、；。][^，。；]{1,8}[一二三四五六七八九十半两\d](?:钱|两)"
)
_DRUG = lazy(r"药|汤剂|丸|散|膏|茶饮|方$")
_FIXED = 2


class RecipeOrPrescription(PatentCheck):
    """权利要求的主题看起来是菜肴做法或者医生处方。

    依赖厨师手艺、不能在产业上重复再现的菜肴做法，以及医生因人开具、仅供配药的处方，通常被认为不具备实用性。
    食品的，写成可以工业化生产的产品或者工艺，给出原料配比和工艺条件；药物的，写成药物组合物或者制药用途。
    名称是菜肴的，还要权利要求里有“适量”“小火”“收汁”一类凭手艺的话才报；有两处以上（内部阈值）配比、温度、时间的食品加工方法不报。
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
        "1. 一种酱牛肉，其特征在于，将牛肉100份与盐3份翻炒后，在95℃下卤制。",
        "1. 一种碗面，其特征在于，包括面饼和调料包。",
        "1. 一种治疗感冒的中药组合物，其特征在于，由金银花10份和连翘10份制成。",
        "1. 一种电子处方流转方法，其特征在于，服务器接收处方数据。",
    )
    bad = (
        "1. 一种⟦红烧排骨的做法⟧，其特征在于，先炒糖色。",
        "1. 一种⟦治疗失眠的药方⟧，其特征在于，包括酸枣仁。",
        "1. 一种⟦葱油鸡⟧，其特征在于，鸡腿焯水后淋上葱油，加盐少许。",
        "1. 一种⟦冬瓜排骨汤的制作方法⟧，其特征在于，大火烧开后转文火，加盐调味。",
        "1. 一种⟦健脾的汤药⟧，其特征在于，由山药和茯苓煎成，随症加减。",
    )
    missed = ("1. 一种⟦蒜蓉粉丝蒸扇贝⟧，其特征在于，先蒸后淋油。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            subject = claim.subject
            if subject is not None:
                name = "".join(subject.folded.split())
                if _by_hand(name, claim.body.folded):
                    yield self.at(subject, claim=claim.number)


def _by_hand(name: str, body: str) -> bool:
    """Whether the subject is a dish or a prescription, by its name or by what the claim tells of it."""
    if _DISH.search(name) or _PRESCRIPTION.search(name):
        return True
    if _DRUG.search(name):
        return _DOSED.search(body) is not None
    measured = sum(1 for _ in _MEASURED.finditer(body))
    return bool(_MEAL.search(name) and _KITCHEN.search(body)) and measured < _FIXED
