"""From files to a report: read, draw, find, gather. Failures are part of the answer."""

from ipcheck.engine.abnormal import check_abnormal
from ipcheck.engine.patents import check_filing, check_patents, draw_inputs, draw_patents

__all__ = ["check_abnormal", "check_filing", "check_patents", "draw_inputs", "draw_patents"]
