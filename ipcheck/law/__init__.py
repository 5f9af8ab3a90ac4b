"""The law tables and how an article is cited."""

from ipcheck.law.citation import Cite, LawError, cite
from ipcheck.law.fees import Fee, load_fees
from ipcheck.law.tables import Article, Edition, Law, load_laws

__all__ = ["Article", "Cite", "Edition", "Fee", "Law", "LawError", "cite", "load_fees", "load_laws"]
