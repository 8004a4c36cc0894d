from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scienceweek.formats import atom

ABOUT = atom.Feed(
    "tag:kepu.example,2024:feed.atom",
    "科技活动周",
    "https://kepu.example/index.html",
    "https://kepu.example/feed.atom",
    "渝北区科技局",
)
FISH = atom.FeedEntry(
    "tag:kepu.example,2024:fish",
    "鱼 <一>",
    "https://kepu.example/activities/fish.html",
    "5月25日 & 26日\n<b>看</b>",
    date(2024, 5, 17),
)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(content: bytes, path: str) -> list[str]:
    return [str(found) for found in etree.fromstring(content).xpath(path, namespaces=ATOM)]


def test_a_feed_says_what_it_is_and_where_it_lies():
    content = atom.atom(ABOUT, (FISH,))

    assert read(content, "a:id/text() | a:title/text() | a:updated/text()") == [
        "科技活动周",
        "tag:kepu.example,2024:feed.atom",
        "2024-05-17T00:00:00+00:00",
    ]
    assert read(content, "a:link/@href") == [ABOUT.url, ABOUT.address]
    assert read(content, "a:author/a:name/text()") == ["渝北区科技局"]


def test_an_entry_is_read_as_it_was_written():
    content = atom.atom(ABOUT, (FISH,))

    assert read(content, "a:entry/a:id/text()") == [FISH.id]
    assert read(content, "a:entry/a:title/text()") == ["鱼 <一>"]
    assert read(content, "a:entry/a:link/@href") == [FISH.url]
    assert read(content, "a:entry/a:summary/@type | a:entry/a:summary/text()") == [
        "html",
        "5月25日 &amp; 26日<br>&lt;b&gt;看&lt;/b&gt;",
    ]
    assert read(content, "a:entry/a:updated/text()") == ["2024-05-17T00:00:00+00:00"]


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=100))
def test_any_text_makes_a_feed_that_can_be_read(text: str):
    content = atom.atom(
        ABOUT, (atom.FeedEntry("tag:a,2024:b", text, "https://a.example/", text, date(2024, 5, 1)),)
    )

    assert etree.fromstring(content) is not None


def test_the_same_entries_make_the_same_bytes():
    assert atom.atom(ABOUT, (FISH,)) == atom.atom(ABOUT, (FISH,))
