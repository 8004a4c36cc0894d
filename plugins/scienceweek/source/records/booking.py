"""How one books, and what it costs, as written."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag

from scienceweek.model.booking import Booking
from scienceweek.source.records.record import (
    Line,
    Record,
    Ref,
    Several,
    Url,
    listed,
    optional,
    required,
    usual,
)


class PhoneRecord(Record):
    """预约电话：公开的号码"""

    number: Line = required("电话", "例如 023-60000000；不用写引号")
    hours: Line | None = optional("接听时间", "几点有人接，照原话写，例如 周二至周日 9:00—17:00")
    basis: Ref | None = optional("公开依据", "号码是个人手机时要写：公开发布的通知所属活动周的编号")


def _numbered(written: Any) -> Any:
    return {"number": written} if isinstance(written, str) else written


Phone = Annotated[PhoneRecord, BeforeValidator(_numbered, json_schema_input_type=Line | PhoneRecord)]
"""A number alone, or with the hours at which somebody answers."""

Phones = Annotated[tuple[Phone, ...], Several]


class BookingRecord(Record):
    """预约办法"""

    wechat: Annotated[tuple[Line, ...], Several] = listed(
        "公众号", "公众号的名称，例如 示例科技馆；小程序写 小程序“示例约课”"
    )
    url: Url | None = optional("预约网址", "可以直接打开的网址")
    phone: Phones = listed("预约电话", "公开的电话，可以写成 {number: 023-60000000, hours: 9:00—17:00}")
    desk: Line | None = optional("现场", "在哪个窗口领号，例如 一楼服务台")
    opens: Line | None = optional("开始预约", "哪天几点开始，例如 9月22日12:00")
    until: Line | None = optional("预约截止", "哪天几点截止，例如 9月24日16:00；只写日期就到那天为止")
    capacity: Line | None = optional("名额", "例如 60、60人、30个家庭")
    full: bool = usual(default=False, title="名额已满", description="约满了写 true")
    lottery: Line | None = optional("抽签", "要抽签的写 true，或写怎样公布，例如 9月25日12:00出签，短信通知")
    note: Line | None = optional("说明", "例如 菜单“约座”，选场次，填身份证号")


BookingTerms = Annotated[
    Annotated[Booking, Tag("|word")] | Annotated[BookingRecord, Tag("|BookingRecord")],
    Discriminator(lambda written: "|BookingRecord" if isinstance(written, dict | Record) else "|word"),
]
"""A word alone, or how one books, which is to say that one must."""


class PriceRecord(Record):
    """票价"""

    who: Line = required("谁", "例如 成人、学生、6岁以下")
    price: Line = required("价钱", "元，例如 30、30元、免票、60元/家庭")
    note: Line | None = optional("说明", "例如 凭学生证")
