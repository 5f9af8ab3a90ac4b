"""Drafts and reports whose text tries to be something else than text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import Acceptance, BasisRef, Failure, Fix, InputFile, Level, Record, Report, Words

DAY = date(2026, 11, 22)
ATTACKS = (
    "</script><script>alert(1)</script>",
    "<img src=http://evil.example/x onerror=alert(1)>",
    "]]><!--",
    "'\"><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202e倒过来\u202c",
    "行\u2028分\u2029隔",
    "&lt;已经转义&gt;",
)
HOSTILE = (
    "权利要求书\n"
    f"1. 一种杯子{ATTACKS[0]}，其特征在于，包括杯体(1)和杯盖(2){ATTACKS[1]}。\n"
    f"2. 根据权利要求3所述的杯子{ATTACKS[3]}，其特征在于，所述杯柄为圆形的的柄{ATTACKS[4]}{ATTACKS[6]}。\n"
    f"3. 根据权利要求1所述的杯子，其特征在于，所述杯盖(2)为大约圆形，例如{ATTACKS[2]}{ATTACKS[5]}{ATTACKS[7]}\n"
)
BASIS = BasisRef("专利法", "2020", "26.4", "《专利法》第二十六条第四款", "专利法第26条第4款", "应当清楚。", True)


def checked(folder: Path, text: str = HOSTILE, name: str = "稿.txt") -> Report:
    """The report of a draft written into ``folder``; the current directory is to be that folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return check_patents([Path(name)], make_settings(Wishes(as_of=DAY.isoformat())))


def record(text: str, number: int = 1, **other: object) -> Record:
    """A finding about ``text`` that says all there is to say with it."""
    values: dict[str, object] = {
        "code": "CLM001",
        "check": "example-check",
        "room": "patent",
        "level": tuple(Level)[number % 3],
        "message": f"“{text}”不对",
        "basis": (BASIS,),
        "words": Words(f"稿{text[:8]}.txt", f"第{number}行", number, 1, 0, len(text), text, f"前{text}", f"后{text}"),
        "related": (Words("别件.txt", "第2行", 2, 1, 5, 9, text),),
        "fix": Fix(text),
        "part": "claims",
        "claim": 1,
        "fingerprint": f"{number:016x}",
        "accepted": Acceptance(text, text, "2026-11-01"),
        **other,
    }
    return Record(**values)  # type: ignore[arg-type]


def report_of(findings: Iterable[Record], *, room: str = "patent", failures: Sequence[str] = ()) -> Report:
    """A report of these findings about files that are not at hand."""
    found = tuple(findings)
    return Report(
        room,
        DAY,
        tuple(InputFile(path, "0" * 64) for path in dict.fromkeys(item.words.path for item in found)),
        found,
        tuple(Failure(text, None, text) for text in failures),
        1,
        3,
        skipped=tuple(("some-check", text) for text in failures),
        mended=tuple(record(text) for text in failures),
        remarks=tuple(failures),
        since=DAY if failures else None,
    )


def hostile_report() -> Report:
    """A report whose every word is an attack."""
    return report_of((record(text, number) for number, text in enumerate(ATTACKS, 1)), failures=ATTACKS)
