import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.tables import SCREENINGS, Screening
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_RISK = re.compile(r"风险|可能|命中|错误|警告|不得|不宜|驳回|建议不|error|warning", re.IGNORECASE)
_CLEAR = re.compile(
    r"(?:无|没有|未见|未发现|不存在)(?:明显|其他|任何)?的?(?:风险|命中|问题|错误|警告|不得|驳回|禁用|冲突|近似)(?:可能)?|^(?:通过|正常|可以提交)|(?:低|较小)风险|风险(?:很|较|极)?[低小]"
)
_ORAL = re.compile(r"口头|电话|当面|微信语音")


class TaInformClient(AgencyCheck):
    """筛查提示商标可能不得注册，却没有书面告知委托人。

    委托人申请注册的商标可能不得注册的，应当以书面通知等方式明确告知；口头说过的事后拿不出来，只给警告。
    结论写“无风险”“未发现问题”的不算，告知书空着的给警告；没有接受委托的不必告知。补发书面告知，请委托人签收，存入案卷。
    """

    code = "AGT008"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("商标法", "65.2"), cite("令63", "15.2"))
    message = "案件{case}筛查的结论是“{result}”，{what}：请书面告知并留存签收记录"
    columns = (Screening.CASE, Screening.RESULT, Screening.INFORMED)

    _HEAD = "# 筛查记录\n案号,结论,告知书,是否接受\n"
    good = (
        _HEAD + "T1,未发现风险,,是\nT4,风险较低,,是\nT2,通过,,是\nT3,,,\n",
        _HEAD + "T1,有风险：可能违反第十条,2026-03-05告知书,是\n",
        _HEAD + "T1,有风险,,否\n",
    )
    bad = (
        _HEAD + "T1,⟦可能缺乏显著特征⟧,,是\n",
        _HEAD + "T1,⟦可能缺乏显著特征⟧,未告知,是\n",
        _HEAD + "T1,⟦未发现明显风险，但可能缺乏显著特征⟧,无,\n",
        _HEAD + "T1,有风险,⟦口头告知⟧,是\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(SCREENINGS):
            result, informed = row.text(Screening.RESULT), row.text(Screening.INFORMED)
            if not _RISK.search(_CLEAR.sub("", result)) or says_no(row.text(Screening.ACCEPTED)):
                continue
            case = row.text(Screening.CASE)
            if is_lacking(informed):
                what, level = ("没有告知书", None) if informed else ("没有填写告知书", Level.WARNING)
                yield self.at(row.span(Screening.RESULT), level=level, case=case, result=result, what=what)
            elif _ORAL.search(informed):
                told = f"只有“{informed}”，不是书面"
                yield self.at(row.span(Screening.INFORMED), level=Level.WARNING, case=case, result=result, what=told)
