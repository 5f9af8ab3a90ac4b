from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class TaDisplay(AgencyCheck):
    """经营场所没有悬挂执照，或者网站没有公示执照和商标代理备案信息。

    应当在经营场所醒目位置悬挂营业执照或者执业许可证；通过网络办理的，要在主页面显著位置持续公示执照和备案信息。
    只看 agency.toml 里填的是、否，网页本身由人核对；没有网站、网店的写“无”。挂出执照，在首页补上备案号和有效期。
    """

    code = "AGT015"
    level = Level.ADVICE
    business = "trademark"
    basis = (cite("令63", "12.1"), cite("令63", "12.2"))
    message = "{what}"
    keys = ("trademark.displayed",)

    _HEAD = "[trademark]\n"
    good = (
        _HEAD + 'displayed = "是"\nwebsite = "无"\nwebsite_discloses = "否"\n',
        _HEAD + 'displayed = "是"\nwebsite = "lanshan.example"\nwebsite_discloses = "是"\n',
    )
    bad = (
        _HEAD + 'displayed = "⟦否⟧"\n',
        _HEAD + 'displayed = "是"\nwebsite = "lanshan.example"\nwebsite_discloses = "⟦否⟧"\n',
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Whether the website is not told of."""
        if not agency.given("trademark.website"):
            return "agency.toml 没有填写 trademark.website"
        told = agency.given("trademark.website_discloses") or says_no(agency.text("trademark.website"))
        return "" if told else "agency.toml 没有填写 trademark.website_discloses"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        if says_no(agency.text("trademark.displayed")):
            yield self.at(agency.span("trademark.displayed"), what="经营场所没有悬挂执照：请在醒目位置悬挂")
        if not is_lacking(agency.text("trademark.website")) and says_no(agency.text("trademark.website_discloses")):
            what = f"网站{agency.text('trademark.website')}没有公示执照和备案信息：请在主页面显著位置持续公示"
            yield self.at(agency.span("trademark.website_discloses"), what=what)
