from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_SIGN = lazy(r"[(（][ \t]?[A-Z]?\d{1,4}[a-z]?(?:-\d{1,2})?[ \t]?[)）]$")
_LONGEST = 30


class ClaimRefsignInSubject(PatentCheck):
    """权利要求的主题名称后面带着附图标记，如“一种泵（1）”。

    附图标记是为便于理解技术特征而加的，放在特征之后；主题名称是要求保护的整个主题，不需要标记，带着它像是只保护附图中的那一个。
    删去主题名称后的标记和括号，其他技术特征后的标记保留。
    只看独立权利要求的主题名称末尾；名称里别的部件之后的标记（用于壳体（1）的阀）不报。
    """

    code = "CLM012"
    level = Level.ADVICE
    basis = (cite("质量评价", "16"),)
    message = "权利要求{claim}的主题名称“{name}”带着附图标记“{words}”：主题名称不加附图标记，请删去"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种泵，包括泵体（1）和叶轮（2）。",
        "1. 一种用于壳体（1）的阀，包括阀体（2）。",
        "1. 一种碳化硅(SiC)器件，包括衬底。",
    )
    bad = (
        "1. 一种泵⟦（1）→⟧，包括泵体（2）和叶轮（3）。",
        "1. 一种泵，包括泵体（2）。\n2. 一种水箱⟦(10a)→⟧，其特征在于，包括权利要求1所述的泵。",
    )
    missed = (
        "1. 一种泵⟦[1]⟧，包括泵体（2）和叶轮（3）。",
        "1. 一种泵⟦1⟧，包括泵体2和叶轮3。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            subject = claim.subject
            if subject is None or len(subject) > _LONGEST:
                continue
            match = next(subject.find(_SIGN), None)
            if match is not None and match.start() > subject.start:
                yield self.at(subject.at(match), claim=claim.number, name=str(subject), fix="")
