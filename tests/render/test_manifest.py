import os
from pathlib import Path

import pytest

from scienceweek.render import tree
from scienceweek.render.manifest import Manifest, ManifestEntry, Named, path_of


def entry(content: bytes = b"abc", **changes: object) -> ManifestEntry:
    return ManifestEntry("fingerprint", tree.digest(content), len(content), 5)._replace(**changes)


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site").mkdir()
    return str(tmp_path / "site")


def test_what_is_saved_is_read_for_its_own_tree(tmp_path, site):
    chapters = {"one": Named("f", ("b",), {"of_town": ("'渝北'",)}), "two": Named("f", (), {})}
    manifest = Manifest({"a/页.html": entry(), "b": entry(b"")}, chapters, "gate")
    manifest.save(site, tmp_path)

    assert Manifest.of(site, tmp_path) == manifest


def test_it_is_read_when_the_tree_has_been_renamed(tmp_path, site):
    Manifest({"b": entry()}).save(site, tmp_path)
    Path(site).rename(tmp_path / "renamed")

    assert Manifest.of(str(tmp_path / "renamed"), tmp_path) == Manifest({"b": entry()})


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"tree": [0, 0], "files": {}}', "[" * 100_000, "\ud800"]
)
def test_a_manifest_that_is_damaged_or_of_another_tree_is_empty(tmp_path, site, text):
    path_of(site, tmp_path).write_bytes(text.encode(errors="surrogatepass"))

    assert Manifest.of(site, tmp_path) == Manifest({})


@pytest.mark.parametrize(
    "files", ["[]", '{"x": 1}', '{"x": ["a", "b", "c", 1]}', '{"x": ["a", "b"]}', "null"]
)
def test_a_manifest_whose_entries_make_no_sense_is_empty(tmp_path, site, files):
    Manifest({}).save(site, tmp_path)
    path = path_of(site, tmp_path)
    path.write_text(path.read_text().replace('"files":{}', f'"files":{files}'))

    assert Manifest.of(site, tmp_path) == Manifest({})


def test_a_tree_that_is_not_there_has_an_empty_manifest(tmp_path):
    assert Manifest.of(str(tmp_path / "none"), tmp_path) == Manifest({})


@pytest.mark.parametrize(
    ("content", "changed", "intact"),
    [
        (b"abc", 5, {"x": entry()}),
        (b"abc", 6, {"x": entry(changed=6)}),
        (b"abd", 6, {}),
        (b"abcd", 5, {}),
    ],
)
def test_a_file_is_intact_if_it_looks_the_same_or_holds_the_same(tmp_path, site, content, changed, intact):
    path = f"{site}/x"
    tree.write(path, content)
    os.utime(path, ns=(changed, changed))

    assert Manifest({"x": entry(), "gone": entry()}).intact(site, tree.survey(site)[0]) == intact


def test_a_link_is_never_intact(tmp_path, site):
    Path(site, "x").symlink_to("elsewhere")

    assert Manifest({"x": entry()}).intact(site, tree.survey(site)[0]) == {}
