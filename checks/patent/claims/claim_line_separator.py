import re
from collections.abc import Iterator
from itertools import pairwise

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, raised

_LABEL = lazy(r"\s*(?:S\d+|步骤[\dA-Z一二三四五六七八九十]|[(（]\d{1,2}[)）]|第[一二三四五六七八九十]步)")
# Where a new clause or member begins; a line that goes on in mid-phrase begins otherwise.
_NEW_CLAUSE = lazy(
    r"\s*(?:所述|上述|其中|对(?!应)|将|根据|基于|通过|利用|采用|使用|当|若|如果|响应于|获取|获得|接收|采集|判断"
    r"|计算|确定|提取|构建|建立|生成|在|从|由|以|把"
    r"|并|且|然后|再|最后|还|设|用于|第[一二三四五六七八九十]|步骤|第?[一-鿿]{2,14}(?:模块|单元|装置|机构|组件"
    r"|子系统|设备|部件|电路|模组|器|机)[,，:：、用被配与和的]"
    r"|至少|多个|一个|每个|[一-鿿]{1,12}(?:设于|设在|位于|连接|固定|安装|包括|用于|具有))"
)
_GOES_ON = lazy(
    r"(?:的|为|是|于|在|对|将|与|至|从|按|由|把|被|使|令|每|各|之|其|所述|该|一个|多个|如下|步骤|执行|包括|满足"
    r"|公式|表示|得到|计算|用于|通过|根据|利用|采用|第[一二三四五六七八九十\d])$"
)
_FREE = lazy(r"(?:及|和|或|以及|或者|并|且|[;；,，:：。！\ufffc=≤≥+×÷<>\-)）\]/])$")
_MARKED = lazy(r"[;；,，:：。、.?？!！]$")
_MOSTLY = 0.6
_FEW = 2
_SHORT = 3


class ClaimLineSeparator(PatentCheck):
    """权利要求内部分行的行尾用了顿号、圆点、问号、叹号，或者分步骤、分小段的行尾没有标点。

    一项权利要求的分行和分小段处只可以用分号或者逗号（引出下文的用冒号）；用别的标点会使各小段的关系不清。
    把行尾的标点改为“；”或者“，”。
    整个权利要求书的行尾大都有标点时，独有一行没有标点而下一行另起一句的，也报；
    分号本身完全合法；公式行、行尾的“和”“及”不报；行尾大多没有标点的文字是换行排版造成的，也不报。
    """

    code = "CLM006"
    level = Level.WARNING
    basis = (cite("指南", "1-2-7.4"), cite("指南", "2-2-3.3"))
    message = "权利要求{claim}分行处的行尾是“{words}”：分行、分小段处只用分号或者逗号，请改为“；”或者“，”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括：\n杯体；\n杯盖，以及\n杯柄。",
        "1. 一种测距方法，距离按下式计算：\ns = v × t\n其中，v为速度，t为时间。",
        "1. 一种杯子，包括杯体、杯盖、\n杯柄和杯底，所述杯体\n为圆柱形，所述杯盖为\n圆形。",
        "1. 一种测距方法，包括：\n获取时间；\n所述距离的公式为\nd=vt，\n其中，v为速度；\n输出距离。",
        "1. 一种杯子，包括：\n杯体；\n所述杯体的外壁上与\n所述杯盖相对的位置设有凸台；\n杯盖。",
        "1. 一种制杯方法，包括：\nS1、混合原料；\nS2、压制成型。",
    )
    bad = (
        "1. 一种杯子，包括：\n杯体⟦、⟧\n杯盖⟦、⟧\n杯柄。",
        Sample(
            "1. 一种杯架，包括底座；\n所述底座上设有立杆⟦.⟧\n所述立杆上设有挂钩。\n2. 根据权利要求1所述的杯架，有轮。",
            kind="utility-model",
        ),
        "1. 一种杯子，包括：\n杯体；\n杯盖，盖在所述杯体⟦上⟧\n所述杯盖上设有吸管孔；\n杯柄。",
        "1. 一种系统，包括：\n采集模块，用于采集图像；\n识别模块，用于识别图⟦像⟧\n"
        "存储模块，用于存储结果；\n显示模块，用于显示结果。",
        "1. 一种制杯方法，包括：\nS1、混合原⟦料⟧\nS2、压制成型；\nS3、烧制。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        level = raised(filing.kind, Level.WARNING, Level.ERROR)
        claims = [(claim, list(self._lines(claim.body))) for claim in filing.claims]
        ends = [_MARKED.search(line.folded) is not None for _, lines in claims for line in lines[:-1]]
        # Lines that are mostly without a mark were wrapped by the layout.
        marked = sum(ends) >= max(2, _MOSTLY * len(ends))
        for claim, lines in claims:
            open_ends = sum(not _MARKED.search(line.folded) for line in lines[:-1])
            for line, following in pairwise(lines):
                last = line.sub(len(line) - 1, len(line))
                wrong = last.folded in ".?!" or (last.folded == "、" and not open_ends)
                bare = re.match(r"[一-鿿]", last.folded) and not _FREE.search(line.folded)
                if bare and _LABEL.match(following.folded):
                    wrong = not re.search(r"步骤|执行$", line.folded[-4:])
                elif bare and marked and _NEW_CLAUSE.match(following.folded) and not _GOES_ON.search(line.folded):
                    # A line without any mark inside may be a heading or a row of a table.
                    wrong = open_ends <= _FEW and len(line) > _SHORT and "=" not in following.folded
                if wrong:
                    yield self.at(last, claim=claim.number, level=level)

    @staticmethod
    def _lines(span: Span) -> Iterator[Span]:
        start = span.start
        for piece in span.folded.split("\n"):
            line = Span(span.document, start, start + len(piece)).trimmed()
            if len(line):
                yield line
            start += len(piece) + 1
