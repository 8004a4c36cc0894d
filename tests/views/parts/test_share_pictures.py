from datetime import date

from samples import base, campaign, contact, may, site
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.share_pictures import PictureDate, PictureText, of_base, of_campaign

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
