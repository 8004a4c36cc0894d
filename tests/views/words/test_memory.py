from scienceweek.views.words import memory
from scienceweek.views.words.memory import remembered


def test_a_value_is_told_once():
    asked = []

    @remembered
    def tell(value):
        asked.append(value)
        return len(value)

    fish = ("fish",)

    assert (tell(fish), tell(fish), asked) == (1, 1, [fish])


def test_equal_values_that_are_not_the_same_are_told_each():
    asked = []

    @remembered
    def tell(value):
        asked.append(value)
        return value

    tell(["fish"])
    tell(["fish"])

    assert asked == [["fish"], ["fish"]]


def test_a_full_memory_begins_anew(monkeypatch):
    monkeypatch.setattr(memory, "most", 2)
    asked = []

    @remembered
    def tell(value):
        asked.append(value)
        return value

    values = [["a"], ["b"], ["c"]]
    for value in (*values, values[0]):
        tell(value)

    assert asked == [["a"], ["b"], ["c"], ["a"]]


def test_what_is_named_is_known_as_well():
    asked = []

    @remembered
    def tell(*things, **named):
        asked.append((things, named))
        return len(asked)

    fish, water, salt = ["fish"], ["water"], ["salt"]

    assert [tell(fish), tell(fish, water=water), tell(fish, water=salt), tell(fish, water), tell()] == [
        1,
        2,
        3,
        2,
        4,
    ]
    assert [tell(fish), tell(fish, water=water), tell(fish, water=salt), tell()] == [1, 2, 3, 4]
