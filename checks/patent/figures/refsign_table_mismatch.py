from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, ListedSign, PartName, PatentCheck, names_differ
from ipcheck.patent.numerals import last_noun


class RefsignTableMismatch(PatentCheck):
    """附图标记列表自相矛盾，或者列表里的名称与正文处处不同。

    同一个标记在列表里列了两个名称，或者列表写“3-支座”、正文却一直写“支架3”，读者无法对照附图。
    统一列表和正文里的名称，重复的标记改号。
    表里有文中没有、文中有表里没有的标记，由“附图标记未在文中出现”和“未在图中出现”两项检查报；
    正文里只有少数地方不同的，由“一个标记两个名称”报。
    """

    code = "FIG007"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "附图标记{sign}在列表里是“{words}”，{where}是“{other}”：请统一"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图中：1-泵体；2、叶轮；3：电机支架\n具体实施方式\n泵体1内装有叶轮2，"
        "支架3托住泵体1，电机支架3用钢制成。",
        "说明书\n一种泵\n附图说明\n图中：1-泵体；2-叶轮；1-泵体。\n具体实施方式\n泵体1内装有叶轮2。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图中：1-泵体；2-叶轮；3-⟦支座⟧。\n具体实施方式\n泵体1内装有叶轮2，"
        "支架3托住泵体1，支架3用钢制成。",
        "说明书\n一种阀\n附图说明\n附图标记：\n1、阀座；2、阀芯；\n2、⟦弹簧⟧。\n具体实施方式\n阀座1上有阀芯2。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        first: dict[str, ListedSign] = {}
        for entry in filing.sign_list:
            before = first.setdefault(entry.sign, entry)
            if names_differ(str(entry.name), str(before.name)):
                yield self.at(entry.name, related=[before.name], sign=entry.sign, where="前面", other=before.name)
        for sign, entry in first.items():
            places = [place for place in filing.numerals[sign].occurrences if place.where == PartName.DESCRIPTION]
            if len(places) < 2 or not all(names_differ(str(place.context), str(entry.name)) for place in places):
                continue
            endings = {str(place.context)[-2:] for place in places}
            if len(endings) == 1:
                yield self.at(
                    entry.name,
                    related=[place.span for place in places[:3]],
                    sign=sign,
                    where="正文里",
                    other=last_noun(str(places[0].context)),
                )
