"""How well checks do on planted faults and real texts: ``figures.tsv`` of a folder of checks, written by a command."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

FIGURES = "figures.tsv"
# What is said of a check that nobody has measured.
UNMEASURED = "未测"


def load_measured(folders: Iterable[Path]) -> Mapping[str, tuple[str, ...]]:
    """What was measured of each check, by its name: sentences with figure and sample, ready to print.

    A line of the file is check, measure, figure and sample, with tabs between; lines that begin with # are remarks.
    A folder without the file measured nothing; a line that is not so is passed over, for it only informs.
    """
    told: defaultdict[str, list[str]] = defaultdict(list)
    for folder in folders:
        try:
            lines = (folder / FIGURES).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in lines:
            cells = line.split("\t")
            if len(cells) == 4 and not line.startswith("#"):
                name, measure, figure, sample = cells
                told[name].append(f"{measure} {figure}（{sample}）")
    return {name: tuple(sentences) for name, sentences in told.items()}
