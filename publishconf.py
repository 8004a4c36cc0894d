"""The site in public."""

import os
import sys

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "")

# A packed twin beside each text file, which web servers send as it lies there.
SCIENCEWEEK = SCIENCEWEEK | {"gzip": True}  # noqa: F405

if os.environ.get("TODAY"):
    sys.exit("TODAY 只用于演示，正式发布的网站不能用。请去掉 TODAY 再发布。")
