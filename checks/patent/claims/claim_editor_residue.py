from bisect import bisect_right
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.chat import CHAT

_TASK = (
    r"(?:补充?|定|填写?|确认|核[实对查]|修改|完善|续|商榷|商定|写|明确"
    r"|细化|提供|更新|讨论|落实|删除?|斟酌|查|测|研究|实验|发明人|客户|代理|后续|进一步)"
)
_WHO = r"(?:发明人|代理[人师]|客户(?!端)|申请人|老师|工程师|审核人|校对人?|质检|研发|同事|撰写人)"
_ASKED = (
    r"(?:确认|核[实对查]|补[充全写齐]|提供|填[写入]|检查|完善|斟酌|把关|修改|改为|改成"
    r"|替换|删[除掉去]|看一?下|定一下|给出|说明|标[明注]|加[上入]|写[明上]|注意|选择其一)"
)
_UNIT = (
    r"(?:mm|cm|μm|um|nm|dm|m\b|kg|mg|g\b|mL|ml|L\b|kPa|MPa|Pa|kW|W\b|V\b|A\b|Hz|rpm|℃|°|%|％|‰|毫米|厘米|微米"
    r"|纳米|米|克|千克|度"
    r"|秒|分钟|小时|倍|转|伏|瓦)"
)
_CLOSE = r"[】\])>}〉》]"
_PLACEHOLDER = lazy(
    # A remark in brackets: something is to be done, somebody is addressed, something is left out.
    rf"[【\[(<{{〈《]\s*(?:[一-鿿A-Za-z\d]{{0,10}}?(?:待{_TASK}(?!的|状态)|(?<![A-Za-z])(?:TODO|FIXME|TB[DC])"
    rf"|请(?:{_WHO}|再|务必|尽快|帮忙|在此|自行)?{_ASKED}"
    rf"|{_WHO}(?:请|再|来|后续|尽快|务必|已|未|需|应)?{_ASKED}|此处|这里待|该处|(?:需要?|应|未|再|须){_ASKED}"
    rf"|补充(?:具体|完整|数据|数值|内容|说明|实施)|填写(?:具体|完整|数值|内容)?(?={_CLOSE})|存疑|有疑[问义]|有误"
    rf"|问一?下|批注|备注|[?？]\s*(?={_CLOSE})"
    rf"|[张王李刘陈杨赵黄周吴徐孙]工(?![件具作序位艺程业])|建议(?:删|改|补|上位|下位|增|拆|合并|参考)|疑似(?:重复"
    rf"|笔误|错)|是否(?:必要|需要|删|正确|要|有)|仅供参考|插入[图公表]|[一-鿿]{{0,4}}(?<!标)注[:：]"
    rf"|\d{{4,8}}(?:修改|修订|更新)|[一-鿿，,、\d]{{3,30}}[?？]+(?={_CLOSE})|修改说明|审核意见|初稿"
    rf"|草稿)[^【】\[\]()<>{{}}〈〉《》\n]{{0,24}}"
    rf"|(?:以下|后面|中间|其余|具体)?(?:从|内容|部分)?(?:略去?|省略|下略|后略)(?:不写|\d*字?)?|同上|同前|见上文?"
    rf"|同权\d*|已?(?:删除|删去|修改|修订|新增|增加|改动)(?:内容|部分|处|过|版|稿)?|原(?:权利要求|权)\d*(?:内容"
    rf"|特征)?|原文|空白|空|[Xx×]{{2,}}|_+|\.{{6}}|…{{2,}})\s*{_CLOSE}"
    # Outside brackets: something yet to be done, or somebody who shall do it.
    rf"|(?<![标状]记为)(?<!状态为)(?<!记为)(?<!置为)(?<!设为)(?<!视为)(?<!定为)(?<!果为)(?<![等期有招亟优接款看于“\"])待(?:定|补充?|填写?|核实|续|完善|商榷|商定|明确|细化|后续(?:补充|确定)|进一步(?:补充|确认|完善|核实)|发明人[一-鿿]{{0,6}}|实验(?:确定|验证|补充))(?=[，,。；;：:）)、\n？?!！]|$|{_UNIT})"
    rf"|(?:尚|仍|还|具体|数值|尺寸|参数|数据)(?:有|需)?待(?:确认|查|测|核查|补充)|暂(?:缺|空|定(?=为?\s?\d))"
    rf"|发明人(?:请|再|尽快|务必|来)?{_ASKED}(?:一下|下)?|代理师(?:请|再)?{_ASKED}"
    rf"|(?<![“\"提邀申敦])请(?:{_WHO}(?:再|务必|尽快)?{_ASKED}|核[实对](?!请)|斟酌|补充(?:具体|完整|此|数|实|说明"
    rf"|内容)|填写(?:具体|完整|此|数)|确认(?:此处|该处|这里|是否|数值|参数)|替换为|参[考照]模板|注意此处)"
    r"|此处(?:需要?|待|请|应|可|内容|数值|尺寸)*(?:补[充全写]?|插入(?=[一-鿿]{0,4}[图公式表])|填[写入]?"
    r"|添加(?:内容|描述)|省略|略去?|删[除掉去]|修改|改为|存疑|有误|空[缺着白]|留空|同上|粘贴|写[明上])|(?:该处"
    r"|这里|本段|此段|本句)(?:需要?|待|请|应|还)(?:补|改|删|核|确认|填|写)[一-鿿]?|(?:这里|此段|本段)(?:省略|略去"
    r"|存疑|有误)"
    r"|(?<![一-鿿])(?:批?注|备注|修改说明|编者按|注意|疑问|Note|NOTE|Comment|PS|P\.S\.)[:：](?!\s*(?:式中"
    r"|其中))(?=[^\n，；。]{2})|(?<=[，,；;。])备注[:：]"
    # Filling: letters, signs, lines, empty brackets.
    rf"|(?<![A-Za-z0-9_×])(?:[Xx]{{2,}}|[×〇○]{{2,}}|[*＊]{{2,}}|[#＃@＠&]{{2,}}|[□■◻▢]+)(?=\s*(?:{_UNIT}|$"
    rf"|[，。；、和至~～一-鿿]))(?!\s*(?:型|染色体|码|号衣|射线|光|分布|键|图标|按钮|标记|符号))"
    r"|(?<=[一-鿿\d])[△▲☆★◆※]+(?=[，。；]|$)|某某|(?<![一-鿿])某[X×*]|[?？]{2,}|(?<=[一-鿿\d])[?？](?=[，,。；;、])"
    rf"|(?<=[一-鿿\d])[?？](?={_UNIT})"
    r"|(?<![A-Za-z])(?:TODO|FIXME|TBD|TBC|Lorem ipsum)(?![A-Za-z])|待补充(?=[^一-鿿]|$|数|具体|内容|实)"
    r"|(?<!、)_{3,}|(?<=[一-鿿])\s*_{2,}\s*(?=[一-鿿，。；mck℃%])|[【]\s*[】]"
    # Fields and markup that lost their meaning, and what a chat program leaves.
    r"|错误[!！]\s?(?:未找到|未定义|未指定|文档中没有|不是有效)[^。，\n]{0,16}|Error!\s(?:Reference"
    r"|Bookmark)[^。\n]{0,40}"
    r"|\{\s*(?:REF|PAGEREF|SEQ|MERGEFIELD)\s[^}\n]{0,40}\}|#(?:REF|NAME\?|VALUE|DIV/0)!?|\\\*\s?MERGEFORMAT"
    r"|&nbsp;|(?<![“\"‘'])</?(?:br|span|div|font)\b[^<>\n]{0,40}>|\*\*(?=[一-鿿])|```|(?<=\n)#{1,4}[ ](?=[一-鿿])"
    rf"|{CHAT}"
)
_KINDS = {"inserted": "修订时插入的文字", "deleted": "修订时删除的文字", "comment": "批注", "highlight": "高亮"}


class ClaimEditorResidue(PatentCheck):
    """权利要求书里留着编辑的痕迹：XX、【待补充】、？？等占位符，或者没有接受的修订、批注、高亮。

    申请文件应当整齐清晰、不得涂改；占位符使技术特征落空，未接受的修订会使提交的文字与想要的不同。
    把占位符换成具体内容，接受或者拒绝全部修订，删去批注和高亮，再导出提交。
    括号里给自己或者发明人的话、“待定”“请核实”“此处省略”“备注：”、□□、空括号、失效的交叉引用、网页标记和对话软件的客套话都算占位符。
    每一项权利要求的每一种痕迹只报第一处；化学式里的X、变量名、“待测”“待处理的图像”“[x1,x2,…]”之类不报。
    """

    code = "CLM016"
    level = Level.ERROR
    basis = (cite("指南", "5-1-5.1"), cite("指南", "1-1-4.6"))
    message = "权利要求书里留着{what}（“{words}”，本项共{count}处）：请补上内容，处理完修订和批注再提交"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种化合物，具有式X所示的结构，X为卤素，XX染色体和XXL尺寸不受限制。",
        "1. 一种计算方法，令x×y等于z，待定系数为k。",
        "1. 一种检测方法，获取待确认的订单和待补充物料的清单，将待测样本置于待定位的区域，提示“请确认密码”。",
        "1. 一种处理方法，标注：标签为X的样本；由申请人提供证件，审核人确认后，等待确认。",
        "1. 一种聚合物，含有（甲基）丙烯酸酯、(X为卤素)、f()函数的返回值和A**2，X射线照射，按X键。",
        "1. 一种显示方法，显示图标（如★）和文本框，符号“□”表示未选中，公式为y=a*b，其中x>0?1:0。",
        Sample("1. 一种杯子，包括杯体。", marks=(("generated", "1.", ""), ("sub", "杯", ""))),
        Sample(
            "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n权利要求书\n1. 一种罐子，包括罐体。",
            marks=(("comment", "涉及杯子", "改"),),
        ),
    )
    bad = (
        "1. 一种杯子，壁厚为⟦XX⟧mm。\n2. 根据权利要求1所述的杯子，高度为⟦【待补充】⟧。",
        "1. 一种杯子，杯体由⟦？？？⟧制成。",
        "1. 一种杯子，杯体的高度⟦待定⟧。\n2. 根据权利要求1所述的杯子，壁厚为⟦（由发明人确认后填写）⟧。",
        "1. 一种杯子，高度为⟦□□⟧mm。\n2. 根据权利要求1所述的杯子，杯盖见⟦错误!未找到引用源⟧。",
        "1. 一种杯子，高度为20mm⟦[原权利要求3]⟧。\n2. 根据权利要求1所述的杯子，⟦请核实⟧杯盖的材料。",
        "1. 一种杯子，由⟦某某⟧材料制成。\n2. 根据权利要求1所述的杯子，⟦此处省略⟧。\n"
        "3. 根据权利要求1所述的杯子，⟦备注：⟧数值以实验为准。",
        Sample("1. 一种杯子，包括杯体⟦和杯盖⟧。", marks=(("inserted", "和杯盖", ""),)),
        Sample(
            "1. 一种杯子，包括⟦杯体⟧。\n2. 根据权利要求1所述的杯子，还包括⟦杯柄⟧。",
            marks=(("comment", "杯体", "请确认"), ("highlight", "杯柄", "")),
        ),
    )
    missed = ("1. 一种杯子，壁厚为⟦N/A⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        claims = sorted(filing.claims, key=lambda claim: claim.span.start)
        if not claims:
            return
        found: dict[tuple[int, str], list[Span]] = {}
        for index, claim in enumerate(claims):
            for match in claim.span.find(_PLACEHOLDER):
                found.setdefault((index, "占位符"), []).append(claim.span.at(match))
        starts = [claim.span.start for claim in claims]
        for kind, what in _KINDS.items():
            for mark in claims[0].span.document.marks_by_kind.get(kind, []):
                # A mark that begins before the first claim may still reach into it.
                index = max(0, bisect_right(starts, mark.start) - 1)
                span = claims[index].span
                if (mark.start < span.end and mark.end > span.start) or span.start < mark.start == mark.end <= span.end:
                    found.setdefault((index, what), []).append(self._words(span, mark.start, mark.end))
        for (_, what), places in found.items():
            level = Level.WARNING if what == "高亮" else Level.ERROR
            yield self.at(places[0], what=what, count=len(places), level=level)

    @staticmethod
    def _words(span: Span, start: int, end: int) -> Span:
        """The marked words within the claim, on one line; for an empty range the character next to it."""
        start, end = max(start, span.start), min(end, span.end)
        stop = span.document.text.find("\n", start, end)
        end = stop if stop > start else end
        return (
            Span(span.document, max(span.start, start - 1), start)
            if end <= start > span.start
            else Span(span.document, start, max(end, start + 1))
        )
