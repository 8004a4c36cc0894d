from datetime import date

from samples import (
    activity,
    campaign,
    catalogue,
)
from scienceweek.model.schedule import Days
from scienceweek.views.pages.campaigns import campaigns_page


def test_the_archive_is_by_year_latest_first():
    old = campaign(id="old", name="2021年", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    view = campaigns_page(catalogue(old, campaign(), activity()))

    assert [(year.year, [entry.path for entry in year.entries]) for year in view.years] == [
        ("2024", ["campaigns/2024-yubei.html"]),
        ("2021", ["campaigns/old.html"]),
    ]
    assert [entry.sum for year in view.years for entry in year.entries] == ["1项活动", "通知没有列出具体活动"]


def test_an_empty_archive_is_empty():
    assert campaigns_page(catalogue()).years == ()
