"""The speed table of the design, measured on this machine, as whole processes and as ratios in one run.

    python -m tests.benchmarks.speed [--drafts 1000] [--runs 5]

Needs python-docx (in the test extra) to make the drafts; the texts are made up.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_filing
from ipcheck.model import Document
from ipcheck.patent import Filing
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers import read_file

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def draft_lines(characters: int, claims: int = 40) -> list[str]:
    """A made-up application of about so many characters: abstract, claims, description."""
    parts = [f"第{number}支架" for number in range(1, claims + 1)]
    lines = [
        "说明书摘要",
        "本发明公开了一种折叠货架，包括底座和立柱，所述立柱铰接在所述底座上，收纳方便。",
        "权利要求书",
    ]
    lines.append("1. 一种折叠货架，其特征在于，包括底座(1)和立柱(2)，所述立柱(2)铰接在所述底座(1)上。")
    for number in range(2, claims + 1):
        part, sign = parts[number - 2], number + 1
        lines.append(
            f"{number}. 根据权利要求{number - 1}所述的折叠货架，其特征在于，所述底座(1)上还设有{part}({sign})，"
            f"所述{part}({sign})与所述立柱(2)通过螺栓连接，所述{part}({sign})的长度为{number}00mm。"
        )
    lines += ["说明书", "一种折叠货架", "技术领域", "本发明涉及仓储设备技术领域，具体涉及一种折叠货架。", "背景技术"]
    lines += [
        "现有的货架不能折叠，闲置时占用较多的空间。",
        "发明内容",
        "本发明的目的在于提供一种折叠货架，以解决上述问题。",
    ]
    lines += [line.split(" ", 1)[1] for line in lines[3 : 3 + claims]]
    lines += ["附图说明", "图1为本发明的结构示意图。", "具体实施方式"]
    count = sum(map(len, lines))
    number = 0
    while count < characters:
        part, sign = parts[number % (claims - 1)], number % (claims - 1) + 3
        line = (
            f"如图1所示，{part}{sign}安装在底座1上，{part}{sign}与立柱2之间设有第{number + 1}组紧固件，"
            f"工作时先放下立柱2，再锁紧{part}{sign}，由此避免货架晃动，拆装时按相反的顺序进行。"
        )
        lines.append(line)
        count += len(line)
        number += 1
    return lines


def make_docx(path: Path, characters: int) -> None:
    """Write such a draft as .docx."""
    document = docx.Document()
    for line in draft_lines(characters):
        document.add_paragraph(line)
    document.save(str(path))


def lxml_alone(path: Path) -> int:
    """What reading costs at the least: unzip, parse, join the text."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return sum(len("".join(text.text or "" for text in paragraph.iter(_W + "t"))) for paragraph in root.iter(_W + "p"))


def process(command: list[str], runs: int) -> tuple[float, float]:
    """Median seconds of a whole process over ``runs`` after one warm-up, and the peak memory of children in MB."""
    times = []
    for run in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if run:
            times.append(time.perf_counter() - start)
    return statistics.median(times), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def timed(work: Callable[[], object], runs: int) -> float:
    """The least of ``runs`` times, in seconds."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    ipcheck = [sys.executable, "-m", "ipcheck"]
    bare, _ = process([sys.executable, "-c", "pass"], options.runs)
    print(f"bare python                         {bare * 1000:7.0f} ms")
    for name, budget in ((["--help"], 150), (["explain", "CLM020"], 150)):
        seconds, _ = process(ipcheck + name, options.runs)
        told = f"budget {budget} ms; {seconds / bare:.1f} × bare python"
        print(f"ipcheck {' '.join(name):27} {seconds * 1000:7.0f} ms   {told}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "稿.docx"
        make_docx(path, 65_000)
        seconds, memory = process([*ipcheck, "patent", str(path)], options.runs)
        print(f"one 65,000-character .docx          {seconds * 1000:7.0f} ms   budget 500 ms")
        print(f"its peak memory                     {memory:7.0f} MB   budget 150 MB")
        floor = timed(lambda: lxml_alone(path), options.runs * 3)
        read = timed(lambda: read_file(path, "稿.docx"), options.runs * 3)
        document: Document = read_file(path, "稿.docx")[0]
        loaded = load_checks([shipped("checks")], "patent")
        checks = make_settings(Wishes()).instances(loaded.checks)
        check = timed(lambda: check_filing(Filing((document,)), checks), options.runs)
        print(f"reading it with lxml alone          {floor * 1000:7.1f} ms")
        print(f"reading it with ipcheck             {read * 1000:7.1f} ms   {read / floor:.1f} × lxml alone")
        print(
            f"checking it                         {check * 1000:7.1f} ms   {check / floor:.1f} × lxml alone, budget 3 ×"
        )
        many = Path(folder) / "案"
        many.mkdir()
        make_docx(Path(folder) / "小.docx", 10_000)
        data = (Path(folder) / "小.docx").read_bytes()
        for number in range(options.drafts):
            (many / f"{number:05}").mkdir()
            (many / f"{number:05}" / "稿.docx").write_bytes(data)
        for jobs in (1, 2):
            seconds, memory = process([*ipcheck, "patent", str(many), "--jobs", str(jobs), "-q"], 1)
            print(
                f"{options.drafts} drafts of 10,000 characters, --jobs {jobs}: {seconds:6.1f} s, "
                f"budget 60 s for 1,000; {seconds / options.drafts * 1000:.1f} ms each; peak {memory:.0f} MB a process"
            )
        config = Path(folder) / "设置.toml"
        config.write_text('cache = "缓存"\n', encoding="utf-8")
        command = [*ipcheck, "patent", str(many), "--config", str(config), "--jobs", "2", "-q"]
        # The warm-up fills the cache.
        seconds, _ = process(command, 1)
        print(f"the same again from the cache:          {seconds:6.1f} s, budget 5 s for 1,000")


if __name__ == "__main__":
    main()
