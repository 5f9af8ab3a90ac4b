from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# A line that begins with these goes on with the one before.
_GOES_ON = lazy(
    r"(?P<words>[、,;:。)]|的(?![一-鿿]?士)"
    r"|(?:以及|和(?!谐)|与(?!非)|及(?!时))(?=[一-鿿])|者(?=[,。;、]))"
)
_STOPS = lazy(r"[,;:。、?!.)\]}=+\-*/<>≤≥×\ufffc>]$")
# A line that ends with these breaks off in the middle of a phrase.
_BREAKS_OFF = lazy(
    r"(?P<words>(?<![目标])的|所述|所|于|与|被|将|把|由|在|对|第|该"
    r"|(?<=[一-鿿])之)$"
)
_FORMULA = lazy(r"^(?:下?式|公式)|[=<>≤≥∑√]|^[\s\d().A-Za-z_,]*$|\ufffc")
_MOSTLY = 3


class NegativeResultOfMultiline(PatentCheck):
    """权利要求的一行断在词组中间：行首是“的”“和”或者标点，行尾是“所述”“与”“于”。

    多半是从PDF、网页复制时换行留下的断行，或者断行处丢了字；丢了的字会改变保护范围。
    对照原稿看断行处有没有缺字，再把两行接成一行。
    整个权利要求书到处这样断行的，是排版的自然换行，不报；公式前后的行不报。
    """

    code = "CLR039"
    level = Level.ADVICE
    basis = (cite("法", "26.4"), cite("质量评价", "16"))
    message = "权利要求{claim}在“{words}”处断了行：请对照原稿看断行处是否缺字，再接成一行"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括：\n杯体；\n杯盖，以及\n杯柄。",
        "1. 一种杯子，包括杯体、杯盖、与\n杯体相连的\n杯柄和杯底，所述\n杯体为\n圆柱形，位于\n所述杯盖\n的下方。",
        "1. 一种测距方法，距离按下式计算：\ns=vt\n的平方，其中速度由\n式（2）\n给出。"
        "\n2. 根据权利要求1所述的方法，包括：\n和声识别。",
    )
    bad = (
        "1. 一种杯子，包括杯体；\n所述杯体上设有⟦所述⟧\n杯盖；\n所述杯盖为圆形。",
        "1. 一种制杯方法，包括：\n混合原料；\n将原料压制成型\n⟦的⟧步骤；\n烧制。",
        "1. 一种杯子，包括杯体；\n杯盖\n⟦；⟧杯柄；\n杯柄与杯体连接。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        pairs = [
            (claim, lines[index], lines[index + 1])
            for claim in filing.claims
            for lines in [list(_lines(claim.body))]
            for index in range(len(lines) - 1)
        ]
        open_ends = sum(not _STOPS.search(first.folded) for _, first, _ in pairs)
        if open_ends > max(_MOSTLY, len(pairs) // 4):
            return
        for claim, first, second in pairs:
            if _STOPS.search(first.folded) or _FORMULA.search(first.folded) or _FORMULA.search(second.folded):
                continue
            begins = _GOES_ON.match(second.document.folded, second.start, second.end)
            breaks = _BREAKS_OFF.search(first.document.folded, first.start, first.end)
            if begins is not None:
                yield self.at(second.at(begins, "words"), claim=claim.number)
            elif breaks is not None:
                yield self.at(first.at(breaks, "words"), claim=claim.number)


def _lines(span: Span) -> Iterator[Span]:
    start = span.start
    for piece in span.folded.split("\n"):
        line = Span(span.document, start, start + len(piece)).trimmed()
        if len(line):
            yield line
        start += len(piece) + 1
