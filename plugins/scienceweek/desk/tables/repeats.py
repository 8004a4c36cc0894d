"""One thing at several times: rows over which its name is merged, the same cell twice in a timetable."""

from dataclasses import replace

from scienceweek.desk.findings import Finding, FoundRecord, Value

_APART = {"when", "where", "sessions"}
"""What may differ from one time to the next."""


def together(one: FoundRecord, other: FoundRecord, why: str = "") -> FoundRecord | None:
    """*one* with the time of *other*, if nothing else differs; with a session for each, if the places do too; else None."""
    if _rest(one) != _rest(other):
        return None
    first, second = one.fields.get("when"), other.fields.get("when")
    same_place = _value(one, "where") == _value(other, "where")
    if first and second and same_place and isinstance(first.value, str) and isinstance(second.value, str):
        return _with(one, "when", _joined(first, second, f"{first.value}；{second.value}", why))
    before = one.fields.get("sessions") or _sessions(one)
    more = _sessions(other)
    if not before or not more or not isinstance(before.value, list) or not isinstance(more.value, list):
        return None
    whole = _with(one, "sessions", _joined(before, more, [*before.value, *more.value], why))
    return replace(
        whole, fields={key: found for key, found in whole.fields.items() if key not in _APART - {"sessions"}}
    )


def _rest(record: FoundRecord) -> dict[str, Value]:
    return {key: found.value for key, found in record.fields.items() if key not in _APART}


def _value(record: FoundRecord, key: str) -> Value | None:
    found = record.fields.get(key)
    return found.value if found else None


def _sessions(record: FoundRecord) -> Finding | None:
    """The time and the place of a *record* as its one session."""
    when, where = record.fields.get("when"), record.fields.get("where")
    if not when:
        return None
    session: dict[str, Value] = {"when": when.value} | ({"where": where.value} if where else {})
    why = "；".join(filter(None, (when.why, where.why if where else "")))
    return Finding([session], when.read, when.where, why)


def _joined(first: Finding, second: Finding, value: Value, why: str) -> Finding:
    whys = dict.fromkeys(filter(None, (first.why, second.why, why)))
    return Finding(value, f"{first.read}；{second.read}", first.where, "；".join(whys))


def _with(record: FoundRecord, key: str, found: Finding) -> FoundRecord:
    """*record* with what was *found* at *key*, which stands where its time stood."""
    fields: dict[str, Finding] = {}
    for name, one in record.fields.items():
        if name == key or (name == "when" and key not in record.fields):
            fields[key] = found
        if name != key:
            fields[name] = one
    return replace(record, fields=fields)
