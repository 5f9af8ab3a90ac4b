"""How long the reports for people take and how large they are, with 5,000 findings.

    python -m tests.benchmarks.reports            html, xlsx, markdown against json in the same run
    python -m tests.benchmarks.reports --browser  also: how long Chromium opens and filters the page

The drafts are made up: 100 of about 20,000 characters with 50 findings each.
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ipcheck.model import BasisRef, InputFile, Level, Record, Report, Words
from ipcheck.readers import read_file
from ipcheck.reporters import formats
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources

_DRAFTS, _EACH = 100, 50
_BASIS = BasisRef("专利法", "2020", "26.4", "《专利法》第二十六条第四款", "专利法第26条第4款", "应当清楚、简要。", True)
_SENTENCE = "所述第{0}支架的一端铰接在底座上，另一端抵住第{0}滑块，滑块沿导轨移动时弹簧随之压缩。"


def _draft(number: int) -> str:
    claims = "\n".join(
        f"{claim}. {'一种支架' if claim == 1 else '根据权利要求1所述的支架'}，其特征在于，{_SENTENCE.format(claim)}"
        for claim in range(1, 11)
    )
    body = "\n".join(f"{_SENTENCE.format(line)}" * 4 + f"见图{line % 9 + 1}。" for line in range(1, 110))
    return f"权利要求书\n{claims}\n说明书\n一种支架{number}\n技术领域\n本发明涉及支架。\n具体实施方式\n{body}\n"


def _findings(folder: Path) -> Iterator[tuple[InputFile, list[Record]]]:
    for number in range(_DRAFTS):
        name = f"稿{number:03}.txt"
        (folder / name).write_text(_draft(number), encoding="utf-8")
        (document,) = read_file(folder / name, name)
        found = []
        for index in range(_EACH):
            start = 20 + index * (len(document.text) - 60) // _EACH
            words = document.text[start : start + 6]
            place = Words(name, document.place_of(start).label, index, 1, start, start + 6, words, "前文", "后文")
            code = f"CLM{index % 40:03}"
            found.append(
                Record(
                    code,
                    f"check-{index % 40}",
                    "patent",
                    tuple(Level)[index % 3],
                    f"“{words.strip()}”与前文不一致：请改为统一的名称，并核对附图标记",
                    (_BASIS,),
                    place,
                    (),
                    None,
                    "claims" if index < 5 else "description",
                    None,
                    f"{number:08}{index:08}",
                )
            )
        yield InputFile(name, document.sha256), found


def _browser(page_file: Path) -> None:
    playwright = importlib.import_module("playwright.sync_api").sync_playwright().start()
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    begun = time.perf_counter()
    page.goto(page_file.as_uri())
    print(f"Chromium opens the page   {time.perf_counter() - begun:6.2f} s")
    for name, action in (
        ("hides the errors", "document.querySelector('[name=level][value=error]').click()"),
        ("goes to the next finding", "document.querySelector('[data-go=\"1\"]').click()"),
    ):
        spent = page.evaluate(
            f"() => new Promise((done) => {{ const begun = performance.now(); {action};"
            " requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))); })"
        )
        print(f"Chromium {name:25} {spent:6.0f} ms")
    browser.close()
    playwright.stop()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", action="store_true")
    browser = parser.parse_args().browser
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs, records = [], []
        for file, found in _findings(folder):
            inputs.append(file)
            records += found
        report = Report("patent", date(2026, 11, 22), tuple(inputs), tuple(records), (), _DRAFTS, 200)
        begun = time.process_time()
        assert len(Sources(report, root=folder).documents) == _DRAFTS
        reading = time.process_time() - begun
        print(f"{len(records)} findings in {_DRAFTS} drafts of {len(_draft(0)):,} characters")
        print(f"reading    {reading:6.2f} s")
        for form in ("json", "html", "xlsx", "markdown"):
            formats.render(form, Report("patent", report.as_of, (), (), (), 0, 0), Sources(report, root=folder), Look())
            # Processor time: other work on the machine does not count.
            begun = time.process_time()
            made = formats.render(form, report, Sources(report, root=folder), Look())
            spent = time.process_time() - begun
            data = made.encode("utf-8") if isinstance(made, str) else made
            (folder / f"r.{form}").write_bytes(data)
            print(f"{form:10} {spent:6.2f} s   {len(data) / 1e6:7.2f} MB")
        if browser:
            _browser((folder / "r.html").resolve())


if __name__ == "__main__":
    main()
