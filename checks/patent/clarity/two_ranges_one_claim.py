import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_COMPARED = r"(?:约|大约|(?:不[大小高低长短多少]|[大小高低长短多少])于(?:等于|或等于)?|不?超过|不足|至[少多]|[≥≤<>≧≦])"
_UNIT = (
    r"(?:wt ?%|vol ?%|mol ?%|[%‰℃℉°′″]C?|[A-Za-zμΩ]{1,5}[²³23]?(?:[/·][A-Za-z]{1,4}[²³23]?){0,2}|摄氏度"
    r"|(?:重量|质量|体积)?(?:百分比|百分数|份数?)|[毫厘微纳分千兆]?(?:米|克|升|瓦|伏|安|帕|赫兹?)|分钟|小时|公斤|倍|度|秒"
    r"|天|周|月|年|转|巴|目|层|个|次|条|片|根|圈|级|吨)"
)
_NUMBER = r"(?<![\dA-Za-z.])[-±]?\d{1,7}(?:[.,/]\d{1,6})?(?:[:∶]\d{1,4}(?:\.\d{1,4})?)?(?:[ ]?[×*][ ]?10\^?-?\d{1,2})?"
_COUNTED = (
    r"(?<![一二三四五六七八九十百第])[一二两三四五六七八九十百]{1,4}"
    r"(?=[个度层片根次倍米秒天年条级]|分钟|小时|厘米|毫米|至|到)"
)
_ONE = rf"{_COMPARED}?[ ]?(?:{_NUMBER}|{_COUNTED})(?:[ ]?{_UNIT}(?:[/每](?:分钟?|秒|小?时))?)?"
_TO = r"[ ]?(?:[~～∼—–-]{1,2}|至|到|[且且并或][ ]?(?=[不大小高低至≥≤<>]))[ ]?"
_VALUE = rf"{_ONE}(?:{_TO}{_ONE})?"
_AFTER = r"(?:之间|以[上下内]|范围内?|的范围内?|左右|不等)?"
# 优选, 较佳, 更好 and their kin prefer; 例如 and 具体为 single out: after them only a value of the same unit counts.
_PREFER = (
    r"(?:(?:其中|而且|并且|并|且|或者|或|而|更|最|再|又|进一步|特别|尤其|甚至|较为|更为|最为|更加)的?[地是，,]?){0,3}"
    r"(?:优选|优先|首选|较[佳优好]|更[佳优好]|最[佳优好适宜]|[更较][适宜窄]|尤[佳宜]|宜(?=为|在|取)|理想|适宜|合宜|推荐)"
    r"(?:实施例|方案|情况下|选择|取值|数值|范围|值|地|的|是|为|在|采用|选用|取|控制){0,4}"
)
_EMPHASIS = r"(?:(?:更|再|又)?进一步|更?具体|尤其|特别|尤|更|甚至|乃至|典型|例如|比如|譬如|诸如|如|通常|一般|可选|常用)"
_SINGLE_OUT = (
    rf"(?:其中|而且|并且|并|且|或者|或|而)?{_EMPHASIS}{{1,2}}(?:地|的|是|为|可为|可以为|可以是|可取|取|在|限定为|说)*"
)
_COMMA = r"[ ]?[，,:：]?[ ]?"
_OPENING = r"[ ]?[，,、；;(（\[]?[ ]?"
_PARAMETER = lazy(
    r"(?P<name>[一-鿿]{1,6}?|pH值?)(?:的?(?:取值|数值)?(?:范围)?)(?:为|是|在|取|:|控制在|设为|等于|处于|介于)?[ ]?$"
)
_SECOND = lazy(
    rf"{_OPENING}(?:(?P<prefer>{_PREFER})|(?P<single>{_SINGLE_OUT})){_COMMA}"
    rf"(?P<parameter>(?:所述|该|其|上述)?的?[一-鿿]{{0,6}}?)(?P<glue>优选)?(?:范围)?(?:为|是|在|取|控制在|:)?[ ]?"
    rf"(?P<second>{_VALUE}{_AFTER})"
)
# 厚度优选为3mm: the parameter's name stands before the word.
_NAMED = lazy(
    rf"(?:所述|该|其|上述|，|,|；|;|且|并)的?(?P<parameter>[一-鿿]{{1,6}}?)(?:{_PREFER}|{_SINGLE_OUT})(?<!如){_COMMA}"
    rf"(?P<second>{_VALUE}{_AFTER})"
)
# 1～10mm，厚度为3～5mm; 1～10mm，3～5mm为佳; 1～10mm（3～5mm）.
_BEST = lazy(
    rf"[，,；;(（](?:其中|并|且|又|而|尤其|特别)?[以在]?(?P<second>{_VALUE}{_AFTER})(?:时)?(?:为|最|更|较|尤){{1,2}}(?:最|更|较|尤)?"
    r"(?:佳|宜|好|优选?|理想|妥)"
)
_AGAIN = lazy(
    rf"[，,；;](?:其中|且|并且|并|而|所述|该|其|更具体地?|进一步地?|具体地?|[，,]){{0,6}}(?P<parameter>[一-鿿]{{1,6}})"
    rf"(?:为|是|在|控制在|:)(?P<second>{_VALUE}{_AFTER})"
)
_BRACKETED = lazy(rf"[(（](?P<second>{_ONE}{_TO}{_ONE}{_AFTER})[)）]")
_ENDS_IN_VALUE = lazy(rf"(?P<value>{_VALUE}){_AFTER}[)）]?(?P<noun>的?[一-鿿]{{0,8}})$")
_ENDS_IN_RANGE = lazy(rf"(?P<value>{_ONE}{_TO}{_ONE}){_AFTER}$")
_UNIT_AT_END = lazy(rf"{_UNIT}$")
_GENERIC = frozenset(
    ("", "的", "其", "该", "所述", "上述", "地", "其值", "该值", "数值", "取值", "范围", "该范围", "值")
)
_WINDOW = 60


class TwoRangesOneClaim(PatentCheck):
    """一项权利要求里，同一个参数先写一个数值或者范围，又写一个优选的（更窄的）数值或者范围。

    同一项权利要求里有两个不同的保护范围，边界无从确定，审查指南不允许。
    只保留较大的范围，优选的范围另写一项从属权利要求。
    看的是数值：前面已有一个值，接着用“优选”“较佳”“最好”“尤其”“进一步为”“具体为”“例如”等词、括号、“以……为佳”
    或者重提同一参数再写一个值；不同参数、不同单位的值，分步骤各自的范围不报。
    """

    code = "CLR010"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}对同一参数又限定了“{words}”，一项权利要求里有两个范围：请把它另写成从属权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种板，厚度为1～10mm，宽度为3～5mm。\n2. 根据权利要求1所述的板，厚度为3～5mm。",
        "1. 一种方法，先加热至50～60℃，再加热至80～90℃，优选算法重复3次。",
        "1. 一种板，厚度为1～10mm，优选地，宽度为3～5mm，压力为10～20MPa（100～200bar），更好地散热。",
        "1. 一种泵，包括壁厚为2mm的泵体和厚度为3mm的泵盖，所述泵盖的厚度大于1mm且小于5mm，"
        "转速为50～90rpm，特别是叶轮有3片。",
        "1. 一种方法，在50℃下搅拌2～3h，升温至80℃，搅拌5～6h，如图1所示，其中优选的温度为20℃。",
    )
    bad = (
        "1. 一种板，厚度为1～10mm，优选⟦3～5mm⟧。",
        "1. 一种方法，温度为10℃至50℃，最好是⟦20℃⟧，时间为2～8h，更优选为⟦3～5h⟧。",
        "1. 一种板，厚度为1～10mm，优选为⟦2～8mm⟧，更优选⟦3～5mm⟧，最优选⟦4mm⟧。",
        "1. 一种柱，柱高不小于10mm（较佳地⟦不小于20mm⟧），孔径为2～9mm，其中⟦3～5mm⟧为最佳。",
        "1. 一种泵，转速在500～900r/min之间，进一步地为⟦600～700r/min⟧；所述转速优选⟦650r/min⟧。",
        "1. 一种料，含水10～20重量份，特别是⟦12～15重量份⟧，pH值为6～8，具体为⟦7⟧。",
        "1. 一种膜，厚度为1～10mm，更佳的是厚度为⟦3～5mm⟧；间距为5～9mm，间距为⟦6～7mm⟧。",
    )
    missed = (
        "1. 一种板，厚度为1～10mm，最合适的厚度为⟦3～5mm⟧。",
        "1. 一种板，厚度为1～10mm，厚度取⟦3～5mm⟧更好。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            body = claim.body
            found: dict[int, Span] = {}
            for pattern in (_SECOND, _NAMED, _BEST, _AGAIN, _BRACKETED):
                for match in body.find(pattern):
                    before = body.document.folded[max(body.start, match.start() - _WINDOW) : match.start()]
                    if _bounds_again(pattern, match, before, body.document.folded[body.start : match.start()]):
                        place = body.at(match, "second").trimmed()
                        found.setdefault(place.start, place)
            last = -1
            for start in sorted(found):
                if start >= last:
                    last = found[start].end
                    yield self.at(found[start], claim=claim.number)


def _bounds_again(pattern: re.Pattern[str], match: re.Match[str], before: str, claim: str) -> bool:
    """Whether ``match`` bounds once more what the words ``before`` it bound."""
    if pattern is _BRACKETED:
        first = _ENDS_IN_RANGE.search(before)
        return first is not None and _unit(first["value"]) == _unit(match["second"]) != ""
    first = _ENDS_IN_VALUE.search(before)
    parameter = match.groupdict().get("parameter")
    name = re.sub(r"^(?:所述|该|其|上述|的)+", "", parameter or "")
    if name and name not in _GENERIC:
        return _same_parameter(pattern, name, first, before, claim)
    if pattern is _AGAIN or pattern is _NAMED or first is None:
        return False
    units = _unit(first["value"]), _unit(match["second"])
    if match.groupdict().get("single") is not None:
        return not first["noun"] and (units[0] == units[1] or "" in units)
    return units[0] == units[1] or ("" in units and not first["noun"])


def _same_parameter(pattern: re.Pattern[str], name: str, first: re.Match[str] | None, before: str, claim: str) -> bool:
    """Whether the parameter named is the one with the value just before, or for 所述厚度优选 any one before."""
    if pattern is _NAMED:
        return re.search(rf"{re.escape(name)}[为是在取:控制介于等设处]{{0,3}}[ ]?{_VALUE}", claim) is not None
    if first is None or first["noun"]:
        return False
    named = _PARAMETER.search(before[: first.start()])
    return named is not None and (named["name"] == name or (named["name"].endswith(name) and len(name) >= 2))


def _unit(value: str) -> str:
    match = _UNIT_AT_END.search(re.sub(_AFTER + "$", "", value.strip()))
    return match[0].replace(" ", "") if match else ""
