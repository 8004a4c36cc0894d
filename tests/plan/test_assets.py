"""What pages load, and the edition that their addresses show."""

from scienceweek.plan.assets import edition
from scienceweek.render import join


def test_the_edition_is_another_one_as_soon_as_a_file_holds_something_else(tmp_path):
    sheet = tmp_path / "a.css"
    sheet.write_text("a { }")
    first = edition([join("assets/site.css", [sheet])])

    same = edition([join("assets/site.css", [sheet])])
    further = edition([join("assets/site.css", [sheet]), join("assets/b.css", [sheet])])
    sheet.write_text("b { }")

    assert (len(first), same) == (8, first)
    assert len({first, further, edition([join("assets/site.css", [sheet])])}) == 3


def test_where_the_style_lies_on_the_machine_makes_no_other_edition(tmp_path):
    sheets = [tmp_path / folder / "a.css" for folder in ("one", "two")]
    for sheet in sheets:
        sheet.parent.mkdir()
        sheet.write_text("a { }")

    assert len({edition([join("assets/site.css", [sheet])]) for sheet in sheets}) == 1
