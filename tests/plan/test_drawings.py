"""What a draw of two rooms shows: a poster and its code."""

from pathlib import Path

import samples
from scienceweek.formats import qr
from scienceweek.plan.drawings import Poster, base_names, finder_rows
from scienceweek.render import Page
from scienceweek.views.finding.finder_row import FinderRow
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.parts.contacts import Privacy

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


def poster(url: str) -> str:
    fish = samples.activity(id="fish")
    view = activity_page(fish, samples.catalogue(fish), Privacy(samples.FIRST))
    return Poster(Page(str(TEMPLATES), "activity.html"))(samples.site(url=url), view, "../").decode()


def test_a_poster_bears_the_code_of_its_own_address():
    path, _ = qr.code("https://kepu.example/activities/fish.html")

    assert path in poster("https://kepu.example")


def test_a_site_that_does_not_know_its_address_has_no_code():
    assert "qr-code" not in poster("")


def test_the_names_of_bases_have_every_reading():
    made = base_names(1500, (("zengjiayan", "曾家岩", "渝中区"),)).decode()

    assert made == (
        'ScienceWeek.baseNames(1500,[["zengjiayan","曾家岩",'
        '"曾家岩 渝中区 cengjiayan cjy cengjieyan cengguyan zengjiayan zengjieyan zengguyan cgy zjy zgy"]]);\n'
    )


def test_the_rows_of_the_finder_come_with_all_readings_of_their_characters():
    made = finder_rows((FinderRow("base", "bases/x.html", "曾岩"),), ()).decode()

    assert '"readings":["","","","ceng yan"]' in made
    assert made.endswith('"sounds":{"曾":"ceng zeng"}});\n')
