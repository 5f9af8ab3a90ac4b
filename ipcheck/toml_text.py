"""TOML written by strangers: tomllib, and one kind of error for all that is wrong."""

from __future__ import annotations

import re
import sys
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
    except ValueError as error:
        raise tomllib.TOMLDecodeError(told_plainly(error, text)) from error


def told_plainly(error: Exception, text: str = "") -> str:
    """What a parser of TOML or JSON says, in Chinese where it is of a number that Python does not take."""
    return too_long_a_number(error, text) or str(error)


def too_long_a_number(error: Exception, text: str = "") -> str:
    """What to say where Python does not read a whole number because of its length; empty for any other error.

    The most digits are those of ``sys.get_int_max_str_digits``; ``text`` tells the line.
    """
    if "integer string conversion" not in str(error):
        return ""
    most = sys.get_int_max_str_digits()
    long = re.search(rf"[0-9_]{{{most},}}", text)
    where = f"第{text.count(chr(10), 0, long.start()) + 1}行" if long else ""
    return f"{where}有一个数超过 {most} 位，读不了；请改成正常的数，或者加引号写成文字"


__all__ = ["load_toml", "told_plainly", "too_long_a_number"]
