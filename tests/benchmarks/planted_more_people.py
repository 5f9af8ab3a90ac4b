"""Planters: people, units and addresses in the request form, and what other papers say of them."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import Kind, SectionName
from tests.benchmarks.planted_carriers import identity_number
from tests.benchmarks.planted_draft import ABSENT, Draft, add_line, mark, plants

AGENCY = "江州明理知识产权代理有限公司"
NOT_PERSONS = (
    "江州大学材料学院", "启衡机电研发中心", "新能源攻关小组", "智能制造项目组", "江州市人民医院",
    "江州市农业科学研究所", "DeepSeek", "ChatGPT", "文心一言", "启衡机电技术部", "江州大学声学实验室", "豆包",
    "工艺创新工作室", "江州市启衡机电有限公司", "人工智能助手", "一车间班组",
)  # fmt: skip
TITLED = (
    "宋知远博士", "蒋书宁（高级工程师）", "宋知远 教授", "蒋书宁女士", "宋知远先生", "蒋书宁主任医师", "宋知远研究员",
    "总工程师宋知远", "蒋书宁（博士后）", "宋知远董事长", "蒋书宁副教授", "宋知远院士", "蒋书宁老师", "宋知远硕士",
    "宋总", "蒋工", "宋经理", "蒋书宁技师",
)  # fmt: skip
SHORT_NAMES = (
    "浙大", "哈工大", "中科院上海光机所", "上海交大", "国网江苏电力", "华为", "中石化", "启衡机电", "启衡集团",
    "北航", "江大附院", "西电", "华中科大", "阿里巴巴", "中国移动", "复旦", "国家电网", "中船重工",
)  # fmt: skip
BARE_ADDRESSES = (
    "江苏省南京市", "江苏省南京市启衡机电有限公司", "江苏省江州大学机械工程学院", "江苏省南京市雨花台区", "江苏省",
    "南京市雨花台区", "软件大道119号", "江苏省南京市江州大学", "启衡机电办公楼三楼", "江苏南京",
    "江苏省南京市雨花台区启衡科技园内", "江苏省苏州市昆山市经济开发区",
)  # fmt: skip
ELSEWHERE = (
    "广东省深圳市南山区高新南一道8号", "北京市海淀区学院路37号", "浙江省杭州市西湖区文三路90号",
    "四川省成都市武侯区人民南路17号", "上海市浦东新区张江路1238号", "湖北省武汉市洪山区珞喻路1037号",
    "辽宁省大连市甘井子区凌工路2号", "新疆维吾尔自治区乌鲁木齐市天山区胜利路14号",
)  # fmt: skip
POSTCODES = ("100083", "510006", "430074", "310058", "610065", "710049", "250100", "350108", "530004", "650500")
OTHER_UNITS = ("江州市宏图机械有限公司", "安平县远方丝网厂", "宁海大学", "南桥市第二人民医院")


def value_index(draft: Draft, label: str) -> int | None:
    """Index of the request's line with that label, a pattern."""
    return next((index for index, line in enumerate(draft.request) if re.match(rf"{label}：", line)), None)


def fill(draft: Draft, label: str, value: str) -> Draft | None:
    """Another value, marked, in a field of the request."""
    index = value_index(draft, label)
    if index is None:
        return None
    draft.request[index] = f"{draft.request[index].split('：')[0]}：{mark(value)}"
    return draft


def absent_from(lines: list[str]) -> None:
    """A finding about what is absent may lie in any of these lines."""
    lines[:] = [ABSENT + line for line in lines]


def drop(draft: Draft, *labels: str) -> None:
    """Take the fields out of the request."""
    draft.request = [line for line in draft.request if not line.startswith(tuple(f"{label}：" for label in labels))]


@plants("inventor-not-natural-person", "alone", "formal")
def not_a_person(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "发明人", rng.choice(NOT_PERSONS))


@plants("inventor-not-natural-person", "among persons", "formal")
def not_a_person_among(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "发明人")
    if index is None:
        return None
    draft.request[index] = f"发明人：宋知远、{mark(rng.choice(NOT_PERSONS))}、蒋书宁"
    return draft


@plants("inventor-not-natural-person", "designer", "design")
def designer_not_a_person(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "设计人", rng.choice(NOT_PERSONS))


@plants("inventor-identity-missing", "one number left out", "formal")
def number_left_out(draft: Draft, rng: Random) -> Draft | None:
    absent_from(draft.request)
    gone = rng.choice(("第一发明人", "第二发明人"))
    draft.request = [line for line in draft.request if f"{gone}身份证件号码" not in line]
    return draft


@plants("inventor-identity-missing", "inventor added", "formal")
def inventor_added(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "发明人")
    if index is None:
        return None
    draft.request[index] += "、" + mark(rng.choice(("孟怀瑾", "顾清和", "白若琳、沈听澜")))
    return draft


@plants("inventor-identity-missing", "a line each", "formal")
def lines_of_inventors(draft: Draft, rng: Random) -> Draft | None:
    """Each inventor has a line of his own; one has no number."""
    drop(draft, "发明人", "第一发明人身份证件号码", "第二发明人身份证件号码")
    lost = rng.randrange(3)
    for place, name in enumerate(("宋知远", "蒋书宁", "孟怀瑾")):
        number = identity_number(f"3201061985031{place}41")
        line = f"发明人{place + 1}：{mark(name) if place == lost else name}"
        draft.request += [line] if place == lost else [line, f"发明人{place + 1}证件号码：{number}"]
    return draft


@plants("person-name-with-title", "inventor", "formal")
def titled_inventor(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "发明人", rng.choice(TITLED))


@plants("person-name-with-title", "agent or contact", "formal")
def titled_agent(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(("裴景行律师", "裴景行（合伙人）", "钟若溪老师", "裴景行主任"))
    if rng.random() < 0.5:
        return fill(draft, "专利代理师", told)
    name = rng.choice(("孟怀瑾经理", "孟工程师", "孟怀瑾（知识产权专员）", "孟女士", "孟怀瑾秘书"))
    draft.request.insert(8, f"联系人：{mark(name)}")
    return draft


@plants("person-name-with-title", "designer", "design")
def titled_designer(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "设计人", rng.choice(TITLED))


@plants("applicant-short-name", "alone", "formal")
def short_name(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "申请人", rng.choice(SHORT_NAMES))


@plants("applicant-short-name", "second applicant", "formal")
def short_second(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "申请人")
    if index is None:
        return None
    draft.request[index] += "、" + mark(rng.choice(SHORT_NAMES))
    return draft


@plants("address-incomplete", "bare", "formal")
def bare_address(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "地址", rng.choice(BARE_ADDRESSES))


@plants("address-incomplete", "no postcode", "formal")
def no_postcode(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "邮政编码")
    if index is None:
        return None
    draft.request[index] = "邮政编码："
    if rng.random() < 0.5:
        del draft.request[index]
    absent_from(draft.request)
    return draft


@plants("address-incomplete", "of a design", "design")
def bare_design_address(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "地址", rng.choice(BARE_ADDRESSES))


@plants("postcode-region-mismatch", "postcode", "formal")
def other_postcode(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "邮政编码", rng.choice(POSTCODES))


@plants("postcode-region-mismatch", "address", "formal")
def other_address(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "邮政编码")
    if index is not None:
        draft.request[index] += ABSENT
    return fill(draft, "地址", rng.choice(ELSEWHERE))


@plants("contact-missing-or-many", "missing", "formal")
def no_contact(draft: Draft, rng: Random) -> Draft | None:
    drop(draft, "专利代理机构", "代理机构代码", "专利代理师", "资格证号")
    if rng.random() < 0.5:
        draft.request.insert(8, "联系人：")
    absent_from(draft.request)
    return draft


@plants("contact-missing-or-many", "many", "formal")
def many_contacts(draft: Draft, rng: Random) -> Draft | None:
    if rng.random() < 0.5:
        drop(draft, "专利代理机构", "代理机构代码", "专利代理师", "资格证号")
    told = rng.choice(("孟怀瑾、顾清和", "孟怀瑾 顾清和", "孟怀瑾，顾清和，白若琳", "孟怀瑾/顾清和"))
    draft.request.insert(8, f"联系人：{mark(told)}")
    return draft


@plants("agent-credential-missing", "item left out", "formal")
def credential_left_out(draft: Draft, rng: Random) -> Draft | None:
    drop(draft, rng.choice(("代理机构代码", "专利代理师", "资格证号", "专利代理机构")))
    absent_from(draft.request)
    return draft


@plants("agent-credential-missing", "old number", "formal")
def practice_number(draft: Draft, rng: Random) -> Draft | None:
    index = value_index(draft, "资格证号")
    if index is None:
        return None
    label = rng.choice(("执业证号", "专利代理师执业证号码", "执业证编号", "代理师执业证号"))
    draft.request[index] = f"{mark(label)}：{mark('3299812345.6、3299823456.1')}"
    return draft


@plants("agent-credential-missing", "short name of the agency", "formal")
def short_agency(draft: Draft, rng: Random) -> Draft | None:
    return fill(draft, "专利代理机构", rng.choice(("明理知识产权", "江州明理", "明理专利", "明理知产")))


def power(draft: Draft, title: str, agency: str, agents: str, principal: str, *, general: bool = False) -> None:
    """A power of attorney in the words of the official form."""
    kind = draft.kind.chinese
    draft.poa = [
        f"委托 {agency} 机构代码 32998",
        "代为办理委托人的各项专利申请事务。"
        if general
        else f"1.代为办理名称为“{title}”的{kind}专利申请的全部专利事务。",
        f"专利代理机构接受上述委托并指定专利代理师 {agents} 办理此项委托。",
        f"委托人（单位或个人）：{principal}",
        "被委托人：" + agency,
    ]


@plants("poa-mismatch", "official form", "formal")
def power_differs(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    told = [draft.title, AGENCY, "裴景行、钟若溪", "江州市启衡机电有限公司"]
    other = (
        rng.choice((f"一种改进型{bare}", bare[:-1] + "组件", "一种管道清淤机器人")),
        rng.choice(("江州明德知识产权代理有限公司", "恒信专利代理事务所（普通合伙）")),
        rng.choice(("裴景行、祁远", "祁远", "阮清、祁远")),
        rng.choice((*OTHER_UNITS, "江州市启恒机电有限公司")),
    )
    place = rng.randrange(4)
    told[place] = mark(other[place])
    power(draft, told[0], told[1], told[2], told[3])
    return draft


@plants("poa-mismatch", "agency's own form", "formal")
def own_form_differs(draft: Draft, rng: Random) -> Draft | None:
    pairs = [
        ("发明创造名称", draft.title, "一种管道清淤机器人"),
        ("委托人", "江州市启衡机电有限公司", rng.choice(OTHER_UNITS)),
        ("专利代理机构", AGENCY, "江州明德知识产权代理有限公司"),
        ("专利代理师", "裴景行、钟若溪", "祁远、钟若溪"),
    ]
    place = rng.randrange(4)
    draft.poa = [
        f"{label}：{mark(wrong) if index == place else right}" for index, (label, right, wrong) in enumerate(pairs)
    ]
    return draft


@plants("biblio-mismatch", "line of the description", "formal")
def description_names_others(draft: Draft, rng: Random) -> Draft | None:
    line = rng.choice(
        (
            f"申请人：{mark(rng.choice(OTHER_UNITS))}",
            f"发明人：{mark(rng.choice(('林砚秋、沈听澜', '宋志远、蒋书宁', '孟怀瑾')))}",
            f"专利代理机构：{mark('江州明德知识产权代理有限公司')}",
            f"申请单位：{mark(rng.choice(OTHER_UNITS))}",
        )
    )
    draft.description.insert(1, line)
    return draft


@plants("biblio-mismatch", "told in a sentence", "formal")
def told_in_a_sentence(draft: Draft, rng: Random) -> Draft | None:
    unit = mark(rng.choice(OTHER_UNITS))
    told = rng.choice(
        (
            f"本申请的申请人为{unit}。",
            f"本{'实用新型' if draft.kind is Kind.UTILITY_MODEL else '发明'}的申请人是{unit}。",
            f"本申请由申请人{unit}提出。",
        )
    )
    return draft if add_line(draft, rng, told, SectionName.BACKGROUND) else None


@plants("biblio-mismatch", "line of the abstract", "formal")
def abstract_names_others(draft: Draft, rng: Random) -> Draft | None:
    draft.abstract.append(rng.choice((f"申请人：{mark(OTHER_UNITS[0])}", f"发明人：{mark('林砚秋')}")))
    return draft
