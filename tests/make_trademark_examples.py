"""Writes examples/trademark: applications of made-up firms with planted faults and clean rows, and their specimens.

    pip install openpyxl Pillow
    python -m tests.make_trademark_examples

Every row says in its last column what is planted in it: the code of the check that must speak, or 无 for a clean row.
That column means nothing to ipcheck; tests/trademark/test_examples.py reads it.
"""

from __future__ import annotations

import csv
import importlib
from pathlib import Path

from PIL import Image, ImageDraw

from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "trademark"
PLANTED = "埋设"
# GB 32100 and GB 11643 numbers of nobody: right check characters over made-up bodies.
FIRM, PERSON = "91350100M000100Y43", "11010519491231002X"

TEA = {
    "申请人": "江州澄湾茶业有限公司", "证件号码": FIRM, "证件名称": "江州澄湾茶业有限公司", "国籍": "中国",
    "申请人类型": "企业", "代理机构": "江州启衡商标代理有限公司", "签字人": "郑某", "机构盖章": "是",
    "委托书": "代理商标注册申请，一般权限，2026-03-01", "申请日": "2026-03-05", "附件": "营业执照",
}  # fmt: skip
CSV_ROWS: tuple[dict[str, str], ...] = (
    {"商标": "澄湾", "类别": "30", "商品": "茶（3002）、糖（3003）", "图样": "图样/澄湾.jpg", "指定颜色": "否"},
    {"商标": "澄湾晓雾", "类别": "32", "商品": "矿泉水（3202）"},
    {"商标": "澄湾 CHENGWAN", "类别": "43", "商品": "茶馆（4301）"},
    {"商标": "澄湾礼", "类别": "46", "商品": "茶", PLANTED: "TMF001"},
    {"商标": "澄湾春", "类别": "30", "商品": "茶（3201）", PLANTED: "TMF003"},
    {"商标": "澄湾夏", "类别": "30", "商品": "茶（3002）、啤酒", PLANTED: "TMF003 TMF004"},
    {"商标": "澄湾秋", "类别": "30", "商品": "茶等", PLANTED: "TMF006"},
    {
        "商标": "澄湾冬",
        "类别": "30",
        "商品": "茶、咖啡、糖、蜂蜜、饼干、面包、面条、醋、盐、米、冰淇淋",
        PLANTED: "TMF007",
    },
    {"商标": "澄湾红", "类别": "30", "商品": "茶", "图样": "图样/红.jpg", "指定颜色": "否", PLANTED: "TMF010"},
    {"商标": "澄湾图", "类别": "30", "商品": "茶", "图样": "图样/大.png", PLANTED: "TMF009"},
    {"商标": "澄湾坏", "类别": "30", "商品": "茶", "图样": "图样/坏.jpg", PLANTED: "TMF009"},
    {"商标": "澄湾 MORNING", "类别": "30", "商品": "茶", PLANTED: "TMF011"},
    {"商标": "红茶", "类别": "30", "商品": "茶", PLANTED: "TMD001"},
    {"商标": "优质绿茶", "类别": "30", "商品": "茶", PLANTED: "TMD003"},
    {"商标": "500克", "类别": "30", "商品": "茶", PLANTED: "TMD004"},
    {"商标": "T8", "类别": "30", "商品": "茶", PLANTED: "TMD005"},
    {"商标": "让茶香更醇厚", "类别": "30", "商品": "茶", PLANTED: "TMD006"},
    {"商标": "江州澄湾茶业有限公司", "类别": "30", "商品": "茶", PLANTED: "TMD008"},
    {"商标": "恭喜发财", "类别": "30", "商品": "茶", PLANTED: "TMD009"},
    {"商标": "陈师傅", "类别": "30", "商品": "茶", PLANTED: "TMD010"},
    {"商标": "澄湾®", "类别": "30", "商品": "茶", PLANTED: "TMD012"},
    {"商标": "澄\u200b湾里", "类别": "30", "商品": "茶", PLANTED: "TMF032"},
    {"商标": "澄湾堂", "类别": "30", "商品": "茶", "申请日": "2026-02-30", PLANTED: "TMF031"},
    {"商标": "澄湾阁", "类别": "30", "商品": "茶", "证件号码": "91350100M000100Y44", PLANTED: "TMF017"},
    {"商标": "澄湾轩", "类别": "30", "商品": "茶", "证件名称": "江州澄弯茶业有限公司", PLANTED: "TMF016"},
    {"商标": "澄湾居", "类别": "30", "商品": "茶", "签字人": "", PLANTED: "TMF026"},
    {"商标": "澄湾坊", "类别": "30、32", "商品": "茶、矿泉水", PLANTED: "TMF030"},
)
XLSX_ROWS: tuple[dict[str, str], ...] = (
    {
        "商标": "澄湾瓶",
        "商标类型": "三维",
        "类别": "21",
        "商品": "茶壶（2101）",
        "图样": "图样/瓶1.jpg；图样/瓶2.jpg；图样/瓶3.jpg",
        "商标说明": "三维标志，使用于茶叶罐的外形",
    },
    {
        "商标": "澄湾远山",
        "类别": "30",
        "商品": "茶（3002）",
        "优先权日": "2025-10-20",
        "优先权国家": "日本",
        "附件": "营业执照；优先权副本",
    },
    {
        "商标": "澄湾罐",
        "商标类型": "三维",
        "类别": "21",
        "商品": "茶壶",
        "图样": "图样/瓶1.jpg",
        "商标说明": "三维标志，使用于茶叶罐",
        PLANTED: "TMF012",
    },
    {"商标": "青碧", "商标类型": "颜色组合", "类别": "30", "商品": "茶", "商标说明": "青色与碧色", PLANTED: "TMF013"},
    {
        "商标": "沸水声",
        "商标类型": "声音",
        "类别": "30",
        "商品": "茶",
        "商标说明": "水沸的响声，使用于门店播放",
        PLANTED: "TMF014",
    },
    {"商标": "落叶", "商标类型": "动态", "类别": "30", "商品": "茶", PLANTED: "TMF015"},
    {
        "商标": "澄湾山茶",
        "商标类型": "证明商标",
        "类别": "30",
        "商品": "茶叶",
        "附件": "主体资格证明",
        PLANTED: "TMF024",
    },
    {
        "商标": "澄湾故事",
        "类别": "30",
        "商品": "茶",
        "优先权日": "2025-07-01",
        "优先权国家": "日本",
        "附件": "营业执照；优先权副本",
        PLANTED: "TMF020",
    },
    {
        "商标": "澄湾展",
        "类别": "30",
        "商品": "茶",
        "优先权日": "2025-12-01",
        "优先权国家": "国际茶业展",
        PLANTED: "TMF021",
    },
    {"商标": "澄湾人", "类别": "30", "商品": "茶", "商标说明": "图样含创始人肖像", PLANTED: "TMF025"},
    {
        "商标": "澄湾集",
        "类别": "30",
        "商品": "茶",
        "申请人": "江州澄湾茶业有限公司；江州远岭茶厂",
        "证件名称": "江州澄湾茶业有限公司；江州远岭茶厂",
        PLANTED: "TMF019",
    },
    {"商标": "澄湾路", "类别": "30", "商品": "茶", "委托书": "", PLANTED: "TMF022"},
    {
        "商标": "青岚",
        "类别": "30",
        "商品": "茶",
        "申请人": "Muster Tee GmbH",
        "证件名称": "Muster Tee GmbH",
        "证件号码": "",
        "国籍": "德国",
        "代理机构": "",
        "委托书": "",
        "签字人": "",
        "机构盖章": "",
        PLANTED: "TMF023",
    },
    {
        "商标": "青岚谷",
        "类别": "30",
        "商品": "茶",
        "申请人": "周某",
        "证件名称": "周某",
        "证件号码": PERSON,
        "申请人类型": "自然人",
        "附件": "身份证",
        PLANTED: "TMF018",
    },
    {"商标": "青岚溪", "类别": "30", "商品": "茶", "图样文字": "青蓝溪", PLANTED: "TMF027"},
    {"商标": "青岚月", "类别": "30", "商品": "茶", "使用证据": "2026-04-01销售发票", PLANTED: "TMF028"},
)


def rows(planted: tuple[dict[str, str], ...]) -> list[dict[str, str]]:
    """The rows with what all of them share."""
    return [{**TEA, PLANTED: "无", **row} for row in planted]


def _specimen(name: str, *, size: int = 800, ink: str = "black") -> None:
    picture = Image.new("RGB", (size, size), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((size // 4, size // 4, size * 3 // 4, size * 3 // 4), outline=ink, width=size // 12)
    draw.line((size // 5, size // 2, size * 4 // 5, size // 2), fill=ink, width=size // 20)
    picture.save(FOLDER / "图样" / name)


def main() -> None:
    """Write the tables and the specimens."""
    (FOLDER / "图样").mkdir(parents=True, exist_ok=True)
    for name in ("澄湾.jpg", "瓶1.jpg", "瓶2.jpg", "瓶3.jpg"):
        _specimen(name)
    _specimen("红.jpg", ink="red")
    _specimen("大.png", size=3000)
    (FOLDER / "图样" / "坏.jpg").write_bytes(b"\xff\xd8\xff" + b"broken" * 20)
    for name, planted in (("澄湾茶业-申请表.csv", CSV_ROWS), ("澄湾茶业-其他类型.xlsx", XLSX_ROWS)):
        told = rows(planted)
        header = [key for key in dict.fromkeys(key for row in told for key in row) if key != PLANTED]
        header += [*(["外文含义"] if "外文含义" not in header else []), PLANTED]
        header.sort(key=lambda key: ({"商标": 0, "商标类型": 1, "类别": 2, "商品": 3}.get(key, 4), key == PLANTED))
        _write(FOLDER / name, header, told)


def _write(path: Path, header: list[str], told: list[dict[str, str]]) -> None:
    lines = [header, *([row.get(key, "") for key in header] for row in told)]
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(lines)
    else:
        book = importlib.import_module("openpyxl").Workbook()
        book.active.title = "申请"
        for line in lines:
            book.active.append(line)
        book.save(path)


if __name__ == "__main__":
    main()
