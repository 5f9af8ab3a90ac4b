from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_NONE = lazy(r"^\s*(?:无|否|不要求|没有|/|-|—|未要求)")
_DATE = lazy(r"\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}|(?<!\d)(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)")
_NUMBER = lazy(r"(?:CN)?\d{12}\.?[\dX]|\d{2}/\d{3},?\d{3}|[A-Z]{2,4}[/ ]?[A-Z0-9/]*\d{6,}|\d{9,}")
_OFFICE = lazy(r"局|组织|[一-鿿]国|日本|欧|中国|(?<![A-Z])(?:CN|US|JP|EP|KR|WO|DE|GB|FR)(?![A-Z])")


class PriorityDeclarationIncomplete(PatentCheck):
    """要求优先权，但在先申请的申请日、申请号和原受理机构三项没有写全。

    要求优先权应当在请求书中写明这三项；漏写一项或者两项的要在指定期限内补正，期满未补正视为未要求优先权，三项全无的直接视为未要求。
    把在先申请的申请日、申请号和原受理机构名称写全，并与在先申请文件副本核对。
    三项写在同一栏里的也算写明；写“无”“不要求”的不查。
    """

    code = "REQ023"
    level = Level.ERROR
    basis = (cite("法", "30.1"), cite("细则", "19(5)"), cite("细则", "34.2"))
    message = (
        "要求优先权却没有写{missing}：应当写明在先申请的申请日、申请号和原受理机构，漏写的可能视为未要求优先权，请补全"
    )
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n在先申请号：202310000000.1\n在先申请日：2023-05-01\n原受理机构：中国国家知识产权局",
        "请求书\n要求优先权声明：2023年5月1日，202310000000.1，中国",
        "请求书\n优先权：无\n申请人：张三",
        "请求书\n发明名称：一种杯子\n申请人：张三",
    )
    bad = (
        "请求书\n在先申请日：⟦2023-05-01⟧\n原受理机构：中国国家知识产权局",
        "请求书\n要求优先权声明：⟦2023年5月1日，中国⟧",
        "请求书\n优先权：⟦是⟧\n申请人：张三",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        said = [value for value in request.all("priority") if not _NONE.search(str(value))]
        keys = {"申请日": "priority-date", "申请号": "priority-number", "原受理机构": "priority-office"}
        given = {what: request.first(key) for what, key in keys.items()}
        filled = {what: value for what, value in given.items() if value is not None and not _NONE.search(str(value))}
        if not said and not filled:
            return
        text = " ".join(value.folded for value in said)
        told = {
            "申请日": _DATE.search(text),
            "申请号": _NUMBER.search(_DATE.sub(" ", text)),
            "原受理机构": _OFFICE.search(text),
        }
        missing = [what for what in keys if what not in filled and not told[what]]
        if missing:
            places = [*said, *filled.values()]
            yield self.at(min(places, key=lambda place: place.start), missing="、".join(missing))
