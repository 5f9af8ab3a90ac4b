"""Definite mentions (所述弹簧) and what they can refer back to.

The method: normalise each claim (spaces, reference signs and markers out), then ask of every mention whether
some beginning of it that ends at a word boundary stands earlier in the claim or in every claim it depends on.
The draft's own part names decide boundaries before any list of words does (catalogue, gotchas 1–5, 9,
14, 29). Before complaining, looser ways of having introduced a thing are tried: 左、右支架 for 右支架, 电机的轴 for
电机轴, 判断 for 判断结果.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ipcheck.model import Span
from ipcheck.patent.claims import Claim
from ipcheck.patent.filing import Filing

_SIGNS = re.compile(
    r"[(（\[〔]\s*(?:[A-Za-z]{0,3}\d{1,4}[A-Za-z]?\d{0,2}['’′]*(?:[-.]\d{1,3})?|[A-Z])"
    r"(?:\s*[,，、;；/和~～\-]\s*(?:[A-Za-z]{0,3}\d{1,4}[A-Za-z]?\d{0,2}['’′]*(?:[-.]\d{1,3})?|[A-Z])){0,20}\s*[)）\]〕]"
)
_BARE_SIGN = re.compile(r"(?<=[一-鿿])\d{1,4}[a-z]?(?=[一-鿿，。；、,;:：]|$)")
_SKIP = re.compile(r"[\s“”\"'‘’\u200b\ufeff]")
MARK = "\x01"
_MARKERS = re.compile(
    r"(?:(?<![如上综前下])所述|所说|所称|(?<!综)前述|(?<![综如])上述|(?<![应活本当])该(?!等|当|死))(?:的(?!是))?(?:些)?"
)
_QUANTITY = re.compile(
    r"(?:至少|任意|任何|全部|所有|其余|另外?|其它|其他)?的?(?:每|各|任|某|另)?(?:[一二两三四五六七八九十几\d]+|多|若干|数|复数)?"
    r"(?:个?(?:或|及|和|/)(?:更?多|两|以上)|)(?:个|种|条|根|组|块|片|只|段|类|项|台|份|张|名|位|套|侧的|帧|幅|批|级|处)(?:以上)?的?(?!的|别|数|性|人|体|识|型|合|件|电|路|状|式|号|移|置|进|分|内)"
    r"|(?:至少部分|任意|任一|任何|全部|所有|其余|每一|每|各个|各|其中|相应的?|对应的?)(?:的)?"
)

# Words at which a noun phrase ends wherever they stand.
_HARD = (
    "正在 进行 包括 包含 具有 具备 含有 设有 装有 开有 固设 装设 穿设 嵌设 通过 用于 用以 用来 适于 适用于 位于 处于 存在 存有 存 根据 基于 按照 依据 所处 所在 所属 所 如下 如 具体 实时 "
    "利用 使用 采用 获得 得到 以及 以便 以 或者 或 并且 并 而 的 于 被 由 为 是 将 把 从 至 到 则 若 当 如果 能够 能 均 都 也 还 可 不 未 没有 时 且 "
    "自动 进一步 处 承受 存入 写入 伸入 伸出 穿过 抵接 包覆 应当 应该 应 设在 装在 认定 所需 所对应 满足 大于 小于 等于 高于 低于 超过 达到 称为 记为 表示 即 其 之间 之后 之前 同时 相对于 相对 关于 针对 作为 成为 使得 使 令 让 "
    "： ， 。 ； 、 ( （ ) ） / = ＝ > < ≥ ≤ ~ ～ - — [ ] { } * × ÷ % ％ 《 》 【 】 | : , ; \ufffc"
)
# Words at which a noun phrase may end; many are also first halves of compounds (固定座, 采集单元): _HEADS decides.
_STOP_WORDS = (
    "设置 设有 设 安装 装设 装有 连接 相连 连通 连 固定 固设 固接 位于 处于 包括 包含 包 具有 具备 含有 有 通过 用于 用以 用来 朝向 朝 沿 "
    "套设 套接 套 穿过 穿设 贯穿 伸入 伸出 延伸 开设 开有 抵接 抵靠 抵 接触 配合 啮合 铰接 焊接 螺纹连接 滑动 转动 可 能够 能 均 都 也 还 "
    "进行 获取 获得 接收 发送 输出 输入 采集 检测 监测 判断 确定 计算 根据 基于 按照 依据 依次 分别 满足 大于 小于 等于 不 未 没有 "
    "得到 生成 形成 构成 组成 执行 运行 控制 驱动 带动 使 令 让 经 经由 经过 作为 成为 称为 记为 表示 指 即 其 之间 之后 之前 时 后 前 "
    "以及 以 及 和 与 或 或者 并 并且 且 而 的 在 于 被 由 为 是 将 把 从 向 对 至 到 则 若 当 如果 中 内 外 上 下 里 "
    "调用 返回 存储 存入 保存 加载 写入 读取 传输 传送 上传 下发 推送 显示 展示 提供 利用 使用 采用 应用 更新 修改 设定 预设 建立 构建 "
    "训练 处理 分析 识别 提取 选择 选取 筛选 匹配 比较 比对 映射 转换 转化 编码 解码 标注 标记 分类 聚类 融合 拼接 相 同 具体 之 "
    "所 响应 触发 启动 停止 开启 关闭 打开 触发 报警 通知 发出 给出 作出 做出 完成 实现 需要 来 去 再 又 仍 已 又 只 仅 就 才 又 随 "
    "放置 容纳 承受 夹持 夹紧 支撑 支承 承载 覆盖 围绕 环绕 绕 围 嵌入 嵌设 插入 插接 卡接 卡合 粘接 粘贴 粘连 贴合 压 推 拉 顶 "
    "远离 靠近 邻近 背离 面对 正对 对应 垂直 平行 倾斜 呈 成 间隔 交替 排列 布置 分布 设计 配置 配备 附接 附着 搭接 搭载 "
    "高于 低于 超过 达到 减去 加上 乘以 除以 之和 之差 占 介于 属于 来自 来源 取自 选自 优选 取值 越 较 更 最 "
    "确认 查询 查找 检索 遍历 访问 请求 发起 提交 反馈 回传 转发 广播 同步 导入 导出 注入 加入 添加 删除 移除 替换 调整 调节 "
    "循环 重复 迭代 初始化 归一化 降低 提高 增加 减少 增大 减小 增强 改变 变化 保持 维持 超出 不足 "
    "：: ， , 。 ； ; 、 ( （ ) ） / \n + = ＝ > < ≥ ≤ ~ ～ - — \ufffc [ ] { } * × ÷ % ％ “ ” 《 》 【 】 |"
)
_HARD_WORDS = frozenset(_HARD.split()) | {"\n", MARK}
STOPS = tuple(sorted(frozenset(_STOP_WORDS.split()) | _HARD_WORDS, key=len, reverse=True))
_STOP_RE = re.compile("|".join(re.escape(word) for word in STOPS))
# What makes a compound of the verb before it: 采集|单元, 固定|座, 连接|件.
_HEADS = (
    "模块 单元 装置 设备 系统 机构 组件 部件 构件 元件 结构 电路 模型 网络 器 件 机 板 座 架 杆 轴 环 套 筒 管 线 端 口 孔 槽 块 片 层 部 轮 链 "
    "罩 壳 垫 圈 簧 卡 扣 钩 杯 瓶 袋 布 棒 球 丝 齿 台 肋 翼 叶 斗 锥 刀 钳 夹 塞 嘴 仪 计 屏 灯 镜 锁 盘 盒 箱 罐 泵 阀 表 库 集 层 头 体 面 区 域 点 位 柱 销 环 梁 臂 爪 带 绳 网 膜 针 钉 栓 母 框 盖 门 窗 室 腔 仓 "
    "信号 指令 数据 信息 结果 参数 条件 规则 方法 步骤 过程 流程 时间 时刻 时长 周期 次数 数量 频率 速度 方向 距离 角度 位置 区域 范围 "
    "函数 算法 策略 任务 请求 记录 日志 列表 文件 图像 图 值 量 率 比 度 性 力 标签 标识 样本 特征 向量 矩阵 序列 关系 类型 类别 平台 终端 "
    "服务器 客户端 接口 电机 马达 气缸 弹簧 电源 电压 电流 光源 芯片 传感器 控制器 处理器 存储器 介质 程序 产品 工具 窗口 界面 页面 按钮 "
    "路径 链路 通道 空间 事件 状态 模式 场景 环境 对象 目标 用户 人员 内容 文本 语句 问题 答案 节点 操作 动作 行为 需求 权限 密钥 协议 "
    "误差 系数 权重 概率 阈值 得分 分数 损失 精度 温度 压力 湿度 浓度 方程 公式 方式 机制 框架 引擎 中心 单体 阶段 环节 窗 帧 报告 方案 "
    "测试 结论 建议 等级 级别 因子 指标 曲线 波形 光 波 板材 液 剂 物 料 油 水 气 胶"
)
_HEAD_ALTERNATIVES = "|".join(sorted(_HEADS.split(), key=len, reverse=True))
_HEAD_RE = re.compile(f"(?:{_HEAD_ALTERNATIVES})")
_HEAD_END = re.compile(f"(?:{_HEAD_ALTERNATIVES})$")
# Parts and measures of a thing already there need no introduction: 腔体|内腔, 杆|长度.
_PART_OF = re.compile(
    r"(?:部|面|端|侧|边|口|缘|腔|壁|角|顶|底|周|轴线|距离|长度|宽度|高度|厚度|直径|半径|角度|速度|频率|数量|个数|"
    r"大小|尺寸|面积|体积|重量|质量|颜色|材料|材质|名称|编号|类型|位置|方向|状态|时间|时刻|值|率|度|量|数|性|力)$"
)
# “所述将…”, “所述在…”: an act is referred to, not a thing.
_ACT = re.compile(
    r"将|对(?!象|比|称|应|侧|角)|在(?!线|先)|从(?!动)|由|把(?!手|柄|持)|根据|利用|通过|当(?!前)|若|如果|使(?!用)|为(?!了)|与|和|按照|基于"
)
_LABEL = re.compile(r"(?:步骤)?[(（]?[A-Za-z]{0,2}\d|步骤[一二三四五六七八九十A-Za-z]|[A-Za-z][)）]")
_LOCATIVE = re.compile(
    r"[中内外上下里](?![壳盖板端部层侧腔心间轴轮体表面缘圈环管套筒孔轨料模架游述位限级拉滑压升降传行一二])"
)
# Parts every thing has, and words that name the claim itself: they need no introduction (质量评价 第56条, gotcha 5).
INHERENT = re.compile(
    r"^(?:[上下左右前后内外顶底侧正背首尾末两一另各中]*(?:侧壁|侧面|顶部|底部|顶端|底端|顶面|底面|端面|端部|管口|阳极|阴极|正极|负极|中心|中部|轴线|"
    r"外周|内周|外围|周缘|边缘|表面|外表面|内表面|一端|两端|一侧|两侧|四周|周侧|外壁|内壁|侧边|端|侧|部|面|方向|位置|高度|宽度|长度|厚度|直径|"
    r"半径|内径|外径|重心|质心|背面|正面|内部|外部|上部|下部|前部|后部|根部|头部|尾部|轴心|圆心|边|角|内侧|外侧|上侧|下侧|前端|后端|"
    r"上端|下端|左端|右端|始端|末端|外缘|内缘|自由端|轴向|径向|周向|内腔|开口端|中央|中间|交点|交线|起点|终点|形状|数量|个数|大小|尺寸|面积|体积|"
    r"重量|质量|颜色|材料|材质|名称|编号|类型|种类|时间|时刻|过程|方法|步骤|装置|系统|设备|产品|组合物|用途|发明|实用新型|"
    r"技术方案|方案|技术|目的|情况|部分|部件|特征|内容|公式|式|比例|条件|要求|操作|功能|作用|结果|问题|对象|参数|数值|值|取值范围|"
    r"取值|范围|关系|表达式|流程|程序|具体|如|具有|包括|为))$"
)
_DERIVED = re.compile(
    r"(?:结果|信息|数据|值|信号|过程|步骤|操作|指令|条件|情况|处理|时间|时刻|关系|方式|方法|数量|类型|集合|集|列表|序列|"
    r"阶段|功能|任务|请求|内容|参数|次数|状态|位置|方向|率|度|量|系数|公式|规则|结论|后|前|时|者|性|力|物|液|化合物|材料|装置|系统|设备|部分|图|表|组|体|面|点|等)$"
)


@dataclass(frozen=True)
class Plain:
    """A text normalised for comparing terms: ``text`` with spaces, quotes and reference signs left out and each
    marker (所述, 该 …) as one MARK; ``offsets[i]`` is where character *i* stands in the document."""

    text: str
    offsets: tuple[int, ...]

    @cached_property
    def unmarked(self) -> str:
        """The text without markers."""
        return self.text.replace(MARK, "")


def normalise(span: Span, cited: Iterable[Span] = ()) -> Plain:
    """Normalise ``span``; markers that directly follow one of the ``cited`` phrases are dropped, not marked.

    “根据权利要求1所述的泵” names the claim's own subject and refers to nothing inside it.
    """
    folded = span.folded
    base = span.start
    kind = [0] * len(folded)  # 0 keep, 1 drop, 2 marker start
    for pattern in (_SIGNS, _BARE_SIGN):
        for match in pattern.finditer(folded):
            for index in range(match.start(), match.end()):
                kind[index] = 1
    for phrase in cited:
        tail = re.compile(r"\s*(?:中|的|任意?[一何]?项?)*\s*(?:所述|所说)?的?").match(folded, phrase.end - base)
        for index in range(phrase.start - base, tail.end() if tail else phrase.end - base):
            kind[index] = 1
    for match in _MARKERS.finditer(folded):
        if kind[match.start()]:
            continue
        kind[match.start()] = 2
        for index in range(match.start() + 1, match.end()):
            kind[index] = 1
    pieces: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(folded):
        if kind[index] == 1 or (kind[index] == 0 and character != "\n" and _SKIP.match(character)):
            continue
        pieces.append(MARK if kind[index] == 2 else character)
        offsets.append(base + index)
    return Plain("".join(pieces), tuple(offsets))


@dataclass(frozen=True)
class Mention:
    """A definite mention: the claim, where its marker and its first word stand (indexes into ``plain``)."""

    claim: Claim
    plain: Plain
    marker: int
    start: int

    @property
    def rest(self) -> str:
        """What follows the marker, at most 40 characters, up to the next marker."""
        return self.plain.text[self.start : self.start + 40].split(MARK)[0]

    def span(self, length: int) -> Span:
        """The document's words for the first ``length`` characters of the mention."""
        last = self.plain.offsets[self.start + max(length, 1) - 1]
        return Span(self.claim.body.document, self.plain.offsets[self.start], last + 1)


@dataclass
class TermIndex:
    """The draft's own part names, the mentions in its claims and the texts they can refer back to."""

    filing: Filing
    _plain: dict[int, Plain] = field(default_factory=dict)

    def plain(self, claim: Claim) -> Plain:
        """The claim's body normalised."""
        key = id(claim)
        if key not in self._plain:
            self._plain[key] = normalise(claim.body, [citation.span for citation in claim.citations])
        return self._plain[key]

    @cached_property
    def names(self) -> frozenset[str]:
        """Part names known for certain: those of reference signs, normalised, two characters and more."""
        found = set()
        for numeral in self.filing.numerals.values():
            name = _SKIP.sub("", _SIGNS.sub("", numeral.name))
            if len(name) >= 2 and not _STOP_RE.match(name):
                found.add(name)
        return frozenset(found)

    def mentions(self, claim: Claim) -> Iterator[Mention]:
        """The definite mentions of a claim, in order."""
        plain = self.plain(claim)
        for index, character in enumerate(plain.text):
            if character != MARK:
                continue
            start = index + 1
            quantity = _QUANTITY.match(plain.text, start)
            if quantity:
                start = quantity.end()
            if start >= len(plain.text) or plain.text[start] in "，。；：、,;:\n" + MARK:
                continue
            if not _ACT.match(plain.text, start) and not _LABEL.match(plain.text, start):
                yield Mention(claim, plain, index, start)

    def before(self, mention: Mention) -> str:
        """The claim's own words before the mention, unmarked."""
        return mention.plain.text[: mention.marker].replace(MARK, "")

    def chain_text(self, chain: tuple[Claim, ...]) -> str:
        """The words of a chain of ancestors, unmarked."""
        return "\n".join(self.plain(claim).unmarked for claim in chain)

    def longest_known(self, rest: str) -> str:
        """The longest part name with which ``rest`` begins, "" if none does."""
        for length in range(min(len(rest), 24), 1, -1):
            if rest[:length] in self.names:
                return rest[:length]
        return ""


@lru_cache(maxsize=65536)
def is_boundary(rest: str) -> bool:
    """Whether a noun phrase can end where ``rest`` (what follows it) begins."""
    if not rest:
        return True
    match = _STOP_RE.match(rest)
    if match is None:
        return not ("一" <= rest[0] <= "鿿")
    word = match[0]
    if word in _HARD_WORDS:
        return True
    if word in "中内外上下里":
        return _LOCATIVE.match(rest) is not None
    # 采集|单元: the verb belongs to the noun if a noun's head follows it.
    return not (len(word) >= 2 and _HEAD_RE.match(rest, match.end()))


def ends_at(rest: str, length: int) -> bool:
    """Whether the phrase with which ``rest`` begins can end after ``length`` characters.

    Inside a Latin word or a number it cannot.
    """
    following = rest[length : length + 1]
    if following.isascii() and following.isalnum() and rest[length - 1].isascii() and rest[length - 1].isalnum():
        return False
    return is_boundary(rest[length:])


def compound_tail(rest: str, known: int) -> int:
    """The length of the compound noun that ``rest`` begins with, if it goes on from ``known`` characters to a head.

    弹簧|座 is one, 信标基站|扫描头部 is not: what follows is a clause. 0 if there is none.
    """
    length = first_boundary(rest, known + 1)
    tail = rest[known:length]
    if len(tail) > 6 or _PART_OF.search(tail):
        return 0
    for head in _HEAD_END.finditer(tail):
        if head.end() == len(tail):
            return length
    return 0


def derived_stem(term: str) -> str:
    """What an act's or a property's name rests on: 判断结果 → 判断, "" if it has no such ending or too short a stem."""
    match = _DERIVED.search(term)
    stem = term[: match.start()] if match else ""
    return stem if len(stem) >= 2 else ""


def first_boundary(rest: str, least: int = 2) -> int:
    """The length of the noun phrase with which ``rest`` begins, ``least`` or more, by word boundaries alone."""
    limit = min(len(rest), 24)
    for index in range(min(least, limit), limit):
        if ends_at(rest, index):
            return index
    return limit
