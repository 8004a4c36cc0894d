"""What a file holds decides how it is read, and each that cannot be is told what would do."""

import documents
import pytest
from photographs import jpeg

from scienceweek.desk.documents import DocumentError, read, reading

ENCRYPTED = documents.OLE + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"", "空文件"),
        ("a.docx", documents.doc(), "旧的 Word 文件（.doc），不论扩展名写什么。.*另存为.*.docx"),
        ("a.xlsx", ENCRYPTED, "文件有密码"),
        ("a.xls", documents.doc(stream="_VBA_PROJECT"), "文件里有宏"),
        ("a.xlsx", documents.xlsx("x", more={"xl/vbaProject.bin": b"x"}), "文件里有宏"),
        ("a.pptx", documents.pptx(), "这是PowerPoint 文件，读不了。请把内容复制到 Word"),
        ("a.ofd", documents.ofd(), "这是OFD 文件，读不了。请打开它，另存为 .pdf"),
        ("a.zip", documents.archive({"a.txt": "x"}), "这是压缩包，读不了。请先解开"),
        ("a.docx", b"PK\x03\x04 broken", "文件不完整、已损坏或者有密码"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_would_do(tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(DocumentError, match=told):
        read(tmp_path / name)


def test_a_picture_is_told_to_be_one(tmp_path):
    (tmp_path / "a.pdf").write_bytes(jpeg())

    with pytest.raises(DocumentError, match="图片里的字读不出来"):
        read(tmp_path / "a.pdf")


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_000)

    with pytest.raises(DocumentError, match="文件有 2 MB，最多读 1 MB"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize(("name", "told"), [("none.docx", "没有这个文件"), ("", "这是一个文件夹")])
def test_a_file_that_is_not_there_is_told(tmp_path, name, told):
    with pytest.raises(DocumentError, match=told):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.docx", "<!DOCTYPE html><p>一</p>".encode(), "网页"),
        ("a.txt", "一".encode(), "文字"),
        ("a.CSV", "一,二".encode(), "CSV"),
        ("a.doc", "<html><p>一</p></html>".encode("gbk"), "网页"),
    ],
)
def test_what_a_file_holds_decides_not_how_it_is_called(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)

    assert read(tmp_path / name).kind == kind


def test_what_only_looks_like_a_character_is_that_character(tmp_path):
    (tmp_path / "a.txt").write_text("5⽉25⽇ ⼈⺠⼴场\n", "utf-8")
    (tmp_path / "a.csv").write_text("时间,地点\n5⽉25⽇,⼈⺠⼴场\n", "utf-8")

    assert [one.text for one in read(tmp_path / "a.txt").paragraphs] == ["5月25日 人民广场"]
    assert [cell.text for cell in read(tmp_path / "a.csv").tables[0].rows[1]] == ["5月25日", "人民广场"]
