"""Activities as written."""

from typing import Annotated, ClassVar

from pydantic import ConfigDict

from scienceweek.model.activity import Admits, Status, Tier
from scienceweek.source.records import coming
from scienceweek.source.records.attachment import AttachmentRecord
from scienceweek.source.records.campaign import OrganisersRecord
from scienceweek.source.records.coming import Accessibility, Groups, Languages
from scienceweek.source.records.confirmation import Confirmation
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.moment import Moments, SomeMoments
from scienceweek.source.records.photo import ImageRecord, PhotoRecord, image
from scienceweek.source.records.place import Admission, AdmissionRecord
from scienceweek.source.records.record import (
    Id,
    Line,
    Record,
    Ref,
    Several,
    Sound,
    Source,
    Term,
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
from scienceweek.source.records.session import PersonRecord, ProgrammeRecord, SessionRecord, StageRecord
from scienceweek.source.records.where import LiveRecord, RainRecord, WhereRecord


class ResultsRecord(Record):
    """活动结果，活动以后填"""

    summary: Text | None = optional("总结")
    attendance: Whole | None = optional("人数")
    photos: tuple[PhotoRecord, ...] = listed("照片")
    video: Url | None = optional("视频", "不超过 3 分钟")
    news: tuple[Url, ...] = listed("报道", "新闻报道的网址")


class ActivityRecord(Record):
    """活动"""

    instead: ClassVar = {"when": ("sessions", "stages")}
    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("when", "sessions", "stages")]}
    )

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    title: Line = required("名称")
    subtitle: Line | None = optional("副标题", "破折号后面的部分")
    short_title: Line | None = optional("短名", "月历格子里用")
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    kind: Term | None = optional("形式", "活动形式的编号或名称，见 data/terms.yaml 的 kinds")
    tier: Tier = usual(Tier.OTHER, "层级", "活动在活动周里属于哪一层")
    part_of: Ref | None = optional("所属活动", "它是哪个活动的一部分：那个活动的编号")
    strand: Ref | None = optional("内容板块", "活动周里板块的编号")
    campaign: Ref | None = optional("活动周", "默认是文件开头的活动周")
    district: Ref | None = optional("区县", "默认是活动周的区县")
    when: SomeMoments | None = optional(
        "时间",
        "照通知写：5.25-27、5月26日、4月—5月、5月17日上午9:30、活动期间、时间未定；写了场次或阶段就不用写",
    )
    sessions: tuple[SessionRecord, ...] = listed(
        "场次", "几场不只是时间不同的：对象、地点、名额、语言、预约、状态"
    )
    stages: tuple[StageRecord, ...] = listed("阶段", "比赛的 报名、初赛、决赛、公布")
    programme: tuple[ProgrammeRecord, ...] = listed("议程", "一场活动里先后做什么，不算活动")
    people: tuple[PersonRecord, ...] = listed("人物", "主讲人、主持人")
    where: Annotated[tuple[WhereRecord, ...], Several] = listed("地点", "一个或几个地点；通知没写就不填")
    rain: RainRecord | None = optional("下雨时", "下雨改到哪天、改到哪里，或者取消")
    live: LiveRecord | None = optional("直播", "现场办的活动同时有直播：网址，或平台和帐号")
    replay: Url | None = optional("回看", "活动以后在哪里回看：网址")
    base: Ref | None = optional("基地", "活动是哪个基地的：没有自己的电话时，打基地的")
    admits: Admits = usual(Admits.UNKNOWN, "谁能参加", "通知没写就不填")
    organisers: OrganisersRecord = usual({}, "单位", "角色和单位")
    audience: tuple[Term, ...] = listed("对象", "人群的编号或名称，见 data/terms.yaml 的 audiences")
    topics: tuple[Term, ...] = listed("主题", "主题的编号或名称，见 data/terms.yaml 的 topics")
    admission: Admission = usual(AdmissionRecord(), "入场条件")
    ages: Line | None = coming.ages()
    bring: Line | None = coming.bring()
    arrive: Line | None = optional("几点到", "例如 提前15分钟，三楼影院门口集合")
    last_entry: Line | None = optional("最晚入场", "例如 16:00、开场后不再入场")
    language: Languages = coming.language()
    accessible: Accessibility = coming.accessible()
    groups: Groups | None = coming.groups()
    contacts: tuple[ContactRecord, ...] = listed("联系人", "活动自己的联系人；不写就用基地的")
    status: Status = usual(Status.SCHEDULED, "状态")
    reason: Line | None = optional("原因", "延期、取消或改动的原因")
    previously: Moments = listed("原时间", "改期以前的时间")
    description: Text | None = optional("简介", "纯文字，可以分段")
    image: ImageRecord | None = image()
    source: Source | None = cited()
    updated: Line | None = optional("更新日期", "不用写：发布时自动记；写了，日历和订阅里的日期不会比它早")
    sequence: Whole = usual(0, "版次", "不用写：发布时自动数，日历软件靠它更新；写了，就不会比它小")
    results: ResultsRecord | None = optional("结果")
    was: Annotated[tuple[Id, ...], Several] = formerly("活动")
    dates: Confirmation | None = optional(
        "核对", "写 confirmed：日子和往年同月同日，核对过、今年确是这一天；没有提示就不用写"
    )
    files: Annotated[tuple[AttachmentRecord, ...], Several] = listed("附件", "给人下载的文件，例如 报名表")
    inferred: tuple[Line, ...] = listed("推断", "哪些项通知没写、是工作人员推断的，写项的名称")


class ActivitiesFile(Record):
    """活动文件：一届活动周的活动"""

    campaign: Ref = required("活动周", "本文件活动所属活动周的编号")
    activities: tuple[ActivityRecord, ...] = required("活动")
