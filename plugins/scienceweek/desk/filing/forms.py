"""A form as a document of Word: of an activity a page with a box for each heading, of units a table with a row for each."""

from collections.abc import Iterable, Iterator
from itertools import chain

from scienceweek.desk.filing.entries import Entries
from scienceweek.desk.filing.labels import asked, is_long
from scienceweek.formats.word_document import (
    LineStyle,
    WordCell,
    WordDocument,
    WordGrid,
    WordLine,
    WordRow,
    text_width,
)
from scienceweek.model.campaign import Form

_ROW, _BOX = 12, 90  # millimetres
_LABEL = 30
_SPARE = 3
"""Empty rows below the units that are known, for those that are not."""
_STAMP = "盖章"


def of_one(form: Form, entries: Entries) -> WordDocument:
    """*form* with what is known of an activity: two boxes a row, but for the first heading and for texts."""
    width = (text_width(wide=False) - 2 * _LABEL) // 2
    rows = tuple(_boxes(form.fields, entries))
    return _document(form, WordGrid((_LABEL, width, _LABEL, width), rows), wide=False)


def of_units(form: Form, units: Iterable[Entries]) -> WordDocument:
    """*form* with a row for each of *units*, and some to spare."""
    wide = len(form.fields) > 4  # noqa: PLR2004 - as many columns as a page holds upright
    shares = [2 if is_long(one) else 1 for one in form.fields]
    a_share = text_width(wide=wide) // sum(shares)
    heads = WordRow(tuple(WordCell(one, head=True) for one in form.fields), _ROW)
    filled = (WordRow(tuple(WordCell(_said(one, entries)) for one in form.fields), _ROW) for entries in units)
    empty = (WordRow(tuple(WordCell() for _ in form.fields), _ROW) for _ in range(_SPARE))
    grid = WordGrid(tuple(a_share * share for share in shares), (heads, *filled, *empty), heads=1)
    return _document(form, grid, wide=wide)


def _document(form: Form, grid: WordGrid, *, wide: bool) -> WordDocument:
    stamp = (WordLine(f"单位（{_STAMP}）："),) if _STAMP in form.note else ()
    note = (WordLine(f"注：{form.note}"),) if form.note else ()
    return WordDocument(form.title, (WordLine(form.title, LineStyle.TITLE), *stamp, grid, *note), wide=wide)


def _boxes(headings: tuple[str, ...], entries: Entries) -> Iterator[WordRow]:
    waiting: list[str] = []
    for heading in headings[:1]:
        yield WordRow((_label(heading), WordCell(_said(heading, entries), span=3)), _ROW)
    for heading in headings[1:]:
        if is_long(heading):
            yield from _pair(waiting, entries)
            waiting = []
            yield WordRow((_label(heading), WordCell(_said(heading, entries), span=3)), _BOX, long=True)
            continue
        waiting.append(heading)
        if len(waiting) == 2:  # noqa: PLR2004 - a row holds two
            yield from _pair(waiting, entries)
            waiting = []
    yield from _pair(waiting, entries)


def _pair(headings: list[str], entries: Entries) -> Iterator[WordRow]:
    """A row with the boxes of one or two *headings*; one alone has all of it."""
    if headings:
        span = 1 if len(headings) > 1 else 3
        cells = ((_label(one), WordCell(_said(one, entries), span=span)) for one in headings)
        yield WordRow(tuple(chain.from_iterable(cells)), _ROW)


def _label(heading: str) -> WordCell:
    return WordCell(heading, head=True)


def _said(heading: str, entries: Entries) -> str:
    what = asked(heading)
    return entries.get(what, "") if what else ""
