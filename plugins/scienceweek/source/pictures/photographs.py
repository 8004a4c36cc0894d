"""Pictures made of pixels (JPEG, PNG, WebP): how large they are; each is opened once, and must be whole."""

import warnings
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from scienceweek.source.pictures.signatures import JPEG, PNG, WEBP, FileType

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}
_JPEGS = {"JPEG", "MPO"}  # phones put a second picture behind the first, and Pillow calls that MPO

_MOST = 70_000_000  # pixels: a phone's 64 million are read; of an animation, all together
_MOST_SCANS = 100  # of a progressive JPEG: each costs as much as the whole picture, and ten are usual
_ENOUGH = 500  # pixels a side are enough to see whether a JPEG is whole

_ORIENTATION = 0x0112
_ON_THEIR_SIDE = {5, 6, 7, 8}

# Its last chunk, which Pillow does not miss if all pixels are there.
_PNG_END = b"IEND\xaeB`\x82"

_BROKEN = "图片不完整或已损坏，打不开。请从原来的地方再取一次，用“画图”能打开再放进来。"


class PictureError(ValueError):
    """What is wrong with a picture and what would do, in Chinese."""


def size(content: bytes, kind: FileType) -> tuple[int, int]:
    """Width and height of the picture in *content*, upright, in pixels. Raises PictureError.

    Nothing is unpacked before its size is known, and never more than a picture can need.
    """
    from PIL import Image

    with warnings.catch_warnings():
        # Pillow warns of large pictures, and of odd ones that it nevertheless reads.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=(_FORMATS[kind],)) as picture:
                _limit(picture, content)
                turned = _lies_on_its_side(picture)
                wide, high = picture.size
                _unpack(picture)
        except PictureError:
            raise
        except Image.DecompressionBombError:
            raise PictureError(_too_large("")) from None
        except Exception:  # noqa: BLE001 - what a broken file does to a reader has no end
            raise PictureError(_BROKEN) from None
    if kind is PNG and _PNG_END not in content:
        raise PictureError(_BROKEN)
    return (high, wide) if turned else (wide, high)


def _lies_on_its_side(picture: "Image") -> bool:
    with suppress(Exception):  # a picture whose metadata cannot be read is seen all the same
        return picture.getexif().get(_ORIENTATION) in _ON_THEIR_SIDE
    return False


def _limit(picture: "Image", content: bytes) -> None:
    wide, high = picture.size
    if wide * high > _MOST:
        raise PictureError(_too_large(f"有 {wide} × {high} 像素，"))
    if _is_moving(picture) and wide * high * getattr(picture, "n_frames", 1) > _MOST:
        raise PictureError("动画太长，手机上放不动。请剪短、缩小，或换成一张不动的图片。")
    if content.count(b"\xff\xda") > _MOST_SCANS and picture.format in _JPEGS:
        raise PictureError("这张 JPEG 分成了太多层，打开要很久。请用“画图”打开，另存为 .jpg。")


def _is_moving(picture: "Image") -> bool:
    return bool(getattr(picture, "is_animated", False)) and picture.format not in _JPEGS


def _too_large(measures: str) -> str:
    return f"图片太大，{measures}最多 {_MOST // 10_000} 万像素。请用“画图”缩小到长边 4000 像素以内。"


def _unpack(picture: "Image") -> None:
    """Raises if anything is missing."""
    if not _is_moving(picture):
        # JPEG is unpacked in an eighth of its size, which takes a fraction of the time and of the memory.
        picture.draft(None, (_ENOUGH, _ENOUGH))
        picture.load()
        return
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        picture.load()
