"""Contacts, with numbers that can be dialled; a personal mobile is shown for a reason only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scienceweek.model.contact import AsOf, Contact, Phone, Show
from scienceweek.model.district import District
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.notation.phones import PhoneError
from scienceweek.source.notation.phones import phones as read
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def contacts(
    desk: Registers,
    entry: RecordEntry[Any],
    written: Sequence[ContactRecord],
    district: District | None,
    *told: AsOf | None,
) -> tuple[Contact, ...]:
    """The contacts at ``contacts`` of *entry*; local numbers get the area code of *district*.

    *told* is when somebody said that they are right, as far as their bases do not say it better.
    """
    return tuple(
        replace(
            _contact(desk, entry, one, district, "contacts", number),
            told=max(filter(None, (*told, desk.issued.get(one.basis or ""))), default=None),
        )
        for number, one in enumerate(written)
    )


def _contact(
    desk: Registers,
    entry: RecordEntry[Any],
    written: ContactRecord,
    district: District | None,
    *path: str | int,
) -> Contact:
    phones: list[Phone] = []
    for number, text in enumerate(written.phones):
        found = numbers(desk, entry, text, district, *path, "phones", number)
        phones += found
        if (
            written.show not in (Show.INTERNAL, Show.OFFICE)
            and not written.basis
            and any(phone.mobile for phone in found)
        ):
            desk.error(
                entry,
                f"{quoted(text)}是个人手机，要公开（show: {written.show}）就写明依据"
                "（basis: 公开发布的通知所属活动周的编号），否则写 show: internal。",
                *(*path, "phones", number),
            )
    if written.show is Show.OFFICE and len(phones) == sum(phone.mobile for phone in phones):
        told = "这里没有座机。" if written.phones else "这里没有电话。"
        desk.remind(
            entry, f"show: office 只公开办公座机，{told}没有座机的，写 show: internal。", *path, "show"
        )
    if written.email and not _EMAIL.fullmatch(written.email):
        desk.error(entry, f"看不懂邮箱{quoted(written.email)}。例如 kexie@example.cn。", *path, "email")
    return Contact(
        name=written.name or "",
        phones=tuple(phones),
        email=written.email or "",
        post=written.post or "",
        show=written.show,
        basis=written.basis or "",
    )


def numbers(
    desk: Registers, entry: RecordEntry[Any], text: str, district: District | None, *path: str | int
) -> tuple[Phone, ...]:
    """The numbers in *text* at *path* of *entry*; a local one gets the area code of *district*."""
    area_code = next((one.area_code for one in district.lineage if one.area_code), "") if district else ""
    try:
        return read(text, area_code)
    except PhoneError as error:
        # Without its district a number may lack its area code for no fault of its own.
        if district and not any(one.id in desk.rootless for one in district.lineage):
            desk.error(entry, str(error), *path)
        return ()
