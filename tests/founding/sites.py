"""Sites of one's own, begun and changed as people do."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from processes import measured

from scienceweek.founding.new_site import found
from scienceweek.founding.program_parts import ProgramParts
from scienceweek.founding.wish import SiteWish
from scienceweek.model.campaign import Series
from scienceweek.publishing import PROGRAM

ROOT = Path(__file__).parents[2]
PARTS = ProgramParts(ROOT, PROGRAM.parts)
WISH = SiteWish(
    "渝北区",
    "500112",
    Series.WEEK,
    "yubei",
    url="https://kepu.example.cn",
    area_code="023",
    keeper="渝北区科技局",
)
TODAY = date(2027, 1, 1)
CAMPAIGN = "data/campaigns/2027-yubei.yaml"


def begun(folder: Path, wish: SiteWish = WISH) -> Path:
    """A new site in *folder*."""
    said: list[str] = []
    found(folder, wish, PARTS, TODAY, said.append)
    return folder


def environment(site: Path) -> dict[str, str]:
    who = {f"GIT_{role}_{what}": "staff" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {
        "PYTHONPATH": str(site / "program" / "plugins"),
        "PYTHONUTF8": "1",
        "GITPUBLISH_UPKEEP": "written",
        "GITPUBLISH_HEALTH": "0",
    }
    return {"PATH": os.environ["PATH"], "HOME": str(site.parent), **who, **own, **measured()}


def run(site: Path, *command: object, **more: str) -> tuple[int, str]:
    """The status of a *command* in *site*, and all that it said."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=site,
        env=environment(site) | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def scienceweek(site: Path, *arguments: object) -> tuple[int, str]:
    """The command line of the program of the *site*."""
    return run(site, sys.executable, "-m", "scienceweek", *arguments)


def git(folder: Path, *arguments: object) -> str:
    """What git says; it must have done what it was asked."""
    status, said = run(folder, "git", *arguments)
    assert status == 0, said
    return said.strip()


def newer(folder: Path, site: Path, version: str, news: str) -> Path:
    """In *folder* a program as that of the *site*, but of another *version*, whose CHANGELOG has *news*."""
    shutil.copytree(site / "program", folder)
    (folder / "program.json").unlink()
    settings = folder / "pyproject.toml"
    own = json.loads((site / "program/program.json").read_text("utf-8"))["version"]
    settings.write_text(
        settings.read_text("utf-8").replace(f'version = "{own}"', f'version = "{version}"'), "utf-8"
    )
    log = folder / "CHANGELOG.md"
    log.write_text(
        log.read_text("utf-8").replace(
            "## [Unreleased]\n",
            f"## [Unreleased]\n\n## [{version}] – 2027-01-01\n\n### Added\n\n- {news}\n",
            1,
        ),
        "utf-8",
    )
    return folder
