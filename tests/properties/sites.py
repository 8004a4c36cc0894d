"""Whole sites in the file format, made up from the records themselves: a new field is written without being named here.

What a field may hold is read from its type; what no type says (that a reference leads to something, that a reason goes
with a change) is said below, so that a good share of the sites passes.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import yaml
from annotated_types import Ge, Le
from dateutil.rrule import rrulestr
from documents import FORM
from properties import pool
from properties.pictures import picture
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from scienceweek.source.records import SHELVES, FileKind
from scienceweek.source.records.activity import ActivityRecord
from scienceweek.source.records.alert import SITE_PATH, AlertRecord
from scienceweek.source.records.allowed import AllowedRecord
from scienceweek.source.records.attachment import AttachmentRecord
from scienceweek.source.records.booking import BookingRecord, PhoneRecord, PriceRecord
from scienceweek.source.records.campaign import CampaignRecord
from scienceweek.source.records.coming import GroupsRecord
from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.moment import RecurringRecord
from scienceweek.source.records.organisation import AREA_CODE, CODE, DistrictRecord, OrganisationRecord
from scienceweek.source.records.photo import ImageRecord, PhotoRecord
from scienceweek.source.records.place import AdmissionRecord, BaseRecord, ClosureRecord, VenueRecord
from scienceweek.source.records.point import PointRecord
from scienceweek.source.records.record import ID, SOUND, URL, Record
from scienceweek.source.records.session import SessionRecord
from scienceweek.source.records.shape import entry_kind, fields, is_needed
from scienceweek.source.records.site import (
    BranchRecord,
    MapRecord,
    MarksRecord,
    RsyncRecord,
    SiteRecord,
)
from scienceweek.source.records.where import LiveRecord, RainRecord, WhereRecord

Tree = dict[str, Any]
"""Files by path: what a YAML file holds, or the text or bytes of another."""

ANCHORS = ("s1", "s2", "s3", "s4-1", "annex")
_FIRST = date(2027, 5, 22)
_CENTRE = (106.63, 29.72)
_ALONE = ("base", "venue", "place", "area", "tour", "online")
_BESIDE = {
    "room": ("base", "venue", "place"),
    "meet": ("base", "venue", "place", "area", "tour"),
    "address": ("place",),
    "access": ("place",),
    "words": ("venue", "area"),
    "platform": ("online",),
    "account": ("online",),
}
_FEW = 4
_MOST = 0.95


def site(seed: object) -> Tree:
    """A site of one to a dozen activities: the same for the same *seed*."""
    return _Maker(random.Random(f"site {seed}")).site()


def files(tree: Tree) -> dict[str, bytes]:
    """The files of *tree* as they lie on a disk."""
    return {
        name: content if isinstance(content, bytes) else _written(content) for name, content in tree.items()
    }


def written(value: Any, *, flow: bool | None = False) -> str:
    """*value* as YAML."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=2_000)


def _written(content: Any) -> bytes:
    return (content if isinstance(content, str) else written(content, flow=None)).encode(
        "utf-8", "surrogatepass"
    )


def value(
    chance: random.Random,
    kind: type[Record],
    key: str,
    known: Mapping[str, list[str]],
    oddness: float = 0.3,
) -> Any:
    """Something to stand at *key* of a record of this *kind*, in a site that has the ids *known*."""
    maker = _Maker(chance, oddness)
    for register, ids in known.items():
        maker.ids.setdefault(register, []).extend(ids)
    made = maker.value(kind, key, fields(kind)[key])
    return None if made is _NOTHING else made


def inner(kind: type[Record]) -> frozenset[type[Record]]:
    """The records that a record of this *kind* may hold."""
    return frozenset(one for about in fields(kind).values() for one in _records(about.annotation))


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


@dataclass
class _Maker:
    """State: the ids that there are already, by the field that leads to them."""

    chance: random.Random
    oddness: float = 0.0
    """How likely a value is one that staff should not have written."""
    fullness: float = 0.3
    """How likely a field is filled in that need not be."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    count: int = 0
    photos: list[str] = field(default_factory=list)
    strands: dict[str, list[str]] = field(default_factory=dict)
    forms: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def site(self) -> Tree:
        self.oddness = self.chance.choice((0.0, 0.0, 0.0, 0.002, 0.02))
        self.fullness = self.chance.choice((0.1, 0.3, 0.5, 0.9))
        tree: Tree = {}
        for shelf in SHELVES:
            tree |= self._shelf(shelf)
        tree |= self._texts()
        tree |= {
            f"content/images/{name}": picture(name, (960, 640)) if name in pool.WIDE else picture(name)
            for name in dict.fromkeys(self.photos)
        }
        tree |= {
            f"content/files/{name}": FORM[f".{name.partition('.')[2]}"] for name in dict.fromkeys(self.forms)
        }
        return tree

    def _shelf(self, shelf: FileKind) -> Tree:
        folder = shelf.pattern.partition("/")[0]
        if "*" not in shelf.pattern:
            return {f"data/{shelf.pattern}": self._file(shelf)}
        made = {}
        for _ in range(self.chance.randint(1, 3)):
            content = self._file(shelf)
            name = self.file_name(content.get("id"))
            deeper = (
                f"/{self.file_name(self.some('campaign', '2027'))}"
                if "**" in shelf.pattern and self.chance.random() < 0.2
                else ""
            )
            made[f"data/{folder}{deeper}/{name}.yaml"] = content
        return made

    def _file(self, shelf: FileKind) -> dict[str, Any]:
        if not shelf.entries:
            return self.record(shelf.record)
        about = fields(shelf.record)
        made = {
            key: self.value(shelf.record, key, one) for key, one in about.items() if key not in shelf.entries
        }
        for key in shelf.entries:
            kind = entry_kind(shelf.record, key)
            rows = []
            for _ in range(self.chance.randint(1, _FEW)):
                rows.append(self.record(kind, heading=made))
                self._know(key, rows[-1])
            made[key] = rows
        return made

    def _know(self, key: str, row: dict[str, Any]) -> None:
        """What refers to a *row* of the list at *key* will find it."""
        names = {
            "districts": ("district",),
            "organisations": ("organisation",),
            "base_types": ("type",),
            "kinds": ("kind",),
            "audiences": ("audience",),
            "topics": ("topics",),
            "venues": ("venue",),
            "bases": ("base",),
            "activities": ("part_of",) if row.get("admits") != "staff" else (),
        }.get(key, (key,))
        for name in (*names, "any") if "id" in row else ():
            self.ids.setdefault(name, []).append(row["id"])
        if key == "allowed":
            self.allowed.append(str(row["value"]))
        if key == "districts":
            self.ids.setdefault("parent district", []).append(row["id"])
        if key == "activities":
            self.ids.setdefault("activities", []).append(row["id"])
        if key == "organisations":
            self.ids.setdefault("names", []).extend([row["name"], *row.get("short_names", ())])

    # ---- records ---------------------------------------------------------------------------------------------------

    def record(self, kind: type[Record], heading: Mapping[str, Any] | None = None) -> dict[str, Any]:
        made = {
            key: self.value(kind, key, about)
            for key, about in fields(kind).items()
            if is_needed(kind, key) or self.chance.random() < self.fullness
        }
        made = {key: one for key, one in made.items() if one is not _NOTHING}
        finish = _FINISHES.get(kind)
        if finish:
            finish(self, made, heading or {})
        return made

    def value(self, kind: type[Record], key: str, about: FieldInfo) -> Any:
        if self.chance.random() < self.oddness:
            return self.chance.choice(pool.AWKWARD)
        special = _FIELDS.get((kind, key)) or _KEYS.get(key)
        if special:
            return special(self)
        if about.json_schema_extra:
            return self._reference(key)
        return self._of(about.annotation, tuple(about.metadata), key)

    def _of(self, annotation: Any, notes: tuple[Any, ...], key: str) -> Any:  # noqa: C901 - a case for each kind of type
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is not None and hasattr(annotation, "__metadata__"):
            more = tuple(annotation.__metadata__)
            if any(isinstance(one, FieldInfo) and one.json_schema_extra for one in more):
                return self._reference(key)
            ranges = tuple(
                note for one in more for note in (one.metadata if isinstance(one, FieldInfo) else (one,))
            )
            return self._of(parts[0], (*notes, *ranges), key)
        if origin in (Union, UnionType):
            return self._of(self.chance.choice([one for one in parts if one is not NoneType]), notes, key)
        if origin is tuple:
            return [self._of(parts[0], (), key) for _ in range(self.chance.randint(1, 3))]
        if origin is dict:
            words = list(parts[0])
            chosen = self.chance.sample(words, self.chance.randint(1, 3))
            return {str(word): [self._name() for _ in range(self.chance.randint(1, 2))] for word in chosen}
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self.record(annotation)
        if isinstance(annotation, type) and issubclass(annotation, StrEnum):
            return str(self.chance.choice(list(annotation)))
        if annotation is bool:
            return self.chance.choice(("true", "false"))
        if annotation in (int, float):
            return self._number(annotation, notes)
        if annotation is str:
            return self._text([note for note in notes if isinstance(note, StringConstraints)], notes)
        raise TypeError(f"nobody knows what to write for {annotation} at {key}")

    def _number(self, kind: type, notes: tuple[Any, ...]) -> str:
        least = next((note.ge for note in notes if isinstance(note, Ge)), 0)
        most = next((note.le for note in notes if isinstance(note, Le)), 10_000)
        if kind is float:
            return str(round(self.chance.uniform(least, most), 4))
        return str(self.chance.choice((least, most, self.chance.randint(int(least), min(int(most), 3_000)))))

    def _text(self, rules: list[StringConstraints], notes: tuple[Any, ...]) -> str:
        pattern = next((str(rule.pattern) for rule in rules if rule.pattern), "")
        longest = min(
            [rule.max_length for rule in rules if rule.max_length]
            + [note.max_length for note in notes if hasattr(note, "max_length") and note.max_length]
            or [300]
        )
        if pattern:
            return _PATTERNS[pattern](self)
        if longest > 2_000:
            return self.chance.choice(pool.TEXTS)
        return "馆" if longest == 1 else self.chance.choice(pool.LINES)

    # ---- what no type says -----------------------------------------------------------------------------------------

    def number(self) -> int:
        self.count += 1
        return self.count

    def file_name(self, id: object) -> str:
        """What a file of the record *id* is called, if a disk takes it."""
        plain = isinstance(id, str) and re.fullmatch(r"[\w-][\w. -]{0,59}", id)
        return str(id) if plain else f"file-{self.number()}"

    def id(self) -> str:
        return f"{self.chance.choice(('lab', 'x', '2027-yubei', 'a-b', '7'))}-{self.number()}"

    def some(self, register: str, otherwise: Any = None) -> Any:
        known = self.ids.get(register)
        return self.chance.choice(known) if known else _NOTHING if otherwise is None else otherwise

    def _reference(self, key: str) -> Any:
        return self.some(key) if key in self.ids or key in _REGISTERS else self.some("any")

    def several(self, key: str) -> Any:
        known = self.ids.get(key, [])
        return self.chance.sample(known, min(len(known), self.chance.randint(1, 2))) if known else _NOTHING

    def _name(self) -> str:
        """Of an organisation, one of the site's or another."""
        return (
            self.some("names", "区科协")
            if self.chance.random() < 0.7
            else self.chance.choice(("市科协", "各镇街"))
        )

    def moment(self) -> Any:
        match self.chance.randrange(8):
            case 0:
                return {"unfixed": "时间根据集镇实际安排"}
            case 1:
                return self.recurring()
            case 2:
                return [self.chance.choice(pool.DAYS), "5月23日"]
            case _:
                return pool.pick(self.chance, pool.MOMENTS, pool.ODD_MOMENTS, self.oddness)

    def recurring(self) -> dict[str, Any]:
        """A rule that falls on some day of its span, and perhaps not on another."""
        first = _FIRST + timedelta(days=self.chance.randrange(-20, 40))
        last = first + timedelta(days=self.chance.randrange(31, 70))
        rule = self.chance.choice(
            (
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=SA",
                "FREQ=WEEKLY;BYDAY=MO,WE,FR",
                "FREQ=WEEKLY;BYDAY=SU;INTERVAL=2",
                "FREQ=MONTHLY;BYDAY=1SA",
                "FREQ=MONTHLY;BYDAY=-1FR",
                "FREQ=MONTHLY;BYMONTHDAY=5,15,25",
            )
        )
        days = [
            day.date()
            for day in rrulestr(f"DTSTART:{first:%Y%m%d}T000000\nRRULE:{rule};UNTIL={last:%Y%m%d}T000000")
        ]
        made: dict[str, Any] = {"rule": rule, "span": f"{first}/{last}"}
        if self.chance.random() < self.fullness:
            made["start"] = "9:30"
            if self.chance.random() < 0.5:
                made["end"] = "16:00"
        if len(days) > 1 and self.chance.random() < self.fullness:
            made["except"] = [str(self.chance.choice(days))]
        return made

    def day(self) -> str:
        return str(_FIRST + timedelta(days=self.chance.randrange(-40, 40)))

    def phones(self) -> list[str]:
        count = self.chance.randint(1, 2)
        return [pool.pick(self.chance, pool.PHONES, pool.ODD_PHONES, self.oddness) for _ in range(count)]

    # ---- texts -----------------------------------------------------------------------------------------------------

    def _texts(self) -> Tree:
        tree: Tree = {"content/pages/about.md": "Title: 关于本站\n\n" + self._prose("")}
        if self.chance.random() < 0.5:
            tree["content/pages/more.md"] = "Title: 更多\nOrder: 2\n\n" + self._prose("")
        for id in self.ids.get("campaign", []):
            parts = [f"## {anchor} 部分 {{#{anchor}}}\n\n{self._prose('../')}" for anchor in ANCHORS]
            tree[f"content/notices/{self.file_name(id)}.md"] = "\n\n".join(parts)
        for stem in self.papers:
            if self.chance.random() < 0.7:
                tree[f"content/notices/{self.file_name(stem)}.md"] = (
                    f"## 改了 {{#s1}}\n\n{self._prose('../')}"
                )
        for register, folder in (("base", "bases"), ("activities", "activities")):
            for id in self.ids.get(register, []):
                if self.chance.random() < self.fullness / 2:
                    tree[f"content/{folder}/{self.file_name(id)}.md"] = self._prose("../")
        return tree

    def _prose(self, root: str) -> str:
        blocks = [self._block(root) for _ in range(self.chance.randint(1, 4))]
        return "\n\n".join(blocks) + self.chance.choice(("\n", "", "\n\n"))

    def _block(self, root: str) -> str:
        if self.chance.random() < self.oddness:
            return self.chance.choice((*pool.MARKDOWN, *pool.LINKS))
        words = self.chance.choice(
            ("现场设有多个展位。", "请带身份证，**不要**迟到。", "联系电话见海报（A4）。")
        )
        match self.chance.randrange(8):
            case 0:
                return f"- {words}\n- 乙"
            case 1:
                return f"1. {words}\n2. 乙"
            case 2:
                return f"| 序号 | 内容 |\n|---|---|\n| 1 | {words} |"
            case 3:
                return f"> {words}"
            case 4:
                return f"### 小标题\n\n{words}"
            case 5:
                return f"{words}见[{self._name()}]({self._address(root)})。"
            case 6 if self.allowed:
                return f"{words}联系{self.chance.choice(self.allowed)}。"
            case _:
                return words

    def _address(self, root: str) -> str:
        base, campaign = self.some("base", ""), self.some("campaign", "")
        choices = [
            "https://example.cn/a?b=1",
            f"{root}bases.html",
            f"{root}calendar.html",
            f"{root}index.html",
        ]
        choices += [f"{root}bases/{base}.html"] if base else []
        choices += [f"{root}files/{self.forms[-1]}"] if self.forms else []
        choices += [f"{root}notices/{campaign}.html#s1"] if campaign else []
        return self.chance.choice(choices)


_NOTHING: Any = object()
"""For a reference where there is nothing to refer to."""
_REGISTERS = frozenset(
    ("base", "venue", "campaign", "part_of", "strand", "parent", "kind", "type", "district", "basis")
)
_PATTERNS: Mapping[str, Callable[[_Maker], str]] = {
    ID: _Maker.id,
    CODE: lambda maker: f"50{maker.number():04}",
    AREA_CODE: lambda maker: maker.chance.choice(("023", "010", "0952")),
    URL: lambda maker: pool.pick(maker.chance, pool.URLS, pool.ODD_URLS, maker.oddness),
    SOUND: lambda maker: maker.chance.choice(("zeng jia yan", "x", "ke pu guan")),
    rf"{URL}|{SITE_PATH}": lambda maker: maker.chance.choice(("index.html", "about.html", *pool.URLS)),
    rf"^unknown$|{URL}": lambda maker: maker.chance.choice(("unknown", *pool.URLS)),
}
_KEYS: Mapping[str, Callable[[_Maker], Any]] = {
    "when": _Maker.moment,
    "previously": _Maker.moment,
    "phones": _Maker.phones,
    "email": lambda maker: pool.pick(maker.chance, pool.EMAILS, pool.ODD_EMAILS, maker.oddness),
    "issued": _Maker.day,
    "printed": _Maker.day,
    "updated": _Maker.day,
    "verified": _Maker.day,
    "until": _Maker.day,
    "audience": lambda maker: maker.several("audience"),
    "topics": lambda maker: maker.several("topics"),
    "basis": lambda maker: maker.some("campaign"),
    "source": lambda maker: pool.pick(maker.chance, ANCHORS, ("annex-3", "s9"), maker.oddness),
    "inferred": lambda maker: maker.chance.sample(sorted(fields(ActivityRecord)), 2),
    "year": lambda maker: str(maker.chance.randint(1999, 2027)),
}
_FIELDS: Mapping[tuple[type[Record], str], Callable[[_Maker], Any]] = {
    (CampaignRecord, "when"): lambda maker: (
        f"{_FIRST}/{_FIRST + timedelta(days=maker.chance.randint(0, 30))}"
    ),
    (CampaignRecord, "parent"): lambda maker: maker.some("campaign"),
    (DistrictRecord, "parent"): lambda maker: maker.some("parent district"),
    (DistrictRecord, "name"): lambda maker: f"第{maker.number()}区",
    (DistrictRecord, "short"): lambda maker: f"第{maker.number()}",
    (ActivityRecord, "strand"): lambda maker: _NOTHING,
    (ActivityRecord, "kind"): lambda maker: maker.some("kind"),
    (BaseRecord, "type"): lambda maker: maker.some("type"),
    (AllowedRecord, "value"): lambda maker: maker.chance.choice((*pool.PHONES, *pool.EMAILS, *pool.LINES)),
    (ActivityRecord, "ages"): lambda maker: pool.pick(maker.chance, pool.AGES, pool.ODD_AGES, maker.oddness),
    (BaseRecord, "ages"): lambda maker: maker.chance.choice(pool.AGES),
    **{
        (kind, "hours"): lambda maker: [
            maker.chance.choice(pool.ODD_HOURS) if maker.chance.random() < maker.oddness else line
            for line in maker.chance.sample(pool.HOURS, maker.chance.randint(1, 3))
        ]
        for kind in (BaseRecord, VenueRecord)
    },
    (ClosureRecord, "when"): lambda maker: pool.pick(
        maker.chance, pool.CLOSED, pool.ODD_CLOSED, maker.oddness
    ),
    (ClosureRecord, "until"): lambda maker: maker.chance.choice(pool.REOPENED),
    (BookingRecord, "wechat"): lambda maker: maker.chance.choice(pool.ACCOUNTS),
    (GroupsRecord, "wechat"): lambda maker: maker.chance.choice(pool.ACCOUNTS),
    (BookingRecord, "opens"): lambda maker: pool.pick(
        maker.chance, pool.OPENS, pool.ODD_MOMENTS, maker.oddness
    ),
    (BookingRecord, "until"): lambda maker: pool.pick(
        maker.chance, pool.UNTIL, pool.ODD_MOMENTS, maker.oddness
    ),
    (PhoneRecord, "number"): lambda maker: maker.phones()[0],
    (PriceRecord, "price"): lambda maker: pool.pick(
        maker.chance, pool.PRICES, pool.ODD_PRICES, maker.oddness
    ),
    (RecurringRecord, "rule"): lambda maker: "FREQ=DAILY",
    (SiteRecord, "url"): lambda maker: pool.pick(
        maker.chance,
        ("https://kepu.example.gov.cn", "https://www.example.gov.cn/kepu/"),
        pool.LINES,
        maker.oddness,
    ),
    (SiteRecord, "phone"): lambda maker: pool.pick(
        maker.chance, ("023-67821101", "400-800-0000"), pool.ODD_PHONES, maker.oddness
    ),
    (SiteRecord, "uid_domain"): lambda maker: "kepu.example.gov.cn",
    # Whoever hides mobiles has none in texts, and many a made-up text has one.
    (SiteRecord, "mask_mobiles"): lambda maker: "false",
    (SiteRecord, "with_drafts"): lambda maker: "true",
    (SiteRecord, "hide_mobiles_after_days"): lambda maker: "36500",
    (MarksRecord, "authority"): lambda maker: f"images/{maker.chance.choice(pool.PICTURES)}",
    (MapRecord, "file"): lambda maker: maker.chance.choice(
        ("assets/ground.pmtiles", "https://x.cn/g.pmtiles")
    ),
    (MapRecord, "token"): lambda maker: "0123456789abcdef",
    (RsyncRecord, "to"): lambda maker: "deploy@kepu.example.gov.cn:/srv/kepu",
    (BranchRecord, "branch"): lambda maker: "gh-pages",
    (BranchRecord, "domain"): lambda maker: "kepu.example.gov.cn",
    (SessionRecord, "capacity"): lambda maker: maker.chance.choice(pool.CAPACITIES),
    (BookingRecord, "capacity"): lambda maker: maker.chance.choice(pool.CAPACITIES),
}


def _campaign(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    for one in made.get("deadlines", []):
        if isinstance(one, dict):
            one["when"] = maker.chance.choice(("2027-06-04", "6月4日前", "2027年6月10日"))
    registration = made.get("registration")
    if isinstance(registration, dict) and "when" in registration:
        registration["when"] = "2027-05-01/2027-05-20"
    maker.ids.setdefault("campaign", []).append(made["id"])
    maker.ids.setdefault("any", []).append(made["id"])
    maker.strands[made["id"]] = [one["id"] for one in made.get("strands", []) if isinstance(one, dict)]
    _documents(maker, made)
    for one in made.get("contacts", []):
        _contact(maker, one, {})


def _documents(maker: _Maker, made: dict[str, Any]) -> None:
    """A notice alone, or several documents: each but the first notice with an id of its own, and most with a text."""
    several = [one for one in made.get("notices", []) if isinstance(one, dict)]
    if not several:
        made.pop("notices", None)
        notice = made.setdefault("notice", {})
        if isinstance(notice, dict):
            notice["disclosure"] = "public"
        return
    made.pop("notice", None)
    for one in several[1:]:
        one["id"] = maker.id()
        maker.papers.append(f"{made['id']}.{one['id']}")
    several[0] |= {"kind": "notice", "disclosure": "public"}
    several[0].pop("id", None)


def _district(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """Most districts have an area code, as local numbers need one."""
    if maker.chance.random() < _MOST:
        made.setdefault("area_code", "023")


def _organisation(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    made["name"] = f"{maker.chance.choice(('区科技局', '区科协', '气象局'))}{maker.number()}"
    if "short_names" in made:
        made["short_names"] = [f"第{maker.number()}局"]
    if "former_names" in made:
        made["former_names"] = [f"第{maker.number()}科"]


def _point(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    for key, middle in zip(("lon", "lat"), _CENTRE, strict=True):
        made[key] = str(round(middle + maker.chance.uniform(-0.1, 0.1), 4))


def _contact(maker: _Maker, made: Any, _: Mapping[str, Any]) -> None:
    """A mobile is shown for a reason."""
    if not isinstance(made, dict) or made.get("show", "internal") == "internal" or "basis" in made:
        return
    if (campaign := maker.some("campaign")) is _NOTHING:
        made["phones"] = ["023-60000001"]
    else:
        made["basis"] = campaign


def _base(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    admission = made.get("admission")
    if isinstance(admission, dict) and isinstance(admission.get("booking"), dict):
        # No campaign says in which year its days are.
        for key in ("opens", "until"):
            admission["booking"].pop(key, None)
    _accessible(made)
    if "campaign" not in made:
        made.pop("source", None)


def _photo(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    made["file"] = maker.chance.choice(pool.PICTURES)
    maker.photos.append(made["file"])


def _image(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """Wide enough for a page; of one the people in it have not agreed, of no record."""
    made["file"] = maker.chance.choice(pool.WIDE)
    made.pop("consent", None)
    if made["file"] == pool.WIDE[-1]:
        made["consent"] = "false"
    maker.photos.append(made["file"])


def _attachment(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    suffix = maker.chance.choice(sorted(FORM))
    made["file"] = f"form{suffix}"
    maker.forms.append(made["file"])


def _where(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """One kind of place, with what goes with it."""
    kinds = [kind for kind in _ALONE if kind in made]
    if not kinds:
        made["place"] = pool.line(maker.chance)
        kinds = ["place"]
    kind = maker.chance.choice(kinds)
    for key in [one for one in kinds if one != kind]:
        del made[key]
    for key, partners in _BESIDE.items():
        if kind not in partners:
            made.pop(key, None)


def _activity(maker: _Maker, made: dict[str, Any], heading: Mapping[str, Any]) -> None:
    _accessible(made)
    changed = {"reason", "previously"} & made.keys()
    if changed and made.get("status", "scheduled") == "scheduled":
        made["status"] = maker.chance.choice(("postponed", "cancelled", "rescheduled", "moved-online"))
    _timetable(maker, made)
    strands = maker.strands.get(made.get("campaign") or heading.get("campaign", ""), [])
    if strands and maker.chance.random() < maker.fullness:
        made["strand"] = maker.chance.choice(strands)


def _alert(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """It is about one thing, and begins before it ends."""
    scopes = [key for key in ("campaign", "district", "base", "venue") if key in made]
    for key in scopes[1:]:
        del made[key]
    for key, time in (("begin", "2027-05-20 9:00"), ("end", "2027-05-30")):
        if key in made:
            made[key] = time


def _session(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """It differs from the others in something, and has a reason only if it is cancelled."""
    made["for"] = f"第{maker.number()}场"
    if "reason" in made:
        made["status"] = "cancelled"


def _timetable(maker: _Maker, made: dict[str, Any]) -> None:
    """Sessions or stages say when an activity is; some session takes place."""
    if isinstance(sessions := made.get("sessions"), list) and sessions:
        made.pop("stages", None)
        made.pop("when", None)
        if isinstance(first := sessions[0], dict):
            first.pop("reason", None)
            first["status"] = maker.chance.choice(("scheduled", "full"))
    elif made.get("stages"):
        made.pop("when", None)


def _phone(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """A mobile is shown for a reason."""
    if "basis" in made:
        return
    if (campaign := maker.some("campaign")) is _NOTHING:
        made["number"] = "023-60000001"
    else:
        made["basis"] = campaign


def _admission(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    """What is said, is said once, and does not deny itself."""
    prices = made.get("prices")
    if isinstance(prices, list) and all(isinstance(one, dict) for one in prices):
        made["prices"] = [one | {"who": f"第{number}种人"} for number, one in enumerate(prices)]
        made.pop("fee", None)
    if isinstance(made.get("booking"), dict):
        for key in ("url", "until"):
            made.pop(key, None)


def _groups(maker: _Maker, made: dict[str, Any], _: Mapping[str, Any]) -> None:
    if made.get("taken") == "false":
        for key in ("size", "phone", "wechat", "url"):
            made.pop(key, None)


def _accessible(made: dict[str, Any]) -> None:
    """A wheelchair gets in, or it does not."""
    said = made.get("accessible")
    if isinstance(said, list):
        chairs = [one for one in said if str(one).startswith("wheelchair")]
        rest = [one for one in said if one not in chairs]
        made["accessible"] = rest + ([] if "wheelchair" in made else chairs[:1]) or ["captions"]


_FINISHES: Mapping[type[Record], Callable[[_Maker, dict[str, Any], Mapping[str, Any]], None]] = {
    CampaignRecord: _campaign,
    DistrictRecord: _district,
    PointRecord: _point,
    ContactRecord: _contact,
    BaseRecord: _base,
    VenueRecord: lambda maker, made, _: _accessible(made),
    PhoneRecord: _phone,
    AdmissionRecord: _admission,
    GroupsRecord: _groups,
    PhotoRecord: _photo,
    ImageRecord: _image,
    AttachmentRecord: _attachment,
    WhereRecord: _where,
    RainRecord: lambda _, made, __: made or made.update(note="下雨取消"),
    LiveRecord: lambda _, made, __: (
        {"url", "platform", "account"} & made.keys() or made.update(platform="快手")
    ),
    AlertRecord: _alert,
    SessionRecord: _session,
    ActivityRecord: _activity,
    OrganisationRecord: _organisation,
    RecurringRecord: lambda maker, made, _: made.update(maker.recurring()),
}
