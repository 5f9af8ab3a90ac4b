from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_INDEFINITE = lazy(r"(?:一个或(?:更)?多个|至少一个|若干个?)所[^,;。]{0,6}\Z")


class AntecedentWrongBranch(PatentCheck):
    """“所述”指代的特征只在没有被引用的权利要求中出现过。

    从属权利要求只继承它所引用的权利要求的特征；特征在另一分支中引入，本权利要求就缺乏引用基础，范围不清楚。
    引用几项权利要求的，每一条引用路径上都要有这个特征。
    改为引用引入该特征的权利要求，或者在本权利要求中重新引入。
    """

    code = "CLR004"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = (
        "“{words}”是在权利要求{elsewhere}中引入的，而{chain}：改为引用权利要求{elsewhere}，或者在本权利要求中先引入"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种推车，其特征在于，包括车架。\n2. 根据权利要求1所述的推车，其特征在于，所述车架上设有滑块。\n"
        "3. 根据权利要求2所述的推车，其特征在于，所述滑块由尼龙制成。\n"
        "4. 根据权利要求2或3所述的推车，其特征在于，所述滑块为两个。",
        "1. 一种推车，其特征在于，包括车架。\n2. 根据权利要求1所述的推车，其特征在于，还包括滑块。\n"
        "3. 根据权利要求1所述的推车，其特征在于，还包括滑块，所述滑块与车架滑动连接。",
    )
    bad = (
        "1. 一种制杯方法，其特征在于，包括：S1、混料；S2、成型。\n2. 根据权利要求1所述的制杯方法，其特征在于，"
        "所述步骤S2包括：S21、合模；S22、开模。\n3. 根据权利要求1所述的制杯方法，其特征在于，所述⟦S21⟧在50℃下进行。",
        "1. 一种推车，其特征在于，包括车架。\n2. 根据权利要求1所述的推车，其特征在于，所述车架上设有滑块。\n"
        "3. 根据权利要求1所述的推车，其特征在于，所述⟦滑块⟧由尼龙制成。",
        "1. 一种推车，其特征在于，包括车架。\n2. 根据权利要求1所述的推车，其特征在于，所述车架上设有滑块。\n"
        "3. 根据权利要求2所述的推车，其特征在于，所述滑块上设有把手。\n"
        "4. 根据权利要求1或3所述的推车，其特征在于，所述⟦把手⟧包覆有胶套。",
        "1. 一种测距方法，其特征在于，包括：接收回波。\n"
        "2. 根据权利要求1所述的测距方法，其特征在于，计算所述回波的频域衰减系数。\n"
        "3. 根据权利要求1或2所述的测距方法，其特征在于，测量所述回波的⟦频域衰减系数⟧，得到距离。",
        "1. 一种数据处理方法，其特征在于，包括：获取日志。\n"
        "2. 根据权利要求1所述的方法，其特征在于，还包括：生成索引文件。\n"
        "3. 一种实施权利要求1所述方法的装置，其特征在于，包括存储模块，用于存储所述⟦索引文件⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for lost in filing.antecedents.unresolved:
            if lost.elsewhere is None or lost.introduced is None:
                continue
            path = "→".join(str(claim.number) for claim in lost.lacking)
            chain = f"本权利要求引用的是{path}" if len(lost.claim.paths) == 1 else f"引用路径{path}上没有它"
            before = lost.term.document.folded[max(lost.claim.body.start, lost.term.start - 12) : lost.term.start]
            # 所述符号处的|系数, 一个或多个所生成的|信号: the words may bring the thing in themselves.
            doubtful = lost.owned or _INDEFINITE.search(before) is not None
            yield self.at(
                lost.term,
                related=(lost.introduced,),
                level=Level.WARNING if doubtful else None,
                elsewhere=lost.elsewhere.number,
                chain=chain,
            )
