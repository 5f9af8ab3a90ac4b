"""Terms of the claims that the description does not contain, and what it says instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ipcheck.model import Span, lazy
from ipcheck.patent.claims import Claim
from ipcheck.patent.filing import Filing
from ipcheck.patent.terms import INHERENT, MARK, derived_stem, first_boundary, is_boundary, unmarked

# 第一电机 and 第二电机, 左支架 and 右支架 differ in one character and are two things.
_CONTRAST = frozenset(
    "一二三四五六七八九十首末初终前后左右上下内外里大小高低长短正负正反主从副子父母进出入输开关升降阴阳冷热动静横纵"
    "竖新旧粗细"
    "甲乙丙丁真假男女老少南北东西有无旋直快慢干湿软硬单双多总分收发读写增减加减公"
)
_HEADS = frozenset(
    [
        "模块",
        "单元",
        "装置",
        "设备",
        "系统",
        "机构",
        "组件",
        "部件",
        "构件",
        "元件",
        "结构",
        "电路",
        "模型",
        "网络",
        "数据",
        "资料",
        "信息",
        "信号",
        "平台",
        "终端",
        "模组",
        "器件",
    ]
)
_ORDINAL = lazy(
    r"^(?:第[一二三四五六七八九十]+个?|[一二两三四五六七八九十]+个?|多个|各个?|每个|目标|当前|预设的?|对应的?)"
)

# 还包括清洗槽, 底部铰接有踏板, 采用链式节点: what brings a new thing in, and what of it may not be part of its name.
_INTRODUCED = lazy(
    r"(?:包括|包含|含有|增设|加装|采用(?!了)"
    r"|[设置装接定开套配嵌粘焊铺涂成具带穿绕挂缠贴卡插缝刻印盖罩架连][有了])(?:所述)?(?:至少)?"
    r"(?:[一二两三四五六多若干数]+[个组根块条片只对套层台种]|若干|多个|一(?=[一-鿿]{3}))?(?P<term>[一-鿿]{3,12})"
)
_NO_NAME = lazy(
    r"^(?:以下|如下|下列|下述|上述|前述|其他|其它|相应|对应|多个|一个|一种|两个|不同|任意|至少)"
    r"|[的和与及或在对将所其并以为到从由使被这那我你他她它吗呢吧着过]"
)
_ENERGY = frozenset("阳功性智电热动势光机节储核风")
_TERM = lazy(r"[一-鿿]{3,12}")
_TWO = lazy(r"[一-鿿]{2}")
_HEAD_USED = lazy(f"(?={'|'.join(sorted(_HEADS))})")


@dataclass(frozen=True)
class AbsentTerm:
    """A term of a claim without any literal record in the description.

    ``span`` is its first place in the claims. ``instead`` is a term of the description that differs in one
    character ("" if there is none) and ``instead_span`` one of its places. ``sure`` is false where the term is named
    once only and some part of it stands in the description.
    """

    claim: Claim
    term: str
    span: Span
    instead: str = ""
    instead_span: Span | None = None
    sure: bool = True


_KNOWN: WeakKeyDictionary[Filing, tuple[AbsentTerm, ...]] = WeakKeyDictionary()


def absent_terms(filing: Filing) -> tuple[AbsentTerm, ...]:
    """The terms that claims refer to by 所述/该 or by a reference sign and the description lacks; each once.

    A term is believed only where its end is sure: it is the name of a reference sign, or it stands in the claims
    at least twice, each time before a word's end. Ordinals, 的 and reference signs do not count.
    """
    found = _KNOWN.get(filing)
    if found is None:
        found = _KNOWN[filing] = tuple(_draw(filing)) if filing.description is not None and filing.claims else ()
    return found


def _draw(filing: Filing) -> list[AbsentTerm]:
    description = filing.description
    if description is None:
        return []
    told = unmarked("\n".join(paragraph.body.folded for paragraph in description.paragraphs))
    if filing.title is not None:
        told += "\n" + filing.title.folded
    bare = told.replace("的", "")
    index = filing.terms
    claimed = "\n".join(index.plain(claim).unmarked for claim in filing.claims)
    found: dict[str, AbsentTerm] = {}
    for claim in filing.claims:
        for mention in index.mentions(claim):
            rest = mention.rest
            known = index.longest_known(rest)
            term = known or _term(rest, claimed)
            if len(term) < 3 or term in found or INHERENT.match(term) or term in told or term.replace("的", "") in bare:
                continue
            instead = _other_head(term, told, claimed)
            if not instead and _recorded(term, told, bare):
                continue
            instead = instead or _nearly(term, told, claimed)
            place = _place(filing, instead) if instead else None
            found[term] = AbsentTerm(claim, term, mention.span(len(term)), instead if place else "", place)
    for claim in filing.claims:
        for absent in (*_introduced(filing, claim, told, bare), *_other_headed(filing, claim, told, claimed)):
            if not any(absent.term in known or known in absent.term for known in found):
                found[absent.term] = absent
    return list(found.values())


def _introduced(filing: Filing, claim: Claim, told: str, bare: str) -> Iterator[AbsentTerm]:
    """The things a claim brings in (还包括清洗槽) of which the description knows next to nothing.

    Such a name is believed though it stands there once only, for no part of it may be usual in the description:
    its beginning or its end is absent, and so are most of its pairs of characters.
    """
    plain = filing.terms.plain(claim)
    for match in _INTRODUCED.finditer(plain.text):
        words = match["term"]
        term = _noun(words)
        start = match.start("term")
        if len(term) < 3 or _NO_NAME.search(term) or INHERENT.match(term):
            continue
        if not is_boundary(plain.text[start + len(term) : start + len(term) + 8].replace(MARK, "")):
            continue
        if _recorded(term, told, bare):
            continue
        pairs = [term[index : index + 2] for index in range(len(term) - 1)]
        present = sum(pair in told for pair in pairs)
        halves = (term[:2] in told) + (term[-2:] in told)
        if halves < 2 and present * 5 <= len(pairs) * 2:
            place = Span(claim.body.document, plain.offsets[start], plain.offsets[start + len(term) - 1] + 1)
            yield AbsentTerm(claim, term, place, sure=present == 0)


def _noun(words: str) -> str:
    """The noun phrase with which ``words`` begin; 能 is no word's end in 太阳能 and 智能."""
    length = first_boundary(words)
    while words[length : length + 1] == "能" and words[length - 1 : length] in _ENERGY:
        length += 1
        length += first_boundary(words[length:], 1) if len(words) > length + 1 else len(words) - length
    return words[:length]


def _other_headed(filing: Filing, claim: Claim, told: str, claimed: str) -> Iterator[AbsentTerm]:
    """The names of a claim whose stem, four characters or more, has another head throughout the description."""
    plain = filing.terms.plain(claim)
    seen: set[str] = set()
    for match in _HEAD_USED.finditer(plain.text):
        end = match.start() + 2
        shortest = plain.text[max(0, match.start() - 4) : end]
        if shortest in seen or shortest[:-2] not in told:
            continue
        seen.add(shortest)
        for length in range(10, 3, -1):
            start = match.start() - length
            term = plain.text[max(0, start) : end]
            if start < 0 or not re.fullmatch(r"[一-鿿]{4,}", term) or term in told:
                continue
            instead = _other_head(term, told, claimed)
            place = _place(filing, instead) if instead else None
            if place is not None:
                yield AbsentTerm(
                    claim,
                    term,
                    Span(claim.body.document, plain.offsets[start], plain.offsets[end - 1] + 1),
                    instead,
                    place,
                )
                break


def _term(rest: str, claimed: str) -> str:
    """The term with which ``rest`` begins, "" unless it stands in the claims twice with a word's end after it."""
    term = rest[: first_boundary(rest)]
    if not _TERM.fullmatch(term):
        return ""
    ended = 0
    position = claimed.find(term)
    while position >= 0:
        after = claimed[position + len(term) : position + len(term) + 8].replace(MARK, "")
        ended += is_boundary(after)
        if ended >= 2:
            return term
        position = claimed.find(term, position + 1)
    return ""


def _recorded(term: str, told: str, bare: str) -> bool:
    """Whether the description holds the term, its stem or, for a name in two halves, each of them somewhere."""
    plain = _ORDINAL.sub("", term).replace("的", "")
    if term in told or len(plain) < 3 or plain in bare:
        return True
    stem = derived_stem(plain)
    if len(stem) >= 2 and stem in bare:
        return True
    # 振动采集模块 is recorded where 振动 and 采集模块 are; 磁吸件 is not where only 磁吸 is.
    return any(plain[:cut] in bare and plain[cut:] in bare for cut in range(2, len(plain) - 1))


def _other_head(term: str, told: str, claimed: str) -> str:
    """解码网络 for 解码模型: the description's name with another head, met there thrice and never in the claims."""
    if len(term) < 4 or term[-2:] not in _HEADS:
        return ""
    stem = term[:-2]
    if stem not in told:
        return ""
    counted: dict[str, int] = {}
    at = told.find(stem)
    while at >= 0:
        words = told[at : at + len(stem) + 2]
        if words[-2:] in _HEADS and len(words) == len(term) and words not in claimed:
            counted[words] = counted.get(words, 0) + 1
        at = told.find(stem, at + (len(words) if _TWO.fullmatch(words, len(stem)) else 1))
    best = max(counted, key=lambda words: counted[words], default="")
    return best if best and counted[best] >= 3 else ""


def _nearly(term: str, told: str, claimed: str) -> str:
    """The term of the description that differs from ``term`` in one character and stands there twice, else ""."""
    best, most = "", 1
    for index in range(len(term)):
        if term[index] in _CONTRAST:
            continue
        pattern = re.compile(re.escape(term[:index]) + "([一-鿿])" + re.escape(term[index + 1 :]))
        counted: dict[str, int] = {}
        for match in pattern.finditer(told):
            if match[1] not in _CONTRAST and match[0] not in claimed:
                counted[match[0]] = counted.get(match[0], 0) + 1
        for words, count in counted.items():
            if count > most:
                best, most = words, count
    return best


def _place(filing: Filing, words: str) -> Span | None:
    if filing.description is None:
        return None
    for paragraph in filing.description.paragraphs:
        start = paragraph.body.folded.find(words)
        if start >= 0:
            return paragraph.body.sub(start, start + len(words))
    return None
