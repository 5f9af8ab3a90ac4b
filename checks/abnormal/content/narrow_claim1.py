from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck, percentile
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim
from ipcheck.patent.scope import bare_clauses

_SPECIFIC = lazy(
    r"\d+(?:\.\d+)?[ ]?(?:%|℃|°|[mkμ]?m(?![A-Za-z])|kg|g(?![A-Za-z])|份|毫米|厘米)|[红黄蓝绿黑白灰紫]色"
    r"|不锈钢|铝合金|橡胶|塑料|尼龙"
    r"|[两二三四五六七八九十\d]{1,2}(?:个|组|根|块|片|条|层)"
)
_LONG_BY_NATURE = lazy(r"组合物|化合物|合金|药|序列|抗体|肽|晶型|方法|系统|介质|程序|设备|终端|芯片|电路|模型")


class NarrowClaim1(BatchCheck):
    """权利要求1特别长，限定特别多，超过同批申请的绝大多数。

    把保护范围缩到没有意义，只求授权，属于非必要缩限保护范围的线索；同批里少数案件技术复杂也会这样。
    与同批产品类申请的权利要求1比较，字数超过第95百分位并且超过1500字才报，同批不足20件的不比；这些数都是内部阈值。
    化学、方法、系统、程序类的权利要求本来就长，不报。
    删去与解决问题无关的尺寸、颜色、材料和个数，或者移到从属权利要求。
    """

    @dataclass(frozen=True)
    class Options:
        """length：权利要求1超过几个字才报
        share：比同批多大比例的申请都长才报
        batch：同批产品类申请不足几件的不比
        """

        length: int = 1500
        share: float = 0.95
        batch: int = 20

    code = "GEN008"
    level = Level.ADVICE
    basis = (cite("令77", "3(4)"),)
    message = (
        "风险线索：权利要求1有{length}字、{clauses}个分句、{specific}处尺寸材料颜色个数，超过同批{share:.0%}的案件"
        "（内部阈值 {limit}字），请删去不必要的限定"
    )
    clears = "技术方案复杂，缺少任何一项限定都不能解决问题"
    keep = ("研发记录", "检索报告", "确定保护范围的往来意见")

    _NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申"
    _SHORT = "\n=====\n".join(f"1. 一种泵{n}，包括叶轮，叶轮装在壳里。" for n in _NAMES)
    good = (
        Sample(_SHORT + "\n=====\n1. 一种泵，包括叶轮，叶轮装在壳里。", options=(("length", 30),)),
        # Too small a batch, chemistry and programs.
        Sample("1. 一种泵，包括" + "叶轮，壳体为红色塑料，" * 9 + "轴。", options=(("length", 60),)),
        Sample(_SHORT + "\n=====\n1. 一种组合物，包括" + "水，油，盐5份，" * 12 + "糖。", options=(("length", 60),)),
    )
    bad = (
        Sample(
            _SHORT + "\n=====\n1. ⟦一种泵⟧，包括" + "叶轮，壳体为红色塑料，厚3mm，" * 9 + "轴。",
            options=(("length", 60),),
        ),
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        claims = [claim for filing in batch.filings if (claim := filing.claim_by_number.get(1)) and self._counts(claim)]
        if len(claims) < self.options.batch:
            return
        limit = percentile((len(claim.body) for claim in claims), self.options.share)
        for claim in claims:
            length = len(claim.body)
            if length > max(limit, self.options.length):
                words = claim.subject
                start = words.end if words is not None else claim.body.start + 1
                yield self.at(
                    claim.body.sub(0, start - claim.body.start),
                    facts={"length": length, "percentile": round(limit)},
                    length=length,
                    clauses=len(bare_clauses(claim.body.folded)),
                    specific=sum(1 for _ in claim.body.find(_SPECIFIC)),
                    share=self.options.share,
                    limit=self.options.length,
                )

    @staticmethod
    def _counts(claim: Claim) -> bool:
        return not claim.is_method and _LONG_BY_NATURE.search(claim.subject_name) is None
