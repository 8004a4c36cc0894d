from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, complaints

HERE = "data/activities/2024-yubei.yaml"


@pytest.mark.parametrize(
    ("key", "written", "message"),
    [
        ("titel", "鱼", "6:5: 活动没有“titel”这一项。是不是“title”？"),
        ("名称", "鱼", "6:5: 活动没有“名称”这一项。请写“title”。"),
        ("xyzzy", "鱼", "6:5: 活动没有“xyzzy”这一项。请照 data/ 里别的记录写，或查手册。"),
        ("t\u0456tle", "鱼", "6:5: 活动没有“t\u0456tle”这一项。其中“\u0456”是 U+0456。是不是“title”？"),
        ("'base:x'", "", "6:5: “base:”冒号后面没有空格。请用半角冒号加一个空格，写成“base: …”。"),
        ("\u3000kind", "x", "6:5: 缩进里有全角或特殊的空格（U+3000），请改成半角空格。"),
        ("<<", "{kind: x}", "6:5: 活动没有“<<”这一项。请照 data/ 里别的记录写，或查手册。"),
        ("tier", "启动仪式", "6:11: “tier”（层级）不能写“启动仪式”。请写“ceremony”。"),
        (
            "admits",
            "publik",
            "6:13: “admits”（谁能参加）不能写“publik”。是不是“public”？可以写 unknown（通知未写明）、public（公众）、invited（受邀的人） 或 staff（内部，任何页面都不出现）。",
        ),
        ("organisers", "{主办: [区科技局]}", "6:18: “organisers”（单位）的角色不能写“主办”。请写“host”。"),
        ("organisers", "{host: 区科技局}", "6:24: “host”要写成列表，例如 [甲, 乙]，这里是“区科技局”。"),
        ("organisers", "区科技局", "6:17: “organisers”（单位）要写成“名称: 值”，这里是“区科技局”。"),
        (
            "where",
            "市主会场",
            "6:12: “where”（地点）要写成“名称: 值”，名称有 base、venue、place、address、area、words、tour、online、platform；这里是“市主会场”。",
        ),
        (
            "where",
            "{venue：main-hall}",
            "6:13: “venue：”用了全角冒号。请用半角冒号加一个空格，写成“venue: …”。",
        ),
        ("topics", "health", "6:13: “topics”（主题）要写成列表，例如 [甲, 乙]，这里是“health”。"),
        ("topics", "[health, ~]", "6:22: “topics”（主题）里有一项是空的。请填上，或删去。"),
        (
            "subtitle",
            "[儿童专场]",
            "6:15: “subtitle”（副标题）要写成一段文字，这里是一个列表。文字里有冒号或括号时，请给整个值加上引号。",
        ),
        (
            "subtitle",
            "{a: b}",
            "6:15: “subtitle”（副标题）要写成一段文字，这里是几个“名称: 值”。文字里有冒号或括号时，请给整个值加上引号。",
        ),
        ("subtitle", "''", "6:15: “subtitle”（副标题）是空的。请填上，或删去这一项。"),
        ("subtitle", "鱼" * 301, "6:15: “subtitle”（副标题）太长，有 301 个字，最多 300 个。"),
        ("sequence", "1.5", "6:15: “sequence”（版次）要写整数，这里是“1.5”。"),
        ("sequence", "-1", "6:15: “sequence”（版次）不能小于 0，这里是“-1”。"),
        (
            "where",
            "{online: www.kexie.cn}",
            "6:21: “online”（网址）不能写“www.kexie.cn”。网址要以 https:// 或 http:// 开头，中间没有空格；没有公布就写 unknown。",
        ),
        (
            "admission",
            "{url: 'javascript:alert(1)'}",
            "6:22: “url”（预约网址）不能写“javascript:alert(1)”。网址要以 https:// 或 http:// 开头，中间没有空格。",
        ),
        (
            "admission",
            "{url: 'https://a@b.cn'}",
            "6:22: “url”（预约网址）不能写“https://a@b.cn”。网址要以 https:// 或 http:// 开头，中间没有空格。",
        ),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, key: str, written: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity() + f"    {key}: {written}\n"}) == [f"{HERE}:{message}"]


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("Fish_1", "“id”（编号）不能写“Fish_1”。编号只用小写字母、数字和连字符，可以写“fish-1”。"),
        ("鱼", "“id”（编号）不能写“鱼”。编号只用小写字母、数字和连字符，例如 science-museum。"),
        ("../x", "“id”（编号）不能写“../x”。编号只用小写字母、数字和连字符，可以写“x”。"),
        ("a" * 65, "“id”（编号）太长，有 65 个字，最多 64 个。"),
    ],
)
def test_an_id_is_explained(tmp_path: Path, id: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: activity(id=id)}) == [f"{HERE}:3:9: {message}"]


def test_what_is_missing_is_called_by_its_name(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: activity(title="", when="")}) == [
        f"{HERE}:3:5: 活动缺少“title”：名称。",
        f"{HERE}:3:5: 活动缺少“when”：时间。",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- a\n", "1:1: 活动文件要写成“名称: 值”，名称有 campaign、activities；这里是一个列表。"),
        ("鱼\n", "1:1: 活动文件要写成“名称: 值”，名称有 campaign、activities；这里是“鱼”。"),
        (
            "campaign：2024-yubei\n",
            "1:1: “campaign：”用了全角冒号。请用半角冒号加一个空格，写成“campaign: …”。",
        ),
        ("campaign: 2024-yubei\n", "1:1: 活动文件缺少“activities”：活动。"),
        (
            "campaign: 2024-yubei\nactivities: 鱼\n",
            "2:13: “activities”（活动）要写成列表，例如 [甲, 乙]，这里是“鱼”。",
        ),
        (
            "campaign: 2024-yubei\nactivities: [鱼]\n",
            "2:14: 活动要写成“名称: 值”，至少要有 id、title、when；这里是“鱼”。",
        ),
    ],
)
def test_a_file_of_another_shape_is_told(tmp_path: Path, content: str, message: str):
    assert complaints(tmp_path, {ACTIVITIES: content}) == [f"{HERE}:{message}"]


@pytest.mark.parametrize(
    ("point", "messages"),
    [
        (
            "{lon: 29.7, lat: 106.6, source: 估计}",
            [
                "10:18: “lon”（经度）不能小于 73，这里是“29.7”。经纬度写反了？",
                "10:29: “lat”（纬度）不能大于 54，这里是“106.6”。经纬度写反了？",
            ],
        ),
        ("{lon: nan, lat: 29.7, source: 估计}", ["10:18: “lon”（经度）不能大于 136，这里是“nan”。"]),
        ("{lon: 东经106, lat: 29.7, source: 估计}", ["10:18: “lon”（经度）要写数字，这里是“东经106”。"]),
        ("{lon: 106.6, lat: 29.7}", ["10:12: 位置缺少“source”：来源。"]),
        (
            "{lon: 106.6, lat: 29.7, source: 估计, datum: 高德}",
            ["10:55: “datum”（坐标系）不能写“高德”。请写“gcj02”。"],
        ),
    ],
)
def test_a_position_is_checked(tmp_path: Path, point: str, messages: list[str]):
    files = {BASES: f"{FILES[BASES]}    point: {point}\n"}

    assert complaints(tmp_path, files) == [f"{BASES}:{message}" for message in messages]


def test_codes_are_digits(tmp_path: Path):
    place = "data/districts.yaml"
    files = {place: FILES[place].replace("500112", "5001121").replace("023", "23")}

    assert complaints(tmp_path, files)[:2] == [
        f"{place}:2:68: “area_code”（区号）不能写“23”。请写 0 开头的三位或四位区号，例如 023。",
        f"{place}:6:11: “code”（代码）不能写“5001121”。请写六位数字，例如 500112。",
    ]
