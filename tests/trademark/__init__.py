"""Tests of the trademark room."""
