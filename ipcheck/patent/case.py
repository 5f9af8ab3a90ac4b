"""Which files make one application (design, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from ipcheck.model import Document
from ipcheck.model.text import squeeze
from ipcheck.patent.filing import Filing
from ipcheck.patent.kind import Kind
from ipcheck.patent.parts import Part, PartName, draw_parts

# Formats that are drafts when met in a folder; a file named on the command line is always tried.
SUFFIXES = frozenset(
    {".docx", ".dotx", ".docm", ".doc", ".wps", ".pdf", ".xml", ".zip", ".txt", ".text", ".md", ".markdown"}
)
_OURS = re.compile(r"^(?:ipcheck[-_.].*|.*\.ipcheck\.\w+)$", re.IGNORECASE)
_FORM_CODE = re.compile(r"^1[0-9]{5}\b|^1[0-9]{5}[-_]")
_PART_WORDS = re.compile(
    r"(?:发明|实用新型|外观设计)?(?:专利)?(?:请求书|代理委托书|委托书|权利要求书?|说明书摘要附图|说明书摘要|说明书附图|摘要附图|摘要|附图|说明书|"
    r"序列表|简要说明|图片或?照片)|1[0-9]{5}"
)
_MAIN = (PartName.CLAIMS, PartName.DESCRIPTION)


@dataclass(frozen=True)
class _Drawn:
    document: Document
    parts: dict[PartName, Part]


@dataclass(frozen=True)
class Bundle:
    """Files to be looked at together: ``name`` is what they are called in reports."""

    name: str
    files: tuple[Path, ...]


def find_bundles(path: Path) -> Iterator[Bundle]:
    """The bundles of files under ``path``: a file alone, or each folder that directly holds drafts, in order.

    Lock files (~$…), hidden files and our own reports are passed over. Folders named after the e-filing codes
    (100001, 100002 …) belong to the folder that holds them. Raises FileNotFoundError.
    """
    if not path.exists():
        raise FileNotFoundError(path)
    if not path.is_dir():
        yield Bundle(path.as_posix(), (path,))
        return
    bundles: dict[Path, list[Path]] = {}
    for file in sorted(path.rglob("*"), key=lambda item: item.as_posix()):
        inner = file.relative_to(path).parts
        if file.suffix.lower() not in SUFFIXES or any(piece.startswith((".", "~$")) for piece in inner):
            continue
        if _OURS.match(file.name) or not file.is_file():
            continue
        folder = file.parent
        if folder != path and _FORM_CODE.match(folder.name):
            folder = folder.parent
        bundles.setdefault(folder, []).append(file)
    for folder, files in bundles.items():
        yield Bundle(folder.as_posix(), tuple(files))


def draw_filings(
    documents: Iterable[tuple[str, Document]], *, kind: Kind | None, bundle: str
) -> Iterator[tuple[Filing, list[str]]]:
    """The applications that a bundle's documents make, each with notes on what was not taken in.

    A document that holds both claims and description is one application; the others are put together by what is
    left of their names without the name of the part (J-权利要求书, J-说明书), unless a part comes twice.
    ``documents`` are pairs of the file they came from and the document.
    """
    partial: dict[str, list[_Drawn]] = {}
    for file, document in documents:
        drawn = _Drawn(document, draw_parts([document]))
        if all(drawn.parts.get(name) for name in _MAIN):
            yield Filing((document,), kind=kind, name=document.path, parts=drawn.parts), []
            continue
        inside = "!/" in document.path
        key = f"{file}!" if inside else _case_key(document.path)
        partial.setdefault(key, []).append(drawn)
    keys = [key for key in partial if not key.endswith("!")]
    # A request or a drawing that bears another name than the rest still belongs to the only case there is.
    if len(keys) > 1 and not _repeats([drawn for key in keys for drawn in partial[key]]):
        partial = {"": [drawn for key in keys for drawn in partial[key]]} | {
            key: group for key, group in partial.items() if key.endswith("!")
        }
    for group in partial.values():
        name = group[0].document.path if len(group) == 1 else bundle
        filing = Filing(tuple(drawn.document for drawn in group), kind=kind, name=name)
        yield filing, _repeats(group)


def _case_key(path: str) -> str:
    stem = PurePath(path).stem
    if _FORM_CODE.match(PurePath(path).parent.name):
        return ""
    return re.sub(r"[\s_\-—.()（）【】\[\]0-9]+$|^[\s_\-—.()（）【】\[\]]+", "", _PART_WORDS.sub("", squeeze(stem)))


def _repeats(group: list[_Drawn]) -> list[str]:
    """A note for each part that comes twice in a case: only the longer one is looked at."""
    notes: list[str] = []
    seen: dict[PartName, str] = {}
    for drawn in group:
        for name, part in drawn.parts.items():
            if part and name in seen:
                notes.append(
                    f"同一案件里有两份{name.chinese}：{seen[name]} 与 {drawn.document.path}，只检查了较长的一份；"
                    "请把不同案件或者旧版本分放到不同文件夹"
                )
            elif part:
                seen[name] = drawn.document.path
    return notes
