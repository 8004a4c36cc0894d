import json

from scienceweek.formats.rows import script


def test_each_word_is_there_once_and_empty_cells_at_the_end_are_not():
    rows = [("base", "气象馆", "", ""), ("base", "科技馆", "", "渝北区")]

    assert (
        script(("kind", "title", "sub", "area"), rows, {"气象馆": "qi xiang guan"}, ("assets/rows/a.js",))
        == (
            'ScienceWeek.rows({"fields":["kind","title","sub","area"],'
            '"words":["","base","气象馆","科技馆","渝北区"],"readings":["","","qi xiang guan","",""],'
            '"rows":[[1,2],[1,3,0,4]],"others":["assets/rows/a.js"]});\n'
        ).encode()
    )


def test_hostile_words_stay_words():
    words = ("</script>", '"\\', "__proto__", "a\u2028b", "${1}")
    made = script(("a", "b", "c", "d", "e"), [words], {}).decode()

    assert "\u2028" not in made
    assert json.loads(made.removeprefix("ScienceWeek.rows(").removesuffix(");\n"))["words"] == ["", *words]
