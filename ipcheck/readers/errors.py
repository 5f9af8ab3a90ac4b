"""What a reader says when it cannot read."""

from __future__ import annotations

from ipcheck.readers.limits import Limits, limit_told, size_text


class ReadError(Exception):
    """A file could not be read. The message is a Chinese sentence for the user: what is wrong, where, what to do."""


def refuse_large(size: int, limits: Limits) -> None:
    """Raise ReadError for a file of so many bytes if that is more than the limit."""
    if size > limits.file_bytes:
        told = limit_told(limits, "file_bytes")
        raise ReadError(f"文件太大（{size_text(size)}，{told}），未读取；请压缩图片或拆分后重试")
