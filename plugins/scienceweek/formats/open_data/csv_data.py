"""Open data as CSV (RFC 4180) in UTF-8, with the mark by which spreadsheets know that: a row a record, named by its fields."""

import csv
from io import StringIO
from typing import Any

from scienceweek.formats.open_data.dataset import Dataset, cells, columns
from scienceweek.formats.open_data.values import said

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_data(dataset: Dataset) -> bytes:
    """*dataset* as a table; several values of a cell stand one after the other."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    fields = dataset.kind.fields
    writer.writerow(name for name, _, _ in columns(fields))
    writer.writerows([_cell(value) for _, value in cells(fields, one)] for one in dataset.records)
    return (_MARK + made.getvalue()).encode()


def _cell(value: Any) -> str:
    """What no spreadsheet takes for a formula: a text that looks like one has an apostrophe before it, a number is a number."""
    told = said(value)
    return f"'{told}" if isinstance(value, str | tuple) and told.startswith(_FORMULA) else told
