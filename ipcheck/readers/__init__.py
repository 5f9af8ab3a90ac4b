"""Readers: one file format a module, each turning bytes into a Document. Nothing heavy is imported here."""

from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import Limits
from ipcheck.readers.registry import read_file, read_stdin

__all__ = ["Limits", "ReadError", "read_file", "read_stdin"]
