from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.abnormal.forensics import grim, grim_percentage, least_spread
from ipcheck.law import cite
from ipcheck.model import Finding, Span, lazy
from ipcheck.patent import Filing
from ipcheck.patent.quantities import NUMBER, Quantity, quantity_of

_ONES = r"(?:[只头匹尾羽]|例|名|位|人|株|粒|枚|个|件|次|台|孔)"
_COUNT = lazy(rf"(?<![\d.])(?P<number>\d{{1,5}})[ ]?{_ONES}(?![\d%])|[nN][ ]?=[ ]?(?P<n>\d{{1,5}})(?![\d.])")
_SEVERAL = lazy(
    r"(?<![评得打])分[为成]|各组|每组|两组|三组|四组|重复|平行|均值|取平均|平均值"
    r"|约\d|左右|其余|剩余|余下|每批|每次|加权|合计"
)
# Rates of individuals: so many of so many.
_RATE = lazy(
    rf"(?:总?有效|治愈|显效|阳性|阴性|存活|成活|死亡|发病|感染|检出|合格|不良|发芽|出苗|孵化|受孕|复发|满意|好评|通过|不合格)率"
    rf"(?:为|是|达到?了?|仅为|:)?[ ]?(?P<number>{NUMBER})[ ]?%"
)
# Means of whole numbers: scores, pieces.
_MEAN = lazy(
    rf"(?:平均|均)[一-鿿]{{0,6}}(?:评分|得分|打分|个数|只数|株数|次数|产仔数|窝仔数|叶片数|菌落数|病斑数|感官分数)"
    rf"(?:为|是|达到?了?|:)?[ ]?(?P<number>{NUMBER})[ ]?(?:±[ ]?(?P<spread>{NUMBER}))?(?![\d.%])"
)
_MANY = 6
_FRACTIONS = lazy(r"半分|0\.5分|0\.1分|小数|加权")


class DataGrim(FilingCheck):
    """写明了样本数，而百分率或者平均数在这个样本数下算不出来。

    若干只、若干例里的百分率，以及整数评分、个数的平均数，乘以样本数应当是整数（GRIM检验，Brown、Heathers 2016）；
    标准差也不可能小于整数数据的下限。
    同一句写明一个样本数、没有分组和重复、小数位数足以区分时才检验，四舍五入和截尾都算得出的不报；样本数不明的不报。
    按原始记录核对样本数和百分率，分组、剔除或者加权的，写明各组的样本数和算法。
    """

    code = "DAT004"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：样本数为{number}时{what}“{words}”算不出来（GRIM检验），请核对样本数和数据"
    clears = "有样本被剔除、按组加权或者评分可以取小数，而没有写明"
    keep = ("原始实验记录", "样本的逐个数据", "统计的方法和软件输出")

    _HEAD = "说明书\n一种药\n具体实施方式\n"
    good = (
        _HEAD + "取小鼠30只给药，存活率为93.3%。取患者32例，总有效率为84.4%，总有效率为84.37%。",
        # The number is not known, of several groups, or too great to tell.
        _HEAD + "总有效率为91.7%。取小鼠60只，分为两组，存活率为91.2%。取种子2000粒，发芽率为91.7%。",
        _HEAD + "取产品20件，分三批检测，合格率为91.7%，重复3次取平均值。",
        _HEAD + "由20名人员打分（n=20），平均评分为8.35，平均得分为8.4±0.6。由20名人员打分，可打半分，平均评分为8.33。",
        _HEAD + "取小鼠30只和兔7只，存活率为85.7%。",
    )
    bad = (
        _HEAD + "取小鼠30只给药，存活率为⟦91.7⟧%。",
        _HEAD + "由20名人员品尝（n=20），平均评分为⟦8.33⟧。",
        _HEAD + "由10名人员品尝，平均评分为⟦8.5⟧±0.2。",
    )
    missed = ("说明书\n一种药\n具体实施方式\n三十只小鼠给药，⟦九成二⟧存活。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for paragraph in filing.description.paragraphs if filing.description else ():
            for sentence in paragraph.body.find(lazy(r"[^。；;\n]+")):
                yield from self._sentence(paragraph.body.at(sentence))

    def _sentence(self, sentence: Span) -> Iterator[Finding]:
        counts = list(dict.fromkeys(int(match["number"] or match["n"]) for match in sentence.find(_COUNT)))
        # Of many numbers it is not known which one is meant.
        if not counts or len(counts) > _MANY or _SEVERAL.search(sentence.folded):
            return
        for match in sentence.find(_RATE):
            share = quantity_of(sentence.at(match, "number"), match["number"], "%")
            if all(grim_percentage(share, number) is False for number in counts):
                yield self._told(share, counts, "百分率")
        if _FRACTIONS.search(sentence.folded):
            return
        for match in sentence.find(_MEAN):
            mean = quantity_of(sentence.at(match, "number"), match["number"], spread=match["spread"])
            if all(grim(mean, number) is False for number in counts):
                yield self._told(mean, counts, "平均数")
            elif mean.spread and self._too_even(mean, counts):
                yield self._told(mean, counts, f"平均数和标准差{mean.spread}：“{mean.span}±{mean.spread}”，平均数")

    def _told(self, value: Quantity, counts: list[int], what: str) -> Finding:
        return self.at(value.span, facts={"numbers": counts}, number="、".join(map(str, counts)), what=what)

    @staticmethod
    def _too_even(mean: Quantity, counts: list[int]) -> bool:
        """Whether whole numbers with this mean must lie further apart; the mean's own rounding is allowed for."""
        half = 0.5 * 10.0**-mean.decimals
        unit = 10.0 ** -len(mean.spread.partition(".")[2])
        # With one decimal the mean may hide a whole number, which can have no spread at all.
        ends = (mean.value - half, mean.value, mean.value + half)
        if any(end == int(end) for end in ends) or int(ends[0]) != int(ends[2]):
            return False
        return all(
            number < 10_000 and float(mean.spread) + unit < min(least_spread(end, number) for end in ends)
            for number in counts
        )
