from samples import FIRST, activity, base, campaign, catalogue, contact, district, may, opening, part, venue
from scienceweek.model.activity import Change, Status
from scienceweek.model.contact import Show
from scienceweek.model.place import Admission, AtPlace, Fee, Online
from scienceweek.model.schedule import Unfixed
from scienceweek.views.parts.arrangements import ArrangementRow, arrangements, has_arrangements
from scienceweek.views.parts.contacts import Privacy

TODAY = Privacy(today=FIRST)
WEEK = campaign()


def rows(*things: object) -> tuple[ArrangementRow, ...]:
    return arrangements(district(), WEEK, catalogue(WEEK, *things), TODAY)


def cells(*things: object) -> list[tuple[str, ...]]:
    return [row.cells for row in rows(*things)]


def test_a_base_has_a_row_with_all_that_it_holds_and_its_openings():
    free = opening(campaign=WEEK, admission=Admission(fee=Fee.FREE), note="其他时间预约开放", when=may(31))
    museum = base(contacts=(contact("023-60000001", "17760000002", name="某人"),), openings=(free,))
    school = activity(base=museum, when=may(21), where=AtPlace("新牌坊小学"))
    home = activity(id="open", title="开放日", base=museum, where=museum)

    assert cells(museum, home, school) == [
        (
            "1",
            "重庆市气象科普馆",
            "场馆类",
            "新牌坊一路68号",
            "某人",
            "023-60000001\n17760000002",
            (
                "2024年5月21日 周二在新牌坊小学开展“我们曾经都是鱼”；\n"
                "2024年5月25日 周六在基地开展“开放日”；\n"
                "2024年5月31日 周五 免费开放，其他时间预约开放"
            ),
        )
    ]


def test_bases_stand_as_in_the_annex_then_those_that_only_hold_something():
    tenth = base(id="tenth", name="第十家", campaign=WEEK, source="annex-10")
    second = base(id="second", name="第二家", campaign=WEEK, source="annex-2")
    other = base(id="other", name="别家")

    found = rows(other, tenth, second, activity(base=other))

    assert [(row.number, row.name) for row in found] == [("1", "第二家"), ("2", "第十家"), ("3", "别家")]
    assert found[0].cells[6] == "未写明"


def test_what_is_no_bases_stands_by_who_holds_it_where_and_whom_one_asks():
    bureau = {"organisers": (part(),)}
    hall = venue()

    assert cells(
        activity(id="a", title="启动仪式", where=hall, **bureau),
        activity(id="b", title="讲座", where=hall, **bureau),
        activity(id="c", title="直播", where=Online(), **bureau),
        activity(id="d", title="没有主办的"),
    ) == [
        ("1", "区科技局", "", "市主会场（创客港·未来科技园）", "未写明", "未写明", "2024年5月25日 周六 “启动仪式”；\n2024年5月25日 周六 “讲座”"),
        ("2", "区科技局", "", "线上（网址未公布）", "未写明", "未写明", "2024年5月25日 周六 “直播”"),
        ("3", "未写明", "", "未写明", "未写明", "未写明", "2024年5月25日 周六 “没有主办的”"),
    ]  # fmt: skip


def test_numbers_that_are_not_for_the_public_are_said_to_be_kept():
    museum = base(contacts=(contact(show=Show.INTERNAL, name="某人"),))

    (row,) = rows(museum, activity(base=museum))

    assert (row.who, row.calls, row.unreached, row.cells[4:6]) == (
        (),
        (),
        "不对外公布",
        ("未写明", "不对外公布"),
    )


def test_what_does_not_take_place_stays_and_says_so():
    off = activity(change=Change(Status.POSTPONED, "暴雨", (may(25),)), when=Unfixed("再定"))

    ((plan,),) = (row.plans for row in rows(off))

    assert (plan.said, plan.off) == ("再定 “【延期】我们曾经都是鱼”，原定2024年5月25日 周六", True)


def test_a_district_without_anything_of_a_campaign_has_no_table():
    other = district(id="qijiang", name="綦江区")
    known = catalogue(WEEK, other, activity())

    assert has_arrangements(district(), WEEK, known)
    assert not has_arrangements(other, WEEK, known)
