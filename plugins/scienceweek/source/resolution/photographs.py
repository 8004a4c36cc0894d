"""Photographs: each with what is known of its file; ``source/checks/photos.py`` says whether that is there."""

from scienceweek.model.image import Photo
from scienceweek.source.records.photo import ImageRecord, PhotoRecord
from scienceweek.source.resolution.registers import Registers


def photo(desk: Registers, record: PhotoRecord | ImageRecord) -> Photo:
    image = desk.library.album.images.get(record.file)
    return Photo(record.file, record.alt, record.consent, image, record.credit or "")


def picture(desk: Registers, record: ImageRecord | None) -> Photo | None:
    """What a thing looks like; None where nobody has given that."""
    return photo(desk, record) if record else None
