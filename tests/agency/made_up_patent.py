"""The made-up agency's patent business: its tables, clean, and one fault planted for each pa-* check."""

from __future__ import annotations

from collections.abc import Mapping

from tests.agency.names import CLIENTS, FULL, NAME, PEOPLE, Edit, certificate, identity_number

_TOML = f"""name = "{FULL}"
kind = "both"
form = "partnership"
business_since = 2020-01-06

[licence]
number = "42901"
status = "有效"
applied = 2019-12-02
issued = 2019-12-20

[registered]
name = "{FULL}"
address = "湖北省黄石市团城山路8号B座12层1203室"
representative = "{PEOPLE[0]}"

[published]
name = "{NAME}(普通合伙)"
address = "黄石市团城山路8号B栋12楼1203"
representative = "{PEOPLE[0]}"

[sign]
name = "{NAME}"

[systems]
quality = {{ document = "质量管理办法", last_used = 2026-10-12 }}
conflict = {{ document = "利益冲突审查办法", last_used = 2026-11-20 }}
complaints = {{ document = "投诉处理办法", last_used = 2026-06-15 }}
appraisal = {{ document = "年度考核办法", last_used = 2025-12-25 }}
staff = {{ document = "人员管理办法", last_used = 2026-09-01 }}
finance = {{ document = "财务管理办法", last_used = 2026-10-30 }}
archive = {{ document = "档案管理办法", last_used = 2026-11-02 }}
screening = {{ document = "恶意申请筛查办法", last_used = 2026-11-24 }}
confidentiality = {{ document = "保密管理办法", last_used = 2026-07-20 }}

[trademark]
record_number = "鄂商代2024001"
recorded = 2024-10-08
expires = 2027-10-08
displayed = "是"
website = "lanshan.example"
website_discloses = "是"
"""


def _people() -> str:
    head = (
        "姓名,身份证件号码,岗位,资格证号,实习起日,实习止日,免实习理由,劳动合同,专职,入职日,执业日,执业备案日,首次执业,"
        "离职日,离职备案日,分支机构,社保单位,用工说明\n"
    )
    rows = []
    for index, name in enumerate(PEOPLE):
        branch = "武汉分所" if index in (4, 5) else ""
        # Two came later; one of them from another agency, one left.
        days = "2020-01-06,2020-01-06,2020-01-20,是"
        trained = "2018-12-01,2019-11-30,"
        if index == 10:
            days, trained = "2023-03-01,2023-03-01,2023-03-30,否", ",,律师执业经历"
        left = "2025-05-30,2025-06-20" if index == 11 else ","
        rows.append(
            f"{name},{identity_number(index)},代理师,{certificate(index)},{trained},有,是,{days},{left},{branch},{FULL},"
        )
    rows.append(f"蔡秋禾,{identity_number(50)},流程,,,,,有,是,2021-05-06,,,,,,,{FULL},")
    return head + "\n".join(rows) + "\n"


def _owners() -> str:
    rows = [f"{PEOPLE[n]},{identity_number(n)},2019-11-01,,{certificate(n)},2012-0{n + 1}-03,无" for n in range(6)]
    return "姓名,身份证件号码,加入日,退出日,资格证号,执业起日,不得担任的情形\n" + "\n".join(rows) + "\n"


def _cases() -> str:
    rows = []
    for index in range(24):
        agent = PEOPLE[index % 10]
        client = CLIENTS[index % 3]
        closed = "2025-11-03" if index < 4 else ""
        rows.append(
            f"P26{index:03},申请,发明,20261{index:07}.X,{client},,{client},{agent},{agent},{PEOPLE[(index + 1) % 10]},"
            f"2026-0{index % 8 + 1}-03,2026-0{index % 8 + 1}-2{index % 8},{closed},H{index % 3},{FULL},{FULL},,"
        )
    return (
        "案号,事项,专利类型,申请号,委托人,所属集团,申请人,代理师,撰写人,审核人,受理委托日,提交日,结案日,合同号,办案名义,"
        "收款方,非正常通报日,通报处理\n" + "\n".join(rows) + "\n"
    )


def _submissions() -> str:
    rows = [
        f"2026-0{index % 8 + 1}-2{index % 8},20261{index:07}.X,P26{index:03},发明,{PEOPLE[index % 10]},"
        f"{PEOPLE[index % 10]},{PEOPLE[(index + 1) % 10]},"
        for index in range(24)
    ]
    return "提交日,申请号,案号,专利类型,签名代理师,撰写人,审核人,系列或分案\n" + "\n".join(rows) + "\n"


def _roster() -> str:
    rows = [f"{name},{certificate(n)},{FULL},2020-01-20," for n, name in enumerate(PEOPLE[:10])]
    rows.append(f"{PEOPLE[10]},{certificate(10)},砚湖专利代理有限公司,2015-01-20,2023-03-20")
    rows.append(f"{PEOPLE[10]},{certificate(10)},{FULL},2023-03-30,")
    return "姓名,资格证号,机构,备案日,注销日\n" + "\n".join(rows) + "\n"


CLEAN: Mapping[str, str] = {
    "agency.toml": _TOML,
    "人员.csv": _people(),
    "股东合伙人.csv": _owners(),
    "分支机构.csv": "名称,地址,负责人,负责人资格证号,设立日,设立备案日,变更日,变更备案日,注销日,注销备案日\n"
    f"{NAME}武汉分所,武汉市珞喻路9号,{PEOPLE[4]},{certificate(4)},2022-03-01,2022-03-21,,,,\n",
    "案件.csv": _cases(),
    "合同.csv": "合同号,委托人,总委托,签订日,有效期至,受托方,收款方\n"
    + "".join(f"H{n},{client},是,2025-12-01,2027-12-31,{FULL},{FULL}\n" for n, client in enumerate(CLIENTS)),
    "提交登记.csv": _submissions(),
    "处罚.csv": "对象,资格证号,领域,处罚种类,决定日,期满日,决定书号,事由\n无,,,,,,,\n",
    "登记变更.csv": "事项,变更前,变更后,变更日,办理日\n"
    "经营场所,黄石市磁湖路18号,黄石市团城山路8号,2024-04-08,2024-04-30\n",
    "名录.csv": "名录,对象,列入日,移出日,事由\n无,,,,\n",
    "年度报告.csv": "年度,提交日,联系方式,姓名和从业人数,出资情况,分支机构信息,网络平台,业务信息,财务信息,"
    "境外机构和资质,其他,代理师人数,合伙人股东人数,分支机构数,申请件数\n"
    "2025,2026-03-20,有,13人,有,武汉分所,无,有,有,无,,11,6,1,0\n",
    "档案.csv": "案号,归档日,委托书,委托合同,申请文件,官方来文,保存至\n"
    + "".join(f"P26{n:03},2025-11-20,有,有,有,有,2040-12-31\n" for n in range(4))
    + "".join(f"T26{n:03},2026-09-15,有,有,有,有,2040-12-31\n" for n in range(2)),
    "申报.csv": f"代理师,关系,亲属姓名,单位,利害内容,申报日\n{PEOPLE[0]},配偶,何秋水,团城学校,任教,2026-01-10\n",
    "履历.csv": "姓名,单位,职务,专利行政部门,起日,止日,经办案件\n"
    f"{PEOPLE[1]},砚湖审查中心,审查员,是,2008-03-03,2012-01-31,201110123456.3\n",
    "备案名单.csv": _roster(),
    "移交.csv": f"姓名,案号,接收人,移交日\n{PEOPLE[11]},,{PEOPLE[0]},2025-05-29\n",
}


def _row(index: int) -> str:
    """The beginning of a person's row: what an edit takes hold of."""
    return f"{PEOPLE[index]},{identity_number(index)},代理师,{certificate(index)},"


def _series(index: int) -> str:
    agent = PEOPLE[index % 10]
    day = f"2026-{index % 9 + 1:02}-{index % 28 + 1:02}"
    return f"{day},2026{index:08}.X,R{index},实用新型,{agent},{agent},,系列\n"


_OWNER = [f"{PEOPLE[n]},{identity_number(n)},2019-11-01,,{certificate(n)},2012-0{n + 1}-03,无\n" for n in range(6)]
_LLC: Edit = ("agency.toml", 'form = "partnership"', 'form = "llc"')
_LATE_OWNER: Edit = ("股东合伙人.csv", f"{certificate(5)},2012-06-03", f"{certificate(5)},2018-01-03")

PLANTED: Mapping[str, tuple[Edit, ...]] = {
    "pa-license-present": (("agency.toml", '"有效"', '"吊销"'),),
    "pa-org-form": (("agency.toml", '"partnership"', '"individual"'),),
    "pa-partnership-min-partners": tuple(("股东合伙人.csv", row, "") for row in _OWNER[1:]),
    "pa-partner-qualified": (_LATE_OWNER,),
    "pa-llc-min-shareholders": (_LLC, ("股东合伙人.csv", _OWNER[4], ""), ("股东合伙人.csv", _OWNER[5], "")),
    "pa-llc-four-fifths": (
        _LLC,
        _LATE_OWNER,
        ("股东合伙人.csv", f"{certificate(4)},2012-05-03", f"{certificate(4)},2018-01-03"),
    ),
    "pa-llc-legal-rep": (
        _LLC,
        ("agency.toml", f'representative = "{PEOPLE[0]}"', 'representative = "蔡秋禾"'),
    ),
    "pa-lawfirm-condition": (
        ("agency.toml", '"partnership"', '"law-firm"'),
        *(("股东合伙人.csv", row, "") for row in _OWNER[1:]),
    ),
    "pa-partner-ineligible": (("股东合伙人.csv", "2012-02-03,无", "2012-02-03,失信被执行人"),),
    "pa-name-rule": (("agency.toml", f'[sign]\nname = "{NAME}"', '[sign]\nname = "岚山国际知识产权"'),),
    "pa-change-overdue": (("登记变更.csv", "2024-04-30", ""),),
    "pa-info-mismatch": (("agency.toml", "黄石市团城山路8号B栋", "黄石市磁湖路18号B栋"),),
    "pa-branch-2y": (("agency.toml", "business_since = 2020-01-06", "business_since = 2020-06-08"),),
    "pa-branch-10-attorneys": (("分支机构.csv", "2022-03-01,2022-03-21", "2020-01-05,2020-01-21"),),
    "pa-branch-resident": tuple(("人员.csv", f",武汉分所,{FULL}", f",,{FULL}") for _ in range(1)),
    "pa-branch-head-unique": (
        ("分支机构.csv", "", f"{NAME}宜昌分所,宜昌市,{PEOPLE[4]},{certificate(4)},2023-03-01,2023-03-20,,,,\n"),
    ),
    "pa-branch-clean-record": (("处罚.csv", "无,,,,,,,\n", f"{FULL},,专利代理,警告,2020-09-10,,岚罚1号,疏于管理\n"),),
    "pa-branch-filing": (("分支机构.csv", "2022-03-21", ""),),
    "pa-branch-own-name": (("案件.csv", f"H0,{FULL},{FULL}", f"H0,{NAME}武汉分所,{FULL}"),),
    "pa-attorney-conditions": (("人员.csv", _row(3) + "2018-12-01,2019-11-30", _row(3) + "2019-04-01,2019-11-30"),),
    "pa-attorney-first-filing-30d": (
        (
            "人员.csv",
            _row(3) + "2018-12-01,2019-11-30,,有,是,2020-01-06,2020-01-06,2020-01-20",
            _row(3) + "2018-12-01,2019-11-30,,有,是,2020-01-06,2020-01-06,2020-02-16",
        ),
    ),
    "pa-attorney-change-30d": (("人员.csv", "2025-05-30,2025-06-20", "2025-05-30,2025-07-20"),),
    "pa-attorney-dual": (("备案名单.csv", "2015-01-20,2023-03-20", "2015-01-20,"),),
    "pa-attorney-self-accept": (("合同.csv", f"2027-12-31,{FULL},{FULL}", f"2027-12-31,{PEOPLE[3]},{FULL}"),),
    "pa-guazheng-signal": (("人员.csv", f",是,,,,{FULL},", ",是,,,,磁湖化工有限公司,"),),
    "pa-sign-without-drafting": (
        (
            "提交登记.csv",
            "",
            "".join(
                f"2026-09-{n + 1:02},20269{n:07}.X,Q{n},发明,{PEOPLE[10]},{PEOPLE[1]},{PEOPLE[2]},\n" for n in range(10)
            ),
        ),
    ),
    "pa-sign-volume": (
        (
            "提交登记.csv",
            "",
            "".join(f"2026-09-01,20269{n:07}.X,Q{n},发明,{PEOPLE[1]},{PEOPLE[1]},{PEOPLE[2]},\n" for n in range(21)),
        ),
    ),
    "pa-load-per-attorney": (("提交登记.csv", "", "".join(map(_series, range(3600)))),),
    "pa-conflict-same-case": (
        (
            "案件.csv",
            "",
            f"P26900,请求无效,发明,202610000000.X,团城重工有限公司,,,{PEOPLE[2]},,,2026-09-01,,,H0,{FULL},{FULL},,\n",
        ),
    ),
    "pa-conflict-kin": (("申报.csv", "团城学校", "青禾食品有限公司"),),
    "pa-ex-official": (("履历.csv", "201110123456.3", "202610000001.X"),),
    "pa-ex-official-cooling": (("履历.csv", "2012-01-31", "2018-01-31"),),
    "pa-own-name-patent": (("案件.csv", f",{CLIENTS[0]},{PEOPLE[0]}", f",{FULL},{PEOPLE[0]}"),),
    "pa-written-contract": (
        (
            "案件.csv",
            "",
            f"P26900,申请,发明,202610000900.X,团城重工有限公司,,,{PEOPLE[2]},,,2026-09-01,,,无,{FULL},{FULL},,\n",
        ),
    ),
    "pa-mgmt-systems": (("agency.toml", '"投诉处理办法"', '"无"'),),
    "pa-file-archive": (("档案.csv", "P26001,2025-11-20,有", "P26001,2025-11-20,无"),),
    "pa-annual-report-due": (("年度报告.csv", "2026-03-20", "2026-07-02"),),
    "pa-annual-report-fields": (("年度报告.csv", "武汉分所,无,有", "武汉分所,,有"),),
    "pa-annual-report-consistency": (("年度报告.csv", ",11,6,1,0", ",14,6,1,0"),),
    "pa-abnormal-list": (("名录.csv", "无,,,,\n", "经营异常名录,,2026-08-03,,未按期提交年度报告\n"),),
    "pa-serious-list": (("名录.csv", "无,,,,\n", "经营异常名录,,2023-11-29,,未按期提交年度报告\n"),),
    "pa-abnormal-filing-share": (
        (
            "案件.csv",
            "",
            "".join(
                f"P2690{n},申请,发明,20261000090{n}.X,{CLIENTS[0]},,,{PEOPLE[2]},,,2026-06-01,2026-06-08,,H0,{FULL},{FULL},"
                "2026-08-03,撤回\n"
                for n in range(3)
            ),
        ),
    ),
    "pa-handover": (
        ("移交.csv", f"{PEOPLE[11]},,{PEOPLE[0]},2025-05-29", "无,,,"),
        (
            "案件.csv",
            "",
            f"P25900,申请,发明,202510000900.X,{CLIENTS[0]},,,{PEOPLE[11]},,,2025-03-03,,,H0,{FULL},{FULL},,\n",
        ),
    ),
}
