"""What was measured of each check: writes checks/figures.tsv, which ``ipcheck explain`` prints and the pages show.

    python -m tests.benchmarks.measured                 all rooms, some minutes
    python -m tests.benchmarks.measured patent agency   these rooms; the lines of the others stay

Each figure comes with its sample. Planted faults were made by people who had seen the checks, so recall is too high.
Needs ../shared: figures of less than the whole sample are not written.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ipcheck.abnormal import RegisterCheck
from ipcheck.abnormal.pair_check import PairCheck
from ipcheck.abnormal.screen import alike_pairs
from ipcheck.check.measured import FIGURES
from ipcheck.config import Settings
from ipcheck.engine.agency import check_agency
from ipcheck.plugins import load_checks, shipped
from ipcheck.trademark.likeness import likeness
from ipcheck.whole import write_atomically
from tests.agency import made_up
from tests.benchmarks import (
    abnormal_data,
    abnormal_planted,
    abnormal_register,
    noise,
    planted,
    trademark_absolute,
    trademark_form,
    trademark_patterns,
    trademark_similarity,
)
from tests.benchmarks.abnormal_plants import KINDS
from tests.benchmarks.trademark_plants import made
from tests.conftest import ROOT, SHARED

# check, measure, figure, sample
Line = tuple[str, str, str, str]
PATH = ROOT / "checks" / FIGURES
PLANTS, SEED = 20, 1
_REMARKS = """\
# 每项检查的实测：检查、量什么、数、样本。由 python -m tests.benchmarks.measured 写，不要手改。
# 召回：埋进去的毛病查出几处；判读：报出来的由人逐条读过；误报：不该报的报了几处。
"""


def patent() -> Iterator[Line]:
    """Planted faults, and what the 35 real texts are told, as far as a person judged it."""
    names = (*planted.CORE, *planted.rest())
    for name, outcomes in planted.run(names, PLANTS, SEED, real=True, processes=2).items():
        if outcomes:
            hits = sum(outcome.hit for outcome in outcomes)
            yield name, "召回", f"{hits}/{len(outcomes)}", f"毛病埋进真实文本和自拟样稿，种子 {SEED}"
    found = noise.findings_of_real_patents(profile="strict")
    verdicts = noise.read_verdicts()
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, findings in found.items():
        for finding in findings:
            told[finding.check][verdicts.get((text, finding.check, finding.fingerprint), "unread")] += 1
    for name in names:
        yield name, *verdict_cells(told[name], f"{len(found)} 份真实公开、授权文本")


def verdict_cells(said: Counter[str], sample: str) -> tuple[str, str, str]:
    """Measure, figure and sample of findings that a person read."""
    if not said:
        return "报出", "0 处", sample
    if said["unread"] == said.total():
        return "报出", f"{said.total()} 处", f"{sample}，没有逐条判读"
    unread = f"，没有读 {said['unread']}" if said["unread"] else ""
    figure = f"对 {said['right']}、见仁见智 {said['arguable']}、错 {said['wrong']}{unread}"
    return "判读", figure, f"{sample}里报出的 {said.total()} 处"


def abnormal() -> Iterator[Line]:
    """Spoilt drafts, a made-up register, copies among ten thousand drafts."""
    plants = 50
    by_check: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for kind, (name, _) in abnormal_data.KINDS.items():
        by_check[name][kind] = round(abnormal_data.recall(kind, plants, SEED)[0] * plants)
    honest = abnormal_data.told_of_honest(plants, SEED)
    for name, hits in by_check.items():
        least = min(hits, key=lambda kind: hits[kind])
        weak = f"；最低的是 {least} {hits[least]}/{plants}" if hits[least] < 0.9 * plants else ""
        sample = f"{len(hits)} 种做法各 {plants} 份自拟稿件，种子 {SEED}{weak}"
        yield name, "召回", f"{sum(hits.values())}/{plants * len(hits)}", sample
        yield name, "误报", f"{honest[name]} 处", f"{2 * plants} 份没有埋东西的自拟稿件"
    yield from _register()
    yield from _pairs()


def _register() -> Iterator[Line]:
    register, truth = abnormal_register.made_up(24_000, 10, SEED)
    planted_names = {name for groups in truth.values() for group in groups for name in group}
    for check in load_checks([shipped("checks")], "abnormal").checks:
        if issubclass(check, RegisterCheck):
            name = check.check_name()
            messages = [finding.message for finding in check().find(register)]
            groups = truth[name, True] + truth[name, False]
            if groups:
                hits = abnormal_register.recalled(messages, groups)
                yield name, "召回", f"{hits}/{len(groups)}", f"自拟台账 {len(register.rows)} 行，种子 {SEED}"
            strangers = sum(not any(member in message for member in planted_names) for message in messages)
            yield name, "误报", f"{strangers} 处", f"同一台账里没有埋东西的申请人，共 {len(register.by_applicant)} 名"


def _pairs() -> Iterator[Line]:
    drafts, truth = abnormal_planted.corpus(10_000, 40, SEED)
    found = {(one, other) for one, other, _ in alike_pairs(drafts, jobs=2)}
    hits, false = len(found & set(truth)), len(found - set(truth))
    for check in load_checks([shipped("checks")], "abnormal").checks:
        if issubclass(check, PairCheck):
            name, kinds = check.check_name(), len(KINDS)
            sample = f"各项共用的成对比对：{len(drafts)} 份自拟稿件里 {kinds} 种改法，不分由哪一项报出，种子 {SEED}"
            yield name, "召回", f"{hits}/{len(truth)}", sample
            yield name, "误报", f"{false} 对", f"同一批 {len(drafts)} 份"


def trademark() -> Iterator[Line]:
    """Made-up marks, a made-up register, labelled pairs."""
    yield from cases_of_marks()
    yield from _registered()
    yield from _patterns()
    yield from _similar()


def cases_of_marks() -> Iterator[Line]:
    """The cases of form, distinctiveness and absolute grounds: quick, and without ../shared."""
    cases: defaultdict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    for case in trademark_form.cases():
        hit = bool(trademark_form.struck(trademark_form.mark_checks()[case.check], trademark_form.mark_of(case.cells)))
        cases[case.check][case.wanted, hit] += 1
    for name, tally in cases.items():
        yield from _cases_lines(name, tally, "marks/form.txt，写检查的人自拟")
    absolute: defaultdict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    names = [check.check_name() for check in trademark_absolute.absolute_checks()]
    for _, got, want in trademark_absolute.judged_cases():
        for name in names:
            absolute[name][name in want, name in got] += 1
    for name, tally in absolute.items():
        yield from _cases_lines(name, tally, "marks/absolute.csv，自拟的和常见的商标")


def _cases_lines(name: str, tally: Counter[tuple[bool, bool]], sample: str) -> Iterator[Line]:
    wanted, others = tally[True, True] + tally[True, False], tally[False, True] + tally[False, False]
    if wanted:
        yield name, "召回", f"{tally[True, True]}/{wanted}", sample
    if others:
        yield name, "误报", f"{tally[False, True]}/{others}", f"{sample}：不该报的"


def _registered() -> Iterator[Line]:
    total, found = trademark_absolute.measure_registered()
    told = Counter(finding.check for _, findings in found for finding in findings)
    for name in (check.check_name() for check in trademark_absolute.absolute_checks()):
        yield name, "报出", f"{told[name]} 件", f"{total} 件已注册的真实商标，没有给出自备名单"


def _patterns() -> Iterator[Line]:
    rows = 50_000
    register = made(rows, SEED, trademark_patterns.patterns)
    marks = trademark_patterns.read(register)
    planted_names = {name for name, _ in register.planted} | register.accomplices
    wanted = Counter(name for _, name in register.planted)
    for check, _, findings in trademark_patterns.pattern_findings(marks):
        name = check.check_name()
        told = [trademark_patterns.named(marks, finding) for finding in findings]
        hits = sum(any(who in names for names in told) for who, planted_for in register.planted if planted_for == name)
        if wanted[name]:
            yield name, "召回", f"{hits}/{wanted[name]}", f"自拟台账 {len(marks.rows)} 行，种子 {SEED}"
        false = sum(not names & planted_names for names in told)
        yield name, "误报", f"{false} 处", f"同一台账里的寻常申请人，共 {len(marks.by_applicant)} 名"


def _similar() -> Iterator[Line]:
    known = trademark_similarity.pairs()
    told = [trademark_similarity.told_of(pair[0], likeness(pair[0], pair[1]).score) for pair in known]
    right = sum(pair[2] for pair, is_told in zip(known, told, strict=True) if is_told)
    sample = f"{len(known)} 对公开的标注对；分数是看着这些对定的，偏高"
    yield "tm-prior-similar", "召回", f"{right}/{sum(pair[2] for pair in known)}", sample
    yield "tm-prior-similar", "误报", f"{sum(told) - right}/{sum(told)}", f"{sample}：报出的里面标注为不近似的"


def agency() -> Iterator[Line]:
    """A made-up agency, and one fault in it for each check."""
    settings = Settings(as_of=made_up.AS_OF, check_folders=(shipped("checks"),))
    with TemporaryDirectory() as name:
        clean = Counter(record.check for record in check_agency(made_up.write(Path(name)), settings).findings)
    for check, edits in made_up.PLANTED.items():
        with TemporaryDirectory() as name:
            report = check_agency(made_up.write(Path(name), made_up.edited(edits)), settings)
        hit = any(record.check == check for record in report.findings)
        yield check, "召回", f"{int(hit)}/1", "自拟的机构里埋一处"
        yield check, "误报", f"{clean[check]} 处", "同一家机构没有埋东西时"


ROOMS: dict[str, Callable[[], Iterator[Line]]] = {
    "patent": patent,
    "abnormal": abnormal,
    "trademark": trademark,
    "agency": agency,
}


def kept(rooms: list[str]) -> list[Line]:
    """The lines of the file whose checks are in none of the rooms that are measured anew."""
    if not PATH.is_file():
        return []
    others = {check.check_name() for check in load_checks([shipped("checks")]).checks if check.room not in rooms}
    rows = [tuple(line.split("\t")) for line in PATH.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [(row[0], row[1], row[2], row[3]) for row in rows if row[0] in others]


def main() -> None:
    """Measure and write."""
    rooms = sys.argv[1:] or list(ROOMS)
    if unknown := set(rooms) - set(ROOMS):
        raise SystemExit(f"no room: {', '.join(sorted(unknown))}; rooms: {', '.join(ROOMS)}")
    if not SHARED.is_dir():
        raise SystemExit("../shared is absent: the figures would be those of a smaller sample")
    lines = sorted([*kept(rooms), *(line for room in rooms for line in ROOMS[room]())], key=lambda line: line[0])
    text = _REMARKS + "".join("\t".join(line) + "\n" for line in lines)
    write_atomically(PATH, text.encode("utf-8"))
    print(f"{PATH}: {len(lines)} figures of {len({line[0] for line in lines})} checks")


if __name__ == "__main__":
    main()
