from samples import district
from scienceweek.views.parts.regions import regions, under


def below(parent, number, prefix="d"):
    return [
        district(id=f"{prefix}{n}", name=f"{prefix}{n}区", parent=parent, code=f"{n:06}")
        for n in range(number)
    ]


LAND = district(id="land", name="某省", code="000000")
EAST, WEST = (district(id=id, name=name, parent=LAND) for id, name in (("east", "东市"), ("west", "西市")))


def test_what_a_page_holds_is_not_parted():
    assert regions(below(EAST, 200)) == ()


def test_districts_are_parted_by_the_unit_above_as_far_down_as_it_takes():
    inland = below(district(id="inland", name="内省"), 120, "i")
    found = [LAND, *below(EAST, 150, "e"), *inland, *below(WEST, 60, "w")]

    assert [(one.key, one.name, len(one.districts)) for one in regions(found)] == [
        ("land", "某省", 1),
        ("east", "某省 东市", 150),
        ("west", "某省 西市", 60),
        ("inland", "内省", 120),
    ]


def test_where_no_record_names_a_unit_above_pages_are_named_by_their_first_and_last():
    found = regions(below(None, 401))

    assert [(one.path("districts.html"), one.name) for one in found] == [
        ("districts.alone-.html", "d0区—d199区"),
        ("districts.alone-.2.html", "d200区—d399区"),
        ("districts.alone-.3.html", "d400区"),
    ]
    assert [number for one in found for number in [len(one.districts)]] == [200, 200, 1]


def test_lines_count_and_what_is_heavy_alone_has_a_page():
    east = below(EAST, 3)

    found = regions(east, lambda one: 5 if one.id == "d1" else 1, most=4)

    assert [[one.id for one in region.districts] for region in found] == [["d0"], ["d1"], ["d2"]]
    assert [one.path("organisations.html") for one in found][1] == "organisations.east.2.html"


def test_what_is_right_below_a_unit_and_has_nothing_below_stands_with_it():
    east, alone = below(EAST, 2), district(id="county", name="直管县", parent=LAND)

    assert [(unit.name, [one.id for one in own]) for unit, own in under([*east, alone], LAND)] == [
        ("某省", ["county"]),
        ("东市", ["d0", "d1"]),
    ]
