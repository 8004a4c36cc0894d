"""Problems as the code hosts show them: beside the changed lines of a pull request."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol


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


def github(problems: Iterable[ToldProblem]) -> str:
    """Workflow commands of GitHub Actions, a line each; Gitea's runner shows them in its log."""
    return "".join(
        f"::{problem.severity} file={_property(problem.file)},line={problem.line},col={problem.column}"
        f"::{_data(problem.message)}\n"
        for problem in problems
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
    review = {
        "event": "REQUEST_CHANGES" if wrong else "COMMENT",
        "body": f"检查发现 {len(problems)} 处问题。" if problems else "检查通过。",
        "comments": [
            {"path": problem.file, "new_position": problem.line, "body": problem.message}
            for problem in problems
        ],
    }
    return json.dumps(review, ensure_ascii=False) + "\n"


def listed(problems: Iterable[ToldProblem]) -> str:
    """For programs: a list of JSON with all that is known of each."""
    names = ("file", "line", "column", "severity", "message")
    found = [{name: getattr(problem, name) for name in names} for problem in problems]
    return json.dumps(found, ensure_ascii=False) + "\n"


FORMATS = {"github": github, "gitlab": gitlab, "gitea": gitea, "json": listed}


def _fingerprint(problem: ToldProblem) -> str:
    """The same for the same problem after lines above it have come or gone."""
    return sha256(f"{problem.file}\n{problem.message}".encode()).hexdigest()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
