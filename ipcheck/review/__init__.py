"""The review room: the association's evaluation of documents (专利撰写文件评查), from the roster to the report.

Every step is a pure function over plain files of one folder; whoever has the folder can replay it.
"""
