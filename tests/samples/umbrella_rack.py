"""A made-up utility model full of faults: forty, each of another check, told in PLANTED."""

from __future__ import annotations

from dataclasses import dataclass

from tests.samples.draft import UTILITY_MODEL, Draft, bare
from tests.samples.line_drawing import Drawing

_NAME = "便携式雨伞沥水架，其特征在于，"
_REQUESTED = "一种便携式雨伞沥水架及其使用方法"

_ABSTRACT = (
    "摘要：本发明公开了一种便携式雨伞沥水架，涉及日用品技术领域，用于解决雨天进门后雨伞滴水弄湿地面、现有伞架体积大不便"
    "携带的问题。该便携式雨伞沥水架包括底盘1、立杆（2）、伞托（3）和集水盒（4），立杆（2）竖直插接在底盘（1）上，立杆（2）"
    "的顶端设有伞托（3），伞托（3）上开设有多个卡口（31），卡口（31）内设有弹簧片（32），底盘（1）的顶面开设有多个"
    "沥水孔（11），底盘（1）的下方设有集水盒（4），集水盒（4）的一侧设有把手（41）。使用时将雨伞（5）倒插入卡口（31）内，"
    "弹簧片（32）夹住雨伞（5），雨水沿伞面流到底盘（1）上，再经沥水孔（11）流入集水盒（4），积满后拉住把手（41）抽出"
    "集水盒（4）倒掉即可；不用时拔下立杆（2），与底盘（1）一起装入袋中，携带方便，适用于办公室、教室和旅馆的门口。"
)

_CLAIMS = (
    "一种便携式雨伞沥水架，包括底盘（1）和立杆（2），其特征在于，所述立杆（2）竖直插接在所述底盘（1）上，"
    "所述立杆（2）的顶端设有较大的伞托（3），所述伞托（3）上开设有多个卡口（31），所述底盘（1）的顶面开设有多个"
    "沥水孔（11）。所述底盘（1）的下方设有集水盒（4）。",
    f"根据权利要求1所述的{_NAME}所述卡口（31）内设有弹簧片（32），所述弹簧片（32）的结构如图2所示。",
    f"根据权利要求1所述的{_NAME}所述弹簧片（32）由不锈钢制成。",
    f"根据权利要求1和2所述的{_NAME}所述集水盒（4）的一侧设有把手（41），例如弧形的把手（41）。",
    f"根据权利要求1或4所述的{_NAME}所述沥水孔（11）的直径为8mm～5mm。",
    f"根据权利要求7所述的{_NAME}还包括防滑垫（13），所述防滑垫（13）粘接在底盘1的底面。",
    f"根据权利要求12所述的{_NAME}还包括排水管（12），所述排水管（12）的长度为XXmm。",
    "根据权利要求1所述的雨伞收纳柜，其特征在于，所述立杆（2）为伸缩杆。",
    f"根据权利要求1所述的{_NAME}所述挂环（22）设置在所述立杆（2）的中部，所述立杆（2）上还设有感应灯（23），"
    "所述感应灯（23）接收控制讯号后点亮。",
    f"根据权利要求1所述的{_NAME}所述伞托（3）的俯视形状见\ufffc。",
    "一种如权利要求1所述的便携式雨伞沥水架的使用方法，其特征在于，将雨伞（5）倒插入所述卡口（31）内，"
    "雨水经所述沥水孔（11）流入所述集水盒（4）内",
)

_FIELD = (
    "本实用新型涉及日用品技术领域，具体涉及一种便携式雨伞沥水架。",
    "雨天进门后，雨伞上的水滴落在地面上，容易使人滑倒。现有的伞架多为铸铁或者陶瓷制成，体积大，不便携带。",
)

_SUMMARY = (
    "本实用新型的目的是提供一种便携式雨伞沥水架，以解决雨伞滴水弄湿地面、现有伞架不便携带的问题。",
    "如权利要求1所述的便携式雨伞沥水架，其底盘的顶面开设有多个沥水孔，雨水经沥水孔流入集水盒。",
    "与现有技术相比，本发明的立杆可以从底盘上拔下，便于携带。",
)

_CAPTIONS = (
    "图1为本实用新型的主视结构示意图；",
    "图2为本实用新型的弹簧片的结构示意图；",
    "图3为本实用新型的集水盒的结构示意图。",
    "图中：1-底盘；11-沥水孔；12-排水管；13-防滑垫；2-立杆；22-挂环；23-感应灯；3-伞托；31-卡口；32-弹簧片；4-集水盒；"
    "41-把手；5-雨伞。",
)

_EMBODIMENTS = (
    "如图1所示，一种便携式雨伞沥水架，包括底盘1、立杆2、伞托3和集水盒4。底盘1由塑料注塑成型，2与底盘1插接，立杆2为伸缩杆，"
    "立杆2的顶端设有伞托（3），伞托3为圆盘，伞托3上开设有六个卡口31，雨伞5倒插在卡口31内。",
    "如图2所示，卡口31内设有弹簧片32，弹簧片32由不锈钢制成，弹簧片32夹住雨伞5的伞杆，使雨伞5不会歪倒。",
    "如图5所示，底盘1的顶面开设有多个沥水孔11，底盘1的下方设有集水盒4，集水盒4的一侧设有把手41，拉住把手4即可抽出集水盒4。"
    "底盘1的侧面设有排水管12，底盘1的底面粘接有防滑垫13<ins>，防滑垫13由硅胶制成</ins>。",
    "立杆2的中部设有挂环22，雨衣可以挂在挂环22上；立杆2上还设有感应灯23，感应灯23接收到控制信号后点亮，照亮卡口31。",
)

_REQUEST = (
    ("实用新型名称", _REQUESTED),
    ("发明人", "甘棠"),
    ("申请人姓名或名称", "某某日用品有限公司"),
    ("统一社会信用代码", "91000000MA0000002X"),
    ("申请人地址", "某某省某某市某某区伞巷2号"),
    ("邮政编码", "000000"),
    ("专利代理机构名称", "某某专利代理事务所（普通合伙）"),
    ("机构代码", "00000"),
    ("专利代理师姓名", "卢望、陆舟行、苏木"),
    ("在先申请日", "2026年1月8日"),
    ("原受理机构", "国家知识产权局"),
    ("摘要附图", "图9"),
)


def _rack() -> Drawing:
    """The rack from the front."""
    page = Drawing(700, 820)
    page.box(140, 620, 420, 40).box(180, 660, 340, 60).box(335, 160, 30, 460).box(220, 130, 260, 30)
    for slot in (240, 290, 390, 440):
        page.box(slot, 130, 20, 18)
    page.line((449, 60), (449, 600)).line((400, 560), (449, 200), (498, 560)).arc(380, 380, 16)
    page.box(365, 260, 24, 30).box(520, 680, 30, 16).box(560, 632, 50, 14).box(150, 720, 26, 10).box(524, 720, 26, 10)
    for hole in range(9):
        page.box(170 + hole * 42, 620, 10, 40, size=1)
    return page.signs(
        (
            ("1", (80, 560), (146, 632)),
            ("11", (240, 560), (216, 630)),
            ("12", (660, 580), (600, 634)),
            ("13", (90, 770), (156, 726)),
            ("2", (220, 330), (338, 350)),
            ("22", (270, 440), (366, 390)),
            ("23", (250, 250), (366, 272)),
            ("3", (140, 80), (232, 136)),
            ("31", (300, 60), (300, 134)),
            ("4", (340, 780), (330, 700)),
            ("41", (630, 740), (546, 690)),
            ("5", (570, 300), (468, 320)),
        )
    )


def _leaf() -> Drawing:
    """The leaf spring in its slot."""
    page = Drawing(560, 460)
    page.line((140, 380), (140, 100), (420, 100), (420, 380)).arc(280, 240, 60, 100, 440)
    page.line((140, 160), (220, 200), (220, 290), (140, 330)).line((420, 160), (340, 200), (340, 290), (420, 330))
    return page.signs((("31", (70, 70), (142, 140)), ("32", (480, 240), (344, 250))))


def _tray() -> Drawing:
    """The water tray."""
    page = Drawing(620, 400)
    page.line((80, 120), (120, 300), (460, 300), (500, 120), (80, 120)).box(490, 180, 40, 20)
    return page.signs((("4", (60, 340), (116, 280)), ("41", (580, 260), (520, 200))))


def _outline() -> Drawing:
    """The outline that stands in a claim."""
    return Drawing(160, 120).arc(80, 60, 46).box(70, 8, 20, 20).box(70, 92, 20, 20)


UMBRELLA_RACK = Draft(
    UTILITY_MODEL,
    "实用新型名称：一种便携式雨伞沥水架",
    _ABSTRACT,
    _CLAIMS,
    {
        "技术领域": _FIELD,
        "发明内容": _SUMMARY,
        "附图说明": _CAPTIONS,
        "具体实施方式": _EMBODIMENTS,
    },
    (_rack, _leaf, _tray),
    _REQUEST,
    inline=_outline,
    labels=("图1", "图2", "图4"),
)


@dataclass(frozen=True)
class Planted:
    """One fault: the check that must find it, where, at which words, and what is wrong for a reader."""

    check: str
    part: str
    claim: int | None
    words: str
    what: str

    @property
    def place(self) -> str:
        """Where, for a reader."""
        return f"{self.part} 权利要求{self.claim}" if self.claim else self.part


_REQUEST_PART, _ABSTRACT_PART, _CLAIMS_PART, _DESCRIPTION_PART = "请求书", "说明书摘要", "权利要求书", "说明书"

PLANTED = (
    Planted("title-mismatch", _REQUEST_PART, None, _REQUESTED, "与说明书首行的名称不同"),
    Planted("um-title-method", _REQUEST_PART, None, "方法", "实用新型的名称里有方法"),
    Planted("applicant-id-invalid", _REQUEST_PART, None, "91000000MA0000002X", "校验位不对"),
    Planted("agent-count", _REQUEST_PART, None, "苏木", "第三名代理师"),
    Planted("priority-declaration-incomplete", _REQUEST_PART, None, "2026年1月8日", "没有写在先申请号"),
    Planted("abstract-figure-not-designated", _REQUEST_PART, None, "图9", "没有图9"),
    Planted("abstract-heading", _ABSTRACT_PART, None, "摘要：", "摘要里写了标题"),
    Planted("abstract-too-long", _ABSTRACT_PART, None, bare(_ABSTRACT)[3:][300:], "超过300个字"),
    Planted("abstract-type-word", _ABSTRACT_PART, None, "本发明", "实用新型自称本发明"),
    Planted("abstract-refsign-unbracketed", _ABSTRACT_PART, None, "1", "底盘1没有加括号"),
    Planted("vague-degree-word", _CLAIMS_PART, 1, "较大", "程度不确定"),
    Planted("claim-period-count", _CLAIMS_PART, 1, "。", "一项中间用了句号"),
    Planted("claim-refers-to-spec", _CLAIMS_PART, 2, "如图2所示", "引用附图"),
    Planted("antecedent-wrong-branch", _CLAIMS_PART, 3, "弹簧片", "在没有引用的权利要求2中引入"),
    Planted("multi-dep-not-alternative", _CLAIMS_PART, 4, "1和2", "不是择一引用"),
    Planted("optional-word", _CLAIMS_PART, 4, "例如", "一项里限定出两个范围"),
    Planted("multi-dep-on-multi-dep", _CLAIMS_PART, 5, "4", "多引多"),
    Planted("range-format", _CLAIMS_PART, 5, "8mm～5mm", "大数在前"),
    Planted("dep-cites-later-or-self", _CLAIMS_PART, 6, "7", "引用在后的权利要求"),
    Planted("claim-refsign-unbracketed", _CLAIMS_PART, 6, "1", "底盘1没有加括号"),
    Planted("dep-cites-nonexistent", _CLAIMS_PART, 7, "12", "没有权利要求12"),
    Planted("claim-editor-residue", _CLAIMS_PART, 7, "XX", "占位符"),
    Planted("dep-subject-mismatch", _CLAIMS_PART, 8, "雨伞收纳柜", "主题名称不一致"),
    Planted("antecedent-missing", _CLAIMS_PART, 9, "挂环", "没有引入"),
    Planted("claim-tw-jp-term", _CLAIMS_PART, 9, "讯号", "应为信号"),
    Planted("claim-image", _CLAIMS_PART, 10, "\ufffc", "插图"),
    Planted("um-method-claim", _CLAIMS_PART, 11, "方法", "实用新型不保护方法"),
    Planted("claim-final-period-missing", _CLAIMS_PART, 11, "内", "结尾没有句号"),
    Planted("title-label-prefix", _DESCRIPTION_PART, None, "实用新型名称：", "名称前冠有字样"),
    Planted("section-missing", _DESCRIPTION_PART, None, "发明内容", "之前没有背景技术"),
    Planted("section-title-type", _DESCRIPTION_PART, None, "发明内容", "应为实用新型内容"),
    Planted("spec-cites-claim", _DESCRIPTION_PART, None, "如权利要求1", "引用语"),
    Planted("type-word-mixed", _DESCRIPTION_PART, None, "本发明", "实用新型自称本发明"),
    Planted("figure-described-not-filed", _DESCRIPTION_PART, None, "图3", "没有提交图3"),
    Planted("spec-bare-refsign", _DESCRIPTION_PART, None, "2", "只写标记，没有写立杆"),
    Planted("spec-refsign-bracketed", _DESCRIPTION_PART, None, "（3）", "标记加了括号"),
    Planted("figure-reference-out-of-range", _DESCRIPTION_PART, None, "图5", "附图说明里没有图5"),
    Planted("refsign-two-names", _DESCRIPTION_PART, None, "4", "把手4，别处4是集水盒"),
    Planted("tracked-changes-present", _DESCRIPTION_PART, None, "，防滑垫13由硅胶制成", "没有接受的插入"),
    Planted("figure-filed-not-described", "说明书附图", None, "图4", "附图说明里没有图4"),
)


def planted_list() -> str:
    """The list for readers, as Markdown."""
    lines = [
        "# 03-缺陷样稿：植入的缺陷",
        "",
        "一件虚构的实用新型申请，故意埋了四十处毛病，每处属于不同的检查；本页由 `python -m tests.make_examples` 写出，",
        "测试核对每一处都在所列的字上查出。□ 表示图片。",
        "",
        "| 序号 | 检查 | 位置 | 文字 | 毛病 |",
        "| --- | --- | --- | --- | --- |",
    ]
    for number, item in enumerate(PLANTED, 1):
        words = item.words.replace("\ufffc", "□")
        words = words if len(words) <= 30 else f"{words[:12]}……{words[-8:]}"
        lines.append(f"| {number} | `{item.check}` | {item.place} | {words} | {item.what} |")
    return "\n".join(lines) + "\n"
