"""Campaigns and their notices as written."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from scienceweek.model.campaign import Disclosure, NoticeKind, Series
from scienceweek.model.organisation import Role
from scienceweek.source.records.attachment import AttachmentRecord
from scienceweek.source.records.confirmation import Confirmation
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.photo import ImageRecord, image
from scienceweek.source.records.record import (
    Id,
    Line,
    Record,
    Ref,
    Several,
    Sound,
    Source,
    Text,
    Url,
    Whole,
    cited,
    formerly,
    listed,
    optional,
    read_as,
    required,
    usual,
)

OrganisersRecord = dict[Role, tuple[Line, ...]]
"""Names as the notice has them, by role; each is looked up within the district."""


class NoticeRecord(Record):
    """通知原文的题录；原文没有的项不写"""

    title: Line | None = optional("标题")
    number: Line | None = optional("文号", "例如 綦江府办〔2021〕20号")
    issuer: Line | None = optional("发文单位")
    issued: Line | None = optional("成文日期")
    printed: Line | None = optional("印发日期")
    disclosure: Disclosure = usual(Disclosure.UNKNOWN, "公开方式", "通知末尾的“此件公开发布”等")
    implements: tuple[Line, ...] = listed("依据", "通知里写的上级文件")
    defects: tuple[Line, ...] = listed("原文缺陷", "例如 原文从半句话开始，标题不在其中")
    files: Annotated[tuple[AttachmentRecord, ...], Several] = listed(
        "附件", "原文附带的文件，例如 附件1、原件扫描"
    )


def _kind(written: Any) -> Any:
    """The word for a kind that is put in Chinese."""
    ways = {way: str(kind) for kind in NoticeKind for way in (kind.said, *kind.also)}
    return ways.get(written.strip(), written) if isinstance(written, str) else written


class NoticeItemRecord(NoticeRecord):
    """活动周的一份文件：通知、补充通知、更正、延期通知、获奖名单等"""

    kind: Annotated[NoticeKind, BeforeValidator(_kind)] = usual(
        NoticeKind.NOTICE, "种类", "也可以照通知写 补充通知、更正、延期通知、获奖名单"
    )
    id: Id | None = optional(
        "编号", "在本活动周内唯一，用在网址和原文的文件名里；不写就用种类的词。第一份通知不写"
    )


class StrandRecord(Record):
    """内容板块"""

    id: Id = required("编号", "在本活动周内唯一")
    title: Line = required("标题")
    text: Text | None = optional("内容")
    source: Source | None = cited()


class DeadlineRecord(Record):
    """报送期限"""

    when: Line = required("时间", "哪一天之前")
    what: Line = required("事项", "要报送什么")
    to: Line | None = optional("报送单位", "报给谁")
    by: Line | None = optional("由谁报", "谁必须报，照通知写，例如 各牵头部门、单位")
    source: Source | None = cited()


class RegistrationRecord(Record):
    """活动登记"""

    when: Line | None = optional("时间", "登记的起止日期")
    url: Url | None = optional("网址")
    note: Line | None = optional("说明")


class QuotaRecord(Record):
    """数量要求"""

    unit: Line = required("单位", "哪一类单位")
    at_least: Whole = required("至少", "至少几个活动")
    note: Line | None = optional("说明", "通知里的限定，例如 原则上，有效填报")


class CommendationRecord(Record):
    """表扬和推荐"""

    text: Text = required("内容", "照通知写：表扬或推荐谁，由谁推荐")
    indicators: tuple[Line, ...] = listed("指标", "按哪些指标")
    source: Source | None = cited()


class BrandingRecord(Record):
    """标识：活动宣传要用的标识和名称"""

    marks: tuple[Line, ...] = listed("标识", "要用的标识")
    label: Line | None = optional("标注", "要标注的文字")
    source: Source | None = cited()


class FormRecord(Record):
    """报送用的表格"""

    id: Id = required("编号", "在本活动周内唯一")
    title: Line = required("标题")
    fields: tuple[Line, ...] = required("栏目", "表格的各栏")
    note: Line | None = optional("说明", "表格下面的注")
    source: Source | None = cited()


class CampaignRecord(Record):
    """活动周：科技活动周、全国科普日或全国科普月，一届一个文件"""

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    name: Line = required("名称", "例如 2024年渝北区科技活动周")
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    series: Series = required("系列", "科技活动周、全国科普日、全国科普月或其他")
    district: Ref = required("区县", "举办区县的编号")
    parent: Ref | None = optional("上级活动周", "如果上一级的活动周也在本站，写它的编号")
    when: Line = required("时间", "活动周的起止日期，要写年份")
    theme: Line | None = optional("主题")
    theme_text: Text | None = optional("主题说明")
    called: Line | None = optional(
        "通知里的名称", "通知里的名称和这里写的不一样才写，例如 2021年全市科技活动周"
    )
    summary: Text | None = optional("简介", "一两句话")
    image: ImageRecord | None = image()
    also: Line | None = optional("另外", "起止日期以外的安排，例如 主题宣传活动贯穿全年")
    organisers: OrganisersRecord = usual({}, "单位", "角色和单位")
    strands: tuple[StrandRecord, ...] = listed("内容板块")
    notice: NoticeRecord | None = optional("通知", "只有一份通知的，写在这里")
    notices: tuple[NoticeItemRecord, ...] = listed(
        "各份通知",
        "不止一份的（补充通知、更正等），都写在这里，不写 notice；第一份种类为通知的就是活动周的通知",
    )
    deadlines: tuple[DeadlineRecord, ...] = listed("报送期限")
    registration: RegistrationRecord | None = optional("登记", "在哪里登记活动")
    quotas: tuple[QuotaRecord, ...] = listed("数量要求")
    forms: tuple[FormRecord, ...] = listed("表格")
    commendation: CommendationRecord | None = optional("表扬推荐", "通知里写的表扬、推荐和指标")
    branding: BrandingRecord | None = optional("标识", "活动宣传要用的标识和名称")
    contacts: tuple[ContactRecord, ...] = listed("联系人", "工作联系人，只供单位之间联系，不公开")
    dates: Confirmation | None = optional(
        "核对", "写 confirmed：日子和往年同月同日，核对过、今年确是这一天；没有提示就不用写"
    )
    updated: Line | None = optional("更新日期")
    was: Annotated[tuple[Id, ...], Several] = formerly("活动周")
    files: Annotated[tuple[AttachmentRecord, ...], Several] = listed(
        "附件", "给人下载的文件，例如 总结报送表"
    )
