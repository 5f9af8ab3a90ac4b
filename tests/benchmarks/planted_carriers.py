"""Carriers: what defects are planted into. The real patents where ../shared is there, and our own made-up cases."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ipcheck.patent import Kind
from tests.benchmarks.corpus import REAL, RealPatent, real_patents
from tests.benchmarks.planted_draft import Draft, caption_numbers, independents, is_method, sign_table, subject

_CASES = Path(__file__).parent / "cases"
_PARTS = {
    "说明书摘要": "abstract",
    "权利要求书": "claims",
    "说明书": "description",
    "说明书附图": "drawings",
    "核苷酸和氨基酸序列表": "listing",
    "外观设计图片或照片": "views",
    "外观设计简要说明": "brief",
    "专利代理委托书": "poa",
}


def from_case(path: Path) -> Draft:
    """A made-up case. Its first line tells kind, title and tags; then each part stands under its heading."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    kind, title, *tags = first.split()
    draft = Draft(f"own-{path.stem}", Kind(kind), title, tags=frozenset(tags))
    part: list[str] = []
    for line in lines:
        if line in _PARTS or line.endswith("专利请求书"):
            part = getattr(draft, _PARTS.get(line, "request"))
        elif part is draft.claims and part and not re.match(r"\d+\. ", line):
            part[-1] += f"\n{line}"
        else:
            part.append(line)
    return draft


def from_real(patent: RealPatent) -> Draft:
    """A real patent in pieces."""
    return Draft(
        patent.id,
        patent.application_kind,
        patent.title,
        patent.abstract.split("\n"),
        list(patent.claims),
        patent.description.split("\n"),
    )


def as_model(draft: Draft) -> Draft:
    """An invention told as a utility model."""
    text = draft.copy()
    for lines in (text.abstract, text.claims, text.description, text.request):
        lines[:] = [line.replace("本发明", "本实用新型").replace("发明内容", "实用新型内容") for line in lines]
    text.request = [line.replace("发明名称", "实用新型名称") for line in text.request]
    text.kind, text.name = Kind.UTILITY_MODEL, draft.name + "U"
    return text


def with_drawings(draft: Draft) -> Draft:
    """The draft with the drawings its captions describe, each a line with its number and a picture."""
    text = draft.copy()
    if not text.drawings:
        text.drawings = [f"图{number}" for number in caption_numbers(text)]
    return text


def with_request(draft: Draft) -> Draft:
    """The draft with drawings and a request form filled in as it should be."""
    text = with_drawings(draft)
    if not text.request:
        text.request = [
            f"{text.kind.chinese}名称：{text.title}",
            "发明人：宋知远、蒋书宁",
            "第一发明人身份证件号码：11010519491231002X",
            "第二发明人身份证件号码：" + identity_number("32010619850312041"),
            "申请人：江州市启衡机电有限公司",
            "统一社会信用代码：" + credit_code("91320114MA27X8K3Q"),
            "地址：江苏省南京市雨花台区软件大道119号",
            "邮政编码：210012",
            "专利代理机构：江州明理知识产权代理有限公司",
            "代理机构代码：32998",
            "专利代理师：裴景行、钟若溪",
            "资格证号：0012345、0023456",
            *([f"摘要附图：图{1}"] if text.drawings else []),
            "申请文件清单：请求书、说明书摘要、权利要求书、说明书",
        ]
    return text


def in_files(draft: Draft) -> Draft:
    """The draft with each part in a file of its own."""
    text = draft.copy()
    text.apart = True
    return text


def credit_code(first: str) -> str:
    """The unified social credit code whose first 17 characters are ``first`` (GB 32100)."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(letters.index(character) * pow(3, place, 31) for place, character in enumerate(first))
    return first + letters[(31 - total % 31) % 31]


def identity_number(first: str) -> str:
    """The identity number whose first 17 digits are ``first`` (GB 11643)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first))
    return first + "10X98765432"[total % 11]


@cache
def _all(real: bool) -> tuple[Draft, ...]:
    own = tuple(map(from_case, sorted(_CASES.glob("*.txt"))))
    return (*own, *map(from_real, real_patents())) if real else own


def _plain(draft: Draft) -> bool:
    return bool(draft.claims) and draft.description[0] == draft.title and "biology" not in draft.tags


def _patents(drafts: tuple[Draft, ...]) -> list[Draft]:
    return [draft for draft in drafts if draft.claims]


def _models(drafts: tuple[Draft, ...]) -> list[Draft]:
    found = []
    for draft in drafts:
        if draft.kind is Kind.UTILITY_MODEL:
            found.append(draft)
        elif _plain(draft) and sign_table(draft) and "composition" not in draft.tags:
            products = [index for index in independents(draft) if not is_method(subject(draft, index))]
            if products == independents(draft) and not re.search(r"方法|步骤", "".join(draft.claims)):
                found.append(as_model(draft))
    return [with_request(draft) for draft in found]


def _inventions(drafts: tuple[Draft, ...]) -> list[Draft]:
    return [draft for draft in drafts if draft.kind is Kind.INVENTION and _plain(draft)]


_KINDS: dict[str, Callable[[tuple[Draft, ...]], list[Draft]]] = {
    "patents": _patents,
    "models": _models,
    "inventions": _inventions,
    "signed": lambda drafts: [draft for draft in _patents(drafts) if len(sign_table(draft)) >= 3],
    "figured": lambda drafts: [with_drawings(draft) for draft in _patents(drafts) if len(caption_numbers(draft)) >= 2],
    "formal": lambda drafts: [with_request(draft) for draft in drafts if _plain(draft)],
    "formal-figured": lambda drafts: [
        with_request(draft) for draft in drafts if _plain(draft) and caption_numbers(draft)
    ],
    "apart": lambda drafts: [in_files(draft) for draft in _patents(drafts)],
    "composition": lambda drafts: [draft for draft in drafts if "composition" in draft.tags],
    "biology": lambda drafts: [draft for draft in drafts if "biology" in draft.tags],
    "chemistry": lambda drafts: [draft for draft in drafts if draft.tags & {"composition", "compound"}],
    "compound": lambda drafts: [draft for draft in drafts if "compound" in draft.tags],
    "personal": lambda drafts: [draft for draft in drafts if "personal" in draft.tags],
    "partial": lambda drafts: [draft for draft in drafts if "partial" in draft.tags],
    "interface": lambda drafts: [draft for draft in drafts if "interface" in draft.tags],
    "design": lambda drafts: [draft for draft in drafts if draft.kind is Kind.DESIGN],
}


@cache
def carriers(kind: str, real: bool) -> tuple[Draft, ...]:
    """The carriers of a kind (the names of _KINDS), without the real patents if ``real`` is false."""
    return tuple(_KINDS[kind](_all(real)))


def real_are_there() -> bool:
    """Whether ../shared is there."""
    return REAL.is_file()
