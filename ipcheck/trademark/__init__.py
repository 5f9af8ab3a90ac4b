"""Trademarks: marks of tables, portfolios, word lists, earlier marks and the bases of the room's checks."""

from ipcheck.trademark.check import MarkCheck, MarkRegisterCheck, PortfolioCheck, TrademarkCheck
from ipcheck.trademark.columns import COLUMNS, Column
from ipcheck.trademark.earlier import EarlierMark, EarlierMarks, Hit, Likeness, RuleScore
from ipcheck.trademark.lists import Entry, Lists, WordList, fold
from ipcheck.trademark.mark import Goods, Mark, MarkKind
from ipcheck.trademark.picture import Picture
from ipcheck.trademark.portfolio import MarkRegister, Portfolio

__all__ = [
    "COLUMNS",
    "Column",
    "EarlierMark",
    "EarlierMarks",
    "Entry",
    "Goods",
    "Hit",
    "Likeness",
    "Lists",
    "Mark",
    "MarkCheck",
    "MarkKind",
    "MarkRegister",
    "MarkRegisterCheck",
    "Picture",
    "Portfolio",
    "PortfolioCheck",
    "RuleScore",
    "TrademarkCheck",
    "WordList",
    "fold",
]
