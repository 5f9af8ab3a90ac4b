from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, ImageFacts, Level, lazy
from ipcheck.patent import Filing, Picture, PictureCheck, names_of

_LEAST_DPI, _LEAST_PIXELS = 150, 600
_SCREEN_DPI = 110  # a screenshot shown at its own size has 96
# The outermost box of a block diagram is a part of it.
_BOXES = lazy(
    r"框图|方框|模块|单元|架构|系统|设备|终端|服务器|装置|电路|平台|网络|界面|截图|模型|芯片|介质|计算机|控制器"
)


class FigureFrameOrBlur(PictureCheck):
    """附图的像素太少，印出来会模糊；或者附图四周带着一圈与图无关的框线。

    附图的大小和清晰度，应当保证缩小到三分之二时仍能分辨各个细节；图的周围不得有与图无关的框线。
    像素太少的，从绘图软件重新导出，不要截屏；框线删去。
    清晰度只看像素多少（都是内部阈值）：在文档里的大小不到每英寸110点，或者不到150点而长边又不到600像素；
    单独的图片文件，长边不到600像素。拍虚了、描糊了的图看不出来。框线要贴着图的四边、里面没有线和它相连才报；
    框图、系统图最外面的框是图的一部分，图名这样写的、没有图名的不报。
    """

    code = "FIG012"
    level = Level.WARNING
    basis = (cite("指南", "1-1-4.3"), cite("指南", "1-2-7.3"))
    message = "{figures}{fault}"

    good = (
        Sample(
            "说明书附图\n\ufffc\n图1\n\ufffc\n图2",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 760, 700, dpi=135), ImageFacts("PNG", 560, 420, dpi=213)),
        ),
        Sample(
            "说明书\n一种泵\n附图说明\n图1为控制器的结构框图；图2为泵。\n具体实施方式\n如图1、图2所示。\n"
            "说明书附图\n\ufffc\n图1\n\ufffc\n图2",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 1500, 1300, framed=True), None),
        ),
    )
    bad = (
        Sample(
            "说明书附图\n\ufffc\n图1\n⟦\ufffc⟧\n图2",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 1514, 1345, dpi=300), ImageFacts("PNG", 598, 319, dpi=128)),
        ),
        Sample(
            "说明书\n一种泵\n附图说明\n图1为泵的剖视图。\n具体实施方式\n如图1所示。\n说明书附图\n⟦\ufffc⟧\n图1",
            kind="utility-model",
            objects=("picture",),
            images=(ImageFacts("PNG", 1500, 1300, dpi=300, framed=True),),
        ),
        Sample("说明书附图\n⟦\ufffc⟧", objects=("picture:图1",), images=(ImageFacts("JPEG", 400, 300),)),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        coarse = [picture for picture in filing.pictures if _is_coarse(picture)]
        framed = [
            picture
            for picture in filing.pictures
            if picture.caption and picture.facts and picture.facts.framed and not _BOXES.search(picture.caption)
        ]
        for group, fault in (
            (
                coarse,
                f"像素太少（不到每英寸{_SCREEN_DPI}点，或者长边不到{_LEAST_PIXELS}像素；内部阈值），"
                "缩印后会看不清：请从绘图软件重新导出",
            ),
            (framed, "四周有一圈框线：附图周围不得有与图无关的框线，请删去"),
        ):
            if group:
                first, *rest = (picture.span for picture in group)
                yield self.at(first, related=rest, figures=names_of(group), fault=fault)


def _is_coarse(picture: Picture) -> bool:
    facts = picture.facts
    if facts is None:
        return False
    small = max(facts.width, facts.height) < _LEAST_PIXELS
    # What a picture file of its own declares says nothing of the size at which it will be printed.
    if facts.dpi is None or picture.span.document.format == "image":
        return small
    return facts.dpi < _SCREEN_DPI or (small and facts.dpi < _LEAST_DPI)
