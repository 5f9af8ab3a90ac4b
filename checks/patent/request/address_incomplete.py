import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_PROVINCE = lazy(
    r"省|自治区|特别行政区|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北"
    r"|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    r"|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾"
)
_DETAIL = lazy(
    r"[\dA-Za-z一二三四五六七八九十百]+(?:号|室|栋|幢|弄|楼|层|单元|座|组|社|队|巷)|路|街|道(?!县|真)|巷|弄|胡同|村"
    r"|屯|组|队|镇|乡|苏木|信箱|园区|工业园|产业园|开发区|科技园"
    r"|大厦|广场|小区|花园|公寓|社区|大楼|工业区|高新区|示范区|市场|农场|林场|牧场|团场|码头|桥|庄|寨|湾|里|苑|中心"
    r"|基地|新区|保税|港区"
)
# A zone or a town where the address ends: it says in which part of a district, not where there.
_ZONE = lazy(
    r"(?:开发区|新区|高新区|示范区|保税区|港区|园区|工业园|产业园|科技园|工业区|镇|乡|街道|基地)(?:内|里|中)?$"
)
_UNIT = lazy(
    r"(?:大学|学院|公司|研究院|研究所|医院|学校|工厂|厂|集团|中学)(?:本部|总部|校区|内|(?:办公|教学|实验|综合"
    r"|行政)楼(?:[一二三四五六七八九十\d]+[层楼])?)?$"
)
_ABROAD = lazy(
    r"^(?:中国)?(?:香港|澳门|台湾)|美国|日本|韩国|德国|法国|英国|荷兰|瑞士|瑞典|意大利|加拿大|澳大利亚|以色列|新加坡"
    r"|丹麦|芬兰|挪威|比利时|奥地利|西班牙|爱尔兰|卢森堡|印度|俄罗斯|巴西"
    r"|马来西亚|泰国|越南|开曼|百慕大|维尔京|萨摩亚|毛里求斯|塞舌尔|巴巴多斯|墨西哥|波兰|捷克|葡萄牙|新西兰|土耳其"
    r"|列支敦士登|直布罗陀|沙特|阿联酋|南非|菲律宾|印度尼西亚|匈牙利|希腊"
)
_POSTCODE = lazy(r"(?<!\d)\d{6}(?!\d)")
_FILLED = 6


class AddressIncomplete(PatentCheck):
    """申请人的地址不完整：没有街道、门牌，或者用单位名称代替地址，或者没有写邮政编码。

    地址应当写明省、市、区、街道、门牌号码和邮政编码，能够迅速、准确地收到邮件；单位名称不得代替地址。
    把地址写到街道门牌，如把“江苏省南京大学”改为“江苏省南京市鼓楼区汉口路22号”，并补上邮政编码。
    农村地址写到村、组，信箱地址写到信箱号即可；直辖市不写省；国外和港澳台的地址不查。
    没有写省、直辖市或者自治区的，只写到开发区、园区或者乡镇的，只给警告；
    请求书只填了几栏（内部阈值：不足六栏）的，不报没有邮政编码。
    """

    code = "REQ015"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.7"), cite("指南", "5-1-5.4"), cite("细则", "19(2)"))
    message = "地址“{words}”{why}：地址应当写明省、市、区、街道、门牌号码和邮政编码，请补全"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n申请人：某某大学\n地址：江苏省南京市鼓楼区汉口路22号\n邮政编码：210093",
        "请求书\n申请人：张三\n地址：重庆市某某县某某镇某某村三组\n邮编：404500",
        "请求书\n申请人：某某研究所\n地址：陕西省西安市65号信箱",
        "请求书\n申请人：某某公司\n地址：上海市浦东新区某某路88弄某某大厦3层",
        "请求书\n申请人：EXAMPLE INC.\n地址：美国加利福尼亚州",
        "请求书\n申请人：某某公司\n地址：某某省某某市某某工业园某某机械有限公司",
    )
    bad = (
        "请求书\n申请人：某某大学\n地址：⟦江苏省南京大学⟧\n邮政编码：210093",
        "请求书\n申请人：张三\n地址：⟦江苏省江州市⟧",
        "请求书\n申请人：某某公司\n地址：⟦江州市启衡区创业路8号⟧",
        "请求书\n申请人：某某公司\n地址：⟦江苏省江州市启衡经济开发区⟧\n邮政编码：210000",
        "请求书\n申请人：某某公司\n地址：⟦江苏省江州市启衡区某某产业园内⟧\n邮政编码：\n申请人类型：企业",
        "请求书\n发明名称：一种杯子\n发明人：张三\n申请人：张三\n身份证件号码：11010519491231002X\n"
        "地址：⟦江苏省江州市启衡区创业路8号⟧\n摘要附图：图1",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        addresses = request.all("address")
        regions = "".join(str(value) for value in request.all("region"))
        for value in addresses:
            words = "".join(value.folded.split())
            if not re.search(r"[一-鿿]{2}", words) or _ABROAD.search(words) or len(words) > 120:
                continue
            if not _DETAIL.search(words):
                yield self.at(value, why="用单位名称代替了地址" if _UNIT.search(words) else "没有街道、门牌")
            elif _ZONE.search(words) and not re.search(r"\d|[路巷弄村屯](?!由)|信箱", words):
                yield self.at(value, why="只写到开发区、园区或者乡镇", level=Level.WARNING)
            elif not _PROVINCE.search(words) and not regions:
                yield self.at(value, why="没有写省、直辖市或者自治区", level=Level.WARNING)
            elif value is addresses[0] and self._no_postcode(filing):
                yield self.at(value, why="没有写邮政编码")

    @staticmethod
    def _no_postcode(filing: Filing) -> bool:
        request = filing.request
        if request is None or len(request.fields) < _FILLED or request.all("postcode"):
            return False
        return not any(_POSTCODE.search(value.folded) for value in request.all("address"))
