"""The targets of the fuzzer, one a module."""
