from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.hanzi import is_rare, standard


class TmFormMarkTextMismatch(MarkCheck):
    """申请书填写的商标文字与图样里的文字不一致。

    受理和审查以图样为准，文字填错会检索错、公告错，要补正。
    对照图样改正商标文字，或者换图样；“图样文字”列由人看图填写或者用识别软件填写，识别可能有错，请人确认。
    """

    code = "TMF027"
    level = Level.ERROR
    basis = (cite("商标条例", "13.1"), cite("商指", "1-2-3.1.4.1"))
    message = "商标文字“{words}”与图样里的“{seen}”不一致：请对照图样确认"

    good = (
        "商标\t图样文字\n福来\t福来\n",
        "商标\t图样文字\n福来 FULAI\tFuLai福来\n",
        "商标\t图样文字\n福来\t\n",
        "商标\t图样文字\n福來\t福来\n",
    )
    bad = ("商标\t图样文字\n⟦福来⟧\t福莱\n", "商标\t图样文字\n⟦福来 FULAI⟧\t福来 FULEI\n")

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        seen = mark.row.cell(Column.IMAGE_TEXT)
        if mark.words is None or seen is None:
            return
        if _letters(mark.text) != _letters(mark.row.text(Column.IMAGE_TEXT)):
            yield self.at(mark.words, related=(seen,), seen=seen, on=self.day(mark))


def _letters(text: str) -> list[str]:
    """The characters that count, in any order: a specimen is read in whatever order its parts stand."""
    return sorted(character for character in standard(text.casefold()) if character.isalnum() or is_rare(character))
