import pytest
from documents import FORM, docx, odt, pdf, xlsx

from scienceweek.source.attachments.unseen import unseen

AUTHOR = "文件的属性里写着作者{}，会跟着文件公开。不想公开的，在“文件—信息—检查问题—检查文档”里删去再保存。"
CORE = "<cp:coreProperties><dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"
LOOK = "请自己看一遍，里面有没有不公开的电话和姓名"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        *((f"a{suffix}", FORM[suffix], []) for suffix in (".docx", ".xlsx", ".pptx", ".odt", ".ofd", ".pdf", ".csv", ".txt")),
        *(
            (f"a{suffix}", FORM[suffix], [f"旧格式的文件，程序只读得出一部分。{LOOK}；也可以另存为 .docx、.xlsx。"])
            for suffix in (".doc", ".xls", ".ppt")
        ),
        ("a.docx", docx(more={"docProps/core.xml": CORE.format("张三", "李四")}), [AUTHOR.format("“张三”、“李四”")]),
        ("a.docx", docx(more={"docProps/core.xml": CORE.format("张三", "张三")}), [AUTHOR.format("“张三”")]),
        ("a.docx", docx(more={"docProps/core.xml": CORE.format("Administrator", "微软用户")}), []),
        ("a.docx", docx(more={"word/comments.xml": "<w:comments/>"}), ["里面有批注，下载的人都看得到。不想公开的，在“审阅”里删去批注、接受修订再保存。"]),
        ("a.docx", docx('甲</w:t></w:r><w:ins w:id="1"><w:r><w:t>乙</w:t></w:r></w:ins><w:r><w:t>'), ["里面有修订的痕迹，下载的人都看得到。不想公开的，在“审阅”里删去批注、接受修订再保存。"]),
        ("a.xlsx", xlsx(more={"xl/workbook.xml": '<sheet name="a" state="veryHidden"/>'}), ["里面有隐藏的工作表，下载的人打开就能看到。不想公开的，请删去再保存。"]),
        ("a.pdf", pdf(drawn=b"q 0 0 9 9 re f Q"), [f"程序读不出这个 PDF 里的文字，多半是扫描件。{LOOK}。"]),
        ("a.pdf", pdf(more=b"8 0 obj\n<< /Encrypt 9 0 R >>\nendobj\n"), [f"这个 PDF 加了密，程序读不出里面的文字。{LOOK}。"]),
        ("a.pdf", pdf("请用正楷填写，六月四日以前交到区科技局的办公室。", info="/Author (Zhang San)"), [AUTHOR.format("“Zhang San”")]),
    ],
)  # fmt: skip
def test_what_somebody_should_look_at_is_told(name: str, content: bytes, told: list[str]):
    assert list(unseen(name, content)) == told


def test_what_is_no_archive_is_for_another_to_tell():
    assert list(unseen("a.docx", b"PK\x03\x04")) == []
    assert list(unseen("a.odt", odt()[:60])) == []
