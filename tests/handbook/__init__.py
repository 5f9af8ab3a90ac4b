"""Tests of the handbook: every command that the README and the guides print is run."""
