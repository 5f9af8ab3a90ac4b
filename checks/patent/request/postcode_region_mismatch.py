from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

# The first two digits of each province's postcodes, with the enclaves that are served from next door.
_DIGITS = {
    "北京": "10", "天津": "30", "上海": "20", "重庆": "40", "河北": "05 06 07 10", "山西": "03 04",
    "内蒙古": "01 02 13 15 16 75", "辽宁": "11 12", "吉林": "13", "黑龙江": "15 16", "江苏": "21 22", "浙江": "31 32",
    "安徽": "23 24", "福建": "35 36", "江西": "33 34", "山东": "25 26 27", "河南": "45 46 47", "湖北": "43 44",
    "湖南": "41 42", "广东": "51 52", "广西": "53 54", "海南": "57", "四川": "61 62 63 64", "贵州": "55 56",
    "云南": "65 66 67", "西藏": "85 86", "陕西": "71 72", "甘肃": "73 74", "青海": "81", "宁夏": "75", "新疆": "83 84",
}  # fmt: skip
_PROVINCE = lazy(rf"^(?:\d{{6}})?(?:中国|中华人民共和国)?(?P<name>{'|'.join(_DIGITS)})")
_CODE = lazy(r"(?<!\d)\d{6}(?!\d)")


class PostcodeRegionMismatch(PatentCheck):
    """邮政编码的前两位与地址的省份对不上。

    请求书各栏目应当填写完整、前后一致；邮政编码错了，纸件通知书可能退回，期限却照常计算。
    核对地址和邮政编码，改正错的一个，如江苏的邮政编码以21或者22开头。
    只按省级的对照表（本工具自备，内部阈值：前两位）比较，表中照顾了燕郊、阿拉善、大兴安岭等由邻省投递的地方；地址开头没有写省份的不查。
    """

    code = "REQ016"
    level = Level.WARNING
    basis = (cite("指南", "5-1-5.4"), cite("指南", "1-1-4.1.7"))
    message = "邮政编码“{words}”与地址所在的{province}对不上（按省级对照表应以{digits}开头）：请核对地址和邮政编码"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n地址：江苏省南京市鼓楼区汉口路22号\n邮政编码：210093",
        "请求书\n地址：河北省三河市燕郊某某街1号\n邮编：101601",
        "请求书\n地址：某某省某某市某某路1号\n邮政编码：000000",
        "请求书\n地址：北京市海淀区某某路1号\n邮政编码：100086\n联系人地址：上海市某某路2号\n邮编：200030",
        "请求书\n申请人：张三\n地址：美国纽约\n邮政编码：100101",
    )
    bad = (
        "请求书\n地址：江苏省南京市鼓楼区汉口路22号\n邮政编码：⟦100000⟧",
        "请求书\n地址：⟦710000⟧上海市浦东新区某某路1号",
        "请求书\n申请人地址\n广东省广州市天河区某某路3号\n邮编\n⟦310012⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        addresses, codes = request.all("address"), request.all("postcode")
        if len(addresses) == len(codes):
            pairs = list(zip(addresses, codes, strict=True))
        elif codes and len(addresses) == 1:
            pairs = [(addresses[0], codes[0])]
        else:
            pairs = []
        pairs += [(address, address) for address in addresses if not any(address is known for known, _ in pairs)]
        for address, place in pairs:
            province = _PROVINCE.match("".join(address.folded.split()))
            code = next(place.find(_CODE), None)
            if province is None or code is None:
                continue
            digits = _DIGITS[province["name"]].split()
            if code[0][:2] not in digits:
                yield self.at(place.at(code), province=province["name"], digits="或者".join(digits), related=(address,))
