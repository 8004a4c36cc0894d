from samples import activity, base, venue
from scienceweek.model.place import AtPlace, AtVenue, InArea, Online, OnTour
from scienceweek.views.words.places import SaidPlace, elsewhere, places


def test_every_way_to_say_where_has_its_shape():
    everywhere = (
        base(),
        venue(),
        AtPlace("新牌坊小学"),
        InArea("各镇街", ("回兴街道",)),
        OnTour("大篷车巡回"),
        Online(platform="视频号"),
        Online(url="https://example.org/"),
    )

    assert places(activity(where=everywhere)) == (
        SaidPlace("place", ("重庆市气象", "科普馆"), ("新牌坊一路", "68号"), "bases/museum.html"),
        SaidPlace("place", ("市主会场",), ("创客港·未来科技园",), "venues/hall.html"),
        SaidPlace("place", ("新牌坊小学",)),
        SaidPlace("area", ("各镇街",), ("回兴街道",)),
        SaidPlace("tour", ("大篷车巡回",)),
        SaidPlace("online", ("线上：", "视频号"), ("网址未公布",)),
        SaidPlace("online", ("线上",), url="https://example.org/"),
    )


def test_an_address_that_the_notice_puts_into_the_name_is_not_said_twice():
    written = AtVenue(venue(), "市主会场（创客港·未来科技园）")

    assert places(activity(where=written))[0].address == ()


def test_it_is_said_that_an_activity_is_not_at_its_base():
    museum = base()

    assert elsewhere(activity(where=venue(), base=museum)) == "不在基地；基地在新牌坊一路68号"
    assert elsewhere(activity(where=(venue(), museum), base=museum)) == ""
    assert elsewhere(activity(where=Online(), base=museum)) == ""
    assert elsewhere(activity(where=venue())) == ""
