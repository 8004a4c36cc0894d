from datetime import date

import samples
from samples import part
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Access, InArea
from scienceweek.model.point import Point
from scienceweek.views.pages.bases import BaseChoice, bases_page
from scienceweek.views.parts.base_rows import BareBases, lies, rows
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.enquiries import EnquiryDesk
from scienceweek.views.parts.verdict import Verdict

PRIVACY = Privacy(date(2024, 5, 25))
ROUGH = Point(106.528, 29.597, "估计", 1500)
MUSEUM = samples.base(
    address="渝北区新牌坊一路68号",
    point=ROUGH,
    contacts=(samples.contact("023-60000001", "17783199721", name="叶钊"),),
    openings=(samples.opening(),),
)


def row(base, privacy=PRIVACY):
    (made,) = rows((base,), samples.catalogue(base), privacy)
    return made


def test_a_row_is_what_one_needs_before_going():
    made = row(MUSEUM)
    assert (made.id, made.path, made.kind, made.asked) == ("museum", "bases/museum.html", "场馆类", None)
    assert (made.address, made.place) == (("新牌坊一路", "68号"), "渝北区新牌坊一路68号")
    assert made.calls == (
        Call("叶钊", "023-60000001", "tel:+862360000001"),
        Call("叶钊", "17783199721", "tel:+8617783199721", mobile=True),
    )
    assert (made.verdict, made.why) == (
        Verdict("2024-05-25/2024-06-01=k", "", ""),
        "2024年5月25日—6月1日开放",
    )


def test_numbers_that_are_not_for_the_public_are_in_no_row():
    assert row(samples.base(contacts=(samples.contact(show=Show.INTERNAL),))).calls == ()


def test_without_a_number_those_are_asked_whose_notice_names_it():
    bureau = part(Role.DRAFTER, samples.organisation())
    named = samples.base(campaign=samples.campaign(organisers=(bureau,)))

    assert row(named).asked == EnquiryDesk("渝北区科技局", "organisations/science-bureau.html", ())
    assert row(samples.base()).asked is None


def test_masked_mobiles_are_masked_here_too():
    made = row(MUSEUM, Privacy(date(2024, 5, 25), mask_mobiles=True))
    assert [call.number for call in made.calls] == ["023-60000001", "177****9721"]


def test_how_well_a_position_is_known_is_said():
    assert lies(MUSEUM) == "大致位置，以地址为准"
    assert lies(samples.base()) == "位置未知，地图上没有"
    assert lies(samples.base(address="")) == "位置未知，通知没有写地址"
    assert lies(samples.base(point=Point(106.5, 29.6, "现场"))) == ""


def test_of_which_bases_only_the_name_is_known_is_said_once_for_each_district():
    pingluo = samples.district(id="pingluo", name="平罗县", short="平罗", code="640221")
    bare = [samples.base(id=id, type=None, address="", district=pingluo) for id in ("a", "b")]
    made = bases_page(samples.catalogue(MUSEUM, *bare), PRIVACY)

    assert made.bare == (BareBases("平罗县", "districts/pingluo.html", 2),)
    assert [(one.bare, one.why) for one in made.rows if one.district == "平罗县"] == [(True, "")] * 2


def test_a_wheelchair_is_spoken_of_where_it_gets_in():
    assert [
        row(samples.base(wheelchair=access)).access for access in (Access.UNKNOWN, Access.FULL, Access.NONE)
    ] == [
        "",
        "轮椅可以进出",
        "",
    ]


def test_up_to_three_hundred_bases_are_on_one_page():
    made = bases_page(samples.catalogue(*(samples.base(id=f"b{number}") for number in range(300))), PRIVACY)
    assert (len(made.rows), len(made.rest), made.rest[0].number) == (made.first, 300 - made.first, made.first)
    assert made.districts == (BaseChoice("yubei", "渝北区", 300, "districts/yubei.html"),)


def test_of_more_each_district_has_a_list_of_its_own():
    catalogue = samples.catalogue(*(samples.base(id=f"b{number}") for number in range(301)))
    made = bases_page(catalogue, PRIVACY)
    assert (made.rows, made.sketch) == ((), None)
    assert made.districts == (BaseChoice("yubei", "渝北区", 301, "districts/yubei.bases.html"),)


def test_rows_know_their_pins_by_number():
    qijiang = samples.district(id="qijiang", name="綦江区", short="綦江", code="500110")
    first, second, third = samples.base(id="a"), samples.base(id="b", district=qijiang), samples.base(id="c")
    made = bases_page(samples.catalogue(first, second, third), PRIVACY)
    assert [(one.number, one.id) for one in made.rows] == [(0, "a"), (1, "c"), (2, "b")]


def test_what_happens_over_an_area_is_listed_and_never_a_pin():
    wide = samples.activity(where=InArea("全区"))
    assert [line.path for line in bases_page(samples.catalogue(wide), PRIVACY).area.shown] == [
        "activities/fish.html"
    ]


def test_a_fold_over_areas_holds_two_dozen_and_all_else_is_on_the_page_of_all_activities():
    def made(number):
        wide = (samples.activity(id=f"a{one}", where=InArea("全区")) for one in range(number))
        view = bases_page(samples.catalogue(*wide), PRIVACY)
        return len(view.area.shown), len(view.area.folded), view.area_rest

    assert (made(36), made(37)) == ((12, 24, 0), (12, 0, 25))


def test_a_venue_without_a_position_is_listed():
    made = bases_page(samples.catalogue(samples.venue()), PRIVACY)
    assert [hall.path for hall in made.halls] == ["venues/hall.html"]


def test_the_title_says_how_many_there_are_and_where():
    assert bases_page(samples.catalogue(MUSEUM), PRIVACY).head.title == "1处科普基地 地图与电话 · 渝北区1处"
