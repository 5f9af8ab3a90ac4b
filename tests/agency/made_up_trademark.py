"""The made-up agency's trademark business: its tables, clean, and one fault planted for each ta-* check."""

from __future__ import annotations

from collections.abc import Mapping

from tests.agency.names import CLIENTS, FULL, PEOPLE, Edit, identity_number

_SIGNERS = (0, 1, 2)


def _cases() -> str:
    rows = []
    for index in range(9):
        closed = "2026-09-01" if index < 2 else ""
        day = f"2026-0{index % 8 + 1}"
        rows.append(
            f"T26{index:03},商标注册申请,8000000{index},岚舟{index},25,{CLIENTS[index % 3]},,{day}-05,{day}-12,"
            f"{closed},,{day}-05无冲突,是,{PEOPLE[index % 3]},{FULL},"
        )
    rows.append(
        f"T26009,异议答辩,80000003,岚舟3,25,{CLIENTS[0]},,2026-09-07,2026-09-17,,,2026-09-07无冲突,是,{PEOPLE[0]},{FULL},"
    )
    return (
        "案号,事项,商标号,商标,类别,委托人,所属集团,受理委托日,提交日,结案日,合同号,利益冲突审查,盖章,签字人,收款方,妥善处理\n"
        + "\n".join(rows)
        + "\n"
    )


def _screenings() -> str:
    rows = [
        f"T26{index:03},2026-0{index % 8 + 1}-05,{PEOPLE[1]},"
        + ("可能缺乏显著特征,缺乏显著特征,2026-04-06告知书,是" if index == 3 else "未发现风险,无,,是")
        for index in range(9)
    ]
    return "案号,筛查日,筛查人,结论,命中情形,告知书,是否接受\n" + "\n".join(rows) + "\n"


def _practitioners() -> str:
    rows = [f"{PEOPLE[n]},{identity_number(n)},已报,2020-01-06,2020-01-20,," for n in _SIGNERS]
    return "姓名,身份证件号码,联系方式,入职日,备案日,离职日,备案注销日\n" + "\n".join(rows) + "\n"


def _roster() -> str:
    rows = [f"{PEOPLE[n]},{identity_number(n)},{FULL},2020-01-20," for n in _SIGNERS]
    rows.append(f"{PEOPLE[2]},{identity_number(2)},砚湖专利代理有限公司,2015-01-20,2020-02-10")
    return "姓名,身份证件号码,机构,备案日,注销日\n" + "\n".join(rows) + "\n"


_RECORD = {
    "营业执照": "已交",
    "名称": FULL,
    "住所": "黄石市团城山路8号",
    "联系方式": "已报",
    "统一社会信用代码": "共享",
    "负责人": PEOPLE[0],
    "合伙人": "已报六人",
}
_DIGEST = "9f2c4d7a1b3e5f60718293a4b5c6d7e8"

CLEAN: Mapping[str, str] = {
    "商标备案.csv": "项目,内容\n" + "".join(f"{item},{content}\n" for item, content in _RECORD.items()),
    "备案变更.csv": "事项,变更前,变更后,变更日,登记批准日,备案变更日\n"
    "住所,黄石市磁湖路18号,黄石市团城山路8号,2024-03-20,2024-04-08,2024-05-06\n",
    "商标从业人员.csv": _practitioners(),
    "商标备案名单.csv": _roster(),
    "商标案件.csv": _cases(),
    "筛查记录.csv": _screenings(),
    "价目.csv": "服务,全包价,官费,成本,促销\n商标注册申请（一类）,800,270,200,否\n商标续展,1200,450,200,否\n",
    "签章.csv": "案号,委托人,签章人,图样摘要\n"
    + "".join(f"T26{n:03},{CLIENTS[n % 3]},签章人{n % 3},{_DIGEST}{n % 3}\n" for n in range(9)),
    "商标监测.csv": "商标号,商标,类别,类似群,申请人或受让人,与本机构的关系,方式,日期\n"
    f"81000001,岚山,45,4506,{FULL},,申请,2025-03-05\n"
    "81000002,秋水小铺,30,3001,何秋水,员工家属,申请,2025-03-05\n",
}


def _ad(words: str) -> tuple[Edit, ...]:
    return (("广告.csv", "我们不保证授权", words),)


def _penalty(day: str, number: int) -> str:
    return f"{FULL},,商标代理,罚款,{day},,岚市监罚{number}号,商标代理违法\n"


_NEW_CASE = "{number},{matter},{serial},团城,9,{client},,2026-09-01,2026-09-08,,H0,{conflict},是,{signer},{payee},\n"


def _case(
    number: str,
    matter: str = "商标续展",
    serial: str = "80000900",
    client: str = CLIENTS[0],
    conflict: str = "2026-09-01无冲突",
    signer: str = PEOPLE[0],
    payee: str = FULL,
) -> tuple[Edit, ...]:
    row = _NEW_CASE.format(
        number=number, matter=matter, serial=serial, client=client, conflict=conflict, signer=signer, payee=payee
    )
    return (("商标案件.csv", "", row),)


PLANTED: Mapping[str, tuple[Edit, ...]] = {
    "ta-record-present": (("agency.toml", '"鄂商代2024001"', '"无"'),),
    "ta-record-expiry": (("agency.toml", "expires = 2027-10-08", "expires = 2026-12-20"),),
    "ta-record-change-30d": (("备案变更.csv", "2024-05-06", "2024-05-21"),),
    "ta-record-fields": (("商标备案.csv", "统一社会信用代码,共享\n", ""),),
    "ta-record-deregister": (
        ("agency.toml", "recorded = 2024-10-08", "recorded = 2024-10-08\nceased = 2026-11-01"),
    ),
    "ta-mgmt-systems": (("agency.toml", '"恶意申请筛查办法"', '"无"'),),
    "ta-screening-record": _case("T26901", "商标注册申请"),
    "ta-inform-client": (("筛查记录.csv", "2026-04-06告知书", ""),),
    "ta-conflict-check": _case("T26902", "异议申请", "80000004", CLIENTS[0]),
    "ta-seal-sign": _case("T26903", signer="蔡秋禾"),
    "ta-practitioner-dual": (("商标备案名单.csv", "2015-01-20,2020-02-10", "2015-01-20,"),),
    "ta-practitioner-self-accept": _case("T26904", payee=PEOPLE[1]),
    "ta-archive": (("档案.csv", "T26001,2026-09-15,有", "T26001,2026-09-15,无"),),
    "ta-written-contract": tuple(
        (name, old, row.replace(",H0,", ",,")) for name, old, row in _case("T26905", client="团城重工有限公司")
    ),
    "ta-display": (("agency.toml", 'website_discloses = "是"', 'website_discloses = "否"'),),
    "ta-ad-promise": _ad("商标注册包授权，我们有内部加急通道"),
    "ta-ad-fake-credential": _ad("国家商标局授权中心"),
    "ta-price-below-cost": (("价目.csv", "商标注册申请（一类）,800", "商标注册申请（一类）,220"),),
    "ta-forged-docs": (("签章.csv", f"签章人1,{_DIGEST}1", f"签章人1,{_DIGEST}0"),),
    "ta-own-mark-guard": (("商标监测.csv", "81000001,岚山,45,4506", "81000001,岚山,25,2501"),),
    "ta-accept-prohibited": (
        ("筛查记录.csv", "可能缺乏显著特征,缺乏显著特征", "可能抢注,抢注他人有一定影响的商标"),
    ),
    "ta-penalty-count": (
        ("处罚.csv", "无,,,,,,,\n", "".join(_penalty(day, n) for n, day in enumerate(
            ("2025-03-05", "2026-01-15", "2026-10-20")
        ))),
    ),
}  # fmt: skip
