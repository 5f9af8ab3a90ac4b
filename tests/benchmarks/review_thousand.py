"""An evaluation of a thousand files end to end: time and memory of every step.

    python -m tests.benchmarks.review_thousand [--agencies 100] [--files 10] [--experts 40] [--jobs 2]

The files are small made-up applications of the tests, so that the step ``check`` says little about real drafts: for
those see ``tests.benchmarks.speed``.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from tests.review.conftest import claims_of, fill, review

KINDS = ("发明", "发明", "实用新型")


def make(folder: Path, agencies: int, files: int, experts: int) -> None:
    """Fill the blanks that ``review init`` wrote."""
    (folder / "案卷").mkdir()
    roster = ["机构代码,机构名称,层,代理师人数"]
    cases = ["机构代码,案卷号,类型,领域,提交日,文件,申请人,代理师"]
    for number in range(agencies):
        code = f"{90000 + number}"
        roster.append(f"{code},澄泊{number}号专利代理事务所,{'ABCD'[number % 4]},{3 + number % 40}")
        for case in range(files):
            path = f"案卷/{code}-{case}.txt"
            (folder / path).write_text(claims_of(f"支架{number}号{case}型装置", case), encoding="utf-8")
            cases.append(f"{code},{code}-{case},{KINDS[case % 3]},机械,2026-01-11,{path},澄泊{number}厂,代理师{number}")
    people = ["姓名,工作单位"] + [f"专家{number},澄泊{number}号专利代理事务所" for number in range(experts)]
    for stem, lines in (("机构名册", roster), ("案卷名册", cases), ("专家名册", people)):
        (folder / f"{stem}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    plan = (folder / "评查计划.toml").read_text("utf-8").replace('public = ""', 'public = "1"', 1)
    plan = plan.replace('"A" = "20%"', '"A" = "100%"').replace('"B" = "50%"', '"B" = "100%"')
    plan = plan.replace('"发明" = 3', f'"发明" = {files}').replace('"实用新型" = 2', f'"实用新型" = {files}')
    (folder / "评查计划.toml").write_text(plan, encoding="utf-8")


def main() -> None:
    """Run all steps and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agencies", type=int, default=100)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--experts", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "评查"
        review("init", str(folder))
        make(folder, wanted.agencies, wanted.files, wanted.experts)
        whole = 0.0
        for step in ("sample", "verify", "blind", "assign", "check", "sheets", "collect", "score", "report"):
            if step == "collect":
                fill(folder)
            extra = ["--jobs", str(wanted.jobs)] if step == "check" else []
            start = time.perf_counter()
            done = review(step, str(folder), *extra)
            taken = time.perf_counter() - start
            whole += taken
            last = done.output.strip().splitlines()[-1] if done.output.strip() else ""
            print(f"{step:8} {taken:7.1f} s  exit {done.exit_code}  {last[:90]}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"all steps {whole:.1f} s, peak {peak:.0f} MB (this process; the checks ran in {wanted.jobs})")


if __name__ == "__main__":
    main()
