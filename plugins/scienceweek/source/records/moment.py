"""When, as written: words, or a little record where the grammar of ``moments`` has none."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from scienceweek.source.records.record import Line, Record, Several, optional, required


class UnfixedRecord(Record):
    """没有确定的时间"""

    unfixed: Line = required("时间未定", "通知的原话，例如 时间根据集镇实际安排")


class RecurringRecord(Record):
    """有规律的时间"""

    rule: Line = required(
        "规律", "RRULE（RFC 5545），例如 FREQ=WEEKLY;BYDAY=SA、FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"
    )
    span: Line = required("起止", "从哪天到哪天，例如 2024-05-01/2024-06-30")
    start: Line | None = optional("开始", "几点开始，例如 9:00")
    end: Line | None = optional("结束", "几点结束，例如 11:00、24:00、次日2:00")
    exceptions: Annotated[tuple[Line, ...], Several] = Field(
        default=(), alias="except", title="除外", description="这个规律里哪些天没有"
    )


def _form(written: Any) -> str:
    if not isinstance(written, dict):
        return "|Line"
    return "|RecurringRecord" if {"rule", "span"} & written.keys() else "|UnfixedRecord"


Moment = Annotated[
    Annotated[Line, Tag("|Line")]
    | Annotated[UnfixedRecord, Tag("|UnfixedRecord")]
    | Annotated[RecurringRecord, Tag("|RecurringRecord")],
    Discriminator(_form),
]
Moments = Annotated[tuple[Moment, ...], Several]
"""One moment or a list of them."""

SomeMoments = Annotated[tuple[Moment, ...], Field(min_length=1), Several]
"""At least one: what has no time yet says so (待定)."""
