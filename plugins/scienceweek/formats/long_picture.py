"""A page as one long picture (PNG, ISO/IEC 15948) for a chat: without the blank below it, and in few colours."""

from io import BytesIO

WIDE, HIGH = 540, 8000
"""In pixels of CSS: as wide as a large phone, as high as browsers draw at twice that size (16,384 of their pixels)."""
_FOOT = 48  # pixels of blank that are left
_COLOURS = 32


def cut(shot: bytes) -> bytes | None:
    """What is on the picture *shot* of a window, down to its last line; None where the window was too short for the page."""
    from PIL import Image, ImageChops

    with Image.open(BytesIO(shot), formats=["PNG"]) as found:
        picture = found.convert("RGB")
    ground = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    if box is None or box[3] + _FOOT > picture.height:
        return None
    kept = picture.crop((0, 0, picture.width, box[3] + _FOOT)).quantize(_COLOURS, dither=Image.Dither.NONE)
    made = BytesIO()
    kept.save(made, "PNG", optimize=True)
    return made.getvalue()
