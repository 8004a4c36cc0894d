"""The changes of open data for programs that follow it: pages that fill up and then stay as they are, and a list of them.

Learnt from OpenActive's RPDE: what has changed again is told again at the end, what has left is told as deleted, so whoever
goes on from where it was holds what the site holds. Where nobody has counted (a site that was not published by this program), there is
one page with everything that is there.
"""

from collections.abc import Iterator
from datetime import datetime

from scienceweek import links
from scienceweek.formats.open_data.dataset import (
    DataField,
    DataKind,
    Dataset,
    Record,
    ValueType,
    record,
)
from scienceweek.formats.open_data.json_data import json_data
from scienceweek.model.catalogue import Catalogue
from scienceweek.plan.brief import Brief
from scienceweek.plan.change_log import ChangeLog, LoggedChange
from scienceweek.plan.open_data.addresses import address
from scienceweek.plan.open_data.everything import KINDS, pages
from scienceweek.render import Chapter, Target
from scienceweek.views.parts import leaves

PAGE = 500
"""Changes on a page. Where they were counted it never changes: programs count on it."""
CHANGE = DataKind(
    "changes",
    "数据变动",
    "DataFeedItem",
    (
        DataField("number", "序号", "从 1 起，一次变动一个；没有这一项的，网站没有记过变动", type=ValueType.INTEGER),
        DataField("kind", "种类", "在哪一个文件里", required=True, choices=tuple(one.name for one in KINDS)),
        DataField("id", "编号", "记录的 id", required=True),
        DataField("dateModified", "公布的时刻", "世界时；没有这一项的是没有人记过", type=ValueType.MOMENT),
        DataField("digest", "摘要", "内容一样，摘要就一样"),
        DataField("deleted", "已撤下", type=ValueType.TRUTH, required=True),
        DataField("url", "网页", type=ValueType.LINK),
    ),
)  # fmt: skip


def change_feed(catalogue: Catalogue, brief: Brief, log: ChangeLog) -> Iterator[Target | Chapter]:
    """The list and its pages, from the *log* of what was published, or of what there is."""
    if not log:
        yield Chapter(links.DATA_CHANGES, _uncounted, (brief,), catalogue)
        return
    told = tuple(_told(number, one, brief) for number, one in enumerate(log, 1))
    yield from _pages(leaves.cut(told, PAGE), brief, log[-1].modified)


def _uncounted(catalogue: Catalogue, brief: Brief) -> Iterator[Target]:
    moments = {one.id: one.modified for one in catalogue.activities}
    told = tuple(
        record(
            CHANGE.fields,
            {
                "kind": kind.name,
                "id": id,
                "dateModified": moments.get(id) if kind is KINDS[0] else None,
                "deleted": False,
                "url": address(page, brief) if page else "",
            },
        )
        for kind, id, page in pages(catalogue)
    )
    yield from _pages(leaves.cut(told, PAGE) or ((),), brief, max(moments.values(), default=None))


def _told(number: int, one: LoggedChange, brief: Brief) -> Record:
    return record(
        CHANGE.fields,
        {
            "number": number,
            "kind": one.kind,
            "id": one.id,
            "dateModified": one.modified,
            "digest": one.digest,
            "deleted": not one.digest,
            "url": address(one.page, brief) if one.page else "",
        },
    )


def _pages(parts: tuple[tuple[Record, ...], ...], brief: Brief, latest: datetime | None) -> Iterator[Target]:
    place = links.DATA_CHANGES.removesuffix("index.json")
    whole = Dataset(
        CHANGE,
        brief.site.marked(brief.site.name),
        (),
        _from(links.data_schema(CHANGE.name), place, brief),
        brief.site.absolute(links.OPEN_DATA),
        brief.licence,
        latest,
        tuple(_from(links.data_changes(number), place, brief) for number in range(1, len(parts) + 1)),
        sum(map(len, parts)),
    )
    yield Target(links.DATA_CHANGES, json_data, (whole,))
    at = next(place for place, one in enumerate(CHANGE.fields) if one.type is ValueType.MOMENT)
    for number, records in enumerate(parts, 1):
        last = max((one[at] for one in records if one[at]), default=None)
        page = Dataset(CHANGE, whole.scope, records, whole.schema, whole.page, whole.licence, last)
        yield Target(links.data_changes(number), json_data, (page,))


def _from(path: str, place: str, brief: Brief) -> str:
    """Where *path* is: in full or, where the site has no address, from the files at *place*."""
    return brief.site.absolute(path) or links.root(place) + path
