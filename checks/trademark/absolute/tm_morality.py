from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmMorality(ListedWordCheck):
    """商标含有低俗、迷信、赌毒的词，或者与粗俗用语谐音。

    这样的标志违背公序良俗；谐音词误报多，只提示，并写出像哪一个词。
    换掉；典故和成词请说明出处。
    """

    code = "TMA020"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"),)
    message = "{told}：可能违背公序良俗，换掉；另有正当含义的请说明出处"
    uses = ("违背公序良俗用语", "低俗谐音", "禁用词")

    good = (
        "商标\t类别\n妈妈的味道\t30\n",
        "商标\t类别\n老妈的饼\t30\n",
        "商标\t类别\n赌气\t25\n",
        "商标\t类别\nWTFORM\t9\n",
    )
    bad = (
        "商标\t类别\n⟦叫了个鸡⟧\t43\n",
        "商标\t类别\n⟦牛逼烧烤⟧\t43\n",
        "商标\t类别\n⟦赌书泼茶⟧\t30\n",
        "商标\t类别\n⟦牛掰先生⟧\t25\n",
        Sample("商标\t类别\n⟦试词饼⟧\t30\n", lists=(("禁用词", "词\n试词\n"),)),
    )
