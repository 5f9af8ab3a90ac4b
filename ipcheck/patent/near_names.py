"""Names that are nearly another: one character off, broken up, or listed together with others."""

from __future__ import annotations

import re

from ipcheck.model import lazy
from ipcheck.patent.terms import is_boundary

HAN = lazy(r"[一-鿿]+")
# A shorter name may be part of anything.
LONG_ENOUGH = 4
# 氮气 stands in 氮气气氛, 碳酸锂 in 碳酸锂溶液: the substance is there, not the beginning of a part's name.
_OF_SUBSTANCE = lazy(r"(?:气氛|氛围|环境|保护|气体|蒸汽|水?溶液|乳液|浆料|粉末|粉体|颗粒|材料|原料)")
# 脉搏的波形信号 may bring in 脉搏信号; 脉搏波信号 is another name.
_BETWEEN = r"(?:[^，。；\n、和与第]{2,12}?|[的之内中上下为])"
# One character tells two things apart, or only joins two words.
_APART = frozenset(
    "一二三四五六七八九十首末初终前后左右上下内外里中大小高低长短正负主从副子父母进出入输开关升降阴阳冷热动静横纵竖新旧粗细甲乙丙丁"
    "有无非不未多单双总分收发读写增减加的之和与及或在为各每该其"
)


def one_off(words: str, available: str) -> str:
    """The name in ``available`` that is ``words`` but for one character left out, put in or changed, "" if none is.

    脉搏波信号 for 脉搏信号, 量化评估模块 for 量化评估模型. 左支架 and 右支架, 第一轴 and 第二轴 are two things.
    """
    if len(words) < LONG_ENOUGH or not HAN.fullmatch(words):
        return ""
    for cut in range(2, len(words) - 1):
        middle = _one_between(words[:cut], words[cut:], available)
        if middle and middle not in _APART:
            return words[:cut] + middle + words[cut:]
    for cut in range(len(words)):
        if words[cut] in _APART:
            continue
        middle = _one_between(words[:cut], words[cut + 1 :], available)
        if middle and middle not in _APART:
            name = words[:cut] + middle + words[cut + 1 :]
            if stands_alone(name, available):
                return name
    return ""


def _one_between(head: str, tail: str, text: str) -> str:
    """The first Chinese character that stands in ``text`` between ``head`` and ``tail``, "" if none does.

    By looking for the longer of them: a pattern for each name and place would take longer to make than to use.
    """
    longer, before = (head, len(head)) if len(head) >= len(tail) else (tail, -1)
    at = text.find(longer)
    while at >= 0:
        place = at + before
        middle = text[place : place + 1] if place >= len(head) else ""
        if "一" <= middle <= "鿿" and text.startswith(tail, place + 1) and text.startswith(head, place - len(head)):
            return middle
        at = text.find(longer, at + 1)
    return ""


def stands_alone(term: str, available: str) -> bool:
    """Whether ``term`` stands somewhere in ``available`` with a boundary after it, as a term of its own."""
    start = available.find(term)
    tries = 0
    while start >= 0 and tries < 40:
        following = available[start + len(term) : start + len(term) + 8]
        if is_boundary(following) or _OF_SUBSTANCE.match(following):
            return True
        start = available.find(term, start + 1)
        tries += 1
    return False


def coordinated(term: str, available: str) -> bool:
    """左、右支架 brings in 左支架; 第一和第二齿轮 brings in 第一齿轮; 输入/输出端 brings in 输入端."""
    for cut in range(1, len(term)):
        if term[:cut] not in available or term[cut:] not in available:
            continue
        head, tail = re.escape(term[:cut]), re.escape(term[cut:])
        # 左、右两根支杆: what they count stands after the last of them.
        if re.search(rf"{head}(?:(?:、|和|与|及|或|以及|/|，|至)[^，。；\n]{{0,16}}?|[两二三四]\w){tail}", available):
            return True
    return False


def interrupted(term: str, available: str) -> bool:
    """The term's words in order with little between: 电压的采样值 brings in 电压采样值."""
    for cut in range(2, len(term) - 1):
        head, tail = term[:cut], term[cut:]
        if (
            head in available
            and tail in available
            and re.search(rf"{re.escape(head)}{_BETWEEN}{re.escape(tail)}", available)
        ):
            return True
    # A modifier may follow its noun's introduction: “温度…的阈值” for 温度阈值, only with a particle between.
    return len(term) >= 3 and re.search("(?:的|之|中的|内的)?".join(map(re.escape, term)), available) is not None


__all__ = ["HAN", "LONG_ENOUGH", "coordinated", "interrupted", "one_off", "stands_alone"]
