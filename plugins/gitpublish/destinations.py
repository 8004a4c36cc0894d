"""From a release on this machine to where visitors find it, by the kind of place; a zip is written here."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gitpublish import hosted_pages, object_storage, rsync
from gitpublish.delivered_site import Parcel, asked
from gitpublish.messages import Failed, Say

_FILE_NEEDS = ("file", "kepu.zip")
_UNIX = 3
_PLAIN_FILE = 0o100644


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


def _zip(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """A zip (APPNOTE 6.3), for a 集约化平台 or a USB stick: the same site, the same bytes. It appears when it is complete."""
    target = Path(asked(place, *_FILE_NEEDS)).absolute()
    draft = target.with_name(f".{target.name}.draft")
    try:
        with ZipFile(draft, "w") as packed:
            for path in parcel.paths():
                packed.writestr(_zip_entry(path), (parcel.tree / path).read_bytes(), compresslevel=9)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    say(f"已打包：{target}（{target.stat().st_size / 1_000_000:.1f} MB）。解开后打开 index.html 就能看。")


def _zip_entry(path: str) -> ZipInfo:
    entry = ZipInfo(path)  # its time is the first that a zip can hold
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE << 16
    return entry


_KINDS: dict[str, Callable[[Parcel, Mapping[str, Any], Say], None]] = {
    "zip": _zip,
    "pages": hosted_pages.deliver,
    "rsync": rsync.deliver,
    "s3": object_storage.deliver,
}
_NEEDS = {"zip": _FILE_NEEDS, "rsync": rsync.NEEDS, "s3": object_storage.NEEDS}
