from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# word=instead, then <what may not stand before it, >what may not stand behind it (words, by |).
_SURE = """
請求項=权利要求 申請專利範圍第=权利要求 該等= 訊號=信号 積體電路=集成电路 記憶體=存储器 電晶體=晶体管
请求项=权利要求 申请专利范围第=权利要求 专利申请范围第=权利要求
该等=<应>级|离|速|温|压|距|效|分|边|电位|电势|高|待|式|腰|位|比|差|静|同|值|量|价|强|厚|轴|候|熵|号|径|宽|长|间|
额|容|焓|张|规|截|一系列 讯号=信号 讯息=消息<通 讯框=帧 音讯=音频 杂讯=噪声<复 讯杂比=信噪比 噪讯=噪声
电晶体=晶体管<导|压|铁|释|热|介 积体电路=集成电路 二极体=二极管<阴|阳 发光二极体=发光二极管 三极体=三极管
闸极=栅极 汲极=漏极 磊晶=外延 介电质=电介质 暂存器=寄存器 正反器=触发器 位址=地址<单|定|学 执行绪=线程
函式=函数<公 原始码=源代码 主记忆体=主存储器 电脑程式=计算机程序 程式码=程序代码
程式=程序<方|流|工|过|进|编|日|里|远|短|长|制|规|课|行|量|全|单|多|双|三|热|回|往|冲|教|历|航|旅|路|射|扬|升|疗|
病|章|两|议|返|征|增>码 记忆体=存储器>系|积|验|温|感|外|内|会|育 快取记忆=缓存 唯读=只读<单 储存媒体=存储介质
记录媒体=记录介质 可读取媒体=可读介质 位元组=字节>件|成|合|分|装 位元率=比特率 位元流=比特流 位元线=位线
位元串=比特串 字元=字符<数|文|汉|十|个|一|田|工>素|件|器|组件|组成|组合|胞|钢
字串=字符串<数|文|汉|十|个|符|码>行|联|并|口|接|入 萤幕=屏幕 荧幕=屏幕 萤光=荧光 滑鼠=鼠标 印表机=打印机
硬碟=硬盘 光碟=光盘 磁碟=磁盘<电 软碟=软盘 随身碟=U盘
列印=打印<阵|系|队|一|每|行|排|并|该|第|多|首|末|序|逐|两>刷|章|制|花|染|迹|痕|版 网际网路=互联网
网际网络=互联网 网路=网络<电|管|路|水|气|热|城|线|公|油>径|由|段|线|口|况|政|面|灯|网|基|标|侧|试 乙太网=以太网
蓝芽=蓝牙 硬体=硬件<坚|较|质>积|系 韧体=固件<增>系 应用软体=应用软件 系统软体=系统软件 软体程式=软件程序
软体模组=软件模块 使用者介面=用户界面 介面=接口<中|质>积|板 画素=像素 解析度=分辨率>量|数
雷射=激光<防|避|毫米波>频|线|击|流 电浆=等离子体<导|发|正|负|回|输|馈|供|配|锂|池|静>料|液|箔 奈米=纳米
公厘=毫米 矽=硅>肺|尘|卡 微影=光刻<显|细 醯=酰 行动电话=移动电话 行动通讯=移动通信 智慧型手机=智能手机
智慧型电话=智能电话 笔记型电脑=笔记本电脑 携带电话=移动电话 藉由=通过 藉以=以 藉此=由此 藉助=借助
制御=控制<抑|克|压 液晶表示=液晶显示 帮浦=泵 压克力=亚克力 保丽龙=聚苯乙烯泡沫
回授=反馈<返|召|撤|收|取>权|予|信|课|精|业|时 系统单晶片=片上系统 处理晶片=处理芯片<后|前|预 晶片组=芯片组
"""
# Words that live on the mainland too, in a narrower sense or with some writers.
_DOUBTFUL = """
视讯=视频>会|有限
资讯=信息<新闻|财经|热点|旅游|行业|推送|快讯|图文|时政|体育|娱乐|股票|视频|浏览|阅读|文章>推荐|内容|类|平台|流|
页|文章|推送|标题|文本|列表|卡片|频道|网站|应用|客户端|APP|的点击|阅读|详情
数位=数字<小|整|参|函|奇|偶|系|指|计|尾|常|分|序|倍|基|多|次|个|复|总|读|度|行|列|点|码|位|字|级|层|组|人|段|秒|
节|帧|均|对|阶|员|齿|孔|匝|字|该|此|某|每|端|少|半>置|数|于|移|宽|图|线|板|点|和|是|为|对|长|不|相|的|上|与|元|
在|同|错|加|及 行动装置=移动设备<的|械|走 感测器=传感器 演算法=算法
频宽=带宽<变|分|倍|扫|宽|高|低|中|射|音|工>带|广|窄|松|度 伺服器=服务器 简讯=短信<新闻
组成物=组合物<的|要|主|部>质|料|流|理|体|化|品|联|资|相 埠=端口<蚌|商|开|外|本|船|河|鱼|石|汊|柳|黄|彭>头
"""
_LIST = r"[^\s|<>]+(?:\|\s*[^\s|<>]+)*"
_ENTRY = lazy(rf"(?P<word>[^\s=]+)=(?P<instead>[^\s<>]*)(?:<(?P<before>{_LIST}))?(?:>(?P<after>{_LIST}))?")


def _patterns(entries: str) -> tuple[str, dict[str, str]]:
    """The alternation of the entries, longest word first, and what to write instead of each word."""
    found: dict[str, str] = {}
    patterns: list[tuple[int, str]] = []
    for entry in _ENTRY.finditer(entries):
        word = entry["word"]
        found[word] = entry["instead"]
        before = "".join(f"(?<!{piece})" for piece in "".join((entry["before"] or "").split()).split("|") if piece)
        after = "".join((entry["after"] or "").split())
        patterns.append((-len(word), f"{before}{word}(?!{after})" if after else f"{before}{word}"))
    return "|".join(pattern for _, pattern in sorted(patterns)), found


_SURE_PATTERN, _INSTEAD = _patterns(_SURE)
_DOUBTFUL_PATTERN, _MAYBE = _patterns(_DOUBTFUL)
# Few places begin like one of the words; elsewhere the long alternation is not tried.
_FIRST = "".join(sorted({word[0] for word in (*_INSTEAD, *_MAYBE)}))
_PATTERN = lazy(rf"(?=[{_FIRST}])(?:(?P<sure>{_SURE_PATTERN})|(?P<doubtful>{_DOUBTFUL_PATTERN}))")


class ClaimTwJpTerm(PatentCheck):
    """权利要求里有我国台湾地区或者日本申请文件的用语，如“请求项”“讯号”“程式”“该等”。

    申请文件应当使用中文，国家有统一规定的科技术语的应当采用规范词；直接转换的稿件常留下这些词，引用关系也会因此认不出来。
    改用规范词：请求项改为权利要求，讯号改为信号，程式改为程序，该等改为这些或者所述各。
    收电子、计算机、通信、半导体、材料、机械各行改法明确、又不是别的词的一部分的词；繁体字由 traditional-char 报；
    “资讯”“视讯”“数位”“演算法”等大陆也有人用的只给警告；“资料”“软体”“模组”“晶片”“侦测”容易误报，不收。
    """

    code = "CLM015"
    level = Level.ERROR
    basis = (cite("细则", "3.1"), cite("指南", "5-1-3.2"))
    message = "“{words}”不是规范的用语：申请文件应当使用规范汉字和统一的科技术语，请改用通行的说法"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种推荐方法，所述用户具有该等级的权限，由该等离子体处理，在应该等待时等待。",
        "1. 一种求解方法，列出方程式，采用两冲程式发动机和流程式控制。",
        "1. 一种求解装置，通过信号控制存储器。\n2. 根据权利要求1所述的求解装置，还包括服务器。",
        "1. 一种检测方法，取小数位数和函数位置，将数字串写入定位元件，返回授权结果，显示该列印刷品的显微影像。",
        "1. 一种推送方法，向用户推送新闻资讯内容，沿路网路径和电网路由前进，涂布导电浆料，毫米波雷射频前端接收回波。",
        "1. 一种软体机器人，包括压电晶片和电池模组，把数据传入坚硬体积块中，按阵列印刷电极。",
    )
    bad = (
        "1. 一种风扇，包括叶片。\n2. 如⟦请求项→权利要求⟧1所述的风扇，还包括电机。",
        "1. 一种控制方法，⟦藉由→通过⟧控制⟦讯号→信号⟧驱动⟦电晶体→晶体管⟧。",
        "1. 一种控制器，包括多个端口，⟦该等⟧端口与总线相连。",
        "1. 一种终端，将⟦位元组→字节⟧写入⟦暂存器→寄存器⟧，经⟦乙太网→以太网⟧传送⟦视讯→视频⟧，由⟦介面→接口⟧输出。\n"
        "2. 如⟦申请专利范围第→权利要求⟧1项所述的终端，设有⟦奈米→纳米⟧涂层，记录健康⟦资讯→信息⟧。",
        "1. 一种風扇，包括葉片。\n2. 如⟦請求項→权利要求⟧1所述的風扇，由⟦電晶體→晶体管⟧控制。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                words = match[0]
                if match["sure"]:
                    yield self.at(claim.body.at(match), fix=_INSTEAD[words] or None)
                else:
                    yield self.at(claim.body.at(match), fix=_MAYBE[words] or None, level=Level.WARNING)
