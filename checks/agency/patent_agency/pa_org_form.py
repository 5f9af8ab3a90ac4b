from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaOrgForm(AgencyCheck):
    """专利代理机构的组织形式不是合伙企业、有限责任公司或者律师事务所。

    条例规定组织形式应当为合伙企业、有限责任公司等；个体工商户不能办理专利代理。“等”字是开放的列举，别的形式只提示核对。
    改制为合伙企业或者有限责任公司，或者停止专利代理业务；形式填错的改正 agency.toml 的 form。
    """

    code = "AGP002"
    level = Level.ERROR
    basis = (cite("代理条例", "7"), cite("代理办法", "9"))
    message = "组织形式是{form}：{ask}"
    keys = ("form",)

    good = (
        'form = "partnership"\n',
        'form = "law-firm"\n',
        'kind = "trademark"\nform = "individual"\n',
    )
    bad = ('form = "⟦individual⟧"\n', 'form = "⟦other⟧"\n')

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        form = agency.text("form")
        if form == "individual":
            yield self.at(agency.span("form"), form="个体工商户", ask="不能从事专利代理业务，请改制或者停止")
        elif form == "other":
            ask = "条例列举的是合伙企业、有限责任公司“等”，请核对是否允许"
            yield self.at(agency.span("form"), form="其他形式", ask=ask, level=Level.WARNING)
