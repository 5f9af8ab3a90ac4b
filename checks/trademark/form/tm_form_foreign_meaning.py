import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.romanised import could_be_pinyin, spells

_FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u04ff\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af\uff21-\uff5a]+")
_LATIN = re.compile(r"[A-Za-z\uff21-\uff5a]+")
# Pieces of a web address have no meaning to tell.
_ADDRESS = frozenset(("www", "com", "cn", "net", "org"))
_TOLD = re.compile(r"含义|意为|译为|自造|臆造|无意义")


class TmFormForeignMeaning(MarkCheck):
    """商标是外文或者含有外文，没有说明含义。

    含外文的应当说明含义，没有说明的要补正；含义也是判断显著性和近似的依据。
    填写准确的含义，自造词写“无含义”之前先查词典。
    与汉字读音相同的拼音不是外文，不报；单独的字母串能拆成拼音的（如 LUNA）可能是外文，只给警告。一个字母和数字不报。
    """

    code = "TMF011"
    level = Level.ERROR
    basis = (cite("商标条例", "13.7"),)
    message = "“{latin}”{what}：请在“外文含义”里说明含义，没有固定含义的先查词典再写"
    needs = (Column.MEANING,)

    good = (
        "商标\t外文含义\nLUNA\t月亮\n",
        "商标\t外文含义\n福来 FULAI\t\n",
        "商标\t外文含义\n福来 FL\t\n",
        "商标\t外文含义\n福来\t\n",
        "商标\t外文含义\n银行家 YINHANGJIA\t\n",
        "商标\t外文含义\nA8\t\n",
        "商标\t外文含义\n福来 WWW.FULAI.COM\t\n",
        "商标\t外文含义\t商标说明\nKIVOR\t\t自造词，无含义\n",
    )
    bad = (
        "商标\t外文含义\n⟦SUNRISE⟧\t\n",
        "商标\t外文含义\n福来 ⟦LUCKY⟧\t\n",
        "商标\t外文含义\n⟦LUNA⟧\t\n",
        "商标\t外文含义\n⟦さくら⟧\t\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is None or mark.row.text(Column.MEANING) or _TOLD.search(mark.row.text(Column.DESCRIPTION)):
            return
        words = [
            match
            for match in _FOREIGN.finditer(str(mark.words))
            if len(match[0]) > 1 and match[0].lower() not in _ADDRESS
        ]
        letters = "".join(match[0] for match in words)
        if not words or spells(letters, mark.text) or all(spells(match[0], mark.text) for match in words):
            return
        span = mark.words.sub(words[0].start(), words[-1].end())
        latin = bool(_LATIN.fullmatch(letters))
        maybe = latin and could_be_pinyin(letters)
        yield self.at(
            span,
            latin=str(span),
            what="可能是外文，也可能是拼音" if maybe else "是外文，没有说明含义",
            level=Level.WARNING if maybe else None,
            on=self.day(mark),
        )
