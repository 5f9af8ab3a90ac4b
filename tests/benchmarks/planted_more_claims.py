"""Planters: the rest of what may be wrong with a claim's form, its citations and its subject."""

from __future__ import annotations

import re
from random import Random

from tests.benchmarks.planted_draft import (
    ABSENT,
    CLOSE,
    OPEN,
    TABLE,
    Draft,
    add_clause,
    any_claim,
    dependents,
    independents,
    is_method,
    mark,
    mentions,
    plants,
    recite,
    sign_table,
    split_number,
    subject,
)
from tests.benchmarks.planted_more_people import absent_from
from tests.benchmarks.planted_wordings import clauses, more_claims

PARENTHESES = (
    "外侧罩有{（不锈钢）}护罩", "设有两个{（左右对称的）}凸耳", "通过螺钉{（数量为四个）}固定", "由金属{（铝）}制成",
    "转动角度{（即摆动的幅度）}为30度", "表面涂有漆层{（红色）}", "还设有提手{（图中未示出）}",
    "底部设有垫块{（可拆卸）}", "以设定的周期{（每天一次）}重复执行", "将结果发送至用户{（即管理者）}",
    "采用{（双层）}隔板分开", "与外部的设备{（手机或者电脑）}连接", "厚度{（壁厚）}为3mm",
    "按照次序{（从大到小）}排列",
)  # fmt: skip
REASONS = (
    "{由于设置了两层隔板，所以隔热性能好}", "{这样可以大大延长使用寿命}", "{其优点是安装方便、成本低}",
    "{因为阻力小，故而运行平稳}", "{从而取得了意想不到的技术效果}", "{因此显著降低了能耗}",
    "{具有结构紧凑、维护方便的优点}", "{其目的是为了节约材料}", "{由此提高了工作效率，节省了人力}",
    "{之所以这样布置，是因为空间有限}", "{进而极大地改善了用户的体验}", "{有效解决了现有技术的不足}",
    "{效果明显优于传统的做法}", "{原因在于该处受力最大}",
)  # fmt: skip
SUBSTITUTES = (
    "以皮带取代{X}", "将{X}替换为磁吸件", "不设{X}", "取消{X}", "{X}由弹性绳代替", "去掉{X}", "无需{X}", "不含有{X}",
    "用手动方式代替{X}", "省略{X}", "{X}改用橡胶块", "略去{X}而直接连接",
)  # fmt: skip
EFFECTS_ONLY = (
    "所述X使用方便、效率高", "效果好，成本低", "所述X能够提高生产效率", "可以节省人力物力", "所述X安全可靠、经久耐用",
    "其性能优良，便于推广使用", "所述X节能环保",
)  # fmt: skip
UNRELATED = (
    "一种竹制牙刷，其特征在于，包括竹柄和植在竹柄一端的刷毛，所述刷毛由猪鬃制成。",
    "一种蜂箱，其特征在于，包括箱体和插在箱体内的巢框，所述箱体的正面开有巢门。",
    "一种折叠伞，其特征在于，包括伞杆、伞骨和伞布，所述伞骨的一端与伞杆顶端铰接。",
    "一种鱼竿，其特征在于，包括若干节依次套接的竿体，最末一节竿体上装有绕线轮。",
)  # fmt: skip
PROGRAMS = (
    "一种计算机程序，其特征在于，包括若干条指令，所述指令依次被调用。",
    "一种数据结构，其特征在于，包括头部字段、长度字段和内容字段，所述长度字段位于头部字段之后。",
    "一种视频码流，其特征在于，包括序列头和多个编码单元，所述序列头指示编码单元的数目。",
    "一种排序算法，其特征在于，将待排序的数列分成两半，分别排序后合并。",
    "一种软件，其特征在于，包括登录界面、查询界面和设置界面。",
    "一种比特流，其特征在于，包括用于指示量化参数的语法元素。",
    "一种源代码，其特征在于，包括主函数和被主函数调用的若干子函数。",
    "一种手机应用程序，其特征在于，包括注册单元、推送单元和评论单元。",
    "一种数据帧，其特征在于，由前导码、地址域、载荷和校验域依次组成。",
    "一种求解方程组的计算方法，其特征在于，先消元，再回代，得到各未知数的值。",
)  # fmt: skip
TREATMENTS = (
    "一种治疗胃溃疡的方法，其特征在于，向患者口服给予有效量的小檗碱。", "姜黄素用于治疗糖尿病的用途。",
    "一种诊断早期肝癌的方法，其特征在于，检测受试者体内的标志物并判断是否患病。",
    "一种颈椎病的按摩治疗方法，其特征在于，依次按压患者的风池穴和肩井穴。", "化合物A在治疗阿尔茨海默病中的应用。",
    "一种预防流感的方法，其特征在于，给人注射疫苗。", "黄芪多糖用于预防和治疗感冒的用途。",
    "一种针灸戒烟的方法，其特征在于，针刺吸烟者的耳穴。",
    "一种心脏搭桥手术方法，其特征在于，切开患者胸骨，取大隐静脉与冠状动脉吻合。",
    "一种白癜风的治疗方法，其特征在于，以紫外光照射患处。",
)  # fmt: skip
EXCLUDED = (
    "一种诊断冠心病的方法，其特征在于，根据患者的心电信号判断是否患有冠心病。",
    "一种水稻品种，其特征在于，由母本甲和父本乙杂交选育得到。",
    "一种扑克牌游戏的玩法，其特征在于，三人参加，先出完牌者获胜。",
    "一种超市会员积分规则，其特征在于，消费一元积一分，满百分兑换礼品。",
    "一种新的小行星，其特征在于，其轨道周期为四年。", "一种英语单词记忆法，其特征在于，把单词编成口诀背诵。",
    "一种奶牛新品种，其特征在于，毛色为黑白花，年产奶量为九吨。",
    "一种企业绩效考核方法，其特征在于，由部门主管按季度打分，按分数发放奖金。",
    "一种中医把脉诊断疾病的方法，其特征在于，以三指按患者的寸关尺。",
    "一种转基因小鼠，其特征在于，其基因组中插入了外源基因。", "一种交通规则，其特征在于，车辆在路口一律右转让左转。",
    "一种椎间盘突出的手术方法，其特征在于，经皮穿刺摘除患者的髓核。",
    "一种国际象棋的让子办法，其特征在于，高段棋手让低段棋手一个马。",
)  # fmt: skip
ILLEGAL = (
    "一种赌场用老虎机，其特征在于，包括机箱和投币口。", "一种吸食毒品的工具，其特征在于，包括烟管和加热皿。",
    "一种伪造人民币的印版，其特征在于，版面刻有水印纹。",
    "一种考试作弊用的耳机，其特征在于，包括骨传导单元和接收线圈。",
    "一种银行卡密码盗取装置，其特征在于，包括贴在键盘上的薄膜传感器。",
    "一种偷窃自行车用的开锁器，其特征在于，包括撬杆和卡爪。",
    "一种窃听他人通话的设备，其特征在于，包括拾音器和发射机。",
    "一种假公章的制作方法，其特征在于，扫描真印章后雕刻。",
    "一种色情影片的播放装置，其特征在于，包括片源库和解码器。",
    "一种翻墙绕过监管的软件系统，其特征在于，包括代理服务器。",
    "一种麻将机作弊控制器，其特征在于，包括感应线圈和遥控器。",
    "一种偷逃税款的账务处理系统，其特征在于，包括内账模块和外账模块。",
)  # fmt: skip
RECIPES = (
    "一种糖醋排骨的烹饪方法，其特征在于，锅中放油，炒糖色后下排骨，大火收汁，出锅装盘。",
    "一种红烧肉，其特征在于，将五花肉切块，放入酱油、冰糖，小火慢炖至软烂，加盐少许。",
    "一种治疗咳嗽的药方，其特征在于，杏仁三钱，桔梗二钱，甘草一钱，水煎服，一日两次。",
    "一种麻婆豆腐的做法，其特征在于，豆腐切丁焯水，肉末炒香，加豆瓣酱适量，勾芡起锅。",
    "一种补血处方，其特征在于，当归10克，熟地12克，随症加减，每日一剂。",
    "一种家常凉拌黄瓜，其特征在于，黄瓜拍碎，加蒜末、香醋、香油拌匀即食。",
    "一种老火靓汤的煲制方法，其特征在于，猪骨焯水，与莲藕同煲，凭厨师经验掌握火候，加盐调味。",
    "一种祛湿的中药偏方，其特征在于，薏米一把，赤小豆一把，煮水代茶饮。",
)  # fmt: skip

clauses("claim-parenthesis", "remark in brackets", PARENTHESES)
clauses("claim-reason-statement", "at the end", REASONS)
more_claims("software-claim-pure", "claim added", PROGRAMS)
more_claims("treatment-use-claim", "claim added", TREATMENTS)
more_claims("art25-excluded", "claim added", EXCLUDED)
more_claims("art5-illegal", "claim added", ILLEGAL, "patents")
more_claims("recipe-or-prescription", "claim added", RECIPES)
more_claims("unity-no-common-feature", "claim added", UNRELATED, "patents")


@plants("recipe-or-prescription", "first claim", "inventions")
def recipe_first(draft: Draft, rng: Random) -> Draft | None:
    """The claims are one recipe, the title is its name."""
    told = rng.choice(RECIPES)
    draft.claims = [f"1. {mark(told)}"]
    draft.retitle(_title(told))
    return draft


@plants("art25-excluded", "first claim", "inventions")
def excluded_first(draft: Draft, rng: Random) -> Draft | None:
    """The claims are one excluded subject, the title is its name."""
    told = rng.choice(EXCLUDED)
    draft.claims = [f"1. {mark(told)}"]
    draft.retitle(_title(told))
    return draft


@plants("software-claim-pure", "first claim", "inventions")
def program_first(draft: Draft, rng: Random) -> Draft | None:
    """The claims are one to a program or the like as such."""
    draft.claims = [f"1. {mark(rng.choice(PROGRAMS))}"]
    return draft


def _title(wording: str) -> str:
    return re.split(r"，其特征|。$", wording)[0]


@plants("art5-illegal", "title", "formal")
def illegal_title(draft: Draft, rng: Random) -> Draft | None:
    draft.retitle(_title(rng.choice(ILLEGAL)))
    return draft


@plants("claim-table", "after the last claim")
def table_in_claim(draft: Draft, rng: Random) -> Draft | None:
    lead = rng.choice(("各部分的尺寸如下表", "其配比按下表选取", "各工况下的参数为"))
    index = any_claim(draft, rng)
    if not add_clause(draft, index, lead):
        return None
    rows = rng.choice(
        (("部件", "长度", "支臂", "30mm"), ("组分", "份数", "树脂", "40份"), ("工况", "转速", "甲", "90r/min"))
    )
    draft.claims[index] = draft.claims[index][:-1] + "：\n" + "\n".join(TABLE + mark(cell) for cell in rows)
    return draft


@plants("claim-refsign-in-subject", "sign of the whole", "signed")
def sign_in_subject(draft: Draft, rng: Random) -> Draft | None:
    index = rng.choice(independents(draft))
    name = subject(draft, index)
    if not name or is_method(name) or name[-1] in "）)":
        return None
    sign = mark(f"（{rng.choice(('100', '10', '1', '200', '1000'))}）")
    draft.claims[index] = draft.claims[index].replace(name, name + sign, 1)
    return draft


@plants("claim-reason-statement", "in the middle")
def reason_in_the_middle(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    start = draft.claims[index].find("特征在于")
    places = [match.start() for match in re.finditer(r"[，；]", draft.claims[index]) if match.start() > start + 8]
    if start < 0 or not places:
        return None
    at = rng.choice(places)
    draft.claims[index] = (
        f"{draft.claims[index][:at]}，{mark(rng.choice(REASONS).strip('{}'))}{draft.claims[index][at:]}"
    )
    return draft


@plants("claim-count-over-10", "more dependents")
def more_dependents(draft: Draft, rng: Random) -> Draft | None:
    name = subject(draft, 0)
    if not name or len(draft.claims) > 10:
        return None
    last = rng.randint(11, 16)
    for number in range(len(draft.claims) + 1, last + 1):
        draft.claims.append(f"{number}. 根据权利要求1所述的{name}，其特征在于，第{number}处涂有标识{number}。")
    absent_from(draft.claims)
    return draft


@plants("dep-cites-two-independents", "claim added")
def cites_two(draft: Draft, rng: Random) -> Draft | None:
    heads = [index for index in independents(draft) if subject(draft, index)]
    pairs = [
        (a, b) for a in heads for b in heads if a < b and is_method(subject(draft, a)) != is_method(subject(draft, b))
    ]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    name = subject(draft, rng.choice((one, two)))
    joint = rng.choice((f"{one + 1}或{two + 1}", f"{one + 1}或权利要求{two + 1}"))
    tail = rng.choice(("各个参数可以调整", "处理的次数为三次", "还记录处理的结果"))
    told = rng.choice(("根据", "如", "按照"))
    draft.claims.append(mark(f"{len(draft.claims) + 1}. {told}权利要求{joint}所述的{name}，其特征在于，{tail}。"))
    return draft


@plants("dep-substitutes-feature", "claim added")
def feature_substituted(draft: Draft, rng: Random) -> Draft | None:
    signs = {name: sign for sign, name in sign_table(draft).items()}
    terms = sorted(
        {term for _, _, term in mentions(draft, 0) if len(term) <= 6} | {n for n in signs if n in draft.claims[0]}
    )
    name = subject(draft, 0)
    if not terms or not name:
        return None
    term = rng.choice(terms)
    words = (
        "所述" + term + (f"（{signs[term]}）" if re.search(rf"{term}[（(]", draft.claims[0]) and term in signs else "")
    )
    told = mark(rng.choice(SUBSTITUTES).replace("{X}", words))
    draft.claims.append(f"{len(draft.claims) + 1}. 根据权利要求1所述的{name}，其特征在于，{told}。")
    return draft


@plants("dep-duplicate", "copied")
def copied(draft: Draft, rng: Random) -> Draft | None:
    choice = [index for index in dependents(draft) if "\n" not in draft.claims[index]]
    if not choice:
        return None
    index = rng.choice(choice)
    draft.claims.append(mark(f"{len(draft.claims) + 1}. {split_number(draft.claims[index])[1]}"))
    draft.claims[index] = ABSENT + draft.claims[index]
    return draft


@plants("dep-duplicate", "copied with small changes")
def copied_with_changes(draft: Draft, rng: Random) -> Draft | None:
    """Signs, punctuation and 所述 are otherwise, the limitation is the same."""
    choice = [index for index in dependents(draft) if re.search(r"特征在于.*(?:所述|，)", draft.claims[index])]
    if not choice:
        return None
    index = rng.choice(choice)
    head, joint, rest = split_number(draft.claims[index])[1].partition("特征在于")
    rest = re.sub(r"[（(]\d+[)）]", "", rest)
    rest = rng.choice((rest.replace("；", "，"), rest.replace("所述", "该"), rest.replace("所述", "", 1)))
    draft.claims.append(mark(f"{len(draft.claims) + 1}. {head}{joint}{rest}".replace("\n", "")))
    draft.claims[index] = ABSENT + draft.claims[index]
    return draft


@plants("dep-no-limitation", "effect alone")
def effect_alone(draft: Draft, rng: Random) -> Draft | None:
    name = subject(draft, 0)
    if not name:
        return None
    told = rng.choice(EFFECTS_ONLY).replace("X", name)
    draft.claims.append(mark(f"{len(draft.claims) + 1}. 根据权利要求1所述的{name}，其特征在于，{told}。"))
    return draft


@plants("dep-no-limitation", "nothing")
def nothing_added(draft: Draft, rng: Random) -> Draft | None:
    name = subject(draft, 0)
    if not name:
        return None
    tail = rng.choice(("。", "，其特征在于。", "，其特征在于，如上所述。"))
    draft.claims.append(mark(f"{len(draft.claims) + 1}. 根据权利要求1所述的{name}{tail}"))
    return draft


@plants("dep-no-limitation", "told again")
def told_again(draft: Draft, rng: Random) -> Draft | None:
    """The limitation is a clause of claim 1."""
    name, words = subject(draft, 0), draft.claims[0].partition("特征在于")[2]
    told = [part for part in re.split(r"[，；。\n]", words) if part.startswith("所述") and 10 <= len(part) <= 40]
    if not name or not told:
        return None
    draft.claims.append(mark(f"{len(draft.claims) + 1}. 根据权利要求1所述的{name}，其特征在于，{rng.choice(told)}。"))
    return draft


@plants("characterizing-twice", "in the middle")
def characterized_again(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    claim = draft.claims[index]
    start = claim.find("其特征在于")
    places = [match.start() for match in re.finditer(r"[，；]", claim) if match.start() > start + 8]
    if start < 0 or not places:
        return None
    at = rng.choice(places)
    told = mark(rng.choice(("其特征在于", "其特征在于", "其特征是", "特征在于", "其特征还在于")))
    draft.claims[index] = f"{claim[:at]}，{told}，{claim[at + 1 :]}"
    return draft


@plants("characterizing-twice", "two claims run together")
def run_together(draft: Draft, rng: Random) -> Draft | None:
    choice = [index for index in dependents(draft) if "其特征在于" in draft.claims[index - 1]]
    if not choice:
        return None
    index = rng.choice(choice)
    words = split_number(draft.claims.pop(index))[1].replace("其特征在于", mark("其特征在于"))
    draft.claims[index - 1] = draft.claims[index - 1].rstrip("。") + "；" + words
    if words.count(OPEN) != words.count(CLOSE) or OPEN not in words:
        return None
    return draft


@plants("indep-same-scope-duplicate", "copied")
def independent_copied(draft: Draft, rng: Random) -> Draft | None:
    """An independent claim comes again, some of its words told otherwise."""
    index = rng.choice(independents(draft))
    words = split_number(draft.claims[index])[1]
    pairs = rng.choice(((("包括", "包含"),), (("设有", "设置有"), ("安装有", "装有")), (("所述", "该"),), ()))
    for old, new in pairs:
        words = words.replace(old, new)
    draft.claims[index] = ABSENT + draft.claims[index]
    draft.claims.append("\n".join(mark(line) for line in f"{len(draft.claims) + 1}. {words}".split("\n")))
    return draft


@plants("indep-same-scope-duplicate", "under another name")
def independent_renamed(draft: Draft, rng: Random) -> Draft | None:
    heads = [index for index in independents(draft) if re.search(r"(?:装置|系统|设备|机构|机)$", subject(draft, index))]
    if not heads:
        return None
    index = rng.choice(heads)
    name = subject(draft, index)
    other = re.sub(r"(?:装置|系统|设备|机构|机)$", rng.choice(("器具", "终端", "机组", "仪器")), name)
    words = split_number(draft.claims[index])[1].replace(name, other)
    draft.claims[index] = ABSENT + draft.claims[index]
    draft.claims.append("\n".join(mark(line) for line in f"{len(draft.claims) + 1}. {words}".split("\n")))
    return draft


@plants("treatment-use-claim", "dependent on the substance", "chemistry")
def use_of_the_substance(draft: Draft, rng: Random) -> Draft | None:
    name = subject(draft, 0)
    told = rng.choice(("用于治疗皮炎的用途", "在治疗肿瘤中的应用", "治疗高血压的用途", "在预防流感中的用途"))
    draft.claims.append(f"{len(draft.claims) + 1}. {mark(f'权利要求1所述的{name}{told}')}。")
    return draft


@plants("claim-count-over-10", "claims split", "patents")
def claims_split(draft: Draft, rng: Random) -> Draft | None:
    """Every dependent claim is written once more, on the claim before."""
    name = subject(draft, 0)
    if not name or not 6 <= len(draft.claims) <= 10:
        return None
    for index in dependents(draft)[:8]:
        number = len(draft.claims) + 1
        words = recite(split_number(draft.claims[index])[1], str(index + 1))
        draft.claims.append(f"{number}. {words}")
    absent_from(draft.claims)
    return draft if len(draft.claims) > 10 else None
