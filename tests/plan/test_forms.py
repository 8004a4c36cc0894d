from datetime import date
from pathlib import Path

import pytest

from samples import activity, base, catalogue, contact, district, may, site
from scienceweek.plan.brief import Brief
from scienceweek.plan.forms import forms
from scienceweek.views.pages.district import district_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(date(2024, 5, 25))
BRIEF = Brief(site(), PRIVACY, (), Path(__file__).parents[2] / "theme")
MUSEUM = base(contacts=(contact(),))


def paths(*things: object) -> list[str]:
    known = catalogue(district(), *things)
    front = district_page(district(), known, PRIVACY)
    return [one.path for one in forms(district(), front, known, BRIEF)]


def test_a_district_with_days_has_a_board_and_a_screen_and_one_with_bases_a_screen():
    assert paths(activity(when=may(25))) == ["districts/yubei.board.html", "districts/yubei.screen.html"]
    assert paths(MUSEUM) == ["districts/yubei.screen.html"]
    assert paths() == []


def test_of_more_activities_than_somebody_would_print_none_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaves, "MOST", 1)

    assert paths(MUSEUM, activity(), activity(id="other")) == ["districts/yubei.screen.html"]
