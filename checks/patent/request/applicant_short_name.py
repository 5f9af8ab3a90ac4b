import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

# What a unit's full name ends with. A name of a foreign company, or an individual shop, may end otherwise.
_FULL = lazy(
    r"(?:公司|大学|学院|学校|中学|小学|职校|技校|幼儿园|党校|研究院|研究所|研究中心|设计院|设计所|科学院|工程院"
    r"|勘察院|勘测院|规划院|检测院|监测院|检验院|计量院|测试所"
    r"|检验所|监测站|医院|卫生院|卫生所|诊所|保健院|中心|工厂|厂|合作社|联合社|农场|林场|牧场|渔场|养殖场|种植场|苗圃"
    r"|事务所|工作室|经营部|经销部|服务部|加工部|门市部|商行|商店|商铺|店"
    r"|超市|行|作坊|坊|馆|院|所|站|台|队|部队|部|局|厅|处|办公室|委员会|管委会|协会|学会|联合会|联盟|商会|基金会"
    r"|理事会|村委会|居委会|银行|信用社|基地|园区|公园|庄园|家庭农场"
    r"|合伙企业|企业|个体工商户|株式会社|有限会社|合同会社|会社|法人|机构|组织|总公司|社|社团|矿|矿业|煤矿|油田|电厂"
    r"|电站|水库|港|机场|军区|舰|库|指挥部|项目部|车间|校区|分校|段|园|会|团体|[旅兵农剧]团|董事)$"
)
_SHORT = lazy(
    r"^(?:清华|北大|北航|北理工|北邮|北科大|北工大|人大|浙大|复旦|上交|上海交大|西安交大|西交大|南大|南航|南理工|南邮"
    r"|东大|东南|武大|华科|华中科大|华工|华南理工|华南农大|华农|中大|中山"
    r"|中科大|中国科大|中科院|国科大|哈工大|哈工程|西工大|西电|电子科大|成电|川大|重大|山大|厦大|天大|南开|吉大|大工"
    r"|大连理工|同济|湖大|中南|兰大|国防科大|农科院|社科院|军科院|航天科技|航天科工"
    r"|华为|中兴|腾讯|阿里|阿里巴巴|百度|京东|小米|格力|美的|海尔|海信|联想|比亚迪|宁德时代|中石油|中石化|中海油|国网"
    r"|南网|中车|中建|中铁|中交建|宝钢|宝武|鞍钢|首钢|三一|大疆|中芯|工行|建行|农行|中行|招行|平安)$"
    r"|^[一-鿿]{1,6}(?:交大|科大|理工大|工大|师大|农大|医大|林大|矿大|海大|财大|民大|航大|外大|体大)$"
    r"|^中科院[一-鿿]{0,8}所$"
    r"|^[一-鿿]{1,5}(?:附[属一二三]?院|[一二三四]院)$"
)
# The end of a firm's name without the words for a firm; a person is hardly called so.
_TRADE = lazy(
    r"(?:集团|股份|实业|控股|科技|技术|机电|机械|重工|电[力气器网子信缆]|移动|联通|石[化油]|化工|化学|制药|医药|药业"
    r"|生物|通[信讯]|能源|动力|汽车|航[天空]|船舶|钢铁|冶金|建[筑设工材]|交通|铁路|物流|贸易"
    r"|商贸|食品|饮料|农业|牧业|渔业|环保|水务|水利|燃气|热力|材料|新材|光电|半导体|芯片|软件|网络|信息|数据|智能"
    r"|智造|制造|装备|设备|仪器|仪表|纺织|服饰|家居|家具|文化|传媒|教育|投资|资本|金融|保险|地产|置业)$"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
    "向常汤康易乔赖文庞樊殷施洪颜倪翟温伍齐兰葛牛俞安章鲁岳麻纪柳管关焦左柏裴耿欧阮祝柴华时卞成单卓连艾穆车房司邢路涂詹冉骆游阳凌蓝靳尚解辛褚"
)
_DOUBLE = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "宇文",
    "长孙",
    "司徒",
    "夏侯",
)
_CODE = lazy(r"(?<![0-9A-Z])[159][1-9A-HJ-NP-Y]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])")
_BARE_COMPANY = lazy(r"(?<!有限)(?<!责任)(?<!总)(?<!集团)(?<!分)(?<!石油)(?<!股份)(?<!供电)(?<!电力)(?<!自来水)公司$")
_ASIDE = lazy(r"[(（\[【].*?[)）\]】]")


class ApplicantShortName(PatentCheck):
    """申请人是单位，填写的却是简称，不是与公章一致的正式全称。

    申请人是单位的，应当使用正式全称，不得使用缩写或者简称，并且与所使用的公章上的单位名称一致。
    对照营业执照、法人证书或者公章填写全称，如把“清华”改为“清华大学”。
    只有常见的单位简称（清华、中科院、××科大、××附院）才报错误；填了统一社会信用代码、名称末尾又不像单位全称的，只给警告；
    以“科技”“机电”“集团”等结尾、不像人名的，没有信用代码也给警告；
    公司、厂、医院、研究院、合作社、事务所、经营部、商行、株式会社等结尾的，以及个人姓名、外文名称，
    还有填了外国国籍的单位的译名（赫尔曼集团），都不报。
    """

    code = "REQ013"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.3.1"), cite("细则", "19(2)"))
    message = "申请人“{words}”{why}：单位应当填写与公章一致的正式全称，请核对后填写全称"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n申请人：清华大学、某某农机专业合作社；某某市人民医院",
        "请求书\n申请人：张三\n身份证件号码：11010519491231002X",
        "请求书\n申请人：某某区老王五金店\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：某某计量检测中心（有限合伙）\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：EXAMPLE CORPORATION；某某株式会社；买买提·艾力",
        "请求书\n申请人：赫尔曼集团\n国籍或注册国家：德国",
        "请求书\n申请人：江科技、欧阳文化、阿不都热合曼",
    )
    bad = (
        "请求书\n申请人：⟦清华⟧",
        "请求书\n申请人：张三、⟦江州科大⟧",
        "请求书\n申请人：⟦启衡机电⟧\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：⟦启衡机电公司⟧\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：⟦中科院沈阳某某所⟧",
        "请求书\n申请人：江州大学、⟦启衡集团⟧",
        "请求书\n申请人：江州大学；⟦江州电力⟧\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：⟦江大二附院⟧",
    )
    missed = ("请求书\n申请人：⟦江州水泵⟧",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        # A unit abroad is called by the translation of its name: 某某集团.
        nations = [value.folded for value in request.all("nationality")]
        abroad = any(not re.search(r"中国|CN|[香台澳]", nation) for nation in nations)
        coded = self._coded(filing)
        units = _CODE.search(request.part.span.folded) is not None
        for applicant in request.names("applicant"):
            name = _ASIDE.sub("", "".join(str(applicant).split()))
            if not re.fullmatch(r"[一-鿿]{2,}", name):
                continue
            full = _FULL.search(name) and not _BARE_COMPANY.search(name)
            if _SHORT.search(name):
                yield self.at(applicant, why="是单位的简称")
            elif applicant in coded and not full:
                yield self.at(applicant, why="填的是统一社会信用代码，名称却不像单位的全称", level=Level.WARNING)
            elif not abroad and not _FULL.search(name) and not _person(name) and (units or _TRADE.search(name)):
                yield self.at(applicant, why="不像人名，也不像单位的全称", level=Level.WARNING)

    @staticmethod
    def _coded(filing: Filing) -> set[Span]:
        """Applicants alone in their field whose field is followed by a unified social credit code."""
        found: set[Span] = set()
        if filing.request is None:
            return found
        last: Span | None = None
        for item in filing.request.fields:
            if item.key == "applicant":
                names = [
                    name
                    for name in filing.request.names("applicant")
                    if item.value.start <= name.start < item.value.end
                ]
                last = names[0] if len(names) == 1 else None
            elif item.key == "applicant-id" and last is not None:
                if re.fullmatch(r"[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}", item.value.folded.strip()) and (
                    item.value.folded.strip()[0] in "159"
                    and not re.fullmatch(r"\d{6}(?:19|20)\d{9}[\dX]", item.value.folded.strip())
                ):
                    found.add(last)
                last = None
        return found


def _person(name: str) -> bool:
    """Whether it may be a person's name: up to three characters, or four that begin with a surname."""
    if len(name) <= 3 or name.startswith(_DOUBLE):
        return len(name) <= 4
    return len(name) == 4 and name[0] in _SURNAMES and not _TRADE.search(name)
