from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, complaints

HERE = "data/activities/2024-yubei.yaml"


@pytest.mark.parametrize(
    ("key", "written", "message"),
    [
        ("titel", "鱼", "6:5: 活动没有“titel”这一项。是不是“title”？"),
        ("名称", "鱼", "6:5: 活动没有“名称”这一项。请写“title”。"),
        ("备注", "鱼", "6:5: 活动没有“备注”这一项。请写“description”。"),
        ("Kind", "x", "6:5: 活动没有“Kind”这一项。请用半角小写，写成“kind”。"),
        (
            "\uff4b\uff49\uff4e\uff44",
            "x",
            "6:5: 活动没有“\uff4b\uff49\uff4e\uff44”这一项。其中“\uff4b”是 U+FF4B。请用半角小写，写成“kind”。",
        ),
        (
            "phones",
            "[12345]",
            "6:5: 活动没有“phones”这一项。它是“contacts”（联系人）里的一项：请在行首加空格，和那里的其他项对齐。",
        ),
        (
            "booking",
            "电话",
            "6:5: 活动没有“booking”这一项。它是“sessions”（场次） 或 “admission”（入场条件）里的一项：请写在那里面。",
        ),
        (
            "contacts",
            "023-60000000",
            "6:15: “contacts”（联系人）是列表，每一项要写成“名称: 值”，名称有 name、phones、email、post、show、basis；这里是“023-60000000”。",
        ),
        (
            "where",
            "{area: 全区, kind: exhibition}",
            "6:23: 地点没有“kind”这一项。它是活动的一项：请删去行首多余的空格，和活动的其他项对齐。",
        ),
        ("contacts", "{name: 科普科}", "6:15: “contacts”（联系人）是列表，每一项前面要有“- ”，这里少了。"),
        (
            "admission",
            "{fee: paid, note: 5元, 学生免费}",
            '6:38: “5元”后面的半角逗号把文字切开了，“学生免费”成了另一项。请把逗号改成全角“，”，或给整个值加上引号：note: "5元, 学生免费"。',
        ),
        (
            "admission",
            "{fee: paid, note：5元}",
            "6:28: “note：”用了全角冒号。请用半角冒号加一个空格，写成“note: …”。",
        ),
        (
            "image",
            "{file: a.jpg, alt：馆内}",
            "6:26: “alt：”用了全角冒号。请用半角冒号加一个空格，写成“alt: …”。",
        ),
        (
            "image",
            "{file: a.jpg, alt:馆内}",
            "6:26: “alt:”冒号后面没有空格。请用半角冒号加一个空格，写成“alt: …”。",
        ),
        (
            "image",
            "{file: a.jpg, 说明：馆内}",
            "6:26: “说明：”用了全角冒号。请用半角冒号加一个空格，写成“alt: …”。",
        ),
        (
            "image",
            "{file: a.jpg，alt：馆内}",
            "6:12: 图片缺少“alt”：说明。它写在了“file”的值里：“，”要用半角逗号加一个空格，写成“, ”，冒号要用半角冒号加一个空格，写成“alt: …”。",
        ),
        (
            "admission",
            "{fee: paid, note: 5元, 备注：学生免费}",
            '6:38: “5元”后面的半角逗号把文字切开了，“备注：学生免费”成了另一项。请把逗号改成全角“，”，或给整个值加上引号：note: "5元, 备注：学生免费"。',
        ),
        (
            "organisers",
            "{host: [甲], co-organiser：乙}",
            "6:29: “co-organiser：”用了全角冒号。请用半角冒号加一个空格，写成“co-organiser: …”。",
        ),
        ("status", "取消了", "6:13: “status”（状态）不能写“取消了”。请写“cancelled”。"),
        ("status", "“cancelled”", "6:13: “status”（状态）不能写「“cancelled”」。请写“cancelled”。"),
        ("admission", "免费开放", "6:16: “fee”（费用）不能写“免费开放”。请写“free”。"),
        (
            "admission",
            "{booking: 无需预约}",
            "6:26: “booking”（预约）不能写“无需预约”。可以写 unknown（通知未写明）、none（不用预约） 或 required（需要预约）。",
        ),
        (
            "audience",
            "\uff3byouth，pupils\uff3d",
            "6:15: “audience”（对象）要写成列表，例如 [youth, pupils]，这里是“\uff3byouth，pupils\uff3d”。",
        ),
        (
            "where",
            "{online: https：//www.kexie.cn}",
            "6:21: “online”（网址）不能写“https：//www.kexie.cn”。是不是“https://www.kexie.cn”？先在浏览器里打开看看。网址要以 https:// 或 http:// 开头，中间没有空格；没有公布就写 unknown，平台的名称写在 platform。",
        ),
        ("xyzzy", "鱼", "6:5: 活动没有“xyzzy”这一项。有哪些项，见 docs/handbook.md。"),
        ("t\u0456tle", "鱼", "6:5: 活动没有“t\u0456tle”这一项。其中“\u0456”是 U+0456。是不是“title”？"),
        ("'base:x'", "", "6:5: “base:”冒号后面没有空格。请用半角冒号加一个空格，写成“base: …”。"),
        ("\u3000kind", "x", "6:5: 缩进里有全角或特殊的空格（U+3000），请改成半角空格。"),
        ("<<", "{kind: x}", "6:5: 活动没有“<<”这一项。有哪些项，见 docs/handbook.md。"),
        ("tier", "启动", "6:11: “tier”（层级）不能写“启动”。请写“ceremony”。"),
        (
            "admits",
            "publik",
            "6:13: “admits”（谁能参加）不能写“publik”。是不是“public”？可以写 unknown（通知未写明）、public（面向公众）、invited（定向邀请，不对外开放） 或 staff（内部活动，任何页面都不出现）。",
        ),
        (
            "organisers",
            "{合办单位名单: [区科技局]}",
            "6:18: “organisers”（单位）的角色不能写“合办单位名单”。请写“co-organiser”。",
        ),
        (
            "organisers",
            "{主办方: [区科技局]}",
            "6:18: “organisers”（单位）的角色不能写“主办方”。请写“host”。",
        ),
        (
            "organisers",
            "{subtitle: 区科技局}",
            "6:18: “organisers”（单位）里没有“subtitle”这个角色。它是活动的一项：请删去行首多余的空格，和活动的其他项对齐。",
        ),
        (
            "organisers",
            "{when: [5月25日]}",
            "6:18: “organisers”（单位）里没有“when”这个角色。它是活动的一项：请删去行首多余的空格，和活动的其他项对齐。",
        ),
        ("organisers", "{host: 区科技局}", "6:24: “host”要写成列表，例如 [区科技局]，这里是“区科技局”。"),
        ("organisers", "区科技局", "6:17: “organisers”（单位）要写成“名称: 值”，这里是“区科技局”。"),
        (
            "where",
            "市主会场",
            "6:12: “where”（地点）要写明是哪一种，例如 {place: 市主会场}，这里是“市主会场”。可以写 base（基地）、venue（场地）、place（只有名称的地点）、area（全区、各街镇）、tour（流动） 或 online（线上）。",
        ),
        (
            "where",
            "{venue：main-hall}",
            "6:13: “venue：”用了全角冒号。请用半角冒号加一个空格，写成“venue: …”。",
        ),
        ("topics", "health", "6:13: “topics”（主题）要写成列表，例如 [health]，这里是“health”。"),
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
        ("sequence", "2147483648", "6:15: “sequence”（版次）不能大于 100000000，这里是“2147483648”。"),
        (
            "where",
            "{online: www.kexie.cn}",
            "6:21: “online”（网址）不能写“www.kexie.cn”。是不是“https://www.kexie.cn”？先在浏览器里打开看看。网址要以 https:// 或 http:// 开头，中间没有空格；没有公布就写 unknown，平台的名称写在 platform。",
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
    ("key", "told"), [("title", "4:12: “title”（名称）"), ("when", "5:11: “when”（时间）")]
)
def test_what_must_be_there_is_to_be_filled_in_and_not_to_be_left_out(tmp_path: Path, key: str, told: str):
    for empty in ('""', "'　'"):
        assert complaints(tmp_path, {ACTIVITIES: activity(**{key: empty})}) == [
            f"data/activities/2024-yubei.yaml:{told}是空的。请填上。"
        ]


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
            "2:13: “activities”（活动）是列表，每一项要写成“名称: 值”，至少要有 id、title、when；这里是“鱼”。",
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
            ["10:18: 经度和纬度写反了。请写 lon: 106.6, lat: 29.7。"],
        ),
        ("{lon: nan, lat: 29.7, source: 估计}", ["10:18: “lon”（经度）不能大于 136，这里是“nan”。"]),
        (
            "{lon: 东经106, lat: 29.7, source: 估计}",
            ["10:18: “lon”（经度）要写数字，这里是“东经106”。请只写数字。"],
        ),
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


@pytest.mark.parametrize("key", ["titel", "Title", "名称", "标题", "活动名称"])
def test_a_key_with_a_slip_is_not_also_missing(tmp_path: Path, key: str):
    written = activity().replace("title:", f"{key}:")

    assert [line.partition("没有")[0] for line in complaints(tmp_path, {ACTIVITIES: written})] == [
        f"{HERE}:4:5: 活动"
    ]


def test_an_empty_value_is_not_a_missing_key(tmp_path: Path):
    assert complaints(tmp_path, {ACTIVITIES: activity(title=" ")}) == [
        f"{HERE}:4:11: “title”（名称）是空的。请填上。"
    ]


@pytest.mark.parametrize(
    ("lon", "reason"),
    [
        ("'106.63, 29.72'", "这里是“106.63, 29.72”。经度和纬度请分开，写在 lon 和 lat 里。"),
        ("106°37′48″", "这里是“106°37′48″”。度分秒请换算成小数，例如 106.631。"),
        ("106.63E", "这里是“106.63E”。请只写数字。"),
    ],
)
def test_a_position_copied_from_a_map_is_put_right(tmp_path: Path, lon: str, reason: str):
    files = {BASES: FILES[BASES] + f"    point: {{lon: {lon}, lat: 29.72, source: 估计}}\n"}

    assert complaints(tmp_path, files) == [f"data/bases/yubei.yaml:10:18: “lon”（经度）要写数字，{reason}"]


@pytest.mark.parametrize(("written", "word"), [("是", "true"), ("否", "false"), ("没有", "false")])
def test_yes_and_no_are_put_into_the_words_of_the_file(tmp_path: Path, written: str, word: str):
    name = "data/organisations.yaml"
    files = {name: FILES[name].replace("district: yubei", f"district: yubei, collective: {written}")}

    assert complaints(tmp_path, files) == [
        f"{name}:2:75: “collective”（统称）要写 true（是）或 false（不是），这里是“{written}”。请写 {word}。"
    ]


def test_a_position_that_is_wrong_hides_no_other_mistake(tmp_path: Path):
    text = (
        FILES[BASES].replace("type: venue", "type: hall")
        + "    point: {lon: 29.7, lat: 106.6, source: 估计}\n"
    )

    assert [line.partition(" ")[0] for line in complaints(tmp_path, {BASES: text})] == [
        f"{BASES}:5:11:",
        f"{BASES}:10:18:",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    title: 鱼", "    title: #科普日#鱼"),
        ("    title: 鱼", "    title: 鱼\n    status: 停办\n    reason: 因检修"),
        ("    when: 5.25", "    when: {unfixed：5月下旬}"),
    ],
)
def test_one_mistake_is_told_once(tmp_path: Path, before: str, after: str):
    text = activity(title="鱼", when="5.25")
    assert before in text

    assert len(complaints(tmp_path, {ACTIVITIES: text.replace(before, after)})) == 1


def test_a_field_by_its_name_at_schema_org_is_known(tmp_path: Path):
    text = FILES[BASES] + "    opening_hours: 9:00—17:00\n"

    (told,) = complaints(tmp_path, {BASES: text})
    assert told.endswith("科普基地没有“opening_hours”这一项。请写“hours”。")
