"""An index on disk with some of its bytes, or of its manifest's values, changed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.fuzz.draw import Draw
from tests.fuzz.swapped import json_of, swapped


class Spoilt:
    """A folder that can be spoilt again and again: each time it is whole before."""

    def __init__(self, build: Callable[[Path], object], manifest: str, seal: Callable[[Any], Any]) -> None:
        self._kept = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")
        self.folder = Path(self._kept.name) / "index"
        build(self.folder)
        self._manifest = manifest
        self._seal = seal
        self.whole: Mapping[str, bytes] = {
            path.name: path.read_bytes() for path in sorted(self.folder.iterdir()) if not path.name.startswith(".")
        }
        self._now: Mapping[str, bytes] = self.whole

    def spoil(self, draw: Draw) -> bool:
        """Write the folder anew with changes; whether anything but the manifest differs from what was built."""
        now = dict(self.whole)
        names = sorted(now)
        while draw.left and now:
            name = draw.one(names)
            data = bytearray(now.get(name, b""))
            kind = draw.byte() % 8
            at = draw.below(65536) % (len(data) + 1)
            if kind < 3:
                data[at : at + 1] = bytes([draw.byte()])
            elif kind == 3:
                del data[at:]
            elif kind == 4:
                data[at:at] = draw.piece(40)
            elif kind == 5:
                now.pop(name, None)
                continue
            elif kind == 6:
                data = bytearray(now.get(draw.one(names), b""))
            else:
                # Somebody who knows how: the manifest says something else, and its checksum agrees.
                changed = swapped(json.loads(self.whole[self._manifest]), Draw(draw.piece(12)))
                now[self._manifest] = json_of(self._seal(changed))
                continue
            now[name] = bytes(data)
        for name in {*now, *self._now}:
            if now.get(name) != self._now.get(name):
                # A file that is mapped must not be cut short under its reader: a new one takes its name.
                (self.folder / name).unlink(missing_ok=True)
                if name in now:
                    (self.folder / name).write_bytes(now[name])
        self._now = now
        own = {name: data for name, data in self.whole.items() if name != self._manifest}
        return any(now.get(name) != data for name, data in own.items())


__all__ = ["Spoilt"]
