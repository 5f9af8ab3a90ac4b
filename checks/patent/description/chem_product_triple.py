from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words

_SUBJECT = lazy(r"(?<!高分子)化合物(?:或其|及其|、|$)|(?:衍生物|盐|晶型|配合物|络合物)$")
_NEEDED = (
    (
        "确认（结构、熔点、谱图或者元素分析）",
        lazy(r"NMR|核磁|MS|质谱|红外|IR\b|熔点|元素分析|XRD|衍射|HPLC|色谱|光谱|谱图|晶胞|分子量|m/z|比旋光"),
    ),
    ("制备方法", lazy(r"制备|合成|反应|提取|分离|结晶|制得|搅拌|加热|滴加|溶解")),
    ("用途或者效果", lazy(r"用途|用于|应用|活性|药效|作用|效果|治疗|抑制|催化|可作为|用作")),
)


class ChemProductTriple(PatentCheck):
    """要求保护化合物，说明书却没有写明它的确认、制备、用途三项中的某一项。

    审查指南要求化学产品发明公开产品的确认、产品的制备、产品的用途和使用效果，缺一项就公开不充分。
    补写缺少的一项：结构式和谱图数据、至少一个制备例、至少一种用途和证明它的数据。
    只查权利要求主题是化合物、盐、晶型、配合物的，而且说明书里没有一处相应文字的；写得够不够请人工核对。
    """

    code = "DSC026"
    level = Level.ERROR
    basis = (cite("指南", "2-10-3.1"), cite("法", "26.3"))
    message = "要求保护“{words}”，说明书里没有写它的{missing}：化学产品应当公开确认、制备和用途，请补写"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种式（I）所示的化合物。\n说明书\n一种化合物\n具体实施方式\n合成例：搅拌反应，核磁数据如下，"
        "对癌细胞有抑制活性。",
        "1. 一种化合物储罐，包括罐体。\n说明书\n一种化合物储罐\n具体实施方式\n罐体为钢。",
    )
    bad = (
        "1. 一种⟦式（I）所示的化合物⟧。\n说明书\n一种化合物\n具体实施方式\n合成：搅拌反应，核磁数据如下。",
        "1. 一种⟦乙酸的铜盐⟧，其结构如式（II）。\n说明书\n一种乙酸的铜盐\n具体实施方式\n该铜盐用于杀菌，熔点为115℃。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        told = "\n".join(paragraph.body.folded for paragraph in filing.description.paragraphs)
        missing = [name for name, cue in _NEEDED if not cue.search(told)]
        if not missing:
            return
        for claim in filing.independent_claims:
            if claim.subject is not None and not claim.is_method and _SUBJECT.search(claim.subject_name):
                yield self.at(first_words(claim.subject, 24), missing="、".join(missing))
                return
