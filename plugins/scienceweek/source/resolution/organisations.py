"""Organisations, and the words of a notice for them."""

import re
from collections.abc import Iterable
from typing import Any

from scienceweek.model.district import District
from scienceweek.model.organisation import Organisation, Part, Party, Role
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.records.campaign import OrganisersRecord
from scienceweek.source.records.organisation import OrganisationRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.contacts import contacts
from scienceweek.source.resolution.registers import Registers

_TOLD = 12


def organisations(
    desk: Registers, entries: Iterable[RecordEntry[OrganisationRecord]]
) -> tuple[Organisation, ...]:
    """The organisations; the desk knows them and their names afterwards."""
    found = []
    for entry in entries:
        record = entry.record
        district = desk.districts.find(record.district, entry, "district")
        if district is None:
            desk.organisations.add(record.id, None)
            continue
        organisation = Organisation(
            id=record.id,
            name=record.name,
            district=district,
            short_names=record.short_names,
            collective=record.collective,
            contacts=contacts(desk, entry, record.contacts, district),
            url=record.url or "",
            readings=record.reading,
            former_names=record.former_names,
            was=record.was,
        )
        found.append(organisation)
        desk.organisations.add(record.id, organisation, record.name, *record.former_names, *record.was)
        names: dict[tuple[str | int, ...], str] = {("name",): record.name}
        names |= {("short_names", number): name for number, name in enumerate(record.short_names)}
        names |= {("former_names", number): name for number, name in enumerate(record.former_names)}
        for path, name in names.items():
            other = desk.named.setdefault((district.id, name), organisation)
            if other is not organisation:
                desk.error(entry, f"{quoted(name)}在{district.name}已经是“{other.id}”的名称。", *path)
    for area, name in desk.named:
        desk.names_in[area] = (*desk.names_in.get(area, ()), name)
    return tuple(found)


def parts(
    desk: Registers, entry: RecordEntry[Any], written: OrganisersRecord, district: District
) -> tuple[Part, ...]:
    """The parties at ``organisers`` of *entry*, looked up in *district* and then above it."""
    keys = _keys(desk, entry)
    return tuple(
        Part(
            role,
            tuple(
                Party(name, _known(desk, entry, name, district, "organisers", keys.get(role, role), number))
                for number, name in enumerate(names)
            ),
        )
        for role, names in written.items()
        if names
    )


def _keys(desk: Registers, entry: RecordEntry[Any]) -> dict[Role, str]:
    """How each role is written: as its word, or in Chinese. Twice is once too often."""
    found: dict[Role, str] = {}
    written = entry.node.parts.get("organisers")
    for key in written.marks if written else ():
        role = Role.read(key)
        if role and role in found:
            desk.error(
                entry, f"{quoted(found[role])}和{quoted(key)}是同一个角色，请合成一项。", "organisers", key
            )
        elif role:
            found[role] = key
    return found


def _known(
    desk: Registers, entry: RecordEntry[Any], name: str, district: District, *path: str | int
) -> Organisation | None:
    for one in district.lineage:
        if found := desk.named.get((one.id, name)):
            return found
    if desk.organisations.complete:
        near = desk.problems.nearest(name, desk.names_in.get(district.id, ()))
        words = [word for word in re.split("[,，、;；]", name) if word.strip()]
        if len(words) > 1 and any(
            (one.id, word.strip()) in desk.named for word in words for one in district.lineage
        ):
            near = f"几个单位请分开写：[{', '.join(word.strip() for word in words)}]。"
        if near:
            desk.remind(entry, f"单位名单里没有{quoted(name)}，只显示文字。{near}", *path)
        else:
            spot = entry.spot(*path)
            desk.unlisted.setdefault(spot.file, {}).setdefault(name, spot)
    return None


def unlisted(desk: Registers) -> None:
    """Tell of the units that nobody has listed, those of a file together: of most there is nothing to be said."""
    for units in desk.unlisted.values():
        first, *others = units.items()
        name, spot = first
        if not others:
            desk.problems.remind(spot, f"单位名单里没有{quoted(name)}，只显示文字。")
            continue
        names = "、".join(f"{one}（第 {at.line} 行）" for one, at in [*units.items()][:_TOLD])
        more = f"等 {len(units)} 个单位" if len(units) > _TOLD else ""
        desk.problems.remind(
            spot, f"单位名单里没有 {names}{more}，只显示文字。要有自己的页面，写进 data/organisations.yaml。"
        )
