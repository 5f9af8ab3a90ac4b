import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words
from ipcheck.patent.design import design_names

_PARTIAL = lazy(
    r"(?<!非)(?<!不是)(?<!不属于)局部(?:外观)?设计|请求保护的局部|要求保护的局部|虚线(?:部分)?(?:表示|为)"
    r"|实线(?:部分)?(?:表示|为)"
)
# The form's field 局部设计 as it is filled in: 是, √, or a ticked box.
_YES = lazy(r"^\s*(?:是|有|属于|√|☑|■|✓|✔|☒|[yY])")
_STATED = lazy(
    r"(?:请求|要求|需要|所需|需)保护的?(?:局部|部分|内容)(?:外观设计)?(?:为|是|包括|在于|[:：])"
    r"|仅?保护[^。]{0,12}(?:局部|部分)"
    r"|实线(?:部分|所示)*(?:表示|为|是|示出|绘制)?[^。]{0,20}(?:保护|局部)"
    r"|虚线(?:部分|所示)*(?:的)?(?:表示|为|是|示出|绘制)?[^。]{0,20}(?:不|其[他它]|非)|虚线与实线相?结合|以外的部分"
    r"|除[^。]{1,20}(?:外|之外)[^。]{0,10}(?:不|非)"
)
_LONG = 4


class DesignPartialStatement(PatentCheck):
    """局部外观设计的名称没有写明整体，或者简要说明没有写明请求保护的部分。

    局部外观设计的名称应当写明要求保护的局部及其所在的整体产品，如“汽车的车门”；
    视图没有用虚线与实线相结合的方式表明的，简要说明要写明请求保护的部分。
    名称写成“整体的局部”，并在简要说明里写“请求保护的局部为实线所示的……”。
    请求书勾选了局部设计，或者简要说明里说明是局部外观设计的，才检查；四个字以上（内部阈值）、没有“的”字的名称
    可能已经写出了整体（汽车车门），只给警告；写明用虚线与实线相结合方式表明的，不要求写请求保护的部分。
    """

    code = "DSN010"
    level = Level.ERROR
    basis = (cite("细则", "31.3"), cite("细则", "30.2"), cite("指南", "1-3-4.4"))
    message = "局部外观设计{what}"
    needs = (PartName.DESIGN_BRIEF,)
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：汽车的车门。\n2. 用途：用于汽车。\n"
        "3. 请求保护的局部为实线所示的车门，虚线表示汽车的其他部分。",
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。",
        "请求书\n使用外观设计的产品名称：汽车的车门\n局部设计：是\n简要说明\n1. 本外观设计产品的名称：汽车的车门。\n"
        "2. 用途：用于汽车。\n3. 需要保护的部分已用虚线与实线相结合的方式表明。",
        "请求书\n使用外观设计的产品名称：水杯\n局部设计：否\n简要说明\n1. 本外观设计产品的名称：水杯。\n"
        "2. 用途：盛水。",
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：⟦车门⟧。\n2. 本外观设计为局部外观设计，请求保护的局部为车门。",
        "简要说明\n⟦1. 本外观设计产品的名称⟧：水杯的把手。\n2. 本外观设计为局部外观设计，设计要点：形状。",
        "请求书\n使用外观设计的产品名称：⟦台灯⟧\n局部外观设计：是\n简要说明\n⟦1. 本外观设计产品的名称⟧：台灯。\n"
        "2. 用途：照明。\n3. 设计要点：灯罩。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        lines = filing.parts[PartName.DESIGN_BRIEF].lines
        text = "\n".join(line.folded for line in lines)
        declared = filing.request.first("partial-design") if filing.request is not None else None
        if not _PARTIAL.search(text) and not (declared is not None and _YES.match(declared.folded)):
            return
        for name in design_names(filing):
            if "的" not in str(name):
                yield self.at(
                    name,
                    what=f"的名称“{name}”没有写明整体产品：请写成“整体的局部”，如“汽车的车门”",
                    level=Level.WARNING if len(name) >= _LONG else None,
                )
        if not _STATED.search(text):
            colon = re.search("[:：]", str(lines[0]))
            span = lines[0].sub(0, colon.start()).trimmed() if colon and colon.start() else first_words(lines[0])
            # Views in broken and unbroken lines need no statement (细则 31.3), and the brief speaks of such lines.
            yield self.at(
                span,
                what="的简要说明没有写明请求保护的部分：请写“请求保护的局部为…”",
                level=Level.WARNING if re.search("虚线|实线", text) else None,
            )
