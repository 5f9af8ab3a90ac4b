"""What lies beside the documents runs nothing and loosens nothing; what the user names does."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main

_DRAFT = "权利要求书\n1. 一种杯子，包括杯体。\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case that came from elsewhere: its own settings name code that leaves a trace in the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = Path("来件")
    (folder / "evil").mkdir(parents=True)
    (folder / "稿.txt").write_text(_DRAFT, encoding="utf-8")
    (folder / "ipcheck.toml").write_text('checks = ["evil"]\n', encoding="utf-8")
    (folder / "evil" / "evil.py").write_text(
        f"import os; os.makedirs({str(tmp_path / '痕迹')!r}, exist_ok=True)\n", encoding="utf-8"
    )
    return folder


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, [*words])
    return done.exit_code, done.stderr


@pytest.mark.parametrize("name", ["来件", "来件/稿.txt", "来件/../来件"])
@pytest.mark.parametrize("room", ["patent", "abnormal", "agency", "config"])
def test_code_beside_the_documents_does_not_run(name: str, room: str, case: Path, tmp_path: Path) -> None:
    code, told = run(room, name)
    assert code == 2 and "不能指定 checks" in told and not (tmp_path / "痕迹").exists()


@pytest.mark.parametrize("name", [".", "稿.txt", "../来件", ".."])
def test_nor_where_somebody_works_in_that_folder(
    name: str, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    code, told = run("patent", name)
    assert code == 2 and "--config ipcheck.toml" in told and not (tmp_path / "痕迹").exists()


@pytest.mark.parametrize("words", [("--config", "来件/ipcheck.toml"), ("--checks", "来件/evil")])
def test_code_that_the_user_names_runs(words: tuple[str, str], case: Path, tmp_path: Path) -> None:
    Path("来件/ipcheck.toml").unlink() if "--checks" in words else None
    run("patent", "来件", *words)
    assert (tmp_path / "痕迹").exists()


def test_limits_are_not_loosened_from_beside_the_documents(case: Path) -> None:
    (case / "ipcheck.toml").write_text('[limits]\nmemory = "900GB"\n', encoding="utf-8")
    code, told = run("patent", "来件")
    assert code == 2 and "不能指定 limits" in told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("while True: pass", "加载超过 1 秒"),
        ("import os; os._exit(0)", "加载时进程意外退出（退出码 0）"),
        ("import faulthandler, ctypes; faulthandler.disable(); ctypes.string_at(0)", "加载时进程意外退出（SIGSEGV）"),
        ("raise ValueError('坏')", "加载失败：ValueError: 坏"),
    ],
)
def test_a_check_file_that_does_harm_when_loaded_is_named(
    source: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipcheck.plugins._LOADING", 1)
    monkeypatch.chdir(tmp_path)
    Path("客").mkdir()
    Path("客/harm.py").write_text(source, encoding="utf-8")
    Path("稿.txt").write_text(_DRAFT, encoding="utf-8")
    done = CliRunner().invoke(main, ["patent", "稿.txt", "--checks", "客"])
    assert done.exit_code == 2 and "harm.py" in done.stdout and told in "".join(done.stdout.split("\n    "))
    assert "CLM003" in done.stdout
