"""Series: one property measured on several examples, from a table, a sentence or the examples' own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipcheck.model import Span, lazy
from ipcheck.patent.quantities import NUMBER, UNIT, Quantity, quantity_of

EXAMPLE = lazy(r"实施例[ ]?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})")
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_LISTED = lazy(
    rf"(?P<name>[一-鿿A-Za-z]{{2,20}}?)(?:分别|依次)(?:为|是|达到?|等于)?[ ]?:?[ ]?"
    rf"(?P<list>{NUMBER}[ ]?(?:{UNIT})?(?:[ ]?[、,，;和及与]{{1,2}}[ ]?{NUMBER}[ ]?(?:{UNIT})?){{2,60}})"
)
_ITEM = lazy(rf"(?P<number>{NUMBER})[ ]?(?P<unit>{UNIT})?")
_OF = lazy(
    rf"(?P<name>[一-鿿A-Za-z]{{2,14}})(?:为|是|达到?了?|:)[ ]?(?:约)?[ ]?(?P<number>-?{NUMBER})[ ]?"
    rf"(?:±[ ]?(?P<spread>{NUMBER})[ ]?)?(?P<unit>{UNIT})?(?![\d.~～\-—–至或×])"
)
_HEAD = lazy(rf"[ ]*(?:\[\d{{4,5}}\][ ]*)?[【\[(]?{EXAMPLE.pattern}(?![一-鿿]{{0,3}}[、和与至或~-]|\d)")
_OTHER_HEAD = lazy(r"[ ]*(?:\[\d{4,5}\][ ]*)?(?:对比例|比较例|对照例|试验例|测试例|性能测试|效果)")
_RANGE = lazy(r"实施例[ ]?(?P<first>\d{1,3})[ ]?(?:[~～\-—–至到])[ ]?(?:实施例[ ]?)?(?P<last>\d{1,3})")
_NAME = lazy(r"(?:.*[的,，、。;]|其|所得|得到|测得|经测定)")
# What is found out, not set: it may be fabricated. Names of settings come first.
_SETTING = lazy(
    r"用量|加入|添加|掺量|配比|份|比例|浓度|含量|温度|时间|时长|转速|压力|功率|厚度|粒径|直径|长度|宽度|高度|流量|流速|频率|速率|倍率"
    r"|pH|剂量|目数|间距|角度|电压|电流|占空比|学习率|质量比|摩尔比|湿度|产地|规格|编号|序号|年份|数量|理论|标准值|标称|设定|计算|标定|校准"
)
_RESULT = lazy(
    r"率|强度|硬度|韧性|模量|活性|产量|性能|寿命|精度|误差|偏差|损失|磨损|容量|效果|评分|得分|分数|光泽|附着|衰减|电导|导热|电阻|噪声|噪音"
    r"|能耗|细胞数|菌落|吸光度|透光|粘度|黏度|纯度|准确|灵敏|OD|IC50|保持|残留|排放|降幅|增幅|泄漏|力$|值$"
)


@dataclass(frozen=True)
class Series:
    """A property's values, each with the label of what was tried (实施例1); labels may be empty."""

    name: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[Quantity, ...]

    @property
    def is_result(self) -> bool:
        """Whether its name says that it was found out by trying; a setting (用量, 温度) was chosen."""
        return _SETTING.search(self.name) is None and _RESULT.search(self.name) is not None

    def examples(self) -> Series:
        """Only the values of examples that are numbered one after the other, in order; each number once."""
        chosen: dict[int, Quantity] = {}
        for label, value in zip(self.labels, self.values, strict=True):
            match = EXAMPLE.fullmatch(label)
            if match is not None:
                chosen.setdefault(example_number(match["number"]), value)
        numbers = sorted(chosen)
        labels = tuple(f"实施例{number}" for number in numbers)
        return Series(self.name, self.unit, labels, tuple(chosen[number] for number in numbers))


def example_number(words: str) -> int:
    """The number of an example: 3, 三, 十二; 0 for what is none."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return _CHINESE.get(words, 0)
    return 10 * _CHINESE.get(tens, 1) + _CHINESE.get(ones, 0)


def draw_series(paragraphs: Iterable[Span]) -> tuple[Series, ...]:
    """The series that running text holds: lists with 分别为, and what each example says of one property."""
    paragraphs = tuple(paragraphs)
    return (*_lists(paragraphs), *_by_example(paragraphs))


def _lists(paragraphs: Iterable[Span]) -> Iterator[Series]:
    for paragraph in paragraphs:
        if "分别" not in paragraph.folded and "依次" not in paragraph.folded:
            continue
        for match in paragraph.find(_LISTED):
            offset = match.start("list")
            items = list(_ITEM.finditer(match["list"]))
            values = tuple(
                quantity_of(
                    Span(paragraph.document, offset + item.start("number"), offset + item.end("number")),
                    item["number"],
                    item["unit"],
                )
                for item in items
            )
            units = {value.unit for value in values} - {""}
            if len(values) < 3 or len(units) > 1:
                continue
            before = paragraph.document.folded[max(paragraph.start, match.start() - 60) : match.end("name")]
            labels = _labels(re.split("[。;]", before)[-1], len(values))
            yield Series(property_name(match["name"]), next(iter(units), ""), labels, values)


def _labels(words: str, count: int) -> tuple[str, ...]:
    """The examples that a sentence names before a list, if they are as many as its values."""
    span = _RANGE.search(words)
    if span is not None and int(span["last"]) - int(span["first"]) + 1 == count:
        return tuple(f"实施例{number}" for number in range(int(span["first"]), int(span["last"]) + 1))
    listed = re.search(r"实施例[ ]?(\d{1,3}(?:[ ]?[、,，和及与][ ]?(?:实施例[ ]?)?\d{1,3})+)", words)
    numbers = re.findall(r"\d{1,3}", listed[1]) if listed else []
    return tuple(f"实施例{number}" for number in numbers) if len(numbers) == count else ("",) * count


def _by_example(paragraphs: Iterable[Span]) -> Iterator[Series]:
    """Series of “收率为85.2%” under the headings 实施例1, 实施例2 …: properties that each example tells once."""
    current = 0
    told: dict[tuple[str, str], dict[int, list[Quantity]]] = {}
    for paragraph in paragraphs:
        head = _HEAD.match(paragraph.document.folded, paragraph.start, paragraph.end)
        if head is not None:
            current = example_number(head["number"])
        elif re.match(
            r"[ ]*(?:\[\d{4,5}\][ ]*)?(?:对比例|比较例|对照例|试验例|测试例|性能测试|效果)", paragraph.folded
        ):
            current = 0
        if not current:
            continue
        for match in paragraph.find(_OF):
            value = quantity_of(paragraph.at(match, "number"), match["number"], match["unit"], match["spread"])
            key = (property_name(match["name"]), value.unit)
            told.setdefault(key, {}).setdefault(current, []).append(value)
    for (name, unit), values in told.items():
        once = {number: found[0] for number, found in values.items() if len({item.value for item in found}) == 1}
        if len(once) >= 3 and len(name) >= 2:
            numbers = sorted(once)
            labels = tuple(f"实施例{number}" for number in numbers)
            yield Series(name, unit, labels, tuple(once[number] for number in numbers))


def property_name(words: str) -> str:
    """The property in the words before a value: 所得膜的抗拉强度 is 抗拉强度."""
    bare = _NAME.sub("", words)
    return bare or words


__all__ = ["EXAMPLE", "Series", "draw_series", "example_number", "property_name"]
