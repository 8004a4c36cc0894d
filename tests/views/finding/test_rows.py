from dataclasses import astuple, replace
from datetime import date

import pytest

from samples import (
    SINCE,
    UNTIL,
    activity,
    base,
    campaign,
    catalogue,
    contact,
    district,
    may,
    opening,
    organisation,
    part,
    session,
    venue,
)
from scienceweek.model.activity import Admits, Change, Piece, Status
from scienceweek.model.campaign import Notice
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission, AtBase, Fee, Online
from scienceweek.model.point import Point
from scienceweek.model.schedule import Days, DuringCampaign, Month, Months, Unfixed, YearRound
from scienceweek.model.session import Person, ProgrammeRow, SessionStatus, SubEvent, fully_booked
from scienceweek.model.term import Term, Terms
from scienceweek.views.finding import rows as finding
from scienceweek.views.finding.finder_row import FinderRow, FinderRows
from scienceweek.views.finding.places import of_places
from scienceweek.views.finding.rows import (
    are_many,
    campaign_shards,
    of_campaign,
    paths_of_campaigns,
    rows,
    rows_of,
    rows_of_notices,
)
from scienceweek.views.parts.contacts import Privacy

OPEN = Privacy(date(2024, 5, 25))
HEALTH, WATER = Term("health", "卫生健康"), Term("water", "节水")

CITY = district(id="chongqing", name="重庆市", short="重庆", code="500000")

NANAN = district(id="nanan", name="南岸区", short="南岸", code="500108", parent=CITY)


def row(**changes):
    """The row of one activity."""
    one = activity(**changes)
    return of_campaign(one.campaign, catalogue(one), OPEN)[2]


def test_an_activity_is_a_row():
    museum = base()
    fish = activity(
        subtitle="儿童专场",
        when=may(25, 27),
        where=venue(),
        base=museum,
        kind=Term("exhibition", "展览展示"),
        topics=(HEALTH,),
        audience=(Term("youth", "青少年"),),
        organisers=(part(Role.LEAD, "区科协"),),
        short_title="鱼",
        admits=Admits.PUBLIC,
        admission=Admission(fee=Fee.FREE),
    )

    assert of_campaign(fish.campaign, catalogue(fish), OPEN)[2] == FinderRow(
        kind="activity",
        path="activities/fish.html",
        title="我们曾经都是鱼",
        sub="儿童专场",
        when="2024年5月25日—27日",
        place="市主会场",
        by="重庆市气象科普馆",
        area="渝北区",
        district="yubei",
        campaign="2024-yubei",
        days="2024-05-25/2024-05-27",
        first="2024-05-25",
        last="2024-05-27",
        shape="range",
        topics="health",
        audience="youth",
        form="exhibition",
        traits="free window public",
        more="鱼 区科协 2024年渝北区科技活动周 周一 周六 周日",
        terms="展览展示 卫生健康 青少年",
        answer="ask 免费，预约待问",
    )


def test_a_run_of_more_than_two_weeks_says_nothing_of_its_weekdays():
    short, long = activity(id="a", when=may(1, 14)), activity(id="b", when=may(1, 15))
    rows = of_campaign(short.campaign, catalogue(short, long), OPEN)

    assert [("周日" in row.more) for row in rows if row.kind == "activity"] == [True, False]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (Months(Month(2024, 4), Month(2024, 5)), "2024-04-01", "2024-05-31"),
        (YearRound(2024), "2024-01-01", "2024-12-31"),
        (DuringCampaign(Days(date(2024, 5, 25), date(2024, 6, 1))), "2024-05-25", "2024-06-01"),
        (Unfixed("时间另行通知"), "2024-05-25", "2024-06-01"),
    ],
)
def test_what_has_no_day_has_none_and_still_an_order(when, first, last):
    found = row(when=when)

    assert (found.days, found.first, found.last) == ("", first, last)


def test_what_is_in_the_window_is_marked():
    assert [row(when=when).traits for when in (may(20), may(24, 25), DuringCampaign(may(25)))] == [
        "unknown",
        "window unknown",
        "window unknown",
    ]


def test_what_is_called_off_is_on_no_day():
    found = row(change=Change(Status.CANCELLED))

    assert (found.days, found.status, found.traits) == ("", "取消", "unknown")


def test_what_is_online_or_has_gone_there_is_marked():
    assert row(where=Online()).traits == "online window unknown"
    assert row(change=Change(Status.MOVED_ONLINE)).traits == "online window unknown"


def test_a_base_is_open_on_days_and_found_by_its_kind():
    museum = base(
        district=NANAN,
        short_name="气象馆",
        openings=(opening(may(25, 31), admission=Admission(fee=Fee.FREE)), opening(may(30), id="late")),
    )

    assert of_places(catalogue(museum), OPEN)[1:] == (
        FinderRow(
            kind="base",
            path="bases/museum.html",
            title="重庆市气象科普馆",
            when="2024年5月25日—31日 免费开放；2024年5月30日 周四 开放",
            place="新牌坊一路68号",
            area="重庆市南岸区",
            district="nanan chongqing",
            days="2024-05-25/2024-05-31",
            shape="base",
            plate="馆",
            traits="free/2024-05-31",
            more="气象馆",
            terms="场馆类",
            doors="2024-05-25/2024-05-31=k;2024-05-30=o",
        ),
    )


def test_districts_venues_campaigns_and_notices_are_found_too():
    one = campaign(notice=Notice(title="渝北区科技活动周实施方案", number="渝北府办〔2024〕1号"))
    hall = venue(aliases=("创客港",))
    facts = catalogue(hall, one)

    places = of_places(facts, OPEN)
    assert [
        (found.kind, found.path, found.title, found.more)
        for found in (*places, *of_campaign(one, facts, OPEN))
    ] == [
        ("district", "districts/yubei.html", "渝北区", "渝北"),
        ("venue", "venues/hall.html", "市主会场", "创客港"),
        ("campaign", "campaigns/2024-yubei.html", "2024年渝北区科技活动周", "科技活动周"),
        ("notice", "notices/2024-yubei.html", "渝北区科技活动周实施方案", "渝北府办〔2024〕1号"),
    ]


def test_a_row_tells_the_number_that_a_ticket_would_and_no_other():
    people = (contact("023-60000001", "13800000000"), contact("023-60000002", show=Show.INTERNAL))
    museum = base(contacts=people)
    facts = catalogue(activity(base=museum, where=museum), museum, venue(contacts=people))

    cells = {cell for row in rows(facts, OPEN)[0].rows for cell in astuple(row)}
    assert sorted(cell for cell in cells if "6000000" in cell or "138" in cell) == [
        "023-60000001",
        "tel:+862360000001",
    ]
    hidden = Privacy(date(2024, 5, 25), mask_mobiles=True)
    masked = of_places(catalogue(base(contacts=(contact("13800000000"),))), hidden)[1]
    assert (masked.call, masked.tel) == ("138****0000", "")


def test_all_rows_are_in_one_file_if_they_are_few_and_the_texts_of_notices_in_another():
    facts = catalogue(
        activity(campaign=campaign(notice=Notice(title="通知", text="开展**垃圾分类**宣传 {#s1}")))
    )

    (found,), (notices,) = rows(facts, OPEN), rows_of_notices(facts)
    assert (found.path, [row.kind for row in found.rows], found.others) == (
        "assets/rows.js",
        ["district", "campaign", "activity"],
        ("assets/rows-notices.js",),
    )
    assert (notices.path, [row.text for row in notices.rows]) == (
        "assets/rows-notices.js",
        ["开展垃圾分类宣传"],
    )


def test_many_rows_are_in_a_file_for_each_campaign_the_latest_first():
    early = campaign(id="2021-yubei", when=Days(date(2021, 5, 22), date(2021, 5, 28)))
    facts = catalogue(activity(id="old", campaign=early), activity())

    (front,), (one,) = rows(facts, OPEN, most=3), rows_of(campaign_shards(facts)[1], facts, OPEN)
    assert (len(front.rows), front.others) == (1, ("assets/rows/2024-yubei.js", "assets/rows/2021-yubei.js"))
    assert one == FinderRows("assets/rows/2021-yubei.js", of_campaign(early, facts, OPEN))
    assert len(one.rows) == 3


def test_many_rows_of_places_or_of_a_campaign_are_in_several_files():
    facts = catalogue(activity(), *(base(id=f"b{number}") for number in range(3)))
    one = next(iter(facts.campaigns))

    front, more = rows(facts, OPEN, most=2, size=2)
    held = rows_of(*campaign_shards(facts), facts, OPEN, size=2)

    assert [len(found.rows) for found in (front, more)] == [2, 2]
    assert [found.path for found in held] == ["assets/rows/2024-yubei.js", "assets/rows/2024-yubei.2.js"]
    assert (more.path, more.others) == ("assets/rows.2.js", ())
    assert front.others == (more.path, *(found.path for found in held))
    assert tuple(row for found in held for row in found.rows) == of_campaign(one, facts, OPEN)


def test_rows_with_long_texts_are_in_several_files(monkeypatch):
    monkeypatch.setattr(finding, "LETTERS", 20)
    notice = Notice(title="方案", text="开展垃圾分类宣传，请各单位参加。")
    week = campaign(notice=notice, further=(replace(notice, id="correction"),))
    facts = catalogue(
        activity(id="a", campaign=week, description="一二三四五六七八九十"),
        activity(id="b", campaign=week, description="一二三四五六七八九十"),
        activity(id="c", campaign=week, description="一"),
    )

    (shard,) = campaign_shards(facts)
    held = rows_of(shard, facts, OPEN)

    assert [[row.path for row in found.rows] for found in held] == [
        ["campaigns/2024-yubei.html", "notices/2024-yubei.html"],
        ["notices/2024-yubei.correction.html"],
        ["activities/a.html", "activities/b.html"],
        ["activities/c.html"],
    ]
    assert paths_of_campaigns(facts) == tuple(found.path for found in held)
    assert [found.path for found in rows_of_notices(facts)] == [
        "assets/rows-notices.js",
        "assets/rows-notices.2.js",
    ]
    (front,) = rows(facts, OPEN)
    assert front.others == ("assets/rows-notices.js", "assets/rows-notices.2.js")
    monkeypatch.setattr(finding, "_FEW", 20)
    assert are_many(facts)


def test_of_very_many_campaigns_those_of_the_districts_below_a_unit_share_a_file():
    cities = [district(id=f"c{n}", name=f"{n}市", code=f"0{n}0000") for n in range(2)]
    homes = [district(id=f"d{n}", name=f"{n}区", code=f"{n:06}", parent=cities[n % 2]) for n in range(502)]
    facts = catalogue(*(campaign(id=f"w{n}", district=one) for n, one in enumerate(homes)))

    shards = campaign_shards(facts)

    assert [(one.path, len(one.campaigns)) for one in shards] == [
        ("assets/rows/c0.below-1.js", 251),
        ("assets/rows/c1.below-1.js", 251),
    ]
    (front,) = rows(facts, OPEN)
    assert front.others == tuple(one.path for one in shards)
    (found,) = rows_of(shards[0], facts, OPEN)
    assert len(found.rows) == 2 * 251


def test_a_row_has_the_readings_of_what_it_names_with_their_initials():
    hall = venue(readings=("zeng jia yan",))
    office = organisation(readings=("qu kexie",))

    found = row(
        where=hall,
        readings=("yu",),
        district=district(readings=("yu bei",)),
        organisers=(part(Role.HOST, office),),
    )

    assert found.sound == "yu zengjiayan qukexie yubei zjy qk yb"


def test_places_are_found_by_the_names_that_they_had():
    museum = base(short_name="气象馆", former_names=("气象局科普厅",))
    hall = venue(aliases=("创客港",), former_names=("老礼堂",))

    assert [
        row.more for row in of_places(catalogue(museum, hall), OPEN) if row.kind in {"base", "venue"}
    ] == [
        "气象馆 气象局科普厅",
        "创客港 老礼堂",
    ]


def test_what_was_to_be_on_a_day_is_found_there_with_what_became_of_it():
    off = row(when=may(25, 27), change=Change(Status.CANCELLED))
    moved = row(when=may(28), change=Change(Status.RESCHEDULED, "", (may(25),)))

    assert [(one.days, one.gone, one.status) for one in (off, moved)] == [
        ("", "2024-05-25/2024-05-27", "取消"),
        ("2024-05-28", "2024-05-25", "改期"),
    ]


def test_a_part_is_a_row_that_names_its_whole_and_the_whole_is_found_by_its_parts():
    whole = activity(id="whole", pieces=(Piece("talk", "气象讲座", (session(),)),))
    talk = activity(id="talk", title="气象讲座", when=session(), part_of="whole")
    later = activity(id="later", when=may(26), part_of="whole")
    found = of_campaign(whole.campaign, catalogue(whole, talk, later), OPEN)[2:]

    assert [one.whole for one in found] == ["", "activities/whole.html", ""]
    assert "气象讲座" in found[0].more.split()


def test_a_row_knows_the_room_and_where_to_meet():
    assert row(where=AtBase(base(), "一楼报告厅", "东门")).more.split()[:2] == ["一楼报告厅", "集合：东门"]


def test_days_without_an_end_are_found_on_the_day_that_is_known_and_stay_until_the_campaign_ends():
    found = [
        next(row for row in rows(catalogue(activity(when=when)), OPEN)[0].rows if row.kind == "activity")
        for when in (SINCE, UNTIL)
    ]

    assert [(row.when, row.days, row.first, row.last) for row in found] == [
        ("2024年5月25日 周六起", "2024-05-25", "2024-05-25", "2024-06-01"),
        ("2024年5月31日 周五止", "2024-05-31", "2024-05-25", "2024-05-31"),
    ]


def test_what_is_full_says_so_where_it_is_found():
    held = SubEvent(session(25), status=SessionStatus.FULL)

    assert (
        row(when=held.when, sessions=(held,), admission=fully_booked(Admission())).when
        == "2024年5月25日 周六 9:30—11:00（名额已满）"
    )


def test_an_activity_is_found_by_its_text_its_programme_and_who_speaks():
    made = row(
        description="开展公民科学素质知识竞赛活动。" + "长" * 300,
        programme=(ProgrammeRow("9:00", "眼科讲座"),),
        people=(Person("主讲人甲"),),
    )

    assert made.text == "开展公民科学素质知识竞赛活动。" + "长" * 300
    assert made.more.split()[:2] == ["眼科讲座", "主讲人甲"]


def test_topics_audiences_and_organisations_are_found_too():
    office = organisation(short_names=("区科技局",), contacts=(contact("023-60000003"),))
    young, nobody = Term("youth", "青少年"), Term("farmers", "农民")
    facts = catalogue(
        office,
        organisation(id="all", name="各镇街", collective=True),
        activity(topics=(HEALTH,), audience=(young,)),
        terms=Terms(topics=(HEALTH, WATER), audiences=(young, nobody)),
    )

    found = [(one.kind, one.path, one.title, one.more, one.call) for one in of_places(facts, OPEN)]
    assert found[1:] == [
        ("topic", "topics/health.html", "卫生健康", "", ""),
        ("audience", "search.html?what=activity&audience=youth", "青少年", "", ""),
        (
            "organisation",
            "organisations/science-bureau.html",
            "渝北区科技局",
            "区科技局",
            "023-60000003",
        ),
    ]


def test_a_row_knows_where_it_is():
    known = base(point=Point(106.631, 29.718, "", 1500))

    assert row(where=(AtBase(known), AtBase(base(id="else")))).spots == "106.63100,29.71800,1500"
    assert of_places(catalogue(known), OPEN)[1].spots == "106.63100,29.71800,1500"


def test_whose_number_is_shown_is_found_by_the_office_and_nobody_by_a_hidden_one():
    told = contact("023-60000003", name="张三", post="政策法规科", show=Show.OFFICE)
    kept = contact("023-60000004", name="李四", post="科普部", show=Show.INTERNAL)
    week = campaign(contacts=(told, kept))
    office = organisation(contacts=(told, kept))

    assert [one.more for one in of_places(catalogue(office), OPEN)][-1] == "政策法规科"
    assert of_campaign(week, catalogue(activity(campaign=week)), OPEN)[0].more == "科技活动周 政策法规科"
