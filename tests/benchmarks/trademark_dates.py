"""The same ten applications on the last day of the old law and the first of the new: findings side by side.

    python -m tests.benchmarks.trademark_dates

Each difference is printed with the articles that explain it. The marks and the firms are made up.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from ipcheck.config import Wishes, make_settings
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Record

DAYS = (date(2026, 12, 31), date(2027, 1, 1))
HEAD = "商标\t类别\t商品或服务\t类似群\t申请人\t申请人地址\n"
ROWS = (
    "遵义会议\t33\t白酒\t3301\t甲公司\t江州市\n"
    "三江源国家公园\t30\t茶\t3002\t甲公司\t江州市\n"
    "沐云汐\t30\t茶\t3002\t甲公司\t江州市\n"
    "沐云溪集\t14\t首饰\t1403\t甲公司\t江州市\n"
    "热干面\t30\t热干面\t3009\t甲公司\t江州市\n"
    "奥林匹克\t25\t服装\t2501\t甲公司\t江州市\n"
    "中华人民共和国\t35\t广告\t3501\t甲公司\t江州市\n"
    "特供\t33\t白酒\t3301\t甲公司\t江州市\n"
    "启衡\t25\t服装\t2501\t江州启衡商标代理有限公司\t江州市\n"
    "朵云庄\t33\t白酒\t3301\t甲公司\t江州市\n"
)
EARLIER = (
    "商标\t类别\t申请人\t申请号\t状态\t失效日\n"
    "沐云溪\t30\t乙公司\t101\t期满未续展\t2026-10-01\n"
    "朵云庄\t33\t乙公司\t102\t申请注销\t2026-10-01\n"
)
FAMOUS = "词,类别,权利人,已注册\n沐云溪集,30,溪公司,否\n"


def findings(folder: Path, day: date) -> dict[tuple[str, str], Record]:
    """What is found on a day, by the mark's words and the check."""
    settings = make_settings(Wishes(as_of=day.isoformat(), room="trademark"))
    report = check_trademarks([folder / "申请.csv"], settings, earlier=folder / "在先.csv", lists=folder / "名单")
    return {(record.words.text, record.check): record for record in report.findings}


def main() -> None:
    """Print the differences."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "名单").mkdir()
        for path, text in (("申请.csv", HEAD + ROWS), ("在先.csv", EARLIER), ("名单/驰名商标.csv", FAMOUS)):
            (folder / path).write_text(text, encoding="utf-8")
        old, new = (findings(folder, day) for day in DAYS)
    for key in sorted({*old, *new}):
        sides = []
        for day, found in zip(DAYS, (old, new), strict=True):
            record = found.get(key)
            told = "、".join(item.short for item in record.basis if "审理指南" not in item.short) if record else "—"
            sides.append(f"{day}：{told}")
        print(f"{key[0]}  {key[1]}\n    {sides[0]}\n    {sides[1]}")


if __name__ == "__main__":
    main()
