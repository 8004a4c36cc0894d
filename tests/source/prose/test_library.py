from pathlib import Path

import pytest
from trees import complaints, grow, read

from scienceweek.source.prose.library import Body


def test_long_texts_join_their_records(tmp_path: Path):
    files = {"content/bases/meteorology-museum.md": "# 馆\r\n\r\n很大。"}

    assert read(tmp_path, files).catalogue.bases[0].body == "# 馆\n\n很大。"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Title: 鱼\n\n正文", "1:1: “Title: 鱼”像文件头。这里只写正文，事实写在 data/ 里。"),
        ("---\ntitle: 鱼\n---\n", "1:1: “---”像文件头。这里只写正文，事实写在 data/ 里。"),
        ("第一行\n零\u200b宽", "2:2: 这里有零宽空格（U+200B），看不见，请删去。"),
        (
            "渝北".encode("gbk"),
            "1:1: 这个文件是 GBK（GB18030）编码，不是 UTF-8。请用记事本打开，“另存为”时编码选 UTF-8。",
        ),
        (b"x" * 20_000_001, "1:1: 文件太大，最多 20 MB。请拆成几个文件。"),
    ],
)
def test_a_text_is_only_text(tmp_path: Path, content: str | bytes, message: str):
    assert complaints(tmp_path, {"content/activities/fish.md": content}) == [
        f"content/activities/fish.md:{message}"
    ]


def test_what_is_left_out_of_a_text_is_left_out_before_it_is_cut_into_passages(tmp_path: Path):
    files = {
        "content/notices/2024-yubei.md": "<!--\n## 内部 {#s9}\n13800000000\n-->\n## 四 {#s4-1}\n\n## 附件 {#annex}\n"
    }

    notice = read(tmp_path, files).catalogue.campaigns[0].notice

    assert notice.text == "\n\n\n\n## 四 {#s4-1}\n\n## 附件 {#annex}\n"


def test_a_text_that_costs_too_much_is_read_by_nobody(tmp_path: Path):
    assert read(tmp_path, {"content/activities/fish.md": "[x](nowhere.html)" + "[" * 60_000}).warnings == ()


def test_an_address_is_no_front_matter(tmp_path: Path):
    assert read(tmp_path, {"content/activities/fish.md": "https://example.cn 有直播"}).warnings == ()


def test_only_texts_lie_there(tmp_path: Path):
    assert complaints(tmp_path, {"content/bases/photo.jpg": b"", "content/notices/old/2023.md": "x"}) == [
        "content/bases/photo.jpg:1:1: 这里只能直接放 .md 文件，用编号做文件名；图片放在 content/images。",
        "content/notices/old/2023.md:1:1: 这里不能再分文件夹，请移到“content/notices/2023.md”。",
    ]


def test_links_are_not_followed(tmp_path: Path):
    grow(tmp_path, {"secret.md": "x"})
    (tmp_path / "content/activities/moon.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "content/bases").symlink_to(tmp_path)

    assert complaints(tmp_path, {}) == [
        "content/activities/moon.md:1:1: 这里不能放链接（快捷方式），请放文件本身。",
        "content/bases:1:1: 这里不能放链接（快捷方式），请放文件本身。",
    ]


def test_a_notice_holds_its_anchors_and_the_rows_of_its_tables():
    notice = Body("x.md", "## 一 {#s1}\n## 附件 {#annex}\n")

    assert [anchor for anchor in ("s1", "s2", "annex", "annex-13", "s1-x") if notice.holds(anchor)] == [
        "s1",
        "annex",
        "annex-13",
    ]


def test_a_text_that_notepad_has_renamed_is_told_once(tmp_path: Path):
    files = {"content/activities/fish.md": None, "content/activities/fish.md.txt": "鱼。"}

    assert complaints(tmp_path, files) == [
        "content/activities/fish.md.txt:1:1: 文件名后面多了“.txt”，请改名为“fish.md”；看不见“.txt”时，先让电脑显示“文件扩展名”。"
    ]
