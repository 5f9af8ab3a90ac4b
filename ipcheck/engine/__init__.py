"""From files to a report: read, draw, find, gather. Failures are part of the answer."""

from ipcheck.engine.patents import check_filing, check_patents, draw_patents

__all__ = ["check_filing", "check_patents", "draw_patents"]
