"""Builds the character tables of ipcheck/patent from openly licensed packages.

    pip install opencc-python-reimplemented pypinyin
    python -m tests.make_tables

traditional.txt: from OpenCC's character table (Apache-2.0): only traditional characters with one simplified form,
outside GB 2312, less those that are standard characters in their own right. sounds.txt: from pypinyin's readings
(MIT) of the characters of GB 2312, tones left out. Each file keeps its own comment lines. looks.txt is by hand.
"""

from __future__ import annotations

import argparse
import importlib
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from tests.conftest import ROOT

PATENT = ROOT / "ipcheck" / "patent"
# Standard characters that OpenCC's table maps all the same: names, second readings, chemistry.
STANDARD = frozenset("乾著瞭噁苧於俬儁昇祕讎陞𡻕")
# OpenCC lists rarer forms beside the usual one; the first is the one meant in technical texts.
FIRST_FORM = frozenset("儘劃後戰畫線蘋託諫諮買鍊鏇開願餘餵驄麵麼")


def standard_characters() -> Iterator[str]:
    """The 6,763 characters of GB 2312, in its order."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def traditional() -> str:
    """The pairs of traditional.txt in the order of their code points."""
    folder = resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    known = set(standard_characters())
    pairs = []
    for line in folder.read_text(encoding="utf-8").splitlines():
        old, _, new = line.partition("\t")
        forms = new.split()[:1] if old in FIRST_FORM else new.split()
        plain = len(old) == 1 and len(forms) == 1 and len(forms[0]) == 1 and old != forms[0]
        if plain and forms[0] in known and old not in known | STANDARD:
            pairs.append(old + forms[0])
    return " ".join(sorted(set(pairs)))


def sounds() -> dict[str, str]:
    """Syllable → its characters."""
    pypinyin = importlib.import_module("pypinyin")
    found: dict[str, list[str]] = defaultdict(list)
    for character in standard_characters():
        for syllable in sorted(set(pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True)[0])):
            found[syllable].append(character)
    return {syllable: "".join(characters) for syllable, characters in sorted(found.items())}


def compare(path: Path, made: set[str]) -> None:
    """Say how the shipped table and a fresh one differ."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    shipped = set(" ".join(lines).split())
    print(
        f"{path.name}: shipped {len(shipped)}, made {len(made)}, only shipped {len(shipped - made)}, "
        f"only made {len(made - shipped)}"
    )


def main() -> None:
    """Compare the shipped tables with fresh ones."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    compare(PATENT / "traditional.txt", set(traditional().split()))
    compare(PATENT / "sounds.txt", {word for item in sounds().items() for word in item})


if __name__ == "__main__":
    main()
