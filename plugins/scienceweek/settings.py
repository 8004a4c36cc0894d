"""The site's own settings: ``SCIENCEWEEK`` in ``pelicanconf.py``, checked, with a value for each that is missing."""

import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scienceweek.formats.ground import Ground, Service
from scienceweek.links import Marks

FILE = Path("pelicanconf.py")


class SettingsError(ValueError):
    """What is wrong with the settings, in Chinese."""


@dataclass(frozen=True, slots=True)
class Settings:
    """*today* is a day to show, for demonstrations. *marks* is None where no mark is given.

    *kept* is a file in which a check leaves what it has read for the build that follows.
    """

    data: Path = Path("data")
    today: date | None = None
    uid_domain: str = "scienceweek.invalid"
    keeper: str = ""
    phone: str = ""
    marks: Marks | None = None
    mask_mobiles: bool = False
    hide_mobiles_after_days: int | None = None
    ground: Ground = Ground()
    geocoder: str = "tianditu"
    gzip: bool = False
    kept: Path | None = None

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> "Settings":
        """The settings as *written*. Raises SettingsError on an unknown name or an impossible value."""
        known = {name: value for name, value in written.items() if name not in {"marks", "map"}}
        try:
            marks = written.get("marks", {})
            return cls(
                **known
                | {
                    "data": Path(written.get("data", "data")),
                    "kept": Path(written["kept"]) if written.get("kept") else None,
                    "today": _day(written.get("today", "")),
                    "marks": Marks(**marks) if any(marks.values()) else None,
                    "ground": _ground(written.get("map", {})),
                }
            )
        except TypeError as error:
            name = str(error).rpartition(" ")[2]
            raise SettingsError(f"{FILE} 里的 SCIENCEWEEK 没有 {name} 这一项。") from None

    @classmethod
    def here(cls) -> "Settings":
        """Those of the project in this folder; where it has no settings, what goes without saying."""
        return cls.of(written().get("SCIENCEWEEK", {}))


def written(file: Path = FILE) -> Mapping[str, Any]:
    """All settings in *file*, as Pelican would read them; none where there is no such file."""
    return runpy.run_path(str(file)) if file.is_file() else {}


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise SettingsError(f"看不懂 TODAY={written}。请写成 TODAY=2024-05-25 这样。") from None


def _ground(written: Mapping[str, str]) -> Ground:
    service = written.get("service", "")
    if service not in set(Service):
        known = "、".join(service for service in Service if service)
        raise SettingsError(f"{FILE} 里的 map 没有“{service}”这种底图，可以写 {known}，或者不写。")
    rest = {name: value for name, value in written.items() if name != "service"}
    return Ground(Service(service), **rest)
