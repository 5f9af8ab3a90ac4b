import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_HOW = r"(?:实施例|方案|方式|情况下|地|的是|的|是|为|采用|选用)?"
# The words the Guidelines name and those that mean the same.
_PATTERN = lazy(
    r"(?P<named>"
    # For example.
    r"例如|比如(?:说)?|譬如|诸如(?!此)|举例(?:来说|而言|说明|来讲|地|如)?(?=[,:为是])|举个例子"
    r"|示例(?:性)?(?:地|的)(?=[,:])|(?<=[,(;])如(?=(?:(?!则|时|就|图|所|有|需|为|果|下"
    r"|上)[一-鿿A-Za-z]){1,8}(?:、|等|或)[^,;。]{0,20}(?:等|\)"
    r"|[,。;)]))(?![图下果上权何前此同式公表若需有以未不是遇所])"
    # Preferably.
    rf"|(?:更|最|进一步|特别|尤其|较)优选{_HOW}(?![择取出])|优选(?:地|为|是|的(?=[,:是为采])|采用|选用|使用"
    rf"|在|方案|实施例|例)|优选(?=\d)"
    rf"|(?<=[,;(。:、])(?:其中|且|并且|并|而|或)?优选(?![择取出后器算模方单过程结策])"
    r"|(?<=[,;(。:、])(?:其中|且|并且|并|而|或)?(?:较|更|最)[佳优好](?:地(?=,)|的是|的(?=,)|是|为|采用|(?=,))"
    r"|(?:较|更|最)[佳好优](?:为|是)(?=[一-鿿\d])|最好(?:是|为|地|能|采用|由|用|选|在|设|将|还|具有|带)"
    r"|(?<=[,;(])最好(?!的)"
    r"|理想(?:地|的是|情况下)(?=[,:一-鿿])|(?<!被)首选(?:为|的|采用|是|地)|优先(?:地(?=[,:])|选用"
    r"|为(?=[一-鿿\d])|采用(?=[一-鿿]{0,6}[材钢胶料]))"
    r"|(?<![适事便])宜(?:为|采用|用|选用|设|在)(?=[一-鿿\d])|(?<=以)[^,;。是]{1,10}为(?:最?佳|宜|最?好)"
    # In particular.
    r"|尤其(?:是|为|地|优选|适)?(?![中本他])|尤以|尤为(?=[一-鿿])|特别(?:是|地|为(?!了)|优选)"
    # Where needed, if so desired.
    r"|必要(?:时|的话|情况下|的情况下|的时候)|(?:(?<=[,;(。])|如果?|若|当|倘若|在)有?(?:需|必)要(?:时|的话"
    r"|的情况下|的时候)(?=[,可还再设加增也])"
    r"|(?:如|若|如果|假如|倘若)(?:有)?(?:需|必)要(?:的话)?(?=[,可还再设加增也])|(?:如|若|视"
    r"|酌)(?:情况)?需(?:要)?(?=[,而可设加增])|按需(?=设|选用|添加|增)"
    r"|视(?:具体|实际)?(?:情况|需要|需求)(?:而定)?|酌情|(?<=[,;(])适时"
    # Optionally.
    r"|可选地|可选择(?:性)?(?:地|的)?(?=[,:设包含具为采由])|可选(?:的)?(?=[,:])"
    r"|(?<=[,;(。])可选(?:的)?(?=[设用包含为采还由])"
    r"|任选(?:地|的(?=[,:]))|(?<=[,;(])任选(?=[,:设用包含为采还由在])|或可选地?)"
    # Usually, also possible: an examiner may ask what holds otherwise.
    r"|(?P<soft>(?:通常|一般)(?:地(?=,)|来说|而言|情况下|为|是|采用|设|由|选|选用|取)|(?<=[,;(])(?:通常"
    r"|一般)(?:在|用(?!户|于))"
    r"|典型(?:地|的(?=[,:是])|为|情况下)|正常情况下|(?:多数|大多数)情况下|往往"
    r"|(?:根据|依|按照?)(?:实际|具体)?(?:情况|需要)(?=[,可来而选设确调增])(?:而定)?"
    r"|(?:也|亦|还)可(?:以)?(?:采用|使用|选用|用(?!于)|为(?=[一-鿿]{1,4}(?:形|状|制|式|材|体|件|[,。;]))|是"
    r"|由|选(?!择)|设|换成|替换|改为))"
)
# “一般地” inside a name, 一般式 of a compound.
_INSIDE = lazy(r"一般[式化]|通常值|特别行政|尤其他")


class OptionalWord(PatentCheck):
    """权利要求里有“例如”“最好是”“尤其是”“必要时”“优选”“可选地”一类的词。

    这类词在一项权利要求里限定出两个以上的保护范围，使它不清楚，审查指南明文不允许。
    删去这类词和它后面的内容，把优选的方案另写成从属权利要求；一项权利要求里有几处的，合为一条。
    审查指南点名的词和与它们同义的词（譬如、较佳地、如有需要、任选地）是错误；“通常为”“也可以采用”一类的话只是警告。
    “优选算法”“进行优选”“任选一个”“可选的接入点”和“质量最好的一个”不是这种用法，不报。
    """

    code = "CLR008"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}里有{listed}，一项权利要求里限定出不同的范围：请删去，优选的内容另写从属权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种泵，包括优选器、优选算法模块和泵体。",
        "1. 一种选种方法，对种子进行优选，选取质量最好的一个，剔除尤加利叶。",
        "1. 一种泵，温度为10～50℃。\n2. 根据权利要求1所述的泵，温度为20℃。",
        "1. 一种方法，从可选的接入点中任选一个，优先级最高者优先选择，按需加载，如图1所示，如大于阈值则报警，"
        "选择性地连通，"
        "求最优解，更好地散热，特别行政区。",
        "1. 一种化合物，如式I所示，具有一般式，当需要充电时接通，选出最佳的路径，如下步骤，如有故障则停机。",
    )
    bad = (
        "1. 一种泵，温度为10～50℃，⟦优选⟧20℃。\n2. 根据权利要求1所述的泵，⟦必要时⟧设有阀。",
        "1. 一种夹具，包括连接件，⟦例如⟧螺栓；所述连接件最好是钢制。",
        "1. 一种泵，泵体用金属制成，⟦特别是⟧铸铁，厚度更优选为5mm。",
        "1. 一种泵，⟦较佳地⟧，泵体用金属。\n"
        "2. 根据权利要求1所述的泵，泵体用金属，⟦如⟧铜、铝等。\n"
        "3. 根据权利要求1所述的泵，⟦可选地⟧，设有阀。\n"
        "4. 根据权利要求1所述的泵，⟦如有需要⟧设有滤网。\n"
        "5. 根据权利要求1所述的泵，⟦视情况⟧开孔。\n"
        "6. 根据权利要求1所述的泵，壁厚⟦宜为⟧5mm。\n"
        "7. 根据权利要求1所述的泵，泵座为⟦譬如⟧铁座。\n"
        "8. 根据权利要求1所述的泵，⟦典型地⟧涂漆。\n"
        "9. 根据权利要求1所述的泵，⟦尤以⟧红色。\n"
        "10. 根据权利要求1所述的泵，⟦任选地⟧含盖。\n"
        "11. 根据权利要求1所述的泵，泵盖⟦通常为⟧圆形。\n"
        "12. 根据权利要求1所述的泵，泵盖⟦也可以采用⟧方形。\n"
        "13. 根据权利要求1所述的泵，⟦理想地⟧为椭圆。\n"
        "14. 根据权利要求1所述的泵，一般为圆形，⟦必要时⟧为方形。",
    )
    missed = (
        "1. 一种泵，泵体为金属，⟦比方说⟧铜。",
        "1. 一种泵，⟦也可以不⟧设阀。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            inside = [match.span() for match in claim.body.find(_INSIDE)]
            matches = [
                match
                for match in claim.body.find(_PATTERN)
                if not any(start <= match.start() < end for start, end in inside)
            ]
            if not matches:
                continue
            # One fault of the claim, however many of these words it has; the named ones tell how grave it is.
            grave = [match for match in matches if match.lastgroup == "named"]
            first = (grave or matches)[0]
            yield self.at(
                claim.body.at(first),
                related=[claim.body.at(match) for match in matches if match is not first],
                level=None if grave else Level.WARNING,
                claim=claim.number,
                listed=_listed([first, *(match for match in matches if match is not first)]),
                facts={"count": len(matches)},
            )


def _listed(matches: Sequence[re.Match[str]]) -> str:
    """The words found, each once, with how often: “优选”（2处）、“例如”."""
    counts = Counter(match[0] for match in matches)
    return "、".join(f"“{words}”" + (f"（{count}处）" if count > 1 else "") for words, count in counts.items())
