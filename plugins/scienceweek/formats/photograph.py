"""Pictures as they leave (JPEG, ISO/IEC 10918; PNG, ISO/IEC 15948; WebP, RFC 9649): pixels, and nothing of who took them, where and with what."""

import warnings
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 90  # of a JPEG or a WebP that has to be made anew: no difference is seen
ON_A_PAGE = 80  # of one that is made smaller for a page: a third less to load
_COARSEST = 255  # of a quantisation table that every reader takes
_ORIENTATION = 0x0112
_PROFILE = "icc_profile"


def plain(content: bytes, size: tuple[int, int], quality: int = _QUALITY) -> bytes:
    """The picture in *content* with upright *size*, in sRGB, without metadata, thumbnails or what is hung on at its end.

    *quality* (0 to 100) is that of what is scaled.

    Raises what Pillow raises for a picture that is not whole.
    """
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large pictures, whose size has been looked at
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            match picture.format:
                case "PNG":
                    return _png(picture, size)
                case "WEBP":
                    return _webp(picture, size, quality, is_lossless=_is_lossless(content))
                case _:
                    return _jpeg(picture, size, quality)


def _jpeg(picture: "ImageFile", size: tuple[int, int], quality: int) -> bytes:
    from PIL import JpegImagePlugin

    tables: Any = getattr(picture, "quantization", {})
    sampling = JpegImagePlugin.get_sampling(picture)
    # A multiple of what is wanted is enough, and takes less memory.
    picture.draft(None, (max(size), max(size)))
    is_same = picture.size in (size, size[::-1])
    made = _drawn(picture, size)
    is_same = is_same and picture.mode == made.mode and not picture.info.get(_PROFILE)
    options: dict[str, Any] = {"quality": quality}
    if is_same and sampling >= 0 and all(max(table) <= _COARSEST for table in tables.values()):
        # As fine as it was: nothing is lost, and it grows no larger.
        options = {"qtables": tables, "subsampling": sampling}
    return _saved(made, "JPEG", progressive=True, optimize=True, **options)


def _png(picture: "ImageFile", size: tuple[int, int]) -> bytes:
    frames = list(_frames(picture, size))
    if len(frames) == 1:
        return _saved(frames[0][0], "PNG")
    return _moving(frames, "PNG", picture, default_image=bool(picture.info.get("default_image")))


def _webp(picture: "ImageFile", size: tuple[int, int], quality: int, *, is_lossless: bool) -> bytes:
    options: dict[str, Any] = {"lossless": is_lossless, "quality": quality, "method": 4}
    frames = list(_frames(picture, size))
    if len(frames) == 1:
        return _saved(frames[0][0], "WEBP", **options)
    return _moving(frames, "WEBP", picture, **options)


def _is_lossless(content: bytes) -> bool:
    return b"VP8L" in content and b"VP8 " not in content


def _frames(picture: "ImageFile", size: tuple[int, int]) -> Iterator[tuple["Image", float]]:
    """The pictures of an animation, or the only one, each with the milliseconds that it is shown."""
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        yield _drawn(picture, size), picture.info.get("duration", 0)


def _moving(frames: list[tuple["Image", float]], kind: str, picture: "ImageFile", **options: Any) -> bytes:
    first, *others = [frame.convert("RGBA") for frame, _ in frames]
    durations = [round(duration) for _, duration in frames]
    if options.get("default_image"):
        durations = durations[1:]
    loop = picture.info.get("loop", 0)
    return _saved(first, kind, save_all=True, append_images=others, duration=durations, loop=loop, **options)


def _drawn(picture: "ImageFile", size: tuple[int, int]) -> "Image":
    """*picture* as it is seen, with nothing but its pixels."""
    from PIL import Image

    profile = picture.info.get(_PROFILE)
    transparency = picture.info.get("transparency")
    made = _upright(picture)
    made = _in_srgb(made, profile) if profile else made
    made = made if made.mode in _modes(picture.format) else made.convert("RGB")
    if made.size != size:
        made = _for_scaling(made).resize(size, Image.Resampling.LANCZOS)
    if made is picture or made.info:
        made = made.copy()
    is_keyed = transparency is not None and made.mode == picture.mode
    made.info = {"transparency": transparency} if is_keyed else {}
    return made


def _upright(picture: "ImageFile") -> "Image":
    """*picture* turned as its camera was held (Exif 3.0 §4.6.5.1.8)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = None
    with suppress(Exception):  # who cannot be read has not said how the camera was held
        turn = turns.get(picture.getexif().get(_ORIENTATION, 1))
    picture.load()
    return picture if turn is None else picture.transpose(turn)


def _modes(format: str | None) -> set[str]:
    """The modes that browsers show in a *format*."""
    match format:
        case "PNG":
            return {"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}
        case "WEBP":
            return {"RGB", "RGBA"}
        case _:
            return {"L", "RGB"}


def _for_scaling(picture: "Image") -> "Image":
    """*picture* in a mode that can be mixed: a palette has no colours between two of its own."""
    match picture.mode:
        case "1":
            return picture.convert("L")
        case "P":
            return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
        case "L" | "RGB" if "transparency" in picture.info:
            return picture.convert("RGBA")
        case _:
            return picture


def _in_srgb(picture: "Image", profile: bytes) -> "Image":
    """*picture*, whose colours *profile* (ICC.1) explains, in the colours that are meant where nothing is said."""
    from PIL import ImageCms

    coloured = picture
    if picture.mode in {"P", "PA"}:
        coloured = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    # A broken profile, or one for other colours: browsers pass over it.
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        wanted = "RGBA" if coloured.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(coloured, source, ImageCms.createProfile("sRGB"), outputMode=wanted)
        if found is not None:
            return found
    return picture


def _saved(picture: "Image", kind: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
