import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, ImageFacts, Level
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind

_NONE = re.compile(r"^\s*(?:否|不|无|没有|未|no?$|0$|/$|-$|黑白$|黑白稿)", re.IGNORECASE)
_GREY = re.compile(r"(?:黑|白|灰|银|深灰|浅灰|色|、|和|，|,|\s)+")


class TmFormColour(MarkCheck):
    """“指定颜色”与图样不符：不指定颜色却交了彩色图样，或者指定了颜色图样却是黑白的。

    指定颜色的应当提交着色图样，不指定颜色的应当提交黑白图样；不符的要补正，保护的颜色也不清楚。
    改“指定颜色”一项，或者换图样。颜色按饱和度看：明显有色的像素超过百分之一（内部阈值）算彩色，压缩噪点不算。
    """

    code = "TMF010"
    level = Level.ERROR
    basis = (cite("商标条例", "13.1"), cite("商指", "1-2-3.1.4.1"))
    message = "指定颜色写的是“{words}”，图样“{name}”却是{seen}：请改成一致"
    requires = ("PIL",)
    needs = (Column.COLOUR, Column.IMAGE)

    @dataclass(frozen=True)
    class Options:
        """coloured：明显有色的像素占多少以上算彩色图样"""

        coloured: float = 0.01

    good = (
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t否\n", images=(ImageFacts("JPEG", 800, 800, colour=0.002),)),
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t红色、白色\n", images=(ImageFacts("JPEG", 800, 800, colour=0.3),)),
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t黑白\n", images=(ImageFacts("JPEG", 800, 800),)),
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t\n", images=(ImageFacts("JPEG", 800, 800, colour=0.3),)),
    )
    bad = (
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t⟦不指定⟧\n", images=(ImageFacts("JPEG", 800, 800, colour=0.3),)),
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t⟦是⟧\n", images=(ImageFacts("JPEG", 800, 800),)),
        Sample("商标\t图样\t指定颜色\n福来\ta.jpg\t⟦红色⟧\n", images=(ImageFacts("JPEG", 800, 800),)),
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.COLOUR)
        if cell is None or mark.kind is MarkKind.COLOURS:
            return
        text = mark.row.text(Column.COLOUR)
        wants = not _NONE.search(text)
        if wants and _GREY.fullmatch(text):
            return
        for picture in mark.pictures[:1]:
            if picture.facts is not None and (picture.facts.colour > self.options.coloured) != wants:
                seen = "黑白的" if wants else "彩色的"
                yield self.at(cell, name=picture.name, seen=seen, on=self.day(mark))
