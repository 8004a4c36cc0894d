"""What is for staff only is veiled wherever else the notice says it: a number in a sentence, a name beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices.contacts import is_public
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Contact, Phone
from scienceweek.model.district import District
from scienceweek.model.schedule import Days
from scienceweek.privacy.names import named
from scienceweek.privacy.secrets import Leak, SecretKind, Secrets

_LEFT = {SecretKind.MAIL: "〔邮箱供来文单位，此处略〕", SecretKind.NAME: "〔姓名略〕"}
_NUMBER_LEFT = "〔电话供来文单位，此处略〕"
_KEPT = frozenset(["contacts", "name", "title"])
"""Fields that are not looked at: contacts themselves, and what a record is called."""


def secrets(people: Iterable[Mapping[str, Value]]) -> Secrets:
    """What of *people* must not be shown."""
    contacts = tuple(
        Contact(
            str(one.get("name", "")),
            tuple(
                Phone(str(number), mobile=str(number).startswith("1"))
                for number in _listed(one.get("phones"))
            ),
            str(one.get("email", "")),
        )
        for one in people
    )
    day = date.min
    campaign = Campaign("", "", Series.OTHER, District("", "", "", ""), Days(day, day), contacts=contacts)
    return Secrets.of(Catalogue(campaigns=(campaign,)))


def shown(text: str, hidden: Secrets) -> frozenset[str]:
    """The *hidden* numbers that *text* gives to visitors: 咨询电话."""
    return frozenset(
        leak.known
        for leak in hidden.within(text, written=True)
        if leak.known and is_public(text[: leak.start])
    )


def veiled(text: str, hidden: Secrets) -> str:
    """*text* without what is *hidden*, each with a mark in its place."""
    leaks = list(hidden.within(text, written=True))
    leaks += [Leak(SecretKind.NAME, at, at + len(name), name, name) for at, name in named(text, hidden.names)]
    for leak in sorted(leaks, key=lambda one: one.start, reverse=True):
        if leak.known and not (leak.kind is SecretKind.NUMBER and is_public(text[: leak.start])):
            text = f"{text[: leak.start]}{_LEFT.get(leak.kind, _NUMBER_LEFT)}{text[leak.end :]}"
    return text


def veiled_fields(fields: Mapping[str, Finding], hidden: Secrets) -> dict[str, Finding]:
    """The same of what a record says."""
    return {
        name: found if name in _KEPT else replace(found, value=_veiled(found.value, hidden))
        for name, found in fields.items()
    }


def _veiled(value: Value, hidden: Secrets) -> Value:
    match value:
        case bool() | int():
            return value
        case str():
            return veiled(value, hidden)
        case list():
            return [_veiled(one, hidden) for one in value]
        case dict():
            return {name: _veiled(one, hidden) for name, one in value.items()}


def _listed(value: Value | None) -> list[Value]:
    return value if isinstance(value, list) else []
