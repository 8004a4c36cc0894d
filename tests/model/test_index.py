import pytest

from scienceweek.model.index import Index, index


def test_what_belongs_to_a_key_is_in_the_order_of_the_things():
    assert index(["fish", "fowl", "bird", "frog"], lambda word: word[0]) == {
        "f": ("fish", "fowl", "frog"),
        "b": ("bird",),
    }


def test_a_thing_is_once_under_each_of_its_keys():
    assert index(["noon"], lambda word: word) == {"n": ("noon",), "o": ("noon",)}


def test_a_key_that_nobody_knows_has_nothing_and_does_not_become_known():
    found = Index([("a", 1)])

    assert (found["b"], found.get("b"), "b" in found, list(found), len(found)) == ((), (), False, ["a"], 1)


def test_an_index_cannot_be_written_into():
    with pytest.raises(TypeError):
        Index([("a", 1)])["a"] = ()  # type: ignore[index]
