import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.advertising import claims
from ipcheck.agency.records import is_own
from ipcheck.agency.tables import ADS, Ad
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_OFFICE = (
    r"(?:国家知识产权局(?:商标局|专利局)?|国知局|(?:国家|中国)?(?:商标局|专利局)|国家工商(?:行政管理)?总局(?:商标局)?)"
)
_BODY = r"(?:代理(?!委托|业务备案)|机构|中心|单位|窗口|服务商|受理点|办事处)"
_OFFICIAL = re.compile(
    # 到国家知识产权局指定的窗口办理 tells of the office, not of oneself.
    rf"(?<![向到在由经往问询从家国局])(?:{_OFFICE}(?:官方|唯一)?(?:授权|指定|直属|下属|特许|认证|唯一|认可|合作)的?[^,。!?;，。！？；]{{0,6}}?{_BODY}"
    rf"|(?:国家|中国)(?:商标|专利)(?:局)?(?:授权|注册|服务|办理|受理|申请)中心"
    rf"|官方(?:指定|授权|唯一|独家){{1,2}}的?(?:商标|专利|知识产权)?(?:代理|机构|合作))"
    rf"|(?:这里是|我是|我们是|我这边是)[^,。!?;，。！？；备登]{{0,4}}{_OFFICE}(?!备案|登记|注册|认可|批准|核准|公示)"
)
_BEST = re.compile(
    r"(?:国家级|全国第一|全国唯一|全国最大|最权威|最专业|最好|最佳|唯一)的?(?:商标|专利|知识产权)(?:代理|服务|注册)"
)


class TaAdFakeCredential(AgencyCheck):
    """广告仿冒官方，自称国家知识产权局授权、指定的机构，或者用国家级、最佳一类的用语。

    假冒国家机关网站、电话或者以其工作人员名义误导公众，伪造荣誉、资质误导公众的，属于扰乱市场秩序和虚假宣传。
    “经国家知识产权局备案”是事实陈述，不报；否定句、提醒防骗的不报；荣誉证书真不真由人核对，最高级用语给警告。删去这些用语，改写备案号。
    """

    code = "AGT017"
    level = Level.ERROR
    # For patent business alone, the law of advertising holds and 令63 does not.
    business = ""
    basis = (cite("令63", "29.1(6)"), cite("令63", "31.1(3)"), cite("商标法", "67.1(2)"))
    message = "广告{number}写有“{words}”：{what}"
    columns = (Ad.TEXT,)
    further = (Ad.SUBJECT,)

    _HEAD = "# 广告\n编号,主体,文本\n"
    good = (
        _HEAD + "G1,,经国家知识产权局备案的商标代理机构，备案号见首页\n",
        _HEAD + "G1,,我们是在国家知识产权局备案的商标代理机构\n",
        _HEAD + "G1,,请到国家知识产权局指定的受理窗口办理；国家知识产权局授权公告后领证\n",
        _HEAD + "G1,,我们不是国家知识产权局指定机构，谨防假冒“商标局授权中心”的电话\n",
        _HEAD + "G1,,湖北省知识产权局指定的维权援助中心合作单位\n",
        _HEAD + "G1,磁湖科技有限公司,国家商标局授权中心\n",
    )
    bad = (
        _HEAD + "G1,,您好，⟦这里是国家知识产权局⟧商标处\n",
        _HEAD + "G1,,⟦国家商标局授权中心⟧，全国统一受理\n",
        _HEAD + "G1,,本公司是⟦国知局直属的服务机构⟧，⟦官方唯一指定合作⟧方\n",
        _HEAD + "G1,,⟦全国最大的商标代理⟧平台\n",
    )
    missed = (
        "# 广告\n编号,主体,文本\nG1,,⟦官方直属窗口⟧代办商标\n",
        "# 广告\n编号,主体,文本\nG1,,⟦商标局内部合作单位⟧\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        basis = (cite("广告法", "28"),) if agency.text("kind") == "patent" else None
        for row in agency.rows(ADS):
            cell, number = row.cell(Ad.TEXT), row.text(Ad.NUMBER) or f"第{row.index + 1}行"
            if cell is None or not is_own(agency, row.text(Ad.SUBJECT)):
                continue
            for span in claims(cell, _OFFICIAL):
                what = "仿冒官方或者官方授权，请删去，可以写“经国家知识产权局备案”和备案号"
                yield self.at(span, basis=basis, number=number, what=what)
            for span in claims(cell, _BEST):
                what = "广告不得使用国家级、最高级、最佳等用语，请删去"
                yield self.at(span, level=Level.WARNING, basis=(cite("广告法", "9(3)"),), number=number, what=what)
