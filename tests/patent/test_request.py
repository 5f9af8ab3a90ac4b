"""The request form: labels of the official forms and of drafts."""

import pytest

from ipcheck.patent import Filing
from ipcheck.patent.request import Request
from ipcheck.readers import Limits
from ipcheck.readers.text import read


def request_of(text: str) -> Request:
    """The request form that a text makes."""
    request = Filing((read(("请求书\n" + text).encode(), "请求书.txt", Limits()),)).request
    assert request is not None
    return request


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("居民身份证件号码", "applicant-id"),
        ("申请人身份证号", "applicant-id"),
        ("申请人1居民身份证件号码或统一社会信用代码/组织机构代码", "applicant-id"),
        ("居民身份证件号码或统一社会信用代码", "applicant-id"),
        ("第一发明人居民身份证件号码", "inventor-id"),
        ("代理师身份证件号码", "other-id"),
        ("使用外观设计的产品名称", "title"),
        ("国籍或注册国家（地区）", "nationality"),
        ("经常居所地或营业所所在地", "residence"),
        ("针对的分案申请号", "divisional-number"),
        ("第二申请人", "applicant"),
    ],
)
def test_labels(label: str, key: str) -> None:
    assert [field.key for field in request_of(f"{label}：某值").fields] == [key]
    assert [field.key for field in request_of(f"{label}\n某值").fields] == [key]


def test_several_labels_on_a_line() -> None:
    fields = request_of("发明人：张三　身份证号：11010519491231002X　国籍：中国").fields
    assert [(field.key, str(field.value)) for field in fields] == [
        ("inventor", "张三"),
        ("applicant-id", "11010519491231002X"),
        ("nationality", "中国"),
    ]


def test_a_name_has_its_own_label_in_a_table() -> None:
    request = request_of("专利代理机构\n名称\n某专利代理事务所\n机构代码\n12345\n联系人\n姓名\n张三\n电话\n010")
    assert str(request.first("agency")) == "某专利代理事务所"
    assert str(request.first("contact")) == "张三"
    assert request.first("title") is None


def test_the_figure_for_the_abstract_in_the_words_of_the_form() -> None:
    assert str(request_of("指定说明书附图中的图 3 为摘要附图").first("abstract-figure")) == "图 3"
