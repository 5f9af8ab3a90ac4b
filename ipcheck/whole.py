"""Writing a file whole or not at all, under a name that every file system allows."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from pathlib import Path

# Names that Windows keeps for itself, whatever stands behind the first point.
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
_DEVICES |= {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"}
# How the names of files begin that are being written.
TEMPORARY = ".ipcheck-"
_WHY = {
    errno.ENOENT: "上级文件夹不存在，请先建立它",
    errno.ENOTDIR: "上级不是文件夹，请换一个位置",
    errno.EEXIST: "已经有同名的文件，请换一个名字",
    errno.EISDIR: "这是文件夹，请写文件名",
    errno.ENOTEMPTY: "这是文件夹，请写文件名",
    errno.EACCES: "没有权限，请换一个位置或者请管理员授权",
    errno.EPERM: "没有权限，请换一个位置或者请管理员授权",
    errno.EROFS: "磁盘是只读的，请换一个位置",
    errno.ENOSPC: "磁盘满了，请清出空间后重试",
    errno.EDQUOT: "磁盘配额用完了，请清出空间后重试",
    errno.ENAMETOOLONG: "文件名太长，请改短",
    errno.ELOOP: "符号链接绕成了圈，请换一个位置",
    errno.EMFILE: "打开的文件太多，请关闭一些程序后重试",
    errno.ENFILE: "打开的文件太多，请关闭一些程序后重试",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.EFBIG: "文件太大，磁盘的格式容不下，请换一个位置",
    errno.EBUSY: "正被其他程序占用，请关闭后重试",
    errno.ETXTBSY: "正被其他程序占用，请关闭后重试",
    errno.ENOMEM: "内存不够，请关闭一些程序后重试",
    errno.EAGAIN: "系统忙，请稍后重试",
    errno.EINVAL: "系统不接受这个名字，请改名",
    errno.EILSEQ: "系统不接受这个名字里的字，请改名",
    errno.ENOTSUP: "这个磁盘不支持，请换一个位置",
    errno.EPIPE: "接收的程序已经结束",
}
# Where reading says something else than writing.
_WHY_UNREAD = {
    errno.ENOENT: "文件不存在，请检查路径",
    errno.ENOTDIR: "路径里有一段不是文件夹，请检查路径",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EACCES: "没有读取权限，或者正被其他程序占用",
    errno.EPERM: "没有读取权限，或者正被其他程序占用",
    errno.ENAMETOOLONG: "文件名太长，请检查路径",
    errno.ELOOP: "符号链接绕成了圈，请换成真正的文件",
    errno.EINVAL: "系统不接受这个名字，请检查路径",
}


def write_atomically(target: Path, data: bytes) -> None:
    """Write ``data`` to a temporary file beside ``target`` and rename it; an old file stays whole until then.

    A new file may be read by whom the user's umask lets read it, an old one keeps its mode. A link stays one: the file
    it leads to is written. What is no file (/dev/null, a pipe) is written into, never replaced. Raises OSError where
    that cannot be done; nothing is left behind then.
    """
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as device:
            device.write(data)
        return
    target = Path(os.path.realpath(target))
    temporary = target.with_name(f"{TEMPORARY}{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def is_pipe(path: Path) -> bool:
    """Whether it is a pipe with a name: opening it would wait until somebody writes to it."""
    try:
        return path.is_fifo() and Path(os.path.realpath(path)).exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that path; a path that no system takes (too long) is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def why(error: OSError) -> str:
    """Why the system refused to write, in words for the user, with what to do."""
    return _WHY.get(error.errno or 0) or f"系统拒绝（{error.strerror or error}）"


def why_unread(error: Exception) -> str:
    """Why something was not read: where the system refused, in words for the user, with what to do."""
    if not isinstance(error, OSError):
        return str(error)
    return _WHY_UNREAD.get(error.errno or 0) or why(error)


def plain_stem(words: str, *, longest: int = 60, nameless: str = "未命名") -> str:
    """What a file may be called after ``words`` on every system, without its suffix; ``nameless`` if nothing is left.

    No separator, colon or the like, no point or blank at the end, none of the names that Windows keeps for itself. A
    name has 255 bytes at most and a Chinese character three, so it is cut after ``longest`` characters.
    """
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", words)[:longest].strip(" .") or nameless
    device, point, rest = plain.partition(".")
    return f"{device}_{point}{rest}" if device.strip().upper() in _DEVICES else plain


def free_stem(plain: str, taken: set[str]) -> str:
    """``plain``, or with a number behind it where the name is taken, which it is from now on.

    Upper and lower case are one name on many systems.
    """
    stem, number = plain, 2
    while stem.casefold() in taken:
        stem, number = f"{plain}（{number}）", number + 1
    taken.add(stem.casefold())
    return stem


__all__ = ["TEMPORARY", "free_stem", "is_folder", "is_pipe", "plain_stem", "why", "why_unread", "write_atomically"]
