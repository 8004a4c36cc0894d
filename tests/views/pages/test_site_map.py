from datetime import date

from samples import activity, campaign, catalogue, district
from scienceweek.model.schedule import Days
from scienceweek.model.term import Term, Terms
from scienceweek.views.pages.site_map import MapSection, site_map_page
from scienceweek.views.parts.ticket import Link

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")
SPACE, CHILDREN, FARMERS = Term("space", "航天"), Term("children", "儿童"), Term("farmers", "农民")


def sections(*things: object, **more: object) -> dict[str, MapSection]:
    return {
        one.id: one for one in site_map_page(catalogue(*things, **more), [("about", "关于本站")]).sections
    }


def week(year: int, number: int = 0) -> object:
    days = Days(date(year, 5, 20), date(year, 5, 26))
    return campaign(id=f"{year}-{number}", name=f"{year}年第{number}届", when=days)


def test_the_map_has_every_list_district_campaign_topic_audience_and_page_of_prose():
    of = sections(
        activity(topics=(SPACE,), audience=(CHILDREN,)),
        terms=Terms(topics=(SPACE,), audiences=(CHILDREN, FARMERS)),
    )

    assert {id: one.groups for id, one in of.items() if id != "lists"} == {
        "districts": (("", (Link("渝北区", "districts/yubei.html"),)),),
        "campaigns": (("2024年", (Link("2024年渝北区科技活动周", "campaigns/2024-yubei.html"),)),),
        "topics": (("", (Link("航天", "topics/space.html"),)),),
        "audiences": (("", (Link("儿童", "search.html?what=activity&audience=children"),)),),
        "pages": (("", (Link("关于本站", "about.html"),)),),
    }
    assert [link.path for _, own in of["lists"].groups for link in own] == [
        "index.html",
        "calendar.html",
        "activities.html",
        "bases.html",
        "districts.html",
        "campaigns.html",
        "organisations.html",
        "search.html",
        "my.html",
        "elder.html",
        "changes.html",
        "data.html",
    ]


def test_districts_stand_under_that_of_the_highest_level_where_there_are_several():
    town = district(id="pingluo", name="平罗县", short="平罗")
    yubei = district(parent=CITY)

    of = sections(campaign(district=yubei), campaign(id="p", district=town))

    assert [(name, [link.word for link in own]) for name, own in of["districts"].groups] == [
        ("重庆市", ["渝北区"]),
        ("平罗县", ["平罗县"]),
    ]


def test_what_nothing_is_known_of_has_no_section():
    assert list(sections()) == ["lists", "pages"]


def test_of_too_many_districts_there_are_the_pages_on_which_they_stand():
    below = [
        campaign(id=f"c{n}", district=district(id=f"d{n}", name=f"{n}区", parent=CITY)) for n in range(300)
    ]

    found = sections(campaign(district=CITY), *below)["districts"]

    assert (found.groups, found.rest) == (
        (
            (
                "",
                (
                    Link("重庆市 重庆市—198区", "districts.chongqing.html"),
                    Link("重庆市 199区—299区", "districts.chongqing.2.html"),
                ),
            ),
        ),
        Link("全部301处", "districts.html"),
    )


def test_of_too_many_campaigns_there_are_the_latest_whole_years():
    many = [week(year, number) for year in (2024, 2023) for number in range(150)]

    found = sections(*many)["campaigns"]

    assert [(name, len(own)) for name, own in found.groups] == [("2024年", 150)]
    assert found.rest == Link("全部300届", "campaigns.html")
