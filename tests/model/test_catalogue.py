from datetime import date

from samples import activity, base, campaign, catalogue, district, may, opening, organisation, part, venue
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.organisation import Role
from scienceweek.model.schedule import Days
from scienceweek.model.term import Term, Terms

QIJIANG = district(id="qijiang", name="綦江区", short="綦江", code="500110")
LAST_YEAR = Days(date(2023, 5, 20), date(2023, 5, 27))


def test_an_activity_counts_for_the_base_it_belongs_to_and_for_the_one_it_is_at():
    museum, farm = base(id="museum"), base(id="farm")
    visit = activity(id="visit", base=museum, where=farm)
    talk = activity(id="talk", base=farm, where=farm)

    found = catalogue(visit, talk)

    assert found.of_base == {"museum": (visit,), "farm": (visit, talk)}


def test_an_activity_counts_for_its_venue_its_campaign_its_district_and_its_topics():
    hall = venue(id="hall")
    show = activity(id="show", where=hall, topics=(Term("space", "航天"),))

    found = catalogue(show)

    assert found.of_venue == {"hall": (show,)}
    assert found.of_campaign == {"2024-yubei": (show,)}
    assert found.of_district == {"yubei": (show,)}
    assert found.of_topic == {"space": (show,)}


def test_an_activity_counts_once_for_an_organisation_with_several_roles():
    bureau = organisation(id="bureau")
    both = activity(organisers=(part(Role.HOST, bureau), part(Role.LEAD, bureau, "有关单位")))

    assert catalogue(both).of_organisation == {"bureau": (both,)}


def test_parts_are_found_by_the_whole_that_they_belong_to():
    whole, first, second = (
        activity(id="whole"),
        activity(id="a", part_of="whole"),
        activity(id="b", part_of="whole"),
    )

    found = catalogue(whole, first, second)

    assert found.parts_of == {"whole": (first, second)}
    assert found.activity["whole"] == whole


def test_whatever_nobody_knows_has_nothing():
    empty = Catalogue()

    assert {
        empty.of_campaign["x"],
        empty.of_base["x"],
        empty.activities_in["x"],
        empty.held_in["x", "y"],
        empty.bases_of["x"],
        empty.venues_of["x"],
        empty.opened["x"],
        empty.opened_in["x", "y"],
        empty.campaigns_in["x"],
        empty.districts_below["x"],
    } == {()}


def test_the_latest_campaign_comes_first_and_of_the_same_day_the_first_written():
    old, new, same = campaign(id="old", when=LAST_YEAR), campaign(id="new"), campaign(id="same")

    assert catalogue(old, new, same).latest_campaigns == (new, same, old)


def test_in_a_district_are_its_own_activities_then_those_of_others_at_its_venues_and_bases():
    museum, hall = base(id="museum"), venue(id="hall")
    at_base = activity(id="at-base", district=QIJIANG, where=museum)
    at_hall = activity(id="at-hall", district=QIJIANG, where=hall)
    own = activity(id="own", where=(hall, museum))

    found = catalogue(at_base, at_hall, own)

    assert found.activities_in == {"yubei": (own, at_hall, at_base), "qijiang": (at_base, at_hall)}


def test_a_city_holds_what_its_districts_do_for_its_campaign():
    city = district(id="changsha", name="长沙市")
    held = campaign(id="city", district=city)
    farm = base(district=QIJIANG, openings=(opening(campaign=held),))
    below = activity(id="below", campaign=held, district=QIJIANG)

    found = catalogue(below, farm, held)

    assert found.activities_in["changsha"] == found.held_in["changsha", "city"] == (below,)
    assert (
        found.opened_in["changsha", "city"] == found.opened_in["qijiang", "city"] == ((farm, farm.openings),)
    )


def test_in_a_district_are_its_own_campaigns_then_those_that_hold_something_in_it():
    own, others, elsewhere = (
        campaign(id="own", when=LAST_YEAR),
        campaign(id="others", district=QIJIANG),
        campaign(id="elsewhere", district=QIJIANG),
    )
    guest = activity(campaign=others, district=QIJIANG, where=venue())

    found = catalogue(own, others, elsewhere, guest)

    assert found.campaigns_of["yubei"] == (own,)
    assert found.campaigns_in["yubei"] == (own, others)
    assert found.campaigns_in["qijiang"] == (others, elsewhere)
    assert found.held_in["yubei", "others"] == (guest,)


def test_below_a_campaign_and_a_district_are_those_that_name_it():
    city = district(id="chongqing")
    above = campaign(id="city", district=city)
    below = campaign(id="below", parent=above, district=district(parent=city))

    found = catalogue(above, below)

    assert (found.campaigns_below["city"], found.districts_below["chongqing"]) == (
        (below,),
        (below.district,),
    )


def test_beside_an_activity_is_what_its_campaign_holds_at_the_same_places():
    hall, farm = venue(id="hall"), base(id="farm")
    talk = activity(id="talk", where=(hall, farm))
    both, tour = (
        activity(id="both", where=(farm, hall)),
        activity(id="tour", where=farm, campaign=campaign(id="x")),
    )

    assert catalogue(talk, tour, both).beside(talk) == (both,)


def test_bases_are_found_by_district_address_type_and_the_campaign_that_lists_them():
    museum = base(id="museum", campaign=campaign())
    plain = base(id="plain", type=None, address="", district=QIJIANG)

    found = catalogue(museum, plain)

    assert found.bases_of == {"yubei": (museum,), "qijiang": (plain,)}
    assert found.bases_at == {"新牌坊一路68号": (museum,)}
    assert found.bases_of_type == {"venue": (museum,)}
    assert found.bases_of_campaign == {"2024-yubei": (museum,)}


def test_the_numbers_of_the_bases_of_a_district_are_a_run():
    found = catalogue(base(id="a"), base(id="b", district=QIJIANG), base(id="c"))

    assert found.base_numbers == {"a": 0, "c": 1, "b": 2}
    assert [one.id for one in found.districts_with_bases] == ["yubei", "qijiang"]


def test_each_base_has_its_opening_periods_of_the_campaign():
    other = opening(campaign=campaign(id="2023-yubei"))
    both = base(id="both", openings=(opening(), other, opening(may(3))))
    none, there = base(id="none"), base(id="there", openings=(opening(),), district=QIJIANG)

    found = catalogue(both, none, there)

    assert found.opened == {
        "2024-yubei": ((both, (opening(), opening(may(3)))), (there, (opening(),))),
        "2023-yubei": ((both, (other,)),),
    }
    assert found.opened_in["qijiang", "2024-yubei"] == ((there, (opening(),)),)


def test_a_topic_is_one_of_which_there_is_an_activity():
    space, water = Term("space", "航天"), Term("water", "节水")

    assert catalogue(activity(topics=(space,)), terms=Terms(topics=(water, space))).topics == (space,)


def test_a_district_has_records_if_anything_is_in_it():
    city = district(id="chongqing")
    here = activity(id="here", district=district(parent=city))
    there = activity(id="there", district=QIJIANG)
    held = campaign(district=city)
    found = catalogue(here, there)

    assert list(found.districts_with_records) == ["yubei", "qijiang"]
    assert list(catalogue(held, base()).districts_with_records) == ["chongqing", "yubei"]
