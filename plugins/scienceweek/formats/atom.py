"""What is new, for feed readers (Atom, RFC 4287)."""

from datetime import UTC, date, datetime, time
from html import escape

from feedgenerator import Atom1Feed

from scienceweek.frozen import frozen


@frozen
class FeedEntry:
    """Something new at *url*, *updated* then, or on that day; *text* is plain. *id* is an IRI that is its own for ever (RFC 4151)."""

    id: str
    title: str
    url: str
    text: str
    updated: date


@frozen
class Feed:
    """A feed of *author* that lies at *address* and tells of the page at *url*.

    Addresses are absolute, or relative to the feed itself (RFC 4287 §4.2.7.1).
    """

    id: str
    title: str
    url: str
    address: str
    author: str


def atom(feed: Feed, entries: tuple[FeedEntry, ...]) -> bytes:
    """At least one entry; equal entries make equal bytes."""
    found = Atom1Feed(
        title=feed.title,
        link=feed.url,
        feed_url=feed.address,
        feed_guid=feed.id,
        author_name=feed.author,
        description="",
        language="zh-CN",
    )
    for entry in entries:
        found.add_item(
            title=_clean(entry.title),
            link=entry.url,
            unique_id=entry.id,
            description=escape(_clean(entry.text)).replace("\n", "<br>"),
            updateddate=_moment(entry.updated),
        )
    text: str = found.writeString("utf-8")
    return text.encode()


def _moment(updated: date) -> datetime:
    return updated if isinstance(updated, datetime) else datetime.combine(updated, time.min, UTC)


def _clean(text: str) -> str:
    """Without what XML cannot hold: control characters but the line end and the tab."""
    return "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
