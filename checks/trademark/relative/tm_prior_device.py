from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, EarlierMark, Mark, Portfolio, PortfolioCheck
from ipcheck.trademark.devices import DeviceError, engine
from ipcheck.trademark.figures import FigureHit, Figures
from ipcheck.trademark.prior import same_owner


class TmPriorDevice(PortfolioCheck):
    """图样与同一类别上他人在先商标的图样，或者与同一批里另一申请人的图样，图形相近。

    图形商标和组合商标的图形部分，构图和整体外观近似的，也是近似商标；机器只会认出改色、反相、旋转、镜像、裁剪一类的变化，
    认不出重画的同一题材，相近也可能只是通用图形，所以只作提示：两张图放在一起由人看，近似的改图或者核对利益冲突。
    在先商标的图样写在在先商标表的“图样”列（建索引时一起放进去）；没有图样的商标没有比。
    """

    code = "TMR006"
    level = Level.ADVICE
    basis = (cite("商标法", "20"), cite("商指", "2-5-5.2"), cite("商指", "2-5-5.3"))
    message = "图样与{other}的图形相近（{why}；得分{score}，内部阈值{limit}）：两张图放在一起看，近似的改图"
    requires = ("PIL",)

    @dataclass(frozen=True)
    class Options:
        """score：图形相近的得分（0到1）达到多少才报
        most：一个图样至多报几件在先商标
        """

        score: float = 0.9
        most: int = 5

    _MINE = "商标\t图样\t类别\t申请人\n"
    _THEIRS = "\n=====\n商标\t图样\t类别\t申请人\t申请号\t状态\n"
    # A magnifying glass, the same turned by half, an arrow: sixteen rows of sixteen squares.
    _GLASS = 0x07E01FF83C3C700E6006C003C003C003C0036007700E3C3C1FF807EC000E0007
    _TURNED = int(f"{_GLASS:0256b}"[::-1], 2)
    _ARROW = 0x0100038007C00FE01FF03FF87FFCFFFE03800380038003800380038003800000
    good = (
        _MINE + "云朵\t\t30\t甲公司" + _THEIRS + "山海\t\t30\t乙公司\t101\t已注册\n",
        Sample(
            _MINE + "云朵\ta.png\t30\t甲公司" + _THEIRS + "山海\tb.png\t30\t乙公司\t101\t已注册\n",
            prints=(_GLASS, _ARROW),
        ),
        Sample(
            _MINE + "云朵\ta.png\t30\t甲公司" + _THEIRS + "山海\tb.png\t25\t乙公司\t101\t已注册\n",
            prints=(_GLASS, _GLASS),
        ),
        Sample(
            _MINE + "云朵\ta.png\t30\t甲公司" + _THEIRS + "山海\tb.png\t30\t甲公司\t101\t已注册\n",
            prints=(_GLASS, _GLASS),
        ),
        Sample(
            _MINE + "云朵\ta.png\t30\t甲公司" + _THEIRS + "山海\tb.png\t30\t乙公司\t101\t已无效\n",
            prints=(_GLASS, _GLASS),
        ),
    )
    bad = (
        Sample(
            _MINE + "云朵\t⟦a.png⟧\t30\t甲公司" + _THEIRS + "山海\tb.png\t30\t乙公司\t101\t已注册\n",
            prints=(_GLASS, _GLASS),
        ),
        Sample(
            _MINE + "云朵\t⟦a.png⟧\t30\t甲公司" + _THEIRS + "山海\tb.png\t30\t乙公司\t101\t已注册\n",
            prints=(_GLASS, _TURNED),
        ),
        Sample(_MINE + "云朵\ta.png\t30\t甲公司\n山海\t⟦b.png⟧\t30\t乙公司\n", prints=(_GLASS, _GLASS)),
    )

    @classmethod
    def unseen(cls, portfolio: Portfolio) -> str:
        if not any(mark.pictures for mark in portfolio.marks):
            return ""
        told = []
        if portfolio.earlier is None:
            told.append("没有给出在先商标（--earlier），只比了同一批的图样")
        elif not portfolio.figures:
            told.append("在先商标没有能打开的图样，只比了同一批的图样")
        elif portfolio.figures.unseen:
            told.append(f"在先商标有 {portfolio.figures.unseen} 幅图样打不开，没有比")
        if "OpenCV" in engine():
            told.append(engine())
        return "；".join(told)

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        pictured_marks = [(at, mark) for at, mark in enumerate(portfolio.marks) if mark.pictures]
        # The number tells the place in the batch: each pair is told of once, at the later mark.
        batch = Figures.of(
            (replace(EarlierMark.of(mark), number=str(at)), picture)
            for at, mark in pictured_marks
            for picture in mark.pictures
        )
        for at, mark in pictured_marks:
            for picture in mark.pictures:
                if (data := picture.data()) is None:
                    continue
                earlier = self._like(mark, data, portfolio.figures) if portfolio.figures else []
                others = [
                    hit
                    for hit in self._like(mark, data, batch)
                    if int(hit.mark.number) < at
                    and not set(mark.applicants) & set(portfolio.marks[int(hit.mark.number)].applicants)
                ]
                yield from (self._tell(mark, hit, "在先商标", hit.mark.number) for hit in earlier[: self.options.most])
                yield from (
                    self._tell(mark, hit, "同一批里另一申请人的商标", "") for hit in others[: self.options.most]
                )

    def _like(self, mark: Mark, data: bytes, figures: Figures) -> list[FigureHit]:
        """The living marks of others whose figures are like a picture."""
        try:
            hits = figures.search(data, mark.classes, most=50)
        except DeviceError:
            # What is wrong with the picture is for the checks of form to say.
            return []
        return [
            hit
            for hit in hits
            if hit.likeness.score >= self.options.score and hit.mark.alive and not same_owner(mark, hit.mark)
        ]

    def _tell(self, mark: Mark, hit: FigureHit, whose: str, number: str) -> Finding:
        told = "，".join(piece for piece in (f"“{hit.mark.text}”" if hit.mark.text else "", number) if piece)
        owner = f"（{told}，{hit.mark.applicant}）" if told else f"（{hit.mark.applicant}）"
        return self.at(
            mark.row.span(Column.IMAGE),
            related=(hit.mark.span,) if hit.mark.span is not None else (),
            facts={"score": round(hit.likeness.score, 3), "number": number, "owner": hit.mark.applicant},
            on=self.day(mark),
            other=whose + owner,
            why=hit.likeness.why,
            score=f"{hit.likeness.score:.2f}",
            limit=self.options.score,
        )
