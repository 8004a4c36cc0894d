from datetime import date

from samples import FIRST, activity, campaign, catalogue, district, part
from scienceweek.model.schedule import Days
from scienceweek.views.pages.arrangements import arrangements_page, cut
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.ticket import Link

TODAY = Privacy(today=FIRST)


def test_it_says_how_much_it_lists_and_leads_to_the_tables_of_other_years():
    old = campaign(
        id="2023-yubei", name="2023年渝北区科技活动周", when=Days(date(2023, 5, 20), date(2023, 5, 27))
    )

    view = arrangements_page(district(), campaign(), catalogue(activity()), TODAY, (old,))

    assert view.note == "2024年5月25日—6月1日 · 1家单位 · 1项安排"
    assert view.others == (Link("2023年渝北区科技活动周", "districts/yubei.2023-yubei.table.html"),)


def test_of_more_rows_than_a_page_holds_the_files_have_the_rest():
    few, crowd, busy = (
        cut(arrangements_page(district(), campaign(), catalogue(*held), TODAY))
        for held in (_of_units(3), _of_units(305), _of_units(505, 1))
    )

    assert [(len(one.rows), sum(len(row.plans) for row in one.rows), one.whole) for one in (few, crowd, busy)] == [
        (3, 3, True),
        (300, 300, False),
        (1, 500, False),
    ]  # fmt: skip


def _of_units(number: int, units: int = 999) -> list[object]:
    role = part().role
    return [activity(id=f"a{one}", organisers=(part(role, f"第{one % units}单位"),)) for one in range(number)]
