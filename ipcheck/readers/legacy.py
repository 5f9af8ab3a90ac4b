"""Reads .doc and .wps of Word 97 to 2003 and WPS Writer: converted to .docx first, then read as one."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ipcheck.model.document import Document
from ipcheck.readers import child, docx
from ipcheck.readers.errors import ReadError, refuse_large
from ipcheck.readers.limits import DEFAULT, Limits, limit_told
from ipcheck.whole import why

_SAVE_AS = "请在 Word 或 WPS 中打开，另存为 .docx 后再检查"
_ENCRYPTED = "文件已加密，需要密码才能打开；请在 Word 或 WPS 中去除密码后另存为 .docx"
_PACKAGES = ("EncryptedPackage", "EncryptionInfo")
_STREAMS = (("WordDocument", ""), ("Workbook", "Excel 工作簿"), ("PowerPoint Document", "PowerPoint 演示文稿"))


def read(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """Read an OLE2 Word document; ``Document.format`` is doc, everything else as for .docx.

    msdoc2docx (the extra ``doc``) is asked first, then LibreOffice if it is on the PATH. Raises ReadError for
    encrypted files, for OLE2 files that are no Word documents, and when neither converter could do it.
    """
    refuse_large(len(data), limits)
    if all(_utf16(name) in data for name in _PACKAGES):
        raise ReadError(_ENCRYPTED)
    what = next((what for name, what in _STREAMS if _utf16(name) in data), None)
    if what is None:
        raise ReadError(f"这个 OLE2 文件里没有 Word 正文，或者文件已损坏；{_SAVE_AS}")
    if what:
        raise ReadError(f"这是 {what}，不是申请文件；{_SAVE_AS}")
    with tempfile.TemporaryDirectory(prefix="ipcheck-") as folder:
        converted = _convert(data, Path(folder), limits)
    return replace(docx.read(converted, path, limits), format="doc")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _convert(data: bytes, folder: Path, limits: Limits) -> bytes:
    """The bytes of the .docx made of ``data`` by the first converter that can. Raises ReadError."""
    source = folder / "source.doc"
    source.write_bytes(data)
    problems = []
    office = _office()
    if importlib.util.find_spec("doc2docx") is not None:
        target = folder / "target.docx"
        problem = _with_msdoc2docx(source, target, limits)
        if not problem and target.is_file():
            return _bytes(target, limits)
        problems.append(f"msdoc2docx：{problem or '没有结果'}")
    elif office is None:
        raise ReadError(
            f"读取 .doc/.wps 需要扩展组件：请运行 pip install ipcheck[doc]，或安装 LibreOffice；也可以{_SAVE_AS[1:]}"
        )
    if office is not None:
        problem = _with_office(office, source, folder, limits)
        target = folder / "out" / "source.docx"
        if not problem and target.is_file():
            return _bytes(target, limits)
        problems.append(f"LibreOffice：{problem or '没有结果'}")
    raise ReadError(f"旧版 Word 文件无法转换（{'；'.join(problems)}）；{_SAVE_AS}")


def _bytes(target: Path, limits: Limits) -> bytes:
    if target.stat().st_size > limits.file_bytes:
        raise ReadError(f"转换后的文件过大（{limit_told(limits, 'file_bytes')}），未读取；{_SAVE_AS}")
    return target.read_bytes()


def _with_msdoc2docx(source: Path, target: Path, limits: Limits) -> str:
    """Convert in a child process; return what went wrong, or nothing. Raises ReadError for an encrypted file."""
    arguments = {
        "source": str(source),
        "target": str(target),
        "seconds": limits.parser_seconds,
        "memory": limits.memory,
    }
    try:
        done = child.run("ipcheck.readers.legacy_convert", arguments, b"", limits.parser_seconds)
        result = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return f"{limits.parser_seconds} 秒内未完成（每个文件的时间一半用来转换，{limit_told(limits, 'seconds')}）"
    except OSError as error:
        return f"无法启动（{why(error)}）"
    except ValueError:
        return "异常终止，文件可能已损坏"
    if result.get("error") == "EncryptedDocumentError":
        raise ReadError(_ENCRYPTED)
    if result.get("error"):
        return f"{result['error']} {result['detail']}"
    return ""


def _office() -> str | None:
    """LibreOffice's program on the PATH; never one that lies in the current folder, as Windows would offer."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found and Path(found).is_absolute() and Path(found).parent.resolve() != Path.cwd():
            return found
    return None


def _with_office(office: str, source: Path, folder: Path, limits: Limits) -> str:
    """Convert with LibreOffice under a profile of its own, so that one already open is not disturbed."""
    command = [
        office,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False)
    except subprocess.TimeoutExpired:
        return f"{limits.seconds} 秒内未完成（{limit_told(limits, 'seconds')}）"
    except OSError as error:
        return f"无法启动（{why(error)}）"
    return "" if done.returncode == 0 else f"退出码 {done.returncode}"
