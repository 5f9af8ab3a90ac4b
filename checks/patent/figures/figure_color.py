from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, ImageFacts, Level
from ipcheck.patent import Filing, Kind, PictureCheck, names_of

_COLOURED = 0.003


class FigureColor(PictureCheck):
    """附图有颜色。

    附图一般用黑色墨线绘制；必要时可以提交彩色附图，但颜色在复印、缩放后会丢失，靠颜色区分的内容就看不出了。
    没有必要用颜色的，改为黑白线条；确有必要的，在附图说明里用文字把颜色代表的内容也写清楚。
    明显带颜色的像素超过千分之三（内部阈值）才报；实用新型的彩色照片由照片一项报，这里不重复。
    """

    code = "FIG011"
    level = Level.ADVICE
    basis = (cite("指南", "1-1-4.3"), cite("指南", "1-2-7.3"))
    message = "{figures}是彩色的：没有必要用颜色的请改为黑白线条，必要的请在文字里写明颜色代表什么"

    good = (
        Sample(
            "说明书附图\n\ufffc\n图1\n\ufffc\n图2",
            objects=("picture", "picture"),
            images=(ImageFacts("PNG", 1200, 900), ImageFacts("JPEG", 1500, 1300, colour=0.0016)),
        ),
        Sample(
            "说明书附图\n\ufffc\n图1",
            kind="utility-model",
            objects=("picture",),
            images=(ImageFacts("JPEG", 1200, 900, colour=0.6, shaded=0.5),),
        ),
    )
    bad = (
        Sample(
            "说明书附图\n\ufffc\n图1\n⟦\ufffc⟧\n图2\n\ufffc\n图3",
            objects=("picture", "picture", "picture"),
            images=(
                ImageFacts("PNG", 1200, 900),
                ImageFacts("PNG", 560, 420, colour=0.02),
                ImageFacts("PNG", 1660, 1056, colour=0.1),
            ),
        ),
        Sample(
            "说明书附图\n⟦\ufffc⟧",
            kind="utility-model",
            objects=("picture:图1",),
            images=(ImageFacts("PNG", 900, 900, colour=0.01),),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        coloured = [
            picture
            for picture in filing.pictures
            if (facts := picture.facts) is not None
            and facts.colour >= _COLOURED
            and not (facts.photo_like and filing.kind is Kind.UTILITY_MODEL)
        ]
        if coloured:
            first, *rest = (picture.span for picture in coloured)
            yield self.at(first, related=rest, figures=names_of(coloured))
