from urllib.robotparser import RobotFileParser

from lxml import etree

from scienceweek.formats.sitemap import robots, sitemap, sitemap_index


def test_a_sitemap_lists_the_addresses():
    found = etree.fromstring(sitemap(("https://a.example/x.html?a&b", "https://a.example/y.html")))

    assert found.xpath("//s:loc/text()", namespaces={"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}) == [
        "https://a.example/x.html?a&b",
        "https://a.example/y.html",
    ]


def test_an_index_lists_the_addresses_of_sitemaps():
    found = etree.fromstring(
        sitemap_index(("https://a.example/sitemap-1.xml", "https://a.example/sitemap-2.xml"))
    )

    assert etree.QName(found).localname == "sitemapindex"
    assert [(etree.QName(one).localname, one[0].text) for one in found] == [
        ("sitemap", "https://a.example/sitemap-1.xml"),
        ("sitemap", "https://a.example/sitemap-2.xml"),
    ]


def test_robots_may_look_at_everything_and_learn_where_the_sitemap_is():
    told = RobotFileParser()
    told.parse(robots("https://a.example/sitemap.xml").decode().splitlines())

    assert told.can_fetch("any", "https://a.example/x.html")
    assert told.site_maps() == ["https://a.example/sitemap.xml"]


def test_a_site_without_an_address_has_no_sitemap_to_tell_of():
    assert robots("") == b"User-agent: *\nAllow: /\n"
