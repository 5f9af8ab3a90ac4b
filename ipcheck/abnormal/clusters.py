"""Groups of things that hang together by pairs."""

from __future__ import annotations

from collections.abc import Iterable


class UnionFind:
    """Which of ``size`` things belong together; a group is called by its smallest member."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def find(self, item: int) -> int:
        """The smallest member of the group of ``item``."""
        root = item
        while self._leader[root] != root:
            root = self._leader[root]
        while self._leader[item] != root:
            self._leader[item], item = root, self._leader[item]
        return root

    def join(self, one: int, other: int) -> None:
        """Put the groups of both together."""
        left, right = sorted((self.find(one), self.find(other)))
        self._leader[right] = left


def clusters(size: int, pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """For every member of a group of two and more, all members of its group."""
    groups = UnionFind(size)
    for one, other in pairs:
        groups.join(one, other)
    members: dict[int, list[int]] = {}
    for item in range(size):
        members.setdefault(groups.find(item), []).append(item)
    return {item: tuple(group) for group in members.values() if len(group) > 1 for item in group}


__all__ = ["UnionFind", "clusters"]
