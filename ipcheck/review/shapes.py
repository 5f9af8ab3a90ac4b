"""What the JSON files of an evaluation must hold: people open them, and some change them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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


__all__ = [
    "APPEALS_SHAPE",
    "ASSIGNMENT_SHAPE",
    "COLLECTED_SHAPE",
    "MANIFEST_SHAPE",
    "SAMPLE_SHAPE",
    "SCORES_SHAPE",
    "THIRD_SHAPE",
]
