from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName
from ipcheck.patent.prose import prose

_PERSONAL = lazy(
    r"(?:人脸|面部|脸部)(?:识别|图像|信息|数据|特征|照片|影像)|(?:用户|客户|消费者|顾客|人群|会员)画像|声纹|虹膜|"
    r"指纹(?:识别|信息|数据|特征)|步态识别|行踪轨迹|(?:活动|移动|出行)轨迹|精准营销|(?:性别|年龄|收入|职业|民族|种族)(?:、|和|与|及)"
    r"(?:性别|年龄|收入|职业|民族|种族)(?=[^。；\n]{0,20}(?:价格|定价|推送|推荐|营销|利率|额度|保费))|(?:浏览|消费|购物|购买|通话|聊天|搜索|交易|借贷|信用|就诊|出行|住宿|社交)(?:历史)?(?:记录|内容)|通讯录|"
    r"(?:用户|客户|顾客|行人|路人|员工|学生)的?(?:实时|地理)?位置(?:信息|数据)?|短信内容|身份证号"
)
_CROWD = lazy(
    r"商场|超市|门店|顾客|客户(?!端)|消费者|消费意愿|路人|行人|游客|乘客|访客|过往|公共场所|网民|用户画像|营销|促销|推销|"
    r"商品推荐|推荐商品|广告|优惠|信贷|贷款|放贷|授信|征信|信用(?:评[分级估价]|等级|额度|画像)|招聘|求职|定价|不同的价格|保费|投保"
)
_LAWFUL = lazy(r"同意|授权(?!码|公告|书|文件|日)|许可|合法|合规|脱敏|匿名|去标识|隐私|知情|个人信息保护|法律法规|自愿")


class AiDataLegality(PatentCheck):
    """方案采集人脸、用户画像、消费记录一类的个人信息用于营销、信贷等，说明书却没有提到取得同意或者合法合规。

    审查指南（2026年1月1日起施行的修改）规定，数据采集、规则设置违反法律、社会公德的，不授予专利权；
    例子就是在商场未经同意采集人脸用于精准营销。
    写明数据的来源合法：取得个人的单独同意、脱敏、只用于约定的目的；做不到的，改方案。
    只在方案同时写到个人信息和顾客、营销、信贷等场景，而全文没有一处“同意”“授权”“脱敏”“隐私”“合规”时才报。
    """

    code = "DSC028"
    level = Level.WARNING
    basis = (cite("法", "5.1"), cite("指南", "2-9-6.1.1"))
    message = "方案用到“{words}”，全文没有提到取得同意、脱敏或者合法合规：请写明数据来源和使用合法"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种营销方法\n具体实施方式\n经顾客单独同意，采集人脸图像，脱敏以后推荐商品。",
        "说明书\n一种门锁\n具体实施方式\n户主刷脸，人脸识别通过以后开锁，户主的位置信息不上传。",
        "说明书\n一种睡眠监测方法\n具体实施方式\n参考时长与顾客的年龄、性别有关。",
        "说明书\n一种推荐方法\n背景技术\n有的商场采集人脸信息推荐商品。\n具体实施方式\n按库存推荐商品。",
    )
    bad = (
        "说明书\n一种营销方法\n具体实施方式\n商场的摄像头采集顾客的⟦人脸图像⟧，识别人脸信息以后推荐商品。",
        "1. 一种放贷方法，根据⟦用户画像⟧确定信贷额度。\n说明书\n一种放贷方法\n具体实施方式\n"
        "抓取用户的聊天记录，生成用户画像。",
        "1. 一种定价方法，按照用户的⟦年龄、性别⟧显示不同的价格。\n说明书\n一种定价方法\n具体实施方式\n读取年龄和性别。",
        "说明书\n一种评分方法\n具体实施方式\n根据⟦通话记录⟧进行信用评分。",
    )
    missed = ("说明书\n一种营销方法\n具体实施方式\n门店⟦录下每位顾客的声音⟧，据此推荐商品。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        background = filing.description.paragraphs_of(SectionName.BACKGROUND) if filing.description else ()
        passed = {paragraph.body for paragraph in background}
        spans = [span for span in prose(filing) if span not in passed]
        if not any(span.holds(_CROWD) for span in spans):
            return
        if any(span.holds(_LAWFUL) for span in spans):
            return
        for span in spans:
            for match in span.find(_PERSONAL):
                yield self.at(span.at(match))
                return
