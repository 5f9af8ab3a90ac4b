"""How alike two marks are, rule by rule of 商标审查审理指南 下编第五章 5.1; each rule gives a score from 0 to 1.

The likeness is the strongest rule, damped where the guidelines except: other meaning, other first character, two
characters only. Sound alone never makes marks alike (5.1.4 asks for form besides). The scores are 内部阈值.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from math import fsum

from ipcheck.trademark.cards import Cards, cards_of
from ipcheck.trademark.earlier import Likeness, RuleScore
from ipcheck.trademark.goods import han_goods
from ipcheck.trademark.hanzi import hanzi, is_han, look_alike
from ipcheck.trademark.latin import latin_rules
from ipcheck.trademark.meanings import KIN, is_word, synonyms, translation
from ipcheck.trademark.sounds import EVERY_DIALECT, Dialects, reads_as, sound_alike


def likeness(one: str, other: str, classes: Collection[int] = (), dialects: Dialects = EVERY_DIALECT) -> Likeness:
    """How alike the words of two marks are, on goods or services of ``classes``.

    What names goods is weak on them only (5.1.12): without classes the words of the commonest trades are weak always.
    """
    left, right = sorted((one, other))
    return _likeness(left, right, frozenset(classes), dialects)


@lru_cache(maxsize=200_000)
def _likeness(one: str, other: str, classes: frozenset[int], dialects: Dialects) -> Likeness:
    first, second = cards_of(one, classes), cards_of(other, classes)
    if not first.unit or not second.unit:
        return Likeness(0.0)
    rules = sorted(_rules(first, second, dialects), key=lambda rule: (-rule.score, rule.rule))
    best = rules[0].score if rules else 0.0
    return Likeness(
        round(best, 3), tuple(rule for rule in rules if rule.score >= 0.3), _aligned(first, second, dialects)
    )


def _aligned(first: Cards, second: Cards, dialects: Dialects) -> tuple[tuple[str, str, float, float], ...]:
    if first.han and len(first.han) == len(second.han):
        return tuple(
            (one, other, round(look_alike(one, other), 2), round(sound_alike(one, other, dialects), 2))
            for one, other in zip(first.han, second.han, strict=True)
        )
    return ()


def _rules(first: Cards, second: Cards, dialects: Dialects) -> Iterator[RuleScore]:
    if first.unit == second.unit:
        yield RuleScore("4.1", 1.0, "文字相同（字体、大小写、间距、繁简不论）")
        return
    if first.han and second.han:
        # IP天使 is read as one word: 天使 and 天世 are not all that is compared.
        apart = (_interwoven(first) or _interwoven(second)) and first.han != second.han
        yield from _damped(_han(first, second, dialects), 0.7 if apart else 1.0)
    if first.letters and second.letters:
        yield from latin_rules(first, second)
    yield from _across(first, second, dialects)
    yield from _across(second, first, dialects)
    if first.number and first.number == second.number:
        yield RuleScore("5.1.6", 0.92, f"都是数字{first.number}的不同写法")
    yield from _mixed(first, second)


# --- Chinese characters -------------------------------------------------------------------------------------------


def _han(first: Cards, second: Cards, dialects: Dialects) -> Iterator[RuleScore]:
    one, other = first.han, second.han
    # Latin words of its own set a composite mark's Chinese part no further apart (5.3.1).
    if one == other:
        # K宝 and M宝, 3D时代 and U9时代 are read as one word each; the letters set them apart (5.1.15). So do letters
        # and digits beside a word for what is sold: 279租车, 租车.
        both = first.unit != one and second.unit != one
        whole = both and len(first.parts) == len(second.parts) == 1
        weak = bool(first.unit != one or second.unit != one) and one in han_goods(first.classes)
        told = "，字母数字部分不同" if whole else "，但显著性弱" if weak else ""
        yield RuleScore("5.3.1", 0.4 if whole or weak else 0.95, f"汉字部分相同{told}")
        return
    if len(one) == 1 and len(other) == 1:
        form = look_alike(one, other)
        if form >= 0.9:
            yield RuleScore("5.1.5", 0.7, f"单字{one}与{other}字形近似")
        return
    yield from _order(one, other)
    yield from _repeated(one, other)
    pairs = {(one, other), (first.core, second.core)}
    for left, right in sorted(pairs):
        if len(left) == len(right) >= 2:
            # Words left out and characters that differ besides: two steps from each other.
            damp = 1.0 if (left, right) == (one, other) or left == right else 0.85 if len(left) > 2 else 0.8
            yield from _damped(_same_length(left, right, dialects), damp)
        elif abs(len(left) - len(right)) == 1 and min(len(left), len(right)) >= 3:
            yield from _one_more(*sorted((left, right), key=len))
    yield from _contained(first, second)
    if not _interwoven(first) and not _interwoven(second):
        yield from _split(one, other)
    yield from _meaning(one, other)


def _damped(rules: Iterator[RuleScore], damp: float) -> Iterator[RuleScore]:
    return (replace(rule, score=rule.score * damp) for rule in rules) if damp < 1 else rules


def _order(one: str, other: str) -> Iterator[RuleScore]:
    if sorted(one) != sorted(other):
        if set(one) == set(other) and len(one) == len(other) >= 3:
            yield RuleScore("5.1.3", 0.8, "用字相同，只是重叠的字不同")
        return
    if len(one) == 2:
        yield RuleScore("5.1.1", 0.5, "两个字前后颠倒")
    elif is_word(one) and is_word(other):
        yield RuleScore("5.1.1", 0.55, "文字相同、顺序不同，但各是一个词")
    else:
        yield RuleScore("5.1.1", 0.92, "文字相同，只是排列顺序不同")


def _repeated(one: str, other: str) -> Iterator[RuleScore]:
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and (
        (len(long) % len(short) == 0 and short * (len(long) // len(short)) == long)
        or (len(short) >= 2 and re.sub(r"(.)\1+", r"\1", long) == re.sub(r"(.)\1+", r"\1", short))
    ):
        yield RuleScore("5.1.3", 0.88 if len(short) > 1 else 0.6, f"由{short}重叠而成")


def _apart(one: str, other: str) -> bool:
    """Whether both are dictionary words that do not mean the same."""
    return is_word(one) and is_word(other) and other not in synonyms(one)


def _same_length(one: str, other: str, dialects: Dialects) -> Iterator[RuleScore]:
    differ = [(left, right) for left, right in zip(one, other, strict=True) if left != right]
    if not differ:
        yield RuleScore("5.1.14", 0.9, f"去掉显著性弱的文字后都是{one}")
        return
    share = len(differ) / len(one)
    form = min(look_alike(left, right) for left, right in differ)
    mean_form = fsum(look_alike(left, right) for left, right in differ) / len(differ)
    sound = min(sound_alike(left, right, dialects) for left, right in differ)
    either = min(max(look_alike(left, right), 0.95 * sound_alike(left, right, dialects)) for left, right in differ)
    first_differs = one[0] != other[0]
    apart = _apart(one, other)
    short = len(one) == 2
    told = "、".join(f"{left}/{right}" for left, right in differ)
    damp = (0.55 if apart else 1.0) * (0.92 if short and share == 1 else 1.0)
    # A first character that is plainly another sets a mark apart (5.1.7).
    low = 0.2 if short else 0.25 if first_differs and sound < 0.6 else 0.35
    # Where hardly a character stays the same, looks carry less.
    seen = (form**1.5 if short else form) * (0.8 if share == 1 else 0.92 if share > 0.6 else 1.0)
    yield RuleScore("5.1.5", (low + (0.95 - low) * seen) * damp if form >= 0.3 else 0.0, f"字形近似：{told}")
    if short and first_differs and is_word(one) != is_word(other) and form < 0.7:
        # 蔚来 is not 未来: a word everybody knows is told from what only sounds like it.
        damp *= 0.8
    if sound >= 0.6:
        kept = 1 - share
        factor = 0.45 + 0.55 * min(1.0, max(mean_form / 0.5, kept * (1.35 if len(one) >= 3 else 1.05)))
        score = sound**1.5 * factor * damp * (0.86 if share == 1 else 0.96)
        yield RuleScore("5.1.4", score, f"读音相同或者近似，整体外观近似：{told}")
    score = either**1.2 * (0.77 if short else 0.85) * damp * (0.7 if share == 1 else 1.0)
    yield RuleScore("5.1.4", score, f"逐字音或者形近似：{told}")
    if len(one) >= 3 and len(differ) == 1:
        score = 0.62 if not first_differs else 0.42
        meaning = 0.7 if len(one) == 3 and (is_word(one) or is_word(other)) else 1.0
        if len(one) >= 4 and one[0] == other[0] and one[-1] == other[-1] and not apart:
            score += 0.04
        near = max(form, 0.9 * sound)
        yield RuleScore("5.1.7", (score + 0.3 * near) * meaning * (0.6 if apart else 1.0), f"只有个别字不同：{told}")
    if len(one) >= 4 and len(differ) == 1 and first_differs and {differ[0][0], differ[0][1]} <= _NUMBERS:
        yield RuleScore("5.1.7", 0.66, f"只有数字不同：{told}")


# From here a character passes for a component.
NEAR_COMPONENT = 0.75
_NUMBERS = set("一二三四五六七八九十百千万零两")


def _one_more(short: str, long: str) -> Iterator[RuleScore]:
    """Three characters or more, one of them added."""
    for place in range(len(long)):
        if long[:place] + long[place + 1 :] == short and 0 < place < len(long) - 1:
            yield RuleScore("5.1.7", 0.62 if not _apart(short, long) else 0.3, f"只多一个字：{long[place]}")
            return


def _contained(first: Cards, second: Cards) -> Iterator[RuleScore]:
    short, long = sorted((first.han, second.han), key=len)
    if not short or short not in long or short == long:
        return
    core_short, core_long = sorted((first.core, second.core), key=len)
    if core_short == core_long:
        yield RuleScore("5.1.14", 0.9, f"只增加了显著性弱的文字，显著部分都是{core_short}")
        return
    rest = long.replace(short, "", 1)
    if len(short) == 1:
        yield RuleScore("5.1.14", 0.45 if rest in "新大小老金好宝真" else 0.2, f"含有单字{short}")
        return
    if rest in ("花", "峰", "王", "宝", "家", "人", "郎", "神") and len(short) >= 2:
        yield RuleScore("5.1.12", 0.72, f"只增加了{rest}字")
    base = {2: 0.5, 3: 0.7}.get(len(short), 0.8)
    if is_word(short):
        base -= 0.12
    if is_word(long):
        base -= 0.2
    if not long.startswith(short):
        base -= 0.04
    yield RuleScore("5.1.16", max(0.0, base), f"完整包含{short}")


def _interwoven(cards: Cards) -> bool:
    """Whether letters or digits stand between the characters of a word: 小S桂 is not 小桂 written otherwise."""
    return any(any(map(is_han, part)) and not all(map(is_han, part)) for part in cards.parts)


def _split(one: str, other: str) -> Iterator[RuleScore]:
    """A character written as its components: 雕 as 周隹, 好 as 女子."""
    for whole, taken in ((one, other), (other, one)):
        if len(taken) <= len(whole):
            continue
        score = _split_alike(whole, taken)
        # A single character taken apart must be written just so: 旺 is not 马玉.
        if score >= (0.6 if len(whole) > 1 else 0.95):
            yield RuleScore("5.1.5", 0.88 * score, "拆开的字与原字近似")
            return


def _split_alike(whole: str, taken: str) -> float:
    """How well ``taken`` is ``whole`` with some characters taken apart; the worst place counts."""
    best: dict[tuple[int, int], float] = {(0, 0): 1.0}
    for place, character in enumerate(whole):
        parts = hanzi(character).components
        for (at, seen), score in list(best.items()):
            if at != place:
                continue
            if seen < len(taken) and taken[seen] == character:
                key = (place + 1, seen + 1)
                best[key] = max(best.get(key, 0.0), score)
            if len(parts) >= 2 and seen + len(parts) <= len(taken):
                worst, *others = sorted(
                    look_alike(part, written)
                    for part, written in zip(parts, taken[seen : seen + len(parts)], strict=True)
                )
                # One component may be another character that looks like it: 隹 and 住.
                if worst >= NEAR_COMPONENT and min(others) >= 1:
                    key = (place + 1, seen + len(parts))
                    best[key] = max(best.get(key, 0.0), min(score, (1 + worst) / 2))
    return best.get((len(whole), len(taken)), 0.0)


def _meaning(one: str, other: str) -> Iterator[RuleScore]:
    near = synonyms(one).get(other, 0.0)
    if near and len(one) >= 2 and len(other) >= 2:
        # Words that share a character are told apart more easily than they mean different things: 奔驰, 奔腾.
        damp = 0.8 if set(one) & set(other) and len(one) == len(other) == 2 else 1.0
        yield RuleScore("5.1.6", (0.62 + 0.26 * near) * damp, f"{one}与{other}含义相同")
        return
    # One word of the mark is put for another of the same meaning: 番茄红了, 西红柿红了.
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    if left and right and head + tail >= 1 and (len(left) >= 2 or len(right) >= 2):
        near = max(synonyms(left).get(right, 0.0), 0.9 if {left, right} in KIN else 0.0)
        if near:
            yield RuleScore("5.1.6", 0.55 + 0.25 * near, f"{left}与{right}含义相同")


# --- Across scripts -----------------------------------------------------------------------------------------------


def _across(han: Cards, latin: Cards, dialects: Dialects) -> Iterator[RuleScore]:
    """The Chinese characters of one mark against the Latin letters of the other."""
    if not han.han or not latin.letters:
        return
    both = bool(han.letters and latin.han)
    # A mark that carries its own Chinese name is compared by that.
    damp = 0.6 if latin.han else 1.0
    if not both:
        read = reads_as(han.han, latin.letters.lower(), dialects)
        if read >= 0.85 and len(han.han) >= 2:
            yield RuleScore("5.1.17", 0.8 * read * damp, f"{latin.letters}是{han.han}的拼音")
        told = max(
            (translation(word, words) * factor for word, factor in _versions(han.han) for words in _forms(latin)),
            default=0.0,
        )
        if told >= 0.5:
            yield RuleScore("5.1.6", (0.3 + 0.58 * told) * damp, f"{' '.join(latin.latin)}与{han.han}互为译文")


def _versions(word: str) -> Iterator[tuple[str, float]]:
    yield word, 1.0
    if len(word) >= 3 and word[0] in "大小老新金":
        yield word[1:], 0.92


def _forms(cards: Cards) -> Iterator[tuple[str, ...]]:
    yield cards.latin
    if cards.latin_core != cards.latin:
        yield cards.latin_core
    if len(cards.latin) > 1:
        yield (cards.letters,)


def _mixed(first: Cards, second: Cards) -> Iterator[RuleScore]:
    """Marks of several parts (5.1.15): a part of one that is the other, or a part of it."""
    # The digits set the mark apart where words that name trades follow: 360金融, 360贷款.
    numbered = first.digits == second.digits and len(first.digits) >= 3 and not first.letters and not second.letters
    if numbered and first.han != second.han and all(is_word(cards.han) or not cards.han for cards in (first, second)):
        yield RuleScore("5.1.15", 0.75, f"数字部分{first.digits}相同，其余文字显著性弱")
    if len(first.parts) > 1 or len(second.parts) > 1:
        for part in first.parts:
            if part in second.parts and len(part) >= (2 if is_han(part[0]) else 4):
                share = len(part) / max(len(first.unit), len(second.unit))
                damp = 0.75 if is_word(part) and len(part) == 2 else 1.0
                if part.isascii() and not first.han and not second.han and share < 0.6:
                    # A word of a phrase is no part of its own: STEAM TRAIN says another thing than STEAM.
                    damp = 0.75
                if part.isascii() and first.han and second.han:
                    # Chinese names of their own, and a word that anybody may add: TECHNOLOGY, JEWELLERY.
                    damp = 0.5
                yield RuleScore("5.1.15", min(0.9, 0.55 + 0.5 * share) * damp, f"独立部分{part}相同")


__all__ = ["NEAR_COMPONENT", "likeness"]
