from pathlib import Path

import pytest
from photographs import jpeg
from trees import complaints, grow, read

from scienceweek.source.prose.pages import front_matter, without_front_matter

PAGE = "content/pages/about.md"
MAY = "可以写 Title（标题）、Summary（摘要） 或 Order（顺序），然后空一行写正文。"


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("Title: 关于\nOrder: 2\n\n正文\n", {"title": "关于", "order": "2"}, "正文\n"),
        ("Title: 时间: 全年\n\n\n正文", {"title": "时间: 全年"}, "\n正文"),
        ("Title: 关于\n正文", {"title": "关于"}, "正文"),
        ("正文\n\nTitle: x", {}, "正文\n\nTitle: x"),
        ("Title: 关于", {"title": "关于"}, ""),
        ("", {}, ""),
    ],
)
def test_a_page_begins_with_its_fields(text: str, fields: dict[str, str], body: str):
    assert front_matter(text) == (fields, body)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("欢迎。\n", "1:1: 缺少标题。第一行请写“Title: 页面的标题”，然后空一行写正文。"),
        ("Title: 关于\nSlug: ../x\n\n", f"2:1: 文件头不能写“Slug”。{MAY}"),
        ("Title: 关于\nsave_as: index.html\n\n", f"2:1: 文件头不能写“save_as”。{MAY}"),
        ("Title: 关于\nSumary: x\n\n", f"2:1: 文件头不能写“Sumary”。是不是“summary”？{MAY}"),
        ("Title: 关于\n摘要: x\n\n", f"2:1: 文件头不能写“摘要”。请写“Summary”。{MAY}"),
        (
            "Title: 关于\nSummary：x\n\n",
            "2:1: “Summary：”用了全角冒号。请用半角冒号加一个空格，写成“Summary: …”。",
        ),
        ("Title: 关于\nTitle: 本站\n\n", "2:1: “Title”写了两次，第一次在第 1 行。"),
        ("Title: 关于\nSummary:\n\n", "2:1: “Summary”是空的。请填上，或删去这一行。"),
        ("Title: 关于\nOrder: 一\n\n", "2:1: 顺序要写整数，这里是“一”。"),
    ],
)
def test_the_fields_of_a_page_are_known_ones(tmp_path: Path, content: str, message: str):
    assert complaints(tmp_path, {PAGE: content}) == [f"{PAGE}:{message}"]


def test_a_page_may_link_within_the_site_and_to_others(tmp_path: Path):
    text = "Title: 关于\n\n[日历](calendar.html) [科协](https://www.cast.org.cn/a/../b) ![图](images/x.jpg)\n"

    assert read(tmp_path, {PAGE: text, "content/images/x.jpg": jpeg()}).warnings == ()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("con.md", "这是 Windows 留给设备的名字，在有的电脑上不能用。请改名。"),
        ("关于.md", "文件名“关于.md”会成为网址，只用小写字母、数字和连字符。"),
        ("about.html", "这里只能直接放 .md 文件；图片放在 content/images。"),
        ("more/about.md", "这里只能直接放 .md 文件；图片放在 content/images。"),
    ],
)
def test_a_page_has_a_name_of_its_own(tmp_path: Path, name: str, message: str):
    assert complaints(tmp_path, {f"content/pages/{name}": "Title: 关于\n\n"}) == [
        f"content/pages/{name}:1:1: {message}"
    ]


@pytest.mark.parametrize("folder", ["pages", "images"])
def test_links_are_not_followed(tmp_path: Path, folder: str):
    grow(tmp_path, {"content/images/x.jpg": jpeg(), "secret.md": "Title: x\n"})
    (tmp_path / "content" / folder / "secret.md").symlink_to(tmp_path / "secret.md")

    assert complaints(tmp_path, {}) == [
        f"content/{folder}/secret.md:1:1: 这里不能放链接（快捷方式），请放文件本身。"
    ]


@pytest.mark.parametrize("first", ["标题: 关于", "标题：关于", "Title：关于", "Titel: 关于"])
def test_a_title_with_a_slip_is_not_also_missing(tmp_path: Path, first: str):
    assert [line.split(":")[1] for line in complaints(tmp_path, {PAGE: f"{first}\n\n正文\n"})] == ["1"]


def test_a_page_has_no_dashes_before_its_title(tmp_path: Path):
    assert complaints(tmp_path, {PAGE: "---\ntitle: 关于\n---\n\n正文\n"}) == [
        f"{PAGE}:1:1: 缺少标题。不用写“---”。第一行请写“Title: 页面的标题”，然后空一行写正文。"
    ]


def test_two_versions_of_a_page_are_not_published(tmp_path: Path):
    text = "Title: 关于\n\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n"

    assert [line.partition(" 从")[0] for line in complaints(tmp_path, {PAGE: text})] == [f"{PAGE}:3:1:"]


def test_without_its_fields_a_page_keeps_the_numbers_of_its_lines():
    text = "Title: 关于\nOrder: 2\n\n一\n二\n"

    assert [without_front_matter(one) for one in (text, "字\n")] == ["\n\n\n一\n二\n", "字\n"]
