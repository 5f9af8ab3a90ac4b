from collections.abc import Iterator

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import BATCHES, Batch
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_KEPT = {
    Batch.ROSTER: "名单摘要",
    Batch.RANDOM: "随机数来源",
    Batch.SEED: "种子",
    Batch.ALGORITHM: "算法版本",
    Batch.RESULT: "结果摘要",
}


class AsSampleReproducible(AssociationCheck):
    """抽查没有留下名单摘要、种子、算法版本或者结果摘要，别人不能从头重算；或者随机数产生在名单公布以前。

    检查对象应当随机抽取；留不下种子和名单就证明不了是随机的，随机数先于名单产生的可以挑种子。
    用 ipcheck review sample 抽取的，这些都写在抽样结果里，可以重算核对。没有留存的在下一批补上，已经公布的说明情况。
    """

    code = "AGA001"
    level = Level.ERROR
    basis = (cite("代理办法", "40"), cite("代理条例", "22"))
    message = "抽查批次{batch}{what}"
    columns = (Batch.BATCH, Batch.ROSTER, Batch.SEED, Batch.ALGORITHM, Batch.RESULT)
    further = (Batch.RANDOM, Batch.ROSTER_DAY, Batch.RANDOM_DAY)

    _HEAD = "# 抽查批次\n批次,名单摘要,名单公布日,随机数来源,随机数产生日,种子,算法版本,结果摘要\n"
    good = (
        _HEAD + "2026-1,9f2c,2026-03-02,开奖号,2026-03-03,a1b2,1,77aa\n",
        _HEAD + "2026-1,9f2c,2026-03-03,开奖号,2026-03-03,a1b2,1,77aa\n",
        _HEAD + "无,,,,,,,\n",
    )
    bad = (
        _HEAD + "⟦2026-1⟧,9f2c,2026-03-02,开奖号,2026-03-03,无,1,\n",
        _HEAD + "2026-1,9f2c,2026-03-04,开奖号,⟦2026-03-03⟧,a1b2,1,77aa\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(BATCHES):
            batch = row.text(Batch.BATCH)
            lacking = [word for column, word in _KEPT.items() if row.has(column) and is_lacking(row.text(column))]
            if lacking:
                what = f"没有留存{'、'.join(lacking)}，抽样不能复现：请留存并公布核对的方法"
                yield self.at(row.span(Batch.BATCH), batch=batch, what=what)
            published, drawn = row.day(Batch.ROSTER_DAY), row.day(Batch.RANDOM_DAY)
            if published is not None and drawn is not None and drawn < published:
                what = f"的随机数{drawn.isoformat()}就产生了，名单{published.isoformat()}才公布：应当先公布名单"
                yield self.at(row.span(Batch.RANDOM_DAY), level=Level.WARNING, batch=batch, what=what)
