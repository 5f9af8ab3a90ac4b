"""Whether what follows a known name makes another name of it (弹簧|座) or says what it does (控制器|发送数据)."""

from __future__ import annotations

from ipcheck.model import lazy
from ipcheck.patent.terms import HEAD_END, STOP_RE, first_boundary

# Parts and measures of a thing already there need no introduction: 腔体|内腔, 杆|长度.
_PART_OF = lazy(
    r"(?:部|面|端|侧|边|口|缘|腔|壁|角|顶|底|周|轴线|距离|长度|宽度|高度|厚度|直径|半径|角度|速度|频率|数量|个数|"
    r"大小|尺寸|面积|体积|重量|质量|颜色|材料|材质|名称|编号|类型|位置|方向|状态|时间|时刻|值|率|度|量|数|性|力)$"
)
# What acts: of 控制器|发送数据 the verb is its predicate.
_AGENT = lazy(
    r"(?:器|模块|单元|装置|系统|设备|机构|终端|平台|客户端|组件|部件|构件|电路|芯片|摄像头|相机|摄像机|主机|机|仪|中心|网关|基站|引擎|"
    r"程序|车|机器人|人员|者|用户|电机|马达|气缸|油缸|泵|阀|开关|探头|雷达|件|手|员|方|层|网络|模型)$"
)
# What a verb makes a part's name of: 安装|座, 采集|模块.
_PART = lazy(
    r"(?:支|机|底|基|框|滑|挡|压|盖|垫|夹|卡|插|托|轴|吊|拉|连)?(?:座|架|板|杆|轴|套|筒|槽|孔|块|件|片|环|柱|销|梁|臂|壳|罩|盖|箱|"
    r"盒|盘|管|带|线|绳|头|钩|扣|脚|腿|爪|轮|台|膜|网|垫|圈|器|机|仪|库|表|栏|框|室|腔|仓|区|位)|模块|单元|装置|机构|组件|部件|构件|"
    r"电路|接口|支架|电极|螺栓|螺母|弹簧"
)
# What an act yields or is measured by: 采集|结果. After something that does not act itself it belongs to the name.
_YIELD = lazy(
    r"(?:结果|信息|数据|信号|指令|参数|条件|规则|方法|步骤|过程|流程|时间|时刻|时长|周期|次数|频率|函数|算法|策略|任务|请求|记录|日志|列表|"
    r"文件|报告|方案|标签|标识|样本|特征|向量|矩阵|序列|模型|网络|平台|终端|接口|界面|窗口|按钮|路径|通道|事件|状态|模式|内容|文本|节点|"
    r"操作|动作|协议|误差|系数|权重|概率|阈值|得分|分数|损失|中心|阶段|等级|指标|曲线|图|剂|液|电机|马达|气缸|油缸|电源|光源|芯片|传感器|"
    r"控制器|处理器|存储器|介质|程序|系统|设备|服务器)$"
)
_STUFF = frozenset("水油气电光热风料液货物人车")
# 模块|决定复数个特征
_COUNTED = lazy(r"复数|[一两多几各每数][个种条组帧张项]|若干|所有|全部")
_BEFORE_NAME = frozenset("的有括含和与及或个种块条根只组套片台将在于至到向由从把被给为是述设")
_TRIES = 40
# A longer run without a verb in it is hardly one name.
_LONGEST_TAIL = 8


def compound_tail(rest: str, known: int, available: str) -> int:
    """The length of the compound noun that ``rest`` begins with, if it goes on from ``known`` characters to a head.

    弹簧|座 is one; 信标基站|扫描头部 and 控制器|发送数据 are not: what follows is a clause. A verb with an object that
    ``available`` has makes a clause too (压块|推动滑块). 0 if there is none.
    """
    length = first_boundary(rest, known + 1)
    tail = rest[known:length]
    if len(tail) > _LONGEST_TAIL or _PART_OF.search(tail) or is_clause(rest[:known], tail, available):
        return 0
    return length if any(head.end() == len(tail) for head in HEAD_END.finditer(tail)) else 0


def is_clause(name: str, tail: str, available: str) -> bool:
    """Whether ``tail`` says what the thing called ``name`` does, with a verb and its object."""
    if _COUNTED.search(tail):
        return True
    if any(_introduced(tail[cut:], available) for cut in range(2, len(tail) - 1)):
        return True
    verb = STOP_RE.match(tail)
    if verb is None or len(verb[0]) < 2:
        return False
    object_ = tail[verb.end() :]
    if (len(object_) < 2 and object_ not in _STUFF) or _PART.fullmatch(object_):
        return False
    return _AGENT.search(name) is not None or _YIELD.search(object_) is None or len(object_) > 3


def _introduced(words: str, available: str) -> bool:
    """Whether the words stand in ``available`` as a name of their own, not as the end or beginning of a longer one."""
    start = available.find(words)
    for _ in range(_TRIES):
        if start < 0:
            break
        before, after = (
            available[start - 1 : start] if start else "",
            available[start + len(words) : start + len(words) + 1],
        )
        if not _is_han(after) and (not _is_han(before) or before in _BEFORE_NAME):
            return True
        start = available.find(words, start + 1)
    return False


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def without_predicate(words: str) -> int:
    """How much of ``words`` is the name where a predicate follows: 3 of 驱动器发送数据, all of 固定座."""
    for cut in range(2, len(words) - 1):
        if _AGENT.search(words[:cut]) and is_clause(words[:cut], words[cut:], ""):
            return cut
    return len(words)
