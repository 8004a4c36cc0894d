from datetime import date

from samples import FIRST, SINCE, UNTIL, WINDOW, activity, campaign, may
from scienceweek.model.schedule import Days, DuringCampaign, Unfixed
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket_groups import KEEP, by_campaign, groups, undated

TODAY = Privacy(today=FIRST)


def outline(found):
    return [(group.word, group.path, len(group.cards), group.alike) for group in found]


def test_days_come_in_order_then_what_is_known_less_well():
    activities = [
        activity(when=Unfixed("时间未定")),
        activity(when=DuringCampaign(WINDOW)),
        activity(when=may(27)),
        activity(when=may(25, 27)),
    ]

    assert outline(groups(activities, TODAY)) == [
        ("2024年5月25日 周六", "calendar/2024-05-25.html", 1, False),
        ("2024年5月27日 周一", "calendar/2024-05-27.html", 1, False),
        ("活动期间，日子未写明", "", 1, True),
        ("时间待定", "", 1, False),
    ]


def test_what_has_a_day_is_not_among_the_undated():
    assert outline(undated([activity(), activity(when=Unfixed("待定"))], TODAY)) == [
        ("时间待定", "", 1, False)
    ]


def test_campaigns_come_latest_first():
    old = campaign(id="2021", name="2021年", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    activities = [activity(campaign=old), activity(), activity(campaign=old)]

    assert outline(by_campaign(activities, TODAY)) == [
        ("2024年渝北区科技活动周", "campaigns/2024-yubei.html", 1, False),
        ("2021年", "campaigns/2021.html", 2, False),
    ]


def test_a_long_group_is_folded():
    group = groups([activity()] * (KEEP + 3), TODAY)[0]

    assert (len(group.cards), len(group.more)) == (KEEP, 3)


def test_what_goes_on_nobody_knows_how_long_is_not_only_found_on_the_day_that_is_known():
    found = undated([activity(when=SINCE), activity(when=UNTIL), activity(when=(SINCE, may(25)))], TODAY)

    assert outline(found) == [("只知道从哪天起或到哪天止", "", 2, False)]
