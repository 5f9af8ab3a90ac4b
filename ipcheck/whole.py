"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_atomically(target: Path, data: bytes) -> None:
    """Write ``data`` to a temporary file beside ``target`` and rename it; an old file stays whole until then.

    Raises OSError where that cannot be done; nothing is left behind then.
    """
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=".ipcheck-", delete=False) as file:
            temporary = file.name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise


__all__ = ["write_atomically"]
