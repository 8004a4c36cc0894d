from pathlib import Path

import pytest
from trees import ACTIVITIES, FILES, complaints, grow, read, reminders

HOMES = "districts.yaml、organisations.yaml、terms.yaml、venues.yaml、campaigns/*.yaml、bases/*.yaml、activities/*.yaml、allowed.yaml"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("data/bases/qijiang.yml", "扩展名要用 .yaml，请改名为“qijiang.yaml”。"),
        ("data/base/yubei.yaml", f"这个文件放错了地方，不会被读取。data/ 里只有 {HOMES}。"),
        ("data/yubei.yaml", f"这个文件放错了地方，不会被读取。data/ 里只有 {HOMES}。"),
        ("data/campaigns/2024/yubei.yaml", f"这个文件放错了地方，不会被读取。data/ 里只有 {HOMES}。"),
        ("data/activities/a/b/c.yaml", f"这个文件放错了地方，不会被读取。data/ 里只有 {HOMES}。"),
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
