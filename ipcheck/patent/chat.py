"""What a chat program leaves in a text that was copied out of it."""

from __future__ import annotations

CHAT = (
    r"作为一?个?(?:AI|人工智能)(?:语言)?(?:模型|助手)，|以下[是为](?:修改|优化|润色|改写|重写"
    r"|整理)[^。，\n]{0,10}(?:版本|内容|后的)"
    r"|希望(?:以上|这些?|本)[^。，\n]{0,12}(?:帮助|有用|满意)|如[有需]要?[^。，\n]{0,10}请(?:随时)?(?:告诉|告知"
    r"|联系)我"
)

__all__ = ["CHAT"]
