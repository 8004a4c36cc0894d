"""The site on one's own computer while it is written: it builds again on every change, and open pages reload.

A mistake is shown over the last good page. What pages need for this is put into them as they are served; the files of the site
hold nothing of it.
"""

from scienceweek.preview.session import PreviewWish, serve

__all__ = ["PreviewWish", "serve"]
