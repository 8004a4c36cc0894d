"""What a check says: every mistake, or reminders and what there is."""

from collections.abc import Iterator

from scienceweek.check.inspection import FONTS, Inspected, lacks
from scienceweek.check.project import Project
from scienceweek.settings import FILE
from scienceweek.source.mistakes.problems import SourceError

_FEW = 20


def lines(project: Project, inspected: Inspected) -> Iterator[str]:
    """The lines to be said of *project*, of which all that may be published was *inspected*."""
    from scienceweek.formats import ground

    for warning in inspected.warnings:
        yield str(warning)
    placed = inspected.site.lines
    for key, reminders in (
        ("map", ground.warnings(project.settled(inspected).ground)),
        ("name", _unwritten(project.name(inspected))),
        ("", project.left_over(inspected)),
    ):
        spot = "data/site.yaml:{}:{}".format(*placed[key]) if key in placed else FILE
        for reminder in reminders:
            yield f"{spot}: 提醒：{reminder}"
    for laid in inspected.grounds:
        for reminder in ground.reminders(laid.approval, is_picture=laid.picture is not None):
            yield f"data/grounds/{laid.district.id}.geojson: 提醒：{reminder}"
    catalogue = inspected.catalogue
    yield (
        f"检查通过：{len(catalogue.campaigns)} 届活动周，{len(catalogue.activities)} 个活动，"
        f"{len(catalogue.bases)} 个基地，{len(inspected.warnings)} 条提醒。"
    )


def few(lines: tuple[str, ...]) -> tuple[str, ...]:
    """*lines* for whoever builds, and does not read thousands: the first reminders, how many more there are, and the last line."""
    if len(lines) <= _FEW + 2:
        return lines
    rest = len(lines) - _FEW - 1
    return (*lines[:_FEW], f"……还有 {rest} 条提醒，运行 make check 可以看到全部。", lines[-1])


def mistakes(error: SourceError) -> str:
    """All that is wrong, and what becomes of the site."""
    return f"{error}\n\n有 {len(error.errors)} 处错误。改好以前，网站保持原样。"


def _unwritten(name: str) -> Iterator[str]:
    """What is to be said of the *name* of the site, which stands on every picture that is handed on."""
    from scienceweek.formats import picture_parts

    # Whoever has an ordinary name need not wait until a font is read.
    is_ordinary = name == name.encode("gb2312", "ignore").decode("gb2312")
    if not is_ordinary and (missing := picture_parts.lacking(name, picture_parts.Font.of(FONTS))):
        yield lacks(missing, name)
