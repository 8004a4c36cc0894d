"""What an older commit of a push brings, and what lies behind a tag or on another branch."""

import subprocess

import pytest
from pushers import Clone, run

from gitpublish.push_rules import Limits
from gitpublish.pushed_history import faults
from gitpublish.repository import Repository

LIMITS = Limits(file=1, push=3, files=5)


@pytest.fixture
def repository(tmp_path):
    return Repository.make(tmp_path / "site.git", "main")


@pytest.fixture
def staff(repository, tmp_path):
    run("git", "clone", "--quiet", repository.folder, tmp_path / "staff")
    mine = Clone(tmp_path / "staff")
    mine.git("checkout", "--quiet", "-b", "main")
    (mine.folder / "a.md").write_text("甲")
    mine.commit()
    mine.push()
    return mine


def brought(staff: Clone, repository: Repository, *pushed: str, limits: Limits = LIMITS) -> list[str]:
    """The faults of *pushed*, whose objects git has received and no reference names."""
    staff.git("push", "--quiet", "origin", *(f"{one}:refs/received/{one[:8]}" for one in pushed))
    for one in pushed:
        repository.run("update-ref", "-d", f"refs/received/{one[:8]}")
    return list(faults(repository, pushed, limits))


def film(staff: Clone, name: str = "film.mp4", size: int = 1_600_000) -> str:
    (staff.folder / name).write_bytes(bytes([len(name)]) * size)
    return staff.commit(name)


def without(staff: Clone, name: str = "film.mp4") -> str:
    (staff.folder / name).unlink()
    return staff.commit("不要了")


def test_small_changes_come_in(staff, repository):
    (staff.folder / "b.md").write_text("乙")

    assert brought(staff, repository, staff.commit()) == []


def test_a_large_file_of_an_older_commit_is_found_though_a_later_one_has_no_such_file(staff, repository):
    cause = film(staff)

    (told,) = brought(staff, repository, without(staff))

    assert told == (
        f"film.mp4（在提交 {cause[:7]} 里）: 文件太大（2 MB）。每个文件最多 1 MB，以前的提交也算，后来删去了也算。"
        "请把它从提交里去掉（git rebase -i），或者重新克隆一份，只复制要发布的文件过去再提交。"
    )


def test_a_large_file_of_the_newest_commit_has_a_shorter_line(staff, repository):
    assert brought(staff, repository, film(staff)) == [
        "film.mp4: 文件太大（2 MB）。每个文件最多 1 MB，请缩小再推送。"
    ]


def test_all_new_files_of_all_commits_count_together(staff, repository):
    for name in ("1", "12", "123", "1234"):
        film(staff, name, 900_000)
        tip = without(staff, name)

    assert brought(staff, repository, tip) == [
        "这次推送的全部提交里，新的文件一共 4 MB，最多 3 MB，后来删去的也算。请缩小图片，分几次推送。"
    ]


def test_so_does_their_number(staff, repository):
    for number in range(6):
        (staff.folder / f"{number}").write_text(f"{number}")

    assert brought(staff, repository, staff.commit()) == [
        "这次推送的全部提交里有 6 个新的文件，最多 5 个。请分几次推送。"
    ]


def test_what_the_server_has_already_does_not_count(staff, repository):
    film(staff)
    without(staff)
    staff.push()
    (staff.folder / "b.md").write_text("乙")

    assert brought(staff, repository, staff.commit()) == []


def test_only_the_first_of_many_are_named(staff, repository):
    for number in range(12):
        (staff.folder / f"{number:02}").write_bytes(bytes([number]) * 1_600_000)
    told = brought(staff, repository, staff.commit(), limits=Limits(file=1, push=30, files=50))

    assert len(told) == 11
    assert told[-1] == "……还有 2 个太大的文件。"


@pytest.mark.parametrize("ref", ["main", "draft", "refs/tags/v1"])
def test_a_push_with_a_film_in_an_older_commit_is_refused_wherever_it_goes(server, staff_of_server, ref):
    film(staff_of_server, size=60_000_000)
    without(staff_of_server)

    status, told = staff_of_server.push("origin", f"HEAD:{ref}")

    assert status == 1
    assert "里）: 文件太大（60 MB）。每个文件最多 20 MB，以前的提交也算" in told
    found = subprocess.run(["du", "-sm", server / "site.git"], capture_output=True, check=True, text=True)
    assert int(found.stdout.split()[0]) < 20


@pytest.fixture
def staff_of_server(server, first_push, tmp_path):
    run("git", "clone", "--quiet", server / "site.git", tmp_path / "mine")
    return Clone(tmp_path / "mine")
