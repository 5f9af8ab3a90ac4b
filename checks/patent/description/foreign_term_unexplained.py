import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

# Foreign words that drafts put into Chinese sentences although each has a usual Chinese name.
_CHINESE = {
    "transformer": "变换器", "embedding": "嵌入", "attention": "注意力", "encoder": "编码器", "decoder": "解码器",
    "pooling": "池化", "patch": "图像块", "backbone": "主干网络", "prompt": "提示词", "token": "词元", "tokens": "词元",
    "softmax": "归一化指数函数", "dropout": "随机失活", "batch": "批次", "epoch": "训练轮次", "loss": "损失",
    "layer": "层", "logit": "对数几率", "dataset": "数据集", "dataloader": "数据加载器", "checkpoint": "检查点",
    "hash": "哈希", "query": "查询", "socket": "套接字", "cache": "缓存", "buffer": "缓冲区", "server": "服务器",
    "client": "客户端", "sensor": "传感器", "gateway": "网关", "framework": "框架", "pipeline": "流水线",
    "kernel": "核", "feature": "特征", "padding": "填充", "stride": "步长", "callback": "回调", "benchmark": "基准",
    "baseline": "基线", "ensemble": "集成", "bagging": "装袋", "boosting": "提升", "finetune": "微调",
    "cluster": "簇", "clustering": "聚类", "classifier": "分类器", "detector": "检测器", "generator": "生成器",
    "discriminator": "判别器", "agent": "智能体", "robot": "机器人", "switch": "开关", "bluetooth": "蓝牙",
    "router": "路由器", "bridge": "桥", "broker": "代理", "proxy": "代理", "firewall": "防火墙", "payload": "载荷",
    "packet": "数据包", "frame": "帧", "header": "头部", "timestamp": "时间戳", "timer": "定时器",
    "counter": "计数器", "register": "寄存器", "stack": "栈", "queue": "队列", "heap": "堆", "index": "索引",
    "table": "表", "schema": "模式", "session": "会话", "worker": "工作进程", "process": "进程", "thread": "线程",
    "container": "容器", "node": "节点", "master": "主节点", "slave": "从节点", "leader": "主节点",
    "host": "主机", "browser": "浏览器", "plugin": "插件", "widget": "控件", "button": "按钮", "slider": "滑块",
    "layout": "布局", "dashboard": "仪表板", "workflow": "工作流", "middleware": "中间件", "scheduler": "调度器",
    "controller": "控制器", "compiler": "编译器", "interpreter": "解释器", "parser": "解析器", "debugger": "调试器",
    "script": "脚本", "template": "模板", "metadata": "元数据", "blockchain": "区块链", "wallet": "钱包",
    "ledger": "账本", "chip": "芯片", "driver": "驱动器", "connector": "连接器", "adapter": "适配器",
    "amplifier": "放大器", "oscillator": "振荡器", "resistor": "电阻", "capacitor": "电容", "inductor": "电感",
    "diode": "二极管", "transistor": "晶体管", "relay": "继电器", "antenna": "天线", "receiver": "接收器",
    "transmitter": "发射器", "transceiver": "收发器", "converter": "转换器", "inverter": "逆变器",
    "rectifier": "整流器", "regulator": "稳压器", "battery": "电池", "charger": "充电器", "camera": "摄像头",
    "display": "显示器", "screen": "屏幕", "keyboard": "键盘", "speaker": "扬声器", "microphone": "麦克风",
    "laser": "激光器", "lens": "透镜", "mirror": "反射镜", "prism": "棱镜", "grating": "光栅", "fiber": "光纤",
    "waveguide": "波导", "wafer": "晶圆", "substrate": "衬底", "mask": "掩模", "photoresist": "光刻胶",
    "bearing": "轴承", "gear": "齿轮", "shaft": "轴", "valve": "阀", "pump": "泵", "motor": "电机",
    "cylinder": "气缸", "piston": "活塞", "bolt": "螺栓", "nut": "螺母", "screw": "螺钉", "washer": "垫圈",
    "gasket": "垫片", "flange": "法兰", "clamp": "夹具", "bracket": "支架", "housing": "壳体", "cover": "盖",
    "handle": "把手", "lever": "杠杆", "pulley": "皮带轮", "belt": "皮带", "chain": "链条", "conveyor": "输送机",
    "nozzle": "喷嘴", "filter": "滤波器", "anchor": "锚框", "polymer": "聚合物", "catalyst": "催化剂",
    "monomer": "单体", "solvent": "溶剂", "resin": "树脂", "coating": "涂层", "adhesive": "粘合剂", "primer": "引物",
    "inhibitor": "抑制剂", "ligand": "配体", "marker": "标记物", "assay": "测定", "vector": "载体", "plasmid": "质粒",
    "peptide": "肽", "antibody": "抗体", "antigen": "抗原", "receptor": "受体",
}  # fmt: skip
# Any Latin word between Chinese ones; the table is looked into afterwards, many times faster than as alternatives.
_WORD = lazy(r"(?<=[一-鿿、，。；：,;:])[ ]?(?P<word>[A-Za-z]{3,20})(?=[ ]?[一-鿿、，。；：,;:]|$)")
_EXPLAINED = lazy(
    r"[一-鿿][^一-鿿()\n]{0,4}[(]([^()\n]{2,60})[)]|([A-Za-z]{3,})[ ]?(?:[(][^()\n]*[一-鿿]|(?:是指|即|指的是|表示|"
    r"代表|是|为)[一-鿿])"
)


# What names a thing of a program: template参数, hash函数.
_IDENTIFIER = lazy(r"[ ]?(?:参数|字段|函数|变量|命令|属性|关键字|标签|语句)")


class ForeignTermUnexplained(PatentCheck):
    """外文技术名词第一次出现，没有写中文译名或者说明：“采用Transformer提取特征”。

    申请文件应当使用中文，首次使用非中文的技术名词应当给出中文译文或者作出说明；CPU、EPROM一类熟知的除外。
    第一次写成“变换器（Transformer）模型”，以后可以只写外文；没有通行译名的，用一句话说明它是什么。
    只查有通行中文名、又直接夹在汉字句子里的二百来个外文词，后面跟着它的中文名的（Button按钮）不报；缩写、代码、变量、软件名、人名、文献不查；
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
        "论文Attention is all you need，其中Attention是自注意力的计算公式，点击Button按钮，"
        "template参数，支持NFC、Bluetooth、WiFi。",
    )
    bad = (
        "说明书\n一种识别方法\n具体实施方式\n采用⟦Transformer→变换器（Transformer）⟧提取特征，再用Transformer分类。",
        "说明书\n一种识别方法\n发明内容\n划分为若干⟦Cluster→簇（Cluster）⟧，由⟦decoder→解码器（decoder）⟧输出，"
        "经 ⟦pooling→池化（pooling）⟧压缩。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        first: dict[str, Span] = {}
        told: set[str] = set()
        for span in prose(filing, PartName.DESCRIPTION):
            for match in span.find(_EXPLAINED):
                told.update(word.lower() for word in re.findall(r"[A-Za-z]{3,}", match[1] or match[2]))
            for match in span.find(_WORD):
                if match["word"].lower() not in _CHINESE or _stands_well(span, match):
                    continue
                first.setdefault(match["word"].lower(), span.at(match, "word"))
        for word, place in first.items():
            if word not in told:
                yield self.at(place, chinese=_CHINESE[word], fix=f"{_CHINESE[word]}（{place}）")


def _stands_well(span: Span, match: re.Match[str]) -> bool:
    """Whether its Chinese name follows, it names a thing of a program or stands in a list of Latin names."""
    text = span.document.folded
    if text.startswith(_CHINESE[match["word"].lower()], match.end()) or _IDENTIFIER.match(text, match.end()):
        return True
    around = text[match.start("word") - 1 : match.start("word")].strip() + text[match.end() : match.end() + 1].strip()
    return "、" in around and not re.search(r"[一-鿿]", around)
