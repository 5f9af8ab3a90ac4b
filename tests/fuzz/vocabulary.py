"""The words that arbitrary Chinese-looking text is made of; a byte is a word, so that mutations are edits."""

from __future__ import annotations

_PHRASES = (
    "权利要求书", "说明书", "说明书摘要", "摘要附图", "说明书附图", "请求书", "技术领域", "背景技术", "发明内容",
    "实用新型内容", "附图说明", "具体实施方式", "附图标记", "其中：", "图中：", "本发明", "本实用新型", "实施例",
    "一种", "所述", "所述的", "该", "上述", "前述", "其特征在于", "其特征是", "包括", "包含", "还包括", "由", "组成",
    "其中", "根据权利要求", "如权利要求", "权利要求", "任一项所述的", "中任意一项", "至", "到", "或", "和", "或者",
    "以及", "及", "和/或", "与", "的", "之", "在", "上", "内", "用于", "方法", "装置", "系统", "步骤", "设备", "杯体",
    "杯盖", "手柄", "第一", "第二", "支架", "壳体", "固定座", "弹簧", "电机", "控制器", "处理器", "存储器", "介质",
    "连接", "设置有", "设有", "套设于", "转动", "滑动", "优选", "优选为", "例如", "最好", "大约", "约", "等", "左右",
    "较大", "厚", "圆形", "可拆卸", "若干", "多个", "至少一个", "不小于", "大于", "小于", "如图", "所示", "图",
    "附图", "表", "式", "序列", "SEQ ID NO:", "mm", "cm", "℃", "%", "wt%", "μm", "°", "~", "～", "-", "—", "–",
    "申请人", "发明人", "地址", "代理人", "专利代理", "解决的技术问题", "技术方案", "有益效果", "现有技术", "不超过",
    "中国专利", "[0001]", "【待补充】", "XX", "TODO", "作为一个", "当然可以", "以下是", "您", "用途", "应用",
    "组合物", "化合物", "抗体", "治疗", "诊断", "外观设计产品的名称", "设计要点", "主视图", "六面视图",
)  # fmt: skip
_SIGNS = (
    *"0123456789", "10", "12", "101", "2000", "3.5", "1/2", "一", "二", "三", "十", "十二", "a", "b", "A", "B", "S1",
    "S101", "x", "α", "β", "（", "）", "(", ")", "[", "]", "【", "】", "《", "》", "“", "”", "\"", "'", "{", "}", "<",
    ">", "，", "。", "；", "：", "、", "！", "？", ".", ",", ";", ":", "．", "/", "\\", "*", "+", "=", "×", "±", "…",
    "……", "\n", "\n\n", " ", "  ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u2028", "\x0b", "\x0c",
    "\x00", "\x1b[31m", "\r", "\r\n", "\ufffc", "\ufffd", "\U0001f375", "\U00020000", "\u0301", "Å", "㎜", "①", "Ⅲ",
    "\ue000", "İ", "ß", "²", "₂", "１", "Ａ", "図", "圖", "１２", "\n1. ", "\n2. ", "。\n", "\n权利要求书\n",
    "\n说明书\n",
)  # fmt: skip
WORDS = (*_PHRASES, *_SIGNS)
# A byte that is no word: the next two are the number of a character of their own.
_ESCAPE = 255
_BY_LENGTH = sorted(range(len(WORDS)), key=lambda index: -len(WORDS[index]))
_FIRST: dict[str, list[int]] = {}
for _index in _BY_LENGTH:
    _FIRST.setdefault(WORDS[_index][0], []).append(_index)


def text_of(data: bytes) -> str:
    """The text that ``data`` stands for; half a pair of surrogates, which no decoder gives, is a word."""
    pieces: list[str] = []
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte != _ESCAPE:
            pieces.append(WORDS[byte % len(WORDS)])
            continue
        code = int.from_bytes(data[at : at + 2], "big")
        at += 2
        pieces.append("杯" if 0xD800 <= code < 0xE000 else chr(code))
    return "".join(pieces)


def bytes_of(text: str) -> bytes:
    """Bytes that stand for ``text``; characters beyond the basic plane become 杯."""
    made = bytearray()
    at = 0
    while at < len(text):
        word = next((index for index in _FIRST.get(text[at], ()) if text.startswith(WORDS[index], at)), None)
        if word is not None:
            made.append(word)
            at += len(WORDS[word])
            continue
        code = ord(text[at])
        made.append(_ESCAPE)
        made += (code if code < 0x10000 else ord("杯")).to_bytes(2, "big")
        at += 1
    return bytes(made)


__all__ = ["WORDS", "bytes_of", "text_of"]
