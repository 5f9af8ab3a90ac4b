"""The cards of a mark: what the office's own search compares (商标审查审理指南 上编第七章 检索分卡)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import category, normalize

from ipcheck.trademark.goods import han_goods, latin_goods
from ipcheck.trademark.hanzi import is_han, standard

# Greek and Cyrillic letters that look like Latin ones, capital after folding.
_CONFUSABLE = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТУХԛԝЛДІ",
    "ABEZHIKMNOPTYXABESIJKMHOPCTYXQWЛДI",
)
_NUMERALS = str.maketrans("零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖两", "001234567891234567892")
_ENGLISH_NUMBERS = {
    "ZERO": "0", "ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5", "SIX": "6", "SEVEN": "7", "EIGHT": "8",
    "NINE": "9",
}  # fmt: skip
_ENGLISH_NUMBER = re.compile("|".join(_ENGLISH_NUMBERS))
# What a mark adds without setting itself apart: 下编第五章 5.1.12–5.1.14 and 上编第七章 (牌, 公司).
_WEAK_ENDS = (
    "有限责任公司|股份有限公司|有限公司|公司|集团|实业|控股|国际|世家|之家|家族|一族|珍品|优选|严选|甄选|臻品|优品|良品|精品|正品"
    "|系列|品牌|牌|酒坊|茶坊|工坊|作坊|坊|旗舰店|专卖店|连锁店|便利店|商店|超市|商城|商场|百货|工厂|酒店|饭店|酒楼|茶馆|饭馆|餐馆"
    "|馆|店|铺|商行|贸易|科技|网络|在线|商贸|股份|高科|时尚|生活|兄弟|宝贝|儿童|网"
)
# Letters and digits; of the rare characters all, whatever the interpreter's edition of Unicode knows of them.
_PIECE = re.compile(r"(?:[^\W_]|[\U00020000-\U0003fffd])+")
_WEAK_STARTS = re.compile(r"^(?:新|大|小|老|好|金|真|正宗|中国|中华|百年|皇家|名牌|优质)(?=..)")
_WEAK_LATIN = frozenset(
    re.findall(
        r"\w+",
        "THE A AN AND OF BY FROM MORE LA LE LES EL DE DU DES GROUP DESIGN SERIES PRO PLUS MINI MAX LITE CO LTD INC "
        "CORP COM WWW NET CN DR MR MRS SINCE BRAND INTERNATIONAL CHINA HOME SHOP STORE LIGHTING TECH STUDIO OFFICIAL "
        "NEW BIG PROFESSIONAL",
    )
)


@dataclass(frozen=True)
class Cards:
    """A mark as it is compared.

    ``unit`` is everything without signs; ``han`` its Chinese characters in standard form, ``latin`` its Latin words in
    capitals, ``digits`` its digits; ``parts`` the pieces that spaces and signs set apart; ``classes`` those on whose
    goods it is compared, none if that is open.
    """

    text: str
    unit: str
    han: str
    latin: tuple[str, ...]
    digits: str
    parts: tuple[str, ...]
    classes: frozenset[int] = frozenset()

    @cached_property
    def core(self) -> str:
        """The Chinese characters without weak words at their ends; two at the least if there are two."""
        return _strip(self.han, self.classes)

    @cached_property
    def letters(self) -> str:
        """All Latin letters in a row."""
        return "".join(self.latin)

    @cached_property
    def latin_core(self) -> tuple[str, ...]:
        """The Latin words without articles and weak words; all of them if nothing else is left."""
        named = latin_goods(self.classes)
        return tuple(word for word in self.latin if word not in _WEAK_LATIN and word not in named) or self.latin

    @cached_property
    def number(self) -> str:
        """The digits that the mark is, written in figures, in Chinese or in English; empty if it is none."""
        if self.digits and not self.letters and not self.han:
            return self.digits
        if self.han and not self.letters:
            figures = self.han.translate(_NUMERALS)
            return figures if figures.isdigit() and len(figures) >= 2 else ""
        if self.letters and not _ENGLISH_NUMBER.sub("", self.letters):
            return _ENGLISH_NUMBER.sub(lambda match: _ENGLISH_NUMBERS[match[0]], self.letters)
        return ""


@lru_cache(maxsize=4096)
def _weak_end(classes: frozenset[int]) -> re.Pattern[str]:
    """A weak word at the end, words for goods of ``classes`` included, the longest first."""
    goods = sorted(han_goods(classes), key=lambda word: (-len(word), word))
    return re.compile(f"(?:{'|'.join(goods)}|{_WEAK_ENDS})$")


def _strip(han: str, classes: frozenset[int]) -> str:
    """The characters without weak words: first those behind, again and again, then one in front."""
    core, ends = han, _weak_end(classes)
    while (shorter := ends.sub("", core)) != core and len(shorter) >= 2:
        core = shorter
    if core == han or len(core) >= 3:
        core = _WEAK_STARTS.sub("", core)
    return core


@lru_cache(maxsize=300_000)
def cards_of(text: str, classes: frozenset[int] = frozenset()) -> Cards:
    """The cards of a mark's words, on goods of ``classes``."""
    folded = normalize("NFKC", text).upper().translate(_CONFUSABLE)
    folded = standard("".join(character for character in folded if category(character) != "Cf"))
    pieces = _PIECE.findall(re.sub(r"['’‘`®™©]", "", folded))
    unit = "".join(pieces)
    return Cards(
        text,
        unit,
        "".join(filter(is_han, unit)),
        tuple(word for piece in pieces for word in re.findall(r"[A-Z\u00c0-\u024f]+", piece)),
        "".join(re.findall(r"\d+", unit)),
        tuple(pieces),
        classes,
    )


__all__ = ["Cards", "cards_of"]
