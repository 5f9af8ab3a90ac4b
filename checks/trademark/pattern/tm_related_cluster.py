from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.holdings import Holding, busiest, classes, holdings, units
from ipcheck.trademark.links import Cluster, kin
from ipcheck.trademark.names import same_group
from ipcheck.trademark.pattern import VolumeCheck, some


class TmRelatedCluster(VolumeCheck):
    """几个有关联的申请人分开申请，合起来数量很大。

    关联按台账里的证件号码、法定代表人、股东、电话、邮箱、门牌地址判断，至少两种不同的联系、权重之和0.9以上才合并，理由逐条写明。
    园区、孵化器、商务秘书的地址和代理机构的联系方式不算联系，许多人共用的也不算；字号相同的集团公司不查，权重和件数都是内部阈值。
    核对联系方式是不是填成了代理机构的；确有关联的，说明相互关系和各自的业务。
    """

    code = "TMP008"
    message = (
        "风险线索：{count}个申请人（{names}）相互关联，合计{units}件×类、{texts}个不同的商标，跨{classes}个类：{chain}"
        "（内部阈值：12个月{year}件×类或者累计{total}件×类；同一信息不超过{most}个申请人共用）："
        "请说明相互关系，是否属于防御或者为现实业务预备。{condition}"
    )
    clears = (
        "联系方式填的是代理机构、园区的，或者各申请人确有独立的业务；"
        "或者属于指南列明的两种排除情形：防御（主商标已使用并有一定知名度）、为现实业务预先适量申请"
    )
    keep = ("股权或者合作关系说明", "各申请人的业务计划和使用证据", "联系方式核验记录")

    @dataclass(frozen=True)
    class Options:
        """year：合计十二个月里几件×类起报
        total：合计累计几件×类起报
        texts：不同的商标不足几个的不看
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        year: int = 100
        total: int = 200
        texts: int = 20
        most: int = 8
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t联系电话\t申请人地址\t申请日\n"
    good = (
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t{n % 20 + 1}、35\t"
            f"{'甲乙丙'[n % 3]}咨询有限公司\t"
            f"1380000000{n % 3}\t浙江省某市青禾孵化器一路1号{n % 3}室\t2025-03-{n % 28 + 1:02}\n"
            for n in range(60)
        ),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t{n % 20 + 1}、35\t"
            f"砚舟{('食品', '酒业')[n % 2]}有限公司\t"
            f"13800000000\t浙江省某市一路1号\t2025-03-{n % 28 + 1:02}\n"
            for n in range(60)
        ),
    )
    bad = (
        _HEAD
        + "岚舟\t1、35\t⟦甲小店⟧\t13800000000\t浙江省某市一路1号二楼\t2025-03-01\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t{n % 20 + 1}、35\t{'甲乙丙'[n % 3]}小店\t"
            f"13800000000\t浙江省某市一路1号{n % 3}室\t2025-{n % 5 + 3:02}-{n % 28 + 1:02}\n"
            for n in range(1, 60)
        ),
    )

    @classmethod
    def unseen(cls, register: MarkRegister) -> str:
        """Two of the columns that tie are needed."""
        told = super().unseen(register)
        ties = (
            Column.APPLICANT_ID, Column.LEGAL_PERSON, Column.SHAREHOLDERS, Column.PHONE, Column.EMAIL, Column.ADDRESS,
        )  # fmt: skip
        return told or (
            "" if sum(map(register.has, ties)) > 1 else "台账里证件、法定代表人、股东、电话、邮箱、地址不到两列"
        )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        known = {holding.name: holding for holding in holdings(register)}
        for cluster in kin(register, options.most).clusters:
            members = [known.get(name) or _few(register, name) for name in cluster.applicants]
            if any(member.is_large(options.staff) for member in members):
                continue
            if all(same_group(cluster.applicants[0], name) for name in cluster.applicants):
                continue
            factor = options.trade_factor if any(member.is_trading for member in members) else 1.0
            rows = sorted((mark for member in members for mark in member.free), key=lambda mark: mark.number)
            dated = sorted((mark for mark in rows if mark.filed), key=lambda mark: (str(mark.filed), mark.number))
            enough = units(busiest(dated, 365)) >= options.year * factor or units(rows) >= options.total * factor
            if enough and len({mark.text for mark in rows}) >= options.texts:
                yield self._told(cluster, rows, factor)

    def _told(self, cluster: Cluster, rows: list[Mark], factor: float) -> Finding:
        return self.tell(
            rows,
            facts={"applicants": list(cluster.applicants), "ties": [str(tie) for tie in cluster.ties]},
            count=len(cluster.applicants),
            names=some(cluster.applicants),
            units=units(rows),
            texts=len({mark.text for mark in rows}),
            classes=len(classes(rows)),
            chain="；".join(map(str, cluster.ties[:5])),
            year=f"{self.options.year * factor:g}",
            total=f"{self.options.total * factor:g}",
            most=self.options.most,
        )


def _few(register: MarkRegister, name: str) -> Holding:
    """The holding of an applicant with few rows."""
    known = register.has(Column.REGISTERED) or register.has(Column.STATUS)
    return Holding(name, tuple(register.by_applicant.get(name, ())), known)
