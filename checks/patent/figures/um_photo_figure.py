from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, ImageFacts, Level, lazy
from ipcheck.patent import Filing, Kind, PictureCheck, names_of

# What only a photograph can show, and what is no photograph although it looks like one.
_ALLOWED = lazy(
    r"金相|细胞|电泳|显微|电镜|扫描图|SEM|TEM|XRD|组织切片|云图|仿真|模拟结果|热力图|热图|光谱|频谱|曲线|波形|界面|截图"
)
_CERTAIN = 0.35


class UmPhotoFigure(PictureCheck):
    """实用新型的附图用了照片，或者用了带明暗层次的渲染图。

    实用新型的附图应当用线条表示产品的形状、构造，不得使用照片和工程蓝图；照片里的结构边界不清，复制后更看不出。
    改成黑色墨线绘制的结构图。
    按像素判断：有成片的、逐点缓慢变化的灰度才报；白底上只有一部分是这样的（可能是三维软件的渲染图），只报警告。
    图名写着金相、细胞、电泳一类只能用照片表示的，或者仿真云图、界面截图的，不报。
    发明的附图必要时可以用照片，不报；二值的扫描件看不出，也不报。
    """

    code = "FIG010"
    level = Level.ERROR
    basis = (cite("指南", "1-2-7.3"),)
    message = "{figures}{fault}：实用新型的附图不得用照片，请改为黑色线条绘制的结构图"
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample(
            "说明书\n一种泵\n附图说明\n图1为泵的结构示意图；图2为焊缝的金相照片。\n具体实施方式\n如图1所示。\n"
            "说明书附图\n\ufffc\n图1\n\ufffc\n图2",
            kind="utility-model",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 1200, 900, shaded=0.04), ImageFacts("JPEG", 1200, 900, shaded=0.7)),
        ),
        Sample("说明书附图\n\ufffc\n图1", kind="utility-model", objects=("picture",)),
        Sample(
            "说明书附图\n\ufffc\n图1",
            kind="invention",
            objects=("picture",),
            images=(ImageFacts("JPEG", 1200, 900, shaded=0.7),),
        ),
    )
    bad = (
        Sample(
            "说明书附图\n\ufffc\n图1\n⟦\ufffc⟧\n图2",
            kind="utility-model",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 1200, 900, shaded=0.02), ImageFacts("JPEG", 1200, 900, shaded=0.6)),
        ),
        Sample(
            "说明书\n一种泵\n附图说明\n图1为泵的立体图。\n具体实施方式\n如图1所示。\n说明书附图\n⟦\ufffc⟧",
            kind="utility-model",
            objects=("picture:图1",),
            images=(ImageFacts("PNG", 900, 900, shaded=0.2),),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        photos = [
            picture
            for picture in filing.pictures
            if picture.facts is not None and picture.facts.photo_like and not _ALLOWED.search(picture.caption)
        ]
        certain = [picture for picture in photos if picture.facts and picture.facts.shaded >= _CERTAIN]
        doubtful = [picture for picture in photos if picture not in certain]
        for group, fault, level in (
            (certain, "是照片或者照片那样的图", Level.ERROR),
            (doubtful, "有照片或者渲染图那样的明暗层次", Level.WARNING),
        ):
            if group:
                first, *rest = (picture.span for picture in group)
                yield self.at(first, related=rest, level=level, figures=names_of(group), fault=fault)
