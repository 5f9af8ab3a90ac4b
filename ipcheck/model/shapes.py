"""What JSON that people may have touched must hold, said by example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# A shape is a type (float: any number; object: anything), a function that says whether a value will do, a tuple of
# shapes of which one must fit (None: null), a set of allowed words, a list with the shape of its items (and ... where
# there must be at least one), a dict with the shapes of its keys (one that ends in ? may be absent), or {str: shape}
# for keys that are free.


def misfits(value: Any, shape: Any, where: str = "") -> Iterator[str]:
    """Where plain data is not of a shape, in words."""
    if isinstance(shape, tuple):
        if all(any(misfits(value, one)) for one in shape):
            yield _told(where, value)
    elif isinstance(shape, set):
        if not isinstance(value, str) or value not in shape:
            yield _told(where, value)
    elif isinstance(shape, list):
        if not isinstance(value, list) or (... in shape and not value):
            yield _told(where, value)
        else:
            for number, item in enumerate(value, 1):
                yield from misfits(item, shape[0], f"{where} 第 {number} 个")
    elif isinstance(shape, Mapping):
        if not isinstance(value, dict):
            yield _told(where, value)
        elif str in shape:
            for key, item in value.items():
                yield from misfits(item, shape[str], f"{where}.{key}".lstrip("."))
        else:
            for asked, inner in shape.items():
                key = asked.removesuffix("?")
                if key in value:
                    yield from misfits(value[key], inner, f"{where}.{key}".lstrip("."))
                elif key == asked:
                    yield f"{where or '文件'} 缺少 {key}"
    elif not _fits(value, shape):
        yield _told(where, value)


def _fits(value: Any, kind: Any) -> bool:
    if kind is None:
        return value is None
    if kind is object:
        return True
    if not isinstance(kind, type):
        return bool(kind(value))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _told(where: str, value: Any) -> str:
    shown = repr(value)
    return f"{where or '内容'} 不对：{shown if len(shown) <= 40 else shown[:37] + '……'}"


__all__ = ["misfits"]
