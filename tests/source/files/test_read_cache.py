import pytest

from scienceweek.source.files.read_cache import Memory, Shared, recalled


def refused() -> str:
    raise ValueError("wrong")


def test_what_was_made_of_the_same_is_not_made_again(tmp_path):
    place = tmp_path / "folder" / "kept"

    assert recalled(place, b"facts", lambda: ("渝北", 1)) == ("渝北", 1)
    assert recalled(place, b"facts", refused) == ("渝北", 1)


def test_nobody_else_may_read_it(tmp_path):
    recalled(tmp_path / "kept", b"facts", lambda: "facts")

    assert oct((tmp_path / "kept").stat().st_mode) == "0o100600"


def test_something_else_is_made_anew_and_takes_its_place(tmp_path):
    place = tmp_path / "kept"
    recalled(place, b"facts", lambda: "old")

    assert recalled(place, b"other facts", lambda: "new") == "new"
    assert recalled(place, b"other facts", refused) == "new"


def test_what_is_wrong_is_told_each_time(tmp_path):
    for _ in range(2):
        with pytest.raises(ValueError, match="wrong"):
            recalled(tmp_path / "kept", b"facts", refused)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage", [lambda kept: kept[:-1], lambda kept: b"", lambda kept: kept[:40] + b"x" + kept[41:]]
)
def test_a_damaged_file_only_costs_time(tmp_path, damage):
    place = tmp_path / "kept"
    recalled(place, b"facts", lambda: ("渝北", 1))
    place.write_bytes(damage(place.read_bytes()))

    assert recalled(place, b"facts", lambda: "made anew") == "made anew"


def test_where_nothing_can_be_kept_it_is_made_each_time(tmp_path):
    (tmp_path / "kept").mkdir()

    assert recalled(tmp_path / "kept", b"facts", lambda: "one") == "one"
    assert recalled(tmp_path / "kept", b"facts", lambda: "other") == "other"


def learned(place, *things, identity=b"code"):
    memory = Memory(place, identity)
    for thing in things:
        memory.recall(*thing)
        memory.learn(f"found in {thing[-1]}", *thing)
    memory.keep()


def test_what_was_learned_of_a_thing_is_recalled_for_that_thing_only(tmp_path):
    learned(tmp_path / "kept", ("sheet", "one"), ("sheet", "other"))
    memory = Memory(tmp_path / "kept", b"code")

    assert memory.recall("sheet", "one") == "found in one"
    assert memory.recall("prose", "one") is None
    assert memory.recall("sheet", "on", "e") is None


def test_what_nobody_asks_for_is_forgotten(tmp_path):
    learned(tmp_path / "kept", ("one",), ("other",))
    memory = Memory(tmp_path / "kept", b"code")
    memory.recall("one")
    memory.keep()

    again = Memory(tmp_path / "kept", b"code")
    assert (again.recall("one"), again.recall("other")) == ("found in one", None)


def test_what_was_learned_of_a_thing_takes_the_place_of_what_was_known(tmp_path):
    for found in (1, 2):
        memory = Memory(tmp_path / "kept", b"")
        assert memory.recall("a") == (None if found == 1 else 1)
        memory.learn(found, "a")
        memory.keep()

    assert Memory(tmp_path / "kept", b"").recall("a") == 2


def test_with_nothing_new_the_file_stays_as_it_is(tmp_path):
    place = tmp_path / "kept"
    learned(place, ("one",))
    stamp = place.stat().st_mtime_ns
    memory = Memory(place, b"code")
    memory.recall("one")
    memory.keep()

    assert place.stat().st_mtime_ns == stamp


def test_other_code_may_find_something_else(tmp_path):
    learned(tmp_path / "kept", ("one",))

    assert Memory(tmp_path / "kept", b"other code").recall("one") is None


def test_without_a_place_everything_is_forgotten():
    memory = Memory()
    memory.learn("found", "one")
    memory.keep()

    assert memory.recall("one") is None


def test_what_an_edit_adds_is_put_beside_what_was_there(tmp_path):
    place, many = tmp_path / "kept", [("thing", str(number)) for number in range(100)]
    learned(place, *many)
    before = place.read_bytes()
    learned(place, *many[1:], ("thing", "new"))

    assert place.read_bytes() == before
    again = Memory(place, b"code")
    assert again.recall("thing", "new") == "found in new"
    learned(place, *many[50:])
    assert place.read_bytes() != before
    again = Memory(place, b"code")
    assert [again.knows(*thing) for thing in (many[1], many[99], ("thing", "new"))] == [False, True, False]


def test_whoever_could_not_ask_for_everything_keeps_everything(tmp_path):
    learned(tmp_path / "kept", ("one",), ("other",))
    memory = Memory(tmp_path / "kept", b"code")
    memory.learn("found", "third")
    memory.keep(everything=True)

    again = Memory(tmp_path / "kept", b"code")
    assert [again.knows(thing) for thing in ("one", "other", "third")] == [True, True, True]


def test_what_many_share_is_named_and_not_kept_with_each(tmp_path):
    base = ("气象馆",)
    memory = Memory(tmp_path / "kept")
    memory.learn([base, base], "files", shared=Shared({"base": base}))
    memory.keep()

    other = ("另一处",)
    found = Memory(tmp_path / "kept").recall("files", shared=Shared({"base": other}))
    assert found == [other, other]
    assert found[0] is other


def test_whoever_keeps_twice_loses_nothing(tmp_path):
    memory = Memory(tmp_path / "kept", b"code")
    for number in range(40):
        memory.learn(number, "thing", str(number))
        memory.keep()

    again = Memory(tmp_path / "kept", b"code")
    assert [again.recall("thing", str(number)) for number in range(40)] == list(range(40))
