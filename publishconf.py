"""The site in public."""

import os
import sys

from pelicanconf import *  # noqa: F403
from scienceweek.publishing import published

# The address and the places that data/site.yaml names; what is asked for in the environment goes before it.
FACTS = published(PROJECT / "data")  # noqa: F405
SITEURL = os.environ.get("SITEURL", "") or FACTS.url

# A packed twin beside each text file, which web servers send as it lies there.
SCIENCEWEEK = SCIENCEWEEK | {"gzip": True}  # noqa: F405

# Where `invoke publish` brings the site: `to` names one of the places below it.
PUBLISH = {
    # server, rsync, s3, pages, zip: what the environment asks for, what the facts say, what a template of CI falls back on.
    "to": os.environ.get("TO", "") or str(FACTS.to or os.environ.get("TO_DEFAULT", "") or "zip"),
    # This machine: the folder of setup-server, or any folder; the web server reads live/ in it.
    "server": {"path": "/srv/scienceweek"},
    # Another machine. "swap": False for an account that can do nothing but rsync.
    "rsync": {"to": "", "swap": True},
    # 阿里云 OSS and the like: "endpoint": "https://oss-cn-chengdu.aliyuncs.com", "addressing": "virtual". The keys are
    # not written here: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ~/.aws/credentials.
    # "gzip": False for readers that cannot unpack; "website": False where the pages for folders and for what is not there
    # are set elsewhere.
    "s3": {
        "bucket": "",
        "endpoint": "",
        "region": "",
        "prefix": "",
        "addressing": "auto",
        "gzip": True,
        "website": True,
    },
    # GitHub, GitLab, Gitea.
    "pages": {"remote": "origin", "branch": "gh-pages", "domain": ""},
    # For a 集约化平台, or a USB stick.
    "zip": {"file": str(PROJECT / "output.zip")},  # noqa: F405
}
for _name, _place in FACTS.places.items():
    PUBLISH[_name] = {**PUBLISH[_name], **_place}

if os.environ.get("TODAY"):
    sys.exit("TODAY 只用于演示，正式发布的网站不能用。请去掉 TODAY 再发布。")
