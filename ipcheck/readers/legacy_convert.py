"""The child process of the .doc reader: msdoc2docx turns one file into a .docx, and may fail at it in any way."""

from __future__ import annotations

from typing import Any

from ipcheck.readers.child import answer, bind


def main(arguments: dict[str, Any]) -> None:
    """Convert ``source`` to ``target``; answer {} or {"error": class name, "detail": words}."""
    bind(arguments["seconds"], arguments["memory"])
    import doc2docx

    try:
        doc2docx.convert(arguments["source"], arguments["target"])
    except Exception as error:  # whatever a third-party parser throws at a stranger's file is an answer, not a crash
        answer({"error": type(error).__name__, "detail": str(error)[:300]})
    else:
        answer({})
