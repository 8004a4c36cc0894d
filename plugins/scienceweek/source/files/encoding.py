"""Bytes become text: UTF-8 only, and no character that is not what it seems."""

import re
import unicodedata
from bisect import bisect

from scienceweek.source.mistakes.problems import Position, Problems

LARGEST = 20_000_000
"""Bytes of one file: as much as a server takes."""

_SAVE = "请用记事本打开，“另存为”时编码选 UTF-8。"
_LISTED = 20
_CJK = 0x2E80

# Emoji families are joined by U+200D; between other characters it only hides.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\u061c\u115f\u1160\u180e\u3164\uffa0\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
# Private use: each computer shows something else, or nothing. U+FFFD stands for what a conversion has lost.
_NOBODYS = "\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff"
_SUSPECT = re.compile(f"[{_UNSEEN}{_NOBODYS}\u200d]")
_FORBIDDEN = re.compile(f"[{_UNSEEN}{_NOBODYS}]|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
# Characters that PDFs and old fonts put in the place of ordinary ones, which no search and no reading finds: Kangxi
# radicals and CJK compatibility ideographs, which NFKC (UAX 15) makes ordinary; and those radicals of the supplement
# that are characters of their own (EquivalentUnifiedIdeograph, UAX 44).
_LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_SUPPLEMENT = dict(
    zip(
        "⺜⺝⺟⺠⺧⺩⺬⺶⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "日月母民牛王示羊虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
_NAMES = {
    0x00: "空字符",
    0x85: "不可见的换行符",
    0xAD: "不可见的连字符",
    0x200B: "零宽空格",
    0x200D: "零宽连接符",
    0x2028: "不可见的换行符",
    0x2029: "不可见的换行符",
    0x202D: "改变文字方向的控制符",
    0x202E: "改变文字方向的控制符",
    0xFEFF: "不可见的字节顺序标记",
}
_OTHERS = {b"PK\x03\x04": "Excel 或 Word", b"\xd0\xcf\x11\xe0": "Excel 或 Word", b"%PDF": "PDF"}


def decode(file: str, raw: bytes, problems: Problems) -> str | None:
    """The text of *raw* with line feeds for line ends and without a BOM; None if it cannot be read."""
    start = Position(file)
    if len(raw) > LARGEST:
        problems.error(start, f"文件太大，最多 {LARGEST // 1_000_000} MB。请拆成几个文件。")
        return None
    if other := next((name for head, name in _OTHERS.items() if raw.startswith(head)), None):
        problems.error(start, f"这是一个 {other} 文件，只是改了名字。请写成文字。")
        return None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in raw[:4] and raw.count(b"\0") * 3 > len(raw)):
        problems.error(start, f"这个文件是 UTF-16 编码。{_SAVE}")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the BOM. What is UTF-8 at first is not GBK later.
        at = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)
        # Two bytes of GBK may look like a letter of UTF-8, but never like a Chinese one.
        chinese = any(ord(character) >= _CJK for character in raw[:at].decode("utf-8-sig", "ignore"))
        broken = error.reason == "unexpected end of data" or chinese
        kind = "这一行有不是 UTF-8 编码的内容。" if broken else _encoding(raw)
        problems.error(_spot(file, raw, at), kind + _SAVE)
        return None
    return _plain(file, text.replace("\r\n", "\n").replace("\r", "\n"), problems)


def plain(text: str) -> str:
    """*text* with ordinary characters in place of those that only look like them; as long as it was."""
    return _LOOKALIKES.sub(lambda match: _ordinary(match[0]), text)


def _ordinary(sign: str) -> str:
    return _SUPPLEMENT.get(sign) or unicodedata.normalize("NFKC", sign)


def _plain(file: str, text: str, problems: Problems) -> str:
    """*text* as ``plain`` gives it; each place is told."""
    if not _LOOKALIKES.search(text):
        return text
    matches = [match for match in _LOOKALIKES.finditer(text) if _ordinary(match[0]) != match[0]]
    for match in matches[:_LISTED]:
        sign = match[0]
        problems.remind(
            _place(file, text, match.start()),
            f"这里的“{sign}”（U+{ord(sign):04X}）是从 PDF 等处带来的，不是平常的“{_ordinary(sign)}”；已经当作“{_ordinary(sign)}”。请重新输入这个字。",
        )
    return plain(text)


def _place(file: str, text: str, at: int) -> Position:
    before = text[:at]
    return Position(file, before.count("\n") + 1, at - before.rfind("\n"))


def forbidden(file: str, text: str, problems: Problems) -> bool:
    """Whether *text* has characters that nobody can see, or that each computer shows otherwise; each is a problem."""
    if not _SUSPECT.search(text):  # seven times as fast, and true of nearly all
        return False
    matches = list(_FORBIDDEN.finditer(text))
    for match in matches[:_LISTED]:
        problems.error(_place(file, text, match.start()), f"这里有{fault(match[0])}")
    return bool(matches)


def conflicts(file: str, text: str, problems: Problems) -> bool:
    """Whether *text* has marks of two versions that git could not bring together; each place is a problem."""
    if not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "=======")):
        return False
    lines = text.split("\n")
    begun = [number for number, line in enumerate(lines, 1) if re.match("<{7}(?: |$)", line)]
    ended = [number for number, line in enumerate(lines, 1) if re.match(">{7}(?: |$)", line)]
    for number in begun:
        after = bisect(ended, number)
        to = f"到第 {ended[after]} 行" if after < len(ended) else ""
        problems.error(
            Position(file, number),
            f"从这里{to}是两个人改了同一处，git 没有合并好。请留下对的内容，删去“<<<<<<<”“=======”“>>>>>>>”这几行。",
        )
    left = [end for end in ended if not begun or end < begun[0]]
    left += (
        [number for number, line in enumerate(lines, 1) if line == "=======" and not begun]
        if file.endswith(".yaml")
        else []
    )
    for number in left:
        problems.error(Position(file, number), "这一行是 git 合并时留下的标记，请删去。")
    return bool(begun or left)


def fault(character: str) -> str:
    """What is wrong with *character*, and what to do."""
    if character == "\ufffd":
        return "“\ufffd”（U+FFFD），是转换文件时丢失的字。请对照原文补上。"
    if unicodedata.category(character) == "Co":
        return f"自造字（U+{ord(character):04X}），别的电脑和手机显示不出来。请换成正式的字。"
    return f"{name(character)}，看不见，请删去。"


def name(character: str) -> str:
    """``零宽空格（U+200B）``."""
    code = ord(character)
    return f"{_NAMES.get(code, '控制字符')}（U+{code:04X}）"


def hidden(text: str) -> str:
    """The first character of *text* that ``forbidden`` would tell of, or nothing."""
    match = _FORBIDDEN.search(text)
    return match[0] if match else ""


def _encoding(raw: bytes) -> str:
    try:
        chinese = raw.decode("gb18030")
    except UnicodeDecodeError:
        chinese = ""
    if re.search("[\u4e00-\u9fff]", chinese) and not re.search("[\x00-\x08\x0e-\x1f]", chinese):
        return "这个文件是 GBK（GB18030）编码，不是 UTF-8。"
    return "这一行有不是 UTF-8 编码的内容。"


def _spot(file: str, raw: bytes, at: int) -> Position:
    before = re.sub(b"\r\n?", b"\n", raw[:at])
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace").lstrip("\ufeff")) + 1
    return Position(file, before.count(b"\n") + 1, column)
