"""The command line: ``python -m scienceweek check``."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Never

from scienceweek.terminal import is_utf8, speak

if TYPE_CHECKING:
    import argparse

    from scienceweek.command_line.parser import Parser

# What a command needs is imported when it runs, so that each starts at once.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named in *arguments*; its exit status, 0 if all is well."""
    speak()
    words = sys.argv[1:] if arguments is None else arguments
    run = _run(words)
    if isinstance(run, str):
        print(run, file=sys.stderr)
        return 2
    try:
        status = run()
    except KeyboardInterrupt:
        print("已停止。", file=sys.stderr)
        return 130
    except Exception as error:
        from scienceweek.surroundings import refusal, whole

        if not (told := refusal(error)):
            raise
        print(whole(told), file=sys.stderr)
        return 1
    return status


def _run(words: Sequence[str]) -> Callable[[], int] | str:
    """What the *words* ask for; or what is to be said of a verb that nobody knows."""
    if words == ["build"] and is_utf8():
        from scienceweek.building import build

        # All verbs take a tenth of a second to import; this one is asked for again and again.
        return build
    from scienceweek.command_line.parser import unknown

    known = parser()
    if told := unknown(words, known):
        return told
    chosen = known.parse_args(words or ["--help"])
    return partial(chosen.run, chosen)


def parser(prog: str = "scienceweek") -> "Parser":
    """The parser of the command line, which is called *prog*, with every verb."""
    from gitpublish import commands as gitpublish_commands
    from scienceweek.command_line import (
        beginning_verbs,
        desk_verbs,
        form_verb,
        ground_verb,
        paper_verbs,
        site_verbs,
        table_verbs,
        workshop_verbs,
    )
    from scienceweek.command_line.parser import begun
    from scienceweek.formats.annotations import FORMATS
    from scienceweek.founding import verbs as founding_verbs
    from scienceweek.publishing import PROGRAM

    made, verbs = begun(prog)
    check = verbs.add_parser(
        "check", help="检查数据和文章，列出全部问题 (every mistake in data and texts, at once)"
    )
    check.add_argument(
        "--data",
        type=Path,
        help="数据的文件夹；不写就照网站的设置 (folder of data; usually as the settings say)",
    )
    check.add_argument("--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)")
    check.add_argument(
        "--kept",
        type=Path,
        help="把读到的内容留在这个文件，生成网站时不用再读一遍 (keep what was read in this file, for the build)",
    )
    check.add_argument(
        "--settings", type=Path, default=Path("pelicanconf.py"), help="网站的设置 (settings of the site)"
    )
    check.add_argument(
        "--format",
        choices=("text", *FORMATS),
        default="text",
        help="给哪种代码平台或程序看的格式 (for which code host, or for programs)",
    )
    check.set_defaults(run=_check)
    site_verbs.add(verbs, _build)
    founding_verbs.add(verbs, PROGRAM.parts)
    desk_verbs.add(verbs)
    table_verbs.add(verbs)
    form_verb.add(verbs)
    paper_verbs.add(verbs)
    beginning_verbs.add(verbs)

    gitpublish_commands.add(verbs, PROGRAM)

    geocode = verbs.add_parser(
        "geocode", help="给没有位置的基地和场地查位置，写进数据 (find positions that are missing)"
    )
    geocode.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    geocode.add_argument(
        "--content", type=Path, default=Path("content"), help="文章的文件夹 (folder of texts)"
    )
    geocode.set_defaults(run=_geocode)
    ground_verb.add(verbs)

    schema = verbs.add_parser(
        "schema",
        help="重新生成 data/schema/ 和 docs/fields.md (JSON Schema for editors, tables of fields)",
    )
    schema.add_argument("--data", type=Path, default=Path("data"), help="数据的文件夹 (folder of data)")
    schema.add_argument(
        "--fields", type=Path, default=Path("docs/fields.md"), help="各项说明的文件 (file of the tables)"
    )
    schema.set_defaults(run=_schema)
    workshop_verbs.add(verbs)
    return made


def _build(content: Path, settings: Path) -> int:
    from scienceweek.building import build

    return build(content, settings)


def _check(chosen: "argparse.Namespace") -> int:
    from contextlib import closing
    from dataclasses import replace

    from scienceweek.check.project import Project
    from scienceweek.check.reminders import lines, mistakes
    from scienceweek.command_line.progress_line import PLANNED, READ, ProgressLine
    from scienceweek.formats.annotations import FORMATS
    from scienceweek.source.mistakes.problems import SourceError

    line = ProgressLine(sys.stderr)
    try:
        project = Project.here(chosen.data, chosen.content, chosen.kept, chosen.settings)
        told = replace(project, reading=line.of(READ), planning=line.of(PLANNED))
        with closing(line):
            loaded = told.inspected()
    except SourceError as error:
        if chosen.format != "text":
            print(FORMATS[chosen.format](error.problems), end="")
            return 1
        print(mistakes(error), file=sys.stderr)
        return 1
    if chosen.format != "text":
        print(FORMATS[chosen.format](loaded.warnings), end="")
        return 0
    print(*lines(project, loaded), sep="\n")
    return 0


def _geocode(chosen: "argparse.Namespace") -> int:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from scienceweek.settings import Settings
    from scienceweek.source.mistakes.problems import SourceError
    from scienceweek.source.positions.geocoding import GeocodingSources, command

    sources = GeocodingSources(chosen.data, chosen.content, Path(".cache/geocode.json"))
    try:
        status, lines = command(
            sources, Settings.here().geocoder, datetime.now(ZoneInfo("Asia/Shanghai")).date()
        )
    except SourceError as error:
        status, lines = 1, (str(error),)
    print("\n".join(lines), file=sys.stderr if status else sys.stdout)
    return status


def _schema(chosen: "argparse.Namespace") -> int:
    from scienceweek.source.generated.handbook import tables
    from scienceweek.source.generated.schema import schemas

    folder = chosen.data / "schema"
    folder.mkdir(exist_ok=True)
    for name, content in schemas().items():
        (folder / name).write_bytes(content)
    chosen.fields.parent.mkdir(exist_ok=True)
    chosen.fields.write_bytes(tables())
    return 0


def leave(status: int) -> Never:
    """Ends the process, which has perhaps read a whole site: the system takes its memory back faster than it could give it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    if sys.argv[1:2] in (["build"], ["check"]):
        # Nothing that is imported, read and planned is garbage before the end.
        gc.disable()
    leave(main())
