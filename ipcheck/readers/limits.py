"""How much of a stranger's file we are willing to take in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits a reader keeps; a file over one of them raises ReadError.

    Sizes in bytes, times in seconds. 187 ordinary .docx files stayed far below all of them
    (reference/document-io.md, section 5).
    """

    file_bytes: int = 100_000_000
    zip_entries: int = 2_000
    entry_bytes: int = 100_000_000
    total_bytes: int = 300_000_000
    ratio: int = 200
    ratio_from: int = 1_000_000
    pdf_pages: int = 2_000
    pdf_seconds: int = 60
    pdf_memory: int = 1_500_000_000
    image_pixels: int = 50_000_000


DEFAULT = Limits()
