from pathlib import Path

import pytest
from trees import complaints, grow, read

HOMES = "districts.yaml、organisations.yaml、terms.yaml、venues.yaml、campaigns/*.yaml、bases/*.yaml、activities/*.yaml"


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
        "data/a.xlsx": b"PK",
    }

    assert read(tmp_path, files).warnings == ()


def test_links_are_not_followed(tmp_path: Path):
    grow(tmp_path)
    (tmp_path / "data/bases/other.yaml").symlink_to("yubei.yaml")

    assert complaints(tmp_path, {}) == [
        "data/bases/other.yaml:1:1: 这里不能放链接（快捷方式），请放文件本身。"
    ]
