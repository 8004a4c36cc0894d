"""Files of pictures, good ones and others."""

import io
import random
from functools import cache


@cache
def picture(name: str, size: tuple[int, int] = (64, 48)) -> bytes:
    """A picture of the format that the ending of *name* says; a JPEG knows where it was taken."""
    from PIL import Image

    made = io.BytesIO()
    ending = name.rpartition(".")[2].lower().replace("jpg", "jpeg")
    image = Image.new("RGB", size, (176, 42, 48))
    exif = Image.Exif()
    exif[0x0110] = "A camera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (29.0, 33.0, 1.0)
    more = {"exif": exif} if ending in ("jpeg", "webp") else {}
    image.save(made, ending, **more)
    return made.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
WRONG = (
    b"",
    b"\xff\xd8\xff",
    b"<!doctype html><script>alert(1)</script>",
    b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    SVG.replace(b"<circle", b"<script>alert(1)</script><circle"),
    b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    b"PK\x03\x04",
    "不是图片".encode(),
)


def damaged(chance: random.Random, content: bytes) -> bytes:
    """*content* cut, or with a byte changed, or something else altogether."""
    match chance.randrange(4):
        case 0:
            return content[: chance.randrange(len(content) + 1)]
        case 1 if content:
            at = chance.randrange(len(content))
            return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        case 2:
            return picture(chance.choice(("x.png", "x.gif", "x.bmp", "x.tiff")))
        case _:
            return chance.choice(WRONG)
