"""Whether the signed sheet that lies beside a record still says what the record says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ipcheck.agency.duty_form import duty_form, form_rows
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_bytes, read_whole
from ipcheck.word_form import plain


def sheet_differences(
    record: Mapping[str, Any], sheet: Path, template: Path | None = None, limits: Limits = DEFAULT
) -> Iterator[str]:
    """What of the record the sheet does not say any more. What was added (a signature, a date) is not minded.

    ``template`` is the one with which the sheet was made. Raises KeyError, TypeError or ValueError where the record
    is none of ours.
    """
    shown = sheet.as_posix()
    try:
        now = _words(read_whole(sheet, limits), shown, limits)
    except (ReadError, OSError) as error:
        yield f"{shown}：签名页读不了：{error}"
        return
    if record["digest"] not in now:
        yield f"{shown}：签名页上的摘要不是这份记录的（记录的摘要是 {record['digest'][:12]}…）"
    then = _words(duty_form(record, template), shown, limits)
    for words in dict.fromkeys(_values(record)):
        plain_words = "".join(words.split())
        if plain_words and now.count(plain_words) < then.count(plain_words):
            yield f"{shown}：签名页改动过：记录里的“{words[:40]}”在上面没有了或者少了"


def _values(record: Mapping[str, Any]) -> Iterator[str]:
    yield from (plain(record[key]) for key in ("case", "by", "asOf"))
    for item in record["inputs"]:
        yield from (plain(item["path"]), item["sha256"])
    for row in form_rows(record):
        yield from row.values()


def _words(data: bytes, shown: str, limits: Limits) -> str:
    """All words of a document, without spaces: where lines break is the word processor's affair."""
    return "".join("".join(document.text.split()) for document in read_bytes(data, shown, limits))


__all__ = ["sheet_differences"]
