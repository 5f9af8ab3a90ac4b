import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_MODEL = lazy(
    r"(?:卷积|循环|深度|图|人工|生成对抗|残差)?神经网络(?:模型)?|深度学习(?:模型|网络|算法)|机器学习(?:模型|"
    r"算法)|深度神经|(?:大语言|语言大|多模态大?|视觉|"
    r"生成式?|预训练|智能|机器学习|深度学习|神经)模型|(?:大|预测|分类|识别|检测|评估|诊断|推荐|决策|打分)模型(?=[，、。；的中进输得])|"
    r"(?:人工智能|AI)(?:模型|算法|引擎|技术)|智能算法|AI(?=(?:分析|识别|预测|判断))"
)
_KNOWN = lazy(
    r"卷积|全连接|池化|注意力|隐藏层|隐含层|输出层|输入层|激活函数|LSTM|GRU|RNN|CNN|"
    r"Transformer|BERT|GPT|ResNet|VGG|U-?Net|YOLO|SVM|支持向量机|随机森林|决策树|"
    r"XGBoost|K-?均值|K-?means|贝叶斯|嵌入层|马尔可夫|LLaMA|Qwen|ChatGLM|DeepSeek|CRF|MLP|感知机|网络结构|模型结构",
    re.IGNORECASE,
)
_TRAINED = lazy(
    r"训练(?:集|样本|数据|过程|步骤|方法|阶段|时|次数|轮)|损失函数|学习率|反向传播|微调|对[^，。；]{0,20}进行训练|训练得到|"
    r"优化器"
)
# They tell of a model only beside the word: a cable has layers, software has regression tests.
_BESIDE = lazy(
    r"编码器|解码器|残差|回归|聚类|GAN|门控|近邻|层数|网络层|样本|数据集|梯度|收敛|标注|迭代|参数(?:量|更新)",
    re.IGNORECASE,
)
_NEAR = lazy(r"模型|神经|学习|训练|人工智能|网络的?(?:参数|权重)")


class AiModelDisclosure(PatentCheck):
    """权利要求用了神经网络、大模型一类的模型，说明书既没有写模型的结构，也没有写怎样训练。

    审查指南要求涉及人工智能模型的，一般要写清必要的模块、层级或者连接关系，训练的具体步骤、参数，
    以及输入输出怎样与应用场景结合；只写“输入神经网络得到结果”是黑箱，公开不充分。
    补写模型的层级和连接、训练数据与损失函数、输入输出的设置；用公知模型的，写出模型的名称。
    只在结构和训练两方面都没有一处文字时才报，只有从属权利要求用到的是警告；写了名称的公知模型算写了结构，
    写得够不够请人工核对。
    """

    code = "DSC027"
    level = Level.ERROR
    basis = (cite("指南", "2-9-6.3.1"), cite("法", "26.3"))
    message = (
        "权利要求{claim}用了“{words}”，说明书却没有写它的结构，也没有写怎样训练：请补写层级与连接、"
        "训练数据与步骤、输入和输出"
    )
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种识别方法，将图像输入卷积神经网络，得到类别。\n说明书\n一种识别方法\n具体实施方式\n"
        "采用ResNet，输入图像。",
        "1. 一种识别方法，将图像输入神经网络，得到类别。\n说明书\n一种识别方法\n具体实施方式\n"
        "用标注的训练样本训练，损失函数为均方误差。",
        "1. 一种泵，包括壳体。\n说明书\n一种泵\n具体实施方式\n泵由神经网络控制。",
        "1. 一种识别方法，将图像输入人工智能模型，得到类别。\n说明书\n一种识别方法\n具体实施方式\n"
        "模型用标注的图像迭代。",
    )
    bad = (
        "1. 一种识别方法，将图像输入⟦神经网络⟧，得到类别。\n说明书\n一种识别方法\n具体实施方式\n"
        "将图像输入训练好的神经网络，得到类别。",
        "1. 一种预测系统，包括采集模块。\n2. 根据权利要求1所述的预测系统，采用⟦机器学习算法⟧预测故障。\n"
        "说明书\n一种预测系统\n具体实施方式\n采用机器学习算法预测故障，准确。",
        "1. 一种收卷机，由⟦大语言模型⟧给出转速。\n说明书\n一种收卷机\n具体实施方式\n随着线缆层数的增加，转速下降，"
        "做回归测试。",
    )
    missed = (
        (
            "1. 一种识别方法，将图像输入⟦分类器⟧，得到类别。\n"
            "说明书\n"
            "一种识别方法\n"
            "具体实施方式\n"
            "将图像输入训练好的分类器，得到类别。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        for claim in filing.claims:
            match = next(claim.body.find(_MODEL), None)
            if match is None:
                continue
            for paragraph in filing.description.paragraphs:
                told = paragraph.body.folded.replace("卷积神经网络", "神经网络")
                if _KNOWN.search(told) or _TRAINED.search(told) or (_BESIDE.search(told) and _NEAR.search(told)):
                    return
            level = Level.ERROR if claim in filing.independent_claims else Level.WARNING
            yield self.at(claim.body.at(match), claim=claim.number, level=level)
            return
