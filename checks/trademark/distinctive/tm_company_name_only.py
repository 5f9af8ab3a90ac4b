import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck

_KINDS = (
    (
        "网址",
        re.compile(
            r"(?:https?://)?(?:www\.)?[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20})?\.(?:com|cn|net|org|cc|top|shop|vip|com\.cn)/?",
            re.IGNORECASE,
        ),
    ),
    (
        "企业全称",
        re.compile(r"[\u4e00-\u9fff()·]{2,40}(?:有限(?:责任)?公司|股份(?:有限)?公司|集团公司|合伙企业|个人独资企业)"),
    ),
    ("企业全称", re.compile(r"[\w&.' -]{2,60}\b(?:co\.?,? ?ltd\.?|inc\.|corporation|gmbh|limited|llc)", re.IGNORECASE)),
    ("电话号码", re.compile(r"1[3-9]\d{9}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|0\d{2,3}[- ]\d{7,8}")),
    ("地址", re.compile(r"[\u4e00-\u9fff]{0,12}[\u4e00-\u9fff]{2,8}(?:路|街|大道|巷|弄)\d{1,5}(?:[-—]\d+)?号\S{0,8}")),
)


class TmCompanyNameOnly(MarkCheck):
    """商标只是企业全称、网址、电话或者地址。

    企业全称、联系方式起的是说明作用，消费者不会当作商标；字号可以单独注册。
    只注册字号或者品牌部分，去掉行政区划、行业、组织形式和联系方式。
    """

    code = "TMD008"
    basis = (cite("商标法", "17.1(3)"),)
    message = "“{words}”是{what}：请只用字号或者品牌部分申请"

    good = (
        "商标\t类别\n青禾\t30\n",
        "商标\t类别\n青禾.COM鲜\t30\n",
        "商标\t类别\n公司的力量\t41\n",
        "商标\t类别\n厂长\t30\n",
        "商标\t类别\n12315678\t9\n",
        "商标\t类别\n中山路\t43\n",
    )
    bad = (
        "商标\t类别\n⟦www.abc.com⟧\t35\n",
        "商标\t类别\n⟦武汉青禾食品有限责任公司⟧\t30\n",
        "商标\t类别\n⟦QINGHE FOODS CO., LTD⟧\t30\n",
        "商标\t类别\n⟦400-800-1234⟧\t35\n",
        "商标\t类别\n⟦13800000000⟧\t35\n",
        "商标\t类别\n⟦洪山区珞喻路128号⟧\t43\n",
    )
    missed = (
        "商标\t类别\n⟦澄湾官网⟧\t35\n",
        "商标\t类别\n⟦热线95000⟧\t35\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        what = next((name for name, pattern in _KINDS if pattern.fullmatch(mark.text)), "")
        if what and mark.words is not None and len(mark.text) <= 80:
            yield self.at(mark.words, what=what, on=self.day(mark))
