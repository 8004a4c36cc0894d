from urllib.robotparser import RobotFileParser

from lxml import etree

from scienceweek.formats.sitemap import robots, sitemap


def test_a_sitemap_lists_the_addresses():
    found = etree.fromstring(sitemap(("https://a.example/x.html?a&b", "https://a.example/y.html")))

    assert found.xpath("//s:loc/text()", namespaces={"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}) == [
        "https://a.example/x.html?a&b",
        "https://a.example/y.html",
    ]


def test_robots_may_look_at_everything_and_learn_where_the_sitemap_is():
    told = RobotFileParser()
    told.parse(robots("https://a.example/sitemap.xml").decode().splitlines())

    assert told.can_fetch("any", "https://a.example/x.html")
    assert told.site_maps() == ["https://a.example/sitemap.xml"]


def test_a_site_without_an_address_has_no_sitemap_to_tell_of():
    assert robots("") == b"User-agent: *\nAllow: /\n"
