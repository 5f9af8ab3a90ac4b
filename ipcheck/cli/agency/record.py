"""``ipcheck agency record``: the record of due care of a case, to be signed and to be verified later."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import click

from ipcheck.agency.duty import KIND, DutyError, as_json, differences, duty_record, part_of, read_record
from ipcheck.agency.duty_form import duty_form
from ipcheck.agency.duty_sheet import sheet_differences
from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.cli.options import choosing, settings_from
from ipcheck.cli.reports import read_report
from ipcheck.engine import check_patents
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Report
from ipcheck.readers.table import SUFFIXES
from ipcheck.whole import plain_stem, why


@click.command("record", cls=ChineseHelp)
@click.argument("cases", nargs=-1, type=click.Path(path_type=Path), metavar="案件…")
@click.option("--by", metavar="姓名", help="谁经办、由谁签名")
@click.option(
    "--report",
    "told",
    metavar="报告.json",
    type=click.Path(path_type=Path),
    help="用这份报告里的检查结果，不重新检查",
)
@click.option("--room", type=click.Choice(("patent", "trademark")), help="哪种案件（默认：表格是商标，其他是专利）")
@click.option("--template", type=click.Path(path_type=Path), metavar="文件.docx", help="自己的签名页模板")
@click.option("--output", type=click.Path(path_type=Path), metavar="文件夹", help="写到哪个文件夹（默认当前目录）")
@click.option("--verify", type=click.Path(path_type=Path), metavar="文件.json", help="核对一份记录：有没有改动")
@choosing
def command(
    cases: tuple[Path, ...],
    by: str | None,
    told: Path | None,
    room: str | None,
    template: Path | None,
    output: Path | None,
    verify: Path | None,
    **choice: Any,
) -> None:
    """尽职留痕：记下一个案件查了什么、用哪些检查、查的是哪些文件（SHA-256）、发现、谁以什么理由接受，签名存档。

    案件是专利申请的文件或者文件夹，或者商标申请的表格；每个案件写一份 .json 和一份供签名的 .docx。
    --verify 核对一份 .json 和旁边同名的签名页（自己的模板用 --template 给出）：相同以 0 退出，记录、签名页或者文件
    改动过以 1 退出，并说出每一处。
    """
    if verify is not None:
        if cases or told is not None:
            raise click.UsageError("--verify 单独用，不和案件、--report 一起")
        _verify(verify, template)
    if not cases:
        raise click.UsageError("缺少参数 案件…")
    if by is None or not by.strip():
        raise click.UsageError("用 --by 写明谁经办、由谁签名")
    if lacking := missing(("docxtpl",)):
        raise click.UsageError(lacking)
    whole = read_report(told) if told is not None else None
    folder = output or Path()
    made: dict[Path, bytes] = {}
    failed = False
    try:
        for case in dict.fromkeys(cases):
            report = part_of(whole, case.as_posix()) if whole is not None else _checked(case, room, choice)
            record = duty_record(report, case.as_posix(), by.strip())
            failed |= bool(report.failures)
            name = _name(folder, case, made)
            made[folder / f"{name}.json"] = as_json(record).encode()
            made[folder / f"{name}.docx"] = _sheet(record, template)
            for failure in report.failures:
                click.echo(f"{failure.path}：{failure.message}", err=True)
    except DutyError as error:
        _tell(error)
    _write(folder, made)
    raise click.exceptions.Exit(2 if failed else 0)


def _checked(case: Path, room: str | None, choice: dict[str, Any]) -> Report:
    room = room or ("trademark" if case.suffix.lower() in SUFFIXES else "patent")
    settings = settings_from(**choice, paths=(case,), room=room)
    return check_trademarks((case,), settings) if room == "trademark" else check_patents((case,), settings)


def _sheet(record: dict[str, Any], template: Path | None) -> bytes:
    try:
        return duty_form(record, template)
    except Exception as error:  # whatever is wrong with a template of the user's
        if template is None:
            raise
        raise DutyError(f"{template.as_posix()}：模板用不了（{type(error).__name__}: {error}）") from error


def _name(folder: Path, case: Path, made: dict[Path, bytes]) -> str:
    """The name of the files of a case, another one for each case of the same name."""
    place = case.resolve()
    plain = f"{KIND}-{plain_stem(place.stem if place.is_file() else place.name)}"
    taken = {path.name.casefold() for path in made if path.parent == folder}
    name, number = plain, 2
    while f"{name}.json".casefold() in taken:
        name, number = f"{plain}-{number}", number + 1
    return name


def _write(folder: Path, made: dict[Path, bytes]) -> None:
    """Write all files; a record that is there already and differs is never overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = [path for path, data in made.items() if path.exists() and path.read_bytes() != data]
    except OSError as error:
        click.echo(f"{folder.as_posix()}：{why(error)}", err=True)
        raise click.exceptions.Exit(2) from error
    for path in kept:
        click.echo(f"{path.as_posix()} 已经存在而且不同，没有改动；要重写请先改名或者移走它", err=True)
    if kept:
        raise click.exceptions.Exit(2)
    for path, data in made.items():
        write_whole(path, data)
        click.echo(f"已写好 {path.as_posix()}")


def _verify(path: Path, template: Path | None) -> NoReturn:
    try:
        record = read_record(path)
    except DutyError as error:
        _tell(error)
    found = list(differences(record, path.parent))
    sheet = path.with_suffix(".docx")
    if sheet.is_file():
        found += _of_sheet(record, sheet, template)
    for told in found:
        click.echo(told)
    click.echo(f"不同：{len(found)} 处" if found else "相同：记录和检查过的文件都没有改动")
    # Whoever rewrites a record can compute its digest anew; the one that was signed tells.
    beside = "已经与旁边的签名页核对" if sheet.is_file() else "旁边没有签名页，请与签了名的那一份核对"
    click.echo(f"摘要：{record.get('digest')}（{beside}）")
    raise click.exceptions.Exit(int(bool(found)))


def _of_sheet(record: dict[str, Any], sheet: Path, template: Path | None) -> list[str]:
    try:
        return list(sheet_differences(record, sheet, template))
    except ImportError:
        return [f"{sheet.as_posix()}：没有核对签名页：没有安装 ipcheck[review]"]
    except Exception as error:  # a record of nonsense, or a template of the user's
        return [f"{sheet.as_posix()}：签名页没有核对成（{type(error).__name__}）：记录不完整，或者模板用不了"]


def _tell(error: DutyError) -> NoReturn:
    for problem in error.problems:
        click.echo(problem, err=True)
    raise click.exceptions.Exit(2) from error


__all__ = ["command"]
