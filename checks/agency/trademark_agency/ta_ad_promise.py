import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.advertising import claims
from ipcheck.agency.records import is_own
from ipcheck.agency.tables import ADS, Ad
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_RESULT = (
    r"(?:授权(?!率|委托|书|文件|后|前|之后|之前|质量|稳定|范围|公告|人|方)"
    r"|下证|拿证|核准注册|注册成功|申请成功|顺利注册)"
)
_PROMISE = re.compile(
    rf"(?<![打红面书钱背提承外荷腰])包(?:{_RESULT}|通过|成功|过(?![程来去滤渡期]))"
    rf"|(?:保证|确保|承诺|担保|保准|必定|一定能?|肯定能?)(?:(?!不|未|退|赔|若|如|否)[^,。!?;:，。！？；：]){{0,8}}?"
    rf"(?:{_RESULT}|通过(?!.{{0,6}}(?:形式审查|审核流程|质检|内部|电话|邮件|网络|系统|平台|官方|正规|线上)))"
    rf"|(?:100%|百分之百|百分百|(?<![务未不何势])必|稳|秒)\s*(?:{_RESULT}|通过|过审)"
    r"|(?<![务未不何势])[必稳秒]过(?!目|[程来去滤渡期度于分户])"
)
_INSIDE = re.compile(
    r"内部(?:加急|渠道|通道|关系|人脉|有人|审查名额)"
    r"|(?:审查员|局里|商标局|专利局|国知局|知识产权局)(?:里)?(?:有|的)?(?:熟人|关系|人脉|内线)"
    r"|走后门|关系户|特殊(?:渠道|通道|关系)|加急(?:通道|渠道|出证|下证)|内部价(?:下证|授权)"
)
_RATE = re.compile(
    r"(?:成功率|授权率|通过率|下证率|注册率)(?:高达|可达|达到|达|超过|超|为|在|是)?\s*(?:9\d(?:\.\d+)?|100)\s*%"
    r"(?![^。!?;]{0,40}(?:统计|数据来源))"
)
_REFUND = re.compile(
    r"(?:(?:不成功|不过|不通过|不授权|不下证|驳回|未授权|未通过)[^,。!?;，。！？；]{0,4})?(?:100%|全额|包)退(?:款|费)"
)


class TaAdPromise(AgencyCheck):
    """广告承诺结果、夸大成功率，或者暗示有内部渠道、可以加急。

    以承诺结果、夸大成功率误导委托人，明示暗示可以用非正常方式加速、提高成功率的，属于以欺诈、虚假宣传招徕业务。
    否定句（不保证授权、不承诺包过）、提醒（谨防包过骗局）、疑问句不报；成功率给警告，要有统计依据；退款承诺给建议。删去这些用语，改写实际的服务内容。
    """

    code = "AGT016"
    level = Level.ERROR
    # For patent business alone, the law of advertising holds and 令63 does not.
    business = ""
    basis = (cite("令63", "31.1(2)"), cite("令63", "31.1(5)"), cite("商标条例", "88"), cite("广告法", "28"))
    message = "广告{number}写有“{words}”：{what}"
    columns = (Ad.TEXT,)
    further = (Ad.SUBJECT,)

    _HEAD = "# 广告\n编号,主体,文本\n"
    good = (
        _HEAD + "G1,,我们不保证授权，只保证按时提交。\n",
        _HEAD + "G1,,本所不承诺包过、包授权，也没有内部渠道。\n",
        _HEAD + "G1,,谨防“包授权”“内部加急通道”骗局\n",
        _HEAD + "G1,,有人谎称是指定机构，并保证能够“下证”，请勿相信\n",
        _HEAD + "G1,,任何机构都无法保证100%下证\n",
        _HEAD + "G1,,有的中介宣称包过，请不要相信\n",
        _HEAD + "G1,,商标申请能包过吗？\n",
        _HEAD + "G1,,请务必通过正规渠道查询，合同请务必过目\n",
        _HEAD + "G1,,我们承诺通过官方网站提交，确保授权委托书齐全，打包过来的材料逐件核对。\n",
        _HEAD + "G1,,通过国家知识产权局优先审查、快速预审可以缩短周期；服务包括过程管理\n",
        _HEAD + "G1,,承诺如未授权退还服务费，保证质量\n",
        _HEAD + "G1,磁湖科技有限公司,包授权\n",
        _HEAD + "G1,,授权率超过95%（2025年度本所代理312件的统计），确保文件通过形式审查，未必过\n",
    )
    bad = (
        _HEAD + "G1,,商标注册⟦包授权⟧，⟦不成功全额退款⟧\n",
        _HEAD + "G1,,专业代理，⟦１００％下证⟧！\n",
        _HEAD + "G1,,我们有⟦内部加急⟧通道，⟦局里有熟人⟧\n",
        _HEAD + "G1,,⟦保证您的商标注册成功⟧，⟦成功率高达99%⟧\n",
        _HEAD + "G1,,不仅便宜，而且⟦包过⟧，您的商标⟦必过⟧，谨防同行骗局。\n",
    )
    missed = (
        "# 广告\n编号,主体,文本\nG1,,⟦百发百中⟧，快速拿证\n",
        "# 广告\n编号,主体,文本\nG1,,⟦拿不到证我们负责到底⟧\n",
    )

    _SORTS = (
        (_PROMISE, Level.ERROR, "承诺结果，请删去"),
        (_INSIDE, Level.ERROR, "暗示可以用非正常方式加速或者提高成功率，请删去"),
        (_RATE, Level.WARNING, "没有统计依据就是夸大成功率，请写明统计的范围和期间，或者删去"),
        (_REFUND, Level.ADVICE, "退款承诺也可能误导委托人，请写清条件和退哪些费用"),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        basis = (cite("广告法", "28"),) if agency.text("kind") == "patent" else None
        for row in agency.rows(ADS):
            cell, number = row.cell(Ad.TEXT), row.text(Ad.NUMBER) or f"第{row.index + 1}行"
            if cell is None or not is_own(agency, row.text(Ad.SUBJECT)):
                continue
            for pattern, level, what in self._SORTS:
                for span in claims(cell, pattern):
                    yield self.at(span, level=level, basis=basis, number=number, what=what)
