from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.firms import plain_firm
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_OTHERS = {"registered.name": "登记的名称", "sign.name": "牌匾、网站上用的名称"}


class PaNameRule(AgencyCheck):
    """许可证上的名称与登记的名称、牌匾或者网站上的名称不一致。

    机构应当使用登记的名称，几处名称不一致的要变更或者改正；名称里括号的普通合伙、全角半角不算不一致。名称的具体规定没有核对到原文。
    把牌匾、网站改成登记的名称，或者办理名称变更。
    """

    code = "AGP010"
    level = Level.WARNING
    basis = (cite("代理办法", "14"), cite("代理办法", "18"))
    message = "{label}“{words}”与机构名称“{name}”不一致：请改成一致或者办理变更"
    keys = ("name",)

    good = (
        'name = "岚山专利代理事务所（普通合伙）"\nregistered.name = "岚山专利代理事务所(普通合伙)"\n'
        'sign.name = "岚山专利代理事务所"\n',
        'name = "岚山专利代理事务所"\nsign.name = "岚山专利代理事务所（武汉总部）"\n',
    )
    bad = (
        'name = "岚山专利代理事务所"\nsign.name = "⟦岚山国际知识产权集团⟧"\n',
        'name = "岚山专利代理事务所"\nregistered.name = "⟦岚舟专利代理事务所⟧"\n',
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: no other name to compare with."""
        if not any(agency.given(key) for key in _OTHERS):
            return f"agency.toml 没有填写 {'、'.join(_OTHERS)}，没有可以比较的名称"
        return super().unseen(agency)

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which of the names was not given."""
        lacking = [key for key in _OTHERS if not agency.given(key)]
        return f"agency.toml 没有填写 {'、'.join(lacking)}" if lacking else ""

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        name = agency.text("name")
        for key, label in _OTHERS.items():
            if agency.given(key) and plain_firm(agency.text(key)) != plain_firm(name):
                yield self.at(agency.span(key), related=[agency.span("name")], label=label, name=name)
