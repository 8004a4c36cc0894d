from scienceweek.source.node import Node
from scienceweek.source.problems import Problems
from scienceweek.source.reading import Entry
from scienceweek.source.records.term import TermRecord
from scienceweek.source.references import Register

ENTRY = Entry("x.yaml", Node(3, 7, "museum"), TermRecord(id="x", name="x"))


def told(id: str | None, *, missed: tuple[str, ...] = (), complete: bool = True) -> list[str]:
    problems = Problems()
    register: Register[str] = Register("基地", problems)
    register.miss(missed, complete=complete)
    register.add("museum", "馆", "科技馆")
    assert register.find(id, ENTRY) == ("馆" if id == "museum" else None)
    return [str(problem) for problem in problems.all]


def test_an_id_leads_to_its_thing():
    assert told("museum") == []


def test_no_id_leads_to_nothing():
    assert told(None) == []


def test_an_unknown_id_is_told_with_the_nearest():
    assert told("musuem") == ["x.yaml:3:7: 没有编号为“musuem”的基地。是不是“museum”？"]
    assert told("farm") == ["x.yaml:3:7: 没有编号为“farm”的基地。"]


def test_a_name_in_place_of_an_id_is_answered_with_the_id():
    assert told("科技馆") == ["x.yaml:3:7: 没有编号为“科技馆”的基地。“科技馆”的编号是“museum”，请写编号。"]


def test_what_could_not_be_read_is_known():
    assert told("farm", missed=("farm",)) == []


def test_where_a_whole_file_could_not_be_read_nothing_is_unknown():
    assert told("farm", complete=False) == []
