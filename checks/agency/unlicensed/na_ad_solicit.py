from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.licences import Register
from ipcheck.agency.records import is_own
from ipcheck.agency.solicitation import TITLE, offers
from ipcheck.agency.tables import Ad, Licensed
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class NaAdSolicit(AgencyCheck):
    """广告自称专利代理机构、有专利代理师团队，或者自称商标代理机构，机构库里却查不到许可或者备案。

    没有许可而以专利代理机构、专利代理师的名义招揽业务的，属于擅自开展专利代理业务；商标代理机构应当备案。
    平台展示入驻机构、写明合作或者转交给别的机构、招聘和培训广告不报。只是线索，不公开，先核对机构库的日期和主体名称。
    """

    code = "AGN006"
    level = Level.WARNING
    clue = True
    business = ""
    basis = (cite("代理办法", "52(2)"), cite("令63", "5.1"))
    message = "风险线索：{subject}在广告里自称“{words}”，机构库里查不到它的{what}，请核实"
    clears = "机构库的快照过期，名称写法不同，平台只是展示入驻机构，或者业务由合作的持证机构承办"
    keep = ("广告原件和发布时间", "机构库查询的截图", "合作协议")
    columns = (Ad.SUBJECT, Ad.TEXT, Licensed.NAME, Licensed.LICENCE)
    further = (Licensed.RECORD, Ad.PLATFORM)

    _HEAD = (
        "# 机构库\n名称,许可证号,商标备案号\n岚山专利代理事务所,42901,无\n青禾商标代理有限公司,无,鄂1\n"
        "# 广告\n编号,主体,文本,平台展示\n"
    )
    good = (
        _HEAD + "G1,岚山专利代理事务所,资深专利代理师团队,\nG2,青禾商标代理有限公司,专业商标代理机构,\n",
        _HEAD + "G1,磁湖平台,入驻专利代理机构三十家,\nG2,磁湖平台,专利代理机构,是\n",
        _HEAD + "G1,磁湖科技有限公司,诚聘专利代理师；如何选择专利代理机构；我们不是专利代理机构,\n",
        _HEAD + "G2,磁湖平台,汇聚全国专利代理机构；什么是专利代理机构,\n",
        _HEAD + "G1,,本所是专利代理机构,\n",
    )
    bad = (
        _HEAD + "G1,磁湖科技有限公司,本公司⟦专利代理师⟧团队十余人,\n",
        _HEAD + "G1,岚山专利代理事务所,专业⟦商标代理机构⟧,\n",
        _HEAD + "G1,磁湖科技有限公司,省内领先的⟦知识产权代理公司⟧,\n",
    )
    missed = (
        (
            "# 机构库\n"
            "名称,许可证号,商标备案号\n"
            "岚山专利代理事务所,42901,无\n"
            "# 广告\n"
            "编号,主体,文本,平台展示\n"
            "G1,磁湖科技有限公司,⟦专业写专利的团队⟧，欢迎联系,\n"
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        register = Register(agency)
        for row, span in offers(agency, TITLE):
            subject, day = row.text(Ad.SUBJECT), row.day(Ad.DAY)
            if is_own(agency, subject) or register.withdrawn(subject) is not None:
                continue
            licensed, recorded = register.licensed(subject, day), register.recorded(subject, day)
            words = str(span)
            if words.startswith("知识产权"):
                lacking = "" if licensed or recorded else "专利代理许可和商标代理备案"
            elif words.startswith("商标"):
                lacking = "" if recorded else "商标代理备案"
            else:
                lacking = "" if licensed else "专利代理执业许可证"
            if lacking:
                yield self.at(span, subject=subject, what=lacking)
