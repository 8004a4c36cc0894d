from datetime import date

from samples import activity, catalogue, district, may, session, sessions
from scienceweek.model.activity import Change, Status
from scienceweek.model.session import SessionStatus, SubEvent
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.calendars.site_days import AT_ONCE, day_tickets, site_days
from scienceweek.views.parts.contacts import Privacy

TODAY = date(2024, 5, 25)
PRIVACY = Privacy(TODAY)
YUBEI = district()
BEIBEI = district(id="beibei", name="北碚区", short="北碚", code="500109")


def known(*things):
    return agenda(catalogue(*things))


def paths(cards):
    return [one.card.path.removeprefix("activities/").removesuffix(".html") for one in cards]


def test_each_district_has_a_ticket_before_one_has_two():
    of_yubei = [activity(id=f"y{hour}", when=session(start=f"{hour:02}:00", end="")) for hour in range(8, 18)]
    of_beibei = activity(id="late", when=session(start="19:00", end=""), district=BEIBEI)
    made = day_tickets(TODAY, known(*of_yubei, of_beibei), PRIVACY)

    assert paths(made.cards) == ["y8", "y9", "y10", "y11", "y12", "y13", "y14", "late"]
    assert paths(made.more) == ["y15", "y16", "y17"]
    assert (made.number, len(made.cards)) == (11, AT_ONCE)


def test_what_is_only_on_this_day_stands_before_what_lasts():
    made = day_tickets(TODAY, known(activity(id="long", when=may(25, 27)), activity(id="once")), PRIVACY)

    assert paths(made.cards) == ["once", "long"]


def test_sessions_that_differ_have_a_ticket_each_with_its_own_hours():
    held = sessions(
        SubEvent(session(start="09:00", end="10:00"), whom="散客"),
        SubEvent(session(start="14:00", end="15:00"), whom="亲子场", status=SessionStatus.FULL),
    )
    made = day_tickets(TODAY, known(held), PRIVACY)

    assert [(one.card.sub, one.card.stub.lines) for one in made.cards] == [
        (("散客",), ("上午", "到10:00")),
        (("亲子场",), ("下午", "到15:00")),
    ]


def test_what_is_off_is_told_and_not_counted():
    off = activity(id="off", change=Change(Status.CANCELLED, "暴雨"))
    made = day_tickets(TODAY, known(off, activity()), PRIVACY)

    assert (made.number, paths(made.cards), [card.path for card in made.gone]) == (
        1,
        ["fish"],
        ["activities/off.html"],
    )


def test_the_sums_of_a_day_are_those_of_all_districts():
    off = activity(id="off", change=Change(Status.CANCELLED))
    made = site_days((YUBEI, BEIBEI), known(activity(), activity(id="birds", district=BEIBEI), off), PRIVACY)
    (today, *_) = made.days

    assert (today.activities, today.openings, today.gone, today.shown) == (2, 0, 1, True)
    assert [(one.name, one.number) for one in made.choices] == [("北碚", 1), ("渝北", 1)]
    assert today.sentence is not None
    assert today.sentence.facts[0] == "2个区县有2场"
