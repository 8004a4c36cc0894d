from samples import FIRST, SINCE, activity, base, catalogue, contact, may, part, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import AtVenue
from scienceweek.model.schedule import Unfixed
from scienceweek.views.pages.venue import venue_page as page
from scienceweek.views.parts.contacts import Privacy

TODAY = Privacy(today=FIRST)
HALL = venue(name="创客港·未来科技园", aliases=("市主会场（创客港·未来科技园）",))


def view(*things):
    return page(HALL, catalogue(HALL, *things), TODAY)


def test_a_venue_gathers_its_activities_by_day():
    shown = view(
        activity(id="b", where=AtVenue(HALL, "市主会场"), when=may(26)),
        activity(id="a", where=HALL, when=may(25, 27)),
        activity(id="elsewhere"),
    )

    assert [(group.word, [card.path for card in group.cards]) for group in shown.groups] == [
        ("2024年5月25日 周六", ["activities/a.html"]),
        ("2024年5月26日 周日", ["activities/b.html"]),
    ]
    assert shown.head.title == "创客港·未来科技园 2024年5月25日—27日 2项活动 · 渝北区"


def test_it_names_the_bases_whose_activities_these_are_with_their_numbers():
    museum = base(name="气象馆", contacts=(contact(),))
    guests = view(
        activity(id="a", base=museum, where=HALL),
        activity(id="b", base=museum, where=HALL),
        activity(id="c", where=HALL, organisers=(part(),)),
    ).guests

    assert [(guest.name, guest.path, guest.number, len(guest.calls)) for guest in guests] == [
        (("气象馆",), "bases/museum.html", 2, 1),
        (("区科技局",), "", 1, 0),
    ]


def test_where_no_day_is_known_none_is_told():
    assert view(activity(where=HALL, when=Unfixed("时间另行通知"))).when == ""


def test_a_venue_without_activities_has_a_page():
    assert (view().groups, view().guests, view().number) == ((), (), 0)


def test_what_is_called_off_is_shown_and_not_counted():
    shown = view(
        activity(id="on", where=HALL, when=may(26)),
        activity(id="off", where=HALL, when=may(25), change=Change(Status.CANCELLED)),
    )

    assert [(group.word, [card.off for card in group.cards]) for group in shown.groups] == [
        ("2024年5月25日 周六", [True]),
        ("2024年5月26日 周日", [False]),
    ]
    assert (shown.when, shown.number) == ("2024年5月26日", 1)


def test_from_when_to_when_is_not_said_where_nobody_knows_the_end():
    assert view(activity(where=HALL, when=SINCE), activity(id="b", where=HALL, when=may(26))).when == ""
