"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


def write_atomically(target: Path, data: bytes) -> None:
    """Write ``data`` to a temporary file beside ``target`` and rename it; an old file stays whole until then.

    A new file may be read by whom the user's umask lets read it, an old one keeps its mode. Raises OSError where that
    cannot be done; nothing is left behind then.
    """
    temporary = target.with_name(f".ipcheck-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


__all__ = ["write_atomically"]
