import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_DIGITS = "一二三四五六七八九十"
# A label that opens an item: at the beginning of a line or after a mark.
_LABEL = lazy(
    r"(?:(?<=[\n:;。,，；：])|^)[ ]*(?P<label>(?P<style>步骤[ ]?[S(]?|S|第(?=[一二三四五六七八九十]{1,3}步)"
    r"|[(]|(?=\d{1,2}[)]))(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})(?![\d~\-]|\.\d)"
    r"(?P<tail>步|[)])?)(?=[ ]?[、:.，,\s]|[一-鿿])(?!和|与|至|或|所述|中|的|得到|、(?:步骤|S\d))"
)
_STRIDES = (5, 10, 100)


class StepLabelGap(PatentCheck):
    """步骤的编号有缺号：S1之后是S3，步骤一之后是步骤三。

    缺号会让人以为漏写了一个步骤，方案就不完整、不清楚；多半是删改之后没有重新编号。
    补上漏写的步骤，或者把后面的步骤重新编号。
    权利要求里只看分行、分号之后开头的编号，说明书里只看段落开头的S1、步骤一；按10、100递增的（S10、S20），S2之下的S21、S22，
    在所引用的权利要求里已有的编号，从属权利要求单独追加的一步，都不报。
    """

    code = "CLR032"
    level = Level.WARNING
    basis = (cite("法", "26.4"),)
    message = "{where}的步骤编号从“{before}”跳到“{words}”：请补上漏写的步骤，或者重新编号"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种制杯方法，包括：\nS1、混料；\nS2、成型；S21、压制；S22、脱模；\nS3、烧制。"
        "\n2. 根据权利要求1所述的方法，还包括：S5、包装。",
        "1. 一种制杯方法，包括：S10、混料；S20、成型；S30、烧制。\n2. 根据权利要求1所述的方法，"
        "所述S20包括：S201、压制；S202、脱模。",
        "1. 一种制杯方法，包括：步骤一、混料；步骤二、成型；步骤三、烧制；步骤1-3重复两次，S1.1、称量；S1.3、搅拌。",
        "1. 一种制杯方法，包括：S2、成型。\n2. 根据权利要求1所述的方法，包括：S1、混料；S3、烧制。",
        "1. 一种制杯方法，包括：混料。\n说明书\n一种制杯方法\n发明内容\nS1、混料；\nS2、成型；S3、修坯；\nS4、烧制。",
        "1. 一种系统，包括：(1)泵；(2)阀；按式(5)计算；得到公式\n(7)\n其中，x为流量。",
    )
    bad = (
        "1. 一种制杯方法，包括：S1.混料；⟦S3⟧.成型；S4.烧制。",
        "1. 一种制杯方法，包括：\n步骤一、混料；\n步骤二、成型；\n⟦步骤四⟧、烧制。",
        "1. 一种制杯方法，包括：1）混料；2）成型；⟦4）⟧烧制。\n2. 一种制碗方法，包括：S10、混料；⟦S30⟧、成型；"
        "S40、烧制。",
        "1. 一种制杯方法，包括：\n步骤（1）.混料；\n⟦步骤（3）⟧.成型；\n步骤（4）.烧制。",
        "1. 一种制杯方法，包括：混料；成型。\n说明书\n一种制杯方法\n发明内容\n一种制杯方法：\nS1、混料；\nS2、成型；\n"
        "⟦S4⟧、烧制。",
        "1. 一种制杯方法，包括以下步骤：\n(1)混料；\n(2)成型；\n⟦(4)⟧烧制。",
    )
    missed = (
        "1. 一种制杯方法，包括：A.混料；⟦C⟧.成型。",
        "1. 一种制杯方法，包括：首先，混料；⟦第三⟧，成型。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        labels = {id(claim): list(_labels(claim.body)) for claim in filing.claims}
        for claim in filing.claims:
            for style, items in _grouped(labels[id(claim)]).items():
                known = {
                    number
                    for path in claim.paths
                    for item in path
                    for own_style, own_digits, number, _ in labels[id(item)]
                    if (own_style, own_digits) == style
                }
                for before, span in _gaps(items, style[1], known):
                    yield self.at(span, related=[before], where=f"权利要求{claim.number}", before=before)
        if filing.description is None:
            return
        for name in (SectionName.SUMMARY, SectionName.EMBODIMENTS):
            # A label inside a paragraph, or one only spoken of, is not lost.
            told = {
                int(number)
                for paragraph in filing.description.paragraphs_of(name)
                for number in re.findall(r"(?:S|步骤[ ]?[S(]?)(\d{1,4})", paragraph.body.folded)
            }
            opening = [
                label
                for paragraph in filing.description.paragraphs_of(name)
                for label in islice(_labels(paragraph.body), 1)
                if label[3].start == paragraph.body.start and label[0][:1] in "S步"
            ]
            for style, items in _grouped(opening).items():
                for before, span in _gaps(items, style[1], told):
                    yield self.at(span, related=[before], where=f"“{name.chinese}”里", before=before)


def _grouped(labels: Iterable[tuple[str, int, int, Span]]) -> dict[tuple[str, int], list[tuple[int, Span]]]:
    """The numbers with their places by style and number of digits."""
    groups: dict[tuple[str, int], list[tuple[int, Span]]] = {}
    for style, digits, number, span in labels:
        groups.setdefault((style, digits), []).append((number, span))
    return groups


def _gaps(items: list[tuple[int, Span]], digits: int, known: set[int]) -> Iterator[tuple[Span, Span]]:
    """The first label after which one is missing, with the label that follows; nothing where the order is another."""
    numbers = [number for number, _ in items]
    scale = next((unit for unit in (100, 10) if not any(number % unit for number in numbers)), 1)
    items = [(number // scale, span) for number, span in items]
    numbers = [number for number, _ in items]
    steps = {second - first for first, second in pairwise(numbers)}
    if len(numbers) < 2 or numbers != sorted(set(numbers)) or (len(steps) == 1 and steps & set(_STRIDES)):
        return
    for (first, before), (second, span) in pairwise(items):
        # Two-digit numbers may be steps of a step: S21, S22, S31.
        nested = digits >= 2 and scale == 1 and first // 10 != second // 10
        if 1 < second - first <= 4 and not nested and not known & {step * scale for step in range(first + 1, second)}:
            yield before, span
            return


def _labels(body: Span) -> Iterator[tuple[str, int, int, Span]]:
    """Style, number of digits, number and place of each label that opens an item of the words."""
    for match in body.find(_LABEL):
        style = match["style"].replace(" ", "")
        if style.startswith("步骤") and style.endswith("(") and match["tail"] == ")":
            yield style, len(match["number"]), _number(match["number"]), body.at(match, "label")
            continue
        if (style in ("(", "")) != (match["tail"] == ")"):
            continue
        written = match["number"]
        if written.isdigit():
            yield style, len(written), int(written), body.at(match, "label")
        else:
            yield style + "字", 0, _value(written), body.at(match, "label")


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _value(written)


def _value(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _DIGITS.index(written[0]) + 1
    return (_DIGITS.index(tens[0]) + 1 if tens else 1) * 10 + (_DIGITS.index(ones[0]) + 1 if ones else 0)
