"""Planters: designs, sequences and deposits."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import ABSENT, Draft, add_sentence, mark, plants

BAD_NAMES = (
    "21英寸{}", "节能{}", "美的牌{}", "XK-200型{}", "{}（三件套）", "新型{}", "Smart{}", "6个{}",
    "500mL{}", "华星{}",
    "智能高效{}", "{}及其配件", "2024款{}", "多功能抗菌{}",
)  # fmt: skip
UNITS = (
    "江州大学微生物菌种室",
    "江州市农业科学院菌种保藏中心",
    "申请人单位的菌种库",
    "某某生物科技有限公司研发中心",
    "江州大学生命科学学院实验室",
)


def deposit_value(draft: Draft, label: str) -> str:
    """What the request says of the deposit under that label."""
    return next(line.split("：", 1)[1] for line in draft.request if line.startswith(f"{label}："))


def species(draft: Draft) -> tuple[str, str]:
    """The Chinese and the Latin name of the strain deposited."""
    match = re.fullmatch(r"([一-鿿]+)([A-Z][a-z]+ [a-z]+)", deposit_value(draft, "分类命名"))
    assert match is not None
    return match[1], match[2]


def _listed(draft: Draft) -> list[str]:
    """The residues of the listing, in its order."""
    return re.findall(r"<INSDSeq_sequence>([a-z]+)<", "\n".join(draft.listing))


def _rename(draft: Draft, name: str) -> Draft:
    draft.request = [line.replace(f"：{draft.title}", f"：{mark(name)}") for line in draft.request]
    draft.brief = [line.replace(f"名称：{draft.title}", f"名称：{mark(name)}") for line in draft.brief]
    return draft


@plants("design-name-length", carriers="design")
def long_name(draft: Draft, rng: Random) -> Draft | None:
    lead = rng.choice(
        (
            "用于家庭客厅卧室厨房等多种场合的便携可折叠式",
            "带有可拆卸底座和可旋转手柄的一体成型便携",
            "适合办公桌面与床头使用的可调节角度的圆形",
        )
    )
    return _rename(draft, lead + rng.choice(("", "可收纳", "立式")) + draft.title)


@plants("design-name-bad", carriers="design")
def bad_name(draft: Draft, rng: Random) -> Draft | None:
    return _rename(draft, rng.choice(BAD_NAMES).format(draft.title))


@plants("design-brief-missing-item", carriers="design")
def item_missing(draft: Draft, rng: Random) -> Draft | None:
    index = rng.randrange(4)
    del draft.brief[index]
    if rng.random() < 0.5:
        draft.brief = [f"{number}. {line.split('. ', 1)[1]}" for number, line in enumerate(draft.brief, 1)]
    draft.brief = [ABSENT + line for line in draft.brief]
    return draft


@plants("design-similar-over-10", carriers="design")
def too_many_similar(draft: Draft, rng: Random) -> Draft | None:
    if "similar" not in draft.tags:
        return None
    count = rng.randint(11, 15)
    views = ("主视图", "后视图", "左视图", "右视图", "立体图")
    draft.views = [ABSENT + f"设计{number}{view}" for number in range(1, count + 1) for view in views]
    draft.request = [line.replace("2项", mark(f"{count}项")) for line in draft.request]
    draft.brief = [ABSENT + line for line in draft.brief]
    return draft


@plants("design-basic-undesignated", "not designated", "design")
def basic_undesignated(draft: Draft, rng: Random) -> Draft | None:
    """Several designs are numbered; none is designated, and at times their likeness is told instead."""
    if "similar" not in draft.tags:
        return None
    draft.brief = [ABSENT + line for line in draft.brief if "基本设计" not in line]
    draft.views = [ABSENT + line for line in draft.views]
    told = rng.choice(("", "", "各设计的轮廓相同，图案略有差异", "设计1与设计2相近似", "设计2与设计1的区别在于纹理"))
    if told:
        draft.brief.append(ABSENT + f"{len(draft.brief) + 1}. {told}。")
    return draft


@plants("design-basic-undesignated", "made similar", "design")
def made_similar(draft: Draft, rng: Random) -> Draft | None:
    """A design of one product becomes two or more, which the brief says nothing of or calls similar."""
    if draft.tags & {"similar", "partial"}:
        return None
    views = [line for line in draft.views if line.endswith(("视图", "立体图"))]
    draft.views = [ABSENT + f"设计{number}{view}" for number in range(1, rng.randint(2, 4) + 1) for view in views]
    draft.brief = [ABSENT + line for line in draft.brief]
    if rng.random() < 0.5:
        draft.brief.append(ABSENT + f"{len(draft.brief) + 1}. 本申请包括多项相似外观设计。")
    return draft


@plants("design-basic-undesignated", "told in the brief alone", "design")
def similar_in_brief(draft: Draft, rng: Random) -> Draft | None:
    """Only the brief says that there are several designs."""
    if draft.tags & {"similar", "partial"}:
        return None
    told = rng.choice(("本申请为相似外观设计，共{n}项", "共{n}项相似外观设计", "设计1至设计{n}为同一产品的相似设计"))
    draft.brief.append(mark(f"{len(draft.brief) + 1}. {told.format(n=rng.randint(2, 6))}。"))
    return draft


@plants("sequence-listing-missing", carriers="biology")
def listing_missing(draft: Draft, rng: Random) -> Draft | None:
    """The listing is left out; the sequence is written out, or only its number stands in the text."""
    draft.listing.clear()
    letters = "".join(rng.choice("ATCG") for _ in range(rng.randint(18, 30)))
    written = rng.choice((f"5'-{letters}-3'", letters, letters.lower(), "MKTAYIAKQRQISFVKSHFSRQ"))
    if rng.random() < 0.7:
        add_sentence(draft, rng, f"所用探针的序列为{mark(written)}。", SectionName.SUMMARY, SectionName.EMBODIMENTS)
    for lines in (draft.description, draft.claims):
        lines[:] = [ABSENT + line if "SEQ ID" in line else line for line in lines]
    return draft


@plants("sequence-listing-missing", "primers written out", "inventions")
def primers_written(draft: Draft, rng: Random) -> Draft | None:
    """A primer pair is written out in a description that has no listing."""
    one, two = ("".join(rng.choice("ACGT") for _ in range(rng.randint(18, 26))) for _ in range(2))
    sentence = rng.choice(
        (
            f"上游引物为{mark(f'5’-{one}-3’')}，下游引物为{mark(f'5’-{two}-3’')}。",
            f"正向引物：{mark(one)}，反向引物：{mark(two)}。",
            f"引物F：{mark(f'5′-{one}-3′')}。",
        )
    )
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


@plants("sequence-not-st26", carriers="biology")
def old_listing(draft: Draft, rng: Random) -> Draft | None:
    """The listing is written in the old form (ST.25), or as plain lines in the draft."""
    residues = [letters.upper() if rng.random() < 0.3 else letters for letters in _listed(draft)]
    first = rng.choice(("<110>  江州大学", "SEQUENCE LISTING", "序列1"))
    draft.sequences = [
        first,
        f"<120>  {draft.title}",
        f"<160>  {len(residues)}",
        rng.choice(("<170>  SIPOSequenceListing 1.0", "<170>  PatentIn version 3.5")),
    ] + [
        line
        for number, letters in enumerate(residues, 1)
        for line in (
            f"<210>  {number}",
            f"<211>  {len(letters)}",
            "<212>  DNA",
            "<213>  人工序列",
            f"<400>  {number}",
            f"{letters} {len(letters)}",
        )
    ]
    if first == "序列1":
        draft.sequences = [f"SEQ ID NO：{number} {letters}" for number, letters in enumerate(residues, 1)]
    draft.sequences = [ABSENT + line for line in draft.sequences]
    draft.listing.clear()
    return draft


@plants("seqid-mismatch", "beyond the listing", "biology")
def beyond_listing(draft: Draft, rng: Random) -> Draft | None:
    number = rng.randint(len(_listed(draft)) + 1, 12)
    told = rng.choice(
        (
            f"SEQ ID NO：{number}",
            f"SEQ ID NO:{number}",
            f"SEQ ID No.{number}",
            f"SEQ ID NOs：2-{number}",
            f"序列表SEQ ID NO.{number}",
        )
    )
    sentence = rng.choice(("所用探针的序列如{}所示。", "另一引物如{}所示。", "其氨基酸序列如{}所示。")).format(
        mark(told)
    )
    return draft if add_sentence(draft, rng, sentence, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("seqid-mismatch", "other residues", "biology")
def other_residues(draft: Draft, rng: Random) -> Draft | None:
    """The description writes out a primer otherwise than the listing has it."""
    right = _listed(draft)[1]
    at = rng.randrange(3, 17)
    wrong = right[:at] + rng.choice([letter for letter in "acgt" if letter != right[at]]) + right[at + 1 :]
    wrong = rng.choice((wrong, wrong.upper()))
    sentence = rng.choice(("上游引物的序列为SEQ ID NO：2：{}。", "上游引物如SEQ ID NO：2所示，为5'-{}-3'。"))
    told = sentence.format(mark(wrong)) + ABSENT
    return draft if add_sentence(draft, rng, told, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("deposit-info-incomplete", "in the description", "biology")
def deposit_lacks(draft: Draft, rng: Random) -> Draft | None:
    """One item of the deposit, sometimes two, stands nowhere in the description."""
    index = next(number for number, line in enumerate(draft.description) if "保藏日期为" in line)
    pieces = (
        f"，保藏编号为{deposit_value(draft, '保藏编号')}",
        f"，地址为{deposit_value(draft, '保藏地址')}",
        f"，保藏日期为{deposit_value(draft, '保藏日期')}",
    )
    lost = rng.sample(pieces, rng.choice((1, 1, 2)))
    if pieces[0] in lost and pieces[2] in lost:
        lost = lost[:1]  # without number and day the sentence tells of no deposit at all
    for piece in lost:
        draft.description[index] = draft.description[index].replace(piece, "")
    draft.description[index] = ABSENT + draft.description[index]
    if rng.random() < 0.4:
        draft.description[index] = re.sub(r"（[A-Z]{5}）", "", draft.description[index])
    return draft


@plants("deposit-info-incomplete", "in the request", "biology")
def request_lacks(draft: Draft, rng: Random) -> Draft | None:
    label = rng.choice(("保藏地址", "保藏日期", "保藏编号", "分类命名", "保藏单位"))
    draft.request = [line for line in draft.request if not line.startswith(f"{label}：")]
    draft.request = [ABSENT + line if "保藏" in line else line for line in draft.request]
    draft.anywhere = True
    return draft


@plants("deposit-unit", "everywhere", "biology")
def no_depositary(draft: Draft, rng: Random) -> Draft | None:
    unit = rng.choice(UNITS)
    known, number = deposit_value(draft, "保藏单位"), deposit_value(draft, "保藏编号")
    draft.description = [re.sub(rf"{known}(?:（[A-Z]+）)?", mark(unit), line) for line in draft.description]
    draft.request = [line.replace(known, mark(unit)) for line in draft.request]
    own = re.sub(r"^.*?(?=[M\d])", "No.", number)
    for lines in (draft.claims, draft.description, draft.request, draft.abstract):
        lines[:] = [line.replace(number, own) for line in lines]
    return draft


@plants("deposit-unit", "in the request alone", "biology")
def no_depositary_in_form(draft: Draft, rng: Random) -> Draft | None:
    """The form names another keeper than the description."""
    known = deposit_value(draft, "保藏单位")
    draft.request = [line.replace(known, mark(rng.choice(UNITS))) for line in draft.request]
    return draft


@plants("deposit-unit", "other strain", "biology")
def other_strain_kept(draft: Draft, rng: Random) -> Draft | None:
    """A second strain is said to be kept at the applicant's own place."""
    told = rng.choice(("对照菌株保藏于{}", "另一株菌株保藏在{}", "诱变得到的菌株现保藏于{}", "出发菌株的保藏单位为{}"))
    sentence = told.format(mark(rng.choice(("江州大学微生物菌种室", "本公司菌种库", "江州大学生物学院实验室"))))
    return draft if add_sentence(draft, rng, f"{sentence}。", SectionName.EMBODIMENTS, SectionName.SUMMARY) else None
