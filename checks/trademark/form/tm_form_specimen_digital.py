from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, ImageFacts, Level
from ipcheck.trademark import Column, Mark, MarkCheck, Picture


class TmFormSpecimenDigital(MarkCheck):
    """图样文件打不开，或者格式、像素、大小不符合网上申请的要求。

    电子申请要按规定格式上传图样，不合格的传不上去或者要补正。
    另存为JPG，边长在400到1500像素之间，不超过200KB；这些数值以网上申请页面为准，可在配置里改（内部阈值）。
    图样的路径从表格所在的文件夹算起，不能指到文件夹外面。
    """

    code = "TMF009"
    level = Level.ERROR
    basis = (cite("商指", "1-2-3.1.4.1"), cite("商标条例", "13.2"))
    message = "图样“{name}”{what}"
    requires = ("PIL",)

    @dataclass(frozen=True)
    class Options:
        """format：图样文件应当是什么格式（JPEG）
        least：边长至少几个像素
        most：边长至多几个像素
        bytes：文件至多几个字节
        """

        format: str = "JPEG"
        least: int = 400
        most: int = 1500
        bytes: int = 200_000

    good = (
        Sample("商标\t图样\n福来\ta.jpg\n", images=(ImageFacts("JPEG", 1000, 1000),)),
        Sample("商标\t图样\t提交方式\n福来\ta.png\t纸质\n", images=(ImageFacts("PNG", 3000, 3000),)),
        "商标\t图样\n福来\t\n",
    )
    bad = (
        Sample("商标\t图样\n福来\t⟦a.png⟧\n", images=(ImageFacts("PNG", 3000, 3000),)),
        Sample("商标\t图样\n福来\t⟦a.jpg⟧\n", images=(ImageFacts("JPEG", 399, 800),)),
        Sample("商标\t图样\n福来\t⟦坏.jpg⟧\n", images=(None,)),
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.IMAGE)
        for picture in mark.pictures if cell is not None else ():
            faults = [picture.problem] if picture.problem else list(self._faults(picture, mark))
            if faults and cell is not None:
                at = str(cell).find(picture.name)
                span = cell.sub(at, at + len(picture.name)) if at >= 0 else cell
                yield self.at(span, name=picture.name, what="；".join(faults), on=self.day(mark))

    def _faults(self, picture: Picture, mark: Mark) -> Iterator[str]:
        facts, wanted = picture.facts, self.options
        if facts is None or mark.on_paper:
            return
        if facts.format != wanted.format:
            yield f"是 {facts.format} 格式，应为 {'JPG' if wanted.format == 'JPEG' else wanted.format}"
        if not (wanted.least <= min(facts.width, facts.height) and max(facts.width, facts.height) <= wanted.most):
            yield f"是 {facts.width}×{facts.height} 像素，边长应在 {wanted.least} 到 {wanted.most} 之间（内部阈值）"
        if picture.size > wanted.bytes:
            yield f"有 {picture.size / 1000:.0f} KB，不应超过 {wanted.bytes // 1000} KB（内部阈值）"
