from scienceweek.source.mistakes.problems import Problems
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.term import TermRecord
from scienceweek.source.resolution.register import Register
from scienceweek.source.yaml.node import Node

ENTRY = RecordEntry("x.yaml", Node(3, 7, "museum"), TermRecord(id="x", name="x"))


def told(id: str | None, *, missed: tuple[str, ...] = (), complete: bool = True, home: str = "") -> list[str]:
    problems = Problems()
    register: Register[str] = Register("基地", problems, home)
    register.miss(missed, complete=complete)
    register.add("museum", "馆", "科技馆")
    assert register.find(id, ENTRY) == ("馆" if id in ("museum", "科技馆") else None)
    return [str(problem) for problem in problems.all]


def test_an_id_leads_to_its_thing():
    assert told("museum") == []


def test_no_id_leads_to_nothing():
    assert told(None) == []


def test_an_unknown_id_is_told_with_the_nearest():
    assert told("musuem") == ["x.yaml:3:7: 没有编号为“musuem”的基地。是不是“museum”？"]
    assert told("farm") == ["x.yaml:3:7: 没有编号为“farm”的基地。"]


def test_an_unknown_id_with_nothing_near_is_told_where_it_belongs():
    assert told("farm", home="data/bases") == [
        "x.yaml:3:7: 没有编号为“farm”的基地。要先在 data/bases 里写上它，或者改写别的编号。"
    ]


def test_several_in_one_are_parted():
    assert told("museum，farm") == [
        "x.yaml:3:7: 没有编号为“museum，farm”的基地。有几个就分开写，用半角逗号加一个空格：[museum, farm]。"
    ]


def test_quotation_marks_are_no_part_of_an_id():
    assert told("“museum”") == ["x.yaml:3:7: 没有编号为「“museum”」的基地。请去掉引号，写“museum”。"]


def test_a_name_in_place_of_an_id_is_answered_with_the_id():
    assert told("科技馆") == ["x.yaml:3:7: 没有编号为“科技馆”的基地。“科技馆”的编号是“museum”，请写编号。"]


def test_what_could_not_be_read_is_known():
    assert told("farm", missed=("farm",)) == []


def test_where_a_whole_file_could_not_be_read_nothing_is_unknown():
    assert told("farm", complete=False) == []


def test_a_word_is_called_by_its_name_as_well():
    problems = Problems()
    register: Register[str] = Register("基地类型", problems, words=True)
    register.add("venue", "馆", "场馆类")

    assert (register.find("场馆类", ENTRY), problems.all) == ("馆", ())
