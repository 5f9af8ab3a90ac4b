"""The HTML report in headless Chromium: filters, links, keyboard, no request, many findings, paper."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ipcheck.model import Words
from ipcheck.reporters import html_report
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from tests.reporters.hostile import ATTACKS, checked, record, report_of

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LACKING = next(
    (
        reason
        for absent, reason in (
            (not CHROMIUM.is_file(), "no /usr/bin/chromium: apt-get install chromium"),
            (importlib.util.find_spec("playwright") is None, "playwright is not installed: pip install playwright"),
        )
        if absent
    ),
    "",
)
pytestmark = pytest.mark.skipif(bool(LACKING), reason=LACKING)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = importlib.import_module("playwright.sync_api").sync_playwright().start()
    try:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield opened
        opened.close()
    finally:
        playwright.stop()


class Opened:
    """A page, what it asked for and what it complained of."""

    def __init__(self, browser: Any, file: Path, width: int = 1280) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 900})
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.goto(file.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def shown(self) -> int:
        # Asked in the page: Playwright looks at each of five thousand elements one after another.
        return int(self.page.evaluate("document.querySelectorAll('.f:not([hidden])').length"))

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id"))


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("html")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        report = checked(folder)
        html = html_report.render(report, Sources(report), Look())
    (folder / "r.html").write_text(html, encoding="utf-8")
    return folder / "r.html", len(report.findings)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """5,000 findings in a hundred files."""
    found = []
    for number in range(1, 5001):
        text = f"词{number}{ATTACKS[number % len(ATTACKS)]}"
        words = Words(f"稿{number % 100:03}.txt", f"第{number}行", number, 3, number, number + 1, text, "前文", "后文")
        found.append(record(text, number, code=f"CLM{number % 40:03}", words=words))
    found.sort(key=lambda item: item.order)
    report = report_of(found)
    file = tmp_path_factory.mktemp("many") / "r.html"
    file.write_text(html_report.render(report, Sources(report), Look()), encoding="utf-8")
    return file


def test_a_hostile_draft_runs_nothing_and_asks_for_nothing(browser: Any, draft: tuple[Path, int]) -> None:
    opened = Opened(browser, draft[0])
    opened.page.wait_for_timeout(100)
    assert opened.requests == [draft[0].as_uri()]
    assert opened.complaints == []
    # Even what gets in by force asks for nothing: the page's own policy stands.
    opened.page.evaluate(
        "() => { document.body.insertAdjacentHTML('beforeend',"
        " '<img src=https://evil.example/x.png onerror=\"document.title=1\">'); }"
    )
    opened.page.wait_for_timeout(100)
    assert all("img-src" in complaint or "script-src" in complaint for complaint in opened.complaints)
    assert opened.complaints and opened.page.title().startswith("专利申请文件质量检查")
    opened.page.close()


def test_filters_hide_findings_and_tell_how_many(browser: Any, draft: tuple[Path, int]) -> None:
    opened = Opened(browser, draft[0])
    page, total = opened.page, draft[1]
    assert opened.shown() == total
    page.uncheck("[name=level][value=error]")
    fewer = opened.shown()
    assert 0 < fewer < total and page.locator(".f.error:visible").count() == 0 < page.locator(".f:visible").count()
    assert page.inner_text("#count") == f"显示 {fewer} 处，共 {total} 处"
    assert page.locator("mark.error.off").count() > 0
    page.check("[name=level][value=error]")
    code = page.locator("[name=code] option").nth(1).get_attribute("value")
    page.select_option("[name=code]", code)
    assert opened.shown() == page.locator(f".f[data-code={code}]").count() < total
    page.check("[name=brief]")
    assert page.locator(".block:visible").count() < page.locator(".block").count()
    page.uncheck("[name=brief]")
    page.select_option("[name=code]", "")
    page.select_option("[name=part]", "claims")
    assert page.locator("[name=state]").count() == 0  # nothing has been accepted
    assert opened.shown() == page.locator(".f[data-part=claims]").count()
    page.close()


def test_the_keyboard_goes_from_finding_to_finding(browser: Any, draft: tuple[Path, int]) -> None:
    opened = Opened(browser, draft[0])
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert opened.focused() == "results"
    page.keyboard.press("j")
    assert opened.focused() == "f1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert opened.focused() == "f3"
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    assert opened.focused() == "f1"
    page.keyboard.press("k")
    assert opened.focused() == "f1"
    assert page.locator("mark.on").count() >= 1
    page.keyboard.press("o")
    assert page.evaluate("document.querySelector('mark.on').getBoundingClientRect().top") < 900
    hidden = page.locator(".f").nth(1).get_attribute("data-level")
    page.uncheck(f"[name=level][value={hidden}]")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.level") != hidden
    page.close()


def test_words_and_findings_lead_to_each_other(browser: Any, draft: tuple[Path, int]) -> None:
    opened = Opened(browser, draft[0])
    page = opened.page
    mark = page.locator("mark[data-f]").nth(2)
    mark.click()
    assert opened.focused() in {f"f{number}" for number in (mark.get_attribute("data-f") or "").split()}
    page.locator(".f .at").last.click()
    assert page.locator("mark.on").count() >= 1
    assert page.evaluate("document.querySelector('mark.on').getBoundingClientRect().bottom") > 0
    page.click("details.claims summary")
    page.click(".tree a >> nth=1")
    place = page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect()")
    assert 0 <= place["top"] < 900
    assert opened.complaints == []
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_sideways(browser: Any, draft: tuple[Path, int], width: int) -> None:
    opened = Opened(browser, draft[0], width)
    opened.page.evaluate("document.querySelectorAll('details').forEach((item) => { item.open = true; })")
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width
    side, text = (
        opened.page.locator(f"{name} >> nth=0").bounding_box() for name in (".side", ".block:has(.side) .text")
    )
    assert (side["x"] > text["x"] + 300) == (width == 1280)
    opened.page.close()


def test_five_thousand_findings_stay_fluid(browser: Any, many: Path) -> None:
    begun = time.perf_counter()
    opened = Opened(browser, many)
    assert time.perf_counter() - begun < 15
    page = opened.page
    for action in (
        "document.querySelector('[name=level][value=error]').click()",
        "(() => { const field = document.querySelector('[name=code]'); field.value = 'CLM007';"
        " field.dispatchEvent(new Event('change', {bubbles: true})); })()",
    ):
        # Until the next frame is drawn: what a person waits for.
        spent = page.evaluate(
            f"() => new Promise((done) => {{ const begun = performance.now(); {action};"
            " requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))); })"
        )
        assert spent < 3000, action
    assert page.inner_text("#count").endswith("共 5000 处")
    page.select_option("[name=state]", "open")
    assert opened.shown() == 0 and page.inner_text("#count") == "显示 0 处，共 5000 处"
    assert len(opened.requests) == 1 and opened.complaints == []
    page.close()


def test_it_prints_on_a4(browser: Any, draft: tuple[Path, int], tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    opened = Opened(browser, draft[0])
    opened.page.pdf(path=str(tmp_path / "r.pdf"), prefer_css_page_size=True)
    printed = pdfium.PdfDocument(tmp_path / "r.pdf")
    width, height = printed[0].get_size()
    assert (round(width), round(height)) in ((595, 842), (596, 842))
    text = "".join(page.get_textpage().get_text_bounded() for page in printed)
    assert "上一处" not in text and "权利要求" in text
    printed.close()
    opened.page.close()
