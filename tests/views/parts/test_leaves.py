import pytest

from samples import activity, catalogue, district, may, venue
from scienceweek.model.schedule import Unfixed
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.district import district_page
from scienceweek.views.pages.organisation import organisation_page
from scienceweek.views.pages.venue import venue_page
from scienceweek.views.parts import leaves
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.leaves import LeafLink

TODAY = Privacy(may(25).first)
HALL = venue()
FACTS = catalogue(
    *(activity(id=f"a{number}", when=may(25), where=HALL) for number in range(8)),
    *(activity(id=f"u{number}", when=Unfixed("时间待定"), where=HALL) for number in range(26)),
)
CAMPAIGN = FACTS.campaigns[0]


def ways(path: str) -> tuple[LeafLink, ...]:
    return (
        LeafLink("2024年5月", f"{path}.2024-05.html", 8),
        LeafLink("日子没有写明的", f"{path}.undated.html", 26),
    )


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaves, "MOST", 33)


def test_a_campaign_and_a_district_with_too_many_activities_show_the_first_of_each_day():
    found = campaign_page(CAMPAIGN, FACTS, TODAY), district_page(district(), FACTS, TODAY)

    for view, path in zip(found, ("campaigns/2024-yubei", "districts/yubei"), strict=True):
        assert view.leaves == ways(path)
        assert (len(view.programme[0].starts), view.programme[0].folded, view.programme[0].rest) == (6, (), 2)
        assert [(len(one.cards), one.more, one.rest, one.further) for one in view.groups] == [
            (24, (), 2, f"{path}.undated.html")
        ]


def test_a_unit_and_a_venue_with_too_many_activities_lead_to_them(monkeypatch: pytest.MonkeyPatch):
    assert venue_page(HALL, FACTS, TODAY).leaves == ways("venues/hall")
    assert venue_page(HALL, FACTS, TODAY).groups == ()
    for one in FACTS.organisations:
        own = FACTS.of_organisation[one.id]
        monkeypatch.setattr(leaves, "MOST", 0)
        view = organisation_page(one, FACTS, "", TODAY)
        assert sum(way.number for way in view.leaves) == len(own)
        assert all(not duty.lines.folded for term in view.terms for duty in term.duties)


def test_what_a_page_holds_has_no_leaves(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaves, "MOST", 34)

    assert campaign_page(CAMPAIGN, FACTS, TODAY).leaves == ()
    assert venue_page(HALL, FACTS, TODAY).leaves == ()


def test_a_list_is_cut_into_pages_of_a_size():
    assert leaves.cut((1, 2, 3, 4, 5), 2) == ((1, 2), (3, 4), (5,))
    assert leaves.cut((), 2) == ()
