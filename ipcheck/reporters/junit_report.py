"""JUnit XML, for the test pages of Jenkins, GitLab and others.

Only what every dialect knows is used. Source: junit-10.xsd of the Jenkins xUnit plugin
(https://github.com/jenkinsci/xunit-plugin, MIT).
"""

from __future__ import annotations

from lxml import etree

from ipcheck.model import Failure, Level, Record, Report, lazy
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources

# XML 1.0 knows none of these, not even escaped.
_NO_XML = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report, sources: Sources, look: Look) -> str:
    """A suite for each file, a case for each finding: an error fails, an accepted one is skipped, the rest pass.

    A file without findings has one case that passes; what could not be checked fails.
    """
    root = etree.Element("testsuites", name=f"ipcheck {report.room}")
    by_file: dict[str, list[Record]] = {}
    for record in report.findings:
        by_file.setdefault(record.words.path, []).append(record)
    failed: dict[str, list[Failure]] = {}
    for failure in report.failures:
        failed.setdefault(failure.path, []).append(failure)
    paths = dict.fromkeys([*(item.path for item in report.inputs), *by_file, *failed])
    tests = failures = 0
    for path in sorted(paths):
        suite = _suite(path, by_file.get(path, []), failed.get(path, []), report)
        root.append(suite)
        tests += int(suite.get("tests", "0"))
        failures += int(suite.get("failures", "0"))
    root.set("tests", str(tests))
    root.set("failures", str(failures))
    root.set("errors", "0")
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _suite(path: str, records: list[Record], failed: list[Failure], report: Report) -> etree._Element:
    suite = etree.Element("testsuite", name=_xml(path))
    for failure in failed:
        case = _case(suite, path, f"没有检查成 {failure.check or ''}".strip())
        _tell(case, "failure", "没有检查成", failure.message, failure.message)
    for record in records:
        case = _case(suite, path, f"{record.code} {record.check} {_place(record)}")
        if record.accepted is not None:
            accepted = record.accepted
            _tell(case, "skipped", "已接受", f"{accepted.reason}（{accepted.name}，{accepted.date}）", record.message)
        elif record.level is Level.ERROR:
            _tell(case, "failure", record.code, record.message, _body(record))
        else:
            etree.SubElement(case, "system-out").text = _xml(f"{record.level.chinese}：{_body(record)}")
    if not failed and not records:
        _case(suite, path, f"{report.checks} 项检查没有发现问题")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return suite


def _case(suite: etree._Element, path: str, name: str) -> etree._Element:
    # A dot parts packages in Jenkins: a file name has one before its suffix.
    return etree.SubElement(suite, "testcase", name=_xml(name), classname=_xml(path.replace(".", "·")))


def _tell(case: etree._Element, tag: str, kind: str, message: str, body: str) -> None:
    etree.SubElement(case, tag, type=_xml(kind), message=_xml(message)).text = _xml(body)


def _place(record: Record) -> str:
    claim = f"权利要求{record.claim} " if record.claim is not None else ""
    return f"{claim}{record.words.source}第{record.words.column}字"


def _body(record: Record) -> str:
    words = record.words
    lines = [record.message, f"{words.path}:{words.line}:{words.column}", f"〖{words.text}〗"]
    if record.fix is not None:
        lines.append(f"改为：{record.fix.text or '（删去）'}")
    lines.append("依据：" + "；".join(item.short for item in record.basis))
    return "\n".join(lines)


def _xml(text: str) -> str:
    return _NO_XML.sub("□", text)


__all__ = ["render"]
