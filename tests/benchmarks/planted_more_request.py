"""Planters: the title, dates, numbers and declarations of the request form."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import Kind, SectionName
from tests.benchmarks.planted_draft import ABSENT, Draft, independents, is_method, mark, plants, subject
from tests.benchmarks.planted_more_people import absent_from, drop, value_index
from tests.benchmarks.planted_wordings import sentences

GENERIC = (
    "一种新型装置", "一种设备", "改进的方法", "系统", "一种多功能组合物", "一种实用的设备", "一种产品", "一种新结构",
    "一种工艺方法", "方法及装置", "一种改良的器具", "一种改进型机构", "一种组件", "化合物", "一种新材料", "一种工具",
    "一种系统及方法", "一种优化方法",
)  # fmt: skip
PRAISED = (
    "顶级", "豪华", "世界一流的", "网红", "爆款", "奢华", "王牌", "行业第一的", "超值", "独一无二的", "史上最强的",
    "极品", "畅销", "国内首款", "最优秀的", "完美的", "明星款", "无与伦比的", "热销", "尊贵",
)  # fmt: skip
DISCLOSED = (
    "{本申请人已于2026年4月在江州机械展览会上展出了样机}。", "{该样机由本申请人自2026年3月起向客户销售}。",
    "{本发明人在2026年5月召开的行业年会上介绍了上述方案}。",
    "{上述内容已由本发明人发表于《江州大学学报》2026年第3期}。", "{本课题组于2026年2月在学术会议上公开了这一结果}。",
    "{申请人此前在自己的网站上发布过该产品的图片和结构}。",
    "{发明人在硕士学位论文中已经公开了该方案，该论文于2026年6月上网}。",
    "{本公司于2026年5月10日召开新品发布会，公布了该产品}。", "{上述设备已由申请人在2026年4月投放市场}。",
    "{我们曾在2026年6月的国际会议上报告过这一方法}。",
)  # fmt: skip


def _at(year: int, month: int, day: int, rng: Random) -> str:
    return rng.choice((f"{year}-{month:02}-{day:02}", f"{year}年{month}月{day}日", f"{year}.{month:02}.{day:02}"))


@plants("title-generic-only", "whole title", "formal")
def generic_title(draft: Draft, rng: Random) -> Draft | None:
    draft.retitle(rng.choice(GENERIC))
    return draft


@plants("title-commercial", "before the subject", "formal")
def praised_title(draft: Draft, rng: Random) -> Draft | None:
    draft.retitle(rng.choice(("一种", "")) + rng.choice(PRAISED) + re.sub(r"^一种", "", draft.title))
    return draft


@plants("title-not-cover-claims", "method claimed too", "inventions")
def method_claimed_too(draft: Draft, rng: Random) -> Draft | None:
    """The title names a product only; a claim to making or using it is added."""
    if re.search(r"方法|工艺|用途|应用|流程", draft.title) or any(map(is_method, draft.claims)):
        return None
    if any(is_method(subject(draft, index)) for index in independents(draft)):
        return None
    bare = re.sub(r"^一种", "", draft.title)
    told = rng.choice(
        (
            f"一种{bare}的制造方法，其特征在于，包括：备料；成型；装配；检验。",
            f"一种{bare}的使用方法，其特征在于，包括：接通电源；设定参数；读取结果。",
            f"一种{bare}的装配工艺，其特征在于，依次装配各个部件，并逐一检验。",
        )
    )
    draft.description[0] += ABSENT
    draft.claims.append(mark(f"{len(draft.claims) + 1}. {told}"))
    return draft


@plants("title-not-cover-claims", "half of the title lost", "formal")
def half_lost(draft: Draft, rng: Random) -> Draft | None:
    """A title of two subjects loses the one: the product or the method."""
    if draft.kind is not Kind.INVENTION:
        return None
    kinds = {is_method(subject(draft, index)) for index in independents(draft) if subject(draft, index)}
    match = re.fullmatch(r"(.{4,30}?)(?:及其?|和|、)(.{2,20})", draft.title)
    if match is None or len(kinds) < 2:
        return None
    halves = [half for half in (match[1], match[2]) if len(half) >= 5]
    kept = rng.choice(halves)
    if re.search(r"方法|工艺|应用|用途", kept) and not re.search(r"装置|系统|设备|机$|涂料|化合物", draft.title):
        return None
    if is_method(kept) and re.search(r"系统|装置|设备|介质", "".join(subject(draft, i) for i in independents(draft))):
        return None  # a method's title may leave out the apparatus that carries it out
    draft.retitle(kept)
    absent_from(draft.claims)
    return draft


@plants("title-not-cover-claims", "use claimed too", "chemistry")
def use_claimed_too(draft: Draft, rng: Random) -> Draft | None:
    """The title of a substance does not tell of its making and its use, which are claimed."""
    bare = re.split(r"及其", draft.title)[0]
    draft.retitle(rng.choice((bare, f"一种新的{re.sub('^一种', '', bare)}")))
    absent_from(draft.claims)
    return draft


def _priority(draft: Draft, rng: Random, filed: tuple[int, int, int] | None, earlier: tuple[int, int, int]) -> Draft:
    office, number = rng.choice((("中国", "202410312345.8"), ("美国", "63/512,345"), ("日本", "2024-051234")))
    lines = [
        "要求优先权声明：是",
        f"在先申请日：{_at(*earlier, rng)}",
        f"在先申请号：{number}",
        f"原受理机构名称：{office}",
    ]
    if filed is not None:
        lines.insert(0, f"申请日：{_at(*filed, rng)}")
    draft.request += [ABSENT + line for line in lines]
    return draft


@plants("priority-period", "too late", "formal")
def priority_too_late(draft: Draft, rng: Random) -> Draft | None:
    return _priority(draft, rng, (2026, 3, 20), (2024 + rng.randrange(2), rng.randint(1, 2), rng.randint(1, 28)))


@plants("priority-period", "filing date not told", "formal")
def priority_long_ago(draft: Draft, rng: Random) -> Draft | None:
    return _priority(draft, rng, None, (2025, rng.randint(1, 5), rng.randint(1, 28)))


@plants("priority-period", "earlier one later", "formal")
def priority_after(draft: Draft, rng: Random) -> Draft | None:
    return _priority(draft, rng, (2025, 6, 3), (2025, rng.randint(7, 12), rng.randint(1, 28)))


@plants("priority-period", "of a design", "design")
def design_priority(draft: Draft, rng: Random) -> Draft | None:
    return _priority(draft, rng, (2026, 3, 20), (2025, rng.randint(3, 8), rng.randint(1, 28)))


@plants("file-list-mismatch", "claims", "formal")
def claims_counted_wrong(draft: Draft, rng: Random) -> Draft | None:
    wrong = len(draft.claims) + rng.choice((-1, 1, 2, 3))
    line = rng.choice(
        ("权利要求的项数：{}项", "权利要求项数：{}", "申请文件清单：权利要求书共{}项", "权利要求数量：{}项",
         "申请文件清单：1.请求书 2.说明书摘要 3.权利要求书（{}项） 4.说明书")
    )  # fmt: skip
    drop(draft, "申请文件清单")
    draft.request.append(ABSENT + line.format(mark(str(wrong))))
    return draft


@plants("file-list-mismatch", "figures", "formal-figured")
def figures_counted_wrong(draft: Draft, rng: Random) -> Draft | None:
    wrong = len(draft.drawings) + rng.choice((1, 2, 3))
    line = rng.choice(
        (
            "申请文件清单：说明书附图{}幅",
            "说明书附图：共{}幅",
            "附图数量：{}幅",
            "申请文件清单：请求书、说明书附图（{}幅）",
        )
    )
    drop(draft, "申请文件清单")
    draft.request.append(ABSENT + line.format(mark(str(wrong))))
    return draft


sentences(
    "grace-period-undeclared",
    "told in the text",
    DISCLOSED,
    (SectionName.BACKGROUND, SectionName.EMBODIMENTS),
    "formal",
)


@plants("grace-period-undeclared", "declared as none", "formal")
def declared_as_none(draft: Draft, rng: Random) -> Draft | None:
    """The form says that nothing was disclosed; the description says otherwise."""
    draft.request.append("不丧失新颖性宽限期声明：无")
    places = list(draft.section(SectionName.BACKGROUND))[1:]
    if not places:
        return None
    told = rng.choice(DISCLOSED)
    draft.description[rng.choice(places)] += mark(told.strip("{}。")) + "。"
    return draft


@plants("pct-entry-deadline", "after 32 months", "formal")
def entered_too_late(draft: Draft, rng: Random) -> Draft | None:
    return _entry(draft, rng, (2023, rng.randint(1, 6), 8), (2026, rng.randint(2, 6), 20))


@plants("pct-entry-deadline", "after 30 months", "formal")
def entered_in_grace(draft: Draft, rng: Random) -> Draft | None:
    return _entry(draft, rng, (2023, 10, 8), (2026, 5, rng.randint(1, 28)))


def _entry(draft: Draft, rng: Random, priority: tuple[int, int, int], entered: tuple[int, int, int]) -> Draft | None:
    """The statement of entry into the national phase."""
    year, month, day = priority
    filed = (year + 1, month, day)
    earliest = rng.choice(("优先权日", "优先权日（最早）", "最早优先权日")) if rng.random() < 0.7 else ""
    lines = [
        rng.choice(("国际申请进入中国国家阶段声明", "进入国家阶段声明：是", "国际申请进入中国国家阶段声明（发明）")),
        "国际申请号：PCT/EP2024/051234",
        f"国际申请日：{_at(*(filed if earliest else priority), rng)}",
        f"{rng.choice(('进入日期', '进入国家阶段日期', '进入日', '办理进入手续的日期'))}：{_at(*entered, rng)}",
    ]
    if earliest:
        lines.insert(3, f"{earliest}：{_at(*priority, rng)}")
    place = value_index(draft, "发明人")
    if place is None or draft.kind is not Kind.INVENTION:
        return None
    draft.request[place:place] = lines
    absent_from(draft.request)
    return draft


def _joined(draft: Draft, *headings: str) -> Draft:
    draft.joined = frozenset(headings)
    draft.anywhere = True
    return draft


@plants("xpart-same-page", "claims and description", "apart")
def claims_with_description(draft: Draft, rng: Random) -> Draft | None:
    return _joined(draft, "权利要求书", "说明书")


@plants("xpart-same-page", "abstract and claims", "apart")
def abstract_with_claims(draft: Draft, rng: Random) -> Draft | None:
    return _joined(draft, "说明书摘要", "权利要求书") if draft.abstract else None


@plants("xpart-same-page", "abstract and description", "apart")
def abstract_with_description(draft: Draft, rng: Random) -> Draft | None:
    return _joined(draft, "说明书摘要", "说明书") if draft.abstract else None
