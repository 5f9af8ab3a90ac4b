"""From files to a report: read, draw, find, gather. Failures are part of the answer.

The abnormal room's engine is imported by itself (``ipcheck.engine.abnormal``): it brings numpy.
"""

from ipcheck.engine.patents import check_filing, check_patents
from ipcheck.engine.reading import draw_inputs, draw_patents
from ipcheck.engine.settle import only_new

__all__ = ["check_filing", "check_patents", "draw_inputs", "draw_patents", "only_new"]
