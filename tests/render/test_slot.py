from pathlib import Path

import pytest

from scienceweek.render.slot import Slot, SlotError


def test_a_site_lives_in_a_folder_and_its_builds_beside_it(tmp_path):
    slot = Slot.at(tmp_path / "output")

    assert (slot.output, slot.folder) == (tmp_path / "output", tmp_path / ".output.build")


def test_a_path_from_here_is_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert Slot.at(tmp_path.relative_to(tmp_path) / "output").output == tmp_path / "output"


def test_a_link_or_a_file_is_no_place_for_a_site(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "folder")

    for name, told in (("file", "file 是一个文件"), ("link", "link 是一个链接")):
        with pytest.raises(SlotError, match=told):
            Slot.at(tmp_path / name)


def test_the_folder_of_builds_is_no_link_either_and_belongs_to_this_account_alone(tmp_path):
    builds = tmp_path / ".output.build"
    (tmp_path / "folder").mkdir()
    builds.symlink_to(tmp_path / "folder")
    with pytest.raises(SlotError, match="是一个链接"):
        Slot.at(tmp_path / "output")
    builds.unlink()
    builds.mkdir(mode=0o777)
    builds.chmod(0o777)
    with pytest.raises(SlotError, match="别人也能写"):
        Slot.at(tmp_path / "output")
    builds.chmod(0o700)

    assert Slot.at(tmp_path / "output").folder == builds


def test_another_disk_is_not_replaced():
    with pytest.raises(SlotError, match="是另一块磁盘（挂载点）"):
        Slot.at(Path("/dev/shm"))  # noqa: S108 - nothing is written there


def test_a_folder_that_holds_more_than_a_site_is_not_replaced(tmp_path, monkeypatch):
    (tmp_path / "here/deep").mkdir(parents=True)
    (tmp_path / "checkout/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here/deep")

    for place in (
        tmp_path / "here/deep",
        tmp_path / "here",
        tmp_path / "checkout",
        tmp_path / "here/../here",
        Path("/"),
    ):
        with pytest.raises(SlotError, match="请给 OUTPUT_PATH 写一个专用的文件夹"):
            Slot.at(place)


def test_a_site_that_was_set_aside_comes_back_and_what_is_left_over_goes(tmp_path):
    slot = Slot.at(tmp_path / "output")
    slot.aside.mkdir(parents=True)
    slot.fresh.mkdir()
    for place in (slot.aside, slot.fresh):
        (place / "index.html").write_text(place.name)
    (slot.folder / "1.manifest").touch()
    (slot.folder / "lock").touch()

    assert slot.tidy()

    assert (slot.output / "index.html").read_text() == "aside"
    assert [path.name for path in slot.folder.iterdir()] == ["lock"]
    assert not slot.tidy()
