from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.grids import shared_skeletons
from ipcheck.abnormal.stock import shipped
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class GeneratedSkeleton(BatchCheck):
    """三件以上申请的句子大多出自同一批句式，遮住名词和数字以后几乎句句相同。

    同一批句式反复填词，是用软件批量生成文字的痕迹，也可能只是一位撰写人的习惯，所以默认不运行。
    各件确有研发的，备好研发记录；文字改为按各自的方案写。
    """

    @dataclass(frozen=True)
    class Options:
        """least：句式相同的申请几件起报
        share：句式与别的申请相同的句子占多少起报
        sentences：不足几句的申请不看
        """

        least: int = 3
        share: float = 0.6
        sentences: int = 12

    code = "DUP014"
    level = Level.ADVICE
    basis = (cite("令77", "3(3)"),)
    message = "风险线索：{count} 件申请有 {share} 以上的句式彼此相同（内部阈值 {limit}），请说明撰写的过程"
    clears = "同一位撰写人的习惯句式，各件内容确不相同"
    keep = ("交底书", "研发记录", "撰写过程的往来记录")
    default = False

    good = (
        Sample(
            "说明书\n一种伞架\n具体实施方式\n伞架立在门后。伞尖朝下。\n=====\n说明书\n一种鞋拔\n具体实施方式\n鞋拔挂在柜边。柄部弯曲。\n"
            "=====\n说明书\n一种笔帽\n具体实施方式\n笔帽扣在笔尾。侧面有夹。",
            options=(("sentences", 2),),
        ),
    )
    bad = (
        Sample(
            "说明书\n一种伞架\n具体实施方式\n"
            "⟦伞筒固定连接有托盘，托盘的一侧设置有排水嘴⟧。排水嘴转动连接有旋塞，从而能够将积水放出。\n=====\n"
            "说明书\n一种鞋柜\n具体实施方式\n"
            "柜板固定连接有隔条，隔条的一侧设置有通风窗。通风窗转动连接有翻叶，从而能够将异味放出。\n=====\n"
            "说明书\n一种鱼缸\n具体实施方式\n"
            "缸壁固定连接有滤盒，滤盒的一侧设置有进水栅。进水栅转动连接有挡片，从而能够将残饵放出。",
            options=(("sentences", 2),),
        ),
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        options = self.options
        for group, spans, share in shared_skeletons(batch, shipped(), options.least, options.share, options.sentences):
            yield self.at(
                spans[0],
                related=spans[1:],
                facts={"members": [batch.filings[index].name for index in group], "share": round(share, 3)},
                count=len(group),
                share=f"{share:.0%}",
                limit=f"{options.share:.0%}",
            )
