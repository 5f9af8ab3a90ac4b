"""Python packages that only some checks want, and what to say where they are not installed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

# Importable module: what it is called and which extra of ipcheck brings it.
_EXTRAS = {
    "docxtpl": ("docxtpl，写不了评分单和签名页", "review"),
    "pikepdf": ("pikepdf，做不了 PDF 的匿名", "review"),
    "pdfminer": ("pdfminer.six，做不了 PDF 的匿名", "review"),
    "PIL": ("Pillow，看不了图片", "image"),
    "rapidocr": ("rapidocr，认不出图中的标记", "ocr"),
    "onnxruntime": ("onnxruntime，认不出图中的标记", "ocr"),
}


@cache
def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def missing(modules: Iterable[str]) -> str:
    """What to tell the user of the first of ``modules`` that is not installed; empty if all are."""
    for module in modules:
        if not _installed(module):
            name, extra = _EXTRAS.get(module, (module, ""))
            return f"缺少 {name}：pip install " + (f'"ipcheck[{extra}]"' if extra else module)
    return ""
