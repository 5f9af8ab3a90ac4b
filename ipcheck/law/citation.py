"""Citing an article once, and printing the number in force on a given day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ipcheck.law.tables import Law, find_law, load_laws
from ipcheck.model import BasisRef

_SHORT = {
    "法": "专利法",
    "令77": "规范申请规定",
    "公告485": "公告第485号",
    "质量评价": "质量评价指南",
    "商指": "商标审查审理指南",
    "令17": "规范商标申请规定",
    "令63": "商标代理规定",
}
_VOLUMES = {"1": "上编", "2": "下编"}
_DIGITS = "零一二三四五六七八九"


class LawError(Exception):
    """A check cites a law or an article that is not in the tables."""


def chinese_number(number: int) -> str:
    """A number from 0 to 9999 in Chinese figures: 25 is 二十五, 110 is 一百一十, 1012 is 一千零一十二."""
    if number >= 1000:
        rest = number % 1000
        middle = "零" if 0 < rest < 100 else ""
        tail = ("一" if 10 <= rest < 20 else "") + chinese_number(rest) if rest else ""
        return _DIGITS[number // 1000] + "千" + middle + tail
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return "十" + (_DIGITS[number % 10] if number % 10 else "")
    if number < 100:
        return _DIGITS[number // 10] + "十" + (_DIGITS[number % 10] if number % 10 else "")
    rest = number % 100
    if not rest:
        return _DIGITS[number // 100] + "百"
    middle = "零" + _DIGITS[rest] if rest < 10 else ("一" if rest < 20 else "") + chinese_number(rest)
    return _DIGITS[number // 100] + "百" + middle


def article_label(kind: str, number: str) -> str:
    """An article's number in words.

    ``kind`` is ``statute`` (25.2 is 第二十五条第二款, 44.1(1) is 第四十四条第一款第（一）项) or ``guideline``
    (2-2-3.3.2 is 第二部分第二章第3.3.2节) or ``volume`` (2-5-5.1.4 is 下编第五章第5.1.4节) or ``list`` (5 is 第5条).
    """
    if kind == "volume":
        volume, chapter, node = f"{number}-".split("-", 2)
        label = f"{_VOLUMES[volume]}第{chinese_number(int(chapter))}章"
        return f"{label}第{node.rstrip('-')}节" if node else label
    if kind == "guideline":
        part, chapter, section = number.split("-", 2)
        return f"第{chinese_number(int(part))}部分第{chinese_number(int(chapter))}章第{section}节"
    if kind == "list":
        return f"第{number}条"
    match = re.fullmatch(r"(\d+)(?:\.(\d+))?(?:\((\d+)\))?", number)
    if match is None:
        raise LawError(f"条文号写法不对：{number}")
    article, paragraph, item = match.groups()
    label = f"第{chinese_number(int(article))}条"
    if paragraph:
        label += f"第{chinese_number(int(paragraph))}款"
    if item:
        label += f"第（{chinese_number(int(item))}）项"
    return label


def short_label(kind: str, number: str) -> str:
    """An article's number as agents write it: 第25条第2款, 第二部分第二章3.3.2, 下编第五章5.1.4."""
    if kind == "volume":
        volume, chapter, node = f"{number}-".split("-", 2)
        return f"{_VOLUMES[volume]}第{chinese_number(int(chapter))}章{node.rstrip('-')}"
    if kind == "guideline":
        part, chapter, section = number.split("-", 2)
        return f"第{chinese_number(int(part))}部分第{chinese_number(int(chapter))}章{section}"
    label = re.sub(r"^(\d+)", r"第\1条", number)
    label = re.sub(r"\.(\d+)", r"第\1款", label)
    return re.sub(r"\((\d+)\)", r"第(\1)项", label)


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation by law and by the article's number in the latest edition."""

    law: str
    article: str

    @property
    def binding(self) -> bool:
        """Whether the law binds anybody; a practitioners' paper does not."""
        return _law(self.law).binding

    @property
    def verified(self) -> bool:
        """Whether the article's wording was read in a primary source."""
        return _law(self.law).articles[self.article].verified

    def on(self, day: date) -> BasisRef:
        """The article as it is numbered in the edition in force on ``day``.

        Where the law announces a coming edition that numbers it differently, the label names that number too.
        """
        law = _law(self.law)
        entry = law.articles[self.article]
        edition, number, coming = law.edition_on(day), entry.number, ""
        if edition is not law.editions[-1]:
            if entry.formerly:
                number = entry.formerly
                if law.announce:
                    coming = f"（{law.editions[-1].since}起{short_label(law.kind, entry.number)}）"
            else:
                edition = law.editions[-1]
                coming = f"（{edition.since}起施行）" if law.announce else ""
        return BasisRef(
            law.name,
            edition.name,
            number,
            f"《{law.name}》{article_label(law.kind, number)}{coming}",
            f"{_SHORT.get(law.short, law.short)}{short_label(law.kind, number)}{coming}",
            entry.summary,
            entry.verified,
        )


def cite(law: str, article: str) -> Cite:
    """Cite an article of the tables, e.g. ``cite("细则", "25.2")``.

    Raises LawError if the tables do not hold it, so that no check can invent an article.
    """
    if article not in _law(law).articles:
        raise LawError(f"法条表中没有这一条：{law} {article}")
    return Cite(law, article)


def _law(short: str) -> Law:
    found = find_law(short)
    if found is None:
        raise LawError(f"法条表中没有这部规定：{short}（有：{'、'.join(load_laws())}）")
    return found
