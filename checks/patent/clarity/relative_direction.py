from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_LOOSE = lazy(
    r"(?:(?<=[,。;:\n])|(?<=且)|(?<=并))[ ]*(?:在)?"
    r"(?P<words>[左右前后上下](?:侧|方|边|面|部|端|半部)|左右两[侧端边]|前后两[侧端边]|上下两[端侧边]|[顶底]部"
    r"|底下|[内外]侧|[正背]面)"
    r"(?=(?:各|均|还|分别|都|固定|依次|对称)?(?:(?!设备)[设装开贴涂刻留带盖套][一-鿿]?有|设置|(?:安装|连接|固定"
    r"|焊接|放置"
    r"|布置|粘贴|配备|形成)有"
    r"|安装(?!座|板|架|孔)|设(?![备计])|具有|有))"
)


class RelativeDirection(PatentCheck):
    """方位词没有参照：“左侧设有把手”，没有说是谁的左侧、从哪里看。

    上、下、左、右、前、后都要有参照物，放置或者观察的方向一变，位置就不同，保护范围不清楚。
    写明参照：“所述箱体靠近进料口的一侧设有把手”。
    只报分句以方位词开头、前面没有名词的写法；“箱体的左侧”“其上方”有参照，“上端盖”“下壳体”“上述”“以下”不是方位，
    都不报。
    """

    code = "CLR034"
    level = Level.ADVICE
    basis = (cite("法", "26.4"), cite("质量评价", "116"))
    message = "权利要求{claim}的“{words}”没有参照物：请写明是哪个部件的哪一侧，如“所述箱体靠近进料口的一侧”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种箱子，包括箱体，所述箱体的左侧设有把手，其上方设有盖，上端盖与下壳体连接，上述盖在左右方向移动，"
        "以下为底板。",
        "1. 一种箱子，包括上层板，左侧板设有孔，前端子有螺钉，上部与下部相连，后端设备有电源。",
    )
    bad = (
        "1. 一种箱子，包括箱体，⟦左侧⟧设有把手，⟦下方⟧安装有轮子。",
        "1. 一种推车，包括车架。\n2. 根据权利要求1所述的推车，其特征在于：⟦前端⟧设置灯，⟦左右两侧⟧均设有扶手。",
    )
    missed = (
        "1. 一种箱子，包括箱体，⟦边上⟧设有把手。",
        "1. 一种箱子，包括箱体，⟦东侧⟧设有把手。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_LOOSE):
                yield self.at(claim.body.at(match, "words"), claim=claim.number)
