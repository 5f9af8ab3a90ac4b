"""The steps that need nothing but the rosters: begin, draw, verify, assign."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from ipcheck.review.assignment import Blocked, assign
from ipcheck.review.conflicts import Conflicts
from ipcheck.review.draw import Seed, differences, draw
from ipcheck.review.errors import ReviewError
from ipcheck.review.folder import ASSIGNMENT, SAMPLE, Folder
from ipcheck.review.rosters import File, same_name
from ipcheck.whole import why, why_unread


def sample(folder: Folder, *, again: bool = False) -> dict[str, Any]:
    """Draw agencies and files and write 抽样结果.json, with the SHA-256 of the rosters and of every file drawn.

    Raises ReviewError. A drawn file that is named but not at hand is told in the result, it stays drawn.
    """
    result = _sampled(folder)
    folder.keep_data(SAMPLE, result, again=again)
    return result


def _sampled(folder: Folder) -> dict[str, Any]:
    result = draw(folder.plan, folder.agencies, folder.files)
    rosters = {name: digest for name, digest in folder.inputs.items() if name.startswith(("机构名册.", "案卷名册."))}
    missing = []
    for case in result["cases"]:
        if case["drawn"] and case["path"]:
            digests = _digests(folder, case["path"])
            case["sha256"] = digests
            if not digests:
                missing.append(f"案卷 {case['number']}（机构 {case['agency']}）的文件 {case['path']} 不在")
    return {**result, "missing": missing, "rosters": dict(sorted(rosters.items()))}


def _digests(folder: Folder, path: str) -> dict[str, str]:
    """The SHA-256 of a file, or of every file of a folder, by name within the evaluation."""
    found = {}
    for item in case_files(folder, path):
        try:
            with item.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ReviewError(f"案卷的文件 {item.relative_to(folder.path).as_posix()} 读不了：{why(error)}") from error
        found[item.relative_to(folder.path).as_posix()] = digest
    return found


def case_files(folder: Folder, path: str) -> list[Path]:
    """The file of a case, or every file of its folder, in order; none if it is not there.

    Raises ReviewError for a path that leads out of the evaluation's folder or is that folder itself.
    """
    own, target = folder.path.resolve(), folder.path / path
    try:
        real = target.resolve()
        if real == own or not real.is_relative_to(own) or Path(path).is_absolute() or ".." in Path(path).parts:
            raise ReviewError(f"案卷的文件 {path} 不在评查文件夹里面；请把案卷放进来，写相对的路径")
        names = [target] if target.is_file() else sorted(item for item in target.rglob("*") if item.is_file())
    except (OSError, ValueError, RuntimeError) as error:
        raise ReviewError(f"案卷的文件 {path[:80]} 读不了（{why_unread(error)}）；请改正案卷名册里的路径") from error
    return [item for item in names if not item.name.startswith((".", "~$"))]


def verify(folder: Folder) -> list[str]:
    """Draw again and say where the result differs from 抽样结果.json; empty if it is the same. Raises ReviewError."""
    told = folder.data(SAMPLE, "sample")
    return differences(told, _sampled(folder))


def drawn_files(folder: Folder) -> list[File]:
    """The files of the sample, in order. Raises ReviewError if the sample is not there or not of these rosters."""
    told = folder.data(SAMPLE, "sample")
    by_key = {(file.agency, file.number): file for file in folder.files.items}
    drawn = [(case["agency"], case["number"]) for case in told["cases"] if case["drawn"]]
    lost = [f"案卷 {number}（机构 {agency}）" for agency, number in drawn if (agency, number) not in by_key]
    if lost:
        raise ReviewError(f"抽样之后案卷名册变了：{'、'.join(lost)} 不在名册里；请运行 ipcheck review verify")
    known = {agency.code for agency in folder.agencies.items}
    if gone := sorted({agency for agency, _ in drawn} - known):
        raise ReviewError(f"抽样之后机构名册变了：机构 {'、'.join(gone)} 不在名册里；请运行 ipcheck review verify")
    return [by_key[key] for key in drawn]


def assign_experts(folder: Folder, *, again: bool = False) -> dict[str, Any]:
    """Assign experts to the files drawn and write 指派结果.json. Raises ReviewError naming the set that blocks."""
    told = folder.data(SAMPLE, "sample")
    parts = told["seed"]
    seed = Seed(parts["batch"], parts["agencies"], parts["files"], parts["public"], tuple(parts["salts"]))
    plan, files, experts = folder.plan, drawn_files(folder), folder.experts.items
    known = {same_name(expert.name) for expert in experts}
    if strange := sorted({item.expert for item in folder.declared.items if same_name(item.expert) not in known}):
        # A slip of the pen in a name would let somebody score whom a declaration bars.
        raise ReviewError(f"回避申报里的专家“{name}”不在专家名册里；请改正姓名" for name in strange)
    conflicts = Conflicts(folder.agencies.items, folder.declared.items, plan.end, plan.employment_years)
    barred: dict[str, dict[str, list[str]]] = {}
    allowed: dict[str, list[str]] = {}
    for file in sorted(files, key=lambda file: seed.key("assign", file.agency, file.number)):
        name = file_name(file)
        reasons = {expert.name: conflicts.between(expert, file) for expert in experts}
        barred[name] = {expert: list(why) for expert, why in sorted(reasons.items()) if why}
        free = [expert.name for expert in experts if not reasons[expert.name]]
        allowed[name] = sorted(free, key=lambda expert: seed.key("pair", file.agency, file.number, expert))
    order = sorted((expert.name for expert in experts), key=lambda expert: seed.key("expert", expert))
    found = assign(allowed, order, plan.per_file)
    if isinstance(found, Blocked):
        raise ReviewError(found.why)
    result = {
        "version": 1,
        "seed": seed.value.hex(),
        "perFile": plan.per_file,
        "experts": folder.experts.digest,
        "declared": folder.declared.digest,
        "files": [
            {"file": file_name(file), "experts": found[file_name(file)], "barred": barred[file_name(file)]}
            for file in files
        ],
        "loads": {expert.name: sum(expert.name in chosen for chosen in found.values()) for expert in experts},
    }
    folder.keep_data(ASSIGNMENT, result, again=again)
    return result


def file_name(file: File) -> str:
    """What a file is called within an evaluation: agency and number."""
    return f"{file.agency}/{file.number}"


__all__ = ["assign_experts", "case_files", "drawn_files", "file_name", "sample", "verify"]
