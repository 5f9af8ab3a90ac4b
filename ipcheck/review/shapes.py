"""What the JSON files of an evaluation must hold: people open them, and some change them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# A shape is a type (float: any number), a tuple of shapes of which one must fit (None: null), a set of allowed words,
# a list with the shape of its items, a dict with the shapes of its keys, or {str: shape} for keys that are free.
_NUMBER_OR_NOTHING = (float, None)
_INTERVAL = ([float], None)

SAMPLE_SHAPE: Mapping[Any, Any] = {
    "algorithm": str,
    "seed": {"batch": str, "agencies": str, "files": str, "public": str, "source": str, "salts": [str], "value": str},
    "agencies": [{"code": str, "drawn": bool}],
    "cases": [{"agency": str, "number": str, "drawn": bool}],
}
ASSIGNMENT_SHAPE: Mapping[Any, Any] = {"files": [{"file": str, "experts": [str]}], "loads": {str: int}}
THIRD_SHAPE: Mapping[Any, Any] = {"files": [{"file": str, "expert": str}]}
APPEALS_SHAPE: Mapping[Any, Any] = {"appeals": [{"code": str, "file": str, "expert": str}]}
COLLECTED_SHAPE: Mapping[Any, Any] = {
    "experts": {
        str: {
            "expert": str,
            "turn": {"", "第三评", "复议"},
            "points": {str: {str: float}},
            "reasons": {str: {str: str}},
            "opinions": {str: {str: str}},
            "remarks": {str: str},
        }
    }
}
SCORES_SHAPE: Mapping[Any, Any] = {
    "title": str,
    "scheme": {"title": str, "sha256": str},
    "weights": {"machine": float, "expert": float},
    "thirdOver": float,
    "files": [
        {
            "code": str,
            "agency": str,
            "number": str,
            "kind": str,
            "field": str,
            "machine": float,
            "expert": _NUMBER_OR_NOTHING,
            "total": _NUMBER_OR_NOTHING,
            "interval": _INTERVAL,
            "grade": (str, None),
            "gates": [str],
            "cap": float,
            "parts": {str: float},
            "third": bool,
            "waiting": str,
        }
    ],
    "agreement": {
        "files": int,
        "alpha": _NUMBER_OR_NOTHING,
        "alphaInterval": _INTERVAL,
        "kappa": _NUMBER_OR_NOTHING,
        "kappaInterval": _INTERVAL,
        "difference": _NUMBER_OR_NOTHING,
    },
    "agencies": [
        {
            "code": str,
            "name": str,
            "stratum": str,
            "place": int,
            "score": float,
            "interval": [float],
            "places": [int],
            "files": int,
            "alike": [str],
            "grade": str,
        }
    ],
}
MANIFEST_SHAPE: Mapping[Any, Any] = {str: str}


def misfits(value: Any, shape: Any, where: str = "") -> Iterator[str]:
    """Where plain data is not of a shape, in words."""
    if isinstance(shape, tuple):
        if all(any(misfits(value, one)) for one in shape):
            yield _told(where, value)
    elif isinstance(shape, set):
        if not isinstance(value, str) or value not in shape:
            yield _told(where, value)
    elif isinstance(shape, list):
        if not isinstance(value, list):
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
            for key, inner in shape.items():
                if key not in value:
                    yield f"{where or '文件'} 缺少 {key}"
                else:
                    yield from misfits(value[key], inner, f"{where}.{key}".lstrip("."))
    elif not _fits(value, shape):
        yield _told(where, value)


def _fits(value: Any, kind: Any) -> bool:
    if kind is None:
        return value is None
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _told(where: str, value: Any) -> str:
    shown = repr(value)
    return f"{where or '内容'} 不对：{shown if len(shown) <= 40 else shown[:37] + '……'}"


__all__ = [
    "APPEALS_SHAPE",
    "ASSIGNMENT_SHAPE",
    "COLLECTED_SHAPE",
    "MANIFEST_SHAPE",
    "SAMPLE_SHAPE",
    "SCORES_SHAPE",
    "THIRD_SHAPE",
    "misfits",
]
