"""Bases and venues as written."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from scienceweek.model.booking import Booking
from scienceweek.model.place import Access, Fee
from scienceweek.source.records import coming
from scienceweek.source.records.attachment import AttachmentRecord
from scienceweek.source.records.booking import BookingTerms, PriceRecord
from scienceweek.source.records.coming import Accessibility, Groups, Languages
from scienceweek.source.records.confirmation import Confirmation
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.moment import SomeMoments
from scienceweek.source.records.photo import ImageRecord, image
from scienceweek.source.records.point import PointRecord
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
    former_names,
    formerly,
    listed,
    optional,
    read_as,
    required,
    usual,
)


class AdmissionRecord(Record):
    """入场条件"""

    fee: Fee = usual(Fee.UNKNOWN, "费用")
    prices: Annotated[tuple[PriceRecord, ...], Several] = listed("票价", "谁多少钱，每种一行")
    booking: BookingTerms = usual(
        Booking.UNKNOWN, "预约", "只写要不要：required 或 none；知道怎样约的，写约的办法，就是需要预约"
    )
    note: Line | None = optional("说明", "例如 其他时间预约开放")
    url: Url | None = optional("预约网址", "只有网址的，可以写在这里；也可以写在 booking 里")
    until: Line | None = optional(
        "预约截止", "日期和钟点，例如 2024-05-24、5月24日16:00；也可以写在 booking 里"
    )


def _admission(written: Any) -> Any:
    return {"fee": written} if isinstance(written, str) else written


Admission = Annotated[
    AdmissionRecord, BeforeValidator(_admission, json_schema_input_type=Fee | AdmissionRecord)
]
"""Conditions, or the fee alone: ``admission: free``."""


class OpeningRecord(Record):
    """开放时段：基地对外开放的一段时间，不是活动"""

    id: Id = required("编号", "在本基地内唯一")
    campaign: Ref = required("活动周", "所属活动周的编号")
    when: SomeMoments = required("时间", "例如 5.25-6.1、5.31、2024-05-25/2024-06-01")
    admission: Admission = usual(AdmissionRecord(), "入场条件", "可以只写费用：free")
    note: Line | None = optional("说明", "例如 其他时间预约开放")
    source: Source | None = cited()
    dates: Confirmation | None = optional(
        "核对", "写 confirmed：日子和往年同月同日，核对过、今年确是这一天；没有提示就不用写"
    )


class ClosureRecord(Record):
    """闭馆：临时不开放的日子，比开放时间说了算"""

    when: Line = required(
        "时间", "要写年份：2024-05-25、2024年6月8日—21日；不知道到哪天的写 2021年10月31日起"
    )
    reason: Line | None = optional("原因", "例如 设备检修")
    until: Line | None = optional("恢复开放", "哪天恢复开放，或原话，例如 恢复时间另行通知")


Hours = Annotated[tuple[Line, ...], Several]
"""A line of hours, or a list of them."""


class RecognitionRecord(Record):
    """认定"""

    level: Line = required("级别", "例如 市级、自治区")
    year: Whole | None = optional("年份", "认定的年份")


class BaseRecord(Record):
    """科普基地，或其他开放的科技资源"""

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    name: Line = required("名称", "基地全称")
    short_name: Line | None = optional("简称", "地图和月历上用的短名")
    former_names: Annotated[tuple[Line, ...], Several] = former_names()
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    type: Term | None = optional("类型", "基地类型的编号或名称，见 data/terms.yaml 的 base_types")
    district: Ref | None = optional("区县", "默认是文件开头的区县")
    address: Line | None = optional("地址", "通知没写就不填")
    town: Line | None = optional("街镇", "所在街道或乡镇")
    point: PointRecord | None = optional("位置", "不知道就不写，基地只出现在名单里")
    contacts: tuple[ContactRecord, ...] = listed("联系人")
    hours: Hours = listed(
        "开放时间", "平时的开放时间，每种一行，例如 每周二至周日 9:00—17:00（16:30停止入馆）"
    )
    closures: tuple[ClosureRecord, ...] = listed("闭馆", "临时不开放的日子")
    opening: tuple[OpeningRecord, ...] = listed("开放时段", "活动周里的开放：免费开放日、特别的开放时间")
    recognitions: tuple[RecognitionRecord, ...] = listed("认定", "级别和年份")
    wheelchair: Access = usual(Access.UNKNOWN, "轮椅", "轮椅能不能进出")
    access: Annotated[tuple[Line, ...], Several] = listed("怎么去", "公交站、地铁口、停车，一种一行")
    admission: Admission = usual(AdmissionRecord(), "入场条件", "平日的票价和预约")
    ages: Line | None = coming.ages()
    bring: Line | None = coming.bring()
    language: Languages = coming.language()
    accessible: Accessibility = coming.accessible()
    groups: Groups | None = coming.groups()
    url: Url | None = optional("网址")
    description: Text | None = optional("简介", "纯文字")
    image: ImageRecord | None = image()
    campaign: Ref | None = optional("活动周", "名单来自哪个活动周的通知")
    source: Source | None = cited()
    verified: Line | None = optional("核实日期", "最近一次有人打电话或到现场核实的日期；通知的日期不算")
    updated: Line | None = optional("更新日期", "这条记录最近一次改动的日期")
    was: Annotated[tuple[Id, ...], Several] = formerly("基地")
    files: Annotated[tuple[AttachmentRecord, ...], Several] = listed(
        "附件", "给人下载的文件，例如 团体预约表"
    )


class BasesFile(Record):
    """基地文件：一个区县的科普基地"""

    district: Ref = required("区县", "本文件基地所属区县的编号")
    bases: tuple[BaseRecord, ...] = required("基地")


class VenueRecord(Record):
    """场地：不是基地，但有几家单位在这里办活动"""

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    name: Line = required("名称")
    aliases: tuple[Line, ...] = listed("别名", "通知里的其他写法")
    former_names: Annotated[tuple[Line, ...], Several] = former_names()
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    district: Ref = required("区县", "所在区县的编号")
    address: Line | None = optional("地址")
    town: Line | None = optional("街镇")
    point: PointRecord | None = optional("位置")
    access: Annotated[tuple[Line, ...], Several] = listed("怎么去", "公交站、地铁口、停车，一种一行")
    contacts: tuple[ContactRecord, ...] = listed("联系人")
    hours: Hours = listed(
        "开放时间", "平时的开放时间，每种一行，例如 每周二至周日 9:00—17:00（16:30停止入馆）"
    )
    closures: tuple[ClosureRecord, ...] = listed("闭馆", "临时不开放的日子")
    accessible: Accessibility = coming.accessible()
    groups: Groups | None = coming.groups()
    note: Line | None = optional("说明")
    image: ImageRecord | None = image()
    was: Annotated[tuple[Id, ...], Several] = formerly("场地")


class VenuesFile(Record):
    """场地名单"""

    venues: tuple[VenueRecord, ...] = required("场地")
