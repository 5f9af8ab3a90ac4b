"""Tests of everything, and the commands that write generated files (``make_*.py``)."""
