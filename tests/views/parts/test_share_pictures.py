from datetime import date

from samples import activity, base, campaign, contact, may, session, site, venue
from scienceweek.model.activity import Change, Status
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.share_pictures import (
    PictureDate,
    PictureText,
    of_activity,
    of_base,
    of_campaign,
)

PRIVACY = Privacy(date(2024, 5, 25))


def test_a_campaign_shows_its_days_and_its_theme():
    assert of_campaign(campaign(), site(url="https://kp.example.cn")) == PictureText(
        seal="渝北",
        kicker="2024年5月25日—6月1日",
        title=("2024年渝北区", "科技活动周"),
        figures=(PictureDate("5月 周六", "25"), PictureDate("6月 周六", "1")),
        facts=("弘扬科学家精神", "激发全社会创新活力"),
        foot="科技活动周",
        url="https://kp.example.cn/campaigns/2024-yubei.html",
    )


def test_a_campaign_of_one_day_shows_one():
    assert of_campaign(campaign(when=may(25), theme=""), site()).figures == (PictureDate("5月 周六", "25"),)


def test_a_base_shows_where_it_is_and_whom_to_call():
    museum = base(contacts=(contact("13800000000", "023-60000001"),))

    assert of_base(museum, PRIVACY, site()) == PictureText(
        seal="渝北",
        kicker="科普基地 场馆类",
        title=("重庆市", "气象", "科普馆"),
        figures=(),
        facts=("新牌坊一路68号", "电话 023-60000001", "去之前先打电话问一问"),
        foot="科技活动周",
        url="",
    )


def test_no_mobile_is_drawn_because_a_picture_cannot_be_called_back():
    museum = base(contacts=(contact("13800000000"),), address="")

    assert of_base(museum, PRIVACY, site()).facts == ()


def test_an_activity_leads_with_date_title_and_place_and_says_nothing_that_nobody_knows():
    shown = of_activity(activity(when=may(25, 27), where=venue(), base=base()), PRIVACY, site())

    assert ([figure.number for figure in shown.figures], shown.when) == (["25", "27"], ())
    assert (shown.title, shown.place, shown.host) == (
        ("我们曾经都是鱼",),
        ("市主会场",),
        "主办 重庆市气象科普馆",
    )
    assert (shown.how, shown.phone, shown.url) == ("", "", "")
    assert of_activity(activity(when=session(25)), PRIVACY, site()).when == ("9:30—11:00",)


def test_the_picture_of_what_is_off_has_no_date():
    off = of_activity(activity(change=Change(Status.CANCELLED)), PRIVACY, site())

    assert (off.figures, off.when, "".join(off.title)) == ((), (), "【取消】我们曾经都是鱼")
