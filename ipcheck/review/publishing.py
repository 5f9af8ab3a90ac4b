"""The reports of an evaluation: for the public, for each agency, for the bureau."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ipcheck.model import Record, Report
from ipcheck.places import shipped
from ipcheck.review.charts import bars, intervals
from ipcheck.review.codes import codes
from ipcheck.review.errors import ReviewError
from ipcheck.review.filling import scheme_of
from ipcheck.review.folder import COLLECTED, REPORTS, SAMPLE, SCORES, Folder
from ipcheck.review.rosters import Agency, File
from ipcheck.review.scheme import Scheme
from ipcheck.review.scoring import half_up
from ipcheck.review.statistics import (
    Table,
    by_agency,
    by_check,
    by_group,
    by_part,
    formal,
    mean_parts,
    size_of,
    standing,
    trend,
)
from ipcheck.whole import free_stem, is_folder, plain_stem

_TOP = 15
# Points below the average from which a part is worth training (内部阈值); less is chance.
_WORTH_TRAINING = 0.5
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Evaluation:
    """What all reports draw on."""

    folder: Folder
    scheme: Scheme
    scores: Mapping[str, Any]
    collected: Mapping[str, Any]
    files: Mapping[str, File]
    agencies: Mapping[str, Agency]
    found: Mapping[str, Sequence[Record]]
    years: Sequence[tuple[str, Mapping[str, Any]]]

    def tables(self) -> list[Table]:
        """The statistics that every reader may see."""
        entries = self.scores["files"]
        full = {part.name: part.points for part in self.scheme.parts}

        def size(code: str) -> str:
            return size_of(self.agencies[self.files[code].agency].staff)

        tables = [
            by_part(entries, full),
            by_group("类型", entries, self.found, lambda code: self.files[code].kind),
            by_group("领域", entries, self.found, lambda code: self.files[code].field),
            by_group("机构规模", entries, self.found, size),
            by_check(self.found),
        ]
        return [trend(self.years), *tables] if len(self.years) > 1 else tables


def publish(
    folder: Folder,
    reports: Mapping[str, Report],
    *,
    previous: Sequence[tuple[str, Mapping[str, Any]]] = (),
    templates: Path | None = None,
    again: bool = False,
) -> list[str]:
    """Write all reports under 报告/; their names. ``previous``: titles and scores of evaluations before, oldest first.

    ``templates`` is a folder whose 公布报告.html and 机构反馈.html go before ours. Raises ReviewError; files without a
    score yet are told in the reports.
    """
    scores = folder.data(SCORES, "score")
    collected = folder.data(COLLECTED, "collect")
    files = codes(folder)
    lost = [entry["code"] for entry in scores["files"] if entry["code"] not in files]
    lost += [
        item["code"] for item in scores["agencies"] if item["code"] not in {file.agency for file in files.values()}
    ]
    if lost:
        raise ReviewError(
            f"{SCORES} 与现在的样本不符（{'、'.join(lost[:5])}）；请重新运行 ipcheck review score --again"
        )
    evaluation = _Evaluation(
        folder,
        scheme_of(folder),
        scores,
        collected,
        files,
        {agency.code: agency for agency in folder.agencies.items},
        standing(reports, collected),
        [*previous, (scores["title"], scores)],
    )
    made: dict[str, bytes] = {
        "公布报告.html": _public(evaluation, templates).encode(),
        "公布报告.xlsx": _workbook(evaluation),
    }
    taken: set[str] = set()
    for code in sorted({file.agency for file in evaluation.files.values()}):
        # A code is free text: none may lead out of the folder, no two pages may be called alike.
        made[f"机构/{free_stem(plain_stem(code), taken)}.html"] = _feedback(evaluation, code, templates).encode()
    for name, table in _for_bureau(evaluation).items():
        made[f"主管部门/{name}.csv"] = as_csv(table)
    for name, data in made.items():
        folder.keep(f"{REPORTS}/{name}", data, again=again)
    return list(made)


def _page(templates: Path | None, name: str, values: Mapping[str, Any]) -> str:
    """A page from the template ``name``: the user's own, else ours. Templates run in a sandbox."""
    from jinja2 import FileSystemLoader, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    if templates is not None and not is_folder(templates):
        raise ReviewError(f"模板目录不存在：{templates.as_posix()}；请改正 --templates")
    folders = [*([templates] if templates is not None else []), shipped("templates") / "review"]
    environment = SandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = _cell
    try:
        return environment.get_template(name).render(values)
    except TemplateError as error:
        raise ReviewError(f"模板 {name} 用不了：{error}") from error
    except Exception as error:
        # A stranger's template may raise anything, and need not be text at all.
        if templates is None:
            raise
        told = "不是 UTF-8 文字" if isinstance(error, UnicodeDecodeError) else f"{type(error).__name__}: {error}"
        raise ReviewError(f"模板 {name} 用不了（{told}）；请改正 --templates 目录里的模板") from error


def _cell(value: str | int | float | None) -> str:
    """A cell as it is printed."""
    if value is None:
        return "—"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _public(evaluation: _Evaluation, templates: Path | None) -> str:
    scores, plan = evaluation.scores, evaluation.folder.plan
    agencies = scores["agencies"]
    sample = evaluation.folder.data(SAMPLE, "sample")
    check = by_check(evaluation.found, _TOP)
    low = min((place["interval"][0] for place in agencies), default=0.0)
    floor = max(0.0, 10 * (low // 10))
    rows = [(place["name"], place["score"], *place["interval"]) for place in agencies]
    return _page(
        templates,
        "公布报告.html",
        {
            "plan": plan,
            "sample": sample,
            "scores": scores,
            "scheme": evaluation.scheme,
            "ranking": by_agency(agencies),
            "tables": evaluation.tables(),
            "waiting": [entry for entry in scores["files"] if entry["waiting"]],
            "ranking_chart": intervals("各机构得分与 95% 区间", rows, floor, 100),
            "check_chart": bars(
                "最常见的发现（占案卷的比例）",
                [(f"{row[0]} {row[1]}", float(str(row[-1]).rstrip("%")), str(row[-1])) for row in check.rows],
                100,
            ),
            "parts_chart": bars(
                "各部分得分率",
                [
                    (str(row[0]), float(str(row[3]).rstrip("%")), str(row[3]))
                    for row in by_part(
                        scores["files"], {part.name: part.points for part in evaluation.scheme.parts}
                    ).rows
                    if row[3]
                ],
                100,
            ),
        },
    )


def _feedback(evaluation: _Evaluation, code: str, templates: Path | None) -> str:
    """The page of one agency: its own files, how it compares, what to train."""
    own = [entry for entry in evaluation.scores["files"] if entry["agency"] == code]
    full = {part.name: part.points for part in evaluation.scheme.parts}
    ours, everybody = mean_parts(own, full), mean_parts(evaluation.scores["files"], full)
    compared = [
        (part, points, ours[part], everybody[part], _difference(ours[part], everybody[part]))
        for part, points in full.items()
    ]
    place = next((item for item in evaluation.scores["agencies"] if item["code"] == code), None)
    return _page(
        templates,
        "机构反馈.html",
        {
            "plan": evaluation.folder.plan,
            "agency": evaluation.agencies[code],
            "place": place,
            "count": len(evaluation.scores["agencies"]),
            "scheme": evaluation.scheme,
            "compared": compared,
            "training": _training(evaluation, own, compared),
            "files": [
                {
                    **entry,
                    "file": evaluation.files[entry["code"]],
                    "findings": evaluation.found.get(entry["code"], ()),
                    "remarks": _remarks(evaluation.collected, entry["code"]),
                    "reasons": _reasons(evaluation.scheme, evaluation.collected, entry["code"]),
                }
                for entry in own
            ],
            "chart": bars(
                "各部分得分率",
                [
                    (part, 100 * mean / points if mean is not None else 0, f"{_cell(mean)}/{points:g}")
                    for part, points, mean, *_ in compared
                ],
                100,
            ),
        },
    )


def _difference(ours: float | None, everybody: float | None) -> float | None:
    return None if ours is None or everybody is None else half_up(ours - everybody)


def _training(
    evaluation: _Evaluation, own: Sequence[Mapping[str, Any]], compared: Sequence[tuple[Any, ...]]
) -> list[str]:
    """What to train: parts below the average, checks that found something in at least two files."""
    told = [
        f"{part}：低于平均 {-difference:.2f} 分（内部阈值 {_WORTH_TRAINING:g} 分）"
        for part, _, _, _, difference in sorted(compared, key=lambda row: row[4] if row[4] is not None else 0.0)
        if difference is not None and difference <= -_WORTH_TRAINING
    ][:3]
    files: Counter[str] = Counter()
    one: dict[str, Record] = {}
    for entry in own:
        records = evaluation.found.get(entry["code"], ())
        files.update({record.code for record in records})
        one.update({record.code: record for record in records})
    for code, count in sorted(files.items(), key=lambda item: (-item[1], item[0]))[:5]:
        if count > 1:
            basis = "；".join(item.short for item in one[code].basis)
            told.append(f"{code} {one[code].check}：{count} 份案卷里都有（{basis}；ipcheck explain {code}）")
    return told


def _remarks(collected: Mapping[str, Any], code: str) -> list[str]:
    return [entry["remarks"][code] for entry in collected["experts"].values() if code in entry["remarks"]]


def _reasons(scheme: Scheme, collected: Mapping[str, Any], code: str) -> list[tuple[str, str]]:
    names = {item.number: f"{item.part}：{item.name}" for item in scheme.items}
    return [
        (names[number], reason)
        for entry in collected["experts"].values()
        for number, reason in sorted(entry["reasons"].get(code, {}).items())
        if number in names
    ]


def _for_bureau(evaluation: _Evaluation) -> dict[str, Table]:
    """Tables for monitoring: formal defects apart from style, file by file."""
    files = tuple(
        (
            entry["code"],
            entry["agency"],
            evaluation.agencies[entry["agency"]].name,
            entry["number"],
            entry["kind"],
            entry["field"],
            entry["machine"],
            entry["expert"],
            entry["total"],
            entry["grade"],
            sum(map(formal, evaluation.found.get(entry["code"], ()))),
            sum(not formal(record) for record in evaluation.found.get(entry["code"], ())),
            "；".join(entry["gates"]),
            entry["waiting"],
        )
        for entry in evaluation.scores["files"]
    )
    head = (
        "卷号", "机构代码", "机构", "案卷号", "类型", "领域", "机检", "专家", "总分", "等级", "形式缺陷", "文字风格",
        "限分", "未定原因",
    )  # fmt: skip
    return {
        "案卷明细": Table("案卷明细", head, files),
        "名次": by_agency(evaluation.scores["agencies"]),
        **{table.title: table for table in evaluation.tables()},
    }


def as_csv(table: Table) -> bytes:
    """A table as CSV that Excel takes for UTF-8; a cell that a spreadsheet would take for a formula stays words."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.head)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return ("\ufeff" + buffer.getvalue()).encode()


def _safe(cell: str | int | float | None) -> str | int | float:
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _workbook(evaluation: _Evaluation) -> bytes:
    """The tables as a workbook, with the ranking as a chart."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": evaluation.scores["title"], "author": "ipcheck", "created": _MADE})
    bold = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for table in (by_agency(evaluation.scores["agencies"]), *evaluation.tables()):
        sheet = book.add_worksheet(table.title)
        sheet.freeze_panes(1, 0)
        for column, words in enumerate(table.head):
            longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
            sheet.set_column(column, column, min(40, 2 * max(len(words), longest) + 2))
            sheet.write_string(0, column, words, bold)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float):
                    sheet.write_number(number, column, cell, plain)
                else:
                    sheet.write_string(number, column, cell or "", plain)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.head) - 1)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        if table.title == "名次" and table.rows:
            chart = book.add_chart({"type": "bar"})
            last = len(table.rows)
            chart.add_series({"name": "得分", "categories": ["名次", 1, 1, last, 1], "values": ["名次", 1, 4, last, 4]})
            chart.set_y_axis({"reverse": True})
            chart.set_legend({"none": True})
            chart.set_size({"width": 720, "height": 60 + 28 * last})
            sheet.insert_chart(last + 2, 1, chart)
    book.close()
    return buffer.getvalue()


__all__ = ["as_csv", "publish"]
