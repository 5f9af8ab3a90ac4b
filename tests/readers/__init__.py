"""Tests of the readers, format by format."""
