from datetime import date
from pathlib import Path

import pytest

from scienceweek.formats.ground import Ground, MapService
from scienceweek.links import Marks
from scienceweek.model.contact import Phone
from scienceweek.model.site_facts import Geocoder, SiteFacts
from scienceweek.settings import Settings, SettingsError, left_over


def test_what_is_not_written_goes_without_saying():
    assert Settings.of({}) == Settings(data=Path("data"))


def test_what_is_written_is_read():
    written = {
        "data": "facts",
        "today": "2024-05-25",
        "marks": {"icp": "渝ICP备00000000号"},
        "map": {"service": "tianditu", "approval": "GS（2024）0000号"},
        "mask_mobiles": True,
        "phone": "（023）67821101转801",
    }

    assert Settings.of(written) == Settings(
        data=Path("facts"),
        today=date(2024, 5, 25),
        marks=Marks(icp="渝ICP备00000000号"),
        ground=Ground(MapService.TIANDITU, approval="GS（2024）0000号"),
        mask_mobiles=True,
        phone=Phone("023-67821101转801", mobile=False),
    )


def test_marks_that_are_all_empty_are_none():
    assert Settings.of({"marks": {"icp": "", "police": ""}}).marks is None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"today": "5月25日"}, "看不懂 TODAY=5月25日。请写成 TODAY=2024-05-25 这样。"),
        (
            {"map": {"service": "google"}},
            "pelicanconf.py 里的 map 没有“google”这种底图，可以写 tianditu、pmtiles、osm，或者不写。",
        ),
        (
            {"phone": "67821101"},
            "pelicanconf.py 里的 phone 看不懂“67821101”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
        ),
        (
            {"phone": "023-67821101、12345"},
            "pelicanconf.py 里的 phone 看不懂“023-67821101、12345”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
        ),
        ({"keepr": "区科技局"}, "pelicanconf.py 里的 SCIENCEWEEK 没有 'keepr' 这一项。是不是 keeper？"),
        ({"marks": {"ipc": "x"}}, "pelicanconf.py 里的 marks 没有 'ipc' 这一项。是不是 icp？"),
        ([], "pelicanconf.py 里的 SCIENCEWEEK 要写成 {…}，这里是 [] 。"),
        ({"today": 5}, "看不懂 TODAY=5。请写成 TODAY=2024-05-25 这样。"),
        ({"keeper": 5}, "pelicanconf.py 里的 keeper 要写一行文字，放在引号里，这里是 5 。"),
        ({"phone": "a\nb"}, "pelicanconf.py 里的 phone 要写一行文字，放在引号里，这里是 'a\\nb' 。"),
        (
            {"uid_domain": "科普.cn"},
            "pelicanconf.py 里的 uid_domain 要写一个域名，例如 kepu.example.gov.cn，这里是 '科普.cn' 。",
        ),
        ({"mask_mobiles": "no"}, "pelicanconf.py 里的 mask_mobiles 要写 True 或 False，这里是 'no' 。"),
        ({"gzip": 1}, "pelicanconf.py 里的 gzip 要写 True 或 False，这里是 1 。"),
        (
            {"hide_mobiles_after_days": True},
            "pelicanconf.py 里的 hide_mobiles_after_days 要写不带引号的整数，或者 None，这里是 True 。",
        ),
        (
            {"hide_mobiles_after_days": -1},
            "pelicanconf.py 里的 hide_mobiles_after_days 要写不带引号的整数，或者 None，这里是 -1 。",
        ),
        ({"data": ""}, "pelicanconf.py 里的 data 要写一个文件夹，放在引号里，这里是 '' 。"),
        ({"kept": 5}, "pelicanconf.py 里的 kept 要写一个文件夹，放在引号里，这里是 5 。"),
        ({"marks": "x"}, "pelicanconf.py 里的 marks 要写成 {…}，这里是 'x' 。"),
        ({"map": []}, "pelicanconf.py 里的 map 要写成 {…}，这里是 [] 。"),
        (
            {"hide_mobiles_after_days": 10**9},
            "pelicanconf.py 里的 hide_mobiles_after_days 要写不大于 36500 的天数；一直显示的，写 None，这里是 1000000000 。",
        ),
        (
            {"map": {"token": 5}},
            "pelicanconf.py 里的 map 里的 token 要写一行文字，放在引号里，这里是 5 。",
        ),
        (
            {"gzip": "yes", "phon": ""},
            (
                "pelicanconf.py 里的 SCIENCEWEEK 没有 'phon' 这一项。是不是 phone？\n"
                "pelicanconf.py 里的 gzip 要写 True 或 False，这里是 'yes' 。"
            ),
        ),
    ],
)
def test_a_mistake_is_told_in_chinese(written: object, told: str):
    with pytest.raises(SettingsError) as caught:
        Settings.of(written)

    assert str(caught.value) == told


def test_a_folder_without_settings_has_the_usual_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert Settings.here() == Settings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "SITENAME = '网站'\nSCIENCEWEEK = {",
            (
                "pelicanconf.py:2:15: 这一行不是正确的 Python（'{' was never closed）。"
                "请检查引号、括号和逗号是不是成对、是不是半角。"
            ),
        ),
        (
            "\nSITENAME = name\n",
            "pelicanconf.py:2:1: 这一行出了错（NameError: name 'name' is not defined）。请改回原来的写法。",
        ),
        ("import sys\nsys.exit('不行。')", "不行。"),
        ("SITENAME = 5", "pelicanconf.py 里的 SITENAME 要写一行文字，放在引号里，这里是 5 。"),
        ("SITENAME = ' '", "pelicanconf.py 里的 SITENAME 要写一行文字，放在引号里，这里是 ' ' 。"),
        ("THEME = 5", "pelicanconf.py 里的 THEME 要写一行文字，放在引号里，这里是 5 。"),
        ("TIMEZONE = 'China'", "没有“China”这个时区：pelicanconf.py 里的 TIMEZONE 请写 Asia/Shanghai。"),
        (
            "SITEURL = 5",
            "SITEURL 要写网址，放在引号里，例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu，这里是 5。",
        ),
    ],
)
def test_settings_that_python_cannot_run_are_told_with_their_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str
):
    monkeypatch.chdir(tmp_path)
    Path("pelicanconf.py").write_text(text, "utf-8")

    with pytest.raises(SettingsError) as caught:
        Settings.here()

    assert str(caught.value) == told


def test_what_the_facts_say_goes_before_what_the_settings_say():
    own = Settings.of({"keeper": "甲", "mask_mobiles": True, "marks": {"icp": "渝1号", "code": "1"}})
    known = SiteFacts(
        keeper="乙",
        phone=Phone("023-60000000", mobile=False),
        marks={"icp": "渝2号"},
        map={"service": "tianditu", "approval": "GS（2024）0000号"},
        geocoder=Geocoder.AMAP,
        mask_mobiles=False,
        hide_mobiles_after_days=0,
    )

    assert own.with_facts(known) == Settings(
        keeper="乙",
        phone=Phone("023-60000000", mobile=False),
        marks=Marks(code="1", icp="渝2号"),
        ground=Ground(MapService.TIANDITU, approval="GS（2024）0000号"),
        geocoder="amap",
        mask_mobiles=False,
        hide_mobiles_after_days=0,
    )
    assert own.with_facts(SiteFacts()) == own


def test_settings_that_belong_among_the_facts_are_told():
    given = {
        "SITENAME": "渝北科普",
        "SCIENCEWEEK": {"keeper": "甲", "phone": "", "marks": {"icp": ""}, "today": "2024-05-25"},
    }
    known = SiteFacts(keeper="乙", lines={"keeper": (1, 9)})

    assert list(left_over(given, known)) == [
        "SITENAME 请移到 data/site.yaml：写内容的人在那里改，更新程序也不会冲突。写在这里的还管用。",
        "keeper 在 data/site.yaml 里也写了，以那里的为准。请删去这里的。",
    ]
    assert list(left_over({"SITENAME": "科技活动周", "SCIENCEWEEK": {"mask_mobiles": False}}, known)) == []


def test_the_settings_of_a_folder_have_what_its_facts_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/site.yaml").write_text("geocoder: amap\n", "utf-8")
    assert Settings.here().geocoder == "amap"

    Path("data/site.yaml").write_text("geocodr: amap\n", "utf-8")
    with pytest.raises(SettingsError, match=r"data/site\.yaml:1:1: 网站没有“geocodr”这一项"):
        Settings.here()
