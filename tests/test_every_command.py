"""Every command of every room: none reaches for the network, and each gives the same bytes in any surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from ipcheck.cli.main import COMMANDS
from tests.conftest import ROOT
from tests.every_command import Answer, answer_of, commands, prepare, unlike


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Answer, Answer]:
    """Two processes' answers to the same inputs, with everything else as different as it can be on one machine."""
    folder = tmp_path_factory.mktemp("各命令")
    prepare(folder / "原样")
    plain = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    other = {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(answer_of, folder / "原样", folder / "甲", "--refuse-network", **plain)
        two = pool.submit(
            answer_of, folder / "原样", folder / "b c" / "乙", "--jobs", "2", "--backwards", "--swapped", **other
        )
        return one.result(), two.result()


def test_no_command_is_left_out() -> None:
    assert {arguments[0] for arguments in commands(1)} == set(COMMANDS)


def test_none_reaches_for_the_network(answers: tuple[Answer, Answer]) -> None:
    # The process would have ended at the first touch of a socket.
    codes = [told[0] for told in answers[0].values() if isinstance(told, list)]
    assert len(codes) == len(list(commands(1))) and set(codes) <= {0, 1, 2}


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://localhost')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_watch_sees_it(line: str) -> None:
    code = f"from tests.every_command import refuse_network; refuse_network(); {line}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert done.returncode == 70 and b"REFUSED" in done.stderr


def test_the_same_bytes(answers: tuple[Answer, Answer]) -> None:
    """Whatever the hash seed, language, time zone, number of processes, order of files, folder."""
    assert unlike(*answers) == []
    assert any(name.startswith("出/机构02.") for name in answers[0])
    assert len(answers[0]) > 500
