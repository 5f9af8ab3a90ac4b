"""The nouns everything else is built from: documents, spans, findings, reports. They know no law and no format."""

from ipcheck.model.compiled import keep_compiled
from ipcheck.model.document import Anchor, Document, DocumentBuilder, Mark, Object, Paragraph, Place
from ipcheck.model.finding import BasisRef, Finding, Fix, Level
from ipcheck.model.image import ImageFacts
from ipcheck.model.pattern import lazy
from ipcheck.model.report import Acceptance, Failure, InputFile, Record, Report, Words, numbered
from ipcheck.model.span import Span
from ipcheck.model.text import fold

__all__ = [
    "Acceptance",
    "Anchor",
    "BasisRef",
    "Document",
    "DocumentBuilder",
    "Failure",
    "Finding",
    "Fix",
    "ImageFacts",
    "InputFile",
    "Level",
    "Mark",
    "Object",
    "Paragraph",
    "Place",
    "Record",
    "Report",
    "Span",
    "Words",
    "fold",
    "keep_compiled",
    "lazy",
    "numbered",
]
