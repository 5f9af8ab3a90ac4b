"""A draft as .docx: one file a part as real drafts are, or one file with titles in the body."""

from __future__ import annotations

from tests.samples.docx_file import CLAIM_NUMBERS, PARAGRAPH_NUMBERS, DocxFile, runs, text_run
from tests.samples.draft import Draft

HEADERS = {
    "说明书摘要": "说 明 书 摘 要",
    "权利要求书": "权 利 要 求 书",
    "说明书": "说   明   书",
    "说明书附图": "说 明 书 附 图",
}


def abstract(file: DocxFile, draft: Draft) -> None:
    """The abstract's paragraphs."""
    for line in draft.abstract.split("\n"):
        file.paragraph(runs(line), "zw")


def claims(file: DocxFile, draft: Draft) -> None:
    """The claims, numbered automatically; the further lines of a claim bear no number."""
    for claim in draft.claims:
        for index, line in enumerate(claim.split("\n")):
            before, picture, after = line.partition("\ufffc")
            inner = runs(before) + runs(after)
            if picture and draft.inline is not None:
                inner = runs(before) + file.picture(draft.inline().png, "图片", 120, 90) + runs(after)
            file.paragraph(inner, "zw", number=0 if index else CLAIM_NUMBERS)


def description(file: DocxFile, draft: Draft, *, numbered: bool = True) -> None:
    """The description: title, headings, paragraphs with automatic [0001] unless ``numbered`` is False."""
    file.paragraph(text_run(draft.title, '<w:b/><w:sz w:val="32"/>'), "mc")
    for heading, paragraphs in draft.sections.items():
        file.paragraph(runs(heading), "bt")
        for paragraph in paragraphs:
            omml = draft.formulas.get(paragraph)
            if omml is not None:
                file.formula(omml)
                continue
            for index, line in enumerate(paragraph.split("\n")):
                number = PARAGRAPH_NUMBERS if numbered and not index else 0
                file.paragraph(runs(line), "dh" if number else "zw")


def drawings(file: DocxFile, draft: Draft) -> None:
    """The figures, each with its number below."""
    for caption, draw in zip(draft.captions, draft.figures, strict=True):
        drawing = draw()
        width = 520 if drawing.width >= drawing.height else 400
        height = width * drawing.height // drawing.width
        file.paragraph(file.picture(drawing.png, "图片", width, height), "mc")
        file.paragraph(runs(caption), "mc")


PARTS = {"说明书摘要": abstract, "权利要求书": claims, "说明书": description, "说明书附图": drawings}


def request(draft: Draft) -> DocxFile:
    """The request form: a title and a table of labels and values."""
    file = DocxFile(f"{draft.kind}专利请求书")
    file.paragraph(text_run(f"{draft.kind}专利请求书", '<w:b/><w:sz w:val="36"/>'), "mc")
    file.table(draft.request, (3200, 6200))
    file.section(last=True)
    return file


def separate_files(draft: Draft) -> dict[str, bytes]:
    """One file a part, whose name stands in the page header only."""
    files: dict[str, bytes] = {"请求书.docx": request(draft).data} if draft.request else {}
    for name, write in PARTS.items():
        if name == "说明书附图" and not draft.figures:
            continue
        file = DocxFile(draft.title)
        write(file, draft)
        file.section(HEADERS[name], last=True)
        files[f"{name}.docx"] = file.data
    return files


def one_file(draft: Draft) -> bytes:
    """All parts in one file, each under its title and on pages of its own."""
    file = DocxFile(draft.title)
    for name, write in PARTS.items():
        if name == "说明书附图" and not draft.figures:
            continue
        file.paragraph(text_run(name, '<w:b/><w:sz w:val="36"/>'), "mc")
        write(file, draft)
        file.section(last=name == (list(PARTS)[-1] if draft.figures else "说明书"))
    return file.data
