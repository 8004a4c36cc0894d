"""A build of the preview: by the process that stands by; where there is none, check and build, each in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.source.mistakes.problems import Problem, Severity

SPOKEN = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
Say = Callable[[str], object]


def outcome(answer: Mapping[str, Any], say: Say) -> PreviewOutcome:
    """What the process that stands by has told of a build."""
    problems = _problems(answer["problems"])
    for one in problems:
        say(str(one))
    return _told(PreviewOutcome(_now(), problems, answer["said"]), say)


def rebuild(project: Path, content: Path, settings: Path, say: Say) -> PreviewOutcome:
    """Checks and builds the *project*; what is to be read in the terminal is said as well."""
    checked = _run(
        project,
        *("-m", "scienceweek", "check", "--format", "json"),
        *("--content", str(content), "--settings", str(settings)),
    )
    problems = _listed(checked.stdout)
    for one in problems:
        say(str(one))
    if checked.returncode:
        # What goes wrong before anything is read has no place in the sources.
        said = "" if any(one.severity is Severity.ERROR for one in problems) else _last_words(checked)
        return _told(PreviewOutcome(_now(), problems, said), say)
    # What a build says of its progress is for the terminal, as it comes.
    built = _run(project, "-m", "pelican", str(content), "-s", str(settings), "--fatal", "errors", seen=True)
    return _told(PreviewOutcome(_now(), problems, _last_words(built) if built.returncode else ""), say)


def _told(outcome: PreviewOutcome, say: Say) -> PreviewOutcome:
    if outcome.said:
        say(outcome.said)
    if not outcome.is_good:
        say(f"{outcome.heading}；改好存盘，会自动重新生成。(The site stays as it was until this is mended.)")
    return outcome


def _run(project: Path, *arguments: str, seen: bool = False) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=os.environ | SPOKEN,
        stdout=None if seen else subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
        encoding="utf-8",
        errors="replace",
    )


def _listed(text: str) -> tuple[Problem, ...]:
    """Those of a list in JSON; none where the check has not come so far."""
    try:
        return _problems(json.loads(text or "[]"))
    except ValueError:
        return ()


def _problems(found: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    return tuple(
        Problem(one["file"], one["line"], one["column"], Severity(one["severity"]), one["message"])
        for one in found
    )


def _last_words(ended: subprocess.CompletedProcess[str]) -> str:
    return ended.stderr.strip() or f"程序停止了，没有说为什么（{ended.returncode}）。"


def _now() -> datetime:
    return datetime.now(ZoneInfo("Asia/Shanghai"))
