from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_SYMBOL = (
    r"(?:国[旗徽]|五星红旗|[军党团警]旗|[军党团警]徽|天安门|人民英雄纪念碑|人民币|纪念钞|钞票|货币"
    r"|[百五一二]?[百十]元(?:纸币|钞)|(?:党和)?国家领导人|领导人|红十字)"
)
# What the thing is made of or fastened to makes a label or a sign a product of its own.
_SOLID = (
    r"电子|RFID|NFC|rfid|射频|智能|报警|防[盗丢]|定位|蓝牙|感应|陶瓷|金属|玻璃|木|亚克力|石|不锈钢|立体|发光|反光"
    r"|荧光|灯光?|交通|道路|警示|安全|停车|车辆?|汽车|消防|导[向视航]|出口|疏散|门牌"
    r"|路|施工|航标|界"
)
_NAME = lazy(
    r"(?P<game>(?:游戏|棋牌|对战|闯关|电竞)[^，、]{0,12}界面|界面[^，、]{0,6}游戏)"
    r"|(?P<screen>(?:手机|电脑|计算机|电视|屏幕|显示屏|电子设备|显示器)(?:的)?(?:动态|主题)?(?:壁纸|屏保"
    r"|屏幕保护)(?:图[案片])?$|开关?机(?:的)?画面$|(?:网页|网站)的?(?:图文|版面)?(?:排版|版式|版面)$)"
    rf"|(?P<solid>(?:{_SOLID})[^，、]{{0,8}}(?:标[签贴志识]|吊牌|徽标|图标|二维码))"
    r"|(?P<mark>(?:商标|标志|标识|徽标|店标|LOGO|logo)(?=$|\())"
    r"|(?P<print>(?:标签|标贴|贴标|[瓶罐桶盒封]贴|封[口签箱]贴?|封条|酒标|不干胶贴?|吊牌|名片|图标|条形?码"
    r"|二维码)(?=$|\())"
    rf"|(?P<state>(?:印|画|绘|刻|绣|饰|含|带|具)有?[^，、]{{0,6}}{_SYMBOL}"
    rf"|{_SYMBOL}(?:的)?[^，、]{{0,3}}(?:图[案样形标]|造型|形状?|样式|画像|头像|标志|纹样?|元素|浮雕|摆件|挂件|挂饰"
    rf"|贴纸?|徽章|模型)|{_SYMBOL}$)"
    r"|(?P<coin>(?:纪念|流通)(?:金|银|铜)?币$)"
    r"|(?P<relief>(?:轮胎|胎面|鞋底?|立体|浮雕|雕刻|模具|压)[^，、]{0,6}(?:图案|花纹|纹样)$)"
    r"|(?P<pattern>(?:图案|花纹|花型|纹样)$)"
)
# A medal is loosely called a coin, and labels have been let pass where the Office saw more in them than a mark.
_UNSURE = ("coin", "print")
_WHY = {
    "game": "游戏界面属于不给予外观设计专利保护的客体",
    "screen": "与人机交互无关的显示画面属于不给予外观设计专利保护的客体",
    "mark": "主要起标识作用的平面印刷品不授予专利权",
    "print": "平面印刷品上主要起标识作用的设计不授予专利权",
    "state": "含有国旗、国徽、人民币等内容的设计违反法律或者妨害公共利益",
    "coin": "法定货币（纪念币）的设计违反法律或者妨害公共利益",
    "pattern": "仅为产品表面图案的不能单独作为外观设计的产品",
}


class DesignExcludedSubject(PatentCheck):
    """外观设计的产品看起来属于不授予专利权的对象。

    主要起标识作用的平面印刷品、游戏界面、含有国旗国徽人民币等内容的设计、仅有产品表面图案的局部，都不授予外观设计专利权。
    换成承载它的产品和立体的设计，或者改用商标、著作权保护。
    壁纸、纺织品不是平面印刷品；图案用在具体产品上的、电子标签和交通标志一类的立体产品、国旗旗杆和验钞机一类的器具不报；
    标贴、吊牌要看图案是否主要起标识作用，纪念币可能只是纪念章的俗称，只给警告。
    """

    code = "DSN012"
    level = Level.ERROR
    basis = (cite("法", "25.1"), cite("法", "5.1"), cite("指南", "1-3-4.1.1"))
    message = "“{words}”：{why}，请改换产品或者改用其他保护方式"
    kinds = (Kind.DESIGN,)

    _NAMED = "简要说明\n1. 本外观设计产品的名称："
    good = (
        _NAMED + "壁纸。\n2. 用途：用于装饰墙面。",
        _NAMED + "带图案的花布。\n2. 用途：用于制衣。",
        _NAMED + "标签打印机。\n2. 用途：用于打印标签。",
        _NAMED + "RFID电子标签。\n2. 用途：用于盘点。",
        _NAMED + "交通标志。\n2. 用途：用于指示道路。",
        _NAMED + "国旗旗杆。\n2. 用途：用于升旗。",
        _NAMED + "人民币点验机。\n2. 用途：用于清点钞票。",
        _NAMED + "轮胎的胎面花纹。\n2. 用途：用于车辆。",
    )
    bad = (
        _NAMED + "酒瓶⟦标贴⟧。\n2. 用途：用于贴在酒瓶上。",
        _NAMED + "手机的⟦游戏图形用户界面⟧。\n2. 用途：用于游戏。",
        _NAMED + "⟦印有国徽⟧的瓷盘。\n2. 用途：用于盛菜。",
        _NAMED + "⟦人民币造型⟧的存钱罐。\n2. 用途：用于存钱。",
        _NAMED + "饮料的⟦标签⟧（桃味）。\n2. 用途：用于贴在瓶上。",
        _NAMED + "⟦手机壁纸⟧。\n2. 用途：用于装饰屏幕。",
        _NAMED + "瓷碗表面的⟦花纹⟧。\n2. 用途：用于装饰。",
        _NAMED + "⟦纪念币⟧。\n2. 用途：用于收藏。",
    )
    missed = ("简要说明\n1. 本外观设计产品的名称：⟦桥梁⟧。\n2. 用途：用于通行。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in design_names(filing):
            match = next(span.find(_NAME), None)
            if match is not None and match.lastgroup in _WHY:
                level = Level.WARNING if match.lastgroup in _UNSURE else None
                yield self.at(span.at(match), why=_WHY[match.lastgroup], level=level)
