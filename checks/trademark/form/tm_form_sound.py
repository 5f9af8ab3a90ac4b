import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind


class TmFormSound(MarkCheck):
    """声音商标缺少声音样本、描述或者使用方式。

    声音标志应当提交样本，用五线谱或者简谱加文字描述，无法用乐谱的用文字描述，并说明使用方式。
    补齐样本文件和说明，描述要与样本一致。
    """

    code = "TMF014"
    level = Level.ERROR
    basis = (cite("商标条例", "13.5"),)
    message = "声音商标{what}：请补齐"

    good = (
        "商标\t商标类型\t样本文件\t商标说明\n开机声\t声音\t开机.mp3\t五线谱见图样，共四个音，使用于软件启动时\n",
        "商标\t商标类型\t样本文件\t商标说明\n福来\t文字\t\t\n",
    )
    bad = (
        "商标\t商标类型\t样本文件\t商标说明\n开机声\t⟦声音⟧\t开机.mp3\t\n",
        "商标\t商标类型\t样本文件\t商标说明\n开机声\t⟦声音⟧\t\t简谱 5 3 1 加文字描述，使用于软件启动时\n",
        "商标\t商标类型\t商标说明\n开机声\t⟦声音⟧\t五线谱描述，使用于软件启动\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.kind is not MarkKind.SOUND:
            return
        told = mark.row.text(Column.DESCRIPTION)
        files = mark.row.text(Column.SAMPLE) + mark.row.text(Column.FILES) + mark.row.text(Column.IMAGE)
        lacking = []
        if not re.search(r"\.(?:mp3|wav|m4a|flac)|样本|音频", files, re.IGNORECASE):
            lacking.append("没有声音样本")
        if not re.search(r"五线谱|简谱|乐谱|描述|音符|旋律|[男女童]声|鸣|响", told):
            lacking.append("没有用乐谱或者文字描述声音")
        if not re.search(r"使用|用于|用在|播放", told):
            lacking.append("没有说明使用方式")
        if lacking:
            yield self.at(mark.row.span(Column.KIND), what="，".join(lacking), on=self.day(mark))
