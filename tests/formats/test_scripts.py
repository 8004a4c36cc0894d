import json
from dataclasses import dataclass

from scienceweek.formats.scripts import call_script, rows_script, value_script


@dataclass(frozen=True)
class Pin:
    name: str
    lon: tuple[int | None, ...]


def test_a_value_is_handed_over_under_its_name():
    assert (
        value_script("pins", Pin("馆", (1, None))).decode()
        == 'ScienceWeek.pins = {"name":"馆","lon":[1,null]};\n'
    )


def test_values_are_handed_over_in_a_call():
    assert call_script("pinned", 3, ["<馆>"]).decode() == 'ScienceWeek.pinned(3,["\\u003c馆>"]);\n'


def test_no_text_can_end_the_script_element():
    made = value_script("pins", ["</script>"])
    assert b"<" not in made
    assert json.loads(made.removeprefix(b"ScienceWeek.pins = ").removesuffix(b";\n")) == ["</script>"]


def test_each_word_is_there_once_and_empty_cells_at_the_end_are_not():
    rows = [("base", "气象馆", "", ""), ("base", "科技馆", "", "渝北区")]

    assert (
        rows_script(
            ("kind", "title", "sub", "area"), rows, {"气象馆": "qi xiang guan"}, ("assets/rows/a.js",)
        )
        == (
            'ScienceWeek.rows({"fields":["kind","title","sub","area"],'
            '"words":["","base","气象馆","科技馆","渝北区"],"readings":["","","qi xiang guan","",""],'
            '"rows":[[1,2],[1,3,0,4]],"others":["assets/rows/a.js"]});\n'
        ).encode()
    )


def test_hostile_words_stay_words():
    words = ("</script>", '"\\', "__proto__", "a\u2028b", "${1}")
    made = rows_script(("a", "b", "c", "d", "e"), [words], {}).decode()

    assert "\u2028" not in made
    assert json.loads(made.removeprefix("ScienceWeek.rows(").removesuffix(");\n"))["words"] == ["", *words]
