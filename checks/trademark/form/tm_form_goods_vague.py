import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck

_VAGUE = re.compile(
    r"^其[他它](?:类)?(?:的)?(?:电器|商品|产品|服务|食品|用品|设备|饮料|服装|器具|配件|材料|工具|\w{0,2}$)"
    r"|(?<![平高中初同均上下对])等(?:商品|产品|服务|项目)?$"
    r"|(?P<tail>(?:相关|有关|类似|同类)(?:的)?(?:商品|产品|服务|用品|配件|设备|项目))$"
    r"|^(?:各类|各种|所有|一切|全部)?(?:配件|附件|零件|零部件|商品|产品|服务)$"
    r"|(?:本类|全类|所有|全部)(?:的)?(?:商品|服务|项目)"
    r"|^(?:各类|各种|所有|一切)\w{1,4}$"
)


class TmFormGoodsVague(MarkCheck):
    """商品或者服务项目用了“其他”“等”“配件”“相关”这样的笼统说法。

    项目要写具体，笼统的项目会被要求补正，保护范围也说不清。
    改成区分表里的具体项目；区分表本来就有的说法（如“除……外”“等”在括号里举例）不报。
    """

    code = "TMF006"
    basis = (cite("商标条例", "15.1"),)
    message = "“{item}”里的“{vague}”太笼统：请改成区分表里的具体项目"

    good = (
        "商标\t类别\t商品\n福来\t9\t手机、充电器\n",
        "商标\t类别\t商品\n福来\t29\t鱼制食品、其他人造食品原料用的植物蛋白\n",
        "商标\t类别\t商品\n福来\t28\t等离子灯玩具；高等教育玩具\n",
        "商标\t类别\t商品\n福来\t12\t汽车零配件\n",
        "商标\t类别\t商品\n福来\t21\t日用玻璃器皿（包括杯、盘、壶、缸等）\n",
    )
    bad = (
        "商标\t类别\t商品\n福来\t11\t电饭锅、⟦其他电器⟧\n",
        "商标\t类别\t商品\n福来\t30\t⟦面条等⟧\n",
        "商标\t类别\t商品\n福来\t9\t手机及⟦相关产品⟧\n",
        "商标\t类别\t商品\n福来\t12\t⟦各类配件⟧、轮胎\n",
        "商标\t类别\t商品\n福来\t33\t⟦本类全部商品⟧\n",
    )
    missed = (
        "商标\t类别\t商品\n福来\t11\t电饭锅、⟦厨房用品类⟧\n",
        "商标\t类别\t商品\n福来\t11\t⟦上述商品的零件⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        for item in mark.goods:
            match = _VAGUE.search(item.name)
            if match is None:
                continue
            at = str(item.span).find(match[0])
            span = item.span
            if match.lastgroup == "tail" and at > 0:
                span = span.sub(at, at + len(match[0]))
            yield self.at(span, item=item.name, vague=match[0], on=self.day(mark))
