"""``data/site.yaml`` alone, for those who need nothing else of the facts."""

from pathlib import Path

from scienceweek.model.site_facts import SiteFacts
from scienceweek.source.files.data_files import single
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.mistakes.problems import Problems, SourceError
from scienceweek.source.records import SITE
from scienceweek.source.resolution.site import site_facts


def read_site(data: Path) -> SiteFacts:
    """What the file in *data* says; nothing if there is none. Raises SourceError with every mistake in it."""
    problems = Problems()
    data = data.absolute()
    sheet = single(data / SITE.pattern, data.parent, SITE, problems, Memory())
    facts = site_facts([sheet.heading] if sheet and sheet.heading else [], problems)
    if problems.errors:
        raise SourceError(problems.all)
    return facts
