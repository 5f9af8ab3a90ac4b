from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_REFERS = lazy(
    r"(?:其余|其他|其它|具体)?(?:内容|结构|步骤|方案|实施方式|部分)?[，,]?(?:同|与|参见|参照|参考|见|如)(?:上述|"
    r"上面|前述|以上)?(?:的)?(?:发明内容|实用新型内容|技术方案|权利要求书?|上文|上述内容|摘要)"
    r"(?:部分|中|里)?(?:所述|所示|的?内容|记载)?(?:相同|一致|一样)?|略|省略|不再赘述|无"
)
_NO_WORDS = lazy(r"[^\w\ufffc]")
_LEAST = 30


class EmbodimentMissing(PatentCheck):
    """有“具体实施方式”的标题，下面却没有具体的实施方式。

    实施细则要求详细写明优选的实施方式，有附图的对照附图；只说“与发明内容相同”，本领域技术人员无法实现。
    至少写一个完整的实施方式：部件、连接关系、工作过程，或者步骤、条件、参数。
    除去“同发明内容”“略”一类的话不到30个字（内部阈值）才报；连标题也没有的由“缺少标题”去报；
    方案简单、发明内容已经写得具体的，审查指南允许不重复，请在标题下写明。
    """

    code = "DSC018"
    level = Level.ERROR
    basis = (cite("细则", "20.1"), cite("法", "26.3"), cite("指南", "2-2-2.2.6"))
    message = "“{words}”下面没有具体的实施方式（只有{count}个字，内部阈值30字）：请至少写一个完整的实施方式"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n具体实施方式\n如图1所示，壳体1内装有叶轮2，叶轮2的转轴3穿出壳体1，密封圈4套在转轴3上，"
        "电机5带动转轴3。",
        "说明书\n一种泵\n发明内容\n加垫。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n加垫。\n⟦具体实施方式⟧\n其余与发明内容相同。",
        "说明书\n一种泵\n发明内容\n加垫。\n⟦具体实施方式⟧\n实施例1\n参见发明内容部分，不再赘述。",
        "说明书\n一种泵\n发明内容\n加垫。\n⟦【具体实施方式】⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.EMBODIMENTS)
        if filing.description is None or not section:
            return
        # Drawings or pictures may follow a heading that ends a file; text that is only referred to does not count.
        count = 0
        for paragraph in filing.description.paragraphs_of(SectionName.EMBODIMENTS):
            left = _NO_WORDS.sub("", _REFERS.sub("", paragraph.body.folded))
            count += len(left)
            if count >= _LEAST or "\ufffc" in left:
                return
        yield self.at(section.heading, count=count)
