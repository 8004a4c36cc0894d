"""A mark across a picture that is not to be handed on as it is."""

from io import BytesIO

from scienceweek.formats.picture_parts import Font
from scienceweek.formats.sheet import missing

_SIZE = 54  # pixels high
_APART = 250  # pixels from line to line
_SLANT = 24  # degrees
_INK = (177, 42, 26, 70)
_COLOURS = 64


def marked(content: bytes, words: str, face: Font) -> bytes:
    """The PNG *content* with *words* across all of it, as far as *face* has their signs."""
    from PIL import Image, ImageDraw, ImageFont

    lacks = missing(words, face.path)
    line = "".join(sign for sign in words if sign not in lacks)
    font = ImageFont.truetype(face.path, _SIZE, layout_engine=ImageFont.Layout.BASIC)
    picture = Image.open(BytesIO(content)).convert("RGBA")
    side = 2 * max(picture.size)
    step = round(font.getlength(line)) + _APART
    sheet = Image.new("RGBA", (side, side))
    pen = ImageDraw.Draw(sheet)
    for row, top in enumerate(range(0, side, _APART)):
        for left in range(-(row % 2) * step // 2, side, step):
            pen.text((left, top), line, font=font, fill=_INK)
    around = sheet.rotate(_SLANT, resample=Image.Resampling.BICUBIC)
    left, top = (side - picture.width) // 2, (side - picture.height) // 2
    picture.alpha_composite(around.crop((left, top, left + picture.width, top + picture.height)))
    file = BytesIO()
    picture.convert("RGB").quantize(_COLOURS).save(file, "PNG")
    return file.getvalue()
