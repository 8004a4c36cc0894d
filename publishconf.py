"""The site in public."""

import os
import sys

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "")

if os.environ.get("TODAY"):
    sys.exit("TODAY 只用于演示，正式发布的网站不能用。请去掉 TODAY 再发布。")
