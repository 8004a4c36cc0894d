import re
from datetime import date
from pathlib import Path

import icalendar
import pytest

from samples import WINDOW, activity, base, campaign, catalogue, district, may, site, venue
from scienceweek.model.schedule import DuringCampaign, Month, Months
from scienceweek.plan import events
from scienceweek.plan.brief import Brief
from scienceweek.plan.revisions import revised
from scienceweek.views.parts.contacts import Privacy

BRIEF = Brief(site(uid_domain="kepu.example"), Privacy(WINDOW.first), (), Path("theme"))
YUBEI, WEEK = district(), campaign()
FISH = activity(id="fish", when=may(25), where=venue())
WHOLE = activity(id="whole", when=DuringCampaign(WINDOW))
MONTH = activity(id="month", when=Months(Month(2024, 5), Month(2024, 5)))


def uids(targets) -> dict[str, list[str]]:
    """The occasions in each file."""
    return {target.path: [one.uid.partition("@")[0] for one in target.data[1]] for target in targets}


def test_the_calendar_of_a_campaign_has_what_goes_on_during_all_of_it():
    facts = catalogue(FISH, WHOLE, MONTH)

    assert uids(events.of_campaign(WEEK, facts, BRIEF)) == {"campaigns/2024-yubei.ics": ["fish", "whole"]}


def test_the_calendar_of_a_district_has_what_others_hold_there():
    qijiang = district(id="qijiang", name="綦江区")
    guest = activity(id="guest", district=qijiang, where=base(), when=may(26))
    facts = catalogue(base(), FISH, WHOLE, guest)

    assert uids(events.of_district(YUBEI, facts, BRIEF)) == {"districts/yubei.ics": ["fish", "guest"]}


def test_where_nothing_falls_on_a_day_there_is_no_calendar():
    facts = catalogue(WHOLE, MONTH)

    assert list(events.of_district(YUBEI, facts, BRIEF)) == []
    assert list(events.of_activity(MONTH, BRIEF)) == []


def test_an_activity_keeps_its_uid_in_every_calendar():
    (own,) = events.of_activity(FISH, BRIEF)
    (shared,) = events.of_campaign(WEEK, catalogue(FISH), BRIEF)

    assert own.data[1] == shared.data[1]
    assert own.data[1][0].start == date(2024, 5, 25)


@pytest.mark.parametrize("facts", ["made_up", "own"])
def test_every_calendar_can_be_read_and_a_uid_is_one_thing_in_all(facts: str, request: pytest.FixtureRequest):
    known, _ = revised(request.getfixturevalue(facts), None)
    targets = [target for one in known.activities for target in events.of_activity(one, BRIEF)]
    targets += [target for one in known.campaigns for target in events.of_campaign(one, known, BRIEF)]
    targets += [target for one in known.districts for target in events.of_district(one, known, BRIEF)]
    names: dict[str, str] = {}
    for target in targets:
        content = target.draw(*target.data)
        found = icalendar.Calendar.from_ical(content).walk("VEVENT")
        assert len({event["UID"] for event in found}) == len(found) > 0
        assert re.search(rb"\r(?!\n)|(?<!\r)\n|[^\r\n]{76}", content) is None
        for event in found:
            said = f"{event['SUMMARY']} {event['DTSTART'].dt}"
            assert names.setdefault(event["UID"], said) == said
