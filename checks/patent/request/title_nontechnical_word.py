import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PatentCheck

_TECHNICAL = (
    r"分子筛|沸石|钢|不锈钢|铝|铜|镍|合金|病毒|流感|亚型|肺炎|抗体|疫苗|细胞|基因|蛋白|受体|树脂|水泥|糖尿病|肝炎|胶原|染色体|晶|催化"
    r"|螺纹|接头|接口|连接器|端子|槽|圈|环|梁|管"
)
_SURE = re.compile(
    r"[一-鿿A-Za-z]{0,8}(?:股份有限公司|有限责任公司|有限公司)|[一-鿿A-Za-z0-9]{1,6}(?:课题组|研究院(?=的|牌|研制)|大学(?=研制|发明|牌))"
    r"|[®™]|[一-鿿A-Za-z]{2,4}牌(?!照|号|子|位|匾|识|面|匠|楼|坊)"
)
_MODEL = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{{1,5}}-?\d{{2,5}}[A-Z]{{0,2}}型(?!{_TECHNICAL}|[^，]{{0,4}}(?:{_TECHNICAL}))"
)
_SIGNS = re.compile(
    r"(?:路牌|车牌|门牌|标牌|铭牌|站牌|吊牌|广告牌|警示牌|指示牌|标识牌|标志牌|招牌|扑克牌|纸牌|桌牌|挂牌|号牌|名牌|提示牌|发牌|洗牌|胸牌|工牌|耳牌)$"
)


class TitleNontechnicalWord(PatentCheck):
    """发明名称里有非技术词语：单位名称、商标、品牌、产品型号等。

    发明名称不得含有人名、单位名称、商标、代号、型号等非技术词语，这些词不表明要求保护的主题。
    删去这些词，用技术名称表示，如“XK-200型搅拌机”改为“一种搅拌机”。
    人名和地名难以与“霍尔传感器”“卡诺循环”这样的技术术语区分，不查；T型槽、PM2.5、H5N1型病毒、MCM-41型分子筛等不报；
    型号可能是行业通用的规格，只给警告。
    """

    code = "REQ003"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.1"), cite("指南", "2-2-2.2.1"))
    message = "名称里的“{words}”是非技术词语：名称不得含单位名称、商标、型号等，请删去，改用技术名称"

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书\n一种霍尔传感器" + _AFTER,
        "说明书\n一种T型槽工作台" + _AFTER,
        "说明书\n一种PM2.5检测装置、5G天线及USB接口" + _AFTER,
        "说明书\n一种C反应蛋白检测试剂盒" + _AFTER,
        "说明书\n一种MCM-41型分子筛的制备方法" + _AFTER,
        "说明书\n一种大学生宿舍用车牌识别装置及广告牌" + _AFTER,
        "说明书\n一种卡诺循环热机" + _AFTER,
    )
    bad = (
        "说明书\n⟦XK-200型⟧搅拌机" + _AFTER,
        "请求书\n发明名称：一种⟦长江牌⟧水泵",
        "说明书\n⟦某某科技有限公司⟧搅拌机" + _AFTER,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            for match in title.find(_SURE):
                words = re.match(r"(?:一种)?", match[0])
                start = match.start() + (words.end() if words else 0)
                if not _SIGNS.search(match[0]):
                    yield self.at(title.sub(start - title.start, match.end() - title.start))
            for match in title.find(_MODEL):
                yield self.at(title.at(match), level=Level.WARNING)
