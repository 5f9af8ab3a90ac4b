"""Fuzzing: what any bytes at all do to the readers, the grammars, the checks, the indexes and the reporters.

    python -m tests.fuzz [--target NAME] [--seconds N]

One module a target in ``targets``: a plain function of bytes with what must hold whatever they are, and its seeds.
"""
