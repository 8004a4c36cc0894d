from dataclasses import replace
from datetime import date

from samples import activity, campaign, catalogue
from scienceweek.model.campaign import Deadline, Notice, NoticeKind
from scienceweek.views.finding.rows import of_campaign
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.notice import Reference, notice_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.notice_list import NoticeLine, notice_list

TODAY = Privacy(date(2024, 5, 25))
CORRECTION = Notice(
    "关于附件的更正",
    "渝北科〔2024〕9号",
    "区科技局",
    date(2024, 5, 20),
    text="## 附件第3项 {#s1}\n",
    id="correction",
    kind=NoticeKind.CORRECTION,
)
RESULTS = Notice(id="results", kind=NoticeKind.RESULTS)
WEEK = campaign(
    further=(CORRECTION, RESULTS), deadlines=(Deadline(date(2024, 6, 4), "总结", source="correction#s1"),)
)
LINES = (
    NoticeLine("notice", "通知", ("渝北区", "科技", "活动周", "实施方案"), "notices/2024-yubei.html", "2024年5月17日印发"),
    NoticeLine("correction", "更正", ("关于", "附件", "的更正"), "notices/2024-yubei.correction.html", "渝北科〔2024〕9号，2024年5月20日印发，区科技局"),
    NoticeLine("results", "结果", ("2024年", "渝北区", "科技", "活动周", "的结果", "公布"), "notices/2024-yubei.results.html", ""),
)  # fmt: skip


def plain(lines: tuple[NoticeLine, ...]) -> list[NoticeLine]:
    """Where a title may break is for another to say."""
    return [replace(line, title=("".join(line.title),)) for line in lines]


def test_documents_are_listed_with_their_kind_and_where_they_are():
    assert plain(notice_list(WEEK)) == plain(LINES)


def test_a_campaign_with_its_notice_alone_has_no_list():
    assert notice_list(campaign()) == ()


def test_the_one_whose_page_it_is_leads_nowhere():
    page = notice_page(WEEK, catalogue(WEEK), TODAY, CORRECTION)

    assert [line.path for line in page.papers] == [LINES[0].path, "", LINES[2].path]
    assert (page.head.path, page.kind) == (LINES[1].path, "更正")
    assert page.head.title == "关于附件的更正 2024年5月20日 · 更正原文"


def test_beside_a_passage_stands_what_cites_that_document():
    fish, moon = (
        activity(source="correction#s1", campaign=WEEK),
        activity(id="moon", source="s1", campaign=WEEK),
    )
    page = notice_page(WEEK, catalogue(fish, moon), TODAY, CORRECTION)

    assert page.sections[0].references == (
        Reference("活动", "我们曾经都是鱼", "activities/fish.html", "2024年5月25日 周六"),
        Reference("期限", "6月4日前", "campaigns/2024-yubei.html#deadlines", "总结"),
    )


def test_an_activity_says_which_document_it_is_from():
    fish = activity(source="correction#s1", campaign=WEEK)
    view = activity_page(fish, catalogue(fish), TODAY)

    assert (view.source.word, view.source.path) == (
        "《关于附件的更正》",
        "notices/2024-yubei.correction.html#s1",
    )
    assert view.issued == "2024年5月20日"


def test_a_campaign_lists_its_documents_and_leads_to_what_they_say():
    view = campaign_page(WEEK, catalogue(WEEK), TODAY)

    assert plain(view.papers) == plain(LINES)
    assert view.duties.deadlines[0].source == "notices/2024-yubei.correction.html#s1"


def test_each_document_is_found():
    assert [
        (row.path, row.title, row.when, row.by, row.more)
        for row in of_campaign(WEEK, catalogue(WEEK), Privacy(date(2024, 5, 25)))
        if row.kind == "notice"
    ] == [
        ("notices/2024-yubei.html", "渝北区科技活动周实施方案", "2024年5月17日印发", "", ""),
        ("notices/2024-yubei.correction.html", "关于附件的更正", "2024年5月20日印发", "区科技局", "渝北科〔2024〕9号 更正"),
        ("notices/2024-yubei.results.html", "2024年渝北区科技活动周的结果公布", "", "", "结果公布"),
    ]  # fmt: skip
