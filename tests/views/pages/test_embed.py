from datetime import date
from pathlib import Path

from lxml import html

import samples
from samples import activity, base, catalogue, may, site
from scienceweek.model.schedule import Unfixed
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[3] / "theme"
HOSTILE = '鱼"></iframe><script>'
MUSEUM = base(contacts=(samples.contact("023-60000001"),))
FACTS = catalogue(
    MUSEUM,
    activity(title=HOSTILE, when=may(25), where=MUSEUM),
    activity(id="some-day", title="没有日子的", when=Unfixed("另行通知")),
    samples.alert(text="大风预警"),
)


def drawn(path: str, url: str = "https://kepu.example") -> html.HtmlElement:
    brief = Brief(site(url=url), Privacy(date(2024, 5, 25)), (), THEME)
    found = {target.path: target for target in named(plan(FACTS, brief))}
    target = found[path]
    return html.document_fromstring(target.draw(*target.data))


def test_a_frame_shows_what_is_on_each_day_without_what_frames_our_own_pages():
    page = drawn("embed/yubei.html")

    assert page.xpath("//header[@class='head'] | //footer | //nav") == []
    assert page.xpath("//ol[@class='programme']/li/@data-day") == [f"2024-05-{day}" for day in (25,)]
    assert HOSTILE in page.xpath("string(//ol[@class='programme'])")
    assert "大风预警" in page.text_content()
    assert "没有写明是哪一天" in page.text_content()
    assert page.xpath("//base/@target") == ["_blank"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://kepu.example/districts/yubei.html"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_page_has_the_line_that_one_pastes_and_it_leads_to_the_frame():
    page = drawn("districts/yubei.html")
    codes = page.xpath("//details[contains(@class, 'embeds')]//code/text()")
    frames = [html.fragment_fromstring(code) for code in codes]

    assert [(one.tag, one.get("src"), one.get("title")) for one in frames] == [
        ("iframe", "https://kepu.example/embed/yubei.html", "渝北区科普活动"),
        ("iframe", "https://kepu.example/embed/bases/yubei.html", "渝北区科普基地"),
    ]
    assert page.xpath("//details[contains(@class, 'embeds')]//@data-copy") == codes
    assert drawn("districts/yubei.html", "").xpath("//details[contains(@class, 'embeds')]") == []
