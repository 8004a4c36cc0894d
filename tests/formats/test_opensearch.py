from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scienceweek.formats.opensearch import opensearch

SEARCH, ICON = "https://kepu.example/kjz/search.html", "https://kepu.example/kjz/assets/icon-180.png"


def read(name: str) -> dict[str, str]:
    """The elements, as a reader of XML sees them; of the address that is asked the template."""
    found = etree.fromstring(opensearch(name, SEARCH, ICON))
    return {etree.QName(one).localname: one.get("template", one.text or "") for one in found}


def test_a_browser_is_told_where_one_searches():
    assert read("渝北科技活动周") == {
        "ShortName": "渝北科技活动周",
        "Description": "在渝北科技活动周里找活动、基地和电话",
        "Url": f"{SEARCH}?q={{searchTerms}}",
        "Image": ICON,
        "Language": "zh-CN",
        "InputEncoding": "UTF-8",
    }


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=40))
def test_any_name_is_short_and_can_be_read(name: str):
    assert len(read(name)["ShortName"]) <= 16
