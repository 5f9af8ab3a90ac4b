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
        for source, target in _files(folder, code, file, names, problems):
            try:
                data = read_whole(source, limits)
                copy = blind_copy(data, source.name, names, limits)
                left = left_over(copy, target, names, limits)
            except ReadError as error:
                problems.append(f"{code}（{source.relative_to(folder.path).as_posix()}）：{error}")
                continue
            if left:
                problems.append(
                    f"{code}（{source.relative_to(folder.path).as_posix()}）匿名后仍有名称，没有放进去：{'；'.join(left[:5])}"
                )
                continue
            folder.keep(f"{BLIND}/{target}", copy, again=again)
            made[f"{BLIND}/{target}"] = source.relative_to(folder.path).as_posix()
        entries.append(
            {"code": code, "agency": file.agency, "name": own[file.agency].name, "number": file.number, "files": made}
        )
    result = {"version": 1, "codes": entries}
    folder.keep_data(BLIND_KEY, result, again=again)
    return {**result, "problems": problems}


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
    if not file.path or not own.exists():
        problems.append(f"{code}：案卷的文件不在（{file.path or '名册里没有写'}）")
        return
    if own.is_file():
        yield own, f"{code}{own.suffix.lower()}"
        return
    taken: set[str] = set()
    sources = sorted(path for path in own.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
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
