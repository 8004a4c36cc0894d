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
