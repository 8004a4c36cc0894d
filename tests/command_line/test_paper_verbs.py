"""A booklet and a long picture are made by a real browser, and what hinders that is told."""

from pathlib import Path

import pypdfium2
import pytest
import small_project
from browser import executable
from PIL import Image
from playwright.sync_api import sync_playwright

from scienceweek.__main__ import main
from scienceweek.formats import long_picture

PDF = Path("节目册-2024-yubei.pdf")


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    small_project.write(tmp_path, **{"data/site.yaml": "name: 渝北科普\nurl: https://kepu.example.cn\n"})
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def browser() -> str:
    if found := executable():
        return found
    with sync_playwright() as play:
        return play.chromium.executable_path


def test_the_contents_say_on_which_sheet_each_day_is_and_the_codes_lead_to_the_site(browser, capsys):
    assert main(["booklet", "--browser", browser]) == 0
    assert capsys.readouterr().out == f"{PDF}：2024年渝北区科技活动周的节目册。\n"

    with pypdfium2.PdfDocument(PDF) as file:
        cover, contents, days = ("".join(page.get_textpage().get_text_range().split()) for page in file)
    assert "2024年渝北区科技活动周" in cover
    assert "5月25日周六1项35月26日周日1项3" in contents
    assert days.startswith("3按天看")
    assert "https://kepu.example.cn/campaigns/2024-yubei.html" in days
    assert small_project.LIAISON not in cover + contents + days


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            ["2025-yubei"],
            "没有编号为“2025-yubei”的活动周。有：2024-yubei",
        ),
        (
            ["--browser", "none"],
            "“none”不是能运行的程序。--browser 后面写 Edge、Chrome 或 Chromium 在哪里。",
        ),
        (
            ["--browser", "/bin/false"],
            "/bin/false 没有做出来。它说：什么也没说",
        ),
    ],
)
def test_what_hinders_it_is_told(asked, told, capsys):
    assert main(["booklet", *asked]) == 1
    assert capsys.readouterr().err == f"{told}\n"
    assert not PDF.exists()


def test_where_there_is_no_browser_one_is_asked_for(monkeypatch, capsys):
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.platform", "linux")

    assert main(["booklet"]) == 1
    assert capsys.readouterr().err == (
        "这台电脑上没有找到用得上的浏览器（Edge、Chrome、Chromium）。"
        "装好其中一个再试，或者用 --browser 写明它在哪里。\n"
    )


def test_a_campaign_without_activities_has_none_and_of_mistakes_the_first_is_told(capsys):
    Path("data/activities/2024-yubei.yaml").write_text("campaign: 2024-yubei\nactivities: []\n", "utf-8")
    Path("content/activities/fish.md").unlink()

    assert main(["booklet"]) == 1
    assert capsys.readouterr().err == "2024年渝北区科技活动周（2024-yubei）没有列出活动，没有节目册。\n"

    Path("data/activities/2024-yubei.yaml").write_text("campaign: 2024-yubei\nactivities: 无\n", "utf-8")

    assert main(["booklet"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("data/ 里现在有错误，先改正了再做：\ndata/activities/2024-yubei.yaml:2:")


def test_a_programme_is_one_picture_down_to_its_code(browser, capsys):
    picture = Path("节目单-yubei-2024-yubei.png")
    assert main(["long-picture", "yubei", "--browser", browser]) == 0
    assert capsys.readouterr().out == (
        f"{picture}：2024年渝北区科技活动周 渝北区的节目单。图收不回来，所以上面没有手机号码。\n"
    )

    with Image.open(picture) as made:
        wide, high, inks = *made.size, made.convert("L")
    assert (wide, made.format) == (1080, "PNG")
    assert 1200 < high < 3000
    # The lowest thing on it is the code, a white square of 320 pixels.
    darkest, lightest = inks.crop((40, high - 360, 320, high - 60)).getextrema()
    assert (darkest < 40, lightest) == (True, 255)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["yubi"], "没有编号为“yubi”的区县，或者它还没有资料。有：yubei"),
        (["yubei", "--campaign", "2025"], "渝北区没有编号为“2025”的活动周。有：2024-yubei"),
    ],
)
def test_what_hinders_a_picture_is_told(asked, told, capsys):
    assert main(["long-picture", *asked, "--browser", "/bin/false"]) == 1
    assert capsys.readouterr().err == f"{told}\n"


def test_what_is_too_long_is_no_picture_and_what_is_nothing_neither(browser, capsys, monkeypatch):
    monkeypatch.setattr(long_picture, "HIGH", 200)
    assert main(["long-picture", "yubei", "--browser", browser]) == 1
    assert capsys.readouterr().err == "渝北区的节目单太长，一张图放不下。可以发网页，或者用公告栏的单子。\n"

    Path("data/activities/2024-yubei.yaml").write_text("campaign: 2024-yubei\nactivities: []\n", "utf-8")
    Path("content/activities/fish.md").unlink()
    assert main(["long-picture", "yubei", "--browser", browser]) == 1
    assert capsys.readouterr().err == ("2024年渝北区科技活动周在渝北区没有列出活动，或者太多，没有节目单。\n")
