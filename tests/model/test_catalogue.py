from samples import activity, base, catalogue, district, organisation, part, venue
from scienceweek.model.organisation import Role
from scienceweek.model.term import Term


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


def test_around_an_activity_are_its_whole_its_parts_and_what_else_is_there():
    hall, farm = venue(id="hall"), base(id="farm")
    whole, part_ = activity(id="whole"), activity(id="part", part_of="talk", where=farm)
    talk = activity(id="talk", where=hall, part_of="whole", base=farm)
    beside, elsewhere = activity(id="beside", where=hall), activity(id="elsewhere", base=farm, where=farm)

    found = catalogue(elsewhere, beside, talk, part_, whole).around((talk,))

    assert found.activities == (beside, talk, part_, whole)


def test_a_narrower_catalogue_knows_which_districts_have_more():
    qijiang = district(id="qijiang", name="綦江区")
    here, there, both = (
        activity(id="a"),
        activity(id="b", district=qijiang),
        activity(id="c", district=qijiang),
    )

    found = catalogue(here, there, both).with_only([both, here])

    assert (found.activities, found.elsewhere) == ((here, both), ("qijiang",))
