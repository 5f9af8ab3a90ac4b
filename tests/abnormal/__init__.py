"""Tests of the abnormal room: alike drafts, registers, the history index."""
