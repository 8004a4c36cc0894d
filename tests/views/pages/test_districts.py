from samples import activity, campaign, catalogue, district, venue
from scienceweek.model.activity import Change, Status
from scienceweek.views.pages.districts import districts_of_region, districts_page
from scienceweek.views.parts.leaves import LeafLink
from scienceweek.views.parts.regions import regions

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
YUBEI = district(parent=CITY)
WEEK = campaign(district=YUBEI)


def in_yubei(**changes):
    return activity(**{"district": YUBEI, "campaign": WEEK} | changes)


def test_the_index_follows_the_hierarchy():
    town = district(
        id="pingluo", name="平罗县", short="平罗", parent=district(id="szs", name="石嘴山市", parent=CITY)
    )
    view = districts_page(
        catalogue(in_yubei(), activity(id="market", district=town, campaign=campaign(id="p", district=town)))
    )

    (region,) = view.regions
    assert (region.name, region.own) == ("重庆市", None)
    assert [(way, entry.name) for way, entry in region.entries] == [("", "渝北区"), ("石嘴山市", "平罗县")]


def test_the_index_says_that_a_notice_lists_no_activity():
    (region,) = districts_page(catalogue(WEEK)).regions

    assert region.entries[0][1].counts == ("通知没有列出具体活动",)


def test_a_region_of_which_nothing_is_known_is_left_out():
    assert districts_page(catalogue(CITY)).regions == ()


def test_what_was_cancelled_is_not_counted_and_where_all_was_that_is_said():
    off = in_yubei(id="off", change=Change(Status.CANCELLED))

    for held, said in (((in_yubei(), off), "1项活动"), ((off,), "活动都取消了")):
        (region,) = districts_page(catalogue(*held)).regions
        assert region.entries[0][1].counts == (said,)


def test_a_district_that_only_lends_its_venue_is_a_name_in_a_line():
    hall = venue(district=district(id="jlp", name="九龙坡区", parent=CITY))
    (region,) = districts_page(catalogue(in_yubei(where=hall), hall)).regions

    assert [entry.name for _, entry in region.entries] == ["渝北区"]
    assert [(entry.name, entry.counts) for entry in region.venues] == [("九龙坡区", ("1项活动", "1处场地"))]


def test_very_many_districts_have_a_page_for_each_unit_above_them():
    cities = [district(id=f"c{n}", name=f"{n}市", code=f"0{n}0000") for n in range(2)]
    towns = [
        district(id=f"d{n}", name=f"{n}区", short=f"{n}", code=f"{n:06}", parent=cities[n // 110])
        for n in range(220)
    ]
    facts = catalogue(*(campaign(id=f"w{n}", district=one) for n, one in enumerate(towns)))

    view = districts_page(facts)
    assert (view.number, view.regions) == (220, ())
    assert view.doors == (
        LeafLink("0市", "districts.c0.html", 110),
        LeafLink("1市", "districts.c1.html", 110),
    )

    of_first, _ = regions(facts.districts_with_records.values())
    page = districts_of_region(of_first, facts)
    assert (page.head.path, page.number, page.region) == ("districts.c0.html", 110, "0市")
    (group,) = page.regions
    assert [way for way, _ in group.entries[:2]] == ["", ""]
    assert len(group.entries) == 110
