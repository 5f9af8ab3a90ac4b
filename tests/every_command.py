"""Every command of every room over made-up inputs in one process, and digests of what each said and wrote.

    python -m tests.every_command FOLDER [--jobs N] [--backwards] [--swapped] [--refuse-network]

FOLDER is one that ``prepare`` filled. Prints JSON: for each command its exit code and the SHA-256 of what it said, for
each file that it left the SHA-256. ``--backwards`` lets every folder be listed from its end, ``--swapped`` names the
paths of a command in reverse, ``--refuse-network`` ends the process at the first touch of a socket and at the start of
any program but this Python. Used by tests.test_every_command and tests.benchmarks.same_bytes. What C code
does by itself only the kernel sees: ``strace -f -e trace=network`` in front shows nothing but glibc asking the local
socket of nscd for the user's name, and ``unshare -rn`` in front changes nothing.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DAY = ("--as-of", "2026-11-22")
# Characters that one edition of Unicode has and another has not: extensions H and I, signs of 15.1 and 16.
RARE = "\U00031350\U0002ebf0\u2ffc\u31ef\U0001f6dc\ua7cb\U00010efd"
FORMATS = ("text", "json", "html", "markdown", "xlsx", "sarif", "junit", "github", "gitlab", "docx")
# Not compared: the log says who did what when, and the history's table of contents holds a salt drawn at random, with
# which names are veiled.
UNLIKE = ("日志.jsonl", "VERSION.json")
Answer = Mapping[str, object]


def every_format(name: str) -> list[str]:
    """The options that write a report in every format to 出/<name>.<format>."""
    # One file for each input goes into a folder, whose name has no suffix.
    targets = {one: f"出/{name}" if one == "docx" else f"出/{name}.{one}" for one in FORMATS}
    return [piece for one, target in targets.items() for piece in ("--format", one, "--output", target)]


def commands(jobs: int, order: int = 1) -> Iterator[list[str]]:
    """Every command, in an order in which what one needs is there; with ``order`` -1 its paths stand in reverse."""
    many = ["--jobs", str(jobs)]
    drafts, both, new = (paths[::order] for paths in (["专利", "罕见"], ["专利", "样稿"], ["批", "专利"]))
    yield ["index", "build", "出/历史", "批/甲", "批/丙"]
    yield ["index", "add", "出/历史", "批/乙"]
    yield ["index", "info", "出/历史", "--format", "json"]
    yield ["index", "verify", "出/历史"]
    yield ["index", "pairs", "表.jsonl", *many]
    yield ["index", "build", "出/在先", "在先.csv", "--marks"]
    yield ["patent", *drafts, *DAY, *many, *every_format("专利")]
    yield ["patent", *drafts, *DAY, *many, "--format", "json"]
    yield ["patent", *both, *DAY, "-v", "--diff"]
    yield ["patent", "样稿", *DAY, *many, "--fix", "--format", "docx", "--output", "出/改好的"]
    yield ["patent", "专利", *DAY, "--summary"]
    yield ["patent", "专利", "--tree", "svg"]
    told = ["--history", "出/历史", "--register", "台账.csv"]
    yield ["abnormal", *new, *DAY, *many, *told, *every_format("非正常")]
    yield ["trademark", "商标", *DAY, "--earlier", "出/在先", "--register", "在先.csv", *every_format("商标")]
    for case in ("01-洁净机构", "02-埋设-合伙所"):
        yield ["agency", f"机构/{case}", *DAY, *every_format(f"机构{case[:2]}")]
    yield ["agency", "credit", "机构/02-埋设-合伙所", *DAY, "--format", "json"]
    yield ["agency", "lists", "机构/02-埋设-合伙所", *DAY, "--format", "json"]
    yield ["agency", "record", "专利", *DAY, "--by", "某人", "--output", "出"]
    for step in ("sample", "verify", "blind", "assign"):
        yield ["review", step, "评查"]
    yield ["review", "check", "评查", *many]
    yield ["review", "sheets", "评查"]
    for step in ("collect", "score", "report"):
        yield ["review", step, "评查二"]
    yield ["compare", "drafts", "批/甲", "批/乙", "--format", "json"]
    yield ["compare", "marks", "澄湾", "澄弯", "--format", "json"]
    # Shows the files in the order in which they are asked for.
    yield ["read", "专利", "罕见", "--format", "json"]
    yield ["report", "出/专利.json", "--format", "markdown"]
    yield ["explain", "CLM020"]
    yield ["explain", "--checklist", "--room", "patent"]
    yield ["checks", "--format", "json"]
    yield ["config", *DAY]
    yield ["test", "CLM020"]
    yield ["new", "MYC001", "cup-without-lid", "出/我的检查"]
    yield ["init", "出/新", "--room", "trademark"]
    yield ["help", "agents"]
    yield ["accept", "出/专利.json", "--select", "CLM022", "--reason", "试", "--name", "某人", "--date", "2026-11-22"]


def prepare(folder: Path) -> None:
    """Fill ``folder`` with inputs for every command: the examples, and made-up batches, registers, evaluations."""
    from tests.benchmarks.abnormal_register import made_up
    from tests.review.conftest import fill, make_evaluation, review
    from tests.samples.formats import FORMATS as DRAFTS
    from tests.samples.formats import faulty, write
    from tests.samples.pot_holder import POT_HOLDER
    from tests.samples.trolley import TROLLEY
    from tests.samples.write_text import plain_text

    for form in DRAFTS:
        write(faulty(), form, folder / "专利" / form)
    text = plain_text(faulty())
    _write(folder / "罕见" / "稿.txt", text.replace("夹持座", f"夹持{RARE}座").replace("支臂", f"支臂{RARE[:2]}"))
    renamed = plain_text(TROLLEY)
    for old, new in (("苗盘", "茶盘"), ("转运车", "搬运架"), ("底架", "底盘架")):
        renamed = renamed.replace(old, new)
    for name, words in (("甲", plain_text(TROLLEY)), ("乙", renamed), ("丙", plain_text(POT_HOLDER)), ("丁", text)):
        _write(folder / "批" / name / "稿.txt", words)
    shutil.copytree(ROOT / "examples" / "patent", folder / "样稿", ignore=shutil.ignore_patterns("golden"))
    drafts = {name: (folder / "批" / name / "稿.txt").read_text("utf-8") for name in "甲乙丙丁"}
    table = ({"name": name, "title": name, "embodiments": words} for name, words in drafts.items())
    _write(folder / "表.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table))
    register, _ = made_up(900, 1, 1)
    with (folder / "台账.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([register.table.header, *map(list, register.table.rows)])
    shutil.copytree(ROOT / "examples" / "trademark", folder / "商标")
    rows = [f"{word},{n % 45 + 1},{n},甲{n % 4}有限公司,2025-0{n % 9 + 1}-11,已注册" for n, word in enumerate(_marks())]
    _write(folder / "在先.csv", "\n".join(["商标,类别,申请号,申请人,申请日,状态", *rows]) + "\n")
    shutil.copytree(ROOT / "examples" / "agency", folder / "机构")
    for name in ("评查", "评查二"):
        review("init", str(folder / name))
        make_evaluation(folder / name)
    for step in ("sample", "assign", "check", "sheets"):
        review(step, str(folder / "评查二"))
    fill(folder / "评查二")
    (folder / "出").mkdir()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _marks() -> Sequence[str]:
    return [
        *(one + other for one in "澄岚砚榆桐苇柚" for other in "湾弯舟禾亭笙"),
        f"澄{RARE[:2]}湾",
        "CHENGWAN",
        "红茶",
    ]


def answer_of(base: Path, folder: Path, *options: str, python: str = sys.executable, **environment: str) -> Answer:
    """What a process of ``python`` answers over a copy of ``base`` in ``folder``, which must not exist yet.

    RuntimeError with what it wrote to its standard error if it did not come to its end.
    """
    shutil.copytree(base, folder)
    command = [python, "-m", "tests.every_command", str(folder), *options]
    told = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    found: Answer = json.loads(done.stdout)
    return found


def unlike(one: Answer, other: Answer) -> list[str]:
    """The commands and files in which two answers differ."""
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def _list_backwards() -> None:
    """Every folder is listed from its end: who forgot to sort is found out on any file system."""
    listdir, scandir = os.listdir, os.scandir

    class Backwards:
        """What os.scandir gives: entries one by one, which can be closed and used in a ``with``."""

        def __init__(self, entries: Iterator[Any]) -> None:
            self._left = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

        def __enter__(self) -> Backwards:
            return self

        def __exit__(self, *_: object) -> None: ...

        def __iter__(self) -> Iterator[Any]:
            return self._left

        def __next__(self) -> Any:
            return next(self._left)

        def close(self) -> None: ...

    def names(path: Any = ".") -> Any:
        return sorted(listdir(path), reverse=True)

    def entries(path: Any = ".") -> Any:
        with scandir(path) as found:
            return Backwards(found)

    os.listdir, os.scandir = names, entries


# The interpreter's own events of everything that reaches another machine or another program.
_REFUSED = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "webbrowser.")
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile")


def refuse_network() -> None:
    """End this process at the first touch of a socket or the start of a program that is not this Python."""

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        program = str(arguments[0]) if event in _PROGRAMS and arguments else ""
        if event.startswith(_REFUSED) or (event in _PROGRAMS and program != sys.executable):
            # An exception could be swallowed by whoever tried.
            sys.stderr.write(f"\nREFUSED {event} {arguments!r}\n")
            sys.stderr.flush()
            os._exit(70)

    sys.addaudithook(watch)


def _run(arguments: list[str]) -> tuple[int | str, bytes]:
    """Exit code and standard output of one command, as a process would give them."""
    from ipcheck.cli.main import run

    kept, told = os.dup(1), sys.argv
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 1)
        sys.argv = ["ipcheck", *arguments]
        try:
            run()
            code: int | str = 0
        except SystemExit as end:
            code = end.code or 0
        finally:
            sys.stdout.flush()
            os.dup2(kept, 1)
            os.close(kept)
            sys.argv = told
        file.seek(0)
        return code, file.read()


def main() -> None:
    """Run them all and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--backwards", action="store_true")
    parser.add_argument("--swapped", action="store_true")
    parser.add_argument("--refuse-network", action="store_true")
    options = parser.parse_args()
    os.chdir(options.folder)
    if options.refuse_network:
        refuse_network()
    if options.backwards:
        _list_backwards()
    found: dict[str, object] = {}
    named = commands(0)
    for arguments in commands(options.jobs, -1 if options.swapped else 1):
        code, said = _run(arguments)
        found[" ".join(next(named))] = [code, hashlib.sha256(said).hexdigest()]
    for path in sorted(Path().rglob("*"), key=Path.as_posix):
        if path.is_file() and path.name not in UNLIKE:
            found[path.as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
