"""What a phone needs to keep the site on its home screen: a manifest (W3C Web Application Manifest) and the seal as a picture."""

import json
from collections.abc import Sequence
from io import BytesIO

from scienceweek.formats.picture_parts import Font
from scienceweek.frozen import frozen

_CINNABAR, _ON_CINNABAR = (177, 42, 26), (253, 250, 244)
_PAPER = "#f9f9f6"
_FINE = 4  # drawn so many times larger


@frozen
class HomeIcon:
    """A picture *side* pixels wide that lies at *path*; *is_masked*: whoever shows it may cut it to a circle."""

    path: str
    side: int
    is_masked: bool = False


def manifest(name: str, icons: Sequence[HomeIcon]) -> bytes:
    """The manifest of the site with this *name*, beside which it lies: every address starts from there."""
    said = {
        "name": name,
        "short_name": name,
        "lang": "zh-CN",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {
                "src": icon.path,
                "sizes": f"{icon.side}x{icon.side}",
                "type": "image/png",
                "purpose": "maskable" if icon.is_masked else "any",
            }
            for icon in icons
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def icon(sign: str, side: int, face: Font) -> bytes:
    """The seal with *sign* as a PNG of *side* by *side* pixels, cinnabar to its edges: systems cut their own corners.

    What matters lies in the circle of four fifths that every one of them leaves.
    """
    from PIL import Image, ImageDraw, ImageFont

    large = side * _FINE
    sheet = Image.new("L", (large, large))
    pen = ImageDraw.Draw(sheet)
    inner, wide = round(large * 0.2), max(_FINE, round(large * 0.012))
    pen.rectangle((inner, inner, large - inner, large - inner), outline=150, width=wide)
    font = ImageFont.truetype(face.path, round(large * 0.46), layout_engine=ImageFont.Layout.BASIC)
    pen.text((large / 2, large / 2), sign, font=font, fill=255, anchor="mm")
    drawn = sheet.reduce(_FINE).point([level // 17 for level in range(256)])
    made = Image.new("P", (side, side))
    made.paste(drawn)
    steps = [
        round(ground + (full - ground) * step / 15)
        for step in range(16)
        for ground, full in zip(_CINNABAR, _ON_CINNABAR, strict=True)
    ]
    made.putpalette(steps)
    file = BytesIO()
    made.save(file, "PNG", optimize=True)
    return file.getvalue()
