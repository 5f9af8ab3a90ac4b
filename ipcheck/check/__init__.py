"""The contract every check keeps."""

from ipcheck.check.contract import Check, CheckError, Sample, kebab_name

__all__ = ["Check", "CheckError", "Sample", "kebab_name"]
