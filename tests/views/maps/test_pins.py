from itertools import accumulate

import samples
from scienceweek.model.boundary import Boundary
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.model.point import Point
from scienceweek.views.maps.pins import Run, VenuePin, index, pins
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
    made = pins(samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE))
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
    made = pins(samples.catalogue(FARM, MUSEUM, QIJIANG, COLLEGE))
    assert made.lon[0] is None
    assert list(accumulate(made.lon[1:])) == [10652800, 10665500]
    assert list(accumulate(made.lat[1:])) == [2959700, 2975600]


def test_towns_are_named_in_the_middle_of_their_bases():
    assert pins(samples.catalogue(MUSEUM)).names == (
        ("渝北区", 106.631, 29.718),
        ("龙山街道", 106.528, 29.597),
    )


def test_a_venue_with_a_position_is_a_pin_with_its_activities():
    hall = samples.venue(point=Point(106.6, 29.7, "现场"))
    fish = samples.activity(where=hall)
    assert pins(samples.catalogue(fish)).halls == (
        VenuePin(
            "市主会场",
            "venues/hall.html",
            "创客港·未来科技园",
            106.6,
            29.7,
            0,
            (("我们曾经都是鱼", "2024年5月25日 周六", "activities/fish.html"),),
        ),
    )


def test_a_boundary_goes_with_the_number_of_its_approval():
    ring = ((106.5, 29.6), (106.7, 29.6), (106.7, 29.8), (106.5, 29.6))
    made = pins(samples.catalogue(MUSEUM), (Boundary(YUBEI, (ring,), "渝S(2024)001号"),))
    assert made.boundaries == (("渝北区", "渝S(2024)001号", (ring,)),)


def test_the_index_has_the_words_by_which_a_base_is_found():
    assert index(samples.catalogue(MUSEUM)) == (
        ("yubei", (("museum", "重庆市气象科普馆", "新牌坊一路68号 龙山街道 渝北区"),)),
    )
