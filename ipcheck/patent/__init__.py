"""The patent room: an application drawn from its documents, and what its checks stand on."""

from ipcheck.patent.antecedents import Antecedents, Unresolved
from ipcheck.patent.check import PatentCheck, PictureCheck, first_words, placed, raised
from ipcheck.patent.claims import Claim, head_noun, only_omits, same_head
from ipcheck.patent.description import Description, DescriptionParagraph, Section, SectionName, title_label
from ipcheck.patent.figures import Caption, Figure, FigureMention, find_mentions, label_number
from ipcheck.patent.filing import Filing
from ipcheck.patent.kind import Kind
from ipcheck.patent.numerals import ListedSign, Numeral, Occurrence, names_differ
from ipcheck.patent.parts import Part, PartName
from ipcheck.patent.pictures import Picture, names_of
from ipcheck.patent.quantities import Quantity
from ipcheck.patent.references import Citation, Reference
from ipcheck.patent.request import Request
from ipcheck.patent.series import Series
from ipcheck.patent.tables import Cell, Table

__all__ = [
    "Antecedents",
    "Caption",
    "Cell",
    "Citation",
    "Claim",
    "Description",
    "DescriptionParagraph",
    "Figure",
    "FigureMention",
    "Filing",
    "Kind",
    "ListedSign",
    "Numeral",
    "Occurrence",
    "Part",
    "PartName",
    "PatentCheck",
    "Picture",
    "PictureCheck",
    "Quantity",
    "Reference",
    "Request",
    "Section",
    "SectionName",
    "Series",
    "Table",
    "Unresolved",
    "find_mentions",
    "first_words",
    "head_noun",
    "label_number",
    "names_differ",
    "names_of",
    "only_omits",
    "placed",
    "raised",
    "same_head",
    "title_label",
]
