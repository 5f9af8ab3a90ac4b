import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck

_SLOGAN = re.compile(
    r"^让\S{1,8}(?:更|变得|充满|没有|不再|成为|无忧)\S{1,8}$"
    r"|(?:品质|质量|诚信|科技|创新|专业|服务|细节|智慧|健康|梦想|实力|匠心)(?:成就|改变|创造|决定|赢得|铸就|引领|点亮|缔造)\S{1,6}$"
    r"|^(?:您|你|我们)?(?:身边|值得信赖|值得拥有|值得信任)的\S{2,10}$"
    r"|从(?:这里|心|现在|今天|此)(?:开始|出发|起航)"
    r"|\S{1,3}得(?:放心|安心|开心|舒心|健康|美丽)"
    r"|^(?:美好|健康|幸福|品质|快乐|智慧|绿色)生活(?:[，, ]|从|就|每一天|触手可及|由此|尽在|来自)"
    r"|(?:无限可能|触手可及|尽在掌握|与众不同|从此不同|由你做主|由我做主|才是真的好|就是这么简单|我的选择|更懂你)$"
    r"|^(?:专业|专注|用心)(?:做|于|打造|服务|成就)\S{1,8}$"
    r"|^(?:顾客|客户|用户|质量|安全|诚信|品质)(?:至上|第一|为本|为先)"
    r"|^(?:make|making|for|your|the best|better|we|just|enjoy|live)\b.*"
    r"\b(?:life|better|future|best|you|choice|every ?day)\b",
    re.IGNORECASE,
)


class TmSlogan(MarkCheck):
    """商标是普通的短语、口号、广告语。

    非独创的宣传用语消费者不会当作商标；标准是独创与否，不是长短，简短独创的短句可以注册。
    换成有显著性的文字，或者只注册其中的品牌部分；独创的，准备创作和使用证据。
    按常用句式和用词判断，有没有独创性由人看。
    """

    code = "TMD006"
    basis = (cite("商标法", "17.1(3)"),)
    message = "“{words}”像是普通的宣传用语：没有独创性的口号不当作商标，请换成有显著性的文字"

    good = (
        "商标\t类别\n福来\t30\n",
        "商标\t类别\n怕上火\t32\n",
        "商标\t类别\n让泥香\t33\n",
        "商标\t类别\n爱玛\t12\n",
        "商标\t类别\n好生活家\t35\n",
        "商标\t类别\n我们的小店\t35\n",
    )
    bad = (
        "商标\t类别\n⟦让生活更美好⟧\t11\n",
        "商标\t类别\n⟦品质成就未来⟧\t7\n",
        "商标\t类别\n⟦您身边的装修专家⟧\t37\n",
        "商标\t类别\n⟦吃得放心，用得安心⟧\t30\n",
        "商标\t类别\n⟦健康生活从这里开始⟧\t5\n",
        "商标\t类别\n⟦make life better⟧\t9\n",
    )
    missed = (
        "商标\t类别\n⟦喝出好心情⟧\t32\n",
        "商标\t类别\n⟦今天你喝了吗⟧\t32\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is not None and len(mark.text) <= 60 and _SLOGAN.search(re.sub(r"\s+", " ", mark.text)):
            yield self.at(mark.words, on=self.day(mark))
