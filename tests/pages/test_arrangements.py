from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from stage import barriers, drawn

from samples import activity, base, campaign, catalogue, contact, district, part, site
from scienceweek.views.pages.arrangements import arrangements_page
from scienceweek.views.parts.contacts import Privacy

MUSEUM = base(contacts=(contact("023-60000001", "17760000002", name="某人"),))
FACTS = catalogue(
    activity(base=MUSEUM, where=MUSEUM), activity(id="b", title="启动仪式", organisers=(part(),))
)
OLD = campaign(id="2023-yubei", name="2023年渝北区科技活动周")
VIEW = arrangements_page(district(), campaign(), FACTS, Privacy(date(2024, 5, 25)), (OLD,))


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_table_has_no_barriers_and_each_number_can_be_tapped(
    browser: Browser, tmp_path: Path, width: int, scheme: str
):
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)

    page.goto(drawn(tmp_path, "arrangements.html", VIEW, site(), VIEW.head.path))

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    taps = page.locator(".table-files a, .others a" if width > 320 else ".table-files a, .others a, .calls a")
    assert [one for one in taps.all() if one.bounding_box()["height"] < 44] == []
    page.close()
