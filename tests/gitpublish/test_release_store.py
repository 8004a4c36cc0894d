import shutil
from pathlib import Path

import pytest

from gitpublish.release_store import Release, Store
from gitpublish.tree_files import files


def site(folder, **files: str):
    tree = folder / "tree"
    for name, text in files.items():
        path = tree / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tree


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def test_a_release_is_seen_when_it_is_published_and_not_before(tmp_path, store):
    store.draft(site(tmp_path, index="旧"))
    before = store.live()

    release = store.publish("0123456789abcdef")

    assert before is None
    assert release == Release(1, "0123456789ab")
    assert store.live() == release
    assert (store.link / "index").read_text("utf-8") == "旧"


def test_a_release_shares_its_files_with_what_was_built(tmp_path, store):
    tree = site(tmp_path, a__b="字")

    draft = store.draft(tree)

    assert (draft / "a" / "b").samefile(tree / "a" / "b")


def test_numbers_go_on_after_a_release_that_was_never_shown(tmp_path, store):
    tree = site(tmp_path, index="1")
    for commit in "abc":
        store.draft(tree)
        store.publish(commit)
    store.show(Release(1, "a"))

    store.draft(tree)

    assert store.publish("d").number == 4


def test_pruning_keeps_the_newest_and_the_live_one(tmp_path, store):
    tree = site(tmp_path, index="1")
    for commit in "abcd":
        store.draft(tree)
        store.publish(commit)
    store.show(Release(1, "a"))

    store.prune(2)

    assert store.releases() == (Release(1, "a"), Release(3, "c"), Release(4, "d"))


def test_a_draft_that_was_left_lying_is_no_release_and_goes(tmp_path, store):
    tree = site(tmp_path, index="1")
    store.draft(tree)
    found = store.releases()

    store.tidy()

    assert found == ()
    assert list((store.root / "releases").iterdir()) == []


def test_the_way_back_is_the_release_before(tmp_path, store):
    tree = site(tmp_path, index="1")
    for commit in "abc":
        store.draft(tree)
        store.publish(commit)

    assert store.before(Release(3, "c")) == Release(2, "b")
    assert store.before(Release(1, "a")) is None


@pytest.mark.parametrize("name", [".draft", "000001", "1-a", "000001-A", "000001-a.json", "x"])
def test_what_is_not_named_like_a_release_is_none(name):
    assert Release.parse(name) is None
    assert Release.parse(str(Release(7, "0a"))) == Release(7, "0a")


def test_a_ledger_stays_with_its_release_and_the_newest_whatever_becomes_of_it(tmp_path, store):
    tree, left = site(tmp_path, index="1"), tmp_path / "ledger.json"
    for commit in "abc":
        left.write_text(commit, encoding="utf-8")
        store.draft(tree)
        store.publish(commit, left)
    store.draft(tree)
    store.publish("d", tmp_path / "none")  # by a program that leaves none

    store.prune(1)

    assert [path.name for path in (store.root / "ledgers").iterdir()] == ["000003-c.json"]
    assert store.newest_ledger().read_text("utf-8") == "c"


def released(store: Store, tree: Path, commits: str) -> None:
    for commit in commits:
        store.draft(tree)
        store.publish(commit)
        store.prune(2)


def test_the_next_release_begins_as_one_that_is_kept_no_longer_and_holds_what_was_built(tmp_path, store):
    tree = site(tmp_path, index="旧", a__b="字", gone__c="去", kept="同")
    released(store, tree, "abc")
    spare = store.root / "spare"
    spared = spare.stat().st_ino
    (tree / "index").unlink()
    shutil.rmtree(tree / "gone")
    site(tmp_path, index="新", new__d="来", gone="换")

    draft = store.draft(tree)

    assert draft.stat().st_ino == spared
    assert not spare.exists()
    assert files(draft) == files(tree)
    assert {path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_dir()} == {"a", "new"}
    assert {path.stat().st_mode & 0o777 for path in draft.rglob("*") if path.is_dir()} == {0o755}


def test_what_visitors_do_not_see_any_more_is_not_in_the_spare(tmp_path, store):
    tree = site(tmp_path, index="旧", gone__c="去", kept="同")
    released(store, tree, "ab")
    (tree / "index").unlink()
    shutil.rmtree(tree / "gone")
    site(tmp_path, index="新")
    released(store, tree, "c")

    spare = store.root / "spare"

    assert [path.name for path in spare.rglob("*")] == ["kept"]
    assert (spare / "kept").samefile(tree / "kept")


def test_a_spare_that_others_have_brought_costs_time_only(tmp_path, store):
    tree, spare = site(tmp_path, index="真", a__b="字"), store.root / "spare"
    (tmp_path / "elsewhere").mkdir()
    spare.mkdir(parents=True)
    (spare / "index").write_text("假", encoding="utf-8")
    (spare / "a").symlink_to(tmp_path / "elsewhere")

    assert files(store.draft(tree)) == files(tree)
    assert list((tmp_path / "elsewhere").iterdir()) == []

    (spare / "index").mkdir(parents=True)
    assert files(store.draft(tree)) == files(tree)

    spare.symlink_to(tmp_path / "elsewhere")
    assert files(store.draft(tree)) == files(tree)
    assert list((tmp_path / "elsewhere").iterdir()) == []
