"""Planters: reference signs."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_sentence,
    mark,
    paragraphs,
    plants,
    sign_table,
)

NEW_PARTS = ("挡圈", "吊环", "铭牌", "垫片", "指示灯", "拉杆", "档位开关", "排气阀", "支脚", "转接头")


def _embodiments(draft: Draft) -> list[int]:
    """Indexes of the embodiments' paragraphs without a list of signs at their head."""
    return [
        index
        for index in paragraphs(draft, SectionName.EMBODIMENTS)
        if not re.search(r"附图标记|图中[:：]|标号说明", draft.description[index])
    ]


def _used(draft: Draft) -> list[tuple[int, int, str, str]]:
    """(line, offset of the name, name, sign) of every listed name with its sign, bare, in the embodiments."""
    found = []
    for sign, name in sign_table(draft).items():
        for index in _embodiments(draft):
            for match in re.finditer(rf"{re.escape(name)}{sign}(?![\da-zA-Z%．.])", draft.description[index]):
                found.append((index, match.start(), name, sign))
    return found


def _put(draft: Draft, index: int, at: int, length: int, words: str) -> Draft:
    line = draft.description[index]
    draft.description[index] = line[:at] + words + line[at + length :]
    return draft


@plants("spec-refsign-bracketed", "all of them", "signed")
def bracketed_all(draft: Draft, rng: Random) -> Draft | None:
    used = sorted(_used(draft), reverse=True)
    left, right = rng.choice(("()", "（）"))
    for index, at, name, sign in used:
        _put(draft, index, at, len(name + sign), name + mark(left + sign + right))
    return draft if len(used) >= 3 else None


@plants("spec-refsign-bracketed", "in one paragraph", "signed")
def bracketed_here(draft: Draft, rng: Random) -> Draft | None:
    used = sorted(_used(draft), reverse=True)
    if len(used) < 3:
        return None
    chosen = rng.choice(used)[0]
    for index, at, name, sign in used:
        if index == chosen:
            _put(draft, index, at, len(name + sign), name + mark(f"（{sign}）"))
    return draft


@plants("spec-bare-refsign", "name dropped", "signed")
def name_dropped(draft: Draft, rng: Random) -> Draft | None:
    used = [
        (index, at, name, sign)
        for index, at, name, sign in _used(draft)
        if draft.description[index][at - 1 : at] in "，。；与将把由在" and len(sign) <= 3
    ]
    if not used:
        return None
    index, at, name, sign = rng.choice(used)
    return _put(draft, index, at, len(name + sign), mark(sign))


@plants("spec-bare-refsign", "sentence of signs", "signed")
def sentence_of_signs(draft: Draft, rng: Random) -> Draft | None:
    signs = [sign for sign in sign_table(draft) if sign.isdigit()]
    if len(signs) < 3:
        return None
    one, two, three = rng.sample(signs, 3)
    sentence = rng.choice(
        (
            f"{one}与{two}之间通过{three}连接。",
            f"{one}固定在{two}上，{three}位于{two}的外侧。",
            f"装配时先安装{one}，再安装{two}和{three}。",
        )
    )
    index = rng.choice(_embodiments(draft))
    draft.description[index] += mark(sentence)
    return draft


@plants("refsign-two-names", "other part's sign", "signed")
def others_sign(draft: Draft, rng: Random) -> Draft | None:
    used, names = _used(draft), sign_table(draft)
    if not used:
        return None
    index, at, name, sign = rng.choice(used)
    wrong = [other for other in names if other != sign and names[other][-1] != name[-1]]
    if not wrong:
        return None
    return _put(draft, index, at, len(name + sign), mark(name + rng.choice(wrong)))


@plants("refsign-two-names", "coined name, twice", "signed")
def coined_name_twice(draft: Draft, rng: Random) -> Draft | None:
    text = "".join(draft.description)
    told = rng.choice([name for name in NEW_PARTS if name not in text]) + rng.choice(sorted(sign_table(draft)))
    sentence = rng.choice(
        ("{}安装在外侧，检修时可将{}取下。", "转动{}，使{}与机体分离。", "{}由钢板折弯而成，{}的表面镀锌。")
    )
    added = sentence.format(mark(told), mark(told))
    return draft if add_sentence(draft, rng, added, SectionName.EMBODIMENTS) else None


@plants("refsign-two-names", "coined name, once", "signed")
def coined_name(draft: Draft, rng: Random) -> Draft | None:
    text = "".join(draft.description)
    names = [name for name in NEW_PARTS if name not in text]
    sign = rng.choice(sorted(sign_table(draft)))
    told = mark(rng.choice(names) + sign)
    sentence = rng.choice(("{}安装在外侧。", "在另一种情形下，{}可以省去。", "{}由钢板折弯而成。")).format(told)
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


def _new_sign(draft: Draft, rng: Random) -> tuple[str, str]:
    """A part the draft does not have, and a sign it does not use."""
    text = "".join(draft.description)
    known = max(int(re.sub(r"\D", "", sign)) for sign in sign_table(draft))
    taken = set(re.findall(r"\d+", text))
    free = [str(number) for number in range(known + 1, known + 200) if str(number) not in taken]
    return rng.choice([name for name in NEW_PARTS if name not in text]), rng.choice(free[:8])


@plants("refsign-text-not-in-figure", "new part, spoken of twice", "signed")
def sign_of_no_figure(draft: Draft, rng: Random) -> Draft | None:
    part, sign = _new_sign(draft, rng)
    sentence = rng.choice(
        (
            "外侧还设有{0}，{1}用于辅助定位。",
            "此外，{0}与机体连接，{1}可以拆下。",
            "安装{0}时，先松开螺钉，再转动{1}。",
        )
    ).format(part + mark(sign), part + sign)
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


@plants("refsign-text-not-in-figure", "new part, spoken of once", "signed")
def sign_spoken_once(draft: Draft, rng: Random) -> Draft | None:
    part, sign = _new_sign(draft, rng)
    sentence = rng.choice(("此外，{}与机体连接。", "外侧还设有{}。", "必要的位置安装{}即可。")).format(
        part + mark(sign)
    )
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


@plants("refsign-text-not-in-figure", "lost from the list", "signed")
def lost_from_list(draft: Draft, rng: Random) -> Draft | None:
    entry = _list_entry(draft, rng, used=True)
    if entry is None or len(sign_table(draft)) < 5:
        return None
    line, sign, name = entry
    text = draft.description[line]
    new = re.sub(rf"(?<![\dA-Za-z]){sign}\s*[-—、.：:]\s*{re.escape(name)}[；;，,、]", "", text, count=1)
    if new == text:
        return None
    draft.description[line] = new + ABSENT
    return _all_marked(draft, name, sign)


def _table_line(draft: Draft, sign: str, name: str) -> int | None:
    places: list[int] = [*draft.section(SectionName.FIGURES)[1:], *draft.section(SectionName.EMBODIMENTS)[1:4]]
    for index in places:
        if re.search(rf"(?<![\dA-Za-z]){sign}\s*[-—、.：:]\s*{re.escape(name)}", draft.description[index]):
            return index
    return None


def _list_entry(draft: Draft, rng: Random, used: bool) -> tuple[int, str, str] | None:
    """(line, sign, name) of an entry of the sign list, of a sign that the embodiments use if ``used``."""
    signs = {sign for _, _, _, sign in _used(draft)}
    entries = [
        (line, sign, name)
        for sign, name in sign_table(draft).items()
        if (sign in signs) == used and (line := _table_line(draft, sign, name)) is not None
    ]
    return rng.choice(entries) if entries else None


@plants("refsign-figure-not-in-text", "listed, never used", "signed")
def listed_never_used(draft: Draft, rng: Random) -> Draft | None:
    return _extra_entry(draft, rng)


def _extra_entry(draft: Draft, rng: Random) -> Draft | None:
    entry = _list_entry(draft, rng, used=True)
    if entry is None:
        return None
    line, sign, name = entry
    text = draft.description[line]
    match = re.search(rf"(?<![\dA-Za-z]){sign}(\s*[-—、.：:]\s*){re.escape(name)}([；;，,、])", text)
    if match is None:
        return None
    new = str(max(int(re.sub(r"\D", "", known) or 0) for known in sign_table(draft)) + rng.randint(1, 5))
    part = rng.choice([part for part in NEW_PARTS if part not in "".join(draft.description)])
    added = mark(new + match[1] + part) + match[2]
    draft.description[line] = text[: match.end()] + added + text[match.end() :]
    return draft


@plants("refsign-table-mismatch", "listed twice", "signed")
def table_lists_twice(draft: Draft, rng: Random) -> Draft | None:
    """A new entry bears a sign that the list has already given to another part."""
    entry = _list_entry(draft, rng, used=True)
    if entry is None:
        return None
    line, sign, name = entry
    text = draft.description[line]
    match = re.search(rf"(?<![\dA-Za-z]){sign}(\s*[-—、.：:]\s*){re.escape(name)}([；;，,、])", text)
    if match is None:
        return None
    part = rng.choice([part for part in NEW_PARTS if part not in "".join(draft.description)])
    own, again = mark(match[0]), mark(sign + match[1] + part) + match[2]
    last = text.rindex(match[2]) + 1 if text.rindex(match[2]) >= match.end() else match.end()
    draft.description[line] = text[: match.start()] + own + text[match.end() : last] + again + text[last:]
    return draft


@plants("refsign-table-mismatch", "listed by other name", "signed")
def table_other_name(draft: Draft, rng: Random) -> Draft | None:
    entry = _list_entry(draft, rng, used=True)
    if entry is None:
        return None
    line, sign, name = entry
    new = rng.choice([part for part in NEW_PARTS if part not in "".join(draft.description)])
    draft.description[line] = re.sub(
        rf"(?<![\dA-Za-z])({sign}\s*[-—、.：:]\s*){re.escape(name)}",
        lambda match: match[1] + mark(new),
        draft.description[line],
        count=1,
    )
    return _all_marked(draft, name, sign)


def _all_marked(draft: Draft, name: str, sign: str) -> Draft:
    """The draft with every use of that sign in the embodiments marked too: either side may be pointed at."""
    for index in _embodiments(draft):
        draft.description[index] = re.sub(
            rf"{re.escape(name)}{sign}(?![\da-zA-Z])", lambda match: mark(match[0]), draft.description[index]
        )
    return draft


def _claim_signs(draft: Draft) -> list[tuple[int, re.Match[str]]]:
    names = sign_table(draft)
    return [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in re.finditer(r"([一-鿿]{2,8})[（(](\d{1,3}[a-z]?)[)）]", claim)
        if match[2] in names and match[1].endswith(names[match[2]])
    ]


@plants("claim-refsign-mismatch", "wrong sign", "signed")
def claim_wrong_sign(draft: Draft, rng: Random) -> Draft | None:
    places, names = _claim_signs(draft), sign_table(draft)
    if not places:
        return None
    index, match = rng.choice(places)
    wrong = rng.choice([sign for sign in names if sign != match[2]])
    claim = draft.claims[index]
    draft.claims[index] = claim[: match.start(2)] + mark(wrong) + claim[match.end(2) :]
    return draft


@plants("claim-refsign-mismatch", "wrong name", "signed")
def claim_wrong_name(draft: Draft, rng: Random) -> Draft | None:
    places, names = _claim_signs(draft), sign_table(draft)
    if not places:
        return None
    index, match = rng.choice(places)
    claim, name = draft.claims[index], names[match[2]]
    start = match.end(1) - len(name)
    new = rng.choice([part for part in NEW_PARTS if part not in claim])
    draft.claims[index] = claim[:start] + mark(new) + claim[match.end(1) :]
    return draft
