"""What is left in a draft of a template or of another case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Span, lazy
from ipcheck.patent.description import SectionName
from ipcheck.patent.filing import Filing
from ipcheck.patent.parts import PartName

_FILL = (
    r"(?:填写|填入|填上|输入|插入|补充|补上|补全|添加|加入|描述|替换|修改|删除|完善|说明|概括|列举|写明"
    r"|写入|注明|选择|粘贴|撰写|核实|核对|确认|提供|放置|续写)"
)
_PART = (
    r"(?:内容|文字|实施例|附图|图片|领域|名称|背景|方案|效果|步骤|参数|数据|部件|特征|说明|对比例|公式"
    r"|结构|材料|发明点|有益效果|技术问题|细节)"
)
_WHO = r"(?:发明人|申请人|客户|委托人|代理人|代理师|撰写人|审核人|技术人员|专利工程师|您|你)"
_THING = (
    r"(?:公司|大学|学院|研究所|研究院|企业|单位|集团|医院|领域|技术领域|装置|方法|系统|设备|发明|部件|模块"
    r"|产品|行业|号专利|专利|申请|结构|机构|组件|材料|实施例|步骤|技术|问题"
    r"|工厂|品牌|先生|女士)"
)
_CROSS = (
    r"(?:[XＸ]{2,8}|[xｘ]{3,8}|[×✕]{2,8}|[*＊]{2,8}|[○〇●□■△▲◇◆☐☆★]{2,8}|[?？]{2,8}|[#＃]{2,8}|N{3,6}"
    r"|A{3,6}(?=公司)|[_＿]{2,40}|[.…]{2,12}|—{3,10})"
)
_PUT = r"(?:填写|填入|填上|插入|补充|补上|补全|添加|替换|粘贴|续写|放置|改写|写明)"
_CLOSED = r"(?=[。,;:!)\]】}>》]|$)"
_PLACEHOLDER = lazy(
    # No other character begins a match: most places are passed over at once.
    r"(?=[尚有待数参内效名型此具还仍需须后另TFLl该本这以下上请点单双根按发申客委代专技审撰您你套照沿同占示\[【({<《$模范批修Xx×✕*＊○〇●□■△▲◇◆☐☆★?#NA_.…—某公授案领日CZ12图权我交])(?:"
    # Words a template or a colleague leaves.
    rf"(?P<todo>(?:尚|有)?待(?:补充|完善|定稿|续写|润色|核实|补图|补写|补全|补)(?:{_CLOSED}|(?={_PART}))"
    rf"|(?:数据|参数|数值|内容|效果|名称|型号|此处|具体|还|仍)[^，,。；;\n待]{{0,6}}待(?:确认|定|核实"
    rf"|更新){_CLOSED}|(?:尚|有)待(?:{_WHO})?(?:确认|更新|修改|定){_CLOSED}"
    rf"|待{_WHO}(?:进一步)?(?:{_FILL}|定)|(?:需|须|还需|另行|后续|后面)(?:{_WHO})?(?:进一步)?(?:补充|完善"
    rf"|定稿|补写|续写|润色)(?:{_PART})?{_CLOSED}"
    r"|(?<![A-Za-z])(?:TODO|TBD|TBC|FIXME|Lorem ipsum|LOREM IPSUM)(?![A-Za-z])"
    rf"|(?:此处|此段|该处|此部分|本段|本节|这里)(?:(?:请|应当?|需要?|须|待|由{_WHO})(?:再|另)?{_FILL}|(?:可"
    rf"|再|另)?{_PUT})(?!符|于|有|了|的)|(?:以下|下面|上面|上述)(?:内容|文字|部分)?(?:请|须|待|由{_WHO}){_FILL}"
    rf"|请(?:{_WHO})?(?:在此处?|在这里|于此|在下方|在括号内|根据实际情况?|按实际情况?|根据案情|自行|进一步"
    rf"|务必)(?:{_FILL}){{1,2}}"
    rf"|请(?:在此)?(?:输入|填写|补充|替换|完善|填入|补全|续写|描述)(?={_PART}|[)\]】}}>》]|此|具体|相应|对应"
    rf"|完整)(?!的)"
    rf"|(?:点击|单击|双击)(?:此处|这里)[一-鿿]{{0,6}}|(?:根据|按)(?:实际|具体)?(?:情况|案情)(?:自行)?(?:填写"
    rf"|修改|补充|删减|替换){_CLOSED}"
    rf"|请{_WHO}(?:务必|须|需|进一步|帮忙|协助)?(?:补充|确认|核实|核对|填写|提供|检查|审阅|修改)|{_WHO}(?:请"
    rf"|务必)(?:补充|确认|核实|核对|填写|提供|检查|审阅)|(?:需|须|待|由)(?:发明人|申请人|客户|委托人|代理人"
    rf"|代理师)(?:补充|确认|核实|填写|提供)"
    r"|(?:套用|参见|照抄|沿用)(?:上一?案|前案|模板)|同(?:上一?案|前案)|占位(?:文字|内容)(?=[。,)\]】]|$)"
    r"|示例文[字本](?=[。,)\]】]|$)|此(?:为|处为|段为)(?:模板|范文|示例|样例)"
    rf"|[\[【({{<《][ ]?(?:(?:待(?=补|填|定|完善|确认|核|续|查|更新|写|修改|{_WHO})|请(?!参|见|注意|求)|此处"
    rf"|此段|这里|插入(?=[一-鿿])|填写|填入|补充(?=[一-鿿:])|添加(?=[一-鿿])|在此|需(?=补充|确认|核实|填"
    rf"|更新)|TODO|TBD)[^\]】)}}>》\n]{{0,24}}"
    r"|(?:发明名称|申请人(?:名称|姓名)?|发明人(?:姓名)?|实用新型名称|技术领域|产品名称|公司名称|专利名称"
    r"|专利号|申请号|案号|日期|主题名称|部件名称?|具体(?:描述|内容|数值|参数|步骤)|背景技术|有益效果"
    r"|技术效果|效果描述|技术特征|特征[一二三ABC123]|略|内容略|同上|空白|未完)"
    r"|(?:批注|备注|审阅|修订|代理人注|撰写人注|注释?给[一-鿿]{1,4})[:][^\]】)}>》\n]{0,40})[ ]?[\]】)>}》]"
    r"|\{\{[^{}\n]{1,30}\}\}|\$\{[^{}\n]{1,30}\}|<[一-鿿]{2,12}>(?=[领公装方系设发的。,技])|(?:模板"
    r"|范文)(?:文字|内容)?(?:开始|结束|到此)"
    r"|(?:批注|审阅意见|修订意见|修改意见|审核意见|内部备注|代理人备注|撰写备注|撰写说明|填写说明|撰写提示"
    r"|模板说明)(?:\[?[一-鿿A-Z\d]{0,4}\]?)?[:])"
    # Crosses, blanks and rings where a name should stand.
    rf"|(?P<blank>(?<![A-Za-z\d×*?#_.…—]){_CROSS}(?={_THING}|的{_THING})|(?<=涉及){_CROSS}(?=[。,;]|的|技)"
    rf"|(?<=一种){_CROSS}(?=[。,;的]|{_THING}|$)|(?<=名称为){_CROSS}|某某[一-鿿]?(?={_THING})"
    rf"|某(?=公司(?:的)?(?:专利|产品|申请))"
    rf"|(?:申请人|发明人|名称|申请号|专利号|公开号|公告号|授权公告号|案卷号|领域|日期)(?:为|是|[:])[ ]?(?:CN)?{_CROSS}"
    r"|(?:申请|专利|公开|公告)号(?:为|是|:)[ ]?(?:CN|ZL)?\d{2,9}[Xx×*]{3,9}"
    r"|(?:CN|ZL)[ ]?[\dXx×*]{0,9}[Xx×*]{2,9}[\dXx×*.]{0,6}[A-Z]?|(?:19|20)(?:[Xx×*_]{2}|\d[Xx×*_])年"
    r"|[Xx×*_]{1,4}年[Xx×*_]{1,2}月|图[Xx×*?？_]{1,3}(?=[所中为是。,的])|权利要求[Xx×*?？_]{1,3}(?=所述|[。,的]))"
    # The office's own file numbers and papers.
    r"|(?P<office>(?:案卷号|卷号|我方编号|我方案号|我所案号|我所卷号|代理机构编号|内部编号|内部案号|内部卷号"
    r"|客户编号|客户案号|案件编号|卷宗号)[ ]?(?:为|是|[:])[ ]?[A-Za-z\d一-鿿-]{2,24}"
    r"|(?:技术)?交底(?:书|材料|文件|表)(?!的?(?:撰写|生成|检索|分析|解析|文本|管理|模板|输入)))"
    r")"
)
_ABOUT = r"本(?:发明|实用新型|申请|案|专利|方案|技术方案|公开|新型)"
_OPENING = lazy(
    rf"{_ABOUT}(?:的?(?:实施例|实施方式|具体实施例))?(?:主要|具体|尤其|还|另外)?公?开?"
    r"(?:的?(?:主要|首要)?(?:目的|发明目的|任务|所?要?解决的(?:技术)?问题)(?:之一)?(?:在于|是|为"
    r"|就是)?)?(?:主要|具体)?要?"
    r"(?:涉及|公开|提供|提出|设计|要求保护|请求保护|记载|披露|属于)了?(?!的|所述)[^，,。；;\n]{0,36}?"
    r"(?:领域,(?:更?具体|尤其|特别)(?:地|为|是|涉及|公开|而言){0,2},?)?(?<!的)(?:一种|一类"
    r"|一款)(?P<subject>[^，,。；;\n]{2,60})"
)
# “本发明的折叠轮椅结构简单”: what the invention is called in passing.
_CALLED = lazy(
    rf"{_ABOUT}(?:提供|公开|涉及)?的(?:一种|该|所述)?(?P<subject>[一-鿿]{{2,12}}?)(?=结构简单|结构合理"
    rf"|结构紧凑|结构新颖|设计合理|使用方便|操作简单|操作方便|成本低|制造成本|造价|包括|具有以下|具有如下"
    r"|通过采用|体积小|重量轻|便于携带|携带方便|适用于|,(?:包括|其特征|结构简单|通过|具有|采用))"
)
# Words for parts of a text or an invention, and subjects that stand beside any other.
_CHINESE = lazy(r"[一-鿿]{2}")
_ABSTRACT = lazy(
    r"目的|有益|效果|优点|优势|方案|实施|保护|范围|附图|内容|核心|特点|思想|思路|原理|描述|说明|内容|技术"
    r"|设计|背景|问题|改进|创新|主题|权利|任务|精神|发明|实用新型|申请|关键|流程|步骤|部分|以上|现有|整体"
    r"|总体|主要|一些|其他|另一|各|多"
)
_TAIL = lazy(
    r"(?:的)?(?:控制|检测|制造|制备|加工|处理|使用|生产|安装|操作|成型|测试|管理|监测)?(?:方法|装置|系统"
    r"|设备|介质|产品|程序|终端|服务器|芯片|平台|终端设备|组合物|用途|应用|结构|机构|组件|工艺|技术|领域"
    r"|器具|工具|用具|机械|机器|仪器|部件|构件)+$"
)
# They stand beside the subject of any case about a program.
_GENERAL = lazy(
    r"(?:电子设备|计算机|存储介质|可读介质|程序产品|终端|服务器|芯片|处理器|平台|介质|程序|组合物|用途|应用"
    r"|设备|装置|系统|方法|结构|机构|组件|工艺|产品)$"
)
_ABOUT_PATENTS = lazy(r"交底|专利(?:文件|申请|文本|撰写|检索)")
_USUAL = lazy(
    r"(?:智能|自动|新型|高效|便携式?|多功能|可调节?|一体式?|折叠式?|组合式?|电动|手动|移动式?|快速|改进的?"
    r"|用于|基于|具有|带有|一种|的)"
)


@dataclass(frozen=True, slots=True)
class Residue:
    """Words that were left behind. Kinds: placeholder, office (its own numbers and papers), subject (another thing)."""

    kind: str
    span: Span


def residues(filing: Filing) -> Iterator[Residue]:
    """What is left of a template or another case in the abstract, the claims and the description."""
    about_patents = _ABOUT_PATENTS.search(_own_words(filing)) is not None
    for name in (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION):
        part = filing.parts.get(name)
        for line in part.lines if part else ():
            for match in line.find(_PLACEHOLDER):
                office = match.lastgroup == "office"
                if not (office and about_patents):
                    yield Residue("office" if office else "placeholder", line.at(match))
    yield from _subjects(filing)


def _subjects(filing: Filing) -> Iterator[Residue]:
    own = _own_words(filing)
    if not filing.claims or filing.title is None or filing.description is None:
        return
    pairs = {own[index : index + 2] for index in range(len(own) - 1)}
    background = {paragraph.body.start for paragraph in filing.description.paragraphs_of(SectionName.BACKGROUND)}
    for paragraph in filing.description.paragraphs:
        if paragraph.body.start in background:
            continue
        for pattern in (_OPENING, _CALLED):
            for match in paragraph.body.find(pattern):
                if _is_strange(match["subject"], pairs, passing=pattern is _CALLED):
                    yield Residue("subject", paragraph.body.at(match, "subject"))


def _own_words(filing: Filing) -> str:
    title = filing.title.folded if filing.title else ""
    return title + "\n" + "\n".join(claim.body.folded for claim in filing.claims)


def _is_strange(subject: str, pairs: set[str], *, passing: bool) -> bool:
    """Whether ``subject`` names a thing of which the title and the claims say nothing at all."""
    if passing and _ABSTRACT.search(subject):
        return False
    core = _USUAL.sub("", _TAIL.sub("", subject))
    if len(core) < 2 or not _CHINESE.search(core):
        return False
    if _GENERAL.search(subject) and len(core) < 4:
        return False
    return not any(core[index : index + 2] in pairs for index in range(len(core) - 1))


__all__ = ["Residue", "residues"]
