from itertools import accumulate

import samples
from scienceweek.model.activity import Activity
from scienceweek.model.place import Access, Admission, Fee, Venue
from scienceweek.model.point import Point
from scienceweek.views.maps.pins import BaseNames, Run, VenuePin, index, pin_files, pins
from scienceweek.views.parts.base_traits import BaseTraits

YUBEI = samples.district(point=Point(106.631, 29.718, "估计", 1500))
QIJIANG = samples.district(id="qijiang", name="綦江区", short="綦江", code="500110")
MUSEUM = samples.base(
    district=YUBEI,
    town="龙山街道",
    point=Point(106.528, 29.597, "估计", 1500),
    openings=(samples.opening(admission=Admission(fee=Fee.FREE)),),
)
COLLEGE = samples.base(
    id="college",
    name="工业学院",
    type=None,
    district=YUBEI,
    point=Point(106.655, 29.756, "现场"),
    wheelchair=Access.FULL,
)
FARM = samples.base(id="farm", name="种子小镇", district=QIJIANG, address="")


def test_each_column_has_one_entry_a_base_district_by_district():
    (made,) = pins(samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE))
    assert made.districts == (
        Run("qijiang", "綦江区", 1, None, None),
        Run("yubei", "渝北区", 2, 106.631, 29.718),
    )
    assert [made.types[type] if type >= 0 else "" for type in made.type] == ["venue", "venue", ""]
    assert [made.answers[answer] for answer in made.answer] == [
        ("", "", ""),
        ("2024-05-25/2024-06-01=k", "", ""),
        ("", "", ""),
    ]
    assert made.radius == (0, 1500, 0)
    assert [made.traits[trait] for trait in made.trait] == [
        BaseTraits("", "", ""),
        BaseTraits("2024-06-01", "", ""),
        BaseTraits("", "yes", ""),
    ]


def test_positions_are_differences_and_can_be_added_up():
    (made,) = pins(samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE))
    assert made.lon[0] is None
    assert list(accumulate(made.lon[1:])) == [10652800, 10665500]
    assert list(accumulate(made.lat[1:])) == [2959700, 2975600]


def test_towns_are_named_in_the_middle_of_their_bases():
    (made,) = pins(samples.catalogue(MUSEUM))

    assert made.names == (
        ("渝北区", 106.631, 29.718),
        ("龙山街道", 106.528, 29.597),
    )


def test_a_venue_with_a_position_is_a_pin_with_its_activities():
    hall = samples.venue(point=Point(106.6, 29.7, "现场"))
    fish = samples.activity(where=hall, base=None)
    (made,) = pins(samples.catalogue(fish))

    assert made.halls == (
        VenuePin(
            "市主会场",
            "venues/hall.html",
            "创客港·未来科技园",
            106.6,
            29.7,
            0,
            1,
            (("我们曾经都是鱼", "2024年5月25日 周六", "activities/fish.html"),),
        ),
    )


def test_a_card_has_room_for_six_of_the_activities_of_a_venue():
    hall = samples.venue(point=Point(106.6, 29.7, "现场"))
    ((made,),) = (one.halls for one in pins(samples.catalogue(*(_at(hall, number) for number in range(8)))))

    assert (made.number, len(made.activities)) == (8, 6)


def test_very_many_are_several_files_that_go_on_where_the_one_before_ended(monkeypatch):
    for name in ("BASES", "HALLS", "NAMES"):
        monkeypatch.setattr(f"scienceweek.views.maps.pins.{name}", 2)
    halls = [
        samples.venue(id=f"hall-{number}", district=YUBEI, point=Point(106.6, 29.7, "现场"))
        for number in range(5)
    ]
    facts = samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE, *(_at(hall) for hall in halls))
    first, *others = pins(facts)

    assert pin_files(facts) == (("assets/pins.js", "assets/pins.2.js"), ("assets/pins.3.js",))
    assert [(len(one.radius), len(one.halls), len(one.names)) for one in (first, *others)] == [
        (2, 2, 2),
        (1, 2, 0),
        (0, 1, 0),
    ]
    assert (first.lon, others[0].lon) == ((None, 10652800), (10665500,))
    assert [run.number for run in first.districts] == [1, 2]
    assert {one.districts for one in others} == {()}
    assert [names.name for one in (first, *others) for names in one.halls] == ["市主会场"] * 5


def _at(hall: Venue, number: int = 0) -> Activity:
    campaign = samples.campaign(district=hall.district)
    return samples.activity(
        id=f"{hall.id}-{number}", where=hall, base=None, district=hall.district, campaign=campaign
    )


def test_the_files_of_names_have_the_words_by_which_a_base_is_found(monkeypatch):
    monkeypatch.setattr("scienceweek.views.maps.pins.INDEXED", 2)

    assert index(samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE)) == (
        BaseNames(
            "assets/bases.js",
            0,
            (
                ("farm", "种子小镇", "綦江区"),
                ("museum", "重庆市气象科普馆", "新牌坊一路68号 龙山街道 渝北区"),
            ),
        ),
        BaseNames("assets/bases.2.js", 2, (("college", "工业学院", "新牌坊一路68号 渝北区"),)),
    )
    assert index(samples.catalogue()) == (BaseNames("assets/bases.js", 0, ()),)
