"""What a chat program leaves in a text that was copied out of it."""

from __future__ import annotations

CHAT = (
    r"作为一?个?(?:AI|人工智能)(?:语言)?(?:模型|助手)[，,]|以下[是为](?:修改|优化|润色|改写|重写"
    r"|整理)[^。，,\n]{0,10}(?:版本|内容|后的)"
    r"|希望(?:以上|这些?|本)[^。，,\n]{0,12}(?:帮助|有用|满意)|如(?:果?您)?[有需]要?[^。\n]{0,16}请(?:随时)?(?:告诉|告知"
    r"|联系)我"
)
# The beginning of an answer; a dialogue that an invention is about may hold it, so that its users look around.
ANSWER = (
    r"以下[是为]?我?(?:为您|根据您|按您|按照您|应您)[^。，,\n]{0,14}(?:撰写|生成|整理|提供|准备|编写|起草)的?"
    r"|我只?是一?个?(?:AI|人工智能|语言模型)|[作身]为(?:一[个名款])?(?:AI|人工智能|大语言模型|语言模型)助?手?[，,]我"
    r"|(?:截至|根据)我的(?:知识|训练数据)|As an AI (?:language )?model"
    r"|(?:好的|当然|没问题)[，,！!](?:以下|下面|我(?:将|会|来)|这是)[^。\n]{0,12}"
)
# Marks of Markdown that plain text has no use for: **重点**, ``` and ### at the beginning of a line.
MARKUP = r"\*\*[一-鿿][^*\n]{0,40}\*\*|```|(?:(?<=\n)|\A)#{2,6}[ ](?=[一-鿿\d])"

__all__ = ["ANSWER", "CHAT", "MARKUP"]
