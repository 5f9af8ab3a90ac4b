"""Writes the cases under examples/patent: ``python -m tests.make_examples``. The same code gives the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.pot_holder import POT_HOLDER
from tests.samples.trolley import TROLLEY
from tests.samples.umbrella_rack import UMBRELLA_RACK, planted_list
from tests.samples.write_docx import one_file, separate_files

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "patent"
TROLLEY_CASE = "01-发明-折叠式苗盘转运车"
POT_HOLDER_CASE = "02-实用新型-夹持式花盆托架"
FAULTY_CASE = "03-缺陷样稿"
# A name that ipcheck passes over: the list beside the folder is no draft.
FAULTY_LIST = f"{FAULTY_CASE}.ipcheck.md"


def build() -> dict[str, bytes]:
    """Every file of the cases by its path below examples/patent."""
    files = {f"{TROLLEY_CASE}/{name}": data for name, data in separate_files(TROLLEY).items()}
    files[f"{POT_HOLDER_CASE}/夹持式花盆托架.docx"] = one_file(POT_HOLDER)
    files |= {f"{FAULTY_CASE}/{name}": data for name, data in separate_files(UMBRELLA_RACK).items()}
    files[FAULTY_LIST] = planted_list().encode()
    return files


def main(folder: Path = EXAMPLES) -> None:
    """Write them all below ``folder``."""
    for name, data in build().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
