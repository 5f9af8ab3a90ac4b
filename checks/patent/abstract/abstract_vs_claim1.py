from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_LIST = lazy(r"(?:包括|包含|含有|由)(?:有|了|以下(?:部件|组分|步骤)?)?[:：]?[ \t\n]*(?P<list>[^；;。]{2,200})")
_ITEM = lazy(r"[^、，,；;。:：\n]+")
_SIGN = lazy(r"[(（\[][^()（）\[\]]{0,20}[)）\]]|\s+")
_LEAD = lazy(
    r"^(?:以及|和|与|及|或|还|所述的?|该|多个|若干个?|至少一个|至少两个|一个|[一二两三四五六七八九十\d]+(?:个|根|块|条|只|组|套|件)?|设置?[在于]|依次|相互|顺序)+"
)
_TAIL = lazy(r"(?:混合)?(?:组成|制成|构成|而成|等)$")
_JOIN = lazy(r"以及|(?<![混搅])和(?!面)|与(?!非门)|及")
_NOUN = lazy(r"[一-鿿A-Za-z]{2,10}")
_VERB = lazy(
    r"设|安装|固定|连接|位于|用于|通过|具有|开有|铰接|焊接|形成|组成|其特征|将|对|在|根据|获取|接收|得到|步骤|如下|以下|分别|进行|为|是|被|的|一端|两端|权利要求|中$|上$|内$"
)
_LEAST, _SHARE = 3, 0.5


class AbstractVsClaim1(PatentCheck):
    """权利要求1的主要部件大半没有在摘要里出现。

    摘要应当清楚地反映解决技术问题的技术方案的要点；权利要求1的核心部件不见于摘要，多半是改了权利要求而没有更新摘要。
    按权利要求1的定稿改写摘要，写出它的主要部件或者组分。
    只比较权利要求1中“包括”之后并列写出的名称，看名称的末两个字；并列不到三个的不比较，缺少一半以上（内部阈值）才报，步骤和很长的名称不比较。
    """

    code = "ABS008"
    level = Level.ADVICE
    basis = (cite("细则", "26.1"), cite("指南", "1-1-4.5.1"))
    message = "摘要里没有权利要求1的{missing}（内部阈值：缺少一半以上）：摘要应当反映技术方案的要点，请按定稿更新摘要"
    needs = (PartName.ABSTRACT, PartName.CLAIMS)

    _CLAIM = "\n权利要求书\n1. 一种搅拌机，包括机架（1）、电机（2）、搅拌桶（3）和搅拌轴（4），所述电机驱动所述搅拌轴。"
    good = (
        "说明书摘要\n本发明公开了一种搅拌机，机架上设有电机，搅拌轴伸入桶内。" + _CLAIM,
        "说明书摘要\n本发明公开了一种检测方法，先采样后比较。\n权利要求书\n1. 一种检测方法，包括：获取样本；比较样本。",
        "说明书摘要\n本发明公开了一种杯子，保温。\n权利要求书\n1. 一种杯子，包括杯体和杯盖。",
        "说明书摘要\n本发明公开了一种涂料，由树脂、溶剂和颜料混合而成。\n"
        "权利要求书\n1. 一种涂料，包含环氧树脂、溶剂、颜料。",
    )
    bad = (
        "说明书摘要\n⟦本发明公开了一种搅拌机，⟧料筒内设有螺旋叶片，搅拌均匀。" + _CLAIM,
        "说明书摘要\n⟦一种涂料，耐候性好，可用⟧于外墙。\n"
        "权利要求书\n1. 一种涂料，其特征在于，由以下组分：环氧树脂、钛白粉、固化剂组成。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        first = filing.claim_by_number.get(1)
        if first is None or first.is_method or filing.abstract is None:
            return
        match = next(first.body.find(_LIST), None)
        if match is None:
            return
        words = "".join(str(line) for line in filing.abstract.lines)
        named = self._names(first.body.at(match, "list"))
        missing = [name for name in named if str(name)[-2:] not in words]
        if len(named) >= _LEAST and len(missing) > len(named) * _SHARE:
            told = "、".join(dict.fromkeys(str(name) for name in missing[:6]))
            yield self.at(first_words(filing.abstract.span), missing=told, related=missing[:6])

    @staticmethod
    def _names(listed: Span) -> list[Span]:
        """The plain names at the head of the list, up to the first item that is more than a name."""
        found: list[Span] = []
        for item in listed.find(_ITEM):
            start = item.start()
            for piece in _JOIN.split(item[0]):
                bare = _TAIL.sub("", _LEAD.sub("", _SIGN.sub("", piece)))
                if not _NOUN.fullmatch(bare) or _VERB.search(bare):
                    # “…组成” ends a list whose last item still counts.
                    return found
                place = listed.document.folded.find(bare, start, item.end())
                if place >= 0:
                    found.append(Span(listed.document, place, place + len(bare)))
            if item.end() < listed.end and listed.document.folded[item.end()] != "、":
                return found
        return found
