import pytest

from samples import activity, base, campaign, catalogue, district, opening
from scienceweek.views.parts import leaves
from scienceweek.views.parts.handouts import arrangements_title, handouts, has_booklet, in_forms

QIJIANG = district(id="qijiang", name="綦江区")


def test_a_district_offers_its_part_of_a_campaign_to_print_to_file_to_send_and_to_paste():
    found = handouts(district(), campaign(), catalogue(activity()))

    assert [(one.path, one.name) for one in found] == [
        ("campaigns/2024-yubei.booklet.html", ""),
        ("districts/yubei.2024-yubei.table.html", ""),
        ("districts/yubei.2024-yubei.table.docx", "2024年渝北区科技活动周活动安排表.docx"),
        ("districts/yubei.2024-yubei.table.xlsx", "2024年渝北区科技活动周活动安排表.xlsx"),
        ("send/yubei.2024-yubei.html", "2024年渝北区科技活动周 渝北区节目单.html"),
        ("send/yubei.2024-yubei.article.html", ""),
    ]


def test_openings_are_enough_for_one_and_without_anything_there_is_none():
    assert handouts(district(), campaign(), catalogue(campaign(), base(openings=(opening(),))))
    assert handouts(district(), campaign(), catalogue(campaign())) == ()
    assert handouts(district(), None, catalogue(district())) == ()


def test_what_nobody_would_print_has_no_booklet(monkeypatch: pytest.MonkeyPatch):
    held = catalogue(activity(), activity(id="other"))

    assert has_booklet(campaign(), held)
    assert not has_booklet(campaign(), catalogue(campaign()))
    monkeypatch.setattr(leaves, "MOST", 1)
    assert not has_booklet(campaign(), held)


def test_of_anothers_campaign_the_table_says_whose_part_it_is():
    assert arrangements_title(QIJIANG, campaign()) == "2024年渝北区科技活动周綦江区活动安排表"


def test_what_is_in_a_form_for_paper_or_a_hall_is_offered_by_its_word():
    paths = (
        "districts/a.html",
        "districts/a.board.html",
        "districts/a.screen.html",
        "campaigns/b.booklet.html",
    )

    assert [(one.word, one.path) for one in in_forms(paths)] == [
        ("张贴用的单子", "districts/a.board.html"),
        ("大厅屏幕", "districts/a.screen.html"),
        ("节目册", "campaigns/b.booklet.html"),
    ]
