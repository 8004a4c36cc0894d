"""Photographs of records: each is a file in ``content/images``, and is shown nowhere unless the people in it agreed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scienceweek.model.image import Image
from scienceweek.source.mistakes.problems import Position, quoted
from scienceweek.source.pictures.album import Use
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.photo import ImageRecord, PhotoRecord
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.resolution.registers import Registers

_SMALLEST = 480  # pixels: narrower, it is blurred on every phone


@dataclass(frozen=True, slots=True)
class _PhotoEntry:
    """A *photo* of the record *entry*, at *path* in it; those *around* it begin where *heading* is."""

    entry: RecordEntry[Any]
    heading: tuple[str, ...]
    path: tuple[str | int, ...]
    photo: PhotoRecord | ImageRecord

    @property
    def around(self) -> Position:
        return self.entry.spot(*self.heading)


def look_up(entries: Iterable[RecordEntry[Any]], desk: Registers) -> None:
    """What is wrong with each photo of *entries*, whatever others there are."""
    for shown in _photos(entries):
        _look_up(shown, desk)


def photos(
    entries: Iterable[RecordEntry[Any]], pages: Mapping[str, tuple[Use, ...]], desk: Registers
) -> None:
    """Where photos of all *entries* are shown that may not be; *pages* has what each page of prose shows."""
    entries, images = tuple(entries), desk.library.album.images
    every = tuple(_photos(entries))
    refused: dict[str, _PhotoEntry] = {}
    for shown in every:
        image = images.get(shown.photo.file)
        if image and not shown.photo.consent:
            refused.setdefault(image.digest, shown)
    # By what is in it: a copy under another name shows the same people.
    for shown in every:
        image = images.get(shown.photo.file)
        if shown.photo.consent and image and image.digest in refused:
            desk.error(shown.entry, _unwelcome(image, refused[image.digest].around), *shown.path)
    withheld = {entry.head.id for entry in entries if entry.head.withheld}
    for use in _uses(desk, pages, withheld):
        if use.image.digest in refused:
            desk.problems.error(use.spot, _unwelcome(use.image, refused[use.image.digest].around))


def _look_up(shown: _PhotoEntry, desk: Registers) -> None:
    entry, path, written, album = shown.entry, shown.path, shown.photo.file, desk.library.album
    image = album.images.get(written)
    if {"/", "\\", "\0"} & set(written) or written.startswith("."):
        desk.error(entry, f"照片{quoted(written)}只写文件名，不写路径。", *path)
    elif written not in album.names:
        near = desk.problems.nearest(written, album.names)
        desk.error(entry, f"content/images 里没有{quoted(written)}。{near}", *path)
    elif image and isinstance(shown.photo, ImageRecord) and 0 < image.width < _SMALLEST:
        told = f"{quoted(written)}只有 {image.width} 像素宽，在手机上是糊的。请换一张至少 960 像素宽的。"
        desk.remind(entry, told, *path)


def _photos(entries: Iterable[RecordEntry[Any]]) -> Iterator[_PhotoEntry]:
    for entry in entries:
        if not entry.head.photos:
            continue
        record = entry.record
        results = record.results if isinstance(record, ActivityRecord) else None
        for number, photo in enumerate(results.photos if results else ()):
            yield _PhotoEntry(entry, ("results", "photos"), ("results", "photos", number, "file"), photo)
        if image := getattr(record, "image", None):
            yield _PhotoEntry(entry, ("image",), ("image", "file"), image)


def _uses(desk: Registers, pages: Mapping[str, tuple[Use, ...]], withheld: set[str]) -> Iterator[Use]:
    """What the texts of the site show, but for those that are not published."""
    library = desk.library
    bodies = {id: body for id, body in library.activities.items() if id not in withheld}
    for shelf in (bodies, library.bases, library.notices):
        for body in shelf.values():
            yield from body.uses
    for uses in pages.values():
        yield from uses


def _unwelcome(image: Image, spot: Position) -> str:
    return (
        f"{quoted(image.name)}里的人还没有同意公开：{spot.file} 第 {spot.line} 行起的照片没有写 consent: true。"
        "同意了就在那里补上，没有同意就不要用这张照片。"
    )
