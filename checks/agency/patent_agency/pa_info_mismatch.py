from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import REGISTERED, mismatches
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaInfoMismatch(AgencyCheck):
    """专利代理管理系统公示的名称、场所、负责人与登记机关的登记不一致。

    公示的信息与市场监督管理部门或者司法行政部门的登记不一致的，列入经营异常名录，也是检查的重点。
    地址的写法（省名、幢座栋、楼层、室、全角数字）不同不算不一致。哪一边没有更新就办理哪一边的变更。
    """

    code = "AGP012"
    level = Level.ERROR
    basis = (cite("代理办法", "37(6)"), cite("代理办法", "41"))
    message = "{told}：请把没有更新的一边办理变更"

    good = (
        '[registered]\nname = "岚山专利代理事务所（普通合伙）"\naddress = "湖北省黄石市团城山路８号Ｂ座十二楼1203室"\n'
        '[published]\nname = "岚山专利代理事务所(普通合伙)"\naddress = "黄石市团城山路8号B栋12层1203"\n',
        '[registered]\nrepresentative = "周岚"\n[published]\nrepresentative = "周 岚"\n',
        '[registered]\nrepresentative = "周岚"\n[published]\nrepresentative = "周岚（A0011）"\n',
    )
    bad = (
        '[registered]\naddress = "黄石市团城山路8号"\n[published]\naddress = "⟦黄石市磁湖路18号⟧"\n',
        '[registered]\nrepresentative = "周岚"\n[published]\nrepresentative = "⟦吴砚⟧"\n',
        '[registered]\nname = "岚山专利代理事务所"\n[published]\nname = "⟦岚舟专利代理事务所⟧"\n',
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: nothing is given on both sides."""
        if not any(agency.given(f"registered.{key}") and agency.given(f"published.{key}") for key in REGISTERED):
            return "agency.toml 没有同时填写 [registered] 和 [published] 的同一项"
        return ""

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which matters are given on one side only."""
        lacking = [
            label
            for key, label in REGISTERED.items()
            if not (agency.given(f"registered.{key}") and agency.given(f"published.{key}"))
        ]
        return f"agency.toml 没有同时填写登记的和公示的{'、'.join(lacking)}" if lacking else ""

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for item in mismatches(agency):
            yield self.at(item.span, told=item.told)
