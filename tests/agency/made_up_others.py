"""What the made-up agency sees of others, and an association's inspections: clean, and faults for na-* and as-*."""

from __future__ import annotations

from collections.abc import Mapping

from tests.agency.names import FULL, Edit

_OTHER, _GONE, _BARE = "砚湖专利代理有限公司", "团城专利代理有限公司", "柚帆科技有限公司"


def _filing(number: int, agency: str = "", **more: str) -> str:
    """A row of 著录: a filing without an agency by the applicant himself, unless told otherwise."""
    cells = {
        "kind": "专利", "day": "2026-05-11", "applicant": f"申请人{number}", "group": "", "agency": agency,
        "drafter": "", "payee": "", "contact": f"申请人{number}", "office": "", "phone": f"07140000{number:03}",
        "email": "", "address": f"黄石市{number}号", "print": "",
    } | more  # fmt: skip
    return f"20268{number:07}.X," + ",".join(cells.values()) + "\n"


CLEAN: Mapping[str, str] = {
    "广告.csv": "编号,主体,渠道,发布日,文本,平台展示\n"
    f"G1,{FULL},官网,2026-05-08,经国家知识产权局备案的商标代理机构。我们不保证授权，谨防“包过”骗局。,否\n"
    f"G2,{_OTHER},网店,2026-05-08,专利代理师团队为您服务，专利代理、商标注册。,否\n"
    f"G3,{_BARE},网站,2026-05-08,专利检索、专利导航；专利代理由{_OTHER}办理。,否\n",
    "机构库.csv": "名称,许可证号,许可状态,状态日,商标备案号,备案起日,备案止日\n"
    f"{FULL},42901,有效,,鄂商代2024001,2024-10-08,2027-10-08\n"
    f"{_OTHER},42902,有效,,鄂商代2024002,2024-11-05,2027-11-05\n"
    f"{_GONE},42903,吊销,2026-02-10,无,,\n",
    "著录.csv": "申请号,业务,申请日,申请人,所属集团,代理机构,撰写方,收款方,联系人,联系人单位,联系电话,"
    "邮箱,联系地址,文本组号\n"
    + _filing(1, FULL, drafter=FULL, payee=FULL)
    + _filing(2, _OTHER, drafter=_OTHER, payee=_OTHER)
    + _filing(3, _GONE, day="2026-01-20")
    + _filing(4, _OTHER, kind="商标")
    + "".join(_filing(number) for number in range(5, 9)),
    "转让记录.csv": "专利号,转让人,受让人,受让人所属集团,授权日,转让日\n"
    + "".join(f"202180000{n:03}.X,青禾食品有限公司,受让企业{n},,2023-02-07,2026-03-09\n" for n in range(3)),
    "抽查批次.csv": "批次,名单摘要,名单公布日,随机数来源,随机数产生日,种子,算法版本,结果摘要\n"
    "2026-1,9f2c4d7a,2026-03-02,公开开奖号,2026-03-03,a1b2c3d4,1,77aa88bb\n",
    "抽查名单.csv": "批次,机构,信用等级,名录情形\n"
    f"2026-1,{FULL},A,无\n2026-1,{_OTHER},B,无\n2026-1,{_GONE},D,经营异常名录\n",
    "检查记录.csv": "批次,机构,检查方式,检查人员,选派方式,检查日,检查内容,处理结果,处理日,公布日\n"
    f"2026-1,{FULL},书面,检查员一、检查员二,随机选派,2026-04-14,全部七项,未发现问题,2026-04-20,2026-05-12\n"
    f"2026-1,{_OTHER},实地,检查员一、检查员三,随机选派,2026-04-15,全部七项,责令改正,2026-04-22,2026-05-12\n"
    f"2026-1,{_GONE},实地,检查员二、检查员三,随机选派,2026-04-16,全部七项,移送,2026-04-24,2026-05-12\n",
    "检查人员.csv": f"姓名,机构,关系,起日,止日\n检查员二,{_OTHER},曾任职,2010-03-01,2016-08-31\n",
    "会员.csv": "机构,申请日,审核日,审核结论,两年内处罚次数,信用等级,入会日,退会日,许可状态,惩戒,惩戒日,惩戒公布日\n"
    f"{FULL},2020-03-02,2020-03-20,同意,0,A,2020-04-01,,有效,无,,\n"
    f"{_GONE},2020-03-02,2020-03-20,同意,0,B,2020-04-01,2026-03-05,吊销,公开谴责,2026-02-20,2026-03-02\n",
    "信用等级.csv": "机构,业务,日期,等级\n"
    f"{FULL},专利,2026-10-31,A\n{FULL},专利,2026-11-20,A\n{FULL},商标,2026-10-31,B\n{FULL},商标,2026-11-20,B\n",
}

_SHARED = "".join(
    _filing(number, contact="何中间", phone="07140000999", address="黄石市磁湖路1号") for number in range(100, 106)
)
_PRINTED = "".join(_filing(number, print="组7") for number in range(110, 116))
_BORROWED = "".join(_filing(number, _OTHER, drafter=_BARE, payee=_BARE) for number in range(120, 124))
_SOLD = "".join(f"202580000{n:03}.X,{_BARE},受让企业{n},,2026-03-03,2026-04-07\n" for n in range(12))

PLANTED: Mapping[str, tuple[Edit, ...]] = {
    "na-no-license": (("著录.csv", "", _filing(90, _BARE)),),
    "na-borrowed-license": (("著录.csv", "", _BORROWED),),
    "na-revoked": (("著录.csv", "", _filing(91, _GONE, day="2026-06-05")),),
    "na-contact-person": (("著录.csv", "", _SHARED),),
    "na-text-fingerprint": (("著录.csv", "", _PRINTED),),
    "na-ad-solicit": (("广告.csv", "", f"G4,{_BARE},直播,2026-06-08,本公司专利代理师团队为您把关,否\n"),),
    "na-ta-unrecorded": (("著录.csv", "", _filing(92, _BARE, kind="商标")),),
    "na-trading-signal": (("转让记录.csv", "", _SOLD),),
    "as-sample-reproducible": (("抽查批次.csv", "a1b2c3d4", ""),),
    "as-sample-strata": (("抽查名单.csv", "", "2026-1,柚帆专利代理有限公司,D,无\n"),),
    "as-mandatory-onsite": (("检查记录.csv", f"{_GONE},实地", f"{_GONE},书面"),),
    "as-inspector-random": (("检查记录.csv", "检查员一、检查员二,随机选派", "检查员一、检查员二,指定"),),
    "as-inspector-avoid": (("检查人员.csv", "", f"检查员三,{_OTHER},近亲属任股东,,\n"),),
    "as-scope-focus": (("检查记录.csv", "2026-04-15,全部七项", "2026-04-15,一、二、三、四、五、六"),),
    "as-publish": (("检查记录.csv", "移送,2026-04-24,2026-05-12", "移送,2026-04-24,"),),
    "as-admission-check": (
        ("会员.csv", "", "柚帆专利代理有限公司,2026-05-06,2026-05-20,同意,2,B,2026-06-01,,有效,无,,\n"),
    ),
    "as-exit-check": (("会员.csv", "2020-04-01,2026-03-05,吊销", "2020-04-01,,吊销"),),
    "as-score-change": (("信用等级.csv", f"{FULL},商标,2026-11-20,B", f"{FULL},商标,2026-11-20,C"),),
}
