"""The site's own settings: ``SCIENCEWEEK`` in ``pelicanconf.py``, checked, with a value for each that is missing."""

import re
import runpy
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scienceweek.formats.ground import Ground, MapService
from scienceweek.links import AddressError, Marks, site_address
from scienceweek.model.contact import Phone
from scienceweek.model.site_facts import SiteFacts

ON = "BUILD_ON"
"""The variable of the environment that says who builds: an address as `cluster.crew_at` reads it."""
FILE = Path("pelicanconf.py")
NAME = "科技活动周"
"""What a site is called that has no name."""

PLUGIN = "scienceweek.plugin"
"""Without it, Pelican makes nothing of a science week."""

_FIXED: Mapping[str, object] = {"PAGE_PATHS": ["pages"], "ARTICLE_PATHS": []}
"""With others, Pelican would read what is not for it, or pass over the pages that a check has read."""

_FACTS = (
    "keeper",
    "phone",
    "uid_domain",
    "marks",
    "map",
    "geocoder",
    "mask_mobiles",
    "hide_mobiles_after_days",
)
"""What ``data/site.yaml`` says now; settings of earlier versions, where it stood, go on working."""

_LONGEST = 36_500
"""Days: a century, which dates still have."""


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
    phone: Phone | None = None
    marks: Marks | None = None
    mask_mobiles: bool = False
    hide_mobiles_after_days: int | None = None
    ground: Ground = Ground()
    geocoder: str = "tianditu"
    gzip: bool = False
    kept: Path | None = None

    @classmethod
    def of(cls, written: object) -> "Settings":
        """The settings as *written*. Raises SettingsError with every unknown name and impossible value."""
        if not isinstance(written, Mapping):
            raise SettingsError(f"{FILE} 里的 SCIENCEWEEK 要写成 {{…}}，这里是{_shown(written)}。")
        kinds = get_type_hints(cls)
        faults = list(_unknown(written, {**kinds, "map": Ground}.keys() - {"ground"}, "SCIENCEWEEK"))
        given: dict[str, Any] = {}
        for name, value in written.items():
            key = "ground" if name == "map" else name
            if key not in kinds or name == "ground":
                continue
            try:
                given[key] = _FORMS.get(kinds[key], _as_it_is)(name, value)
            except SettingsError as error:
                faults.append(str(error))
        if faults:
            raise SettingsError("\n".join(faults))
        return cls(**given)

    @property
    def mark(self) -> str:
        """The picture that the foot of every page shows, from the site's root; empty if there is none."""
        return self.marks.authority if self.marks else ""

    @classmethod
    def here(cls) -> "Settings":
        """Those of the project in this folder; where it has no settings, what goes without saying."""
        found = written()
        house(found)
        own = cls.of(found.get("SCIENCEWEEK", {}))
        return own.with_facts(facts(own.data))

    def with_facts(self, known: SiteFacts) -> "Settings":
        """These, but that what the facts say goes before what the settings say."""
        said = {name: value for name in _FACTS[:3] if (value := getattr(known, name))}
        said |= {name: value for name in _FACTS[-2:] if (value := getattr(known, name)) is not None}
        if known.geocoder:
            said["geocoder"] = str(known.geocoder)
        if known.marks:
            said["marks"] = Marks(**{**(asdict(self.marks) if self.marks else {}), **known.marks})
        if known.map:
            service = MapService(known.map["service"])
            rest = {name: value for name, value in known.map.items() if name != "service"}
            said["ground"] = Ground(service, **rest)
        return replace(self, **said)


def facts(data: Path) -> SiteFacts:
    """What ``site.yaml`` in the folder *data* says of the site. Raises SettingsError with every mistake in it."""
    if not (data / "site.yaml").is_file():
        return SiteFacts()
    # What reads it is needed by few.
    from scienceweek.source.mistakes.problems import SourceError
    from scienceweek.source.site_file import read_site

    try:
        return read_site(data)
    except SourceError as error:
        raise SettingsError(str(error)) from None


def left_over(given: Mapping[str, Any], known: SiteFacts) -> Iterable[str]:
    """What to say of settings that are *given* and for which there is a place among the facts."""
    usual, name = Settings(), given.get("SITENAME", NAME)
    own = {"SITENAME": "" if name == NAME else name, **given.get("SCIENCEWEEK", {})}
    for name in ("SITENAME", *_FACTS):
        value = own.get(name)
        is_said = any(value.values()) if isinstance(value, Mapping) else value
        if not is_said or value == getattr(usual, name, None):
            continue
        yield (
            f"{name} 在 data/site.yaml 里也写了，以那里的为准。请删去这里的。"
            if {"SITENAME": "name"}.get(name, name) in known.lines
            else f"{name} 请移到 data/site.yaml：写内容的人在那里改，更新程序也不会冲突。写在这里的还管用。"
        )


def written(file: Path = FILE) -> Mapping[str, Any]:
    """All settings in *file*, as Pelican would read them; none where there is no such file. Raises SettingsError."""
    return read(file) if file.is_file() else {}


def read(file: Path) -> Mapping[str, Any]:
    """What the settings in *file* say. Raises SettingsError where Python cannot run it, with the line."""
    try:
        return runpy.run_path(str(file))
    except SystemExit as refusal:
        raise SettingsError(str(refusal)) from None
    except Exception as error:  # noqa: BLE001 - whatever somebody has written there
        raise SettingsError(broken(error, file)) from None


def broken(error: BaseException, file: Path) -> str:
    """Where and why Python could not run the settings in *file*."""
    if isinstance(error, SyntaxError):
        where = Path(error.filename or file).name
        return f"{where}:{error.lineno or 1}:{error.offset or 1}: 这一行不是正确的 Python（{error.msg}）。请检查引号、括号和逗号是不是成对、是不是半角。"
    lines = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith("conf.py")
    ]
    where = f"{Path(lines[-1].filename).name}:{lines[-1].lineno}:1" if lines else f"{file.name}:1:1"
    return f"{where}: 这一行出了错（{type(error).__name__}: {error}）。请改回原来的写法。"


def address(written: object) -> str:
    """SITEURL, without a slash at its end. Raises SettingsError."""
    try:
        return site_address(written)
    except AddressError as error:
        raise SettingsError(f"SITEURL {error}") from None


def house(written: Mapping[str, Any]) -> None:
    """Looks at those of Pelican's settings that a site is nothing without. Raises SettingsError."""
    address(written.get("SITEURL", ""))
    for name in ("SITENAME", "PATH", "OUTPUT_PATH", "THEME", "TIMEZONE", "DEFAULT_LANG"):
        if name in written and not _text(name, written[name]).strip():
            raise _refused(name, written[name], "一行文字，放在引号里")
    zone = written.get("TIMEZONE")
    try:
        ZoneInfo(zone or "Asia/Shanghai")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(f"没有“{zone}”这个时区：{FILE} 里的 TIMEZONE 请写 Asia/Shanghai。") from None
    if "THEME" in written:
        _theme(Path(written["THEME"]))
    for name, value in _FIXED.items():
        if written.get(name, value) != value:
            raise _refused(name, written[name], f"成 {value}，不要改")
    plugins = written.get("PLUGINS", [PLUGIN])
    if not isinstance(plugins, list | tuple) or PLUGIN not in plugins:
        raise _refused("PLUGINS", plugins, f'成 ["{PLUGIN}"]，不然什么也不会生成')


def _theme(folder: Path) -> None:
    """Raises SettingsError unless *folder* holds templates that can be read."""
    try:
        is_there = any((folder / "templates").iterdir())
    except (OSError, ValueError):
        is_there = False
    if not is_there:
        raise SettingsError(
            f"{FILE} 里的 THEME 写的是 {folder}，那里没有网站的模板，或者没有权限打开。请改回 theme 文件夹，并检查它的权限。"
        )


def _unknown(written: Mapping[Any, object], known: Iterable[str], where: str) -> Iterable[str]:
    for name in written:
        if name not in known:
            near = get_close_matches(str(name), list(known), n=1)
            hint = f"是不是 {near[0]}？" if near else f"可以写 {'、'.join(sorted(known))}。"
            yield f"{FILE} 里的 {where} 没有 {name!r} 这一项。{hint}"


def _refused(name: str, written: object, wanted: str) -> SettingsError:
    return SettingsError(f"{FILE} 里的 {name} 要写{wanted}，这里是{_shown(written)}。")


def _shown(written: object) -> str:
    text = ascii(written) if not isinstance(written, str) else repr(written)
    return f" {text[:40]}{'…' if len(text) > 40 else ''} "  # noqa: PLR2004


def _text(name: str, written: object) -> str:
    if not isinstance(written, str) or not written.isprintable():
        raise _refused(name, written, "一行文字，放在引号里")
    if name == "uid_domain" and not re.fullmatch(r"[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*", written):
        raise _refused(name, written, "一个域名，例如 kepu.example.gov.cn")
    return written


def _switch(name: str, written: object) -> bool:
    if not isinstance(written, bool):
        raise _refused(name, written, " True 或 False")
    return written


def _number(name: str, written: object) -> int | None:
    if written is None:
        return None
    if isinstance(written, bool) or not isinstance(written, int) or written < 0:
        raise _refused(name, written, "不带引号的整数，或者 None")
    if written > _LONGEST:
        raise _refused(name, written, f"不大于 {_LONGEST} 的天数；一直显示的，写 None")
    return written


def _path(name: str, written: object) -> Path:
    if not isinstance(written, str | Path) or not str(written) or "\0" in str(written):
        raise _refused(name, written, "一个文件夹，放在引号里")
    return Path(written)


def _path_or_none(name: str, written: object) -> Path | None:
    return _path(name, written) if written not in ("", None) else None


def _day(name: str, written: object) -> date | None:
    if written in ("", None):
        return None
    try:
        if isinstance(written, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass  # a day that no calendar has
    raise SettingsError(f"看不懂 {name.upper()}={written}。请写成 {name.upper()}=2024-05-25 这样。")


def _phone(name: str, written: object) -> Phone | None:
    """The number at which the site is told of mistakes, written as in a record."""
    if not (text := _text(name, written)):
        return None
    # What reads numbers is needed by few sites here.
    from scienceweek.source.notation.phones import PhoneError, phones

    try:
        (phone,) = phones(text, "")
    except (PhoneError, ValueError):
        raise SettingsError(
            f"{FILE} 里的 phone 看不懂“{text}”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。"
        ) from None
    return phone


def _marks(name: str, written: object) -> Marks | None:
    found = _texts(name, written, [field.name for field in fields(Marks)])
    return Marks(**found) if any(found.values()) else None


def _ground(name: str, written: object) -> Ground:
    found = _texts(name, written, [field.name for field in fields(Ground)])
    service = found.pop("service", "")
    if service not in set(MapService):
        known = "、".join(service for service in MapService if service)
        raise SettingsError(f"{FILE} 里的 map 没有“{service}”这种底图，可以写 {known}，或者不写。")
    return Ground(MapService(service), **found)


def _texts(name: str, written: object, known: list[str]) -> dict[str, str]:
    if not isinstance(written, Mapping):
        raise _refused(name, written, "成 {…}")
    if faults := list(_unknown(written, known, name)):
        raise SettingsError("\n".join(faults))
    return {key: _text(f"{name} 里的 {key}", value) for key, value in written.items()}


def _as_it_is(_name: str, written: object) -> object:
    return written


_FORMS: Mapping[Any, Callable[[str, object], Any]] = {
    str: _text,
    bool: _switch,
    int | None: _number,
    Path: _path,
    Path | None: _path_or_none,
    date | None: _day,
    Phone | None: _phone,
    Marks | None: _marks,
    Ground: _ground,
}
"""How each kind of value is read; a kind that is not here is taken as it is."""
