from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

# A side, whatever word for it, and a word for a view; “以上视图” and “正面图案” are none.
_END = r"(?:视图|(?:投影|视面)图)"
_NAME = lazy(
    rf"(?<![以如述])(?:(?P<主视图>[正前][面方]?{_END}|[正前]面图)|(?P<后视图>[背反][面部]?{_END}|[背反]面图"
    rf"|后[面侧方](?:面?{_END}|图))"
    rf"|(?P<左视图>左[侧面边方](?:面?{_END}|面?图))|(?P<右视图>右[侧面边方](?:面?{_END}|面?图))"
    rf"|(?P<俯视图>[顶上][面部方侧]?{_END}|[顶上]面图|顶部图)|(?P<仰视图>[底下][面部方侧]?{_END}|[底下]面图"
    rf"|底部图))(?![案形样文片像])"
)


class DesignViewName(PatentCheck):
    """外观设计视图的名称不是规定的名称。

    六面正投影视图的名称是主视图、后视图、左视图、右视图、俯视图、仰视图，标在视图正下方；
    套件、组件、几项设计要在名称前加编号。
    改成规定的名称；立体图、展开图、剖视图、放大图、使用状态参考图照常用。
    简要说明和图片部分都查，六面视图以外的名称不报。
    """

    code = "DSN009"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.2.1"), cite("细则", "40.3"))
    message = "视图名称“{words}”不规范：应当写“{right}”"
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 最能表明设计要点的图片：设计1主视图。\n"
        "3. 省略仰视图，底面不可见。",
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 设计要点在于正面图案；以上视图中未示出的，"
        "省略以下视图：仰视图。",
        Sample("外观设计图片或照片\n套件1主视图\n套件1俯视图\n立体图\n使用状态参考图", kind="design"),
    )
    bad = (
        Sample(
            "外观设计图片或照片\n设计1⟦前面视图→主视图⟧\n⟦反面图→后视图⟧\n⟦左侧面图→左视图⟧\n⟦底部视图→仰视图⟧",
            kind=("design"),
        ),
        Sample("外观设计图片或照片\n⟦正面图→主视图⟧\n⟦背面图→后视图⟧\n左视图", kind="design"),
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 最能表明设计要点的图片：设计1⟦正视图→主视图⟧。",
    )
    missed = ("外观设计图片或照片\n⟦正面⟧\n⟦背面⟧",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.DESIGN_VIEWS, PartName.DESIGN_BRIEF):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for match in line.find(_NAME):
                    right = match.lastgroup or ""
                    yield self.at(line.at(match), fix=right, right=right)
