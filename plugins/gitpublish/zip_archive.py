"""The site as a zip (APPNOTE 6.3), for a 集约化平台 or a USB stick: the same site, the same bytes."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gitpublish.delivered_site import Parcel, Say, asked

NEEDS = ("file", "kepu.zip")
_UNIX = 3
_FILE = 0o100644


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Writes the file that *place* names; it appears when it is complete."""
    target = Path(asked(place, *NEEDS)).absolute()
    draft = target.with_name(f".{target.name}.draft")
    try:
        with ZipFile(draft, "w") as packed:
            for path in parcel.paths():
                packed.writestr(_entry(path), (parcel.tree / path).read_bytes(), compresslevel=9)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    say(f"已打包：{target}（{target.stat().st_size / 1_000_000:.1f} MB）。解开后打开 index.html 就能看。")


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path)  # its time is the first that a zip can hold
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FILE << 16
    return entry
