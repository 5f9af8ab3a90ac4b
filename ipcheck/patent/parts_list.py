"""Claims that only name parts and say nothing of how they are put together."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.model import Span, lazy
from ipcheck.patent.claims import Claim
from ipcheck.patent.filing import Filing
from ipcheck.patent.scope import limitation

_LIST = lazy(
    r"[\s,:]*(?:所述[一-鿿]{2,12}|它|其)?(?P<words>(?:主要)?(?:包括有?|包含|由|设有|具有))[\s:]*"
    r"(?P<parts>[一-鿿A-Za-z0-9()]{1,20}(?:(?:、|和|与|及|以及|,|;)\s*[一-鿿A-Za-z0-9()]{1,20}){1,30})(?:组成"
    r"|构成)?\s*[。.]?\s*"
)
# Position, connection, motion, data flow or quantity: some relation is told.
_RELATION = lazy(
    r"连接(?![件杆管器头线座板轴块环套部柱片机])|连通|设[于在有置]|位于|固定(?![件座架板块环杆夹套支栓])"
    r"|安装(?![座架板孔支])|套[设在于接]"
    r"|嵌[设入在]|穿[设过]|抵|配合(?!件)|啮合|插[入设]|贴[合设]|夹持(?![器机爪])|悬挂|吊装"
    r"|支[承撑](?![架杆座板柱腿])|盖在|围|环绕|叠置"
    r"|之间|相[对邻互连]|用于|用以|发送|获取|驱动(?![器电机轴轮源])|带动|控制(?![器箱柜盒面板阀电模单系])"
    r"|[上下内外中]的|一端|两端|依次|分别|形成"
    r"|通信(?![模单器])|电连|根据|排列|分布|传输(?![带线])|输送(?![带机管辊链])|使|[与于在被将]"
)
_NO_PARTS = lazy(
    r"组合物|合金|药|剂|料|液|膏|胶|漆|酒|食品|饮料|肥|饲|水泥|玻璃|陶瓷|钢|膜|套件|套装|组合$|工具包|试剂盒|箱组"
    r"|介质|程序|系统|平台|网络|电路|芯片"
    r"|设备$|装置组|棋|玩具|拼图|积木|序列|菌|细胞|抗体|肽|蛋白|核酸|引物"
)
_JOIN = lazy(r"和|与|及|以及")
_SHARE = lazy(r"%|‰|份|wt|mol")


def mere_lists(filing: Filing) -> Iterator[tuple[Claim, Span, Span]]:
    """Independent product claims without any word of relation: the claim, its word 包括 and the parts after it."""
    for claim in filing.independent_claims:
        if claim.citations or claim.subject is None or claim.is_method or _NO_PARTS.search(claim.subject_name):
            continue
        told = limitation(claim)
        match = _LIST.fullmatch(told.document.folded, told.start, told.end)
        if match is None or _SHARE.search(match["parts"]):
            continue
        ends = claim.characterized.start if claim.characterized else told.start
        between = claim.body.document.folded[claim.subject.end : ends]
        if not _RELATION.search(_JOIN.sub("、", match["parts"])) and not _RELATION.search(between):
            yield claim, told.at(match, "words"), told.at(match, "parts")


__all__ = ["mere_lists"]
