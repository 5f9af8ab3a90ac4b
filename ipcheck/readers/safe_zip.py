"""A stranger's ZIP file, opened in memory and never trusted: nothing is written to disk, every size is checked."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib

from ipcheck.readers.errors import ReadError, refuse_large
from ipcheck.readers.limits import RATIO_FROM, Limits, limit_told

# What zipfile raises on damaged or malicious data: its own errors, the decompressors', and the accidents of
# parsing random bytes (found by fuzzing, tests/readers/test_safe_zip.py).
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
)
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_CHUNK = 1 << 20
_REMEDY = "请确认文件来源，用原来的软件重新保存或者重新打包后再检查"


class SafeZip:
    """The entries of a ZIP file under their cleaned names, in the order of its directory.

    Names use ``/``; names stored without the UTF-8 flag are read as UTF-8 or GB18030, as Chinese Windows
    writes them. Folders are left out.
    """

    def __init__(self, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], limits: Limits) -> None:
        self._archive = archive
        self._entries = entries
        self._folded = {name.lower(): name for name in entries}
        self._limits = limits
        self._read = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files in the archive."""
        return tuple(self._entries)

    def find(self, name: str) -> str | None:
        """The stored spelling of ``name`` (part names ignore case), or None if there is no such file."""
        return name if name in self._entries else self._folded.get(name.lower())

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None

    def size(self, name: str) -> int:
        """The size ``name`` claims to have, in bytes. Raises KeyError if there is no such file."""
        return self._entries[self.find(name) or name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of the file ``name``.

        Raises KeyError if there is no such file, ReadError if it is damaged or larger than the limits allow,
        whatever its header claims.
        """
        info = self._entries[self.find(name) or name]
        room = min(self._limits.entry_bytes, self._limits.total_bytes - self._read)
        try:
            with self._archive.open(info) as stream:
                pieces: list[bytes] = []
                got = 0
                while got <= room and (piece := stream.read(min(_CHUNK, room + 1 - got))):
                    pieces.append(piece)
                    got += len(piece)
        except _BROKEN as error:
            raise ReadError(f"压缩包已损坏，其中的“{name}”无法解开：请重新取得或者重新保存该文件") from error
        if got > room:
            one = self._limits.entry_bytes <= room
            told = limit_told(self._limits, "entry_bytes" if one else "total_bytes")
            raise ReadError(f"压缩包中的“{name}”解开后过大（{told}），疑似压缩炸弹，已停止读取：{_REMEDY}")
        self._read += got
        return b"".join(pieces)


def open_zip(data: bytes, limits: Limits) -> SafeZip:
    """Open a ZIP file held in memory.

    Raises ReadError (in Chinese) if it is no ZIP file, damaged, encrypted, over the limits, or holds a name
    that leads out of it, a symbolic link, two files of one name, or an unusual compression method.
    """
    refuse_large(len(data), limits)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _BROKEN as error:
        raise ReadError("不是完整的 ZIP 压缩包，文件可能已损坏或者没有下载完：请重新取得或者重新保存该文件") from error
    if len(infos) > limits.zip_entries:
        raise ReadError(f"压缩包中有 {len(infos)} 个文件（{limit_told(limits, 'zip_entries')}）：{_REMEDY}")
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise ReadError(f"压缩包解开后过大（{limit_told(limits, 'total_bytes')}），疑似压缩炸弹：{_REMEDY}")
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = _clean_name(info)
        _check(info, name, limits)
        if name.endswith("/"):
            continue
        if name in entries:
            raise ReadError(f"压缩包中有两个同名的文件“{name}”，无法确定以哪个为准：{_REMEDY}")
        entries[name] = info
    return SafeZip(archive, entries, limits)


def _clean_name(info: zipfile.ZipInfo) -> str:
    """The entry's name with ``/`` and in the encoding it was meant in."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _check(info: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Raise ReadError if this entry is not one we take in."""
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in info.orig_filename:
        raise ReadError(f"压缩包中的文件名“{name}”指向压缩包之外，可能是恶意文件，已拒绝读取：{_REMEDY}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadError(f"压缩包中的“{name}”是符号链接，可能是恶意文件，已拒绝读取：{_REMEDY}")
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(f"压缩包中的“{name}”已加密：请去掉密码后再检查")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ReadError(f"压缩包中的“{name}”使用了不支持的压缩方式：请用普通 ZIP 方式重新打包")
    if info.file_size > limits.entry_bytes:
        told = limit_told(limits, "entry_bytes")
        raise ReadError(f"压缩包中的“{name}”解开后过大（{told}），疑似压缩炸弹：{_REMEDY}")
    if info.file_size > RATIO_FROM and info.file_size > limits.ratio * max(1, info.compress_size):
        told = limit_told(limits, "ratio")
        raise ReadError(f"压缩包中的“{name}”压缩比过高（{told}），疑似压缩炸弹：{_REMEDY}")
