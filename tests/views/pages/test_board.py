from datetime import date

from samples import activity, base, contact, district, may, session, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.place import InArea
from scienceweek.views.pages.board import board_page
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.paper_rows import PaperProgramme, paper_days

PRIVACY = Privacy(date(2024, 5, 25))
DAYS = (date(2024, 5, 25), date(2024, 5, 26))
MUSEUM = base(town="龙山街道", contacts=(contact("023-60000001"),))


def sheets(*activities, days=DAYS):
    told = PaperProgramme(("活动周",), activities, paper_days(days, activities, PRIVACY))
    return board_page(district(), told).sheets


def told(*activities):
    return [
        (one.said, one.where, ["".join(row.title) for row in one.rows], one.more)
        for one in sheets(*activities)
    ]


def test_a_day_has_a_sheet_for_each_town_and_one_for_what_is_in_none():
    fish = activity(when=session(25), where=MUSEUM)
    talk = activity(id="talk", title="讲座", when=may(25, 26), where=venue(town="回兴街道"))
    tour = activity(id="tour", title="巡展", where=InArea("部分街镇", ("龙山街道", "回兴街道")))
    wide = activity(id="wide", title="全区的", when=may(26), where=InArea("全区"))

    assert told(fish, talk, tour, wide) == [
        ("5月25日", "回兴街道", ["巡展", "讲座"], 0),
        ("5月25日", "龙山街道", ["巡展", "我们曾经都是鱼"], 0),
        ("5月26日", "回兴街道", ["讲座"], 0),
        ("5月26日", "渝北区", ["全区的"], 0),
    ]


def test_what_has_no_room_is_on_a_further_sheet_and_of_what_goes_on_a_few_are_told():
    begun = [activity(id=f"a{number}", title="很长的题目" * 6, when=may(25, 26)) for number in range(5)]
    first, second, next_day = sheets(*begun)

    assert [(one.id, one.part, len(one.rows), one.more) for one in (first, second)] == [
        ("sheet-2024-05-25-0", "第1张，共2张", 3, 0),
        ("sheet-2024-05-25-0-2", "第2张，共2张", 2, 0),
    ]
    assert (next_day.part, len(next_day.rows), next_day.more) == ("", 3, 2)


def test_where_there_is_little_all_is_larger():
    (one,) = sheets(activity(where=MUSEUM))
    two, more = sheets(*(activity(id=str(at), when=may(25), where=MUSEUM) for at in range(4)))

    assert (one.is_sparse, two.is_sparse, more.is_sparse) == (True, False, True)


def test_what_was_to_be_stands_first():
    off = activity(id="off", title="取消的", change=Change(Status.CANCELLED, "因雨"), where=MUSEUM)
    (sheet,) = sheets(activity(where=MUSEUM), off, days=DAYS[:1])
    first, second = sheet.rows

    assert (first.title, first.gone, second.phone) == (("取消的",), True, "023-60000001")
