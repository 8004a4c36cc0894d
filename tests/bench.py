"""How long a build takes: the real campaigns, as many times as it needs for the wanted number of activities."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = ("content", "data", "plugins", "theme", "pelicanconf.py")
BUILD = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors", "--quiet")


def main(wanted: int) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = Path(folder)
        for name in PROJECT:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, project / name)
        campaigns = sorted(path.stem for path in (project / "data" / "campaigns").glob("*.yaml"))
        copy = 1
        while _activities(project) < wanted:
            for campaign in campaigns:
                _copy(project, campaign, f"{campaign}-copy{copy}")
            copy += 1
        print(f"{_activities(project)} activities, {copy * len(campaigns)} campaigns")
        _time("from nothing", project)
        print(f"{sum(path.is_file() for path in (project / 'output').rglob('*'))} files")
        _time("nothing changed", project)
        _retitle(project / "data" / "activities" / f"{campaigns[-1]}.yaml")
        _time("one title changed", project)


def _activities(project: Path) -> int:
    texts = (path.read_text(encoding="utf-8") for path in (project / "data" / "activities").rglob("*.yaml"))
    return sum(len(re.findall(r"^\s*- id:", text, re.MULTILINE)) for text in texts)


def _copy(project: Path, campaign: str, name: str) -> None:
    """Everything whose path holds the id of *campaign*, under another id; the ids of its activities begin with it."""
    whole = re.compile(rf"(?<![\w-]){re.escape(campaign)}(?![a-z])")
    for path in [*project.glob("data/**/*.yaml"), *project.glob("content/**/*.md")]:
        relative = path.relative_to(project).as_posix()
        if whole.search(relative) and "-copy" not in relative:
            other = project / whole.sub(name, relative)
            other.parent.mkdir(parents=True, exist_ok=True)
            other.write_text(whole.sub(name, path.read_text(encoding="utf-8")), encoding="utf-8")


def _retitle(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(title: \S+)", r"\1（修订）", text, count=1), encoding="utf-8")


def _time(what: str, project: Path) -> None:
    before, start = os.times(), time.perf_counter()
    subprocess.run(BUILD, cwd=project, check=True, stdout=subprocess.DEVNULL)
    after, took = os.times(), time.perf_counter() - start
    work = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{what:<20}{took:8.2f} s {work:8.2f} s of processor time", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
