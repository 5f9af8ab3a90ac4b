import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

_ACRONYM = lazy(
    r"(?<![A-Za-z0-9_./\-=+*×(\[{<|^‑])(?P<name>[A-Z]{3,6})(?![A-Za-z0-9_/\-=+*×(\[{<|^.‑]|[ ]?[A-Za-z=<>≤≥(])"
)
# What everybody in any field knows, units, bands, chemicals and standards.
_KNOWN = frozenset(
    re.findall(
        r"[A-Z]+",
        "ABC ABCD ABS ADAM AGV AND ANSI API APP ARM ASCII ASIC ASTM ATP AVI BERT BIM BIO BIOS BJT BLE BMP CAD CAE"
        " CAM CAN CCD CDMA CDN CLOSE CMOS CNC CNG CNN COS CPU CRC CRM CSS DCT DDR DHCP DIN DNA DNS DOM DRAM DSP DVD"
        " DVI ECG ECU EEG EEPROM EFGH EMC EPDM EPROM ERP EVA EXCEL EXP FALSE FFT FPGA FRP FTP GAN GIF GIS GPRS GPS"
        " GPT GPU GSM HCL HDD HDMI HEPA HMI HPLC HSV HTML HTTP HTTPS ICP ICU IDCT IEC IEEE IGBT IIC IOT IOU ISO"
        " JFET JIS JPEG JPG JSON KEY KNN KOH LAN LCD LED LNG LOG LOGO LORA LPG LSTM LTE MAC MAX MCU MIMO MIN MMS"
        " MOS MOSFET MPEG MQTT MRI NAND NAT NBR NFC NMR NOR NOT NPC NULL OBD OCR OFDM OLED OPEN PCA PCB PCI PCIE"
        " PCR PDA PDF PET PHP PID PIN PLC PMMA PNG POM PTFE PVA PVB PVC PVDF PWM RAM RELU RFID RGB RNA RNN ROI ROM"
        " RPC SATA SBR SDK SEM SEO SEQ SIM SIN SMS SOC SOS SPF SPI SQL SRAM SSD SSH SSL START STOP SUM SUS SVM TAN"
        " TANH TCP TEM TLS TPE TPU TRUE UART UAV UDP UNET UPS URI URL USB UTF UWB VGA VIP VPN WAN WEB WIFI WLAN"
        " WORD XML XOR XRD XYZ YUV ZIGBEE",
    )
)
# Before an acronym these are no name that it abbreviates: 经由FPC连接.
_NO_NAME = lazy(
    r"(?:[的为是由用过经将对与和及或在从到以有括含取于该述各每个等中即入成把向给行至如呈个种]|类(?!型)|采用|利用"
    r"|使用|所述|发送|接收|连接|获取|第[一二三四五]|^)$"
)
_BRACKETED = lazy(
    r"[一-鿿][^一-鿿()\n]{0,4}[(](?P<inside>[^()\n]{2,120})[)]|(?P<before>[A-Z]{3,6})[ ]?[(](?=[^()\n]*[一-鿿])"
)
# 分别记为Ta、TREM: a symbol.
_SYMBOL = lazy(r"(?:记为|记作|表示为|标记为|设为|令)[^，。；,;\n]*$")
_SAID = lazy(r"(?P<name>[A-Z]{3,6})[ ]?(?:为|是|即|指|全称|表示|代表|意为|,?简称)")


class AcronymUndefined(PatentCheck):
    """权利要求用了外文缩写，全文没有写过它的中文名称：“经由FPC连接”。

    申请文件应当使用中文，没有中文名称的缩写可以有几种解释，所限定的特征不清楚；CPU、LED、USB、PLC一类熟知的除外。
    第一次写成“柔性电路板（FPC）”，以后可以只写缩写。
    只查三到六个大写字母、既不在熟知的词表里、全文又没有“中文（缩写）”“缩写（中文）”“中文名称后直接跟缩写”
    “其中，缩写为……”任何一种说明的；公式里的符号、型号、标准号不报；每个缩写只报第一处。
    哪些缩写在行业里已经熟知，机器判断不了，说明书里也许另有说法，请核对。
    """

    code = "CLR030"
    level = Level.WARNING
    basis = (cite("细则", "3.1"), cite("指南", "2-2-2.2.7"), cite("指南", "5-1-3.3"))
    message = "权利要求{claim}的缩写“{words}”全文没有中文名称：第一次出现时请写成“中文名称（{words}）”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种灯，包括LED、USB接口和CPU，经由柔性电路板（FPC）连接，所述FPC折叠，再由FPC引出，"
        "采用奇异谱分析SSA算法。",
        "1. 一种灯，经由FPC连接，加入KOH，符合GB标准，A=BCD+E，型号为XYZ-200，其中QRT为亮度值，按QRT调光。\n"
        "说明书\n一种灯\n具体实施方式\n柔性电路板（Flexible Printed Circuit，FPC）折叠。",
    )
    bad = (
        "1. 一种灯，灯板经由⟦FPC⟧连接，所述FPC折叠。",
        "1. 一种识别方法，包括：采集图像。\n2. 根据权利要求1所述的方法，将图像输入到⟦DPRN⟧中。\n说明书\n一种识别方法\n"
        "具体实施方式\n采用DPRN提取特征。",
    )
    missed = (
        "1. 一种灯，灯板经由⟦fpc⟧连接。",
        "1. 一种灯，灯板由⟦Mcu⟧控制。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        used: dict[str, tuple[int, Span]] = {}
        for claim in filing.claims:
            for match in claim.body.find(_ACRONYM):
                before = claim.body.document.folded[max(claim.body.start, match.start() - 30) : match.start()]
                if match["name"] not in _KNOWN and not _SYMBOL.search(before):
                    used.setdefault(match["name"], (claim.number, claim.body.at(match, "name")))
        if not used:
            return
        told = _told(filing, frozenset(used))
        for name, (number, place) in used.items():
            if name not in told:
                yield self.at(place, claim=number)


def _told(filing: Filing, names: frozenset[str]) -> set[str]:
    """Those of ``names`` that the application explains anywhere."""
    told: set[str] = set()
    anywhere = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(names))})(?![A-Za-z])")
    for span in prose(filing):
        text = span.document.folded
        for match in span.find(_BRACKETED):
            told.update(re.findall(r"[A-Z]{3,6}", match["inside"] or match["before"]))
        told.update(match["name"] for match in span.find(_SAID))
        for match in span.find(anywhere):
            before = text[max(span.start, match.start() - 4) : match.start()].rstrip(' “"')
            if re.search(r"[一-鿿]{3}$", before) and not _NO_NAME.search(before):
                told.add(match[0])
    return told
