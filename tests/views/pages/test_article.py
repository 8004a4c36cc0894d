from samples import FIRST, activity, campaign, catalogue, district
from scienceweek.model.activity import Activity, Change, Status
from scienceweek.model.district import District
from scienceweek.views.pages.article import article_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.sent_programme import sent_programme

TODAY = Privacy(today=FIRST)


def title(here: District, *held: Activity) -> str:
    known = catalogue(*held)
    return article_page(here, campaign(), known, sent_programme(here, campaign(), known, TODAY)).title


def test_its_title_says_how_many_take_place_and_when():
    off = activity(id="off", change=Change(Status.CANCELLED))

    assert title(district(), activity(), off) == "2024年渝北区科技活动周：1项活动，5月25日—6月1日"


def test_of_anothers_campaign_the_title_says_where():
    here = district(id="qijiang", name="綦江区")

    assert title(here, activity(district=here)) == "2024年渝北区科技活动周 綦江区：1项活动，5月25日—6月1日"
