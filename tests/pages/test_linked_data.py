"""What search engines read of pages of any kind, as it stands in them (schema.org, JSON-LD)."""

import json
from pathlib import Path

from lxml import html

from samples import FIRST, activity, campaign, catalogue, organisation, site
from scienceweek.model.schedule import Unfixed
from scienceweek.render.page import Page
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.home import front_days, home_page
from scienceweek.views.pages.organisations import organisations_page
from scienceweek.views.parts.contacts import Privacy

TEMPLATES = str(Path(__file__).parents[2] / "theme" / "templates")
HOSTILE = '科技</script><b>“周”\\"'
SITE = site(url="https://kepu.example/kjz", name=HOSTILE, keeper="区科技局")
NONE = site()
KNOWN = catalogue(activity(when=Unfixed("再定")), campaign(name=HOSTILE), organisation())
PRIVACY = Privacy(FIRST)


def linked(template: str, view: object, whose: object, root: str = "") -> list[dict[str, object]]:
    page = html.document_fromstring(Page(TEMPLATES, template)(whose, view, root))
    return [json.loads(one) for one in page.xpath("//script[@type='application/ld+json']/text()")]


def test_a_page_tells_the_way_to_it():
    view = organisations_page(KNOWN)
    (trail,) = linked("organisations.html", view, SITE)

    steps = [(one["position"], one["name"], one.get("item")) for one in trail["itemListElement"]]
    assert trail["@type"] == "BreadcrumbList"
    assert steps == [
        (1, "首页", "https://kepu.example/kjz/index.html"),
        (2, "区县", "https://kepu.example/kjz/districts.html"),
        (3, view.head.title, None),
    ]
    assert linked("organisations.html", view, NONE) == []


def test_the_front_tells_how_one_searches():
    view = home_page(KNOWN, FIRST, PRIVACY, front_days(KNOWN, agenda(KNOWN), PRIVACY))

    assert linked("home.html", view, SITE) == [
        {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": HOSTILE,
            "url": "https://kepu.example/kjz/",
            "inLanguage": "zh-CN",
            "publisher": {"@type": "Organization", "name": "区科技局"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": "https://kepu.example/kjz/search.html?q={search_term_string}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    ]
    assert linked("home.html", view, NONE) == []


def test_whatever_a_campaign_is_called_its_page_is_whole():
    view = campaign_page(campaign(name=HOSTILE), KNOWN, PRIVACY)
    (trail,) = linked("campaign.html", view, SITE, "../")

    assert trail["itemListElement"][-1]["name"] == view.head.title
    assert HOSTILE in view.head.title
