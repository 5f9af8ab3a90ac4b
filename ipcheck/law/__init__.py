"""The law tables and how an article is cited."""

from ipcheck.law.citation import Cite, LawError, cite
from ipcheck.law.tables import Article, Edition, Law, load_laws

__all__ = ["Article", "Cite", "Edition", "Law", "LawError", "cite", "load_laws"]
