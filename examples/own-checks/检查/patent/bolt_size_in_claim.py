"""House rule of the firm: no thread sizes in claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_SIZE = re.compile(r"(?<![A-Za-z0-9])M\d{1,2}(?:\.\d)?(?:[×xX*]\d{1,3})?(?=[\u4e00-\u9fff（(])")


class BoltSizeInClaim(PatentCheck):
    """权利要求里写了螺纹的规格，如“M6螺栓”“M8×20螺钉”。

    规格是具体的尺寸，写进权利要求会把别的规格排除在保护范围之外；本所的做法是把它留在说明书的实施例里。
    权利要求里写“螺栓”“螺钉”，规格写进具体实施方式；规格就是发明点的，在 ipcheck.toml 的 allow 里写上它。
    """

    @dataclass(frozen=True)
    class Options:
        """Sizes that may stand in claims."""

        allow: tuple[str, ...] = ()

    code = "OWP001"
    level = Level.ADVICE
    basis = (cite("法", "26.4"),)
    message = "权利要求{claim}写了螺纹规格“{words}”：请在权利要求里写“螺栓”或者“螺钉”，规格写进具体实施方式"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种托架，包括底板和螺栓，所述螺栓穿过所述底板。",
        "1. 一种网关，包括M2M模块和电源。",
        "1. 一种托架，包括底板。\n说明书\n一种托架\n具体实施方式\n底板用M6螺栓固定。",
    )
    bad = (
        "1. 一种托架，包括底板和⟦M6⟧螺栓。\n2. 根据权利要求1所述的托架，还包括⟦M8×20⟧螺钉。",
        "1. 一种托架，包括底板，所述底板开有⟦M10⟧（粗牙）螺纹孔。",
    )
    missed = ("1. 一种托架，包括底板和⟦六毫米的⟧螺栓。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        """Yield each size in a claim that the options do not allow."""
        for claim in filing.claims:
            for match in claim.body.find(_SIZE):
                if match[0] not in self.options.allow:
                    yield self.at(claim.body.at(match), claim=claim.number)
