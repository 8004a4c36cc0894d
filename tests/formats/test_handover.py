import json
from dataclasses import dataclass

from scienceweek.formats.handover import script


@dataclass(frozen=True)
class Pin:
    name: str
    lon: tuple[int | None, ...]


def test_a_value_is_handed_over_under_its_name():
    assert (
        script("pins", Pin("馆", (1, None))).decode() == 'ScienceWeek.pins = {"name":"馆","lon":[1,null]};\n'
    )


def test_no_text_can_end_the_script_element():
    made = script("pins", ["</script>"])
    assert b"<" not in made
    assert json.loads(made.removeprefix(b"ScienceWeek.pins = ").removesuffix(b";\n")) == ["</script>"]
