import pytest

from scienceweek.render.address import is_of_the_site, leads_somewhere


@pytest.mark.parametrize(
    "address",
    [
        "https://kjj.example.cn/a?b=1#c", "http://例子.cn/路径", "HTTPS://x.cn", "mailto:a@b.cn", "tel:023-67821101",
        "../bases/x.html", "x.html", "#s4-1", "?q=1", "a/b:c", "./x", "附件.docx",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_a_phone_a_mailbox_or_a_page(address):
    assert leads_somewhere(address)


@pytest.mark.parametrize(
    "address",
    [
        "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:x", "\x01javascript:x",
        " javascript:x", "javascript\u200b:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "//evil.example",
        "/\\evil.example", "\\\\evil.example", "/root.html", "https:evil", "https://", "https:///x", "https:/\\evil",
        "https://known.cn@evil.example", "https://u:p@x.cn", "https://x.cn/\u202egnp.exe", "http://x y", "tel:",
        "mailto:", "ftp://x", "weixin://dl", "c:/x",
    ],
)  # fmt: skip
def test_no_link_runs_hides_or_leaves_by_another_door(address):
    assert not leads_somewhere(address)


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("../images/x.jpg", True), ("x.png?v=1", True), ("https://x.cn/x.jpg", False), ("//x.cn/x.jpg", False),
        ("data:image/png;base64,x", False), ("/x.jpg", False), ("#x", False), ("", False), ("tel:1", False),
    ],
)  # fmt: skip
def test_an_image_comes_from_the_site(address, is_one):
    assert is_of_the_site(address) is is_one
