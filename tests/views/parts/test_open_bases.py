from datetime import date

from samples import base, catalogue, contact, may, opening
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.open_bases import open_bases

DAY = date(2024, 5, 25)


def test_open_bases_come_before_those_that_one_can_ask_and_the_others_are_counted():
    bases = (
        base(id="asked", contacts=(contact("023-60000001"),)),
        base(id="open", openings=(opening(may(25)),)),
        base(id="silent"),
    )
    made = open_bases(DAY, "5月25日 周六", catalogue(*bases), Privacy(DAY))

    assert (made.open, made.closed, made.unknown) == (1, 0, 2)
    assert [row.path for row in made.rows] == ["bases/open.html", "bases/asked.html"]
