"""Real pictures for tests, small unless a test says otherwise."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import pack

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

SECRETS = (b"SECRETCAMERA", b"SECRETXMP", b"SECRETREMARK", b"SECRETTAIL")
"""Words that are in `tell_tale` pictures, and may be in no picture that is published."""


def picture(size: tuple[int, int] = (8, 6), mode: str = "RGB", colour: object = (200, 40, 20)) -> Image.Image:
    """One colour; what is not RGB is made of it."""
    return Image.new("RGB", size, colour).convert(mode)


def encoded(made: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    made.save(file, kind, **options)
    return file.getvalue()


def jpeg(size: tuple[int, int] = (8, 6), **options: object) -> bytes:
    return encoded(picture(size), "JPEG", **options)


def exif(orientation: int = 1) -> Image.Exif:
    """Where, when and with which camera."""
    made = Image.Exif()
    made[Base.Orientation] = orientation
    made[Base.Model] = "SECRETCAMERA"
    made[Base.Artist] = "SECRETCAMERA"
    made.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (29.0, 43.0, 5.0)})
    return made


def tell_tale(kind: str, made: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A picture with all that it may say of whoever took it, in the ways of its *kind*, and more behind its end."""
    from PIL.PngImagePlugin import PngInfo

    options: dict[str, object] = {"exif": exif(orientation), "xmp": b"<x:xmpmeta>SECRETXMP</x:xmpmeta>"}
    if kind == "PNG":
        text = PngInfo()
        text.add_text("Comment", "SECRETREMARK")
        text.add_itxt("XML:com.adobe.xmp", "SECRETXMP")
        options = {"exif": exif(orientation), "pnginfo": text}
    elif kind == "JPEG":
        options["comment"] = b"SECRETREMARK"
    return encoded(made or picture(), kind, **options) + b"<script>SECRETTAIL</script>"


def canvas(wide: int, high: int) -> bytes:
    """A black and white PNG of any size that weighs next to nothing."""
    rows = zlib.compressobj(9)
    row = bytes(1 + (wide + 7) // 8)
    packed = b"".join(rows.compress(row) for _ in range(high)) + rows.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, body)
        for name, body in (
            (b"IHDR", pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)),
            (b"IDAT", packed),
            (b"IEND", b""),
        )
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def moving(kind: str, number: int = 3, **options: object) -> bytes:
    """An animation of some frames."""
    first, *others = _frames(number)
    return encoded(first, kind, save_all=True, append_images=others, duration=120, loop=0, **options)


def _frames(number: int) -> Iterator[Image.Image]:
    for step in range(number):
        yield picture((16, 12), colour=(40 * step, 20, 255 - 40 * step))
