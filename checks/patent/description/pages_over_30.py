import math
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite, load_fees
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, first_words


class PagesOver30(PatentCheck):
    """说明书连同附图估计超过30页，要缴纳说明书附加费。

    说明书（包括附图）超过30页的，从第31页起每页要缴申请附加费（第31页起每页50元，第301页起每页100元，金额据公开资料，
    以缴费当时的标准为准），而且附加费不在费用减缴之列。
    核对定稿的实际页数，能精简的精简，并提醒委托人备款。
    页数是估计的：读得出页码的文件按页码，否则按每页1000字、每幅图一页（都是内部阈值，可以在配置里改）；
    2026年起符合规定格式的计算机可读序列表不计页数。
    """

    code = "DSC057"
    level = Level.ADVICE
    basis = (cite("指南", "5-2-1"),)
    message = (
        "说明书连同附图约{pages}页，超过30页：第31页起要缴说明书附加费，约{total}元"
        "（金额未经官方文本核实，以缴费通知书为准），请核对实际页数"
    )
    needs = (PartName.DESCRIPTION,)

    @dataclass(frozen=True)
    class Options:
        """characters：读不出页码时，几个字算一页
        figures：读不出页码时，几幅图算一页
        """

        characters: int = 1000
        figures: int = 1

    good = (
        "说明书\n一种泵\n具体实施方式\n" + "壳体为圆筒，叶轮装在壳体里面。\n" * 40,
        Sample("说明书\n一种泵\n具体实施方式\n壳体为圆筒。", options=(("characters", 1),)),
    )
    bad = (
        Sample(
            "说明书\n⟦一种泵⟧\n具体实施方式\n壳体为圆筒，叶轮装在壳体里面，电机带动叶轮转动，把水从进口送到出口。",
            options=(("characters", 1),),
        ),
        Sample(
            "说明书\n⟦一种阀⟧\n附图说明\n图1为阀；图2为弹簧。\n具体实施方式\n如图1所示，阀座与弹簧相连。\n"
            "说明书附图\n图1\n图2",
            options=(("figures", 20), ("characters", 10)),
        ),
    )

    @classmethod
    def check_name(cls) -> str:
        """The name with its number set off, which a class name cannot show."""
        return "pages-over-30"

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        pages = self._pages(filing)
        fee = load_fees()["pages"]
        if pages > fee.free:
            place = first_words(description.title or description.part.span, 20)
            yield self.at(place, pages=pages, total=fee.amount(pages), facts=fee.facts(pages))

    def _pages(self, filing: Filing) -> int:
        """Pages of description and drawings: the file's own where it has any, else an estimate."""
        total = 0
        for name in (PartName.DESCRIPTION, PartName.DRAWINGS):
            part = filing.parts.get(name)
            if not part:
                continue
            first, last = part.lines[0].place.page, part.lines[-1].place.page
            if first is not None and last is not None:
                total += last - first + 1
            elif name is PartName.DESCRIPTION:
                characters = sum(len(line) for line in part.lines)
                total += math.ceil(characters / self.options.characters)
            else:
                total += len(filing.figures) * self.options.figures
        return total
