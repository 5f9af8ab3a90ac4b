"""One invention with a few faults, written to files of every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.samples.draft import Draft
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_docx import one_file, separate_files
from tests.samples.write_pdf import pdf
from tests.samples.write_text import markdown, plain_text
from tests.samples.write_xml import case_zip, e_filing, publication

_EMBODIMENTS, _SUMMARY, _FIGURES = "具体实施方式", "实用新型内容", "附图说明"


def faulty() -> Draft:
    """The pot holder with faults in every part; two claims of several lines, one index, one long paragraph.

    Left out is what not every format can carry: tracked changes, comments, hidden words and highlights (.docx only),
    pictures among the words (no .txt), the request form (no publication), page headers.
    """
    draft = (
        POT_HOLDER.with_abstract("本实用新型公开了", "本发明公开了")
        .with_abstract("包括夹持座（1）和支臂（2），支臂（2）的", "包括夹持座（1）和支臂（2），支臂2的")
        .with_claim(1, "相对设置，所述螺杆", "相对设置；\n所述螺杆")
        .with_claim(1, "螺纹连接；所述支臂", "螺纹连接；\n所述支臂")
        .with_claim(1, "固定有托环", "固定有较大的托环")
        .with_claim(2, "防滑垫（15）。", "防滑垫（15），例如硅胶垫。")
        .with_claim(3, "权利要求1", "权利要求4")
        .with_claim(4, "，多个所述凸点", "、\n所述压环与多个所述凸点")
        .with_claim(5, "，所述接水盘（4）的边缘", "。\n所述接水盘4的边缘")
        .with_claim(6, "排水孔（42），", "排水孔（42），所述排水孔（42）的直径为8mm～5mm，")
        .with_claim(7, "1或2", "1和2")
        .with_section(_SUMMARY, "本实用新型的有益效果", "本发明的有益效果")
        .with_section(_SUMMARY, "可选的，所述上夹板", "如权利要求1所述的托架，所述上夹板")
        .with_section(
            _FIGURES,
            "图3为本实用新型实施例的接水盘与托环的连接示意图。",
            "图3为本实用新型实施例的接水盘与托环的连接示意图；\x00图4为本实用新型实施例的塞子的放大图。",
        )
        .with_section(_FIGURES, "43-塞子", "43-塞子；44-垫圈")
        .with_section(_EMBODIMENTS, "12和螺杆13，下夹板12与", "12和螺杆13，12与")
        .with_section(_EMBODIMENTS, "厚度为3mm，既", "面积为20cm<sup>2</sup>，厚度为【待补充】，既")
        .with_section(_EMBODIMENTS, "如图3所示", "如图7所示")
        .with_section(_EMBODIMENTS, "拔出塞子43", "拔出塞子（43）")
        .with_section(_EMBODIMENTS, "然后调节托环3的位置", "然后调节滑块3的位置")
    )
    return replace(draft, title="一种夹持式花盆托架等")


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


FORMATS: dict[str, Callable[[Draft], dict[str, bytes]]] = {
    "txt": lambda draft: {"稿.txt": plain_text(draft).encode()},
    "txt-gb18030-crlf": lambda draft: {"稿.txt": plain_text(draft).replace("\n", "\r\n").encode("gb18030")},
    "md": lambda draft: {"稿.md": markdown(draft).encode()},
    "docx": lambda draft: {"稿.docx": one_file(draft)},
    "docx-parts": separate_files,
    "pdf": lambda draft: {"稿.pdf": pdf(draft)},
    "xml-e-filing": e_filing,
    "xml-publication": lambda draft: {"稿.xml": publication(draft)},
    "zip": lambda draft: {"案卷.zip": case_zip(draft)},
}


def write(draft: Draft, form: str, folder: Path) -> Path:
    """Write ``draft`` in one format below ``folder`` and return the folder to check."""
    return _write(folder, FORMATS[form](draft))
