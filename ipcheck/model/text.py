"""Folding of Chinese text for comparison, without moving a character."""

# Full-width ASCII, odd spaces and odd hyphens; one character for one, so offsets hold on both sides.
# NFKC is not used: it turns m² into m2, ① into 1 and ㎜ into two characters (reference/document-io.md, 8).
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD.update(dict.fromkeys((0x3000, 0x00A0, 0x2002, 0x2003, 0x2009, 0x202F, 0x0009), 0x20))
_FOLD.update(dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212), 0x2D))
_FOLD.update({0x3014: 0x5B, 0x3015: 0x5D, 0xFF61: 0x3002})

SPACES = " \t\u3000\u00a0\u2002\u2003\u2009\u202f\u200b\ufeff"


def fold(text: str) -> str:
    """Return ``text`` with full-width forms, odd spaces and hyphens made plain; the length is unchanged."""
    return text.translate(_FOLD)


def squeeze(text: str) -> str:
    """Return ``text`` folded and without any white space, for comparing titles and headings."""
    return "".join(fold(text).split()).replace("\u200b", "").replace("\ufeff", "")
