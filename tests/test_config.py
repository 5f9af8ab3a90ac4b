"""Settings: all errors at once, who may name code, profiles, options, levels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.config import ConfigError, Wishes, make_settings, shipped_profiles
from ipcheck.model import Level
from ipcheck.plugins import load_checks, shipped

CHECK = """
from ipcheck.law import cite
from ipcheck.patent import PatentCheck

class CupWithoutLid(PatentCheck):
    '''甲。乙。丙。'''
    code = "MYC001"
    basis = (cite("法", "26.4"),)
    message = "没有盖"
    def find(self, filing, /):
        raise RuntimeError("坏了")
        yield
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_all_faults_are_told_at_once() -> None:
    config = write(
        Path("坏.toml"),
        'profil = "x"\nselect = ["CLM02O"]\nfail-on = "sometimes"\nas-of = "昨天"\njobs = 0\n'
        '[levels]\n"dep-cites-later-or-self" = "fatal"\n',
    )
    with pytest.raises(ConfigError) as error:
        make_settings(Wishes(config=config))
    told = "\n".join(error.value.problems)
    for words in ("profil", "CLM02O", "sometimes", "昨天", "jobs", "fatal"):
        assert words in told, told


def test_a_near_miss_is_suggested() -> None:
    with pytest.raises(ConfigError, match="是不是想写 dep-cites-later-or-self"):
        make_settings(Wishes(select=("dep-cites-later-or-selv",)))


@pytest.mark.parametrize("text", ["select = [", "\x00", 'select = "CLM020"', "levels = 3", "checks = [1]"])
def test_broken_files_are_told(text: str) -> None:
    with pytest.raises(ConfigError, match=r"ipcheck\.toml"):
        write(Path("ipcheck.toml"), text)
        make_settings(Wishes())


def test_a_missing_config_is_told() -> None:
    with pytest.raises(ConfigError, match="不存在"):
        make_settings(Wishes(config=Path("没有.toml")))


def test_a_folder_being_checked_names_no_code() -> None:
    write(Path("案件/我的检查/cup_without_lid.py"), CHECK)
    write(Path("案件/ipcheck.toml"), 'checks = ["我的检查"]')
    with pytest.raises(ConfigError, match="不能指定 checks"):
        make_settings(Wishes(paths=(Path("案件"),)))


def test_the_working_directory_may_name_code() -> None:
    write(Path("我的检查/cup_without_lid.py"), CHECK)
    write(Path("ipcheck.toml"), 'checks = ["我的检查"]\nselect = ["MYC001"]')
    settings = make_settings(Wishes())
    loaded = load_checks(settings.check_folders)
    assert [check.code for check in loaded.checks if settings.runs(check)] == ["MYC001"]


def test_a_config_beside_the_documents_chooses_checks() -> None:
    write(Path("案件/ipcheck.toml"), 'ignore = ["CLM"]\n[levels]\n"antecedent-missing" = "advice"\n')
    settings = make_settings(Wishes(paths=(Path("案件"),)))
    assert settings.levels == {"antecedent-missing": Level.ADVICE}
    loaded = load_checks([shipped("checks")])
    assert not any(check.code.startswith("CLM") for check in loaded.checks if settings.runs(check))


def test_profiles_extend_each_other_and_circles_are_told() -> None:
    write(
        Path("ipcheck.toml"),
        '[profiles."我们"]\nextends = "strict"\nignore = ["CLM020"]\n'
        '[profiles."甲"]\nextends = "乙"\n[profiles."乙"]\nextends = "甲"\n',
    )
    settings = make_settings(Wishes(profile="我们"))
    assert (settings.profile, settings.everything, settings.ignore) == ("我们", True, ("CLM020",))
    with pytest.raises(ConfigError, match="圈"):
        make_settings(Wishes(profile="甲"))
    with pytest.raises(ConfigError, match="没有这个方案"):
        make_settings(Wishes(profile="丙"))


def test_the_command_line_goes_first() -> None:
    write(Path("ipcheck.toml"), 'as-of = 2025-01-01\nfail-on = "never"')
    assert make_settings(Wishes()).as_of == date(2025, 1, 1)
    settings = make_settings(Wishes(as_of="2026-03-01", fail_on="advice"))
    assert (settings.as_of, settings.fail_on) == (date(2026, 3, 1), "advice")


@pytest.mark.parametrize("name", sorted(shipped_profiles()))
def test_every_shipped_profile_is_usable(name: str) -> None:
    settings = make_settings(Wishes(profile=name))
    assert settings.profile == name
    assert shipped_profiles()[name].title


def test_pct_drops_the_form_rules_and_kinds_follow_the_profile() -> None:
    checks = {check.check_name(): check for check in load_checks([shipped("checks")]).checks}
    pct = make_settings(Wishes(profile="pct"))
    assert not pct.runs(checks["abstract-too-long"])
    assert pct.runs(checks["dep-cites-later-or-self"])
    assert make_settings(Wishes(profile="utility-model")).kind == "utility-model"
    assert make_settings(Wishes(profile="utility-model", kind="design")).kind == "design"


def test_a_fault_names_the_option_or_the_file_that_said_it() -> None:
    write(Path("ipcheck.toml"), 'fail-on = "error"\n')
    with pytest.raises(ConfigError) as told:
        make_settings(Wishes(profile="没有", jobs=0))
    assert [problem.split("：")[0] for problem in told.value.problems] == ["--profile", "--jobs"]
    write(Path("ipcheck.toml"), 'profile = "没有"\njobs = 0\n')
    with pytest.raises(ConfigError) as told:
        make_settings(Wishes())
    assert [problem.split("：")[0] for problem in told.value.problems] == ["ipcheck.toml", "ipcheck.toml"]


def test_limits_are_read_in_units(tmp_path: Path) -> None:
    config = write(tmp_path / "限.toml", '[limits]\nfile-size = "1.5 MB"\nseconds = 7\nmembers = 3\n')
    limits = make_settings(Wishes(config=config, limits={"seconds": "9", "memory": "1gb"})).limits
    assert (limits.file_bytes, limits.seconds, limits.zip_entries) == (1_500_000, 9, 3)
    assert (limits.memory, limits.pages) == (1_000_000_000, 2_000)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("second = 7", "limits 里不认识的设置：second；是不是想写 seconds"),
        ("seconds = 0", "limits.seconds.*至少 1 秒，现在是 0"),
        ("seconds = true", "limits.seconds"),
        ('pages = "7"', "limits.pages.*整数"),
        ("file-size = 7", "limits.file-size.*200MB"),
        ('file-size = "-7MB"', "limits.file-size"),
        ('memory = "1MB"', "limits.memory.*至少 100 MB"),
        ('memory = "99999999GB"', "limits.memory"),
    ],
)
def test_a_limit_that_is_none_names_file_and_key(line: str, told: str, tmp_path: Path) -> None:
    config = write(tmp_path / "限.toml", f"[limits]\n{line}\n")
    with pytest.raises(ConfigError, match=told) as error:
        make_settings(Wishes(config=config))
    assert all("限.toml" in problem for problem in error.value.problems)


def test_a_limit_of_the_command_line_names_its_option() -> None:
    with pytest.raises(ConfigError, match=r"--max-file-size：.*现在是 7"):
        make_settings(Wishes(limits={"file-size": "7"}))


def test_config_shows_the_limits(tmp_path: Path) -> None:
    config = write(tmp_path / "限.toml", "[limits]\nseconds = 7\n")
    shown = CliRunner().invoke(main, ["config", "--config", str(config), "--max-pages", "8"]).stdout
    assert 'file-size = "100MB"' in shown and "seconds = 7" in shown and "pages = 8" in shown
