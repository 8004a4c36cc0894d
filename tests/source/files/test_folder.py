import os
from pathlib import Path

from scienceweek.source.files.folder import name, read, walk
from scienceweek.source.mistakes.problems import Problems


def found(root: Path) -> tuple[list[str], list[str]]:
    problems = Problems()
    files = [name(path, root) for path in walk(root / "data", root, problems)]
    return files, [str(problem) for problem in problems.all]


def test_files_are_found_in_order_and_hidden_ones_are_told(tmp_path: Path):
    for file in ("b.yaml", "a.yaml", "a/c.yaml", ".git/x.yaml", "~$a.xlsx"):
        path = tmp_path / "data" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert found(tmp_path) == (
        ["data/a/c.yaml", "data/a.yaml", "data/b.yaml"],
        ["data/.git:1:1: 提醒：名称以“.”开头，是隐藏的。要用它，请去掉开头的“.”，否则不会被读取。"],
    )


def test_a_missing_folder_is_empty(tmp_path: Path):
    assert found(tmp_path) == ([], [])


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data/pipe.yaml")

    assert found(tmp_path) == ([], ["data/pipe.yaml:1:1: 这不是普通文件，请删去。"])


def test_folders_have_an_end(tmp_path: Path):
    (tmp_path / "data" / "/".join("d" * 20)).mkdir(parents=True)

    assert found(tmp_path) == ([], ["data/d/d/d/d/d/d:1:1: 文件夹套得太深，最多 6 层。"])


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / os.fsdecode(b"\xd3\xe5.yaml")).touch()

    assert found(tmp_path) == (["data/\\xd3\\xe5.yaml"], [])


def test_what_cannot_be_opened_is_told(tmp_path: Path):
    problems = Problems()

    assert read(tmp_path / "x.yaml", tmp_path, problems) is None
    assert [str(problem) for problem in problems.all] == [
        "x.yaml:1:1: 打不开这个文件：No such file or directory。"
    ]


def test_a_file_or_folder_with_a_name_of_a_device_is_refused(tmp_path: Path):
    problems = Problems()
    for file in ("data/a/con.yaml", "data/NUL/x.yaml", "data/console.yaml"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()

    assert [path.name for path in walk(tmp_path / "data", tmp_path, problems)] == ["console.yaml"]
    assert [f"{problem.file}: {problem.message[:13]}" for problem in problems.all] == [
        "data/NUL: 这是 Windows 留给",
        "data/a/con.yaml: 这是 Windows 留给",
    ]


def test_a_name_that_some_disks_cannot_hold_is_refused(tmp_path: Path):
    problems = Problems()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / f"{'a' * 197}.md").touch()
    (tmp_path / "data" / f"{'a' * 198}.md").touch()

    assert len(list(walk(tmp_path / "data", tmp_path, problems))) == 1
    assert [problem.message for problem in problems.all] == [
        "文件名太长，最多约 66 个汉字或 200 个字母。请改短。"
    ]
