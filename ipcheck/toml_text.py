"""TOML written by strangers: tomllib, and one kind of error for all that is wrong."""

from __future__ import annotations

import re
import tomllib
from typing import Any


def load_toml(text: str) -> dict[str, Any]:
    r"""What the TOML ``text`` says. Raises tomllib.TOMLDecodeError, also for what is nested too deeply to be read.

    The error says what to do about the backslashes of a Windows path: "D:\案件" is no TOML, '"D:/案件"' is.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        lines = text.split("\n")
        if place and "\\" in lines[min(int(place[1]), len(lines)) - 1]:
            raise tomllib.TOMLDecodeError(f"{error}；路径里的反斜杠请写成 /，或者把双引号换成单引号") from error
        raise
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("括号嵌套过深") from error


__all__ = ["load_toml"]
