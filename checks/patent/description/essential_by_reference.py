from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_LABEL = (
    r"(?:在先|已授权)?的?(?:中国|美国|日本|欧洲|国际|韩国|德国)?(?:发明|实用新型)?(?:专利)?(?:文献|文件|申请|专利)?"
    r"(?:公开号|公告号|申请号|专利号|号)?(?:为|是|:)?[ ]?"
)
_CODED = r"(?:CN|ZL|US|EP|WO|JP|KR|DE)[ ]?\d{4,}(?:/\d{4,})?(?:\.[\dX])?(?:[A-Z]\d?)?"
# A number without a country is one of a patent only behind the word.
_PATENT = rf"(?:(?:{_LABEL})?{_CODED}|{_LABEL}(?<=[号利为是: ])\d{{8,13}}(?:\.[\dX])?[A-Z]?)"
_LACKING = (
    r"(?:结构|构造|方法|工艺|步骤|过程|制备方法|制法|实现|内容|原理|参数|细节|描述|说明|算法|配方|公式|装配|连接方式|"
    r"布置|流程|部分)"
)
_SEE = r"(?:可以?|请|详|均|都)?(?:参见|参照|参考|参阅|参看|详见|见于?|引自|同)"
# Books that anyone has and standards are no other document to be read first.
_PAPER = (
    r"(?:[一-鿿]{0,6}(?:论文|文献|文章|专著|期刊|教材|著作|书籍))?[ ]?《(?![^》\n]*(?:药典|标准|规范|规程|手册|指南|"
    r"分类|条例|办法|法》))[^》\n]{2,60}》"
)
_LATER = lazy(
    rf"(?P<words>(?:(?:具体|详细|其|未写明|未描述|未提及)的?)*{_LACKING}*(?:的)?{_LACKING}*{_SEE}[ ]?{_PATENT}"
    rf"|{_LACKING}{_SEE}[ ]?{_PAPER}"
    rf"|(?:其|具体)?{_LACKING}?(?:的)?(?:按照?|依照|依据|采用|如|与|根据)[ ]?(?:专利|申请|文献)?{_PATENT}(?:中|所)"
    rf"?(?:所)?(?:公开|记载|描述|披露|所述|"
    rf"说明|所示|介绍|提供)的?{_LACKING}(?:一致|相同|实施|进行|制备|制造|实现|完成|执行|得到|即可)+)"
)
_INCORPORATED = lazy(
    r"(?P<words>(?:以|通过)(?:全文)?引用(?:的)?(?:方式|形式)?(?:全文|整体|其全部内容)?(?:地)?(?:在此)?(?:并入|合并|结合|纳入|引入)|"
    r"引用并入|在此(?:引入|并入)(?:作为)?参考|全文(?:引入|并入|引用)(?:于此|本文|至此)?|"
    r"作为参考(?:引入|并入))"
)
# A priority claim, or a blanket clause that names no document, does not replace anything.
_PRIORITY = lazy(
    r"优先权|相关申请|交叉引用|同日提交|分案|本文(?:中)?引用的(?:所有|全部)|所有(?:文献|出版物|专利)|"
    r"任何(?:材料|文献|文件)|(?:矛盾|冲突)"
)
# What another document is named by; most paragraphs name none.
_HINT = lazy(r"《|(?:CN|ZL|US|EP|WO|JP|KR|DE)[ ]?\d|\d{8}|引用|并入|引入|纳入")


class EssentialByReference(PatentCheck):
    """具体实施方式用“具体参见专利CN……”“以引用的方式并入”代替应当写明的内容。

    实现方案必不可少的内容不能用引证其他文件的方式来写；别的文件里的内容不算写在本说明书里。
    把要用到的内容写进来；只是介绍背景的，移到背景技术。
    背景技术里的引证、优先权声明、没有具体文件的总括声明不报；写了“参见CN……”而内容也已写全的，可以不理会。
    """

    code = "DSC023"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.6"), cite("法", "26.3"))
    message = "“{words}”：实现方案必不可少的内容不能靠引证其他文件，请把要用到的内容写进说明书"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n技术领域\n本申请要求美国申请的优先权，其全部内容通过引用并入本文。\n背景技术\n"
        "具体参见专利CN105000000A。\n具体实施方式\n参见图1，详见步骤S1，"
        "参照实施例1。",
        "说明书\n一种泵\n具体实施方式\n本文引用的所有出版物以引用的方式并入，参照国家标准GB/T 1234测量，"
        "检测方法参见《中国药典》2020年版，其余步骤同实施例1，与专利CN105000000A公开的泵相比，流量大。",
    )
    bad = (
        "说明书\n一种泵\n具体实施方式\n⟦装配的方法详见申请号201710345678.9⟧的中国专利申请。未写明的⟦细节请参考期刊论文《叶轮研究》⟧。"
        "⟦其算法按照专利US9876543B2中公开的步骤实施⟧。",
        "说明书\n一种泵\n具体实施方式\n叶轮的⟦具体结构参见专利CN105000000A⟧。",
        "说明书\n一种阀\n发明内容\n弹簧的热处理记载于US7654321，该文件⟦以引用的方式并入⟧本文。\n"
        "具体实施方式\n⟦可参照ZL201520012345⟧制造。",
    )
    missed = (
        "说明书\n一种泵\n具体实施方式\n⟦算法同前一篇专利⟧。",
        "说明书\n一种泵\n具体实施方式\n装配的方法⟦与我方此前的申请一样⟧，不再重复。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        for name in (SectionName.SUMMARY, SectionName.EMBODIMENTS):
            for paragraph in filing.description.paragraphs_of(name):
                body = paragraph.body
                if not body.holds(_HINT) or body.holds(_PRIORITY):
                    continue
                for pattern in (_LATER, _INCORPORATED):
                    for match in body.find(pattern):
                        yield self.at(body.at(match, "words").trimmed())
