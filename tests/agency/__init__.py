"""Tests of the agency room, on a made-up agency."""
