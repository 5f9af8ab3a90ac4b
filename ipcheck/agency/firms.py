"""Names of firms and numbers of patents for comparing."""

from __future__ import annotations

import re
from unicodedata import normalize

from ipcheck.agency.agency import Agency, plain_name
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import BRANCHES, Branch

_KIND = re.compile(r"[(（](?:[\u4e00-\u9fff]{0,4}(?:总部|总所)|普通合伙|特殊普通合伙|有限合伙|特殊的普通合伙)[)）]")
_GROUP = re.compile(r"[(（]?集团[)）]?|(?:控股)?(?:股份)?(?:有限)?(?:责任)?公司$")
_BRANCH = re.compile(r"[(（]?[\u4e00-\u9fff]{0,8}[)）]?(?:分所|分公司|分支机构|办事处)[)）]?")


def plain_firm(name: str) -> str:
    """A firm's name for comparing, without the kind of partnership or 总部 in brackets."""
    return plain_name(_KIND.sub("", name))


def same_house(one: str, other: str) -> bool:
    """Whether two names are of one agency: equal, or a branch and its head office."""
    first, second = sorted((plain_firm(one), plain_firm(other)), key=len)
    return bool(first) and second.startswith(first) and _BRANCH.fullmatch(second[len(first) :] or "分所") is not None


def same_group(one: str, other: str) -> bool:
    """Whether two cells name one group of companies: 青禾, 青禾集团 and 青禾（集团）股份有限公司 are one."""
    first, second = (_GROUP.sub("", plain_firm(name)) for name in (one, other))
    return bool(first) and first == second and not is_lacking(one)


def own_names(agency: Agency) -> set[str]:
    """The names under which the agency is known, its branches' too, for comparing."""
    names = [agency.text(key) for key in ("name", "registered.name", "published.name")]
    names += [row.text(Branch.NAME) for row in agency.rows(BRANCHES)]
    return {plain_firm(name) for name in names if name}


def patent_number(text: str) -> str:
    """The number of an application or patent for comparing: without ZL, CN, points and the check digit.

    Empty for what is no number (未受理, 待定).
    """
    number = re.sub(r"[\s./\\-]", "", normalize("NFKC", text).upper())
    number = re.sub(r"^(?:ZL|CN)", "", number)
    if re.fullmatch(r"20\d{10}[0-9X]", number):
        return number[:12]
    if re.fullmatch(r"\d{8}[0-9X]", number):
        return number[:8]
    return number if re.search(r"\d{6}", number) else ""


__all__ = ["own_names", "patent_number", "plain_firm", "same_group", "same_house"]
