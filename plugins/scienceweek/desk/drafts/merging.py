"""A record that exists and what was found of it: what is different, put so that nothing of what staff have added is lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scienceweek.desk.drafts.further_notices import is_listed, told_apart
from scienceweek.desk.drafts.likeness import is_number, numbers, plain, same, within
from scienceweek.desk.drafts.matching import Match
from scienceweek.desk.findings import Finding, Kind, Value
from scienceweek.desk.setting import Setting

_FACTS = frozenset(
    [
        "notices",
        "when",
        "sessions",
        "previously",
        "status",
        "reason",
        "where",
        "organisers",
        "base",
        "admission",
        "ages",
        "address",
        "town",
        "contacts",
        "hours",
        "opening",
        "closures",
        "url",
    ]
)
"""What is exchanged for what a later document says for sure; anything else that staff have is asked about first."""
_WHOLE = frozenset(["when", "hours", "previously", "status", "contacts", "opening", "closures"])
"""What is compared as a whole: what a later document leaves out does not hold any more, or is there from before."""
_NEVER = ("campaign", "source")
"""What says where a record came from first."""


def merged(kind: Kind, fields: Mapping[str, Finding], match: Match, setting: Setting) -> dict[str, Finding]:
    """What of *fields* is different from the record that *match* has."""
    before = match.record.fields
    made: dict[str, Finding] = {}
    for name, found in fields.items():
        there = before.get(name)
        if name == "district" and match.record.said("district") == found.value:
            continue
        if name in ("name", "title", "subtitle") and not match.why and "id" not in fields:
            continue
        if there is not None and name in _NEVER:
            continue
        value = _together(name, there, found.value, setting)
        if name == "notices" and is_listed(found.value, there):
            continue
        if there is not None and (
            (within(name, value, there, setting) if name not in _WHOLE else same(name, there, value, setting))
            or (name == "where" and _is_place(value, there))
        ):
            continue
        why = match.why or found.why
        if there is not None and name not in _FACTS and not why:
            why = f"现在写的是“{_short(there)}”"
        made[name] = replace(found, value=value, why=why)
    return made


def _is_place(found: Any, there: Any) -> bool:
    """Whether *found* is the place that is *there*, however it is called."""
    if not isinstance(found, dict):
        return False
    several = there if isinstance(there, list) else [there]
    for one in several:
        if not isinstance(one, dict):
            continue
        for key in ("base", "venue"):
            if key in found and found[key] == one.get(key) and not set(found) - {key, "words"}:
                return True
        named = next((str(found[key]) for key in ("area", "place", "tour") if key in found), "")
        if named and set(found) <= {"area", "place", "tour"} and plain(named) == plain(str(one.get("words"))):
            return True
    return False


def _roles(there: dict[str, Any], found: dict[str, Any]) -> Value:
    """The roles that are *there*; those in which somebody is *found* who is not there yet are as found."""
    made = dict(there)
    for role, names in found.items():
        known = [plain(str(name)) for name in there.get(role) or ()]
        asked = [plain(str(name)) for name in names] if isinstance(names, list) else []
        if not all(any(one.endswith(name) or name.endswith(one) for one in known) for name in asked):
            made[role] = names
    return made


def _together(name: str, there: Any, found: Value, setting: Setting) -> Value:
    match name, there, found:
        case "contacts", list(), list():
            return _contacts(there, found)
        case "notices", _, list():
            return told_apart(there if isinstance(there, list) else [], found)
        case "opening", list(), list():
            more = [one for one in found if not any(_is_opening(one, old, setting) for old in there)]
            return [*there, *more]
        case "organisers", dict(), dict():
            return _roles(there, found)
        case "topics" | "audience", list(), list():
            return [*there, *(one for one in found if one not in there)]
        case "admission", dict(), dict():
            # The same place or price, of which more is known already.
            is_part = all(
                key in there and same(key, there[key], value, setting) for key, value in found.items()
            )
            return dict(there) if is_part else found
        case "admission", dict(), str():
            return dict(there) if there.get("fee") == found else {**there, "fee": found}
        case _:
            return found


def _contacts(there: list[Any], found: list[Value]) -> Value:
    """Those that are *there*, and what was *found* of them; whether they may be shown is kept."""
    made: list[Any] = [dict(one) for one in there]
    for one in found:
        if not isinstance(one, dict):
            continue
        name, phones = plain(str(one.get("name") or "")), numbers(one)
        known = next((old for old in made if name and plain(str(old.get("name") or "")) == name), None)
        known = known or next((old for old in made if phones and _all_known(phones, old)), None)
        if known is None:
            made.append(dict(one))
        elif not _all_known(phones, known) or (name and plain(str(known.get("name") or "")) != name):
            known.update(one)
    return made


def _all_known(phones: frozenset[str], contact: Any) -> bool:
    return all(any(is_number(one, other) for other in numbers(contact)) for one in phones)


def _is_opening(one: Value, old: Any, setting: Setting) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(old, dict)
        and one.get("campaign") == old.get("campaign")
        and same("when", one.get("when"), old.get("when"), setting)
    )


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 30 else f"{text[:30]}…"  # noqa: PLR2004 - fits on a line
