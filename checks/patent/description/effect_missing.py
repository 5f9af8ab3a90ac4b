from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_CUE = lazy(
    r"有益|效果|优点|优势|好处|优越|积极|从而|以便|使得|进而|实现了|有效|提高|提升|降低|避免|减少|减小|改善|"
    r"节省|节约|增强|便于|方便|防止|保证|确保|简化|缩短|克服|解决了|不易|不会(?:再|造成|发生|出现|产生|导致|影响|触发)|"
    r"更[加好高快为准稳轻强长]|利于|大大|显著|灵活(?!性)|快速|准确地|"
    # 因此 alone draws a conclusion (因此待测区域为…); an effect follows it in few words.
    r"(?:因此|因而|所以)[^。；\n]{0,12}?(?:不(?!应|限|受|脱|构|再|同|能|一|予|是|需|仅|作)|无需|无须|省|易|稳|准|快|牢|耐|减|增)"
)


class EffectMissing(PatentCheck):
    """说明书没有写有益效果。

    实施细则要求对照现有技术写明有益效果；有益效果是判断创造性的重要依据，以后补不进去。
    在发明内容的末尾写一段：与现有技术相比，由于采用了什么特征，产生了什么效果。
    发明内容和具体实施方式里有“效果”“优点”“从而”“避免”“提高”一类的词就算写了，效果可以分散在方案里写；
    只是推论的“因此”、写连接目的的“以使”不算。
    """

    code = "DSC015"
    level = Level.ERROR
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.4"))
    message = "“{words}”里没有写有益效果：请对照现有技术，写明由于采用了什么特征而产生了什么效果"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n发明内容\n一种泵，有垫，从而不漏。\n具体实施方式\n装垫。",
        "说明书\n一种泵\n发明内容\n一种泵，有垫。\n具体实施方式\n装垫，避免漏水。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
        "说明书\n一种泵\n发明内容\n一种泵，有垫，垫压紧壳体，因此不漏水。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n现有的泵漏水，为了避免漏水用螺栓。\n⟦发明内容⟧\n一种泵，包括壳体和垫。\n"
        "具体实施方式\n垫在壳体上。",
        "说明书\n一种阀\n⟦实用新型内容⟧\n一种阀，有弹簧。",
        "说明书\n一种阀\n⟦发明内容⟧\n一种阀，阀芯带有弹簧，以使阀芯复位。\n具体实施方式\n弹簧为两根，"
        "因此阀芯分为两段，因此本发明不应局限于此。",
    )
    missed = (
        (
            "说明书\n"
            "一种泵\n"
            "背景技术\n"
            "现有的泵漏水。\n"
            "⟦发明内容⟧\n"
            "一种泵，包括壳体和垫。效果见下文。\n"
            "具体实施方式\n"
            "垫在壳体上。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.SUMMARY)
        if filing.description is None or not section or not section.paragraphs:
            return
        names = (SectionName.SUMMARY, SectionName.EMBODIMENTS)
        told = (paragraph for name in names for paragraph in filing.description.paragraphs_of(name))
        if not any(_CUE.search(paragraph.body.folded) for paragraph in told):
            yield self.at(section.heading)
