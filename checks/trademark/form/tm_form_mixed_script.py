import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck

_WORD = re.compile(r"[A-Za-z\u0370-\u04ff]+")
# Cyrillic and Greek letters that print like Latin ones.
_LOOKALIKES = frozenset("АВЕКМНОРСТХУІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοριν")


class TmFormMixedScript(MarkCheck):
    """一个词里混用拉丁字母和看起来一样的西里尔、希腊字母，或者数字夹在字母中间冒充字母。

    看起来一样、编码不同的字母会让检索查不到相同商标，多半是输入错误；有意为之的会被看作规避检索。
    用同一种文字重新输入；真要用外文字母的，在商标说明里写明。
    """

    code = "TMF033"
    basis = (cite("商标法", "31"), cite("商标条例", "13.7"))
    message = "“{words}”里混有{scripts}字母（{letters}），看起来与拉丁字母一样：请用同一种文字重新输入"

    good = (
        "商标\nFULAI 福来\n",
        "商标\nΩmega\n",
        "商标\nМОСКВА\n",
        "商标\nα福来\n",
    )
    bad = ("商标\n⟦FUL\u0410I⟧ 福来\n", "商标\n⟦p\u03bfma⟧\n")

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        for match in _WORD.finditer(str(mark.words)) if mark.words is not None else ():
            strange = [character for character in match[0] if character in _LOOKALIKES]
            latin = any(character.isascii() for character in match[0])
            if strange and latin and mark.words is not None:
                scripts = sorted({"希腊" if character < "\u0400" else "西里尔" for character in strange})
                yield self.at(
                    mark.words.sub(match.start(), match.end()),
                    scripts="、".join(scripts),
                    letters="、".join(f"{character} U+{ord(character):04X}" for character in sorted(set(strange))),
                    on=self.day(mark),
                )
