"""事务所自己的测试：每项检查的例子、写法，在样稿上的结果。运行：python -m pytest examples/own-checks"""

from pathlib import Path

import pytest

from ipcheck.plugins import load_checks
from ipcheck.testing import manners, run_examples

LOADED = load_checks([Path(__file__).parent / "检查"])


def test_every_file_loads() -> None:
    """没有一个文件写坏。"""
    assert LOADED.failures == []
    assert [check.code for check in LOADED.checks] == ["OWP001", "OWP002", "OWT001"]


@pytest.mark.parametrize("check", LOADED.checks, ids=lambda check: check.check_name())
def test_examples_and_manners(check) -> None:
    """好例、坏例逐字相符，写法合规。"""
    assert [outcome for outcome in run_examples(check) if outcome.problem] == []
    assert list(manners(check, LOADED.files[check.code])) == []
