from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.alike import AlikeKind
from ipcheck.abnormal.cohesion import unrelated_pieces
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, SectionName, first_words


class Patchwork(BatchCheck):
    """说明书像是由几份互不相干的材料拼成的：前后几段几乎没有共同的词，或者几段各与一份不同的申请相同。

    把几份材料的段落拼在一起冒充新方案，属于抄袭、拼凑的线索；跨领域的系统、同一平台的几种用途也会词汇不同。
    词汇看发明内容和具体实施方式，三块以上彼此都不相近才报；来源要三份以上，同族的不算，没有历史索引时只与同批申请比较；
    块的大小、相近的程度、来源的份数都是内部阈值。
    说明各部分怎样组成一个技术方案，删去与本案无关的段落。
    """

    @dataclass(frozen=True)
    class Options:
        """size：一块有几个字（按块比较用词）
        cohesion：相邻两块用词的余弦相似度低于多少算不相干
        least：互不相干的块，或者来源不同的申请，几个起报
        """

        size: int = 600
        cohesion: float = 0.12
        least: int = 3

    code = "GEN001"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：{what}（内部阈值 {least}），像是拼凑而成，请说明各部分怎样组成一个方案"
    clears = "跨领域的系统，或者同一方案的几种不同用途"
    keep = ("研发记录", "交底书", "各部分由谁研发的材料")

    _HEAD = "说明书\n一种伞架\n具体实施方式\n"
    _RACK = "伞架立在门后，伞筒插在托盘的孔里，雨水顺着伞尖流进托盘。"
    _BREAD = "面团揉好醒发两刻钟，烤箱预热，刷蛋液，撒芝麻，烤至金黄取出。"
    _FIRST = "⟦面团揉好醒发两刻钟，烤箱⟧预热，刷蛋液，撒芝麻，烤至金黄取出。"
    _BELL = "按下电键，簧片颤动发声，线圈断电后簧片弹回原处，铃声停止。"
    good = (
        Sample(_HEAD + "\n".join([_RACK] * 6), options=(("size", 40),)),
        # A digression between two stretches of one subject.
        Sample(_HEAD + "\n".join([_RACK] * 4 + [_BREAD] * 4 + [_RACK] * 4), options=(("size", 40),)),
        Sample(_HEAD + "\n".join([_RACK] * 4 + [_BREAD] * 4), options=(("size", 40),)),
    )
    bad = (
        Sample(
            _HEAD + "\n".join([_RACK] * 4 + [_FIRST] + [_BREAD] * 3 + [_BELL] * 4),
            options=(("size", 40),),
        ),
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        sources = self._sources(batch)
        for filing in batch.filings:
            if found := sources.get(filing.name):
                names = list(found)
                if len(names) >= self.options.least:
                    what = f"分别有段落与{len(names)}份不同的申请相同"
                    spans = list(found.values())
                    yield self._told(spans[0], spans[1:], what, names)
                    continue
            yield from self._alone(filing)

    def _alone(self, filing: Filing) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = [
            paragraph.body
            for name in (SectionName.SUMMARY, SectionName.EMBODIMENTS)
            for paragraph in filing.description.paragraphs_of(name)
        ]
        pieces = unrelated_pieces(paragraphs, size=self.options.size, cohesion=self.options.cohesion)
        if len(pieces) >= self.options.least:
            starts = [first_words(piece.start) for piece in pieces]
            yield self._told(starts[1], starts[2:], f"说明书里有{len(pieces)}块文字彼此几乎没有共同的词", [])

    def _told(self, span: Span, related: list[Span], what: str, names: list[str]) -> Finding:
        return self.at(span, related=related, facts={"sources": names}, what=what, least=self.options.least)

    @staticmethod
    def _sources(batch: Batch) -> dict[str, dict[str, Span]]:
        """For each filing the strangers with which it shares a passage, and that passage; each passage counts once."""
        found: dict[str, dict[str, Span]] = {}
        told: dict[str, list[Span]] = {}

        def take(name: str, source: str, span: Span) -> None:
            if all(span.end <= other.start or other.end <= span.start for other in told.setdefault(name, [])):
                told[name].append(span)
                found.setdefault(name, {}).setdefault(source, span)

        for pair in batch.pairs:
            if not pair.kin and AlikeKind.PARTIAL in pair.alike.kinds:
                first, second = pair.alike.passages[0]
                take(pair.first.name, pair.second.name, first)
                take(pair.second.name, pair.first.name, second)
        for filing, _, hit in batch.hits:
            if not hit.same and hit.passages:
                take(filing.name, f"历史申请 {hit.label}", hit.passages[0])
        return found
