import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck

# Where a name can begin: after the article, a preposition or a conjunction.
_BREAK = lazy(
    r"一种|一类|一套|适用于|应用于|用于|基于|面向|针对|采用|利用|使用|通过|以及|及其"
    r"|[的由供给及和与、,，在于本该为“”\"'()（）\s]"
)
_REGION = lazy(
    r"中国|中华|国家|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东"
    r"|海南|四川|贵州|云南"
    r"|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|深圳|南京|武汉|成都|西安|沈阳|大连|青岛|济南|厦门"
    r"|长沙|长春|哈尔滨|合肥|南昌"
    r"|昆明|太原|石家庄|南宁|贵阳|无锡|宁波|东莞|佛山|珠海|烟台|洛阳|绵阳|[华东西南][北南东]|南方|北方"
    r"|[一-鿿]{1,3}[省市县]|[^各]州"
)
_COMMON = (
    r"智[慧能]|数字化?|现代化?|无人|自动化?|[大中小微新老旧]型?|跨国|国有|民营|私营|上市|企业|外资|合资|股份|总|分|子"
    r"|母|物流|快递|速递|运输|货运|客运"
    r"|出租车|公交|铁路|地铁|航空|港口|保险|证券|基金|信托|银行|金融|投资|贷款|担保|租赁|物业|家政|保洁|保安|安保"
    r"|搬家|装修|装饰|建筑|施工|建设|工程"
    r"|房地产|地产|供电|发电|电力|电网|售电|配电|能源|燃气|煤气|天然气|热力|供热|供水|自来水|水务|排水|环保|环卫|园林"
    r"|通信|电信|网络|互联网|软件"
    r"|科技|技术|贸易|外贸|商贸|广告|旅游|影视|传媒|游戏|餐饮|食品|酒店|医药|制药|医疗|医学|护理|健康|养老|教育|培训"
    r"|中介|代理|咨询|评估|检测|检验"
    r"|检疫|认证|征信|人力资源|劳务|外包|服务|服装|纺织|印染|农业|林业|农垦|养殖|畜牧|渔业|钢铁|冶金|冶炼|煤炭|煤矿"
    r"|矿业|矿山|石油|石化|炼油|化工|化学"
    r"|水泥|陶瓷|玻璃|造纸|印刷|机械|机电|电机|电器|电气|电子|仪表|仪器|阀门|机床|轴承|汽车|造船|船舶|航天|兵器|军工"
    r"|职业|高职|高等|老年|综合|开放"
    r"|重点|本科|民办|公办|师范|警察|公安|军事|体育|艺术|音乐|美术|外国?语|理工|工|农|医|理|商|法|文|管理|财经|各|某"
    r"|多|单|双|两|本地|本|外|内|核|火|热"
    r"|水|专科|儿童|口腔|妇产|妇幼|眼科|肿瘤|精神|骨科|传染病|宠物|动物|乡镇|社区|基层|公立|私立|三甲|互联网|线上"
    r"|移动|远程|中医|中西医|结合|县级?"
    r"|市级?|省级?|区域|集中|分布式|车|人|客户|用户|大客户|产业|材料|科学|科研|规划|设计|勘察|勘测|测绘|地质|气象"
    r"|地震|水利|交通|市政|性|化|级|类|式"
)
_ALL_COMMON = lazy(rf"(?:{_COMMON})+")
_MAKERS = (
    r"机械|机电|电机|仪表|仪器|阀门|机床|轴承|水泵|泵"
    r"|电器|制药|药|化工|服装|玩具|锅炉|电缆|开关|变压器|工具|五金|食品|纺织|灯具|家具|农机|皮革"
)
_UNIT = lazy(
    r"(?P<name>[一-鿿A-Za-z0-9]{1,14}?)(?P<what>(?:股份|责任|控股|集团)?有限(?:责任)?公司|株式会社|公司|集团"
    r"|(?<!大)(?:研究|设计|科学|工程)院|研究[所室]"
    r"|实验室|课题组|(?:研究|研发|创新|检验|检测|推广|疾病预防控制|疾控)中心|(?:人民|附属|协和)[一-鿿]{0,3}医院"
    r"|大学(?!生|校|城|物理|英语|数学|体育|教学楼|教室|教师|教材|教育|课|计算机(?:课|基础|教)|图书|宿舍|招|食堂|语"
    r"|化学|新生|排课|选课|考|军训|老师|学生|里|内|用|专业|社团|学科)"
    r"|学院(?!派|路|生|校|用|内|里|学生|教)|厂(?!房|区|家|级|站|内|址|务|矿|界|网|外|里|商|长|牌|车间|拌|际"
    r"|化))(?P<after>.*)"
)
_NOT_OWNER = lazy(
    r"(?:用|内部?|里|员工|职工|人员|财务|客户|用户|企业|管理|业务|股票|债|年报|名称|信用|信息|知识|级|间|化|治理|运营"
    r"|注册|设立|地址|画像|舆情|公告|风险|集群)"
)
_MADE = lazy(r"(?:研制|研发|发明|设计|生产|制造|出品|开发|专用|的|牌|版|式|型|基于|一种)")
_SIGN_ENDS = (
    "路车门标铭站吊告示识志招克纸桌挂号名提发洗胸工耳品令棋骨奖金银铜铁铝木石竹布皮塑灯腰卡字麻将码价展公宣传导向程停息楼户箱线缆树床头登留言反光"
    "晶屏电子墓灵位份界界桩桥球戏理出叠翻插立座台墙广警指摆书菜单叫号菜诊药瓶号数照挂双多单整副张块面换移动旋转匾证幕签箭"
)
_BRAND = lazy(
    rf"(?P<words>[“\"]?[一-鿿A-Za-z]{{1,3}}(?![{_SIGN_ENDS}])[一-鿿A-Za-z][”\"]?牌)(?!照|号|子|位|匾|识|面|匠|楼|坊"
    rf"|桌|盒|架|机|制|路|本)(?=[一-鿿A-Za-z0-9])"
)
_MARKED = lazy(r"[一-鿿A-Za-z0-9]{0,8}[®™]|(?<=[一-鿿A-Za-z0-9])[（(](?:R|TM|注册商标)[)）](?!-)")
# Brands that are no other word; those that became technical terms (西门子, 特斯拉, 三星, 安卓) are left out.
_KNOWN = lazy(
    r"(?:(?<=一种)|^)美的(?!学|感)|立邦|多乐士|三棵树漆|嘉宝莉|格力|海尔|美的牌|海信|创维|长虹牌|康佳|志高|奥克斯"
    r"|方太|华帝|九阳|苏泊尔|飞利浦"
    r"|松下电器|索尼|夏普牌|佳能|尼康|富士康|徕卡"
    r"|戴森|华为|小米科技|荣耀手机|联想集团|中兴通讯|大疆|海康威视|比亚迪|宁德时代|蔚来汽车|奔驰|宝马牌|奥迪|丰田"
    r"|本田|日产汽车|大众汽车|吉利汽车|奇瑞"
    r"|东风牌|解放牌|一汽|五菱|徐工|三一重工|中联重科|卡特彼勒|小松挖掘机|阿迪达斯|耐克|安踏|特步|回力鞋|百雀羚"
    r"|欧莱雅|雅诗兰黛|资生堂|宝洁|高露洁"
    r"|佳洁士|云南白药牙膏|脑白金|泰诺|达克宁|万艾可|伟哥|拜耳|辉瑞|茅台|五粮液|可口可乐|百事可乐|雀巢|伊利|蒙牛"
    r"|娃哈哈|农夫山泉|康师傅|老干妈|海天酱油"
    r"|肯德基|麦当劳|星巴克|沃尔玛|宜家|乐高|京东|淘宝|天猫|拼多多|美团|滴滴出行|(?<!防)抖音(?!圈)|快手短视频|微博"
    r"|哔哩哔哩|(?<![A-Za-z])(?:iPhone|iPad|MacBook"
    r"|ThinkPad|Galaxy|Teflon|Viagra|Walkman|Xbox|PlayStation|HUAWEI|SONY|SIEMENS|PHILIPS|BOSCH|TOYOTA|NIKE|OPPO|VIVO"
    r"|TESLA|HAIER|GREE)(?![A-Za-z])"
)
# Standards, materials, living things: letters and digits that are technical terms.
_TERM_LETTERS = (
    r"(?:RS|SHA|AES|MIL|STD|IEC|ISO|IEEE|GBT?|API|SAE|ASTM|DIN|EN|JIS|DL|DLT|ARINC|CA|MIR|IL|CD|HLA|UN|HSP|TCP|IP|LTE"
    r"|COVID|SARS|MERS|SBA|MCM|ZSM|ITQ|SSZ"
    r"|SAPO|ALPO|PCN|MOF|UIO|ZIF|HKUST|KIT|FDU|DUT|USB|RFC|ITU|CAN|PEG|PVP|PA|PE|PVC|PI|PC|TX|DEAE|VGG|GPT|HPV|HIV"
    r"|HBV|HCV|EV|MPEG|STM|DN|SOT|TO|SOP|QFN"
    r"|RJ|PD|TNF|TGF|NF|IFN|VEGF|CAR|AC|DC|SUS|ABS|CRH|CR|MOX|UV|MD|SM|SIM|WIFI|GSM|CDMA|WCDMA|NB|BLE|PCIE?|DDR|LPDDR"
    r"|HDMI|SATA|CAT|NAS|SM|BT|NK|TH|MDA"
    r"|MCF|HEK|CHO|HT|PX|XLPE|SCR|TRT|AP|LD|RNA|DNA|GC|LC|MS|II|III|IV|VI|VII|ZK|PH|IGBT|MOS|AHL|AKAP|YM|ZR|SNP|GM"
    r"|ATCC|CGMCC|CCTCC|JXBT)"
)
_MODEL = lazy(
    rf"(?<![A-Za-z0-9-])(?!{_TERM_LETTERS}-?\d)"
    r"(?P<words>(?:(?:[A-Z]{1,6}|[A-Z][a-z]{1,8})-?\d{1,5}[A-Za-z]{0,3}(?:[-/][A-Z0-9]{1,4})?"
    r"|[A-Z]{1,6}-[A-Z]{1,3}\d{1,4}|\d{2,4}[A-Z]{1,3}-\d{1,4})(?:(?:系列|改进|改)?型号?|系列)"
    r"|[A-Z]{2,5}-\d{3,5}[A-Z]{0,2}(?:-\d{1,3})?"
    r"|[A-Z]{2,5}\d{3,5}[A-Z]{0,2}(?=[一-鿿]{0,5}(?:(?<!单片)(?<!计算)(?<!微)(?<!手)机|仪|泵|阀|炉|床)(?:$|的|及|和"
    r"|用))|[A-Z]{2,5}-[A-Z]?\d{1,5}[A-Z]{1,2})(?![A-Za-z0-9-])(?P<after>[^，,、]{0,24})"
)
# Soon after the letters, before any 基于 or 用于.
_NOT_MODEL = lazy(
    r"(?:(?!基于|用于|面向|适用).){0,3}?(?:分子筛|沸石|钢|铝|铜|镍|钛|合金|病毒|流感|亚型|肺炎|抗体|抗原|疫苗|细胞|菌"
    r"|基因|蛋白|受体|激酶|引物|序列|多肽|肽|酶|树脂|水泥|混凝土|砂浆"
    r"|糖尿病|肝炎|胶原|染色体|晶|催化|螺纹|接头|接口|连接器|端子|(?:槽|圈|环|梁|管)(?:$|[的及和与、]|接头|件接头)"
    r"|灯头|灯座|插头|插座|口罩|纤维|膜|电池|材料|氧化物|盐|酸|化合物|聚合物|橡胶"
    r"|半导体|算法|模型|网络|协议|总线|标准|格式|编码|信号|频段|波段|轨|丝|螺栓|螺母|螺钉|玻璃|纸|布|油|剂|水稻|小麦"
    r"|玉米|大豆|品种|动车组|敞车|罐车|轨道车|飞机"
    r"|直升机|卫星|火箭|导弹|机组|芯片|滤波|光缆|电缆|磁芯|磁性|钻石|石墨|粉|涂料|胶)"
)
_SERIAL = lazy(
    r"(?P<words>(?!北斗|嫦娥|天问|神舟|天宫|长征|风云|高分|蛟龙|祝融|夸父|探月|前列|抗体"
    r"|染色体)[一-鿿]{2,4}?(?:[一二三四五六七八九十]{1,2}|\d{1,3})号)"
    r"(?=[^，、]{0,12}(?:机|器|仪|装置|设备|系统|车|泵|阀|炉|平台|药|酒|茶|胶囊|丸|散|膏|涂料|配方|饲料|肥)(?:$|的|及"
    r"|和|与|、|，))"
    r"(?![线油柴汽钢桥楼井矿炉砂铁坑台门信位段管站筋机])"
)
_VERSION = lazy(r"(?<![A-Za-z0-9.])[Vv]\d{1,2}(?:\.\d{1,2}){1,2}(?:版本?)?$|(?<![A-Za-z0-9.])\d{1,2}\.\d{1,2}版")
# A place where the title begins, unless it is part of the name of a living thing, a dish or a style.
_PLACE = lazy(
    r"(?:^|(?<=一种)|(?<=一类))(?:中国|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东"
    r"|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    r"|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|深圳|广州|杭州|苏州|南京|武汉|成都|西安|沈阳|大连|青岛"
    r"|济南|厦门|长沙|长春|哈尔滨|合肥|南昌|昆明|太原"
    r"|石家庄|南宁|贵阳|无锡|宁波|东莞|佛山|珠海|烟台|洛阳|温州|郑州|福州|兰州)(?:省|市|地区)?"
    r"(?!青|[一-鿿]{0,2}(?:鸭|鸡|鹅|猪|羊|牛|马|鱼|鳖|虾|蟹|蜂|蚕|松|杉|杜鹃|兰花|牡丹|百合|豆|菜|椒|茶|酒|醋|面|粉"
    r"|火锅|泡菜|腊肉|火腿|结|象棋|画|绣|锦|石|玉|雕|话|方言|戏|拳|菌|病毒|芪|参|红景天|沙棘|枸杞))"
)
# A full name before 式/法/牌: a surname that begins no technical word, and two characters usual in given names.
_PERSON = lazy(
    r"(?P<words>[张王李刘陈杨赵周吴徐孙朱胡郭何林罗郑宋谢唐许韩冯邓曹彭曾萧田董潘袁蔡蒋杜叶魏苏吕丁卢姚沈姜崔谭陆汪范廖贾韦邹孟秦邱侯尹薛闫雷史陶贺顾龚郝邵钱戴]"
    r"[建国志卫永德文晓小春秋玉秀桂淑海明伟俊振世家宏洪庆宝少仁忠义大国子佳嘉雅丽雪红美爱]"
    r"[国华强军民平刚勇伟明杰涛超斌鹏飞龙辉峰磊洋波林生祥福贵荣昌兴盛德义忠良才东芳英兰梅珍莲霞燕娟敏静婷玲红琴萍云华娜丽艳])"
    r"(?=式|法(?!兰|向|线|庭|律)|牌|氏|型|发明|研制|设计|改良)"
)


class TitleNontechnicalWord(PatentCheck):
    """发明名称里有非技术词语：单位名称、商标、品牌、产品型号等。

    发明名称不得含有人名、单位名称、商标、代号、型号等非技术词语，这些词不表明要求保护的主题。
    删去这些词，用技术名称表示，如“XK-200型搅拌机”改为“一种搅拌机”。
    写全的公司名称、带地名或者“研制”的单位名称和“某某牌”是错误；字号、型号、代号、软件版本号、人名加“式”和知名品牌可能另有技术含义，只给警告。
    “供电公司”“垃圾焚烧厂”“大学生”之类的通名，T型槽、PM2.5、RS-485、H5N1型病毒、MCM-41型分子筛、令牌、车牌等不报；
    名称开头的省、市名只给警告，上海青、四川泡菜一类动植物、食品的名称不报；别处的地名和外国人名难以与“霍尔传感器”“卡诺循环”
    这样的技术术语区分，不查。
    """

    code = "REQ003"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.1"), cite("指南", "2-2-2.2.1"))
    message = "名称里的“{words}”是非技术词语：名称不得含单位名称、商标、型号等，请删去，改用技术名称"

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书\n一种霍尔传感器" + _AFTER,
        "说明书\n一种T型槽工作台及H型钢、X射线和3D打印装置" + _AFTER,
        "说明书\n一种PM2.5检测装置、5G天线、RS-485总线及USB3.0接口" + _AFTER,
        "说明书\n一种C反应蛋白检测试剂盒" + _AFTER,
        "说明书\n一种基于BERT-BiGRU-CRF和K-means的CO2浓度预测方法" + _AFTER,
        "说明书\n一种MCM-41型分子筛的制备方法" + _AFTER,
        "说明书\n一种大学生宿舍用车牌识别装置及广告牌" + _AFTER,
        "说明书\n一种卡诺循环热机" + _AFTER,
        "说明书\n一种上海青的浸种方法、四川泡菜坛及中国结编织机" + _AFTER,
        "说明书\n一种供电公司用电量预测方法" + _AFTER,
        "说明书\n(R)-2-苯基丙酸酯的合成及一种光学防抖音圈马达" + _AFTER,
        "说明书\n垃圾焚烧厂与火电厂的数据中心供能系统" + _AFTER,
        "说明书\n一种令牌桶限流方法、加工中心及上市公司财务风险预警方法" + _AFTER,
        "说明书\n一种工厂化养殖用LED灯、N95型口罩及ResNet-50模型的训练方法" + _AFTER,
        "说明书\n一种杨氏模量测量装置及北斗三号定位方法" + _AFTER,
    )
    bad = (
        "说明书\n⟦XK-200型⟧搅拌机" + _AFTER,
        "请求书\n发明名称：一种⟦长江牌⟧水泵",
        "说明书\n⟦某某科技有限公司⟧搅拌机" + _AFTER,
        "说明书\n一种⟦宁州大学⟧水质监测系统" + _AFTER,
        "说明书\n⟦恒远集团⟧仓储调度方法" + _AFTER,
        "说明书\n一种由⟦湖北农业机械研究所⟧研制的播种机" + _AFTER,
        "说明书\n一种⟦红星机械厂⟧用夹具" + _AFTER,
        "说明书\n一种⟦QH2023型⟧烘干机" + _AFTER,
        "说明书\n一种⟦MT-7B⟧风速仪" + _AFTER,
        "说明书\n基于神经网络的考勤系统⟦V2.0⟧" + _AFTER,
        "说明书\n一种⟦李建华⟧式播种机" + _AFTER,
        "说明书\n一种⟦丰收二号⟧播种机" + _AFTER,
        "说明书\n一种⟦苏州市⟧泵站调度方法" + _AFTER,
        "说明书\n一种⟦TB900系列⟧打包机" + _AFTER,
        "说明书\n一种⟦海尔⟧冰箱用门铰链" + _AFTER,
    )
    missed = (
        "说明书\n⟦张氏⟧搅拌机\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。",
        "说明书\n一种⟦小蜜蜂⟧搅拌机\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            taken = 0
            for start, end, level in sorted(_names(title), key=lambda found: (found[0], -found[1])):
                if start >= taken:
                    yield self.at(title.sub(start, end), level=level)
                    taken = end


def _names(title: Span) -> Iterator[tuple[int, int, Level]]:
    """Where in the title names stand, and how sure that is."""
    folded = title.folded
    yield from _pieces(folded)
    for match in _MARKED.finditer(str(title)):
        yield match.start() + 2 * match[0].startswith("一种"), match.end(), Level.ERROR
    for pattern in (_KNOWN, _VERSION, _PLACE):
        for match in pattern.finditer(folded):
            yield match.start(), match.end(), Level.WARNING
    for match in _MODEL.finditer(folded):
        if not _NOT_MODEL.match(match["after"]):
            yield match.start("words"), match.end("words"), Level.WARNING


def _pieces(folded: str) -> Iterator[tuple[int, int, Level]]:
    """The names that begin a piece of the title: units, brands, people, serial names."""
    start = 0
    breaks = [*((found.start(), found.end()) for found in _BREAK.finditer(folded)), (len(folded), len(folded))]
    for stop, following in breaks:
        if stop > start:
            unit = _UNIT.match(folded, start, stop)
            level = _unit_level(unit, folded[stop:]) if unit else None
            if unit and level:
                yield start, unit.end("what"), level
            brand = _BRAND.match(folded, start)
            if brand:
                yield brand.start("words"), brand.end("words"), Level.ERROR
            for pattern in (_PERSON, _SERIAL):
                match = pattern.match(folded, start)
                if match:
                    yield match.start("words"), match.end("words"), Level.WARNING
        start = following


def _unit_level(unit: re.Match[str], beyond: str) -> Level | None:
    """How sure it is that a unit is named; None for a kind of unit (供电公司, 垃圾焚烧厂, 数据中心)."""
    name, what, after = unit["name"], unit["what"], unit["after"]
    if what.endswith(("有限公司", "责任公司")) or what in ("株式会社", "课题组"):
        return Level.ERROR
    region = _REGION.match(name)
    if _NOT_OWNER.match(after) and what != "厂" and not (region and after.startswith("用")):
        return None
    if _ALL_COMMON.fullmatch(name) or not (after or beyond):
        return None
    if region and len(name) >= 2:
        return Level.ERROR
    if len(name) < 2 or what.endswith(("中心", "实验室")):
        return None
    if what == "厂":
        maker = re.fullmatch(rf"([一-鿿]{{2,3}})(?:{_MAKERS})", name)
        return Level.WARNING if maker and not _ALL_COMMON.match(maker[1]) else None
    return Level.ERROR if _MADE.match(after or beyond) else Level.WARNING
