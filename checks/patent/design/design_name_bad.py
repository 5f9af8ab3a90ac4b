from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_HAN_NUMBER = r"[一二两三四五六七八九十百]{1,4}"
_UNIT = (
    r"(?:英寸|寸|升|毫升|公斤|千克|斤(?!顶)|克|瓦|千瓦|伏|安时|毫安|毫安时|米|厘米|毫米|公分|英尺|尺|吨"
    r"|匹|马力|毫升|加仑|盎司|码|平方米|平米|立方米|流明|目|度)"
)
_LATIN_UNIT = r"(?:mm|cm|dm|m|ml|mL|ML|L|kg|KG|Kg|g|W|KW|kW|V|A|Ah|mAh|MAH|oz|inch|寸)(?![A-Za-z])"
_COUNTER = (
    r"(?:副|套|双|对|个|种|只|台|件|组|盒|瓶|张|把|条|支|根|块|片|顶|辆|本|部|架|幅|包|袋|箱|罐|筒|卷"
    r"|枚|串|批|打|款|束|杯|盏|扇|枝|粒|颗|座|艘)"
)
_KNOWN = (
    r"(?:DVD|VCD|EVD|CD|USB|LED|LCD|OLED|MP|GPS|VR|AR|XR|MR|TV|PC|POS|ATM|IC|ID|KTV|PVC|PE|PU|EVA|ABS|PP|UV"
    r"|CT|MRI|X|U|T|V|D|L|S|Y|H|O|C|Z|W|A|B|AI|APP|App|WiFi|WIFI"
    r"|Wi|Fi|ETC|PLC|PCB|SIM|NFC|RFID|LNG|LPG|CNG|SUV|MPV|UPS|HDMI|VGA|AC|DC|AB|CCD|CPU|SSD|IPTV|PDA|GPRS"
    r"|GSM|DIY|BB|CNC|TYPE|Type|type|PD|ECU|TPMS|PM|ph|pH|PH|PET|OK|AGV|TWS|FM|AM|vr|ar|SPA|LNG|CAD|3D)"
)
_EFFECT = (
    r"节油|节电|省电|省油|节能(?!灯)|高效|增效|抗菌|除菌|防癌|抗癌|降血?[压脂糖]|减肥|壮阳|增高(?!台)|治病"
    r"|疗效|长寿|祛[斑痘皱湿](?!仪|器)|美白|丰胸|明目|强身|健脑|益智?(?=[^玩积])"
    r"|治疗(?!仪|床|台|椅|车|机|灯|器|设备|装置|系统|头|舱|巾|盘|室|推)|防近视|矫正视力|防电磁|抗辐射|永不"
    r"|无毒|无污染|零污染|低碳|环保(?!袋|箱)|高产|增产|提高|便于|易于|方便(?!面|食品|粉丝|袋)|防止|避免|省时"
    r"|高性能|高精度"
    r"|高强度|高品质|耐高温|耐腐蚀|耐磨|耐用|不易|自清洁|超静音|保护视力|舒适型?|经济型|安全可靠|多功效|强力"
)
_SOFT_EFFECT = (
    r"多功能|速热|护眼|多用途|一机多用|静音|降噪|省力|新型|新式|新款|改良型?|改进型|升级版?|豪华|高档"
    r"|高级(?!音响)|优质|精品|高端|时尚|超强|超薄|加厚|微型(?!(?:面包|客|货|轿|汽|卡|电动|电动汽|消防)车|(?:电子)?计算机)|迷你|超轻|轻便|轻量|保健(?!床|品|枕|椅|箱)|养生(?!壶|锅)"
    r"|环保袋?型|防漏|防摔|防溅|防滑(?!垫|链|条|贴|带|胶|板|砖)"
)
_ERA = (
    r"(?:(?:夏|商|周|秦|汉|唐|宋|元|明|清|隋|晋|辽|金|战国|春秋|三国|明清|唐宋|魏晋)(?:代|朝|时期)|明式"
    r"|清式|宋式|民国|古代|上古|远古|中世纪|维多利亚时代|[一二三四五六七八九十]{1,2}年代|文革"
    r"|(?:十[五六七八九]|二十)世纪)"
)
_PLACE = (
    r"中国(?!结|象棋|风)|美国|日本|韩国|朝鲜|德国|法国|英国|意大利(?!面)|俄罗斯|俄国|瑞士(?!军刀|卷)|瑞典"
    r"|西班牙|葡萄牙|印度(?!飞饼)|泰国|越南|巴西|荷兰(?!豆)|比利时|丹麦|挪威|芬兰|加拿大|澳大利亚|新西兰"
    r"|埃及|土耳其|波兰|希腊|墨西哥|新加坡|马来西亚|印度尼西亚|巴基斯坦|伊朗|以色列|南非|北京(?!烤鸭)"
    r"|上海(?!青)|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    r"|贵州|云南|陕西|甘肃|青海(?!苔)|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|广州|深圳|东莞|佛山"
    r"|中山(?!装)|珠海|杭州|宁波|温州|义乌|绍兴|苏州|无锡|南京|扬州|宜兴|常州|成都|武汉|西安|长沙(?!发)"
    r"|景德镇|郑州|青岛|济南|大连|沈阳"
    r"|哈尔滨|长春|厦门|福州|泉州|德化|合肥|南昌|昆明|贵阳|桂林|柳州|石家庄|太原|兰州|西湖|龙泉|潮州|台州"
    r"|永康|海宁|东阳"
)
_PATTERN = lazy(
    rf"(?P<规格大小>\d+(?:\.\d+)?[ ]?(?:{_UNIT}|{_LATIN_UNIT})|(?<![一-鿿]){_HAN_NUMBER}(?:英寸|寸|升|公斤"
    rf"|斤|瓦|伏|米|厘米|毫升|尺|吨|匹)(?!层|柜)"
    r"|(?:大|中|小|巨|特大|超大|中小|大中)型(?!客车|货车|汽车|车|轿车|拖拉机|飞机|号)|(?:特大|加大|超大|特小"
    r"|超小|大|中|小|加长|加宽|加高|特长|超长)号?(?<=号)(?!码|角|筒)|加大|特大|超大(?!型))"
    rf"|(?P<数量>^(?:{_HAN_NUMBER}|\d+){_COUNTER}(?!装|色|门|层|轮|用|人|套|式|体|合|孔|头|管|面|位|斗|格|扣"
    rf"|角|瓣|叶|片)|(?:{_HAN_NUMBER}|\d+)(?:件套|只装|支装|条装|双装)|(?:{_HAN_NUMBER}|\d+){_COUNTER}(?:一"
    rf"|每|/)?(?:套|组|盒|包|箱)?装$)"
    r"|(?P<型号>(?<![A-Za-z\d])(?!(?:MP[345]|3D|5G|4G|U2|H2|O2|CO2|PM2|A4|A3|B5|12V"
    r"|24V|IP6\d|R134|E27|GU10|SD2|USB[23]|HDMI2|T[58])(?![A-Za-z\d]))(?:[A-Za-z]{1,5}-?\d{2,}[A-Za-z\d-]*"
    r"|[A-Z]{2,4}-\d[A-Z\d-]*|[A-Z]\d[A-Z]?\d*(?=型|款|系列)|\d{2,}-?[A-Z]{1,3}(?=型|款|系列)"
    r"|[IVX]{2,3}(?=型|代))(?:型|款|系列|号)?"
    r"|(?<![一-鿿])[一二三四五六七八九十\d]{1,3}型(?!材|钢|管|号)|(?<![A-Za-z])(?!(?:A[345]|B[45]|T[58]|H2"
    r"|O2|U\d|M\d))[A-Z]\d{1,2}(?=[一-鿿])|第?[一二三四五六七八九十\d]{1,2}代(?!码"
    r"|理)|[ABCD]款|[ⅠⅡⅢⅣⅤⅥ]型?)"
    rf"|(?P<技术效果>{_EFFECT})|(?P<技术效果或者评价>{_SOFT_EFFECT})"
    r"|(?P<年份>(?:19|20)\d{2}(?:款|年款?|版|新款))"
    rf"|(?P<历史时代>{_ERA})"
    rf"|(?P<地名或者国名>{_PLACE})"
    r"|(?P<单位名称>[一-鿿]{2,}(?:有限公司|股份公司|公司|集团|大学(?!生)|研究院|研究所|工厂|制造厂)(?=[一-鿿]))"
    r"|(?P<含糊的尾巴>及其?(?:配件|附件|部件|类似物|其他|相关|周边|零件|组件)|系列(?:产品|套装)?$|等(?:产品"
    r"|用品|物品)?$|(?:之类"
    r"|类似)(?:的)?(?:产品|物品|东西)?$)"
    r"|(?P<商标>(?<![一-鿿])(?!(?:指示|警示|广告|安全|导向|宣传|提示|展示|标识|公交|停车|电子|扑克|交通|道路"
    r"|智能))(?![一-鿿]{0,3}车牌)[一-鿿A-Za-z]{2,4}牌(?=[一-鿿]{2,})(?!匾|楼|坊|照|子|桌|架|机|面|盒|座|支)|[®™])"
    r"|(?P<内部构造>(?:装有|内置|内装|内藏|内含|内设|搭载|采用|安装有|配有|配备)[一-鿿A-Za-z]{2,14}?的)"
    rf"|(?P<外文>(?<![A-Za-z])(?!{_KNOWN}(?![A-Za-z]))[A-Za-z]{{2,}})"
)
_ABSTRACT = frozenset(
    """
    灯 文具 炊具 厨具 乐器 家具 工具 用具 用品 电器 家电 玩具 装置 设备 机器 机械 产品 物品
    制品 商品 器械 器具 仪器 仪表 部件 零件 配件 附件 组件 元件 零部件 建筑用物品 建筑材料
    建材 建筑构件 日用品 生活用品 办公用品 办公设备 体育用品 体育器材 健身器材 医疗器械 医疗设备
    医疗用品 电子产品 电子设备 电子元件 电子器件 家用电器 家居用品 装饰品 装饰物 工艺品 饰品 首饰
    服装 服饰 食品 饮料 药品 化妆品 洁具 卫生洁具 卫浴 卫浴用品 寝具 交通工具 运输工具 车辆
    容器 包装 包装物 结构 构件 材料 五金 五金件 五金工具 照明设备 照明装置 通讯设备 农具 农机
    农用机械 机床 机电产品 宠物用品 儿童用品 母婴用品 礼品 纪念品 器材 器皿 机械设备 机械装置
    机械零件 电气设备 新产品 外观 图案 造型
    """.split()  # noqa: SIM905 - a list to be read by people
)
_BRACKETED = lazy(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
# In brackets the Office has let pass codes that only tell one's own designs apart.
_TOLD_APART = frozenset(("型号", "外文", "规格大小", "数量", "年份"))
_SOFT = frozenset(("技术效果或者评价", "单位名称"))


class DesignNameBad(PatentCheck):
    """外观设计的产品名称里有型号、规格、数量、地名、时代、技术效果、内部构造、外文，或者只是“灯”“文具”一类抽象的名称。

    产品名称应当表明产品本身，审查指南列出了这些不允许的写法；名称不当要补正，还会影响分类。
    改为产品的通用名称：“21英寸电视机”改为“电视机”，“节油发动机”改为“发动机”。
    DVD、USB、LED一类已经通用的外文不报；括号里为区分自己各项设计写的编号、尺寸实践中常被接受，只作建议；
    “多功能”“新型”一类的词只是警告；人名和没有“牌”字的商标要人看。
    """

    code = "DSN002"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.1.1"),)
    message = "产品名称里的“{words}”是{what}，不允许写在外观设计的产品名称里：请改为产品的通用名称"
    kinds = (Kind.DESIGN,)

    good = (
        Sample("请求书\n使用外观设计的产品名称：DVD播放机", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：USB充电器（LED显示）", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：台灯。\n2. 用途：照明，21英寸。", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：三轮车。", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：中国结", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：千斤顶", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：带有图形用户界面的手机（车牌识别）", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：大型客车", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：T型接头", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：微型面包车", kind="design"),
    )
    bad = (
        Sample("请求书\n使用外观设计的产品名称：⟦21英寸⟧电视机", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：⟦节油⟧发动机。", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦一副⟧手套", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：⟦文具⟧。", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦XK-200⟧搅拌机", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦中型⟧书柜", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦明代⟧太师椅", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦江苏⟧茶壶", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦三升⟧水壶（⟦KD-12⟧）", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦内置电池的⟧台灯", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦多功能⟧⟦Lumi⟧⟦第二代⟧台灯", kind="design"),
    )
    missed = (
        "外观设计专利请求书\n使用外观设计的产品名称：⟦华星⟧电热水壶",
        "请求书\n使用外观设计的产品名称：⟦网红⟧水杯",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in design_names(filing):
            text = name.folded
            if "".join(text.split()) in _ABSTRACT:
                yield self.at(name, what="抽象的名称")
                continue
            passed: list[tuple[int, int]] = []
            brackets = [match.span() for match in _BRACKETED.finditer(text)]
            # A match at a given end needs the name's own text: ^ means its beginning.
            for match in _PATTERN.finditer(text):
                inside = next((each for each in brackets if each[0] < match.start() and match.end() < each[1]), None)
                level = Level.WARNING if match.lastgroup in _SOFT or inside else None
                if inside and match.lastgroup in _TOLD_APART:
                    level = Level.ADVICE
                    brackets.remove(inside)  # one remark is enough for KD-12 LUMI 5kg
                    passed.append(inside)
                elif any(first < match.start() < last for first, last in passed):
                    continue
                yield self.at(name.sub(match.start(), match.end()), level=level, what=match.lastgroup)
