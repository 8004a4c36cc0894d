import pytest

from gitpublish.push_rules import Limits, faults, may_run
from gitpublish.repository import TreeEntry
from scienceweek.publishing import PROGRAM


def entry(path: str = "data/x.yaml", mode: str = "100644", sha: str = "1", size: int = 1) -> TreeEntry:
    return TreeEntry(mode, sha, size, path.encode())


LIMITS = Limits()
GOOD = [entry(), entry("content/x.md")]


def told(*entries: TreeEntry, known=(), limits=LIMITS) -> list[str]:
    return list(faults([*GOOD, *entries], known, limits, PROGRAM))


def test_facts_and_prose_are_all_that_a_push_needs():
    assert told() == []


def test_a_push_without_facts_is_refused():
    assert list(faults([entry("content/x.md")], (), LIMITS, PROGRAM)) == [
        "推送里没有 data 文件夹。请推送整个项目，或者至少 data 和 content。"
    ]


def test_a_file_of_the_program_comes_in_only_as_the_server_knows_it():
    file = entry("plugins/scienceweek/plan.py", sha="2")

    assert told(file, known={("plugins/scienceweek/plan.py", "2")}) == []
    assert len(told(file, known={("plugins/scienceweek/plan.py", "3")})) == 1


def test_a_program_that_differs_in_many_files_is_told_once():
    changed = [entry(f"plugins/{name}.py") for name in "abcde"]

    assert [line.partition("。")[0] for line in told(*changed)] == [
        "plugins/a.py、plugins/b.py、plugins/c.py等 5 个文件: 程序文件不能通过推送修改"
    ]


def test_what_is_not_the_program_may_change():
    free = ("README.md", "docs/x.md", "tests/test_x.py", "bench/x.py", "data/x.yaml", "content/theme/x.md")

    assert [path for path in free if may_run(path, PROGRAM)] == []


def test_a_script_beside_the_program_or_among_the_facts_is_of_the_program():
    assert all(
        may_run(path, PROGRAM)
        for path in (
            *("evil.py", "data/evil.py", "content/pages/evil.py", "plugins/x.txt", ".cache/kept", ".venv/x"),
        )
    )


def test_sizes_and_numbers_have_limits():
    limits = Limits(file=1, push=2, files=3)

    assert told(entry("content/a", size=1_000_001), limits=limits) == [
        "content/a: 文件太大（1 MB）。每个文件最多 1 MB，请缩小再推送。"
    ]
    assert told(*[entry(f"content/{name}", size=900_000) for name in "abc"], limits=limits) == [
        "推送里有 5 个文件，最多 3 个。",
        "推送的文件一共 3 MB，最多 2 MB。请缩小图片再推送。",
    ]


def test_folders_that_differ_in_case_are_one_folder_elsewhere():
    assert told(entry("content/Images/a.jpg"), entry("content/images/b.jpg")) == [
        "content/images/b.jpg: 和“content/Images”只有大小写不同，在有的电脑上是同一个文件。请改名再推送。"
    ]


def test_ordinary_names_are_let_through():
    assert told(entry("content/images/2024 科技周（一）.jpg"), entry("content/a-b_c.md")) == []


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        (
            "content/a\u200b.md",
            "content/aU+200B.md: 文件名里有看不见的字符，或者不是 UTF-8 编码。请改名再推送。",
        ),
        (
            "content/cafe\u0301.md",
            "content/cafe\u0301.md: 文件名里的字母和附加符号是分开写的（NFD）。请改名再推送。",
        ),
        ("content/con.md", "content/con.md: 在有的电脑上不能用“con.md”作文件名。请改名再推送。"),
        ("content/a.", "content/a.: 在有的电脑上不能用“a.”作文件名。请改名再推送。"),
        ("content/a:b.md", 'content/a:b.md: 文件名里不能有 \\ : * ? " < > |。请改名再推送。'),
        ("content/" + "科" * 90, "content/" + "科" * 90 + ": 文件名太长。最多约 66 个汉字，请改短再推送。"),
    ],
)
def test_a_name_that_a_disk_or_a_reader_cannot_hold_is_refused(path: str, fault: str):
    assert told(entry(path)) == [fault]


@pytest.mark.parametrize(
    ("mode", "fault"),
    [
        ("120000", "content/a: 是一个符号链接（快捷方式）。请换成文件本身再推送。"),
        ("160000", "content/a: 是一个子模块。请把需要的文件放进项目本身再推送。"),
    ],
)
def test_only_files_come_in(mode: str, fault: str):
    assert told(entry("content/a", mode=mode)) == [fault]
