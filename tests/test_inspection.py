import os
import pickle
import subprocess
from hashlib import blake2b
from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, grow

from scienceweek.inspection import inspect
from scienceweek.source import shelves, tree
from scienceweek.source.problems import SourceError

BRACKETS = {"content/activities/fish.md": "好。\n\n" + "[" * 20_000}


def complaints(root: Path) -> list[str]:
    """The lines that are complained of, each once."""
    with pytest.raises(SourceError) as caught:
        inspect(root / "data", root / "content")
    return list(dict.fromkeys(f"{problem.file}:{problem.line}" for problem in caught.value.problems))


def test_what_is_right_may_be_published(tmp_path: Path):
    root = grow(tmp_path)

    found = inspect(root / "data", root / "content")

    assert ([one.id for one in found.catalogue.activities], found.boundaries, found.warnings) == (
        ["fish"],
        (),
        (),
    )


def test_a_mistake_in_prose_is_told_with_its_line(tmp_path: Path):
    assert complaints(grow(tmp_path, BRACKETS)) == ["content/activities/fish.md:3"]


def test_mistakes_in_facts_and_in_prose_are_told_at_once(tmp_path: Path):
    facts = grow(tmp_path).joinpath(ACTIVITIES).read_text("utf-8").replace("5.25-27", "5月32日")

    assert complaints(grow(tmp_path, BRACKETS | {ACTIVITIES: facts})) == [
        "content/activities/fish.md:3",
        f"{ACTIVITIES}:6",
    ]


def test_what_was_found_good_is_kept_until_something_changes(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    first = inspect(root / "data", root / "content", kept)
    stamp = kept.stat().st_mtime_ns

    assert inspect(root / "data", root / "content", kept) == first
    assert kept.stat().st_mtime_ns == stamp

    facts = root.joinpath(ACTIVITIES)
    facts.write_text(facts.read_text("utf-8").replace("5.25-27", "5月26日"), "utf-8")
    assert inspect(root / "data", root / "content", kept) == inspect(root / "data", root / "content")


def test_a_link_in_the_place_of_a_file_is_refused_although_it_leads_to_the_same(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    inspect(root / "data", root / "content", kept)
    facts = root.joinpath(ACTIVITIES)
    facts.rename(tmp_path / "elsewhere.yaml")
    facts.symlink_to(tmp_path / "elsewhere.yaml")

    with pytest.raises(SourceError):
        inspect(root / "data", root / "content", kept)


def test_what_was_read_before_knows_its_lines_still(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / "kept"
    inspect(root / "data", root / "content", kept)
    bases = root.joinpath(BASES)
    bases.write_text(
        bases.read_text("utf-8").replace("id: meteorology-museum", "id: meteorology-museums"), "utf-8"
    )

    with pytest.raises(SourceError) as recalled:
        inspect(root / "data", root / "content", kept)
    with pytest.raises(SourceError) as read:
        inspect(root / "data", root / "content")
    assert recalled.value.problems == read.value.problems
    assert ACTIVITIES in {problem.file for problem in read.value.problems}


def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root, kept = grow(tmp_path), tmp_path / "kept"
    parsed: list[str] = []
    monkeypatch.setattr(shelves, "tree", lambda file, *more: parsed.append(file) or tree.read(file, *more))
    inspect(root / "data", root / "content", kept)
    assert BASES in parsed
    parsed.clear()
    facts = root.joinpath(ACTIVITIES)
    facts.write_text(facts.read_text("utf-8").replace("5.25-27", "5月26日"), "utf-8")

    inspect(root / "data", root / "content", kept)

    assert parsed == [ACTIVITIES]


def test_a_file_with_a_mistake_is_read_each_time(tmp_path: Path):
    root, kept = grow(tmp_path, BRACKETS | {"data/venues.yaml": "venues: ["}), tmp_path / "kept"

    told = []
    for _ in range(2):
        with pytest.raises(SourceError) as caught:
            inspect(root / "data", root / "content", kept)
        told.append(caught.value.problems)

    assert told[0] == told[1]
    assert {"data/venues.yaml", "content/activities/fish.md"} <= {problem.file for problem in told[1]}


class Payload:
    """What runs a command when it is unpacked."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


def test_what_somebody_else_has_kept_runs_nothing(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / ".cache/kept"
    kept.parent.mkdir()
    content = pickle.dumps(Payload(tmp_path / "mark"))
    identity = blake2b(b"", digest_size=16).digest() + blake2b(content, digest_size=16).digest()
    for name in ("kept", "kept-files"):
        kept.with_name(name).write_bytes(identity + content)

    inspect(root / "data", root / "content", kept)

    assert not (tmp_path / "mark").exists()


def test_a_cache_that_git_brings_is_refused(tmp_path: Path):
    root, kept = grow(tmp_path), tmp_path / ".cache/kept"
    inspect(root / "data", root / "content", kept)
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "add", "-f", ".cache"], check=True)

    with pytest.raises(SourceError) as caught:
        inspect(root / "data", root / "content", kept)

    assert str(caught.value) == (
        ".cache:1:1: 缓存不能放进 git，别人带来的缓存不可信。请运行 git rm -r --cached .cache，再提交。"
    )
