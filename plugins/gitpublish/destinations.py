"""From a release on this machine to where visitors find it: one function for each kind of place."""

from collections.abc import Callable, Mapping
from typing import Any

from gitpublish import hosted_pages, object_storage, rsync, zip_archive
from gitpublish.delivered_site import Parcel, Say, asked
from gitpublish.program import Failed

_KINDS: dict[str, Callable[[Parcel, Mapping[str, Any], Say], None]] = {
    "zip": zip_archive.deliver,
    "pages": hosted_pages.deliver,
    "rsync": rsync.deliver,
    "s3": object_storage.deliver,
}
_NEEDS = {"zip": zip_archive.NEEDS, "rsync": rsync.NEEDS, "s3": object_storage.NEEDS}


def address(to: str, place: Mapping[str, Any]) -> None:
    """Raises Failed if a *place* of the kind *to* is not known, or does not say where it is."""
    if to not in _KINDS:
        raise Failed(f"不知道怎样发布到“{to}”。可以写 {'、'.join(['server', *_KINDS])}，见 publishconf.py。")
    if to in _NEEDS:
        asked({**place, "kind": to}, *_NEEDS[to])


def deliver(parcel: Parcel, to: str, place: Mapping[str, Any], say: Say) -> None:
    """Brings *parcel* to *place*, which is of the kind *to*.

    Raises Failed; what visitors see has then not changed, or the next delivery makes it good.
    """
    address(to, place)
    _KINDS[to](parcel, {**place, "kind": to}, say)
