import os
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from scienceweek.render import salt


def folder(place: Path, **files: str) -> Path:
    place.mkdir()
    for name, text in files.items():
        (place / name).write_text(text)
    return place


def test_equal_folders_and_libraries_give_equal_salt_wherever_they_lie(tmp_path):
    one, other = (folder(tmp_path / name, a="x", b="y") for name in ("one", "other"))

    assert salt(one, libraries=["jinja2", "nh3"]) == salt(other, libraries=["nh3", "jinja2"])


def test_another_text_name_folder_or_library_gives_another_salt(tmp_path):
    folders = [
        folder(tmp_path / "1", a="x", b="y"),
        folder(tmp_path / "2", a="x", b="z"),
        folder(tmp_path / "3", a="x", c="y"),
        folder(tmp_path / "4", a="xb", b="y"),
        folder(tmp_path / "5", a="x"),
    ]
    salts = {salt(place, libraries=[]) for place in folders}
    salts |= {salt(folders[0], libraries=["jinja2"]), salt(folders[0], folders[4], libraries=[])}

    assert len(salts) == 7


def test_what_python_leaves_beside_the_code_does_not_count(tmp_path):
    code = folder(tmp_path / "code", a="x")
    before = salt(code, libraries=[])
    folder(code / "__pycache__", a="x")

    assert salt(code, libraries=[]) == before


def test_a_library_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(PackageNotFoundError):
        salt(tmp_path, libraries=["no-such-library-anywhere"])


def test_a_link_is_not_what_it_leads_to_and_a_pipe_is_not_waited_for(tmp_path):
    one, other, third = (folder(tmp_path / name, a="x") for name in ("one", "other", "third"))
    (other / "a").rename(tmp_path / "a")
    (other / "a").symlink_to(tmp_path / "a")
    (third / "a").unlink()
    os.mkfifo(third / "a")

    assert len({salt(place, libraries=[]) for place in (one, other, third)}) == 3
