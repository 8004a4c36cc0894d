"""Problems as the code hosts show them: beside the changed lines of a pull request."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol

_SHOWN_BY_GITHUB = 10
"""Of each severity, in one step; what is beyond is thrown away unseen."""
_COMMENTS = 50
"""Of one review; who is told more reads none."""
_LISTED = 100
_WORDS = {"error": "错误", "warning": "提醒"}


class ToldProblem(Protocol):
    """A mistake or a reminder at a place in a file; lines and columns are counted from 1."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        ...

    @property
    def message(self) -> str: ...


def github(problems: Sequence[ToldProblem]) -> str:
    """Workflow commands of GitHub Actions, a line each; the rest as text in the log, with a notice that says so."""
    of_each = [
        [problem for problem in problems if problem.severity == severity] for severity in ("error", "warning")
    ]
    shown = [problem for found in of_each for problem in found[:_SHOWN_BY_GITHUB]]
    rest = [problem for found in of_each for problem in found[_SHOWN_BY_GITHUB:]]
    commands = "".join(
        f"::{problem.severity} file={_property(problem.file)},line={problem.line},col={problem.column}"
        f"::{_data(problem.message)}\n"
        for problem in shown
    )
    if not rest:
        return commands
    listed = "".join(f"{_line(problem)}\n" for problem in rest)
    # What is listed is the text of others: between these two lines the runner obeys nothing.
    word = sha256(listed.encode()).hexdigest()
    told = f"共 {len(problems)} 处，标在行上的是前 {len(shown)} 处，其余 {len(rest)} 处在这一步的日志里。"
    return (
        f"{commands}::group::其余 {len(rest)} 处\n::stop-commands::{word}\n{listed}::{word}::\n::endgroup::\n"
        f"::notice::{told}\n"
    )


def gitlab(problems: Iterable[ToldProblem]) -> str:
    """A report of GitLab's Code Quality."""
    report = [
        {
            "description": problem.message,
            "check_name": "scienceweek",
            "fingerprint": _fingerprint(problem),
            "severity": "blocker" if problem.severity == "error" else "minor",
            "location": {"path": problem.file, "lines": {"begin": problem.line}},
        }
        for problem in problems
    ]
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def gitea(problems: Sequence[ToldProblem]) -> str:
    """The body of a review for Gitea's and Forgejo's ``POST /repos/…/pulls/…/reviews``."""
    wrong = any(problem.severity == "error" for problem in problems)
    beside, rest = problems[:_COMMENTS], problems[_COMMENTS:]
    body = f"检查发现 {len(problems)} 处问题。" if problems else "检查通过。"
    if rest:
        body += f"标在行上的是前 {len(beside)} 处，其余是：\n\n"
        body += "".join(f"    {_line(problem)}\n" for problem in rest[:_LISTED])
        if len(rest) > _LISTED:
            body += f"\n另有 {len(rest) - _LISTED} 处，见日志。"
    review = {
        "event": "REQUEST_CHANGES" if wrong else "COMMENT",
        "body": body,
        "comments": [
            {"path": problem.file, "new_position": problem.line, "body": problem.message}
            for problem in beside
        ],
    }
    return json.dumps(review, ensure_ascii=False) + "\n"


def listed(problems: Iterable[ToldProblem]) -> str:
    """For programs: a list of JSON with all that is known of each."""
    names = ("file", "line", "column", "severity", "message")
    found = [{name: getattr(problem, name) for name in names} for problem in problems]
    return json.dumps(found, ensure_ascii=False) + "\n"


FORMATS = {"github": github, "gitlab": gitlab, "gitea": gitea, "json": listed}


def _line(problem: ToldProblem) -> str:
    """*problem* as a line of text."""
    word = _WORDS.get(problem.severity, problem.severity)
    message = " ".join(problem.message.split())
    return f"{problem.file}:{problem.line}:{problem.column}: {word}：{message}"


def _fingerprint(problem: ToldProblem) -> str:
    """The same for the same problem after lines above it have come or gone."""
    return sha256(f"{problem.file}\n{problem.message}".encode()).hexdigest()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
