"""The codes under which files go to experts: 卷001 and on, in the order of keys that tell nothing of the agency."""

from __future__ import annotations

from collections.abc import Mapping

from ipcheck.review.draw import Seed
from ipcheck.review.folder import SAMPLE, Folder
from ipcheck.review.rosters import File
from ipcheck.review.steps import drawn_files


def seed_of_sample(folder: Folder) -> Seed:
    """The seed that the sample was drawn by. Raises ReviewError if there is no sample."""
    parts = folder.data(SAMPLE, "sample")["seed"]
    return Seed(parts["batch"], parts["agencies"], parts["files"], parts["public"], tuple(parts["salts"]))


def codes(folder: Folder) -> Mapping[str, File]:
    """The files of the sample by their codes, in order of the codes. Raises ReviewError if there is no sample."""
    seed, files = seed_of_sample(folder), drawn_files(folder)
    digits = max(3, len(str(len(files))))
    ordered = sorted(files, key=lambda file: seed.key("code", file.agency, file.number))
    return {f"卷{number:0{digits}}": file for number, file in enumerate(ordered, 1)}


__all__ = ["codes", "seed_of_sample"]
