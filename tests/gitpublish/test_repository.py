import pytest
from pushers import Clone, run

from gitpublish.repository import Repository


@pytest.fixture
def clone(tmp_path) -> Clone:
    run("git", "init", "--quiet", "--initial-branch", "main", tmp_path, folder=tmp_path)
    return Clone(tmp_path)


def test_changes_are_those_that_are_new_newest_first(clone):
    commits = []
    for subject in ("一", "二", "三"):
        clone.folder.joinpath("x").write_text(subject)
        commits.append(clone.commit(f"{subject}\n\n细节"))

    repository = Repository(clone.folder / ".git")

    assert [
        (one.sha, one.author, one.subject) for one in repository.changes(commits[2], commits[0][:12])
    ] == [
        (commits[2], "staff", "三"),
        (commits[1], "staff", "二"),
    ]
    assert [one.subject for one in repository.changes(commits[2], "")] == ["三"]
    assert [one.subject for one in repository.changes(commits[2], commits[2])] == ["三"]
    assert [one.subject for one in repository.changes(commits[2], "f" * 12)] == ["三"]
    assert repository.changes("f" * 40, "") == ()


def test_what_a_terminal_would_obey_is_not_passed_on(clone):
    clone.folder.joinpath("x").write_text("x")
    commit = clone.commit("改\x1b[31m了\r标题")

    (one,) = Repository(clone.folder / ".git").changes(commit, "")

    assert str(one) == f"{commit[:8]} staff“改 [31m了 标题”"
