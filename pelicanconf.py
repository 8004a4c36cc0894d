"""The site on anyone's machine. ``publishconf.py`` is the site in public."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Not PLUGIN_PATHS: worker processes that are spawned would not see it.
sys.path.insert(0, str(HERE / "plugins"))

from scienceweek.layout import project_of  # noqa: E402
from scienceweek.surroundings import expect  # noqa: E402

# Where data and content lie: here, or around this folder, if it is the program of a site of its own.
PROJECT = project_of(HERE)

SITENAME = "科技活动周"  # unless data/site.yaml has another
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"

PATH = str(PROJECT / "content")
OUTPUT_PATH = str(PROJECT / "output")
THEME = str(HERE / "theme")
PLUGINS = ["scienceweek.plugin"]
expect(PROJECT, PLUGINS)

# What is a fact of the site (its name, its keeper, marks, the ground of its map) stands in data/site.yaml.
SCIENCEWEEK = {
    "data": str(PROJECT / "data"),
    # What `check` has read, for the build that follows.
    "kept": str(PROJECT / ".cache" / "kept"),
    # A day such as 2024-05-25: the site as it looks on that day, for demonstrations.
    "today": os.environ.get("TODAY", ""),
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
