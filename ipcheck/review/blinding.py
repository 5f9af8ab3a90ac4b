"""The step that puts every drawn file under a code, without the names of those who wrote or ordered it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.review.blind.copies import blind_copy, blind_name, left_over
from ipcheck.review.blind.names import Names
from ipcheck.review.codes import codes
from ipcheck.review.folder import BLIND, BLIND_KEY, Folder
from ipcheck.review.rosters import File
from ipcheck.review.steps import case_files
from ipcheck.whole import TEMPORARY


def blind(folder: Folder, *, again: bool = False, limits: Limits = DEFAULT) -> dict[str, Any]:
    """Write the blind copies and the key file; what could not be made blind is named and left out of the package.

    Every copy is read again afterwards: one in which a name is left is not written. Raises ReviewError.
    """
    own = {agency.code: agency for agency in folder.agencies.items}
    entries = []
    problems: list[str] = []
    for code, file in codes(folder).items():
        names = names_of(folder, file)
        made = {}
        copies: dict[str, bytes] = {}
        faults: list[str] = []
        for source, target in _files(folder, code, file, names, faults):
            shown = source.relative_to(folder.path).as_posix()
            try:
                copy = blind_copy(read_whole(source, limits), source.name, names, limits)
                left = left_over(copy, target, names, limits)
            except ReadError as error:
                faults.append(f"{code}（{shown}）：{error}")
                continue
            if left:
                faults.append(f"{code}（{shown}）匿名后仍有名称，没有放进去：{'；'.join(left[:5])}")
            copies[f"{BLIND}/{target}"] = copy
            made[f"{BLIND}/{target}"] = shown
        if faults:
            # A case of which a part is missing would be scored as one that lacks it: all of it or nothing.
            problems += faults
            made = {}
        for target in made:
            folder.keep(target, copies[target], again=again)
        entries.append(
            {"code": code, "agency": file.agency, "name": own[file.agency].name, "number": file.number, "files": made}
        )
    _without_stale(folder, {target for entry in entries for target in entry["files"]}, problems, again=again)
    result = {"version": 1, "codes": entries}
    folder.keep_data(BLIND_KEY, result, again=again)
    return {**result, "problems": problems}


def _without_stale(folder: Folder, made: set[str], problems: list[str], *, again: bool) -> None:
    """Copies of an earlier run that were not made this time: out of the package, they may hold a name."""
    root = folder.path / BLIND
    for path in sorted(item for item in root.rglob("*") if item.is_file()) if root.is_dir() else ():
        name = path.relative_to(folder.path).as_posix()
        if name in made:
            continue
        if path.name.startswith(TEMPORARY):
            # Left by a run that was killed while it wrote.
            path.unlink(missing_ok=True)
        elif again:
            folder.put_away(name)
        else:
            problems.append(f"{name} 不是这一次做的，可能还有名称；请加 --again 把它移走")


def names_of(folder: Folder, file: File) -> Names:
    """The names that give a file away: its agency, all attorneys of that agency, applicants, inventors, telephone."""
    agency = next(item for item in folder.agencies.items if item.code == file.agency)
    colleagues = {name for other in folder.files.items if other.agency == file.agency for name in other.attorneys}
    return Names(
        (
            agency.code,
            agency.name,
            agency.short,
            agency.phone,
            file.number,
            *colleagues,
            *file.applicants,
            *file.inventors,
        )
    )


def _files(folder: Folder, code: str, file: File, names: Names, problems: list[str]) -> Iterator[tuple[Path, str]]:
    """The files of a case with the names of their copies within the package."""
    own = folder.path / file.path
    sources = case_files(folder, file.path) if file.path else []
    if not sources:
        problems.append(f"{code}：案卷的文件不在（{file.path or '名册里没有写'}）")
        return
    if own.is_file():
        yield own, f"{code}{own.suffix.lower()}"
        return
    taken: set[str] = set()
    for number, source in enumerate(sources, 1):
        inner = [
            piece
            for piece in source.relative_to(own).parts[:-1]
            if blind_name(f"{piece}.x", number, names) == f"{piece}.x"
        ]
        target = "/".join([code, *inner, blind_name(source.name, number, names)])
        if target in taken:
            target = "/".join([code, *inner, f"文件{number}{source.suffix.lower()}"])
        taken.add(target)
        yield source, target


__all__ = ["blind", "names_of"]
