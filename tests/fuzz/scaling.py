"""Time of every check of the patent room, and of drawing an application, on a piece of text repeated n and 2n times.

    python -m tests.fuzz.scaling [--characters 3000] [--piece 所述 …]
    python -m tests.fuzz.scaling --stretch

With --stretch each check reads its own faulty examples with a long run of blanks, digits, commas or brackets put in at
every place: what a pattern allows in its middle shows there. What takes longer than a tenth of a second is printed.

Prints what takes more than three times as long for twice the text and at least some hundredths of a second: what grows
faster than the text does. Each figure is the best of two.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.patent import Filing, PatentCheck
from ipcheck.readers.text import from_text
from tests.fuzz.target import TooSlowError, bounded
from tests.fuzz.targets.checks import checks
from tests.fuzz.vocabulary import WORDS

# Longer pieces than the vocabulary's words: what patterns with several parts begin to match again and again.
_MORE = (
    "权利要求1或", "权利要求1至", "杯体（1）", "杯体1", "（1", "1~2mm", "10mm，", "和，", ";\n", "Aa-", "图1、",
    "图1", "的的", "为", "S1、", "步骤S1", "步骤1：", "[", "x=", "a、", "大于1", "1：", "所述杯体", "所述杯体的",
    "实施例1", "表1", "\n1、", "www.", "a@", "http://", "在杯上", "H2O", "C1-C6", "CH3", "-CH2-", "A-B", "有限公司",
    "省", "市", "电话1", "**", "#", "|", "- ", "`", "~1", "1/", "2 ", " 2", "一种杯", "，所述", "该杯", "第一杯",
    "第一、第二", "1，2，", "或者说，", "包括：", "（a）", "(1)", "图1是杯的图；", "1-杯；", "1 杯 ", "优选为",
    "不小于1mm", "至少", "约1", "\u200b杯", "A1B", "一、", "十", "“杯", "杯”", "《杯", "SEQ ID NO:1、", "。1",
    "的杯的", "是", "可", "与", "设有", "且", "通过", "当", "时", "则", "若", "如", "使得", "从而", "因此", "因为",
)  # fmt: skip
_VIEWS = (
    "parts", "claims", "description", "tables", "series", "figures", "captions", "mentions", "sign_list", "request",
    "sign_occurrences", "numerals", "terms", "antecedents", "kind", "titles", "pictures",
)  # fmt: skip
_LEAST, _FACTOR = 0.03, 3.0
_SLOW = 0.1


def texts(piece: str, characters: int) -> Iterator[tuple[str, str]]:
    """The piece repeated in a claim and in a description."""
    run = piece * max(1, characters // len(piece))
    yield "claim", f"权利要求书\n1. 一种杯，包括杯体（1）和{run}。\n2. 根据权利要求1所述的杯，还包括杯盖。\n"
    yield (
        "description",
        f"说明书\n一种杯\n技术领域\n本发明涉及杯。\n附图说明\n图1是杯的图。\n具体实施方式\n如图1所示，杯体1，{run}。\n",
    )


def _parts(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is timed, in order: the views, then the checks, of one application."""
    filing = Filing((from_text(text, "稿.txt"),))
    for view in _VIEWS:
        yield view, lambda view=view: getattr(filing, view)  # type: ignore[misc]
    for check in checks():
        if isinstance(check, FilingCheck) or check.applies(filing):
            yield f"{check.code} {check.check_name()}", lambda check=check: list(check.find(filing))  # type: ignore[misc]


def _times(text: str) -> dict[str, float]:
    best: dict[str, float] = {}
    for _ in range(2):
        for name, run in _parts(text):
            start = time.thread_time()
            run()
            taken = time.thread_time() - start
            best[name] = min(taken, best.get(name, taken))
    return best


def _stretched(characters: int) -> Iterator[str]:
    """What is slow with a run put into its own examples, one place a check and run."""
    for check in checks():
        for run in ("\u3000", " ", "1", "，", "（", "的"):
            slow = max((_longest(check, text, run * characters) for text in _examples(check)), default=(0.0, ""))
            if slow[0] > _SLOW:
                yield f"{check.code} {check.check_name():40} {run!r} {slow[0]:.2f} s after {slow[1]!r}"


def _examples(check: PatentCheck | FilingCheck) -> list[str]:
    texts = [example if isinstance(example, str) else example.text for example in check.bad]
    return [re.sub(r"→[^⟧]*⟧|[⟦⟧]", "", text) for text in texts]


def _longest(check: PatentCheck | FilingCheck, text: str, run: str) -> tuple[float, str]:
    """The longest time that any place for the run takes, and the words before it."""
    worst = (0.0, "")
    for at in range(1, min(len(text), 160) + 1):
        filing = Filing((from_text(text[:at] + run + text[at:], "稿.txt"),))
        start = time.thread_time()
        try:
            with bounded(2):
                if isinstance(check, FilingCheck) or check.applies(filing):
                    list(check.find(filing))
        except TooSlowError:
            return 2.0, text[:at][-12:]
        worst = max(worst, (time.thread_time() - start, text[:at][-12:]))
    return worst


def main() -> None:
    """Print what grows too fast, exit code 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=3000)
    parser.add_argument("--piece", action="append", help="only these pieces")
    parser.add_argument("--stretch", action="store_true", help="put runs into the examples of the checks instead")
    options = parser.parse_args()
    if options.stretch:
        for line in _stretched(options.characters):
            print(line, flush=True)
        return
    pieces = options.piece or [*dict.fromkeys((*_MORE, *WORDS))]
    # Whatever is loaded once is loaded now.
    _times("权利要求书\n1. 一种杯，包括杯体。\n")
    found, worst = 0, (0.0, "")
    for piece in pieces:
        for (where, small), (_, large) in zip(
            texts(piece, options.characters), texts(piece, 2 * options.characters), strict=True
        ):
            short, long = _times(small), _times(large)
            for name, taken in long.items():
                worst = max(worst, (taken, f"{name} {where} {piece!r}"))
                if taken > _LEAST and taken > _FACTOR * short.get(name, 0.0):
                    found += 1
                    print(f"{piece!r:16} {where:12} {name:50} {short.get(name, 0):.3f} s, {taken:.3f} s", flush=True)
    print(
        f"{len(pieces)} pieces of {options.characters} and {2 * options.characters} characters, {found} grow too fast"
    )
    print(f"slowest: {worst[1]} {worst[0]:.3f} s")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
