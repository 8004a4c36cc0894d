from pathlib import Path

import pytest
from trees import complaints, reminders

FOLDERS = "content/ 里只有 pages、notices、activities、bases、images、files 这几个文件夹。"
LOST = "这个文件放错了地方，不会显示。"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("content/activties/e1.md", f"{LOST}是不是“content/activities/e1.md”？{FOLDERS}"),
        ("content/Pages/join.md", f"{LOST}是不是“content/pages/join.md”？{FOLDERS}"),
        ("content/image/a.jpg", f"{LOST}图片放在“content/images/a.jpg”。{FOLDERS}"),
        ("content/fish.md", f"{LOST}请移到“content/activities/fish.md”。{FOLDERS}"),
        ("content/2024-yubei.md", f"{LOST}请移到“content/notices/2024-yubei.md”。{FOLDERS}"),
        ("content/a.jpg", f"{LOST}图片放在“content/images/a.jpg”。{FOLDERS}"),
        ("content/x.md", f"{LOST}{FOLDERS}"),
        ("content/articles/2027/x.md", f"{LOST}{FOLDERS}"),
        (
            "content/x.md.txt",
            "文件名后面多了“.txt”，请改名为“x.md”；看不见“.txt”时，先让电脑显示“文件扩展名”。",
        ),
        ("content/activities/e1.MD", "扩展名要用小写的 .md，请改名为“e1.md”。"),
        ("content/pages/join.markdown", "扩展名要用小写的 .md，请改名为“join.md”。"),
    ],
)
def test_a_text_in_none_of_the_folders_is_told_with_the_place_where_it_may_belong(
    tmp_path: Path, name: str, message: str
):
    found = [line for line in complaints(tmp_path, {name: "x"}) if "没有编号为" not in line]

    assert found == [f"{name}:1:1: {message}"]


@pytest.mark.parametrize(
    ("name", "offer"),
    [
        ("content/todo.txt", ""),
        ("content/notes/plan.docx", "给人下载的文件放在“content/files/plan.docx”。"),
    ],
)
def test_what_is_no_text_is_reminded_of(tmp_path: Path, name: str, offer: str):
    assert reminders(tmp_path, {name: "x"}) == [f"{name}:1:1: 提醒：这个文件不会显示。{offer}{FOLDERS}"]


def test_what_systems_make_for_themselves_is_not_told(tmp_path: Path):
    names = ("content/.DS_Store", "content/Thumbs.db", "data/bases/desktop.ini", "content/images/.gitkeep")

    assert reminders(tmp_path, dict.fromkeys(names, b"\x00")) == []
