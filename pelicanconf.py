"""The site on anyone's machine. ``publishconf.py`` is the site in public."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Not PLUGIN_PATHS: worker processes that are spawned would not see it.
sys.path.insert(0, str(HERE / "plugins"))

from scienceweek.surroundings import expect  # noqa: E402

SITENAME = "科技活动周"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"

PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
PLUGINS = ["scienceweek.plugin"]
expect(HERE, PLUGINS)

# Facts, and what all pages have in common. Empty marks of the foot are not shown.
SCIENCEWEEK = {
    "data": str(HERE / "data"),
    # What `check` has read, for the build that follows.
    "kept": str(HERE / ".cache" / "kept"),
    # A day such as 2024-05-25: the site as it looks on that day, for demonstrations.
    "today": os.environ.get("TODAY", ""),
    # The right-hand side of calendar UIDs: for ever the same, whatever the address of the site.
    "uid_domain": "scienceweek.invalid",
    # Who runs the site, and the number for mistakes that visitors find.
    "keeper": "",
    "phone": "",
    "marks": {
        "authority": "",  # 党政机关网站标识: a picture, such as images/authority.png
        "authority_url": "",
        "code": "",  # 网站标识码
        "icp": "",  # ICP 备案
        "police": "",  # 公安备案
        "map_approval": "",  # 审图号
    },
    # What lies under the pins of the big map: nothing, or "tianditu" (with token), "pmtiles" (with
    # file), "osm"; its 审图号 is shown lower left. docs/map.md tells more.
    "map": {"service": "", "token": "", "file": "", "approval": "", "source": ""},
    # Who is asked for positions by `invoke geocode`: tianditu or amap.
    "geocoder": "tianditu",
    # Mobiles: printed as the record has them, or masked (177****9721); and for how many days
    # after the end of their campaign (None: for ever).
    "mask_mobiles": False,
    "hide_mobiles_after_days": None,
}

# Pelican reads the pages; everything is drawn and written by the plugin, in one go.
PAGE_PATHS = ["pages"]
PAGE_SAVE_AS = ""
PAGE_URL = ""
SLUGIFY_SOURCE = "basename"
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
DELETE_OUTPUT_DIRECTORY = False
READERS = {"html": None, "rst": None}
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
