"""What one must know before coming: ages, and how accessible it is."""

from typing import Any

from scienceweek.model.coming import Accessible, Ages
from scienceweek.model.place import Access
from scienceweek.source.notation import admission as notation
from scienceweek.source.notation.admission import AdmissionError
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers


def ages(desk: Registers, entry: RecordEntry[Any], written: str | None) -> Ages | None:
    """The ages at ``ages`` of *entry*."""
    if written is None:
        return None
    try:
        return notation.ages(written)
    except AdmissionError as error:
        desk.error(entry, str(error), "ages")
        return None


def wheelchair(
    desk: Registers, entry: RecordEntry[Any], written: Access, facilities: tuple[Accessible, ...]
) -> Access:
    """Whether a wheelchair gets in, as *written* at ``wheelchair`` or among the *facilities*: once, or twice the same."""
    found = dict.fromkeys((written, *(Access.by((one,)) for one in facilities)))
    said = [one for one in found if one is not Access.UNKNOWN]
    if len(said) > 1:
        words = "、".join(one.said for one in said)
        desk.error(entry, f"轮椅能不能进出，说法不一样：{words}。请只留一种。", "accessible")
    return said[0] if said else Access.UNKNOWN
