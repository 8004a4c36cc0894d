import subprocess

import pytest

from gitpublish.repository import Repository, TreeEntry
from gitpublish.unpacking import unpack


@pytest.fixture
def repository(tmp_path):
    return Repository.make(tmp_path / "site.git", "main")


def entries(repository: Repository, **files: str) -> list[TreeEntry]:
    """``a__b`` is a/b."""
    return [
        TreeEntry(
            "100644",
            repository.run("hash-object", "-w", "--stdin", given=text.encode()).decode().strip(),
            0,
            name.replace("__", "/").encode(),
        )
        for name, text in files.items()
    ]


def contents(folder) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_folder_holds_what_was_pushed_and_nothing_else(repository, tmp_path):
    project = tmp_path / "project"
    unpack(repository, entries(repository, data__a="1", data__b="2\r\n"), project)
    unpack(repository, entries(repository, data__b="2\r\n", content__c="$Id$"), project)

    assert {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file()
    } == {
        "data/b": b"2\r\n",
        "content/c": b"$Id$",
    }


def test_a_file_becomes_a_folder_and_back(repository, tmp_path):
    project = tmp_path / "project"
    unpack(repository, entries(repository, a="1"), project)
    unpack(repository, entries(repository, a__b="2"), project)
    between = contents(project)
    unpack(repository, entries(repository, a="3"), project)

    assert between == {"a/b": "2"}
    assert contents(project) == {"a": "3"}


def test_after_an_unpacking_that_was_killed_everything_is_written_again(repository, tmp_path):
    project = tmp_path / "project"
    unpack(repository, entries(repository, a="1"), project)
    (project / "a").write_text("half")
    (project / "b").write_text("stray")
    (tmp_path / "project.json").unlink()

    unpack(repository, entries(repository, a="1"), project)

    assert contents(project) == {"a": "1"}


def test_what_is_no_blob_is_not_taken_for_one(repository, tmp_path):
    with pytest.raises((ValueError, subprocess.CalledProcessError)):
        unpack(repository, [TreeEntry("100644", "0" * 40, 0, b"a")], tmp_path / "project")
