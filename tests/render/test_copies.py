import pytest

from scienceweek.render import DrawError, Report, Target, build, copy


def test_a_file_goes_into_the_site_as_it_is(tmp_path):
    (tmp_path / "x.png").write_bytes(b"\x89PNG\0")
    output = tmp_path / "output"

    report = build([copy("images/x.png", tmp_path / "x.png")], output, salt=b"")

    assert report == Report(made=("images/x.png",), kept=0, removed=())
    assert (output / "images/x.png").read_bytes() == b"\x89PNG\0"


def test_a_file_that_has_changed_is_copied_again(tmp_path):
    source, output = tmp_path / "x.png", tmp_path / "output"
    made = []
    for content in (b"old", b"old", b"new"):
        source.write_bytes(content)
        made.append(build([copy("x.png", source)], output, salt=b"").made)

    assert made == [("x.png",), (), ("x.png",)]
    assert (output / "x.png").read_bytes() == b"new"


def test_a_file_that_changes_between_plan_and_build_stops_the_build(tmp_path):
    source = tmp_path / "x.png"
    source.write_bytes(b"old")
    planned = copy("x.png", source)
    source.write_bytes(b"new")

    with pytest.raises(DrawError, match="changed while the site was being made"):
        build([planned], tmp_path / "output", salt=b"")


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "x.png").symlink_to(tmp_path / "secret")

    with pytest.raises(OSError, match=r"x\.png"):
        copy("x.png", tmp_path / "x.png")


def test_a_copy_is_a_target(tmp_path):
    (tmp_path / "x.png").touch()

    assert isinstance(copy("x.png", tmp_path / "x.png"), Target)
