"""The pipelines under templates/ci: valid by their published schemas, their commands run against a case."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from ruamel.yaml import YAML

from tests.conftest import ROOT
from tests.samples.formats import faulty, write
from tests.samples.pot_holder import POT_HOLDER

CI = ROOT / "templates" / "ci"
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with faulty cases in 案件, and an ``ipcheck`` on the PATH that is this checkout's."""
    script = tmp_path / "bin" / "ipcheck"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ipcheck "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    work = tmp_path / "仓库"
    write(faulty(), "docx-parts", work / "案件" / "甲")
    write(POT_HOLDER, "txt", work / "案件" / "乙")
    monkeypatch.chdir(work)
    return work


def shell(command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """As the runners do it: bash, stopping at the first command that fails."""
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("schema", "name"), [("vendor.github-workflows", "github-workflow.yml"), ("vendor.gitlab-ci", "gitlab-ci.yml")]
)
def test_they_fit_the_published_schemas(schema: str, name: str) -> None:
    # check-jsonschema carries the schemas of schemastore.org and of GitLab.
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(CI / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_takes_its_two_files() -> None:
    for command, path in (("validate-manifest", HOOKS), ("validate-config", CI / "pre-commit-config.yaml")):
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", command, str(path)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_each_explains_itself_in_chinese() -> None:
    for path in (*CI.iterdir(), HOOKS):
        comments = [
            line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith(("#", "//"))
        ]
        assert len(comments) >= 4, path
        assert sum("\u4e00" <= sign <= "\u9fff" for sign in "".join(comments)) > 60, path


def test_the_steps_of_the_github_workflow(repository: Path) -> None:
    workflow = loaded(CI / "github-workflow.yml")
    steps = {step["name"]: step["run"] for step in workflow["jobs"]["ipcheck"]["steps"] if "run" in step}
    assert list(steps) == ["安装", "检查", "汇总"]
    summary = repository / "summary.md"
    variables = {**workflow["env"], "GITHUB_STEP_SUMMARY": str(summary)}
    checked = shell(steps["检查"], **variables)
    assert checked.returncode == 1, checked.stderr
    assert checked.stdout.startswith("::notice title=ipcheck::共检查 2 件申请")
    found = json.loads(Path("ipcheck.json").read_text(encoding="utf-8"))
    log = json.loads(Path("ipcheck.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == len(found["findings"]) == checked.stdout.count("\n") - 1
    assert shell(steps["汇总"], **variables).returncode == 0
    assert "问题最重的文件" in summary.read_text(encoding="utf-8")
    # What could not be read never passes, whatever FAIL_ON says.
    Path("案件", "坏.docx").write_bytes(b"PK")
    assert shell(steps["检查"], **variables | {"FAIL_ON": "never"}).returncode == 2


def test_the_script_of_the_gitlab_job(repository: Path) -> None:
    jobs = loaded(CI / "gitlab-ci.yml")
    job = jobs["ipcheck"]
    done = shell("\n".join(job["script"]), **jobs["variables"])
    assert done.returncode == 1, done.stderr
    assert "共检查 2 件申请" in done.stdout
    reports = job["artifacts"]["reports"]
    issues = json.loads(Path(reports["codequality"]).read_text(encoding="utf-8"))
    root = etree.fromstring(Path(reports["junit"]).read_bytes())
    found = json.loads(Path(job["artifacts"]["paths"][0]).read_text(encoding="utf-8"))
    assert len(issues) == len(found["findings"]) > 20
    assert int(root.get("failures", "")) == found["summary"]["error"]
    # The next run shows nothing but what is new, and passes.
    again = shell('ipcheck patent "$CASES" --new-since ipcheck.json', **jobs["variables"])
    assert again.returncode == 0 and "新增 0 条" in again.stdout


def test_the_hook_stops_a_commit(repository: Path, tmp_path: Path) -> None:
    shutil.copy(CI / "pre-commit-config.yaml", ".pre-commit-config.yaml")
    done = shell("git init -q . && git add -A")
    assert done.returncode == 0, done.stderr
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    hook = f'"{sys.executable}" -m pre_commit run'
    stopped = shell(hook, **home)
    assert stopped.returncode == 1 and "CLM" in stopped.stdout, stopped.stdout + stopped.stderr
    shutil.rmtree(Path("案件", "甲"))
    passed = shell(f"git add -A && {hook}", **home)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_hook_definitions_run_as_they_stand(repository: Path) -> None:
    for hook in loaded(HOOKS):
        named = "" if hook.get("pass_filenames") is False else " 案件/乙/稿.txt"
        done = shell(f"{hook['entry']} {' '.join(hook.get('args', ()))}{named}")
        assert done.returncode == (1 if hook.get("args") else 0), done.stdout


def tasks() -> list[dict[str, Any]]:
    """The tasks of VS Code, whose JSON may hold remarks."""
    lines = (CI / "vscode-tasks.json").read_text(encoding="utf-8").splitlines()
    found: list[dict[str, Any]] = json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))[
        "tasks"
    ]
    return found


def test_vs_code_lists_every_finding_and_what_could_not_be_read(repository: Path) -> None:
    """The matchers of the task against what the task's own command prints."""
    Path("案件", "坏.docx").write_bytes(b"PK")
    found = json.loads(shell("ipcheck patent . --format json").stdout)
    expected = {
        (item["path"].removeprefix("./"), str(item["line"]), str(item["column"]), item["level"], item["code"])
        for item in found["findings"]
    }
    task, one_file = tasks()
    done = shell(" ".join([task["command"], *task["args"]]))
    assert done.returncode == 2
    finding, failure = task["problemMatcher"]
    pattern = finding["pattern"]
    matches = [match for line in done.stdout.splitlines() if (match := re.search(pattern["regexp"], line))]
    names = ("file", "line", "column", "severity", "code")
    assert {tuple(match[pattern[name]] for name in names) for match in matches} == expected
    assert all(re.match(r"[a-z0-9-]+ \S", match[pattern["message"]]) for match in matches)
    # VS Code knows error and warning; anything else is what the matcher says.
    assert {match[pattern["severity"]] for match in matches} <= {"error", "warning", "advice"}
    assert finding["severity"] == "info"
    broken = [re.search(failure["pattern"]["regexp"], line) for line in done.stdout.splitlines()]
    assert [match[1] for match in broken if match] == ["案件/坏.docx"]
    assert len(matches) + 1 == len(done.stdout.splitlines())
    # Both tasks match alike.
    assert one_file["problemMatcher"] == task["problemMatcher"]
    windows = re.search(pattern["regexp"], r"D:\案件\稿.txt:2:10: error CLM021 dep-cites-nonexistent 说明: 甲")
    assert windows and windows[1] == r"D:\案件\稿.txt" and windows[pattern["message"]].endswith("说明: 甲")
