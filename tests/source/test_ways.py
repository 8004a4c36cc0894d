from pathlib import Path

import pytest
from trees import complaints, read

PAGE, BODY = "content/pages/about.md", "content/activities/fish.md"
WRITTEN = (
    "不起作用，会照样显示出来。链接写成 [文字](网址)，图片写成 ![说明](地址)：符号都是半角的，中间没有空格。"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("看 [日历](calendar.html)", "1:8: 这里要写“../calendar.html”。"),
        ("[日历](../calender.html#x)", "1:6: 网站里没有“calender.html”这一页。是不是“calendar.html”？"),
        (
            "[官网](www.kepu.cn/a)",
            "1:6: 网址“www.kepu.cn/a”少了开头，会指到网站里面。是不是“https://www.kepu.cn/a”？先在浏览器里打开看看。",
        ),
        (
            "[官网](kepu.gov.cn)",
            "1:6: 网址“kepu.gov.cn”少了开头，会指到网站里面。是不是“https://kepu.gov.cn”？先在浏览器里打开看看。",
        ),
        ("[官网]（https://kepu.cn）", f"1:1: “[官网]（https://kepu.cn）”{WRITTEN}"),
        ("[官网] (https://kepu.cn)", f"1:1: “[官网] (https://kepu.cn)”{WRITTEN}"),
        ("[官网](https://kepu.cn", f"1:1: “[官网](https://kepu.cn”{WRITTEN}"),
        ("！[厅](../images/x.jpg)", f"1:1: “！[厅](../images/x.jpg)”{WRITTEN}"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, text: str, message: str):
    assert complaints(tmp_path, {BODY: f"{text}\n"}) == [f"{BODY}:{message}"]


@pytest.mark.parametrize(
    "text",
    [
        "[日历](../calendar.html#x) [关于](../about.html) [月壤](moon.html) [馆](../bases/meteorology-museum.html)",
        "欢迎参加！[报名](https://kepu.cn) [电话](tel:12345) [上面](#s1)",
        "见[附件]（第二页）和【官网】（https://kepu.cn）",
    ],
)
def test_a_link_that_leads_somewhere_is_let_through(tmp_path: Path, text: str):
    assert read(tmp_path, {PAGE: "Title: 关于\n\n字\n", BODY: f"{text}\n"}).warnings == ()
