from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.node import Node
from scienceweek.source.yaml.tree import read


def node(text: str) -> Node:
    found = read("x.yaml", text, Problems())
    assert found
    return found


def test_a_value_and_its_key_are_where_they_are_written():
    found = node("id: hall\naliases: [甲, 乙]")

    second = found.at("aliases", 1)
    assert (second.line, second.column, second.value) == (2, 14, "乙")
    assert found.key("aliases") == (2, 1)


def test_where_there_is_nothing_the_nearest_around_it_is_meant():
    assert node("id: hall").at("aliases", 1).line == 1


def test_all_keys_are_known_with_their_places_those_of_a_list_are_none():
    problems = Problems()
    found = read("x.yaml", "name: 渝北\naliases: [a, b]\nempty:\n", problems)

    assert found
    assert found.marks == {"name": (1, 1), "aliases": (2, 1), "empty": (3, 1)}
    assert found.at("aliases").marks == {}
    assert found.key("nowhere") == (1, 1)
    # Words and keys come again and again.
    assert found.at("aliases", 0).value is read("y.yaml", "- a\n", problems).at(0).value
