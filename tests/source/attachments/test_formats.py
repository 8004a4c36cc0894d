import pytest
from documents import FORM, archive, doc, docx, odt, pdf, xlsx
from photographs import jpeg

from scienceweek.source.attachments.formats import FORMATS, AttachmentError, told

DAMAGED = "文件不完整、已损坏或者有密码。请从原来的地方再取一次，去掉密码再放进来。"
MACRO = "里面有宏（会自己运行的程序），不能给人下载。"
UTF8 = "手机上会是乱码。请用记事本打开，“另存为”时编码选 UTF-8。"
ACTIVE = "这个 PDF 里有脚本、别的文件或媒体，不能给人下载。请用“打印”另存为一份新的 PDF。"
ELSEWHERE = (
    '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" TargetMode="External"'
    ' Target="http://x.cn/a.dotm"/></Relationships>'
)
HYPERLINK = '<Relationship Type="http://x/hyperlink" Target="https://x.cn" TargetMode="External"/>'


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_told_by_its_content(suffix: str):
    assert told(FORM[suffix], f"a{suffix.upper()}") == FORMATS[suffix].name


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"", "这是一个空文件。请从原来的地方再取一次。"),
        ("a.docx", FORM[".xlsx"], "名字是 Word 文件，里面却是“Excel 文件”。请改正扩展名，或另存为 Word 文件。"),
        ("a.docx", FORM[".doc"], "名字是 Word 文件，里面却是“旧的 Office 文件”。请改正扩展名，或另存为 Word 文件。"),
        ("a.docx", b"<!doctype html><p>404", "名字是 Word 文件，里面却是“网页”。请改正扩展名，或另存为 Word 文件。"),
        ("a.docx", b"MZ\x90\0\x03\0\0\0", "名字是 Word 文件，里面却不是。请从原来的地方再取一次，能打开再放进来。"),
        ("a.docx", archive({"a.exe": "MZ"}), "名字是 Word 文件，里面却是“压缩包”。请改正扩展名，或另存为 Word 文件。"),
        ("a.docx", FORM[".docx"][:300], DAMAGED),
        ("a.docx", docx(more={"word/vbaProject.bin": b"x"}), f"{MACRO}请在 Word 里另存为不带宏的文件。"),
        ("a.xlsx", xlsx("甲", more={"xl/macrosheets/sheet1.xml": "<x/>"}), f"{MACRO}请在 Excel 里另存为不带宏的文件。"),
        ("a.docx", docx(types="application/vnd.ms-word.document.macroEnabled.main+xml"), f"{MACRO}请另存为不带宏的文件。"),
        ("a.odt", FORM[".docx"], "名字是 ODF 文字 文件，里面却是“Word 文件”。请改正扩展名，或另存为 ODF 文字 文件。"),
        ("a.ods", odt(), "名字是 ODF 表格 文件，里面却是“ODF 文字 文件”。请改正扩展名，或另存为 ODF 表格 文件。"),
        ("a.docx", docx(more={"word/_rels/settings.xml.rels": ELSEWHERE}), "打开时会从别的地方取模板或对象，不能给人下载。请把内容复制到新的文件里再保存。"),
        ("a.docx", docx(more={"word/a.xml": b"0" * 50_000_001}), "解开以后太大（最多 50 MB），没有人看得过来。请只留要用的内容。"),
        ("a.doc", doc(stream="Workbook"), "这不是 Word 文件。请打开它，另存为 .docx。"),
        ("a.doc", doc("EncryptedPackage"), "这个文件有密码，别人打不开。请去掉密码再放进来。"),
        ("a.xls", doc("_VBA_PROJECT", "Workbook"), f"{MACRO}请在 Excel 里另存为 .xlsx。"),
        ("a.doc", FORM[".docx"], "名字是 Word 文件，里面却是“Word 文件”。请改正扩展名，或另存为 Word 文件。"),
        ("a.pdf", jpeg(), "名字是 PDF 文件，里面却是“JPEG 图片”。请改正扩展名，或另存为 PDF 文件。"),
        ("a.pdf", FORM[".pdf"][:-10], "PDF 不完整，多半没有存完。请从原来的地方再取一次。"),
        ("a.pdf", pdf(more=b"8 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n"), ACTIVE),
        ("a.pdf", pdf(more=b"8 0 obj\n<< /S /Launch /F (a.exe) >>\nendobj\n"), ACTIVE),
        ("a.pdf", pdf(more=b"8 0 obj\n<< /Type /EmbeddedFile >>\nstream\nx\nendstream\nendobj\n"), ACTIVE),
        ("a.csv", "姓名,学校\n".encode("gbk"), f"这个文件不是 UTF-8 编码，{UTF8}"),
        ("a.csv", "姓名,学校\n".encode("utf-16"), f"这个文件是 UTF-16 编码，{UTF8}"),
        ("a.txt", b"<html><script>alert(1)</script>", "名字是 文字 文件，里面却是“网页”。请改正扩展名，或另存为 文字 文件。"),
        ("a.txt", "甲\u200b乙".encode(), "里面有看不见的字符。请用记事本打开，删去看不见的字符再保存。"),
    ],
)  # fmt: skip
def test_what_may_not_be_offered_is_told_with_what_would_do(name: str, content: bytes, message: str):
    with pytest.raises(AttachmentError) as caught:
        told(content, name)

    assert str(caught.value) == message


def test_a_link_in_a_document_may_lead_anywhere():
    assert told(docx(more={"word/_rels/document.xml.rels": HYPERLINK}), "a.docx") == "Word"
