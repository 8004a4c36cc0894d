"""What the script says on a day. Every stage shows 2024-05-25 at noon."""

import pytest
from playwright.sync_api import Browser
from stage import raw


@pytest.fixture
def look(browser: Browser, tmp_path):
    """Gives the classes and the text of the first element of some HTML, after the scripts."""
    page = browser.new_page()

    def seen(html, of="body > :first-child"):
        page.goto(raw(tmp_path, html))
        element = page.locator(of).first
        return element.get_attribute("class") or "", " ".join(element.inner_text().split())

    yield seen
    page.close()


@pytest.mark.parametrize(
    ("first", "last", "hours", "seen"),
    [
        ("2024-05-25", "2024-05-25", "", ("now", "今天")),
        ("2024-05-24", "2024-05-27", "", ("now", "今天第2天")),
        ("2024-05-26", "2024-05-26", "", ("coming", "明天")),
        ("2024-06-01", "2024-06-01", "", ("coming", "")),
        ("2024-05-20", "2024-05-24", "", ("past", "已结束")),
        ("2024-05-25", "2024-05-25", 'data-start="09:00" data-end="11:00"', ("past", "已结束")),
        ("2024-05-25", "2024-05-25", 'data-start="09:00" data-end="17:00"', ("now", "进行中")),
        ("2024-05-25", "2024-05-25", 'data-start="14:00"', ("now", "今天")),
        ("2024-05-25", "2024-05-25", 'data-start="10:00" data-end="26:00"', ("now", "进行中")),
        ("2024-05-24", "2024-05-24", 'data-start="22:00" data-end="26:00"', ("past", "已结束")),
        ("2024-05-24", "2024-05-24", 'data-start="22:00" data-end="37:00"', ("now", "进行中")),
        ("2024-05-25", "2024-05-25", "data-hour", ("now", "")),
        ("2024-05-25", "2024-05-25", 'data-hour data-start="12:20"', ("now", "20分钟后")),
        ("2024-05-25", "2024-05-25", 'data-hour data-start="14:00"', ("now", "")),
        ("2024-05-25", "2024-05-25", 'data-hour data-start="09:00" data-end="17:00"', ("now", "进行中")),
        ("2024-05-26", "2024-05-26", 'data-hour data-start="12:20"', ("coming", "")),
    ],
)
def test_a_time_says_how_it_stands_to_today(look, first, last, hours, seen):
    assert look(f'<p data-first="{first}" data-last="{last}" {hours}><b data-word></b></p>') == seen


@pytest.mark.parametrize(
    ("days", "seen"),
    [
        ("2024-05-18 2024-05-25 2024-06-01", ("now", "今天")),
        ("2024-05-18 2024-06-01/2024-06-03", ("coming", "下次6月1日")),
        ("2024-05-18 2024-05-24/2024-05-26", ("now", "今天")),
        ("2024-05-11 2024-05-18", ("past", "已结束")),
    ],
)
def test_several_times_say_when_the_next_is(look, days, seen):
    assert look(f'<p data-days="{days}"><b data-word></b></p>') == seen


@pytest.mark.parametrize(
    ("until", "seen"), [("2024-05-24", ("past", "已结束")), ("2024-05-25", ("coming", ""))]
)
def test_several_times_are_not_over_while_something_without_a_day_may_come(look, until, seen):
    assert look(f'<p data-days="2024-05-18" data-until="{until}"><b data-word></b></p>') == seen


@pytest.mark.parametrize(
    ("over", "seen"),
    [
        ('data-over="2024-05-24"', ("past", "已结束")),
        ('data-over="2024-05-25"', ("", "")),
        ('data-over="2024-05-24" data-over-word="本届已结束"', ("past", "本届已结束")),
    ],
)
def test_what_has_no_day_is_over_when_it_cannot_be_any_more(look, over, seen):
    assert look(f"<p {over}><b data-word></b></p>") == seen


@pytest.mark.parametrize(
    ("lists", "seen"),
    [
        ('data-open="2024-05-25/2024-06-01=k"', ("open", "能去 开放到6月1日")),
        ('data-open="2024-05-25=o"', ("open", "能去 今天开放")),
        ('data-open="2024-05-21/2024-05-26=k;2024-05-28/2024-06-02=k"', ("open", "能去 今天开放")),
        ('data-open="2024-05-18=o;2024-06-01=o"', ("ask", "先问 通知未写明")),
        ('data-open="=09:00-17:00&lt;16:30"', ("open", "能去 9:00—17:00开放，16:30停止入馆")),
        ('data-open="=13:30-17:00"', ("open", "能去 13:30—17:00开放")),
        ('data-open="=09:00-11:30,14:00-17:00"', ("open", "能去 14:00再开")),
        ('data-open="=09:00-12:30&lt;11:30"', ("shut", "来不及了 11:30已停止入馆；明天9:00开")),
        ('data-open="=09:00-11:00"', ("shut", "今天关了 11:00已关门；明天9:00开")),
        ('data-open="=x;@2=09:00-17:00"', ("shut", "今天不开 今天不开放；5月28日周二9:00开")),
        ('data-open="=09:00-17:00;2024-05-20/9999-12-31=x检修"', ("shut", "今天不开 检修")),
        ('data-open="=09:00-17:00;@6=x周六闭馆" data-here="2024-05-25"', ("here", "能去 今天有活动")),
        ('data-open="2024-06-01=o" data-here="2024-05-25"', ("here", "能去 今天有活动")),
        ('data-away="2024-05-25/2024-05-27"', ("away", "去主会场 今天的活动不在这里")),
        ('data-away="2024-05-25" data-away-word="去市主会场"', ("away", "去市主会场 今天的活动不在这里")),
        ('data-open="2024-06-01=o"', ("ask", "先问 通知未写明")),
    ],
)
def test_a_base_answers_whether_one_can_go_today(look, lists, seen):
    html = f'<p data-answer {lists}><span class="answer ask"><span data-word>先问</span></span> <span data-why>通知未写明</span></p>'
    classes, _ = look(html, ".answer")

    assert (classes.removeprefix("answer "), look(html)[1]) == seen


def test_todays_row_of_the_week_is_marked(browser, tmp_path):
    rows = "".join(f'<tr data-weekday="{day}"><th>{day}</th></tr>' for day in range(1, 8))
    page = browser.new_page()
    page.goto(raw(tmp_path, f"<table>{rows}</table>"))

    assert page.locator("tr.today[aria-current=date]").all_inner_texts() == ["6"]
    page.close()


@pytest.mark.parametrize(
    ("rules", "seen"),
    [
        ("=09:00-17:00<16:30", ("today", "16:30停止入馆")),
        ("=09:00-17:00<16:30;2024-05-25=x检修", ("today unusual", "今天闭馆")),
        ("=09:00-17:00<16:30;2024-05-25=09:00-20:00", ("today unusual", "今天9:00—20:00")),
        ("2024-06-01=o", ("today", "16:30停止入馆")),
    ],
)
def test_todays_row_of_the_week_says_that_today_is_not_as_usual(browser, tmp_path, rules, seen):
    page = browser.new_page()
    row = '<tr data-weekday="6"><th>周六</th><td>9:00—17:00</td><td>16:30停止入馆</td></tr>'
    page.goto(raw(tmp_path, f'<main><p data-answer data-open="{rules}"></p><table>{row}</table></main>'))

    assert (
        page.locator("tr").get_attribute("class"),
        page.locator("td").last.inner_text(),
    ) == seen
    page.emulate_media(media="print")
    assert page.locator("td").last.inner_text() == "16:30停止入馆"
    page.close()


def test_todays_link_is_marked_for_those_who_cannot_see_it(browser, tmp_path):
    page = browser.new_page()
    page.goto(
        raw(
            tmp_path,
            '<ol><li data-day="2024-05-24"><a href="#">24</a><li data-day="2024-05-25"><a href="#">25</a></ol>',
        )
    )

    assert page.locator("[aria-current=date]").all_inner_texts() == ["25"]
    page.close()


def test_todays_panel_is_opened_and_yesterdays_closed(browser, tmp_path):
    days = "".join(
        f'<details data-day="2024-05-{day}"{" open" if day == 24 else ""}><summary>{day}</summary></details>'
        for day in (24, 25, 26)
    )
    page = browser.new_page()
    page.goto(raw(tmp_path, f"<div>{days}</div>"))

    assert page.locator("details[open]").all_inner_texts() == ["25"]
    page.close()


def test_a_word_inside_a_time_is_not_taken_for_the_days(look):
    html = '<li data-day="2024-05-25"><p data-first="2024-05-20" data-last="2024-05-20"><b data-word></b></p></li>'

    assert look(html, "p") == ("past", "已结束")


_CAMPAIGNS = """<div data-in-order data-wane-whole>
<section class="cluster chapter" data-span="2024-06-08/2024-06-15"><div class="section-head">次</div>
  <div class="tickets" data-wane><article class="ticket">乙</article></div></section>
<section class="cluster chapter" data-span="2024-05-20/2024-05-31"><div class="section-head">今</div>
  <details data-fold><summary>这一届的2项</summary><div class="tickets" data-wane>
    <article class="ticket"><p data-first="2024-05-21" data-last="2024-05-21">先</p></article>
    <article class="ticket"><p data-first="2024-05-26" data-last="2024-05-26">后</p></article></div></details></section>
<section class="cluster" data-span="2021-05-22/2021-05-28"><div class="section-head">远</div>
  <div class="tickets" data-wane><article class="ticket"><p data-first="2021-05-22" data-last="2021-05-22">丙</p></article></div></section>
<section class="cluster" data-span="2022-09-15"><div class="section-head">近</div>
  <ul class="roll"><li data-first="2022-09-15" data-last="2022-09-15">丁</li></ul></section>
</div>"""


def test_what_goes_on_is_shown_first_then_what_begins_soonest_and_what_is_over_is_folded(browser, tmp_path):
    page = browser.new_page()
    page.goto(raw(tmp_path, _CAMPAIGNS))

    assert page.locator(".section-head").all_text_contents() == ["今", "次", "近", "远"]
    assert page.locator("body").inner_text().split() == [
        *("今", "后", "已结束的1项"),
        *("次", "这一届的1项"),
        "已结束的2届",
    ]
    page.close()


def test_a_campaign_of_which_something_is_on_today_stands_before_one_that_only_comes(browser, tmp_path):
    sections = "".join(
        f'<section class="cluster" data-span="{span}"><div class="section-head">{name}</div><div class="tickets">'
        f'<article class="ticket"><p data-first="{day}" data-last="{day}">{name}</p></article></div></section>'
        for name, span, day in (
            ("后", "2024-05-18/2024-05-24", "2024-06-02"),
            ("先", "2024-05-20/2024-05-27", "2024-05-25"),
        )
    )
    page = browser.new_page()
    page.goto(raw(tmp_path, f"<div data-in-order>{sections}</div>"))

    assert page.locator(".section-head").all_text_contents() == ["先", "后"]
    page.close()


_PROGRAMME = "".join(
    f'<li{" class=turn" if day == "2024-06-01" else ""} data-day="{day}"><span class="month-name">{int(day[5:7])}月</span>'
    for day in ("2024-05-23", "2024-05-24", "2024-05-25", "2024-05-26", "2024-06-01")
)


def test_a_programme_says_the_month_where_it_begins_and_where_it_turns(browser, tmp_path):
    page = browser.new_page()
    page.goto(raw(tmp_path, f'<ol class="programme">{_PROGRAMME}</ol>'))

    assert page.locator("body").inner_text().split() == ["已过去的2天", "5月", "6月"]
    page.close()
