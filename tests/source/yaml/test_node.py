from copy import copy

from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.yaml.node import Node, Packed
from scienceweek.source.yaml.tree import read


def node(text: str) -> Node:
    found = read("x.yaml", text, Problems())
    assert found
    return found


def test_a_packed_node_is_the_same_node():
    plain = node("id: hall\naliases: [甲, 乙]")
    packed = Packed.of(plain)

    assert (packed.line, packed.column, packed.value) == (1, 1, {"id": "hall", "aliases": ["甲", "乙"]})
    second = packed.at("aliases", 1)
    assert (second.line, second.column, second.value) == (2, 14, "乙")
    assert packed.key("aliases") == plain.key("aliases") == (2, 1)


def test_a_packed_node_can_be_kept_before_and_after_it_was_asked():
    packed = Packed.of(node("id: hall"))
    before = copy(packed)
    assert packed.value == {"id": "hall"}
    after = copy(Packed.of(packed))

    assert before.value == after.value == {"id": "hall"}
