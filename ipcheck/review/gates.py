"""Whether the gates of a scheme can ever close: they name checks, and a name misspelt would cap nothing."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from ipcheck.review.scheme import Scheme


def unknown_gates(scheme: Scheme, known: Collection[str]) -> Iterator[str]:
    """A sentence for each check that a gate names and that is not among the ``known`` names."""
    for gate in scheme.gates:
        for name in gate.checks:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
                hint = f"；是不是想写 {near[0]}？" if near else "；写检查的名称，不写编号（ipcheck checks 列出全部）"
                yield f"限分项“{gate.why}”里没有这项检查：{name}{hint}"


__all__ = ["unknown_gates"]
