from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_NAME = lazy(
    r"(?P<game>游戏(?:的)?(?:图形用户)?界面)|(?P<print>(?:标签|商标|标贴|瓶贴|不干胶贴|吊牌|标志|标识|徽标|LOGO|logo)$)|"
    r"(?P<state>国旗|国徽|军旗|军徽|党旗|党徽|人民币|钞票|天安门|领导人)|(?P<pattern>(?:图案|花纹|纹样)$)"
)
_WHY = {
    "game": "游戏界面属于不给予外观设计专利保护的客体",
    "print": "平面印刷品上主要起标识作用的设计不授予专利权",
    "state": "含有国旗、国徽、人民币等内容的设计违反法律或者妨害公共利益",
    "pattern": "仅为产品表面图案的不能单独作为外观设计的产品",
}


class DesignExcludedSubject(PatentCheck):
    """外观设计的产品看起来属于不授予专利权的对象。

    主要起标识作用的平面印刷品、游戏界面、含有国旗国徽人民币等内容的设计、仅有产品表面图案的局部，都不授予外观设计专利权。
    换成承载它的产品和立体的设计，或者改用商标、著作权保护。
    壁纸、纺织品不是平面印刷品；图案用在具体产品上的不报。
    """

    code = "DSN012"
    level = Level.ERROR
    basis = (cite("法", "25.1"), cite("法", "5.1"), cite("指南", "1-3-4.1.1"))
    message = "“{words}”：{why}，请改换产品或者改用其他保护方式"
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：壁纸。\n2. 用途：用于装饰墙面。",
        "简要说明\n1. 本外观设计产品的名称：带图案的花布。\n2. 用途：用于制衣。",
        "简要说明\n1. 本外观设计产品的名称：标签打印机。\n2. 用途：用于打印标签。",
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：酒瓶⟦标贴⟧。\n2. 用途：用于贴在酒瓶上。",
        "简要说明\n1. 本外观设计产品的名称：手机的⟦游戏图形用户界面⟧。\n2. 用途：用于游戏。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        spans: list[Span] = list(design_names(filing))
        for span in spans:
            match = next(span.find(_NAME), None)
            if match is not None and match.lastgroup is not None:
                yield self.at(span.at(match), why=_WHY[match.lastgroup])
