"""What a cell answers: no, nothing yet, or something."""

from __future__ import annotations

import re

# 未来科技 and 不二家 are names: the words that may follow are listed.
_NO = re.compile(
    r"(?:无|否|没有|没|[尚还]?未(?:签|办|填|备|交|提|取|归|缴|建|落|完|定|参|通过|执业|申请|领|告|有)\w{0,4}|"
    r"(?:均|暂|并)?[无没]有?(?:此|上述|该|任何|关联|不得|消极|利害|利益|处罚|记录)\w{0,10}|非关联\w{0,4}|不存在\w{0,12}|"
    r"待(?:签|补|办|定|填|交|备|缴|领|建|归)\w{0,4}|缺[失少件页]?|不(?:是|适用|符合?|齐|全|详|存在|专职)|"
    r"n|no|none|false|0|[×xX✗\-—/\\])",
    re.IGNORECASE,
)


def says_no(text: str) -> bool:
    """Whether the words say no or not yet (无, 否, 未签, 缺, ×); an empty cell says nothing."""
    return _NO.fullmatch(text.strip()) is not None


def is_lacking(text: str) -> bool:
    """Whether there is nothing: an empty cell or one that says no."""
    return not text.strip() or says_no(text)


__all__ = ["is_lacking", "says_no"]
