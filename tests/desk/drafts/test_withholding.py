"""What awaits a person is not published, nor what cannot stand without it."""

from dataclasses import replace

from samples import activity, base, campaign, catalogue, opening, organisation, part, venue
from scienceweek.desk.drafts.withholding import without
from scienceweek.model.alert import Alert
from scienceweek.model.organisation import Role

CITY = campaign(id="2024-chongqing")
WEEK = campaign(parent=CITY)
MUSEUM = base(id="museum", campaign=WEEK, openings=(opening(campaign=WEEK),))
SQUARE = venue(id="square")
BUREAU = organisation(id="bureau")
TALK = activity(id="talk", campaign=WEEK, base=MUSEUM)
FAIR = activity(id="fair", campaign=WEEK, where=SQUARE)
STALL = activity(id="stall", campaign=WEEK, part_of="fair")
WALK = activity(id="walk", campaign=WEEK, organisers=(part(Role.HOST, BUREAU),))
ALL = replace(
    catalogue(CITY, WEEK, MUSEUM, SQUARE, BUREAU, TALK, FAIR, STALL, WALK),
    alerts=(Alert("闭馆", scope=MUSEUM), Alert("下雨")),
)


def test_what_is_not_held_is_all_there():
    assert without(ALL, ()) == (ALL, ())


def test_with_a_base_or_a_venue_what_is_there_stays_away_and_with_a_whole_its_parts():
    kept, gone = without(ALL, ["museum"])
    assert gone == ("museum", "talk")
    assert [one.text for one in kept.alerts] == ["下雨"]
    assert without(ALL, ["square"])[1] == ("square", "fair", "stall")
    assert without(ALL, ["fair"])[1] == ("fair", "stall")


def test_of_a_campaign_that_waits_nothing_is_told():
    kept, gone = without(ALL, [WEEK.id])
    assert gone == (WEEK.id, "talk", "fair", "stall", "walk")
    assert [(one.campaign, one.openings) for one in kept.bases] == [(None, ())]
    kept, gone = without(ALL, [CITY.id])
    assert gone == (CITY.id,)
    assert [one.parent for one in kept.campaigns] == [None]


def test_an_organisation_that_waits_is_only_words():
    kept, gone = without(ALL, ["bureau"])
    assert gone == ("bureau",)
    assert [
        party.organisation for one in kept.activities for part in one.organisers for party in part.parties
    ] == [None]
