"""A draft as plain text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from tests.samples.draft import Draft, pieces

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def _plain(text: str) -> str:
    """``text`` without its markup, raised digits by their own characters: plain text has no other means."""
    return "".join(words.translate(_RAISED) if look == "sup" else words for words, look in pieces(text))


def plain_text(draft: Draft) -> str:
    """The parts one after another under their titles, claims and paragraphs numbered by hand."""
    lines = ["说明书摘要", _plain(draft.abstract), "", "权利要求书"]
    for number, claim in enumerate(draft.claims, 1):
        lines += f"{number}. {_plain(claim)}".split("\n")
    lines += ["", "说明书", draft.title, *_description(draft)]
    return "\n".join([*lines, "", "说明书附图", *draft.captions]) + "\n"


def _description(draft: Draft) -> Iterator[str]:
    count = 0
    for heading, paragraphs in draft.sections.items():
        yield heading
        for paragraph in paragraphs:
            count += 1
            yield from f"[{count:04d}] {_plain(paragraph)}".split("\n")


def markdown(draft: Draft) -> str:
    """The same as Markdown: titles and headings as such, pictures as links, <sub> and <sup> left in."""
    lines = ["# 说明书摘要", "", draft.abstract, "", "# 权利要求书", ""]
    for number, claim in enumerate(draft.claims, 1):
        lines += [*f"{number}. {claim}".split("\n"), ""]
    lines += ["# 说明书", "", draft.title, ""]
    for heading, paragraphs in draft.sections.items():
        lines += [f"## {heading}", ""]
        for paragraph in paragraphs:
            lines += [*paragraph.split("\n"), ""]
    lines += ["# 说明书附图", ""]
    for caption in draft.captions:
        lines += [f"![{caption}](附图/{caption}.png)", "", caption, ""]
    return "\n".join(lines)
