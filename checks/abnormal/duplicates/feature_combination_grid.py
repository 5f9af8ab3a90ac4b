from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.grids import feature_grids
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class FeatureCombinationGrid(BatchCheck):
    """多件申请的独立权利要求由同一小池特征搭配而成，如甲乙、甲丙、乙丙。

    局令第77号把不同特征、要素简单组合的多件申请列为情形之一。
    合并成一件，用从属权利要求写出各种搭配；确有不同效果的，写明每种搭配的试验。
    """

    @dataclass(frozen=True)
    class Options:
        """least：由同一组特征搭配而成的申请几件起报
        pool：这一组特征超过几个的不报
        """

        least: int = 4
        pool: int = 8

    code = "DUP013"
    level = Level.WARNING
    basis = (cite("令77", "3(1)"),)
    message = (
        "风险线索：{count} 件申请的独立权利要求由同一组 {pool} 个特征搭配而成（内部阈值 {least} 件），请说明各件的区别"
    )
    clears = "模块化产品的各个型号各有不同的技术效果"
    keep = ("各型号的试验数据", "产品目录", "研发记录")

    good = (
        "权利要求书\n1. 一种花盆，其特征在于，盆底开有斜向的排水孔，盆壁夹有一层陶粒。\n=====\n"
        "权利要求书\n1. 一种门吸，其特征在于，底座里装有阻尼油腔，吸头能够左右摆动。\n=====\n"
        "权利要求书\n1. 一种书立，其特征在于，立板背面贴有磁片，底板前沿微微翘起。\n=====\n"
        "权利要求书\n1. 一种砚台，其特征在于，砚池底下嵌有电热片，砚盖内衬吸水毡。",
    )
    bad = (
        "权利要求书\n1. 一种保温杯，其特征在于，⟦杯盖里藏有茶漏⟧，杯底装有温度显示屏。\n=====\n"
        "权利要求书\n1. 一种保温杯，其特征在于，杯盖里藏有茶漏，杯身套有防滑硅胶圈。\n=====\n"
        "权利要求书\n1. 一种保温杯，其特征在于，杯底装有温度显示屏，杯身套有防滑硅胶圈。\n=====\n"
        "权利要求书\n1. 一种保温杯，其特征在于，杯盖里藏有茶漏，杯身套有防滑硅胶圈，杯底装有温度显示屏。",
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        for grid in feature_grids(batch, self.options.least, self.options.pool):
            yield self.at(
                grid.spans[0],
                related=grid.spans[1:],
                facts={"pool": list(grid.pool), "members": [batch.filings[index].name for index in grid.members]},
                count=len(grid.members),
                pool=len(grid.pool),
                least=self.options.least,
            )
