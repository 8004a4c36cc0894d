import samples
from scienceweek.model.point import Point
from scienceweek.views.pages.bases_of_district import bases_of_district_page
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(samples.FIRST)
QIJIANG = samples.district(id="qijiang", name="綦江区", short="綦江", code="500110")


def test_the_list_has_the_bases_of_its_district_and_no_other():
    facts = samples.catalogue(
        *(samples.base(id=f"b{number}") for number in range(301)), samples.base(district=QIJIANG)
    )
    made = bases_of_district_page(samples.district(), facts, PRIVACY)

    assert [row.id for row in made.rows] == [f"b{number}" for number in range(301)]
    assert (made.head.path, made.head.title) == (
        "districts/yubei.bases.html",
        "渝北区301处科普基地 电话与地址",
    )


def test_a_small_map_shows_as_many_as_it_can():
    bases = [
        samples.base(id=f"b{number}", point=Point(106.5, 29.7, "天地图 2024-05-20")) for number in range(301)
    ]
    few, many = samples.catalogue(*bases[:300]), samples.catalogue(*bases)

    assert bases_of_district_page(samples.district(), few, PRIVACY).sketch is not None
    assert bases_of_district_page(samples.district(), many, PRIVACY).sketch is None


def test_what_is_no_more_than_a_name_is_said_once():
    bare = samples.base(type=None, address="")

    assert [
        one.number
        for one in bases_of_district_page(samples.district(), samples.catalogue(bare), PRIVACY).bare
    ] == [1]
