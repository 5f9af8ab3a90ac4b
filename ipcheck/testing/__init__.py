"""One runner for examples: ours, ``ipcheck test`` and a user's own checks."""

from ipcheck.testing.examples import Marked, Outcome, filing_of, parse_marked, run_examples
from ipcheck.testing.manners import manners

__all__ = ["Marked", "Outcome", "filing_of", "manners", "parse_marked", "run_examples"]
