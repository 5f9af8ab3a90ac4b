"""What a register says about decisions against a mark: whether they stand, and on which articles of which edition."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from ipcheck.trademark.columns import Column
from ipcheck.trademark.mark import Mark

NEW_LAW = date(2027, 1, 1)
_AGAINST = re.compile(r"驳回|不予注册|不予核准|宣告无效|无效")
_OPEN = re.compile(r"复审|异议中|诉讼|待审|审理中|部分|期中|未生效")
_STANDS = re.compile(r"维持|生效|已驳回|终审")
_DEAD = re.compile(r"驳回|不予注册|不予核准|无效|撤销|注销|失效|期满|撤回|放弃|不予受理")
_ARTICLE = re.compile(r"(?<![\d.(])第?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:条|(?=[.(（、,，;；\s]|$))")
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", 1)}


class Ground(Enum):
    """What an article forbids, whatever number it bears."""

    HOARDING = "不以使用为目的"
    SIGN = "禁用标志"
    FAMOUS = "摹仿驰名商标"
    RELATION = "代理人、特定关系人抢注"
    PRIOR_RIGHT = "在先权利、抢注"
    MEANS = "欺骗或者其他不正当手段"
    AGENCY = "代理机构自己的申请"
    CITATION = "与在先商标冲突"
    WEAK = "缺乏显著特征"


_OLD = {
    4: Ground.HOARDING, 10: Ground.SIGN, 11: Ground.WEAK, 13: Ground.FAMOUS, 15: Ground.RELATION, 19: Ground.AGENCY,
    30: Ground.CITATION, 31: Ground.CITATION, 32: Ground.PRIOR_RIGHT, 44: Ground.MEANS,
}  # fmt: skip
_NEW = {
    15: Ground.SIGN, 16: Ground.SIGN, 17: Ground.WEAK, 19: Ground.HOARDING, 20: Ground.CITATION, 21: Ground.FAMOUS,
    22: Ground.RELATION, 24: Ground.PRIOR_RIGHT, 25: Ground.AGENCY, 35: Ground.CITATION,
}  # fmt: skip
# What speaks of an applicant's faith (令17 article 3); what an agency may not take on under the law before 2027.
BAD_FAITH = frozenset(
    {Ground.HOARDING, Ground.FAMOUS, Ground.RELATION, Ground.PRIOR_RIGHT, Ground.MEANS, Ground.AGENCY}
)
BARRED = frozenset({Ground.HOARDING, Ground.RELATION, Ground.PRIOR_RIGHT})
BARRED_NEW = BARRED | {Ground.SIGN, Ground.FAMOUS, Ground.MEANS}


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def grounds(text: str, day: date | None) -> frozenset[Ground]:
    """The grounds that a cell names: 第四条; 10.1(8); 30、31. Numbers are those of the edition in force on ``day``.

    Where the cell says 2019 or 2026 itself, that counts.
    """
    new = "2026" in text or ("2019" not in text and day is not None and day >= NEW_LAW)
    plain = re.sub(r"20\d\d年?", " ", text)
    table = _NEW if new else _OLD
    found = {table.get(_number(match["number"])) for match in _ARTICLE.finditer(plain)}
    if new and re.search(r"19(?:\.2|条第?[二2]款)|十九条第?[二2]款", plain):
        found = (found - {Ground.HOARDING}) | {Ground.MEANS}
    return frozenset(ground for ground in found if ground)


def decided_on(mark: Mark) -> date | None:
    """The day of the decision against a mark, else the day it ended, else its filing date."""
    return mark.row.day(Column.DECIDED) or mark.row.day(Column.EXPIRED) or mark.filed


def standing_grounds(mark: Mark) -> frozenset[Ground]:
    """The grounds of a decision against a mark that stands; empty if there is none or it is still open."""
    status = mark.row.text(Column.STATUS)
    told = mark.row.text(Column.GROUND)
    if not told or not _AGAINST.search(status) or (_OPEN.search(status) and not _STANDS.search(status)):
        return frozenset()
    return grounds(told, decided_on(mark))


def is_dead(mark: Mark, day: date) -> bool:
    """Whether a mark had ended by ``day``."""
    if not _DEAD.search(mark.row.text(Column.STATUS)):
        return False
    ended = mark.row.day(Column.EXPIRED) or mark.row.day(Column.DECIDED)
    return ended is None or ended <= day


__all__ = ["BAD_FAITH", "BARRED", "BARRED_NEW", "NEW_LAW", "Ground", "decided_on", "grounds", "is_dead",
           "standing_grounds"]  # fmt: skip
