"""The candidate stage on a cluster: the same fingerprints by ``mapInArrow``, the same join as SQL.

Anything that speaks Spark Connect will do; without an address a Sail server is started in this process (extra
``spark``). The pairs are those of ``Screen``: fingerprints by the same function, counts and sums in whole numbers.
What does not grow with the number of pairs stays on the driver: the skeleton learned from a sample, and which texts
are copies of each other (union-find).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from ipcheck.abnormal.clusters import UnionFind
from ipcheck.abnormal.drafts import Draft, Section, draft_of_text
from ipcheck.abnormal.fingerprints import prints_of
from ipcheck.abnormal.join import CAP, LINKED, NEIGHBOURS, unpacked
from ipcheck.abnormal.number_prints import draft_numbers
from ipcheck.abnormal.screen import DENSE, Screen, close_least, pair_least
from ipcheck.abnormal.stock import FULL, LEARN_FROM, Stock, fading, learn_skeleton, level, sample_step

COLUMNS = tuple(section.name.lower() for section in Section)
_SCHEMA = "name string, " + ", ".join(f"{column} string" for column in COLUMNS)
_POSTINGS = "channel int, hash long, text long, rate int, close_least long, pair_least long"
_NEVER = 1 << 60
# Literal, skeleton, numbers.
_CHANNELS = 3


def draft_of_row(row: dict[str, Any]) -> Draft:
    """The draft of a row: ``name`` and a column of text for each section, named as ``Section`` is, in lower case."""
    return draft_of_text(row["name"], {section: row.get(section.name.lower()) or "" for section in Section})


def local_pairs(path: Path, *, jobs: int = 1) -> list[tuple[str, str]]:
    """The candidate pairs of a .jsonl file, by name, on this machine."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    drafts = [draft_of_row(row) for row in sorted(rows, key=lambda row: str(row["name"]))]
    pairs = Screen([draft.codes for draft in drafts], drafts, jobs=jobs).pairs
    return [(drafts[one].name, drafts[other].name) for one, other in pairs]


@contextmanager
def session(master: str = "") -> Iterator[Any]:
    """A Spark session at the address ``master`` (sc://host:port), else on a server of our own. Raises ImportError."""
    spark_sql: Any = import_module("pyspark.sql")

    if master:
        yield spark_sql.SparkSession.builder.remote(master).getOrCreate()
        return
    sail: Any = import_module("pysail.spark")

    server = sail.SparkConnectServer()
    server.start(background=True)
    try:
        _, port = server.listening_address
        # create, not getOrCreate: a session of an earlier server would wait for it for ever.
        spark = spark_sql.SparkSession.builder.remote(f"sc://localhost:{port}").create()
        yield spark
        spark.stop()
    finally:
        server.stop()


def spark_pairs(spark: Any, path: str, work: str) -> Any:
    """A data frame of candidate pairs (``first``, ``second``, by name, in order) of a .jsonl or .parquet table.

    ``work`` is a folder that all machines reach; the fingerprints are written there.
    """
    read = spark.read.parquet(path) if path.endswith(".parquet") else spark.read.schema(_SCHEMA).json(path)
    read.createOrReplaceTempView("given")
    columns = ", ".join(("name", *COLUMNS))
    spark.sql(f"SELECT row_number() OVER (ORDER BY name) - 1 AS number, {columns} FROM given").write.mode(
        "overwrite"
    ).parquet(f"{work}/texts")
    texts = spark.read.parquet(f"{work}/texts")
    texts.createOrReplaceTempView("texts")
    documents = int(spark.sql("SELECT count(*) AS n FROM texts").collect()[0]["n"])
    dense, bones = _learned(spark, documents)
    texts.mapInArrow(_fingerprinting(bones, dense), _POSTINGS).write.mode("overwrite").parquet(f"{work}/postings")
    spark.read.parquet(f"{work}/postings").createOrReplaceTempView("postings")
    _weigh(spark, documents)
    _follow(spark, documents)
    found = spark.sql(_joined("pair_least", range(_CHANNELS), leaders=documents >= LEARN_FROM))
    found.createOrReplaceTempView("found")
    return spark.sql(
        "SELECT DISTINCT a.name AS first, b.name AS second FROM found "
        "JOIN texts a ON a.number = found.first JOIN texts b ON b.number = found.second ORDER BY first, second"
    )


def _learned(spark: Any, documents: int) -> tuple[bool, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Whether the fingerprints are taken densely, and the skeleton, from the same sample as on one machine."""
    if documents <= LEARN_FROM * 64:
        # Few enough to be counted to the letter here.
        chosen = [
            draft_of_row(row.asDict()).codes for row in spark.sql("SELECT * FROM texts ORDER BY number").collect()
        ]
        return sum(map(len, chosen)) <= DENSE, learn_skeleton(chosen)
    step = sample_step(documents)
    rows = spark.sql(f"SELECT * FROM texts WHERE number % {step} = 0 ORDER BY number").collect()
    chosen = [draft_of_row(row.asDict()).codes for row in rows]
    return sum(map(len, chosen)) * step <= DENSE, learn_skeleton(chosen)


def _fingerprinting(bones: np.ndarray[tuple[int], np.dtype[np.bool_]], dense: bool) -> Callable[..., Iterator[Any]]:
    """The function that turns batches of texts into batches of postings."""
    packed_bones = np.packbits(bones)

    def take(batches: Iterator[Any]) -> Iterator[Any]:
        pyarrow: Any = import_module("pyarrow")

        stock = Stock(np.unpackbits(packed_bones).astype(np.bool_))
        for batch in batches:
            rows = batch.to_pylist()
            columns = _postings([draft_of_row(row) for row in rows], [row["number"] for row in rows], stock, dense)
            names = [field.split()[0] for field in _POSTINGS.split(", ")]
            types = [pyarrow.int32() if " int" in field else pyarrow.int64() for field in _POSTINGS.split(", ")]
            arrays = [pyarrow.array(column, kind) for column, kind in zip(columns, types, strict=True)]
            yield pyarrow.RecordBatch.from_arrays(arrays, names)

    return take


def _postings(drafts: list[Draft], numbers: list[int], stock: Stock, dense: bool) -> list[Any]:
    """The columns of ``_POSTINGS`` of some drafts."""
    prints = prints_of([draft.codes for draft in drafts], stock, dense=dense)
    every = np.ones(len(drafts), np.int64)
    rates = (prints.sampling, np.maximum(2, prints.sampling // 2), every)
    tables = draft_numbers(drafts)
    close = (*close_least(prints.lengths, prints.skeleton_lengths), every * _NEVER)
    least = (*pair_least(prints.lengths, prints.skeleton_lengths), every * 3 * FULL)
    columns: list[list[Any]] = [[] for _ in range(6)]
    for channel, postings in enumerate((prints.literal, prints.skeleton, tables)):
        hashes, owner = unpacked(postings)
        values = (
            np.full(len(owner), channel), hashes, np.array(numbers, np.int64)[owner], rates[channel][owner],
            close[channel][owner], least[channel][owner],
        )  # fmt: skip
        for column, value in zip(columns, values, strict=True):
            column.append(value)
    return [np.concatenate(column) for column in columns]


def _weigh(spark: Any, documents: int) -> None:
    """The weights of a fingerprint that so many texts, or so many leaders, have."""
    counts = np.arange(LINKED + 1)
    levels, fades = level(counts, documents), fading()[np.minimum(counts, len(fading()) - 1)]
    rows = [(int(count), int(levels[count]), int(fades[count])) for count in counts]
    spark.createDataFrame(rows, "n long, level int, fading int").createOrReplaceTempView("weights")


def _follow(spark: Any, documents: int) -> None:
    """The texts that are copies of an earlier one: a view of their numbers."""
    followers = [-1]
    if documents >= LEARN_FROM:
        groups = UnionFind(documents)
        for row in spark.sql(_joined("close_least", range(2))).collect():
            groups.join(row["first"], row["second"])
        followers += [index for index in range(documents) if groups.find(index) != index]
    spark.createDataFrame([(index,) for index in followers], "text long").createOrReplaceTempView("followers")


def _joined(least: str, channels: range, *, leaders: bool = False) -> str:
    """SQL of the pairs that share at least what the column ``least`` of one of them says."""
    held = "count_if(followers.text IS NULL)" if leaders else "count(*)"
    follow = "LEFT JOIN followers ON followers.text = p.text" if leaders else ""
    weight = "CASE WHEN a.channel = 0 THEN h.fading ELSE w.level END" if leaders else "w.level"
    return f"""
    WITH g AS (
      SELECT p.channel, p.hash, count(*) AS n, {held} AS held FROM postings p {follow}
      WHERE p.channel < {channels.stop} GROUP BY p.channel, p.hash HAVING count(*) BETWEEN 2 AND {LINKED}
    ), k AS (
      SELECT p.channel, p.hash, p.text, p.rate, p.{least} AS need, g.n, g.held,
        row_number() OVER (PARTITION BY p.channel, p.hash ORDER BY p.text) AS place
      FROM postings p JOIN g ON g.channel = p.channel AND g.hash = p.hash
    )
    SELECT a.channel, a.text AS first, b.text AS second
    FROM k a JOIN k b ON a.channel = b.channel AND a.hash = b.hash
      JOIN weights w ON w.n = a.n JOIN weights h ON h.n = a.held
    WHERE b.place > a.place AND b.place <= a.place + CASE WHEN a.n <= {CAP} THEN {CAP} ELSE {NEIGHBOURS} END
    GROUP BY a.channel, a.text, b.text
    HAVING sum(({weight}) * greatest(a.rate, b.rate)) >= min(least(a.need, b.need))
      AND sum({weight}) > 0
    """


__all__ = ["COLUMNS", "draft_of_row", "local_pairs", "session", "spark_pairs"]
