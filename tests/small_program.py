"""A program as small as one can be that checks and builds: each command is a line of Python."""

from pathlib import Path

from gitpublish.program import BuildJob, Program

WELL = "print('好')"


def program(source: Path, *, check: str = WELL, build: str = WELL, scripted: str = "") -> Program:
    """*check* and *build* are run as they are, with the settings as their argument: where the site goes."""

    def given(code: str, job: BuildJob) -> tuple[str, ...]:
        return ("-c", code, str(job.settings))

    return Program(
        source=source,
        module="small",
        modules="tools",
        facts=("texts",),
        parts=("tools",),
        made=(),
        install=("true",),
        python="python",
        settings=lambda job: str(job.output),
        check=lambda job: given(check, job),
        build=lambda job: given(build, job),
        planned=lambda output: sorted(
            path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()
        ),
        scripted=frozenset(filter(None, [scripted])),
        policy=lambda: "default-src 'none'",
        address=str,
        why=lambda error: f"不行（{error.errno}）",
    )
