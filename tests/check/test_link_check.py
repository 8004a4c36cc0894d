from pathlib import Path

import pytest
from photographs import encoded, picture
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, grow, refused

from scienceweek.check.link_check import clashes

PAGE, BODY = "content/pages/about.md", "content/activities/fish.md"
WRITTEN = (
    "不起作用，会照样显示出来。链接写成 [文字](网址)，图片写成 ![说明](地址)：符号都是半角的，中间没有空格。"
)


def changed(file: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """*file* of the tree with *new* in place of *old*."""
    assert old in FILES[file]
    return {file: FILES[file].replace(old, new)}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[官网]（https://kepu.cn）", "[官网]（https://kepu.cn）"),
        ("[官网] (https://kepu.cn)", "[官网] (https://kepu.cn)"),
        ("！[厅](../images/hall.jpg)", "！[厅](../images/hall.jpg)"),
    ],
)
def test_what_was_meant_to_be_a_link_and_is_none_is_told(tmp_path: Path, text: str, written: str):
    assert refused(tmp_path, {BODY: f"{text}\n"}) == [f"{BODY}:1:1: “{written}”{WRITTEN}"]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("about.html", []),
        ("notices/2024-yubei.html#s4-1", []),
        ("https://kepu.example.cn/a", []),
        ("abuot.html", ["网站里没有“abuot.html”这一页。"]),
        ("notices/2024-yubei.html#s9", ["“notices/2024-yubei.html”没有“#s9”这个位置。"]),
        ("http://localhost/", ["“http://localhost/”只有这台电脑自己打得开，别人打不开。"]),
    ],
)
def test_an_alert_leads_somewhere(tmp_path: Path, link: str, told: list[str]):
    text = f"alerts:\n  - text: 检修\n    end: 2024-05-26\n    link: {link}\n"
    found = refused(tmp_path, {"data/alerts.yaml": text})

    assert [one.partition("。")[0] + "。" for one in found] == [
        f"data/alerts.yaml:4:11: {one}" for one in told
    ]


@pytest.mark.parametrize(
    "file", [PAGE, BODY, "content/bases/meteorology-museum.md", "content/notices/2024-yubei.md"]
)
def test_every_text_is_looked_at(tmp_path: Path, file: str):
    head = {PAGE: "Title: 关于\n\n", "content/notices/2024-yubei.md": "## 附件 {#annex}\n\n{#s4-1}\n\n"}.get(
        file, ""
    )
    path = "none.html" if file == PAGE else "../none.html"

    (told,) = refused(tmp_path, {file: f"{head}[甲]({path})\n"})

    assert told.startswith(f"{file}:{len(head.splitlines()) + 1}:5: 网站里没有“none.html”这一页。")


def test_the_text_of_what_is_not_public_is_not_looked_at(tmp_path: Path):
    files = changed(ACTIVITIES, "    kind: exhibition\n", "    admits: staff\n")

    assert refused(tmp_path, files | {BODY: "[甲](../none.html)\n"}) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            ACTIVITIES,
            "source: s4-1",
            "source: annex-7",
            (
                f"{ACTIVITIES}:10:13: 通知的页面上没有“annex-7”这个位置，出处会指不到。是不是“annex”？"
                "请在 content/notices 的原文里写上 {#annex-7}，或改写、删去 source。"
            ),
        ),
        (
            BASES,
            "type: venue",
            "url: https://[x/",
            f"{BASES}:5:10: 网址“https://[x/”写得不对。请在浏览器里打开，再从地址栏复制过来。",
        ),
        (
            ACTIVITIES,
            "where: {venue: main-hall}",
            "where: {online: 'https://kepu.example.cn/none.html'}",
            (
                f"{ACTIVITIES}:7:21: 网站里没有“none.html”这一页。"
                "可以写 https://…、http://…、tel:…、mailto:… 或相对地址（如 ../bases/x.html）。"
            ),
        ),
        (
            CAMPAIGN,
            "strands:",
            "registration: {url: 'https://kepu.example.cn/bases/'}\nstrands:",
            f"{CAMPAIGN}:6:21: 这里要写“bases.html”。",
        ),
        (
            "data/organisations.yaml",
            "short_names:",
            "url: 'https://kepu.example.cn/districts/none.html', short_names:",
            "data/organisations.yaml:2:68: 没有编号为“none”的区县，这个链接会打不开。可以指到“districts.html”。",
        ),
        (
            ACTIVITIES,
            "    source: s4-1\n",
            "    source: s4-1\n    results: {video: 'https://kepu.example.cn/x.html', news: ['https://x.cn:99999/']}\n",
            (
                f"{ACTIVITIES}:11:22: 网站里没有“x.html”这一页。"
                "可以写 https://…、http://…、tel:…、mailto:… 或相对地址（如 ../bases/x.html）。\n"
                f"{ACTIVITIES}:11:63: 网址“https://x.cn:99999/”写得不对。请在浏览器里打开，再从地址栏复制过来。"
            ),
        ),
    ],
)
def test_a_fact_that_becomes_a_link_leads_somewhere(tmp_path: Path, file: str, old: str, new: str, told: str):
    assert "\n".join(refused(tmp_path, changed(file, old, new), SITEURL="https://kepu.example.cn")) == told


def test_an_anchor_that_is_not_there_is_told(tmp_path: Path):
    files: dict[str, str | bytes | None] = {
        "content/notices/2024-yubei.md": "## 一 {#s4}\n\n## 附件 {#annex}\n"
    }

    (told,) = refused(tmp_path, files)

    assert told.startswith(f"{ACTIVITIES}:10:13: 通知的页面上没有“s4-1”这个位置")


@pytest.mark.parametrize("name", ["index", "404", "bases", "calendar", "search"])
def test_a_page_does_not_take_the_place_of_one_of_the_site(tmp_path: Path, name: str):
    file = f"content/pages/{name}.md"

    assert refused(tmp_path, {file: "Title: 关于\n\n字\n"}) == [
        f"{file}:1:1: “{name}.html”是网站自己的页面，请换一个文件名。"
    ]


def test_a_mark_of_the_foot_is_a_picture_that_is_there(tmp_path: Path):
    marks = {"marks": {"authority": "images/authority.png", "authority_url": "https://x.cn"}}

    assert refused(tmp_path, {}, SCIENCEWEEK=marks) == [
        "pelicanconf.py:1:1: marks 的 authority 写的是“images/authority.png”，没有这张图片。请把图片放进 content/images，这里写 images/文件名。"
    ]
    assert (
        refused(tmp_path, {"content/images/authority.png": encoded(picture(), "PNG")}, SCIENCEWEEK=marks)
        == []
    )


def test_mistakes_in_facts_do_not_hide_links_that_can_lead_nowhere(tmp_path: Path):
    files = changed(ACTIVITIES, "5.25-27", "5月32日") | {BODY: "[甲](javascript:x) [乙](../none.html)\n"}

    assert [line.partition(": ")[0] for line in refused(tmp_path, files)] == [
        f"{BODY}:1:5",
        f"{ACTIVITIES}:6:11",
    ]


def test_any_file_that_would_be_there_twice_is_told(tmp_path: Path):
    root = grow(tmp_path)

    assert [
        str(problem) for problem in clashes(root / "data", root / "content", ("activities/fish.html",))
    ] == [
        f"{ACTIVITIES}:3:9: “activities/fish.html”会有两份，请换一个编号；如果编号没有重复，请告诉网站的管理员。"
    ]
