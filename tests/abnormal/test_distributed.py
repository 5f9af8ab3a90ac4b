"""The pairs of the distributed engine are those of the local one."""

from __future__ import annotations

import json
import random
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.abnormal.distributed import local_pairs, session, spark_pairs
from ipcheck.abnormal.drafts import Section
from ipcheck.cli.main import main
from tests.benchmarks.abnormal_plants import KINDS, with_table
from tests.benchmarks.abnormal_texts import draft

NEEDED = ("pysail", "pyspark", "pyarrow")


def table(path: Path, documents: int) -> Path:
    """Drafts as lines of JSON: some plain, then one plant of each kind, and a table that two have."""
    rng = random.Random(3)
    rows = [draft(seed) for seed in range(documents)]
    rows += [plant(rows[index], rng) for index, plant in enumerate(KINDS.values())]
    for index in (documents - 1, documents - 2):
        rows[index] = {**rows[index], Section.EMBODIMENTS: rows[index][Section.EMBODIMENTS] + "\n" + with_table(7)}
    lines = [
        json.dumps({"name": f"d{index:05}", **{name.name.lower(): text for name, text in row.items()}})
        for index, row in enumerate(rows)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_local_engine_reads_the_table(tmp_path: Path) -> None:
    pairs = local_pairs(table(tmp_path / "表.jsonl", 30))
    assert ("d00028", "d00029") in pairs
    assert ("d00000", "d00030") in pairs
    told = CliRunner().invoke(main, ["index", "pairs", str(tmp_path / "表.jsonl")])
    assert told.exit_code == 0
    assert told.stdout.splitlines()[1:] == [f"{one},{other}" for one, other in pairs]


@pytest.mark.skipif(all(map(find_spec, NEEDED)), reason="the extra spark is installed")
def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["index", "pairs", str(tmp_path / "t.jsonl"), "--engine", "spark"])
    assert told.exit_code == 2
    assert "ipcheck[spark]" in told.output


@pytest.mark.skipif(not all(map(find_spec, NEEDED)), reason="the extra spark (pysail, pyspark-client) is not installed")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("documents", [30, 200])
def test_both_engines_find_the_same_pairs(tmp_path: Path, documents: int) -> None:
    path = table(tmp_path / "t.jsonl", documents)
    with session() as spark:
        frame = spark_pairs(spark, str(path), str(tmp_path / "work"))
        found = [(row["first"], row["second"]) for row in frame.collect()]
    assert found == local_pairs(path)
    assert len(found) >= len(KINDS) - 2
