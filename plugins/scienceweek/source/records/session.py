"""Sessions, stages, the programme and the people of an activity, as written."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from scienceweek.model.booking import Booking
from scienceweek.model.session import SessionStatus
from scienceweek.source.records.booking import BookingRecord
from scienceweek.source.records.moment import SomeMoments
from scienceweek.source.records.place import AdmissionRecord
from scienceweek.source.records.record import Line, Record, Several, listed, optional, required, usual
from scienceweek.source.records.where import WhereRecord

_OWN = BookingRecord.model_fields.keys() - AdmissionRecord.model_fields.keys()


def _booking(written: Any) -> Any:
    """A word, or how one books, with what belongs to the conditions around it at the same level."""
    if not isinstance(written, dict):
        return {"booking": written} if isinstance(written, str) else written
    own = {key: one for key, one in written.items() if key in _OWN}
    around = {key: one for key, one in written.items() if key not in _OWN}
    return around | {"booking": own} if own and "booking" not in around else written


SessionAdmission = Annotated[
    AdmissionRecord, BeforeValidator(_booking, json_schema_input_type=Booking | AdmissionRecord)
]
"""What is otherwise than with the whole activity, or only whether one must book: ``booking: none``."""


class SessionRecord(Record):
    """场次：几场不只是时间不同，各写一条；只有时间不同的，写在活动的时间里"""

    when: SomeMoments = required(
        "时间", "这一场的时间，写法和活动的时间一样；别的都一样的几场写在一行：5月20日、21日 10:30"
    )
    name: Line | None = optional("题目", "这一场自己的题目")
    whom: Line | None = Field(
        default=None, alias="for", title="对象", description="给谁的，例如 散客、团体、低年级、亲子"
    )
    where: Annotated[tuple[WhereRecord, ...], Several] = listed("地点", "这一场的地点；和活动的一样就不写")
    language: Line | None = optional("语言", "例如 英语、普通话")
    capacity: Line | None = optional("名额", "人数，或者原话：60、30个家庭，一大一小")
    booking: SessionAdmission = usual(
        AdmissionRecord(), "预约", "和活动的不一样才写：required、none，或 {url: …, until: …, note: …}"
    )
    status: SessionStatus = usual(SessionStatus.SCHEDULED, "状态", "名额满了写 full，这一场取消写 cancelled")
    reason: Line | None = optional("原因", "这一场为什么取消")
    note: Line | None = optional("说明")


class StageRecord(Record):
    """阶段：报名、初赛、决赛、公布"""

    name: Line = required("名称", "例如 报名、初赛、决赛、公布")
    when: SomeMoments = required("时间", "写法和活动的时间一样；没有定就写 待定")
    where: Annotated[tuple[WhereRecord, ...], Several] = listed("地点", "这个阶段的地点；和活动的一样就不写")
    attend: bool | None = optional(
        "到场", "观众或选手要到场的写 true，它才进日历；报名、评审、公布写 false 或不写"
    )
    note: Line | None = optional("说明")


class ProgrammeRecord(Record):
    """议程：一场活动里先后做什么，不算活动"""

    at: Line = required("时间", "几点，或者原话：9:00—9:30、开场前15分钟")
    what: Line = required("内容", "做什么")
    where: Line | None = optional("地点", "在哪里，例如 三楼展厅")
    who: Line | None = optional("人", "谁来讲、谁带队")


class PersonRecord(Record):
    """人物：主讲人、主持人"""

    name: Line = required("姓名")
    role: Line | None = optional("角色", "例如 主讲人、主持人")
    of: Line | None = optional("身份", "单位和职务，例如 北京天文馆研究员")
