"""Old Word files: converted in a child process, or refused with a sentence that says what to do."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ipcheck.readers import Limits, ReadError, child, legacy, read_file
from tests.readers.doc_maker import make_doc, ole2

DRAFT = "权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子。"
needs_msdoc2docx = pytest.mark.skipif(
    importlib.util.find_spec("doc2docx") is None, reason="msdoc2docx (the extra doc) is not installed"
)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and shutil.which("libreoffice") is None, reason="LibreOffice is not on the PATH"
)


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        legacy.read(data, "a.doc", Limits())
    return str(caught.value)


def without(monkeypatch: pytest.MonkeyPatch, *, module: bool = True, office: bool = True) -> None:
    find = importlib.util.find_spec

    def find_spec(name: str, package: str | None = None) -> Any:
        return None if module and name == "doc2docx" else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    if office:
        monkeypatch.setattr(shutil, "which", lambda name: None)


@needs_msdoc2docx
@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.docx"])
def test_a_word_97_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(make_doc(DRAFT))
    (document,) = read_file(path, name, Limits())
    assert document.text == DRAFT
    assert (document.format, document.path, document.notes) == ("doc", name, ())
    assert document.sha256 and len(document.paragraphs) == 3


@needs_msdoc2docx
def test_an_encrypted_doc() -> None:
    assert "加密" in refusal(make_doc(DRAFT, encrypted=True))


def test_an_encrypted_docx() -> None:
    assert "加密" in refusal(ole2({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}))


def test_ole2_files_of_other_programs() -> None:
    assert "Excel" in refusal(ole2({"Workbook": b"x"}))
    assert "PowerPoint" in refusal(ole2({"PowerPoint Document": b"x"}))
    assert "没有 Word 正文" in refusal(ole2({"Contents": b"x"}))


@needs_msdoc2docx
def test_a_damaged_doc(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, module=False)
    message = refusal(make_doc(DRAFT)[:3000])
    assert "无法转换" in message and ".docx" in message


def test_no_converter_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch)
    message = refusal(make_doc(DRAFT))
    assert "ipcheck[doc]" in message and "LibreOffice" in message and "另存为 .docx" in message


@needs_msdoc2docx
def test_a_converter_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, module=False)

    def hang(*_: object) -> subprocess.CompletedProcess[bytes]:
        raise subprocess.TimeoutExpired("child", 1)

    monkeypatch.setattr(child, "run", hang)
    assert "秒内未完成" in refusal(make_doc(DRAFT))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_libreoffice_is_the_second_choice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\nexit 3\n')
    office.chmod(0o755)
    without(monkeypatch, office=False)
    monkeypatch.setenv("PATH", str(office.parent), prepend=":")
    assert "退出码 3" in refusal(make_doc(DRAFT))
    arguments = (office.parent / "arguments").read_text()
    assert "--headless" in arguments and "-env:UserInstallation=file://" in arguments


def test_a_program_in_the_current_folder_is_never_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    without(monkeypatch, office=False)
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / name))
    assert "安装 LibreOffice" in refusal(make_doc(DRAFT))


@needs_office
def test_libreoffice_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, office=False)
    assert legacy.read(make_doc(DRAFT), "a.doc", Limits()).text == DRAFT
