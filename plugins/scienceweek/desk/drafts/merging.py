"""A record that exists and what was found of it: what is different, put so that nothing of what staff have added is lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scienceweek.desk.drafts.likeness import numbers, plain, same
from scienceweek.desk.drafts.matching import Match
from scienceweek.desk.findings import Finding, Kind, Value
from scienceweek.desk.setting import Setting

_OWN = ("description", "short_name", "short_title", "summary", "kind", "audience", "topics", "admits", "tier")
"""What staff have chosen or put in words: it is asked before it is exchanged."""
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
        if there is not None and same(name, there, value, setting):
            continue
        why = match.why or found.why
        if there is not None and name in _OWN and not why:
            why = f"现在写的是“{_short(there)}”"
        made[name] = replace(found, value=value, why=why)
    return made


def _together(name: str, there: Any, found: Value, setting: Setting) -> Value:
    match name, there, found:
        case "contacts", list(), list():
            return _contacts(there, found)
        case "opening", list(), list():
            more = [one for one in found if not any(_is_opening(one, old, setting) for old in there)]
            return [*there, *more]
        case "organisers", dict(), dict():
            return {**there, **found}
        case "where" | "admission", dict(), dict():
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
        known = known or next((old for old in made if phones and phones <= numbers(old)), None)
        if known is None:
            made.append(dict(one))
        elif not phones <= numbers(known) or (name and plain(str(known.get("name") or "")) != name):
            known.update(one)
    return made


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
