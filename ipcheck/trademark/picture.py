"""A mark's picture file beside the table: its size, what it looks like, or why it could not be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ipcheck.model import ImageFacts
from ipcheck.readers.images import describe
from ipcheck.whole import why_unread

# A specimen is some hundred kilobytes; what is larger by far is not decoded.
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the name in the table, its bytes counted, what is to be seen, and what is wrong with it, else ""."""

    name: str
    size: int
    facts: ImageFacts | None
    problem: str = ""
    fetch: Callable[[], bytes] | None = None

    def data(self) -> bytes | None:
        """The bytes, None where it could not be looked at."""
        try:
            return None if self.problem or self.fetch is None else self.fetch()
        except OSError:
            return None


def picture_beside(table: str, name: str) -> Picture:
    """Look at the picture ``name`` that a table names. The path counts from the table's folder and may not leave it.

    Never raises; what is wrong stands in ``problem``.
    """
    written = PurePosixPath(name.replace("\\", "/"))
    folder = Path(table).parent
    try:
        path = (folder / written).resolve()
        inside = path.is_relative_to(folder.resolve()) and not written.is_absolute() and ":" not in name
        if not inside:
            return Picture(name, 0, None, "不在表格所在的文件夹里，没有打开；请把图样放在表格旁边，写相对路径")
        if not path.is_file():
            return Picture(name, 0, None, "没有找到；请核对文件名，路径从表格所在的文件夹算起")
        size = path.stat().st_size
        if size > _MOST_BYTES:
            return Picture(name, size, None, f"有 {size / 1e6:.1f} MB，没有打开；请导出成符合要求的小图")
        facts = describe(path.read_bytes())
    except (OSError, ValueError) as error:
        return Picture(
            name, 0, None, f"读不了（{why_unread(error) if isinstance(error, OSError) else '文件名不合格'}）"
        )
    return Picture(name, size, facts, "" if facts else "不是能打开的图片，可能已损坏；请重新导出", path.read_bytes)


__all__ = ["Picture", "picture_beside"]
