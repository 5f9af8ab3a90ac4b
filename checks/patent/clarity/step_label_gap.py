from collections.abc import Iterator
from itertools import pairwise

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_DIGITS = "一二三四五六七八九十"
# A label that opens an item: at the beginning of a line or after a mark.
_LABEL = lazy(
    r"(?:(?<=[\n:;。,，；：])|^)[ ]*(?P<label>(?P<style>步骤[ ]?S?|S|第(?=[一二三四五六七八九十]{1,3}步)"
    r"|[(]|(?=\d{1,2}[)]))(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})(?![\d~\-]|\.\d)"
    r"(?P<tail>步|[)])?)(?=[ ]?[、:.，,\s]|[一-鿿])(?!和|与|至|或|所述|中|的|得到|、(?:步骤|S\d))"
)
_STRIDES = (5, 10, 100)


class StepLabelGap(PatentCheck):
    """步骤的编号有缺号：S1之后是S3，步骤一之后是步骤三。

    缺号会让人以为漏写了一个步骤，方案就不完整、不清楚；多半是删改之后没有重新编号。
    补上漏写的步骤，或者把后面的步骤重新编号。
    只看分行、分号之后开头的编号；按10、100递增的（S10、S20），S2之下的S21、S22，
    在所引用的权利要求里已有的编号，从属权利要求单独追加的一步，都不报。
    """

    code = "CLR032"
    level = Level.WARNING
    basis = (cite("法", "26.4"),)
    message = "权利要求{claim}的步骤编号从“{before}”跳到“{words}”：请补上漏写的步骤，或者重新编号"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种制杯方法，包括：\nS1、混料；\nS2、成型；S21、压制；S22、脱模；\nS3、烧制。"
        "\n2. 根据权利要求1所述的方法，还包括：S5、包装。",
        "1. 一种制杯方法，包括：S10、混料；S20、成型；S30、烧制。\n2. 根据权利要求1所述的方法，"
        "所述S20包括：S201、压制；S202、脱模。",
        "1. 一种制杯方法，包括：步骤一、混料；步骤二、成型；步骤三、烧制；步骤1-3重复两次，S1.1、称量；S1.3、搅拌。",
        "1. 一种制杯方法，包括：S2、成型。\n2. 根据权利要求1所述的方法，包括：S1、混料；S3、烧制。",
        "1. 一种系统，包括：(1)泵；(2)阀；按式(5)计算；得到公式\n(7)\n其中，x为流量。",
    )
    bad = (
        "1. 一种制杯方法，包括：S1.混料；⟦S3⟧.成型；S4.烧制。",
        "1. 一种制杯方法，包括：\n步骤一、混料；\n步骤二、成型；\n⟦步骤四⟧、烧制。",
        "1. 一种制杯方法，包括：1）混料；2）成型；⟦4）⟧烧制。\n2. 一种制碗方法，包括：S10、混料；⟦S30⟧、成型；"
        "S40、烧制。",
        "1. 一种制杯方法，包括以下步骤：\n(1)混料；\n(2)成型；\n⟦(4)⟧烧制。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        labels = {id(claim): list(_labels(claim)) for claim in filing.claims}
        for claim in filing.claims:
            groups: dict[tuple[str, int], list[tuple[int, Span]]] = {}
            for style, digits, number, span in labels[id(claim)]:
                groups.setdefault((style, digits), []).append((number, span))
            for (style, digits), items in groups.items():
                known = {
                    number
                    for path in claim.paths
                    for item in path
                    for own_style, own_digits, number, _ in labels[id(item)]
                    if (own_style, own_digits) == (style, digits)
                }
                numbers = [number for number, _ in items]
                scale = next((unit for unit in (100, 10) if not any(number % unit for number in numbers)), 1)
                items = [(number // scale, span) for number, span in items]
                numbers = [number for number, _ in items]
                steps = {second - first for first, second in pairwise(numbers)}
                if len(numbers) < 2 or numbers != sorted(set(numbers)) or (len(steps) == 1 and steps & set(_STRIDES)):
                    continue
                for (first, before), (second, span) in pairwise(items):
                    gap = second - first
                    # Two-digit numbers may be steps of a step: S21, S22, S31.
                    nested = digits >= 2 and scale == 1 and first // 10 != second // 10
                    if 1 < gap <= 4 and not nested and not known & {step * scale for step in range(first + 1, second)}:
                        yield self.at(span, related=[before], claim=claim.number, before=before)
                        break


def _labels(claim: Claim) -> Iterator[tuple[str, int, int, Span]]:
    """Style, number of digits, number and place of each label that opens an item of the claim."""
    for match in claim.body.find(_LABEL):
        style = match["style"].replace(" ", "")
        if (style in ("(", "")) != (match["tail"] == ")"):
            continue
        written = match["number"]
        if written.isdigit():
            yield style, len(written), int(written), claim.body.at(match, "label")
        else:
            yield style + "字", 0, _value(written), claim.body.at(match, "label")


def _value(written: str) -> int:
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _DIGITS.index(written[0]) + 1
    return (_DIGITS.index(tens[0]) + 1 if tens else 1) * 10 + (_DIGITS.index(ones[0]) + 1 if ones else 0)
