import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

# Foreign words that drafts put into Chinese sentences although each has a usual Chinese name.
_CHINESE = {
    "transformer": "变换器", "embedding": "嵌入", "attention": "注意力", "encoder": "编码器",
    "decoder": "解码器", "pooling": "池化", "backbone": "主干网络", "prompt": "提示词",
    "hash": "哈希", "query": "查询", "socket": "套接字", "cache": "缓存",
    "buffer": "缓冲区", "server": "服务器", "client": "客户端", "sensor": "传感器",
    "gateway": "网关", "framework": "框架", "pipeline": "流水线", "kernel": "核",
    "feature": "特征", "padding": "填充", "stride": "步长", "callback": "回调",
    "benchmark": "基准", "baseline": "基线", "ensemble": "集成", "bagging": "装袋",
    "boosting": "提升", "finetune": "微调", "chip": "芯片", "driver": "驱动器",
    "connector": "连接器", "bearing": "轴承", "filter": "滤波器", "mask": "掩码",
    "anchor": "锚框", "polymer": "聚合物", "catalyst": "催化剂", "thread": "线程",
    "workflow": "工作流", "dashboard": "仪表板", "middleware": "中间件", "scheduler": "调度器",
    "controller": "控制器",
}  # fmt: skip
_WORD = lazy(
    rf"(?<=[一-鿿、，。；：,;:])[ ]?(?P<word>{'|'.join(_CHINESE)})(?=[ ]?[一-鿿、，。；：,;:]|$)", re.IGNORECASE
)
_EXPLAINED = lazy(r"[一-鿿][^一-鿿()\n]{0,4}[(]([^()\n]{2,60})[)]|([A-Za-z]{4,})[ ]?[(][^()\n]*[一-鿿]")


class ForeignTermUnexplained(PatentCheck):
    """外文技术名词第一次出现，没有写中文译名或者说明：“采用Transformer提取特征”。

    申请文件应当使用中文，首次使用非中文的技术名词应当给出中文译文或者作出说明；CPU、EPROM一类熟知的除外。
    第一次写成“变换器（Transformer）模型”，以后可以只写外文；没有通行译名的，用一句话说明它是什么。
    只查有通行中文名、又直接夹在汉字句子里的几十个外文词；缩写、代码、变量、软件名、人名、文献不查；
    哪些词在行业里已经熟知，机器判断不了，所以只是建议；每个词只报第一处。
    """

    code = "DSC041"
    level = Level.ADVICE
    basis = (cite("指南", "2-2-2.2.7"), cite("细则", "3.1"))
    message = "外文名词“{words}”没有中文译名或者说明：请在第一次出现时写成“{chinese}（{words}）”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种识别方法\n具体实施方式\n采用变换器（Transformer）模型，以后Transformer输出特征，由CPU和WiFi模块传输。",
        "说明书\n一种识别方法\n具体实施方式\n采用Transformer（变换器）提取，调用hash()，变量hash=1，"
        "论文Attention is all you need。",
    )
    bad = (
        "说明书\n一种识别方法\n具体实施方式\n采用⟦Transformer→变换器（Transformer）⟧提取特征，再用Transformer分类。",
        "说明书\n一种识别方法\n发明内容\n由⟦decoder→解码器（decoder）⟧输出，经 ⟦pooling→池化（pooling）⟧压缩。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        first: dict[str, Span] = {}
        told: set[str] = set()
        for span in prose(filing, PartName.DESCRIPTION):
            for match in span.find(_EXPLAINED):
                told.update(word.lower() for word in re.findall(r"[A-Za-z]{4,}", match[1] or match[2]))
            for match in span.find(_WORD):
                first.setdefault(match["word"].lower(), span.at(match, "word"))
        for word, place in first.items():
            if word not in told:
                yield self.at(place, chinese=_CHINESE[word], fix=f"{_CHINESE[word]}（{place}）")
