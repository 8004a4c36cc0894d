from pathlib import Path

import pytest
from trees import ACTIVITIES, FILES, complaints, grow, read, reminders

from scienceweek.source.files.data_files import sheets
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.records import ACTIVITIES as RECORDS

HOMES = (
    "data/ 里只有 site.yaml、districts.yaml、organisations.yaml、terms.yaml、venues.yaml、"
    "campaigns/*.yaml、bases/*.yaml、activities/*.yaml、alerts.yaml、allowed.yaml。"
)
LOST = "这个文件放错了地方，不会被读取。"
BOUNDARY = "这个文件不会被读取。区县的边界放在 “data/boundaries/yubei.geojson”，用区县的编号做文件名。"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("data/bases/qijiang.yml", "扩展名要用 .yaml，请改名为“qijiang.yaml”。"),
        ("data/base/yubei.yaml", f"{LOST}是不是“data/bases/yubei.yaml”？{HOMES}"),
        ("data/activites/2027.yaml", f"{LOST}是不是“data/activities/2027.yaml”？{HOMES}"),
        ("data/Activities/2027.yaml", f"{LOST}是不是“data/activities/2027.yaml”？{HOMES}"),
        ("data/district.yaml", f"{LOST}是不是“data/districts.yaml”？{HOMES}"),
        ("data/bases/venues.yaml/venues.yaml", f"{LOST}请移到“data/bases/venues.yaml”。{HOMES}"),
        ("data/lists/venues.yaml", f"{LOST}请移到“data/venues.yaml”。{HOMES}"),
        ("data/xyz.yaml", f"{LOST}{HOMES}"),
        ("data/campaigns/2024/yubei.yaml", f"{LOST}请移到“data/campaigns/yubei.yaml”。{HOMES}"),
        ("data/activities/a/b/c.yaml", f"{LOST}请移到“data/activities/c.yaml”。{HOMES}"),
        ("data/boundaries/yubei.json", BOUNDARY),
        ("data/boundaries/yubei.GEOJSON", BOUNDARY),
        ("data/boundaries/cq/yubei.geojson", BOUNDARY),
        ("data/yubei.geojson", BOUNDARY),
    ],
)
def test_a_file_that_would_not_be_read_is_told(tmp_path: Path, name: str, message: str):
    assert complaints(tmp_path, {name: "x"}) == [f"{name}:1:1: {message}"]


def test_other_files_are_left_alone(tmp_path: Path):
    files = {
        "data/README.md": "x",
        "data/.DS_Store": b"\x00",
        "data/bases/~$yubei.yaml": b"\x00",
    }

    assert read(tmp_path, files).warnings == ()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "data/bases/yubei.yaml~",
            "这是编辑时留下的备份，请删去；要用它，先改成正确的文件名，否则不会被读取。",
        ),
        (
            "data/bases/.yubei.yaml.swp",
            "这是编辑时留下的备份，请删去；要用它，先改成正确的文件名，否则不会被读取。",
        ),
        ("data/bases/.yubei.yaml", "名称以“.”开头，是隐藏的。要用它，请去掉开头的“.”，否则不会被读取。"),
        ("data/.hidden/yubei.yaml", "名称以“.”开头，是隐藏的。要用它，请去掉开头的“.”，否则不会被读取。"),
        ("data/activities/fish.md", "这个文件不会被读取。文章放在 content/ 里；data/ 里只放 .yaml 文件。"),
        ("data/schema/x.json", "这个文件不会被读取。data/schema/ 由 invoke schema 生成，请删去多余的文件。"),
    ],
)
def test_what_nobody_reads_is_reminded_of(tmp_path: Path, name: str, message: str):
    place = "data/.hidden" if name.startswith("data/.hidden") else name

    assert reminders(tmp_path, {name: "x"}) == [f"{place}:1:1: 提醒：{message}"]


def test_a_spreadsheet_among_the_data_is_not_passed_over(tmp_path: Path):
    assert reminders(tmp_path, {"data/activities/2027.xlsx": b"PK"}) == [
        "data/activities/2027.xlsx:1:1: 提醒：这个文件不会被读取。data/ 里的内容写在 .yaml 文件里；Excel 表请把内容抄过来。"
    ]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (
            "activities/2024-yubei.yaml.txt",
            "文件名后面多了“.txt”，请改名为“2024-yubei.yaml”；看不见“.txt”时，先让电脑显示“文件扩展名”。",
        ),
        ("activities/2024-yubei.yml", "扩展名要用 .yaml，请改名为“2024-yubei.yaml”。"),
    ],
)
def test_what_a_misnamed_file_holds_is_not_missed_as_well(tmp_path: Path, place: str, message: str):
    files = {ACTIVITIES: None, f"data/{place}": FILES[ACTIVITIES]}

    assert complaints(tmp_path, files) == [f"data/{place}:1:1: {message}"]


def test_links_are_not_followed(tmp_path: Path):
    grow(tmp_path)
    (tmp_path / "data/bases/other.yaml").symlink_to("yubei.yaml")

    assert complaints(tmp_path, {}) == [
        "data/bases/other.yaml:1:1: 这里不能放链接（快捷方式），请放文件本身。"
    ]


def test_an_ending_in_capitals_is_told_not_passed_over(tmp_path: Path):
    assert complaints(tmp_path, {"data/activities/2024-more.YAML": "campaign: x\n"}) == [
        "data/activities/2024-more.YAML:1:1: 扩展名要用 .yaml，请改名为“2024-more.yaml”。"
    ]


@pytest.mark.parametrize(
    ("name", "split"),
    [
        (
            "data/activities/2024-yubei.yaml",
            "可以拆成几个：建文件夹 data/activities/2024-yubei/，里面每个 .yaml 写一部分活动，每个文件开头都写上同样的 campaign。",
        ),
        (
            "data/bases/yubei.yaml",
            "可以拆成几个，例如 yubei.yaml 和 yubei-2.yaml，每个文件开头都写上同样的 district。",
        ),
        ("data/districts.yaml", "请看看有没有可以删去的内容。"),
    ],
)
def test_a_long_file_is_read_and_how_to_split_it_is_told(tmp_path: Path, name: str, split: str):
    files = {name: FILES[name] + "#" + "长" * 400_000 + "\n"}
    size = len(files[name].encode()) // 1000
    whole = read(tmp_path / "short", {}).catalogue

    found = read(tmp_path / "long", files)

    assert found.catalogue == whole
    assert [str(one) for one in found.warnings] == [
        f"{name}:1:1: 提醒：文件有 {size} KB，打开慢，也容易两个人同时改一个文件。{split}"
    ]


def test_what_was_one_file_may_be_several(tmp_path: Path):
    whole = read(tmp_path / "one", {}).catalogue
    bases, activities = FILES["data/bases/yubei.yaml"], FILES["data/activities/2024-yubei.yaml"]
    files = {
        "data/bases/yubei.yaml": "district: yubei\nbases: []\n",
        "data/bases/yubei-2.yaml": bases,
        "data/activities/2024-yubei.yaml": "campaign: 2024-yubei\nactivities: []\n",
        "data/activities/2024-yubei/a.yaml": activities,
    }

    assert read(tmp_path / "several", files).catalogue == whole


def test_records_are_unpacked_when_somebody_asks_and_forgotten_again(tmp_path: Path):
    root = grow(tmp_path)
    memory = Memory(tmp_path / "kept", b"code")
    plain = sheets(root / "data", Problems(), Memory())[RECORDS.pattern]
    several = sheets(root / "data", Problems(), memory)[RECORDS.pattern]
    entries = [entry for sheet in several for one in sheet.entries.values() for entry in one]

    def told() -> list[tuple[str, int, object]]:
        return [(entry.file, entry.node.line, entry.record) for entry in entries]

    first = told()
    for sheet in several:
        sheet.forget()

    assert entries
    assert first == [
        (entry.file, entry.node.line, entry.record)
        for sheet in plain
        for one in sheet.entries.values()
        for entry in one
    ]
    assert told() == first
    assert all(now[2] is not before[2] for now, before in zip(told(), first, strict=True))
    assert [sheet.said() for sheet in several] == [sheet.said() for sheet in plain]
