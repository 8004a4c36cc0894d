import samples
from scienceweek.model.point import Point
from scienceweek.views.pages.bases_of_district import bases_of_district_pages, shards
from scienceweek.views.parts.contacts import Privacy

PRIVACY = Privacy(samples.FIRST)
QIJIANG = samples.district(id="qijiang", name="綦江区", short="綦江", code="500110")


def test_the_list_has_the_bases_of_its_district_and_no_other():
    facts = samples.catalogue(
        *(samples.base(id=f"b{number}") for number in range(301)), samples.base(district=QIJIANG)
    )
    made = tuple(bases_of_district_pages(samples.district(), facts, PRIVACY))

    assert [row.id for page in made for row in page.rows] == [f"b{number}" for number in range(301)]
    assert [(page.head.path, page.head.title, len(page.rows)) for page in made] == [
        ("districts/yubei.bases.html", "渝北区301处科普基地 电话与地址", 100),
        ("districts/yubei.bases.2.html", "渝北区301处科普基地 电话与地址 第2页", 100),
        ("districts/yubei.bases.3.html", "渝北区301处科普基地 电话与地址 第3页", 100),
        ("districts/yubei.bases.4.html", "渝北区301处科普基地 电话与地址 第4页", 1),
    ]
    assert [link.word for link in made[0].pages] == ["1—100", "101—200", "201—300", "301—301"]
    assert [(shard.path, len(shard.rows)) for shard in shards(samples.district(), made)] == [
        ("assets/bases/yubei.js", 100),
        ("assets/bases/yubei.2.js", 100),
        ("assets/bases/yubei.3.js", 100),
        ("assets/bases/yubei.4.js", 1),
    ]


def test_a_small_map_shows_as_many_as_it_can():
    bases = [
        samples.base(id=f"b{number}", point=Point(106.5, 29.7, "天地图 2024-05-20")) for number in range(301)
    ]
    few, many = samples.catalogue(*bases[:300]), samples.catalogue(*bases)

    assert next(bases_of_district_pages(samples.district(), few, PRIVACY)).sketch is not None
    assert next(bases_of_district_pages(samples.district(), many, PRIVACY)).sketch is None


def test_what_is_no_more_than_a_name_is_said_once():
    bare = samples.base(type=None, address="")

    assert [
        one.number
        for one in next(bases_of_district_pages(samples.district(), samples.catalogue(bare), PRIVACY)).bare
    ] == [1]
