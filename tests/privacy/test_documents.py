import zipfile

import pytest
from documents import FORM, archive, doc, docx, odt, ofd, pdf, pptx, xlsx

from scienceweek.privacy import documents
from scienceweek.privacy.documents import TooLarge, unpacked
from scienceweek.privacy.gate import PrivacyGate, texts
from scienceweek.privacy.pdf import Pdf
from scienceweek.privacy.secrets import Secrets

NUMBER = "023-60000001"
SECRETS = Secrets(
    numbers={"02360000001": NUMBER, "60000001": NUMBER}, forms=frozenset({"02360000001", "60000001"})
)
TOLD = f"里面有不公开的联系方式“{NUMBER}”。"


def read(name: str, content: bytes) -> str:
    return b"\n".join(texts(name, content)).decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx("电话</w:t></w:r><w:r><w:t>023-6000</w:t></w:r><w:r><w:t>0001")),
        ("a.docx", docx(more={"word/comments.xml": f"<w:t>{NUMBER}</w:t>"})),
        ("a.docx", docx(more={"docProps/custom.xml": f"<vt:lpwstr>{NUMBER}</vt:lpwstr>"})),
        ("a.docx", docx(more={"word/embeddings/sheet.xlsx": xlsx(NUMBER)})),
        ("a.xlsx", xlsx("区科协", "6000 0001")),
        ("a.pptx", pptx(NUMBER)),
        ("a.odt", odt(NUMBER)),
        ("a.ofd", ofd(NUMBER)),
        ("a.doc", doc(f"联系电话：{NUMBER}。")),
        ("a.pdf", pdf(f"联系人 {NUMBER}")),
        ("a.pdf", pdf(info=f"/Author ({NUMBER})")),
        ("a.pdf", pdf(drawn=b"BT /F9 9 Tf (Tel. 023\\05560000001) Tj ET")),
        ("a.pdf", pdf(drawn=b"BT /F9 9 Tf [(023-6000) -20 (0001)] TJ ET")),
        ("a.pdf", pdf(drawn=b"BT /F9 9 Tf (023-6000) Tj 40 0 Td (0001) Tj ET")),
        ("a.csv", f"区科协,{NUMBER}\n".encode()),
        ("60000001.pdf", FORM[".pdf"]),
    ],
)
def test_what_is_private_in_a_document_is_found(name: str, content: bytes):
    assert PrivacyGate(SECRETS)(f"files/{name}", content) == (f"files/{name}: {TOLD}",)


@pytest.mark.parametrize("suffix", FORM)
def test_nothing_is_found_where_nothing_is(suffix: str):
    assert PrivacyGate(SECRETS)(f"files/a{suffix}", FORM[suffix]) == ()


def test_numbers_in_cells_side_by_side_are_not_one():
    assert PrivacyGate(SECRETS)("a.xlsx", xlsx("6000", "0001")) == ()


def test_a_font_is_read_by_its_own_map():
    text = "报名：李康 13912345678"

    assert text in read("a.pdf", pdf(text))


def test_the_ranges_of_a_map_are_read():
    cmap = b"2 beginbfrange <0001> <0003> <0041> <0010> <0011> [<5F20> <4E09>] endbfrange"
    made = pdf(drawn=b"BT /F2 9 Tf <000100020003> Tj <00100011> Tj ET").replace(
        b"/F1 5 0 R", b"/F1 5 0 R /F2 8 0 R"
    )
    more = b"8 0 obj\n<< /Type /Font /ToUnicode 9 0 R >>\nendobj\n9 0 obj\n<< >>\nstream\n%s\nendstream\nendobj\n"

    assert "ABC张三" in "".join(Pdf(made.replace(b"trailer", more % cmap + b"trailer")).texts)


def test_what_a_browser_has_printed_is_read(browser):
    page = browser.new_page()
    page.set_content("<p>联系 李康 023-6000 0001</p><p style='font-family:monospace'>139 1234 5678</p>")

    made = page.pdf()
    page.close()

    said = read("a.pdf", made)
    assert "023-6000 0001" in said
    assert "139 1234 5678" in said
    assert "李康" in said


@pytest.mark.parametrize(
    "evil",
    [
        b"stream\n" * 200_000,
        b"1 0 obj stream\n" * 100_000 + b"endstream",
        b"(" * 500_000,
        b"1 0 obj\nstream\n" + b"(a" * 300_000 + b" Tj endstream",
        b"1 0 obj\nstream\n" + b"beginbfchar" * 100_000 + b"endstream",
        b"1 0 obj\n<< /Filter /FlateDecode >>\nstream\nnone of it\nendstream",
        b"1 0 obj\n<< /Type /ObjStm /First 4 >>\nstream\n1 0 2 5 <<\nendstream",
        b"1 0 obj\n<< /ToUnicode 2 0 R >>\n2 0 obj\nstream\nbeginbfrange <1> <2> [ endbfrange\nendstream",
    ],
)
def test_a_pdf_that_is_none_says_nothing_and_costs_nothing(evil: bytes):
    found = Pdf(b"%PDF-1.7\n" + evil)

    assert (found.author, found.is_active, "".join(found.texts).count("023")) == ("", False, 0)


def test_an_archive_in_an_archive_has_its_limits():
    inner = docx(more={"word/a.xml": b"0" * 30_000_000})
    with pytest.raises(TooLarge):
        list(unpacked(archive({"a.docx": inner, "b.docx": inner})))
    deep = docx()
    for _ in range(4):
        deep = archive({"a.docx": deep})
    with pytest.raises(TooLarge):
        list(unpacked(deep))
    with pytest.raises(TooLarge):
        list(unpacked(archive(dict.fromkeys(map(str, range(documents.PARTS + 1)), ""))))


def test_what_is_no_archive_is_told_as_such():
    with pytest.raises(zipfile.BadZipFile):
        list(unpacked(b"PK\x03\x04"))
