"""From a release on this machine to where visitors find it, by the kind of place; a zip is written here."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from gitpublish import hosted_pages, object_storage, rsync
from gitpublish.delivered_site import Parcel, asked, unpacked
from gitpublish.messages import Failed, Say
from gitpublish.place_memory import PlaceMemory
from gitpublish.seals import Difference, Seal

_FILE_NEEDS = ("file", "kepu.zip")
_UNIX = 3
_PLAIN_FILE = 0o100644

Settings = Mapping[str, Any]
"""Those of a place."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What can be done with places of a kind."""

    deliver: Callable[[Parcel, Settings, Say], None]
    compare: Callable[[Parcel, Settings], Difference]
    contents: Callable[[Settings], Mapping[str, str]]
    expected: Callable[[Parcel, Settings], Mapping[str, str]]
    memory: Callable[[Settings], PlaceMemory]
    restore: Callable[[str, Settings, Say], None]
    described: Callable[[Settings], str]
    question: Callable[[Settings], str] = lambda _: ""
    needs: tuple[str, str] | None = None
    is_public: bool = True


def address(to: str, place: Settings) -> None:
    """Raises Failed if a *place* of the kind *to* is not known, or does not say where it is."""
    if to not in _KINDS:
        raise Failed(f"不知道怎样发布到“{to}”。可以写 {'、'.join(['server', *_KINDS])}，见 publishconf.py。")
    if needs := _KINDS[to].needs:
        asked({**place, "kind": to}, *needs)


def is_public(to: str) -> bool:
    """Whether visitors find the site at such a place; a zip goes first to somebody who knows where it will lie."""
    return to not in _KINDS or _KINDS[to].is_public


def described(to: str, place: Settings) -> str:
    """Where *place* is, for whoever publishes there."""
    return _KINDS[to].described({**place, "kind": to})


def question(to: str, place: Settings) -> str:
    """What to ask before the first delivery to *place*; "" where nothing is to be asked."""
    return _KINDS[to].question({**place, "kind": to})


def deliver(parcel: Parcel, to: str, place: Settings, say: Say) -> None:
    """Brings *parcel* to *place*, which is of the kind *to*.

    Raises Failed; what visitors see has then not changed, or the next delivery makes it good.
    """
    address(to, place)
    _KINDS[to].deliver(parcel, {**place, "kind": to}, say)


def compare(parcel: Parcel, to: str, place: Settings) -> Difference:
    """What a delivery of *parcel* would change at *place*. Raises Failed."""
    address(to, place)
    return _KINDS[to].compare(parcel, {**place, "kind": to})


def strayed(parcel: Parcel, to: str, place: Settings) -> Difference:
    """On the way from what lies at *place*, each file read, to *parcel*, which was delivered there. Raises Failed."""
    address(to, place)
    kind, there = _KINDS[to], {**place, "kind": to}
    return Difference.between(kind.contents(there), kind.expected(parcel, there))


def memory(to: str, place: Settings) -> PlaceMemory:
    """What *place* remembers of the releases that were delivered there. Raises Failed."""
    address(to, place)
    return _KINDS[to].memory({**place, "kind": to})


def restore(name: str, to: str, place: Settings, say: Say) -> None:
    """Has visitors of *place* see the release *name*, which it remembers. Raises Failed."""
    address(to, place)
    _KINDS[to].restore(name, {**place, "kind": to}, say)


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


def _in_zip(place: Settings) -> Seal:
    target = Path(asked(place, *_FILE_NEEDS)).absolute()
    try:
        with ZipFile(target) as packed:
            return {name: sha256(packed.read(name)).hexdigest() for name in packed.namelist()}
    except FileNotFoundError:
        return {}
    except BadZipFile as error:
        raise Failed(f"{target} 打不开，不是完整的 zip：{error}。") from error


def _for_zip(parcel: Parcel, _: Settings) -> Seal:
    return unpacked(parcel.sealed())


def _no_release(name: str, place: Settings, _: Say) -> None:
    raise Failed(f"{place['kind']} 里没有第 {name} 版。")


_KINDS = {
    "zip": _Kind(
        _zip,
        lambda parcel, place: Difference.between(_in_zip(place), _for_zip(parcel, place)),
        _in_zip,
        _for_zip,
        lambda _: PlaceMemory(),
        _no_release,
        lambda place: str(place["file"]),
        needs=_FILE_NEEDS,
        is_public=False,
    ),
    "pages": _Kind(
        hosted_pages.deliver,
        hosted_pages.compare,
        hosted_pages.contents,
        hosted_pages.expected,
        hosted_pages.memory,
        hosted_pages.restore,
        hosted_pages.described,
        hosted_pages.question,
    ),
    "rsync": _Kind(
        rsync.deliver,
        rsync.compare,
        rsync.contents,
        rsync.expected,
        rsync.memory,
        rsync.restore,
        lambda place: str(place["to"]),
        needs=rsync.NEEDS,
    ),
    "s3": _Kind(
        object_storage.deliver,
        object_storage.compare,
        object_storage.contents,
        object_storage.expected,
        object_storage.memory,
        object_storage.restore,
        lambda place: f"{place['bucket']}/{str(place.get('prefix', '')).strip('/')}",
        needs=object_storage.NEEDS,
    ),
}
