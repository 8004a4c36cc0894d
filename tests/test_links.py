import re
from datetime import date
from pathlib import Path

import pytest

from samples import activity, base, campaign, site
from scienceweek import links
from scienceweek.model.schedule import Month


def test_each_thing_lives_at_its_id():
    assert links.activity(activity(id="fish")) == "activities/fish.html"
    assert links.base(base(id="museum")) == "bases/museum.html"
    assert links.month(Month(2024, 5)) == "calendar/2024-05.html"
    assert links.day(date(2024, 5, 25)) == "calendar/2024-05-25.html"


def test_a_notice_is_linked_to_at_the_place_that_a_record_points_at():
    notice = campaign(id="2024-yubei")

    assert links.notice(notice) == "notices/2024-yubei.html"
    assert links.notice(notice, "annex-9") == "notices/2024-yubei.html#annex-9"
    assert links.notice(notice, "correction#s1") == "notices/2024-yubei.correction.html#s1"
    assert links.notice(notice, "correction#") == "notices/2024-yubei.correction.html"


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", ""), ("bases/museum.html", "../"), ("elder/districts/yubei.html", "../../")],
)
def test_the_way_to_the_root_is_as_long_as_the_path_is_deep(path: str, root: str):
    assert links.root(path) == root


def test_an_address_is_absolute_only_where_the_site_has_one():
    assert site().absolute("index.html") == ""
    assert (
        site(url="https://example.org/kepu").absolute("index.html") == "https://example.org/kepu/index.html"
    )


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", ""),
        ("https://kepu.example.gov.cn", "https://kepu.example.gov.cn"),
        ("https://www.example.gov.cn/kepu/", "https://www.example.gov.cn/kepu"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://xn--fiq228c.cn/%E7%A7%91", "https://xn--fiq228c.cn/%E7%A7%91"),
    ],
)
def test_an_address_has_no_slash_at_its_end(written, address):
    assert links.site_address(written) == address


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (5, "要写网址，放在引号里"),
        ("x.cn", "“x.cn”要以 https:// 或 http:// 开头"),
        ("//x.cn", "“//x.cn”要以 https:// 或 http:// 开头"),
        ("http:x.cn", "“http:x.cn”要以 https:// 或 http:// 开头"),
        ("ftp://x.cn", "“ftp://x.cn”要以 https:// 或 http:// 开头"),
        ("https://x.cn?a", "“https://x.cn?a”里有“?”或“#”"),
        ("https://x.cn#", "“https://x.cn#”里有“?”或“#”"),
        (" https://x.cn", "“ https://x.cn”里有空格或看不见的字符"),
        ("https://x.cn\u202e", "“https://x.cnU+202E”里有空格或看不见的字符"),
        ("https://user:word@x.cn", "“https://…@x.cn”里有用户名或密码"),
        ("https://科普.cn", "“https://科普.cn”的域名里有汉字"),
        ("https://", "“https://”的域名不对"),
        ("https://a..cn", "“https://a..cn”的域名不对"),
        ("https://x.cn:", "“https://x.cn:”的端口不对"),
        ("https://x.cn:99999", "“https://x.cn:99999”不是网址"),
        ("https://x.cn/../y", "“https://x.cn/../y”里的路径不对"),
        ("https://x.cn/科普", "“https://x.cn/科普”里的路径不对"),
        ("https://x.cn/%zz", "“https://x.cn/%zz”里的路径不对"),
        ("https://x.cn/index.html", "“https://x.cn/index.html”里的路径不对"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused(written, told):
    with pytest.raises(links.AddressError) as caught:
        links.site_address(written)

    assert str(caught.value).startswith(told)


TEMPLATES = sorted((Path(__file__).parents[1] / "theme" / "templates").glob("*.*"))
NO_ADDRESS = re.compile(r"{#.*?#}|{%-? *(?:extends|import|from|include)\b.*?%}", re.DOTALL)
ADDRESS = re.compile(r"[\w/.-]*\w\.(?:html|js|css|atom|ics|xml|png)\b")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_ask_where_things_live(template: Path):
    assert ADDRESS.findall(NO_ADDRESS.sub("", template.read_text())) == []


def test_a_template_sees_the_addresses_that_the_program_sees():
    assert (site().links.BASES, site().links.style("map")) == ("bases.html", "assets/map.css")


def test_the_address_of_a_style_says_which_edition_of_it_is_meant():
    assert (site(edition="0a1b2c3d").asset(links.STYLE), site(edition="").asset(links.STYLE)) == (
        "assets/site.css?v=0a1b2c3d",
        "assets/site.css",
    )
    assert links.versioned("images/hall.jpg", "0a1b2c3d4e5f") == "images/hall.jpg?v=0a1b2c3d"


def test_a_mark_leads_to_where_it_is_looked_up():
    assert links.Marks(police="渝公网安备 50011202500000号").police_url == (
        "https://beian.mps.gov.cn/#/query/webSearch?code=50011202500000"
    )
    assert links.Marks(police="备案中").police_url == ""


def test_a_mistake_is_told_by_the_code_of_the_site():
    assert links.Marks(code="5001120001").report_url() == (
        "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5001120001"
    )
    assert links.Marks().report_url("https://example.gov.cn/") == ""


def test_the_domain_of_a_site_is_the_host_of_its_address():
    assert (site().domain, site(url="https://example.gov.cn:8443/kjz").domain) == ("", "example.gov.cn")
