from dataclasses import replace

import samples
from scienceweek.model.point import Point
from scienceweek.views.maps.sketch import sketch

HERE, THERE = Point(106.528, 29.597, "估计", 1500), Point(106.655, 29.756, "张三现场定位")
DISTRICT = samples.district(point=Point(106.631, 29.718, "估计", 1500))
MUSEUM = samples.base(short_name="气象馆", point=HERE, district=DISTRICT)
COLLEGE = samples.base(id="college", name="重庆工业职业技术学院", point=THERE, district=DISTRICT)
UNKNOWN = samples.base(id="farm", district=DISTRICT)


def of(*bases, district=DISTRICT):
    return sketch(bases, district, samples.catalogue(*bases))


def test_without_a_position_there_is_no_map():
    assert of(UNKNOWN) is None


def test_each_base_with_a_position_is_a_pin_that_leads_to_the_big_map():
    made = of(MUSEUM, COLLEGE, UNKNOWN)
    assert [(mark.path, mark.name, mark.number) for mark in made.marks] == [
        ("bases.html#museum", "气象馆", 1),
        ("bases.html#college", "重庆工业职业技…", 1),
    ]


def test_bases_at_one_place_share_a_pin():
    (mark,) = of(MUSEUM, replace(COLLEGE, point=HERE)).marks
    assert (mark.number, mark.name, mark.said) == (2, "气象馆等2处", "重庆市气象科普馆、重庆工业职业技术学院")


def test_what_is_not_exact_has_its_radius_and_says_so():
    made = of(MUSEUM, COLLEGE)
    assert [mark.radius > 0 for mark in made.marks] == [True, False]
    assert made.note == "有1处是大致位置，以地址为准；没有底图，不画区界。"


def test_a_single_rough_position_is_called_rough():
    assert of(MUSEUM).note == "大致位置，以地址为准；没有底图，不画区界。"


def test_it_says_in_words_what_it_shows():
    assert of(MUSEUM, COLLEGE).label == "渝北区2处基地的位置，圈距5公里"


def test_without_a_centre_there_are_no_rings():
    made = of(MUSEUM, district=samples.district())
    assert (made.centre, made.rings) == (None, ())


def test_the_name_of_the_centre_stands_neither_on_scale_and_north_nor_on_a_pin():
    centres = {
        "right": Point(106.55, 29.65, "估计"),
        "left": Point(106.70, 29.448, "估计"),
    }
    for side, centre in centres.items():
        made = of(MUSEUM, district=replace(DISTRICT, point=centre))
        assert (made.centre_word, made.centre_label.side) == ("渝北", side)
