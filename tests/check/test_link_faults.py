"""Each shape of link that staff write: what is said of it, and what to write instead."""

from pathlib import Path

import pytest
from photographs import jpeg
from trees import refused

PAGE, BODY = "content/pages/about.md", "content/activities/fish.md"
WOULD = "可以写 https://…、http://…、tel:…、mailto:… 或相对地址（如 ../bases/x.html）。"
PICTURE: dict[str, str | bytes | None] = {
    "content/images/Hall.jpg": jpeg(),
    "content/files/rules.txt": "规则\n",
    "content/pages/hall.md": "Title: 厅\n\n![厅](images/Hall.jpg) [规则](files/rules.txt)\n",
}
MAY = "给人下载的放 Word、Excel、PowerPoint、PDF、OFD、ODF、.csv 和 .txt；别的请写它的完整网址（https://…）。"
PLAIN = "附件放在 content/files，文件名只用英文字母、数字、“-”和“_”。请改名，例如"
SHOWN = "请把图片放进 content/images，写相对地址（如 ../images/x.jpg）。"
PLACED = "在要去的标题后面写上 {#s1} 这样的编号，才能指到那里。"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("附件1.docx", f"{PLAIN} 1.docx，这里写“../files/1.docx”。"),
        ("../files/报名表.docx", f"{PLAIN} form-1.docx，这里写“../files/form-1.docx”。"),
        ("form.docx", "附件的地址不能写“form.docx”。附件放在 content/files，这里写“../files/form.docx”。"),
        ("../files/a.pdf", "content/files 里没有“a.pdf”。请把文件放进去，或删去这里。"),
        ("../files/2024/List.csv", "content/files 里没有“2024/List.csv”。请把文件放进去，或删去这里。"),
        ("../files/rule.txt", "content/files 里没有“rule.txt”。是不是“../files/rules.txt”？"),
        ("../files/Rules.txt", "大小写不同，这里要写“../files/rules.txt”。"),
        ("rules.txt", "附件的地址不能写“rules.txt”。附件放在 content/files，这里写“../files/rules.txt”。"),
        ("../files/all.zip", f"网站不放 .zip 文件。{MAY}"),
        ("../images/none.jpg", "content/images 里没有“none.jpg”。请把图片放进去，或删去这里。"),
        ("../images/hal.jpg", "content/images 里没有“hal.jpg”。是不是“../images/Hall.jpg”？"),
        ("../images/hall.jpg", "content/images 里没有“hall.jpg”。大小写不同，请写“../images/Hall.jpg”。"),
        ("tel:abc", "“tel:abc”打不通：tel: 后面只写号码，例如 tel:023-67821101。"),
        (
            "mailto:zhang",
            "“mailto:zhang”寄不到：mailto: 后面写完整的邮箱，例如 mailto:kepu@example.cn。",
        ),
        ("#nope", f"本页没有“#nope”这个位置。{PLACED}"),
        (
            "../notices/2024-yubei.html#s4-2",
            f"“notices/2024-yubei.html”没有“#s4-2”这个位置。是不是“#s4-1”？{PLACED}",
        ),
        ("#", "“#”后面没有写要去的位置。请删去“#”，或写成 #s1 这样。"),
        (
            "../calendar/2027-06.html",
            "日历里没有“2027-06”这一页，那时没有活动。是不是“../calendar/2024-06.html”？",
        ),
        ("../bases/", "这里要写“../bases.html”。"),
        ("..", "这里要写“../index.html”。"),
        *(
            (address, f"“{address}”只有这台电脑自己打得开，别人打不开。{WOULD}")
            for address in ("http://127.0.0.1:8000/bases.html", "http://localhost/", "https://[::1]/a")
        ),
        *(
            (
                address,
                f"“{address}”后面什么也没有。请写完整的网址、电话或邮箱；不需要链接，就删去方括号和圆括号。",
            )
            for address in ("https://", "http:", "tel:", "mailto:")
        ),
        ("fish.md", "这里要写“fish.html”。"),
        ("../content/activities/fish.md", "这里要写“fish.html”。"),
        (
            "2024-yubei.md",
            "网站里没有“activities/2024-yubei.md”这一页。是不是 “../campaigns/2024-yubei.html” 或 “../notices/2024-yubei.html”？",
        ),
        ("../activities/fish", "这里要写“fish.html”。"),
        ("meteorology-museum", "这里要写“../bases/meteorology-museum.html”。"),
        ("calendar.html", "这里要写“../calendar.html”。"),
        ("../../districts/yubei.html#x", "这里要写“../districts/yubei.html#x”。"),
        ("{static}/images/Hall.jpg", "不能用“{static}”。请写“../images/Hall.jpg”。"),
        ("{filename}../activities/fish.md", "不能用“{filename}”。请写“fish.html”。"),
        ("|attach|x", f"不能用“|attach|”。{WOULD}"),
        ("../Activities/fish.html", "大小写不同，这里要写“fish.html”。"),
        ("/bases.html", "地址不能以“/”开头：“/bases.html”换了网址就打不开。请写“../bases.html”。"),
        ("/none.html", f"地址不能以“/”开头：“/none.html”换了网址就打不开。{WOULD}"),
        ("file:///D:/a.docx", f"“file:///D:/a.docx”是一台电脑里的文件，别人打不开。{WOULD}"),
        (r"C:\通知\a.docx", rf"“C:\通知\a.docx”是一台电脑里的文件，别人打不开。{WOULD}"),
        (r"..\bases.html", r"地址“..\bases.html”里不能用“\”，要用“/”。请写“../bases.html”。"),
        ("//www.kepu.cn/a", "地址“//www.kepu.cn/a”少了开头，请写“https://www.kepu.cn/a”。"),
        ("", "链接没有写地址。请在圆括号里写上；不需要链接，就删去方括号和圆括号。"),
        ("http:/kepu.cn", "网址“http:/kepu.cn”写得不对。是不是“http://kepu.cn”？先在浏览器里打开看看。"),
        (
            "https：//kepu.cn",
            "网址“https：//kepu.cn”写得不对。是不是“https://kepu.cn”？先在浏览器里打开看看。",
        ),
        ("https://[x/", "网址“https://[x/”写得不对。请在浏览器里打开，再从地址栏复制过来。"),
        ("ftp://kepu.cn", f"链接不能指向“ftp://kepu.cn”。{WOULD}"),
        ("weixin://dl", f"链接不能指向“weixin://dl”。{WOULD}"),
        ("javascript&#58;x", f"链接不能指向“javascript:x”。{WOULD}"),
        ("https://kepu.cn@x.cn", f"链接不能指向“https://kepu.cn@x.cn”。{WOULD}"),
        (
            "www.kepu.cn/a",
            "网址“www.kepu.cn/a”少了开头，会指到网站里面。是不是“https://www.kepu.cn/a”？先在浏览器里打开看看。",
        ),
        (
            "kepu.gov.cn:8080",
            "网址“kepu.gov.cn:8080”少了开头，会指到网站里面。是不是“https://kepu.gov.cn:8080”？先在浏览器里打开看看。",
        ),
        ("kepu@yb.gov.cn", "邮箱地址前面要写 mailto:，请写“mailto:kepu@yb.gov.cn”。"),
        ("../bases/none.html", "没有编号为“none”的基地，这个链接会打不开。可以指到“../bases.html”。"),
        (
            "../bases/meteorology-musem.html?x",
            "没有编号为“meteorology-musem”的基地，这个链接会打不开。是不是“../bases/meteorology-museum.html”？",
        ),
        (
            "../districts/chongqing.html",
            "“chongqing”这个区县没有自己的页面，不能指到它。请改指别的页，或去掉链接。",
        ),
        ("%E5%85%B3%E4%BA%8E.html", "网站里没有“activities/关于.html”这一页。可以指到“../activities.html”。"),
        ("..%2Fbases.html", "这里要写“../bases.html”。"),
        ("../activities//fish.html", "这里要写“fish.html”。"),
        ("../calender.html#x", "网站里没有“calender.html”这一页。是不是“../calendar.html”？"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, address: str, message: str):
    assert refused(tmp_path, {**PICTURE, BODY: f"字\n\n看[甲]({address})。\n"}) == [f"{BODY}:3:6: {message}"]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("../images/none.jpg", "content/images 里没有“none.jpg”。请把图片放进去，或删去这里。"),
        ("../images/hall.JPG", "content/images 里没有“hall.JPG”。大小写不同，请写“../images/Hall.jpg”。"),
        ("Hall.jpg", "图片的地址不能写“Hall.jpg”。图片放在 content/images，这里写“../images/Hall.jpg”。"),
        (
            "content/images/new.jpg",
            "图片的地址不能写“content/images/new.jpg”。图片放在 content/images，这里写“../images/new.jpg”。",
        ),
        ("../images/Hall(2).jpg", "content/images 里没有“Hall(2).jpg”。是不是“../images/Hall.jpg”？"),
        ("https://kepu.cn/x.jpg", f"图片不能用“https://kepu.cn/x.jpg”。{SHOWN}"),
        ("../bases.html", f"“../bases.html”不是图片。{SHOWN}"),
        (r"C:\照片\x.jpg", rf"“C:\照片\x.jpg”是一台电脑里的文件，别人打不开。{SHOWN}"),
        ("", "图片没有写地址。请在圆括号里写上；不需要图片，就删去方括号和圆括号。"),
        ("<a b.jpg>", "图片“a b.jpg”的名称里有空格。请把文件改名，去掉空格，再照样写在这里。"),
    ],
)
def test_a_picture_that_is_not_there_is_told(tmp_path: Path, address: str, message: str):
    column = 7 if address.startswith("<") else 6

    assert refused(tmp_path, {**PICTURE, BODY: f"![厅]({address})\n"}) == [f"{BODY}:1:{column}: {message}"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[甲](<../none.html>)", 1, 6),
        ("[甲\n乙](\n../none.html)", 3, 1),
        ("| 甲 |\n|---|\n| [乙](../none.html) |\n", 3, 7),
        ("1. 甲\n2. [乙](../none.html)", 2, 8),
        ("## [乙](../none.html)", 1, 8),
        ("> **[乙](../none.html)**", 1, 9),
    ],
)
def test_a_link_is_found_wherever_it_stands(tmp_path: Path, text: str, line: int, column: int):
    assert refused(tmp_path, {BODY: f"{text}\n"}) == [
        f"{BODY}:{line}:{column}: 网站里没有“none.html”这一页。{WOULD}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`[甲](none.html)` 和 \\[乙\\](none.html)",
        "[馆](../bases/meteorology-museum.html) [图上](../bases.html#meteorology-museum) [自己](fish.html)",
        "[日历](../calendar.html) [那天](../calendar/2024-05-25.html) [那月](../calendar/2024-05.html)",
        "[出处](../notices/2024-yubei.html#s4-1) [文件](fish.ics) [查询](../activities.html?from=1)",
        "[网](https://kepu.cn/a/../b) <https://kepu.cn> [电话](tel:023-67821101) [信](mailto:a@b.cn) <a@b.cn>",
        "![厅](../images/Hall.jpg) [大图](../images/Hall.jpg) [![厅](../images/Hall.jpg)](../bases.html)",
        "## 一 {#s1}\n\n见[上面](#s1)和[关于](../about.html)",
        "见[附件]（第二页）和【官网】（https://kepu.cn）。欢迎参加！[报名](https://kepu.cn)",
        "[甲](../bases%2Ehtml)",
        "[甲](tel:+86-23-67821101,801) [乙](tel:12345) [丙](mailto:a@b.cn,c@d.cn?subject=%E9%97%AE)",
    ],
)
def test_a_link_that_leads_somewhere_is_let_through(tmp_path: Path, text: str):
    assert refused(tmp_path, {**PICTURE, BODY: f"{text}\n"}) == []


def test_from_a_page_of_prose_links_begin_at_the_front(tmp_path: Path):
    text = "Title: 关于\n\n[甲](../bases.html) [乙](bases.html) ![丙](images/Hall.jpg) [丁](about.html)\n"

    assert refused(tmp_path, {**PICTURE, PAGE: text}) == [f"{PAGE}:3:5: 这里要写“bases.html”。"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[](../bases.html)", "1:4: 指向“../bases.html”的链接没有文字。请写 [文字](../bases.html)。"),
        (
            "![](../images/Hall.jpg)",
            "1:5: 图片“../images/Hall.jpg”没有说明。请在方括号里写图上有什么：![说明](../images/Hall.jpg)。",
        ),
    ],
)
def test_a_link_has_words_and_is_no_footnote(tmp_path: Path, text: str, message: str):
    assert refused(tmp_path, {**PICTURE, BODY: f"{text}\n"}) == [f"{BODY}:{message}"]


def test_what_is_for_staff_has_no_page_to_lead_to(tmp_path: Path):
    activities = (
        "campaign: 2024-yubei\nactivities:\n  - {id: fish, title: 鱼, when: 5.25}\n"
        "  - {id: meeting, title: 会议, when: 5.25, admits: staff}\n"
    )
    organisations = "organisations:\n  - {id: towns, name: 各街镇, district: yubei, collective: true}\n"
    files: dict[str, str | bytes | None] = {
        "data/activities/2024-yubei.yaml": activities,
        "data/organisations.yaml": organisations,
        BODY: "[会](meeting.html) [各街镇](../organisations/towns.html)\n",
    }

    assert refused(tmp_path, files) == [
        f"{BODY}:1:5: “meeting”这个活动没有自己的页面，不能指到它。请改指别的页，或去掉链接。",
        f"{BODY}:1:25: “towns”这个单位没有自己的页面，不能指到它。请改指别的页，或去掉链接。",
    ]


def test_an_address_of_the_site_itself_leads_to_something_there(tmp_path: Path):
    site = "https://kepu.example.cn/week"
    text = (
        f"[甲]({site}/) [乙]({site}/bases.html) [丙]({site}/none.html) [丁](https://kepu.example.cn/other)\n"
    )

    assert refused(tmp_path, {BODY: text}, SITEURL=site) == [
        f"{BODY}:1:85: 网站里没有“none.html”这一页。{WOULD}"
    ]
    assert refused(tmp_path, {BODY: text}) == []
