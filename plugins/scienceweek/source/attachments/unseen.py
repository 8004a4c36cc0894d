"""What is in a document that whoever puts it on the site may not have seen: its author, remarks, text that nobody can read here."""

import re
import zipfile
from collections.abc import Iterator

from scienceweek.privacy.documents import OLD, PACKED, TooLarge, unpacked
from scienceweek.privacy.pdf import Pdf

_AUTHOR = re.compile(
    r"<(?:[A-Za-z]+:)?(?P<tag>creator|lastModifiedBy|initial-creator|Creator|Author)>(?P<name>[^<>]{1,100})</"
)
_NOBODY = re.compile(
    r"(?i)\s*(?:admin(?:istrator)?s?|(?:windows|微软|ms)?\s*(?:office)?\s*(?:用户|users?)|lenovo|dell|hp|asus|wps(?: office)?|"
    r"microsoft.*|apache poi|openpyxl|python-docx|pc|1|unknown|user.{0,4})\s*"
)
_REMARKS = ("word/comments.xml", "xl/comments", "ppt/comments/", "xl/threadedComments/")
_REVISED = re.compile(rb"<w:(?:ins|del) ")
_HIDDEN = re.compile(rb"<sheet\b[^<>]*\bstate=\"(?:hidden|veryHidden)\"")
_LEAST = 20  # letters of a text that has been read


def unseen(name: str, content: bytes) -> Iterator[str]:
    """What to tell of the file *name*, which is to leave: nothing, where all of it can be read and is seen."""
    lower = name.lower()
    if lower.endswith(PACKED):
        yield from _of_office(content)
    elif lower.endswith(".pdf"):
        yield from _of_pdf(content)
    elif lower.endswith(OLD):
        yield "旧格式的文件，程序只读得出一部分。请自己看一遍，里面有没有不公开的电话和姓名；也可以另存为 .docx、.xlsx。"


def _of_office(content: bytes) -> Iterator[str]:
    names: dict[str, None] = {}
    remarks = revised = secret = False
    try:
        for path, part in unpacked(content):
            if path.endswith(("docProps/core.xml", "meta.xml", "OFD.xml")):
                found = (match["name"].strip() for match in _AUTHOR.finditer(part.decode(errors="replace")))
                names |= dict.fromkeys(name for name in found if name and not _NOBODY.fullmatch(name))
            remarks = remarks or path.startswith(_REMARKS)
            revised = revised or (path == "word/document.xml" and bool(_REVISED.search(part)))
            secret = secret or (path == "xl/workbook.xml" and bool(_HIDDEN.search(part)))
    except (zipfile.BadZipFile, TooLarge):
        return  # whoever says what it is tells of it
    if names:
        yield _author(names)
    if remarks or revised:
        what = "和".join([*(["批注"] if remarks else []), *(["修订的痕迹"] if revised else [])])
        yield f"里面有{what}，下载的人都看得到。不想公开的，在“审阅”里删去批注、接受修订再保存。"
    if secret:
        yield "里面有隐藏的工作表，下载的人打开就能看到。不想公开的，请删去再保存。"


def _of_pdf(content: bytes) -> Iterator[str]:
    found = Pdf(content)
    if found.is_locked:
        yield "这个 PDF 加了密，程序读不出里面的文字。请自己看一遍，里面有没有不公开的电话和姓名。"
        return
    letters = sum(sign.isalnum() for text in found.texts for sign in text)
    if letters < _LEAST:
        yield "程序读不出这个 PDF 里的文字，多半是扫描件。请自己看一遍，里面有没有不公开的电话和姓名。"
    if found.author and not _NOBODY.fullmatch(found.author):
        yield _author({found.author: None})


def _author(names: dict[str, None]) -> str:
    shown = "、".join(f"“{name}”" for name in names)
    return f"文件的属性里写着作者{shown}，会跟着文件公开。不想公开的，在“文件—信息—检查问题—检查文档”里删去再保存。"
