from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import MarkRegister
from ipcheck.trademark.holdings import holdings
from ipcheck.trademark.names import is_public
from ipcheck.trademark.pattern import PatternCheck, some
from ipcheck.trademark.series import place_of, series_of


class TmBatchPlaceScenic(PatternCheck):
    """一个申请人成批申请行政区划、山川、景点、建筑物的名称。

    指南把大量申请这些公共资源名称列为恶意情形；单独一件山名、湖名未必违法，所以看的是“成批”。
    省和主要城市、带“景区”“古镇”“大桥”一类词尾的算，“山”“湖”等词尾也见于普通名称，只在已有前者时一并计数；个数和比例是内部阈值。
    景区管理机构、文旅单位不查。没有业务联系的应当撤回；受景区或者政府委托的，备好委托文件。
    """

    code = "TMP014"
    basis = (cite("商标法", "19.1"), cite("商标法", "16.1"), cite("令17", "8"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}有{count}个商标是行政区划、山川、景点或者建筑物的名称：{shown}（占其商标的{share:.0%}；内部阈值："
        "{least}个、{limit:.0%}；指南2.5(6)只说“大量”，案例最少为30余件）：请说明与这些地方的联系或者撤回。{condition}"
    )
    clears = "受景区、地方委托，或者业务就在当地且各标志都在使用；或者属于两种排除情形（防御、为现实业务预备）"
    keep = ("委托、授权文件", "当地的经营证据")

    @dataclass(frozen=True)
    class Options:
        """least：这类名称的商标合计几个起报
        sure：其中明确是地名、景点、建筑物的至少几个
        share：这样的商标占该申请人全部不同商标的比例，达到它才报
        """

        least: int = 5
        sure: int = 3
        share: float = 0.4

    _HEAD = "商标\t类别\t申请人\n"
    good = (
        _HEAD + "".join(f"{mark}\t32\t甲饮品有限公司\n" for mark in ("岚山", "砚湖", "榆溪", "桐江", "苇岛", "棠泉")),
        _HEAD
        + "".join(
            f"{mark}\t39\t岚山景区管理委员会\n" for mark in ("岚山景区", "砚湖古镇", "榆溪湿地", "桐江大桥", "苇岛")
        ),
        _HEAD
        + "".join(
            f"{mark}\t39\t乙商贸有限公司\n"
            for mark in ("杭州", "砚湖古镇", "榆亭", "桐笙", "苇屿", "柚帆", "楠棠", "枫漪")
        ),
    )
    bad = (
        _HEAD
        + "岚山景区\t30\t⟦乙商贸有限公司⟧\n"
        + "".join(f"{mark}\t30\t乙商贸有限公司\n" for mark in ("砚湖古镇", "榆溪大峡谷", "杭州", "桐江", "苇屿")),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding in holdings(register):
            if is_public(holding.name):
                continue
            found = series_of(holding, place_of)
            sure = sum(kind != "山川" for kind, _ in found.values())
            share = len(found) / max(1, len(holding.texts))
            if len(found) >= options.least and sure >= options.sure and share >= options.share:
                yield self.tell(
                    [mark for _, mark in found.values()],
                    facts={"places": [[text, kind] for text, (kind, _) in found.items()]},
                    applicant=holding.name,
                    count=len(found),
                    shown=some([f"{text}（{kind}）" for text, (kind, _) in found.items()]),
                    share=share,
                    least=options.least,
                    limit=options.share,
                )
