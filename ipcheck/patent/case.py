"""Which files make one application (design, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeVar

from ipcheck.model import Document, DocumentBuilder, Place, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent.filing import Filing
from ipcheck.patent.kind import Kind
from ipcheck.patent.parts import Part, PartName, draw_parts
from ipcheck.readers.images import named

# Formats that are drafts when met in a folder; a file named on the command line is always tried.
SUFFIXES = frozenset(
    {".docx", ".dotx", ".docm", ".doc", ".wps", ".pdf", ".xml", ".zip", ".txt", ".text", ".md", ".markdown"}
)
_OURS = lazy(r"^(?:ipcheck[-_.].*|.*\.ipcheck\.\w+)$", re.IGNORECASE)
# What tells of a folder, in a checkout or beside examples.
_ABOUT = lazy(r"^(?:(?:readme|changelog)(?:[-_.]\w+)?\.(?:md|markdown|txt)|说明\.(?:md|markdown))$", re.IGNORECASE)
_FORM_CODE = lazy(r"^1[0-9]{5}\b|^1[0-9]{5}[-_]")
_PART_WORDS = lazy(
    r"(?:发明|实用新型|外观设计)?(?:专利)?(?:请求书|代理委托书|委托书|权利要求书?|说明书摘要附图|说明书摘要|说明书附图|摘要附图|摘要|附图|说明书|"
    r"序列表|简要说明|图片或?照片)|1[0-9]{5}"
)
_PICTURE_FOLDERS = frozenset({"附图", "说明书附图", "图", "图片"})
_MANY = 40
# What is said in drafts again and again, and hardly in letters, powers of attorney and receipts.
_DRAFTED = lazy(r"其特征在于|本发明|本实用新型|如图[ ]*\d|\[0\d{3}\]|权利要求[ ]*\d")
_LEAST_DRAFTED = 5
_MAIN = (PartName.CLAIMS, PartName.DESCRIPTION)
PathT = TypeVar("PathT", bound=PurePath)


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

    Lock files (~$…), hidden files, our own reports and what tells of a folder (README.md, 说明.md) are passed over.
    Folders named after the e-filing codes (100001, 100002 …) and 附图 belong to the folder that holds them. Pictures
    count only where their names tell which figure they are (图1.png), and not beside XML, which names its pictures
    itself. Raises FileNotFoundError.
    """
    if not path.exists():
        raise FileNotFoundError(path)
    if not path.is_dir():
        yield Bundle(path.as_posix(), (path,))
        return
    bundles: dict[Path, list[Path]] = {}
    pictures: dict[Path, list[Path]] = {}
    for file in sorted(path.rglob("*"), key=lambda item: item.as_posix()):
        inner = file.relative_to(path).parts
        picture = named(file.name) is not None
        if not (picture or file.suffix.lower() in SUFFIXES) or any(piece.startswith((".", "~$")) for piece in inner):
            continue
        if _OURS.match(file.name) or _ABOUT.match(file.name) or not file.is_file():
            continue
        folder = case_folder(file) if file.parent != path else path
        (pictures if picture else bundles).setdefault(folder, []).append(file)
    for folder, files in pictures.items():
        if folder in bundles:
            beside_xml = any(file.suffix.lower() == ".xml" for file in bundles[folder])
            bundles[folder] += [] if beside_xml else files
        elif folder == path:
            bundles[folder] = files
    for folder, files in bundles.items():
        yield from _split(folder, files, whole=folder in pictures)


def case_folder(file: PathT) -> PathT:
    """The folder of the case that a file belongs to: its own, or the one above 100001, 100002 … and 附图."""
    folder = file.parent
    return folder.parent if _FORM_CODE.match(folder.name) or folder.name in _PICTURE_FOLDERS else folder


def _split(folder: Path, files: list[Path], *, whole: bool) -> Iterator[Bundle]:
    """A folder of very many files as a bundle for each case that their names tell apart.

    So many are no one case; looked at together they would fill the memory and keep one process busy. Where there
    are pictures (``whole``) nobody can tell by names whose they are.
    """
    cases: dict[str, list[Path]] = {}
    for file in files:
        # Numbers tell cases apart here: 稿1, 稿2; what is left of the parts' names is the case's: 甲-权利要求书.
        cases.setdefault(_PART_WORDS.sub("", squeeze(file.stem)).strip("_-—.()（）【】[]"), []).append(file)
    if whole or len(files) < _MANY or len(cases) == 1:
        yield Bundle(folder.as_posix(), tuple(files))
        return
    for case in cases.values():
        yield Bundle(case[0].as_posix() if len(case) == 1 else folder.as_posix(), tuple(case))


def draw_filings(
    documents: Iterable[tuple[str, Document]], *, kind: Kind | None, bundle: str
) -> Iterator[tuple[Filing, list[str]]]:
    """The applications that a bundle's documents make, each with notes on what was not taken in.

    A document that holds both claims and description is one application; the others are put together by what is
    left of their names without the name of the part (J-权利要求书, J-说明书), unless a part comes twice. Picture
    files are the drawings of the one application there is, if it has none of its own.
    ``documents`` are pairs of the file they came from and the document.
    """
    whole: list[_Drawn] = []
    partial: dict[str, list[_Drawn]] = {}
    loose: list[Document] = []
    for file, document in documents:
        if document.format == "image":
            loose.append(document)
            continue
        drawn = _Drawn(document, draw_parts([document]))
        if all(drawn.parts.get(name) for name in _MAIN):
            whole.append(drawn)
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
    groups = [*([drawn] for drawn in whole), *partial.values()]
    notes = _add_pictures(groups, [_Drawn(item, draw_parts([item])) for item in _gathered(loose)])
    for group in groups:
        name = group[0].document.path if len(group) == 1 or group[0] in whole else bundle
        parts = group[0].parts if len(group) == 1 else None
        filing = Filing(tuple(drawn.document for drawn in group), kind=kind, name=name, parts=parts)
        yield filing, [*notes, *_repeats(group), *_unrecognised(group)]
        notes = []


def _gathered(pictures: list[Document]) -> list[Document]:
    """The pictures of each part as one document, in the order of their figures; each keeps its file for a place."""
    found: dict[str, list[Document]] = {}
    for document in pictures:
        found.setdefault(document.paragraphs[0].part or "", []).append(document)
    documents: list[Document] = []
    for part, group in found.items():
        if len(group) == 1:
            documents += group
            continue
        group.sort(key=lambda document: (_figure_order(document.objects[0].label), document.path))
        builder = DocumentBuilder(PurePath(group[0].path).parent.as_posix(), "image")
        for item in (document.objects[0] for document in group):
            builder.add_object(item.kind, Place(item.name), item.name, item.label, look=item.look)
            builder.end_paragraph(part=part)
        documents.append(builder.build(sha256=group[0].sha256))
    return documents


def _figure_order(label: str) -> tuple[tuple[int, str], ...]:
    """图2 before 图10, 图2a before 图2b."""
    return tuple((int(digits or 0), rest) for digits, rest in re.findall(r"(\d+)|(\D+)", label))


def _add_pictures(groups: list[list[_Drawn]], pictures: list[_Drawn]) -> list[str]:
    """Put the pictures to the only application that lacks them; a note where nobody can tell whose they are."""
    if not pictures:
        return []
    if not groups:
        groups.append(pictures)
        return []
    for picture in pictures:
        name = next(iter(picture.parts))
        lacking = [group for group in groups if not any(drawn.parts.get(name) for drawn in group)]
        if len(groups) == 1 and lacking:
            groups[0].append(picture)
        elif lacking:
            return ["文件夹里有几件申请，图片文件不知道属于哪一件，未检查；请把每件申请放进各自的文件夹"]
    return []


def _case_key(path: str) -> str:
    stem = PurePath(path).stem
    if _FORM_CODE.match(PurePath(path).parent.name):
        return ""
    return re.sub(r"[\s_\-—.()（）【】\[\]0-9]+$|^[\s_\-—.()（）【】\[\]]+", "", _PART_WORDS.sub("", squeeze(stem)))


def _unrecognised(group: list[_Drawn]) -> list[str]:
    """A note for each text beside a case's parts that reads like one of them but does not say which."""
    if len(group) == 1:
        return []
    return [
        f"{drawn.document.path}：像是申请文件的一部分，但没有认出是哪一部分，未检查；请在开头写上“说明书”等标题，"
        "或者写进文件名；不是申请文件的请移到别处"
        for drawn in group
        if not any(drawn.parts.values()) and len(_DRAFTED.findall(drawn.document.folded)) >= _LEAST_DRAFTED
    ]


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
