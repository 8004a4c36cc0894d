"""From a release on this machine to where visitors find it: one function for each kind of place."""

from collections.abc import Callable, Mapping
from typing import Any

from scienceweek.publishing import archive, pages, rsync, storage
from scienceweek.publishing.parcel import Parcel, Say
from scienceweek.publishing.program import Failed


def deliver(parcel: Parcel, to: str, place: Mapping[str, Any], say: Say) -> None:
    """Brings *parcel* to *place*, which is of the kind *to*.

    Raises Failed; what visitors see has then not changed, or the next delivery makes it good.
    """
    kinds: dict[str, Callable[[Parcel, Mapping[str, Any], Say], None]] = {
        "zip": archive.deliver,
        "pages": pages.deliver,
        "rsync": rsync.deliver,
        "s3": storage.deliver,
    }
    if to not in kinds:
        raise Failed(f"不知道怎样发布到“{to}”。可以写 {'、'.join(['server', *kinds])}，见 publishconf.py。")
    kinds[to](parcel, {**place, "kind": to}, say)
