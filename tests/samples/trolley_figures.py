"""The four figures of the trolley."""

from __future__ import annotations

from tests.samples.line_drawing import Drawing


def _open() -> Drawing:
    """The trolley unfolded, from the front."""
    page = Drawing(900, 860)
    page.box(140, 720, 620, 36)
    for left in (180, 690):
        page.box(left, 90, 30, 630)
    for wheel in (200, 700):
        page.arc(wheel, 790, 30).arc(wheel, 790, 8).line((wheel, 756), (wheel, 782), size=5)
    page.line((735, 770), (770, 786), size=6)
    for shelf in range(4):
        top = 150 + shelf * 140
        page.box(210, top, 480, 22)
        for left in (160, 670):
            page.box(left, top + 34, 70, 14).hatch(left + 10, top + 23, 50, 10, 6)
        page.box(250, top - 46, 180, 46).box(470, top - 46, 180, 46)
    page.box(654, 110, 14, 520).box(668, 560, 22, 60)
    return page.signs(
        (
            ("1", (80, 820), (180, 745)),
            ("11", (300, 820), (226, 800)),
            ("12", (840, 830), (766, 786)),
            ("2", (80, 120), (182, 160)),
            ("21", (70, 390), (164, 334)),
            ("22", (70, 280), (172, 318)),
            ("3", (450, 240), (400, 166)),
            ("4", (800, 90), (664, 140)),
            ("5", (830, 560), (688, 590)),
            ("6", (420, 50), (360, 112)),
        )
    )


def _folded() -> Drawing:
    """The trolley folded, from the side."""
    page = Drawing(700, 860)
    page.box(180, 720, 320, 36)
    page.box(300, 80, 40, 640)
    for wheel in (220, 460):
        page.arc(wheel, 790, 30).arc(wheel, 790, 8)
    for shelf in range(4):
        top = 110 + shelf * 140
        page.box(350, top, 20, 128).arc(346, top + 4, 9)
        page.arc(396, top + 84, 6)
    page.box(386, 170, 20, 470)
    return page.signs(
        (
            ("1", (90, 800), (200, 745)),
            ("2", (160, 200), (304, 240)),
            ("3", (560, 560), (368, 600)),
            ("4", (560, 300), (404, 330)),
            ("41", (560, 430), (400, 474)),
            ("34", (560, 100), (352, 112)),
        )
    )


def _shelf() -> Drawing:
    """One shelf from above."""
    page = Drawing(960, 560)
    page.box(120, 120, 720, 300).box(142, 142, 676, 256)
    for bar in range(1, 9):
        page.box(142 + bar * 75 - 6, 142, 12, 256)
    page.box(128, 128, 704, 284, size=1)
    for seat in (220, 700):
        page.box(seat, 420, 50, 36).arc(seat + 25, 438, 8)
    page.line((200, 438), (780, 438), dashed=True, size=2)
    return page.signs(
        (
            ("3", (60, 60), (130, 120)),
            ("31", (480, 60), (460, 130)),
            ("32", (900, 260), (748, 280)),
            ("33", (160, 510), (226, 450)),
            ("34", (480, 510), (500, 440)),
            ("35", (880, 80), (830, 136)),
        )
    )


def _lock() -> Drawing:
    """The lock in section."""
    page = Drawing(960, 620)
    page.hatch(120, 80, 50, 440)
    page.hatch(190, 120, 34, 160).hatch(190, 330, 34, 160)
    page.hatch(330, 230, 340, 40).hatch(330, 340, 340, 40)
    page.line((200, 290), (240, 282), (760, 282)).line((200, 320), (240, 328), (760, 328)).line((760, 282), (760, 328))
    page.box(470, 272, 24, 66)
    for coil in range(8):
        page.line((500 + coil * 20, 274), (510 + coil * 20, 336), (520 + coil * 20, 274), size=2)
    page.arc(800, 305, 40).arc(800, 305, 30)
    page.line((330, 380), (330, 540), (670, 540), (670, 380))
    return page.signs(
        (
            ("2", (60, 120), (140, 150)),
            ("51", (270, 60), (212, 140)),
            ("52", (60, 305), (206, 305)),
            ("53", (560, 120), (540, 240)),
            ("54", (380, 160), (400, 292)),
            ("55", (660, 440), (600, 330)),
            ("56", (890, 180), (826, 275)),
            ("31", (240, 580), (334, 520)),
        )
    )


FIGURES = (_open, _folded, _shelf, _lock)
