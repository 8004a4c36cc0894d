"""What a file is, told by its first bytes and not by its name."""

import re
from dataclasses import dataclass

ENOUGH = 65_536
"""Bytes from which the kind of a file can be told."""

_JPG = "用“画图”打开，另存为 .jpg"


@dataclass(frozen=True, slots=True)
class FileType:
    """*name* in Chinese; *suffixes* by which it may be published, the usual one first; if none, *remedy* says what would do."""

    name: str
    suffixes: tuple[str, ...] = ()
    remedy: str = f"请{_JPG}。"


JPEG = FileType("JPEG 图片", (".jpg", ".jpeg"))
PNG = FileType("PNG 图片", (".png",))
WEBP = FileType("WebP 图片", (".webp",))
SVG = FileType("SVG 图", (".svg",))

_GIF = FileType("GIF 图片", (), f"请{_JPG} 或 .png；要会动的，用转换工具另存为 .webp。")
_HEIC = FileType(
    "HEIC 图片（苹果手机的格式）",
    (),
    "浏览器打不开。请在电脑上用“照片”或“画图”打开，另存为 .jpg；手机以后在“设置—相机—格式”里选“兼容性最佳”。",
)
_AVIF = FileType("AVIF 图片", (), f"旧手机打不开。请{_JPG}。")
_TIFF = FileType("TIFF 图片或相机的原始文件", (), f"浏览器打不开。请{_JPG}。")
_PSD = FileType("Photoshop 文件", (), "浏览器打不开。请用 Photoshop 的“导出”另存为 .jpg 或 .png。")
_DRAWN = FileType("矢量图或排版文件", (), "浏览器打不开。请用原来的软件导出为 .svg 或 .png。")
_FILM = FileType("视频", (), "这里只放图片。视频请放到视频网站，把网址写进活动的 results。")
_SOUND = FileType("录音", (), "这里只放图片，请移走。")
_OFFICE = FileType(
    "Word、Excel 文件或压缩包", (), "请打开它，把里面的图片另存为 .jpg；给人下载的文件放在 content/files。"
)
_PDF = FileType("PDF 文件", (), "请把要用的那一页截图，另存为 .png；给人下载的文件放在 content/files。")
_WEB = FileType("网页", (), "多半是下载时存成了网页。请回到原来的地方，在图片上点右键，选“图片另存为”。")
_PACKED = FileType("压缩的文件", (), "请先解压，再放进来；.svgz 请另存为不压缩的 .svg。")
_POINTER = FileType(
    "Git LFS 的指针", (), "图片还没有取来。请运行 git lfs pull，或请管理员把图片直接放进 git。"
)
_TEXT = FileType("文字", (), "请换成图片，或移走。")

_HEADS: tuple[tuple[bytes, FileType], ...] = (
    (rb"\xff\xd8\xff", JPEG),
    (rb"\x89PNG\r\n\x1a\n", PNG),
    (rb"RIFF....WEBP", WEBP),
    (rb"GIF8[79]a", _GIF),
    (rb"BM....\0\0\0\0", FileType("BMP 图片")),
    (rb"(?:II\*\0|MM\0\*|II\+\0|MM\0\+|IIU\0|IIRO|FUJIFILM)", _TIFF),
    (rb"8BPS", _PSD),
    (rb"....ftyp(?:avif|avis|....(?:....)*?avi[fs])", _AVIF),
    (rb"....ftyp(?:hei|hev|mif1|msf1|....(?:....)*?(?:hei|hev))", _HEIC),
    (rb"....ftyp(?:crx )", _TIFF),
    (rb"....ftyp(?:M4A)", _SOUND),
    (rb"....(?:ftyp|moov|mdat|wide|free)", _FILM),
    (rb"(?:RIFF....AVI |\x1aE\xdf\xa3|FLV\x01|0&\xb2u|\0\0\x01[\xb3\xba])", _FILM),
    (rb"(?:ID3|RIFF....WAVE|OggS|fLaC|#!AMR)", _SOUND),
    (rb"(?:\xff\x0a|\0\0\0\x0cJXL )", FileType("JPEG XL 图片", (), f"浏览器打不开。请{_JPG}。")),
    (rb"(?:\0\0\0\x0cjP  |\xff\x4f\xff\x51)", FileType("JPEG 2000 图片", (), f"浏览器打不开。请{_JPG}。")),
    (rb"\0\0[\x01\x02]\0[^\0]", FileType("图标文件", (), f"请{_JPG} 或 .png。")),
    (rb"(?:RIFF....CDR|%!PS|\xc5\xd0\xd3\xc6|\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF|AC10)", _DRAWN),
    (rb"%PDF", _PDF),
    (rb"PK(?:\x03\x04|\x05\x06)|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf", _OFFICE),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd", _PACKED),
    (rb"version https://git-lfs", _POINTER),
)
_SIGNATURES = tuple((re.compile(head, re.DOTALL), kind) for head, kind in _HEADS)

_MARKUP = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?(?:-->|\Z)|<!DOCTYPE\s[^>\[]*(?:\[[^\]]*\]\s*)?>|\s)*", re.DOTALL | re.IGNORECASE
)
_WEB_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|iframe|title|meta|div|p|a|img)\b", re.IGNORECASE
)
_DRAWING = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?svg[\s/>]")


def kind(head: bytes) -> FileType | None:
    """The kind of the file whose first bytes are *head*; None where nothing is known of such a file."""
    found = next((kind for signature, kind in _SIGNATURES if signature.match(head)), None)
    return found or (_written(head) if head else None)


def _written(head: bytes) -> FileType | None:
    """The kind of a file that may be text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "ignore")
    elif b"\0" in head:
        return None
    else:
        text = head.decode("utf-8", "replace").removeprefix("\ufeff")
    if text.count("\ufffd") * 10 > len(text):
        return None
    if _WEB_PAGE.match(text.lstrip()):
        return _WEB
    if _DRAWING.match(text, _opening(text)):
        return SVG
    return _WEB if _WEB_PAGE.match(text, _opening(text)) else _TEXT


def _opening(text: str) -> int:
    """Where the first element of *text* begins."""
    before = _MARKUP.match(text)
    return before.end() if before else 0
