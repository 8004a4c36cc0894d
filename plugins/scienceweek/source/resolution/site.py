"""What is said of the site itself, each value looked at as far as its kind goes."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from scienceweek.links import AddressError, site_address
from scienceweek.model.contact import Phone
from scienceweek.model.site_facts import SiteFacts
from scienceweek.source.mistakes.problems import Problems, quoted
from scienceweek.source.notation.phones import PhoneError, phones
from scienceweek.source.records.reading import RecordEntry
from scienceweek.source.records.record import Record
from scienceweek.source.records.site import SiteRecord

_DOMAIN = re.compile(r"[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+")
_PICTURE = re.compile("images/[A-Za-z0-9_./-]+")
# Another machine, and no folder at its root: what lies there beside the site is removed.
_AWAY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(@[A-Za-z0-9][A-Za-z0-9.-]*)?:/[^/\s]+/[^/\s]\S*")
_TILES = re.compile(r"(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/)?[A-Za-z0-9_-][A-Za-z0-9_./-]*")
_TOKEN = re.compile("[0-9A-Za-z]+")
_SOURCES = ("main", "master", "HEAD")
_BRANCH = re.compile("[A-Za-z0-9][A-Za-z0-9_/-]*")


def site_facts(entries: Iterable[RecordEntry[SiteRecord]], problems: Problems) -> SiteFacts:
    """What the only one of *entries* says; nothing if there is none."""
    for entry in entries:
        return _facts(entry, problems)
    return SiteFacts()


def _facts(entry: RecordEntry[SiteRecord], problems: Problems) -> SiteFacts:
    record, desk = entry.record, _Desk(entry, problems)
    marks, ground, publish = record.marks, record.map, record.publish
    written = _written(marks)
    desk.fits(
        _PICTURE,
        written.get("authority"),
        "图片放在 content/images 里，这里写 images/authority.png",
        "marks",
        "authority",
    )
    desk.fits(_DOMAIN, record.uid_domain, "请写一个域名，例如 kepu.example.gov.cn", "uid_domain")
    places = {name: _written(getattr(publish, name)) for name in ("rsync", "s3", "pages") if publish}
    desk.fits(
        _AWAY,
        places.get("rsync", {}).get("to"),
        "请写 用户@服务器:/文件夹/文件夹，例如 deploy@kepu.example.gov.cn:/srv/kepu",
        *("publish", "rsync", "to"),
    )
    desk.fits(_TILES, ground and ground.file, "请写文件的地址，例如 assets/ground.pmtiles", "map", "file")
    desk.fits(_TOKEN, ground and ground.token, "密钥只有字母和数字", "map", "token")
    branch = places.get("pages", {}).get("branch")
    desk.fits(_BRANCH, branch, "请写一个分支的名称，例如 gh-pages", "publish", "pages", "branch")
    if branch in _SOURCES:
        desk.error(
            f"{quoted(branch)}是放数据的分支，网站要另用一个，例如 gh-pages。", "publish", "pages", "branch"
        )
    return SiteFacts(
        name=record.name or "",
        url=desk.url(),
        keeper=record.keeper or "",
        phone=desk.phone(),
        uid_domain=record.uid_domain or "",
        marks=written,
        map=_written(ground),
        geocoder=record.geocoder,
        licence=record.licence or "",
        mask_mobiles=record.mask_mobiles,
        with_drafts=bool(record.with_drafts),
        hide_mobiles_after_days=record.hide_mobiles_after_days,
        to=publish.to if publish else None,
        places={name: place for name, place in places.items() if place},
        lines=dict(_lines(entry)),
    )


def _written(record: Record | None) -> dict[str, Any]:
    """What *record* says, by key; words as text."""
    if record is None:
        return {}
    return {
        key: value if isinstance(value, bool) else str(value) for key, value in record if value is not None
    }


def _lines(entry: RecordEntry[SiteRecord]) -> Iterable[tuple[str, tuple[int, int]]]:
    for key, node in entry.node.parts.items():
        yield str(key), (node.line, node.column)
        if isinstance(node.value, Mapping):
            yield from ((f"{key}.{inner}", (part.line, part.column)) for inner, part in node.parts.items())


class _Desk:
    """The record, and where its mistakes are told."""

    def __init__(self, entry: RecordEntry[SiteRecord], problems: Problems) -> None:
        self._entry, self._problems = entry, problems

    def error(self, message: str, *path: str) -> None:
        self._problems.error(self._entry.spot(*path), message)

    def fits(self, pattern: re.Pattern[str], written: object, wanted: str, *path: str) -> None:
        if isinstance(written, str) and not pattern.fullmatch(written):
            self.error(f"{path[-1]} 不能写{quoted(written)}。{wanted}。", *path)

    def url(self) -> str:
        try:
            return site_address(self._entry.record.url or "")
        except AddressError as error:
            self.error(f"网址{error}", "url")
            return ""

    def phone(self) -> Phone | None:
        written = self._entry.record.phone
        if written is None:
            return None
        try:
            (found,) = phones(written, "")
        except (PhoneError, ValueError):
            self.error(
                f"电话看不懂{quoted(written)}。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
                "phone",
            )
            return None
        return found
