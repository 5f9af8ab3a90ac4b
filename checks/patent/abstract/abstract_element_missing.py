import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_CLAUSE = lazy(r"[^，,；;。:：\n]+")
# What names the invention, its field, its problem, or praises it, and says nothing of how it is made or done.
_NAMED = lazy(
    r"^(?:本(?:发明|申请|公开|专利|新型|文|技术方案|案)|该(?:发明|新型|申请))?(?:的|具体|主要)*(?:公开|公布|提供|涉及"
    r"|揭示|提出|属于|旨在|针对|为)(?:了|于)?|^一种[^，]{0,40}$"
    r"|技术领域|领域$|(?:技术)?问题|(?:为了|以)?(?:解决|克服)(?:了)?"
)
_PRAISE = lazy(
    r"(?:结构|操作|使用|制造|制作|安装|维护|加工|工艺|设计|方法|生产|成本|价格|效率|精度|寿命|性能|质量|安全性?"
    r"|可靠性?|稳定性?|实用性?|适用范围|能耗|噪[声音]|强度|效果|外观|携带"
    r"|体积|占地|重量|成活率|产量|速度|环保|品质|体验)[一-鿿]{0,6}(?:简单|简便|合理|方便|便捷|便利|低廉?|高|长|好|强"
    r"|广泛?|小|轻|大|快|优良?|优异|巧妙|紧凑|新颖|美观|可靠|稳定|灵活|科学)"
    r"|提高|提升|(?<!数据)(?<!图像)增强|改善|降低|减少|减轻|避免|防止|节[省约能]|保证|确保|保障|有利于|便于|方便"
    r"|适用于|适合|适用|可广泛|广泛应用|用途|具有[一-鿿、]{0,30}(?:优点|特点|效果|优势|前景|意义|价值)"
    r"|优点|优势|有益效果|前景|易于|实用|美观|环保|安全|可靠|舒适|推广|受到|满足|实现了"
)
# A clause with one of these tells of means, whatever it praises besides.
_MEANS = lazy(
    r"包[括含]|含有|设有|设置|连接|组成|步骤|获取|获得|采用|利用|通过|将|基于|得到|添加|分析|计算|接收|检测|配备|进行"
    r"|控制|根据|组合|配置|连通|布置|安装|固定|存储|生成|识别"
)
_EFFECT = lazy(
    r"解决|问题|提高|提升|降低|减少|减轻|改善|有效|避免|防止|从而|优点|效果|优势|适用|适合|用于|用作|应用|能够|实现"
    r"|便于|方便|保证|确保|保障|简单|使得|以便|可|目的|节[省约]|有利|抑制|缩短"
    r"|延长|需要|克服|利于|不易|因此|进而|以使|达到|满足"
)
# A clause that gives the name and no more: whatever stands in the name (基于…, 控制, 检测) is not told of as means.
_NAMING = lazy(
    r"^(?:本|该)(?:发明|申请|公开|专利|新型|文)[^，]{0,6}(?:公开|公布|提供|涉及|揭示|提出)(?:了|于)?[^，]*?(?:方法"
    r"|工艺|系统|装置|设备|介质|机构|结构|组合物|材料|用途|应用|[机器仪车具架台箱阀泵炉]|产品)(?:及其?[^，]{1,14})?$"
)
_OPENED = lazy(r"包[括含]|含有|组成|设有|制成|步骤")
_ENOUGH = 16


class AbstractElementMissing(PatentCheck):
    """摘要没有写技术方案的要点，只有名称、领域和效果；或者没有写要解决的问题、效果、用途中的任何一项。

    摘要应当写明名称和所属技术领域，并清楚地反映所要解决的技术问题、解决该问题的技术方案的要点以及主要用途。
    补写方案的要点（产品写主要部件和它们的关系，方法写主要步骤），再用半句话写问题或者用途。
    逐个分句看：除去名称和写名称、领域、问题、效果的分句，剩下不足16个字（内部阈值）才报没有方案要点；名称里的“基于……”不算写了方案；
    技术领域常含在名称里，没有写的不报；
    问题、效果、用途一项都看不出的，只给建议。要点写得是否恰当，由人判断。
    """

    code = "ABS004"
    level = Level.WARNING
    basis = (cite("细则", "26.1"), cite("指南", "1-1-4.5.1"))
    message = "摘要没有写{missing}（内部阈值：按分句判断）：摘要应当反映技术问题、方案要点和主要用途，请补写"
    needs = (PartName.ABSTRACT,)

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书摘要\n本发明公开了一种基于声纹的设备巡检方法，采集声音后提取声纹，与正常声纹比较，用于配电房。\n"
        "说明书\n一种基于声纹的设备巡检方法" + _AFTER,
        "说明书摘要\n本发明公开了一种苗盘转运车，涉及农业设备技术领域，包括底架和立柱，立柱上铰接有多层托架，"
        "连杆带动各层托架同步转动，空车占地小。",
        "说明书摘要\n本申请提供一种跌倒检测方法：获取雷达回波，提取点云的高度变化曲线，高度骤降时发出报警，"
        "用于居家看护。",
        "说明书摘要\n一种防锈涂料，由环氧树脂、锌粉和固化剂按质量比10:3:1混合而成，适用于海上钢结构。",
    )
    bad = (
        "说明书摘要\n⟦本发明公开了一种基于声纹⟧的设备巡检控制方法，属于电力技术领域。解决了现有技术中效率低的问题。\n"
        "说明书\n一种基于声纹的设备巡检控制方法" + _AFTER,
        "说明书摘要\n⟦本发明公开了一种苗盘转运⟧车，涉及农业设备技术领域，结构简单，使用方便，大大提高了转运的效率，"
        "适合推广。",
        "说明书摘要\n⟦本实用新型涉及一种折叠椅⟧，解决了现有折叠椅不稳定的问题。本实用新型成本低，携带方便，"
        "具有广阔的市场前景。",
        "说明书摘要\n⟦一种阀门，包括阀体和阀芯⟧，阀芯转动设置在阀体内，阀芯上设有两个通孔，阀体的侧壁上设有三个接口。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None:
            return
        content = 0
        effect = False
        names = sorted((re.sub(r"^一种", "", title.folded.strip()) for title in filing.titles), key=len, reverse=True)
        for line in filing.abstract.lines:
            text = line.folded.replace("实用新型", "新型")
            for name in names:
                text = text.replace(name, "") if len(name) > 1 else text
            effect = effect or bool(_EFFECT.search(text) or _PRAISE.search(text))
            for clause in _CLAUSE.findall(text):
                words = clause.strip()
                named = _NAMING.search(words) and not _OPENED.search(words)
                means = _MEANS.search(words) and not named
                if means or not (named or _NAMED.search(words) or _PRAISE.search(words)):
                    content += len(words)
        place = first_words(filing.abstract.span)
        if content < _ENOUGH:
            yield self.at(place, missing="技术方案的要点")
        elif not effect:
            yield self.at(place, missing="所要解决的问题、效果或者用途", level=Level.ADVICE)
