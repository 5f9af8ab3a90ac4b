import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_SIGN = r"\d{1,4}[a-z]?(?:-\d{1,2})?(?![\d.%‰℃°A-Za-z])"
_JOIN = r"[ ]?(?:、|和|与|及|或|以及)[ ]?"
# A sign that opens a clause and is followed by a verb, or follows a verb and closes it.
_VERB = r"连接|相连|安装|设置|固定|位于|套设|转动|滑动|移动|驱动|带动|拉动|推动|插入|抵接|卡接|啮合|铰接"
_SUBJECT = lazy(
    rf"(?<![^ \n\t\]。，；,;：:])(?P<signs>{_SIGN}(?:{_JOIN}{_SIGN})*)"
    rf"(?=通过|与(?!\d)|和\D|经(?:过)?(?=[\d一-鿿])|{_VERB}|包括|包含|具有|把|承受|顶部|底部|的(?:厚度|长度|宽度"
    rf"|直径|表面)|的(?:上|下|内|外|顶|底|左|右|前|后|两|一|侧)[一-鿿]"
    rf"|[上内](?:的|用|还|装|设|安|插|固|套|开|连|转))"
)
_OBJECT = lazy(
    rf"(?:通过|先安装|再安装|拆下|(?<=[，。；,;]在)|(?<=[\da-z])经|驱动|带动|推动|拉动|固定在|安装在|设置在|套设在"
    rf"|位于|连接(?:到|至|于)?|抵接|插入|卡接)"
    rf"(?P<signs>{_SIGN}(?:{_JOIN}{_SIGN})*)"
    rf"(?={_VERB}|[上内中][，。；,;设安转滑对将把进流移固形发产通由用开往被]|[，。；,;]|$|的(?:上|下|内|外|一)[端侧部])"
)
# A sign after a stop or a word that wants a noun, before a word that goes on; what counts or measures is no sign.
_MEASURED = (
    r"[个只条次种年月日天倍层片组台米度分秒号点件块根位级份岁元人名对副套双把支张枚颗粒转圈路排列行段步节批类项款]|小时|毫|厘|微|纳|公|千|万|百|十|至|到|余|多|以[上下内]|左右|所示|为|是|不?[大小等]于"
    r"|[、.)~～%‰℃/×]|倍|比|阶|维|相|进制|端口|伏|瓦|安培|赫|帕|升|克|吨|实施例|和|与|或|及"
)
_WANTED = lazy(
    rf"(?:(?<=[^ \n\t\]][。；,;])|(?<=^)|(?<=[将把由从使令被])|(?<=(?<![存现所正内外])在)|(?<=放置在)"
    rf"|(?<=设置在)|(?<=安装在)|(?<=固定在)|(?<=开设有与)"
    rf"|(?<=[一-鿿](?:与|和))|(?P<before>{_SIGN})(?:与|和|及|、))(?P<signs>{_SIGN})(?=[一-鿿])(?!{_MEASURED})"
)
_EACH = lazy(_SIGN)


class SpecBareRefsign(PatentCheck):
    """具体实施方式里只写附图标记，不写部件名称：“3通过4与5连接”。

    附图标记应当放在相应的技术名称之后；只写标记，离开附图就读不懂，说明书不清楚。
    写出名称：电阻3通过三极管4的集电极与电容5相连接。
    只在说明书列有附图标记、并且数字就在表里时才报；“螺栓5和6”里的6跟着前面的名称，不报。
    """

    code = "DSC037"
    level = Level.ERROR
    basis = (cite("指南", "2-2-2.2.6"),)
    message = "附图标记“{words}”前面没有部件名称：请写成“{name}{words}”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图中：1-泵体；2-叶轮；3-轴；4-键。\n具体实施方式\n泵体1通过轴3与叶轮2连接，"
        "轴承和键4、泵体1连接，"
        "驱动2个叶轮，1、装轴；2、装叶轮。分3次安装，螺栓3和4连接泵体1，共有2，图2与泵体对应。",
        "说明书\n一种泵\n具体实施方式\n3通过4与5连接。",
    )
    bad = (
        "说明书\n一种电路\n附图说明\n图中：3-电阻；4-三极管；5-电容。\n具体实施方式\n⟦3⟧通过⟦4⟧连接电容5。",
        "说明书\n一种泵\n附图说明\n附图标记：1、泵体；2、叶轮；3、轴。\n具体实施方式\n叶轮2套设在⟦3⟧上，"
        "⟦1⟧固定在底座。",
        "说明书\n一种泵\n附图说明\n图中：1、泵体；2、叶轮；13、控制器；14、传感器。"
        "\n具体实施方式\n传感器14与⟦13⟧电连接；"
        "⟦13⟧读取压力。把叶轮2放置在⟦1⟧内，⟦1⟧中的水被排出，13个孔，2次启动。",
    )
    missed = ("说明书\n一种电路\n附图说明\n图中：3-电阻；4-三极管。\n具体实施方式\n件号⟦3⟧接件号⟦4⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        names = {entry.sign: str(entry.name) for entry in filing.sign_list}
        if not names or filing.description is None:
            return
        for paragraph in filing.description.paragraphs_of(SectionName.EMBODIMENTS):
            body = paragraph.body
            if any(body.start <= entry.span.start < body.end for entry in filing.sign_list):
                continue
            found: dict[int, re.Match[str]] = {}
            for pattern in (_SUBJECT, _OBJECT):
                for match in body.find(pattern):
                    signs = list(body.at(match, "signs").find(_EACH))
                    if all(sign[0] in names for sign in signs):
                        found.update((sign.start(), sign) for sign in signs)
            for match in body.find(_WANTED):
                sign, before = match["signs"], match["before"]
                if sign in names and (before is None or _differs(match, names)):
                    each = next(body.at(match, "signs").find(_EACH))
                    found.setdefault(each.start(), each)
            for start in sorted(found):
                yield self.at(body.at(found[start]), name=names[found[start][0]])


def _differs(match: re.Match[str], names: dict[str, str]) -> bool:
    """Whether the sign before, with its own name at hand, is another thing: 螺栓5和6 are not, 传感器5与6 may be."""
    own, name = names.get(match["before"], ""), names[match["signs"]]
    stands = match.string[: match.start("before")].rstrip().endswith(own[-2:]) if own else False
    return stands and own[-2:] != name[-2:]
