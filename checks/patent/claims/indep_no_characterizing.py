from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, raised

# Subjects that are lawfully written without two parts (指南 2-2-3.3.1, 2-10-4.2.1), and what is granted so every day.
_EXEMPT = lazy(
    r"(?:组合物|化合物|合金|制剂|药物|盐|晶型|晶体|聚合物|共聚物|树脂|涂料|胶|油|钢|材料|催化剂|肥料?|饲料|食品|饮料|菌株|菌剂?|抗体|蛋白质?|肽|多肽"
    r"|序列|基因|核酸|引物|载体|细胞|疫苗|试剂盒?|探针|用途|应用|介质|程序产品|程序|电子设备|计算机设备|终端设备|计算设备|芯片系统|服务器|处理器|存储器)$"
)


class IndepNoCharacterizing(PatentCheck):
    """独立权利要求没有用“其特征在于”分开前序部分和特征部分。

    独立权利要求应当包括前序部分和特征部分，特征部分用“其特征是”或者类似的用语写明区别特征；性质不适合的可以用其他方式。
    与最接近的现有技术有共有特征的，在共有特征之后写“其特征在于”。
    组合物、化合物、用途、存储介质、电子设备等不适合分两部分的不报；发明中直接写“包括”的方法和装置也常获授权，只给建议。
    """

    code = "CLM033"
    level = Level.ADVICE
    basis = (cite("细则", "24.1(2)"), cite("细则", "24.2"), cite("指南", "2-2-3.3.1"))
    message = "独立权利要求{claim}（“{words}”）没有“其特征在于”：除性质不适合的以外，请分前序部分和特征部分撰写"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体，其特征在于，杯体上设有隔层。\n2. 一种碗，其特征是：设有双层碗壁。\n"
        "3. 一种盘，其改进在于设有凸缘。",
        "1. 一种组合物，包含A和B。\n2. 化合物X在制备镇痛药物中的用途。",
        "1. 一种检测方法，其特征在于，采样后比较。\n"
        "2. 一种计算机可读存储介质，存储有程序，程序执行时实现权利要求1所述的方法。",
        "1. 一种检测方法，其特征在于，采样后比较。\n2. 根据权利要求1所述的方法，采样的间隔为1秒。",
    )
    bad = (
        Sample("1. 一种⟦杯子⟧，包括杯体，杯体上设有隔层。", kind="utility-model"),
        "1. 一种检测方法，其特征在于，采样后比较。\n2. 一种⟦检测装置⟧，包括采样单元和比较单元。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        level = raised(filing.kind, Level.ADVICE, Level.WARNING)
        for claim in filing.claims:
            if claim.dependent or claim.citations or claim.characterized is not None or claim.subject is None:
                continue
            if not _EXEMPT.search(claim.subject_name):
                length = min(len(claim.subject), 30)
                yield self.at(claim.subject.sub(0, length), claim=claim.number, level=level)
