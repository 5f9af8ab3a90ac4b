from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_PAIR = lazy(
    r"(?P<left>[^，。；：,;:\n]{3,80}?)(?P<words>分别|依次|各自)(?:对应)?(?P<link>与|和|同|以"
    r"|[连接通套安固设位插抵为是卡嵌指朝靠穿铰焊粘对][一-鿿]?(?:于|在|入|到|至|接|通|置)?)"
    r"(?P<right>[^，。；：,;:\n]{3,80})"
)
_JOIN = lazy(r"、|以及|和(?!/)|与|及(?!其)")
_VERB = lazy(
    r"(?:之间)?(?:相?连接|相连|相?连通|通信|电性?连接|啮合|配合|固定|铰接|焊接|接触|抵接|相对|对应|相?匹配|对齐"
    r"|平行|垂直|设置|相等|相同|的)"
)
_MANY = lazy(r"[多两二三四五六七八九十每各均若干]|至少|一一|任|\d")


_ORDINAL = lazy(r"第[一二三四五六七八九十\d]+")


class RespectivelyManyToMany(PatentCheck):
    """“分别”前后的项数对不上：“A、B、C分别与D、E连接”。

    “分别”要求前后一一对应；项数不同，就看不出谁与谁对应，保护范围不清楚。
    逐一写明：“A与D连接，B和C均与E连接”。
    前后项数相等、次序清楚的写法普遍为人接受，不报；一对多（“A分别与B、C连接”）不报；
    有“多个”“各”“两个”等数量词、数不清项数的也不报。
    """

    code = "CLR014"
    level = Level.ADVICE
    basis = (cite("法", "26.4"), cite("质量评价", "117"))
    message = "权利要求{claim}的“{words}”之前有{left}项、之后有{right}项，看不出怎样对应：请逐一写明"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种系统，包括阀门、水泵、电机和控制器，所述阀门、水泵分别与所述电机、控制器连接。",
        "1. 一种系统，控制器分别与阀门、水泵和电机连接；阀门和水泵分别与控制器连接；各阀门、水泵、"
        "电机分别与控制器、电源连接。",
    )
    bad = (
        "1. 一种系统，阀门、水泵、电机⟦分别⟧与控制器、电源连接。",
        "1. 一种架，包括横杆。\n2. 根据权利要求1所述的架，左杆和右杆⟦分别⟧连接前板、后板和底板。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PAIR):
                left, right = match["left"], _VERB.split(match["right"])[0]
                if _MANY.search(_ORDINAL.sub("", left)) or _MANY.search(_ORDINAL.sub("", right)):
                    continue
                counts = [len([item for item in _JOIN.split(side) if item]) for side in (left, right)]
                if min(counts) >= 2 and counts[0] != counts[1]:
                    place = claim.body.at(match, "words")
                    yield self.at(place, claim=claim.number, left=counts[0], right=counts[1])
