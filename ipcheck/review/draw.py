"""双随机: which agencies and which of their files are looked at, by keys that anybody can work out again.

Basis: 专利代理条例 article 22 and 专利代理管理办法 article 40 ask for random checks; the way is ours. A key is
HMAC-SHA256 of a code under a seed; the smallest keys of a stratum are drawn. No language's own random numbers, no
clock, no order of rows has a say in it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ipcheck.review.errors import ReviewError
from ipcheck.review.plan import Plan
from ipcheck.review.rosters import Agency, File, Roster

ALGORITHM = "ipcheck-review-sample-1"
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Seed:
    """The seed and the parts it is made of."""

    batch: str
    agencies: str
    files: str
    public: str
    salts: tuple[str, ...]

    @property
    def value(self) -> bytes:
        """SHA-256 of the parts, each with its length in front so that none can run into the next."""
        parts = (ALGORITHM, self.batch, self.agencies, self.files, self.public, *self.salts)
        encoded = [part.encode() for part in parts]
        return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in encoded)).digest()

    def key(self, *parts: str) -> str:
        """The key of a thing: HMAC-SHA256 of its parts under the seed, in hex."""
        return hmac.new(self.value, "|".join(parts).encode(), hashlib.sha256).hexdigest()


def seed_of(plan: Plan, agencies: Roster[Agency], files: Roster[File]) -> Seed:
    """The seed of a plan. Raises ReviewError if the public number is missing or a salt is not what was committed to."""
    problems = []
    if not plan.public:
        problems.append("[seed] public 没有填写：名册公布之后产生的公开随机数（例如某日的开奖号码），并写明 source")
        problems.append(f"现在可以公布的名册的摘要：机构 {agencies.digest}，案卷 {files.digest}")
    if plan.commitments:
        if len(plan.commitments) != len(plan.salts):
            problems.append(f"[seed] 有 {len(plan.commitments)} 个承诺值，却有 {len(plan.salts)} 份盐")
        for number, (salt, promised) in enumerate(zip(plan.salts, plan.commitments, strict=False), 1):
            if not hmac.compare_digest(hashlib.sha256(salt.encode()).hexdigest(), promised.strip().lower()):
                problems.append(f"[seed] 第 {number} 份盐的 SHA-256 与事先的承诺值不同")
    if problems:
        raise ReviewError(problems)
    return Seed(plan.batch, agencies.digest, files.digest, plan.public, plan.salts)


def draw(plan: Plan, agencies: Roster[Agency], files: Roster[File]) -> dict[str, Any]:
    """The sample as plain data: seed, strata, every agency with its key, every file of those drawn with its key.

    Must-inspect agencies are taken besides the quotas and do not use them up. Raises ReviewError for an incomplete
    seed, a stratum without a quota, a file of an agency that the roster does not know.
    """
    seed = seed_of(plan, agencies, files)
    _check(plan, agencies, files)
    chosen, strata = _draw_agencies(plan, seed, agencies.items)
    cases, shortfalls = _draw_files(plan, seed, files.items, [item["code"] for item in chosen if item["drawn"]])
    return {
        "version": 1,
        "algorithm": ALGORITHM,
        "seed": {
            "batch": seed.batch,
            "agencies": seed.agencies,
            "files": seed.files,
            "public": seed.public,
            "source": plan.source,
            "salts": list(seed.salts),
            "value": seed.value.hex(),
        },
        "strata": strata,
        "agencies": chosen,
        "cases": cases,
        "shortfalls": shortfalls,
    }


def _check(plan: Plan, agencies: Roster[Agency], files: Roster[File]) -> None:
    codes = {agency.code for agency in agencies.items}
    problems = [
        f"层“{stratum}”在 [agencies] 里没有名额；请写上，或者写一行 其他"
        for stratum in sorted({agency.stratum for agency in agencies.items})
        if plan.agency_quota(stratum) is None
    ]
    problems += [
        f"类型“{kind}”在 [files] 里没有名额；请写上，或者写一行 其他"
        for kind in sorted({file.kind for file in files.items})
        if plan.file_quota(kind) is None
    ]
    problems += [
        f"案卷 {file.number} 的机构代码 {file.agency} 不在机构名册里"
        for file in files.items
        if file.agency not in codes
    ]
    if problems:
        raise ReviewError(problems)


def _draw_agencies(
    plan: Plan, seed: Seed, agencies: Sequence[Agency]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    keys = {agency.code: seed.key("agency", agency.code) for agency in agencies}
    drawn: set[str] = set()
    strata = []
    for stratum in sorted({agency.stratum for agency in agencies}):
        within = [agency for agency in agencies if agency.stratum == stratum]
        pool = sorted((agency for agency in within if not agency.must), key=lambda agency: keys[agency.code])
        quota = plan.agency_quota(stratum)
        count = quota.of(len(pool)) if quota is not None else 0
        drawn |= {agency.code for agency in pool[:count]}
        strata.append({"stratum": stratum, "size": len(within), "must": len(within) - len(pool), "drawn": count})
    return [
        {
            "code": agency.code,
            "name": agency.name,
            "stratum": agency.stratum,
            "key": keys[agency.code],
            "drawn": agency.must or agency.code in drawn,
            "must": agency.must,
            "why": agency.why,
        }
        for agency in agencies
    ], strata


def _draw_files(
    plan: Plan, seed: Seed, files: Iterable[File], codes: Sequence[str]
) -> tuple[list[dict[str, Any]], list[str]]:
    by_agency: dict[str, list[File]] = {code: [] for code in codes}
    for file in files:
        # A file without a day is taken to be of the period: whoever made the roster put it there.
        if file.agency in by_agency and (file.filed is None or plan.start <= file.filed <= plan.end):
            by_agency[file.agency].append(file)
    cases: list[dict[str, Any]] = []
    shortfalls: list[str] = []
    for code, own in by_agency.items():
        keys = {file.number: seed.key("file", code, file.number) for file in own}
        drawn: set[str] = set()
        for kind in sorted({file.kind for file in own}):
            pool = sorted((file for file in own if file.kind == kind), key=lambda file: keys[file.number])
            quota = plan.file_quota(kind)
            drawn |= {file.number for file in pool[: quota.of(len(pool)) if quota is not None else 0]}
        for kind, quota in plan.files.items():
            have = sum(file.kind == kind for file in own)
            if kind != "其他" and have < quota.count:
                shortfalls.append(f"机构 {code}：{kind}只有 {have} 件，不足名额 {quota.count}")
        cases += [
            {
                "agency": code,
                "number": file.number,
                "kind": file.kind,
                "key": keys[file.number],
                "drawn": file.number in drawn,
                "path": file.path,
            }
            for file in own
        ]
    return cases, shortfalls


def differences(told: Any, again: Any, where: str = "") -> list[str]:
    """Where two pieces of plain data differ, in words: what was told against what came out now."""
    if isinstance(told, dict) and isinstance(again, dict):
        found = []
        for key in [*told, *(key for key in again if key not in told)]:
            found += differences(
                told.get(key, _NOTHING), again.get(key, _NOTHING), f"{where}.{key}" if where else str(key)
            )
        return found
    if isinstance(told, list) and isinstance(again, list):
        names = [_name(item) for item in told], [_name(item) for item in again]
        twice = sorted({name for name in names[0] if name and names[0].count(name) > 1})
        if twice:
            # Of two entries for one thing a later step would use the one that nobody compared.
            return [f"{where}[{name}]：写了 {names[0].count(name)} 次" for name in twice]
        if all(names[0]) and all(names[1]):
            left, right = (
                dict(zip(side, items, strict=True)) for side, items in zip(names, (told, again), strict=True)
            )
            found = []
            for name in [*left, *(name for name in right if name not in left)]:
                found += differences(left.get(name, _NOTHING), right.get(name, _NOTHING), f"{where}[{name}]")
            return found
    if told != again or type(told) is not type(again):
        return [f"{where}：原来是 {_short(told)}，重算是 {_short(again)}"]
    return []


def _name(item: Any) -> str:
    """What tells an entry of a list from the others."""
    if not isinstance(item, dict):
        return ""
    parts = (item.get(key) for key in ("stratum", "agency", "number", "code", "file", "expert") if item.get(key))
    if "code" in item and "stratum" in item:
        return str(item["code"])
    return " ".join(map(str, parts))


def _short(value: Any) -> str:
    if value is _NOTHING:
        return "（没有）"
    if value is None:
        return "（空）"
    shown = value if isinstance(value, str) else repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "……"


__all__ = ["ALGORITHM", "Seed", "differences", "draw", "seed_of"]
