"""Drafts that await a person: told, and kept from the site until somebody has looked, or has said that they may go out."""

from collections.abc import Mapping
from pathlib import Path

from scienceweek.desk.drafts import marks
from scienceweek.desk.drafts.marks import ValueMark, ValueMarks
from scienceweek.desk.drafts.withholding import without
from scienceweek.model.catalogue import Catalogue
from scienceweek.source.mistakes.problems import Position, Problem, Problems, Severity, SourceError

_TOLD = 5


def without_drafts(
    catalogue: Catalogue, data: Path, *, published: bool
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """*catalogue* as it may be published, and what staff should know of the drafts in *data*. Raises SourceError.

    *published*: drafts go out before anybody has looked.
    """
    try:
        there = marks.read_all(data)
    except marks.MarksError as error:
        told = Problem(f"data/{marks.FOLDER}", 1, 1, Severity.ERROR, str(error))
        raise SourceError([told]) from None
    kept, left_out = (catalogue, ()) if published else without(catalogue, marks.held(there))
    problems = Problems()
    _tell(there, problems, published=published)
    drafts = marks.held(there)
    if others := [id for id in left_out if id not in drafts]:
        listed = "、".join(others[:_TOLD]) + (f"等 {len(others)} 条" if len(others) > _TOLD else "")
        problems.remind(
            Position(f"data/{marks.FOLDER}"), f"这些记录要用到没有核对的草稿，也先不发布：{listed}。"
        )
    return kept, problems.all


def _tell(there: Mapping[str, ValueMarks], problems: Problems, *, published: bool) -> None:
    for name, several in there.items():
        waiting = [one for one in several if one.is_open]
        if not waiting:
            continue
        holding = {one.id for one in waiting if one.holds}
        proposed = {one.id for one in waiting if not one.holds}
        fate = "照 data/site.yaml 的 with_drafts，现在就发布" if published else "核对以前不发布"
        parts = (
            f"{len(holding)} 条新的，{fate}" if holding else "",
            f"{len(proposed)} 条已有的，核对以后才改" if proposed else "",
        )
        problems.remind(
            Position(f"data/{marks.FOLDER}/{name}.json"),
            f"有 {len(waiting)} 个值等人核对（{'；'.join(filter(None, parts))}）：{_listed(waiting)}。"
            f"看：invoke review；都对：invoke accept {name}",
        )


def _listed(waiting: list[ValueMark]) -> str:
    told = "、".join(f"{one.id} 的 {one.field}" for one in waiting[:_TOLD])
    return f"{told}等" if len(waiting) > _TOLD else told
