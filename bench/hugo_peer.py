"""The same made-up facts as ``corpus.py`` writes, for Hugo: one JSON file with a content adapter, as fast as Hugo reads anything.

It makes a page for each activity, base, district, day and month, a front page with the next fifty, a sitemap, and a feed and a
calendar for each district. What Hugo does not know (days that nobody has named, opening hours, booking) it is not asked for:
an activity without a day stands on the first of its campaign.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import corpus
import yaml

LAYOUTS = Path(__file__).with_name("hugo_peer")
_SUMMARY = 60
_ADAPTER = """\
{{ range resources.Get "activities.json" | transform.Unmarshal }}
{{ $params := dict "id" .id "said" .said "district" .district "base" .base "place" .place "address" .address "organisers" .organisers "topics" .topics "audience" .audience "phone" .phone "admission" .admission "summary" .summary "districts" (slice .district) "days" (slice .date) "months" (slice (substr .date 0 7)) }}
{{ with .base }}{{ $params = merge $params (dict "bases" (slice .)) }}{{ end }}
{{ $.AddPage (dict "path" .id "kind" "page" "title" .title
  "dates" (dict "date" (time.AsTime (printf "%sT09:00:00+08:00" .date)))
  "params" $params
  "content" (dict "mediaType" "text/markdown" "value" .text)) }}
{{ end }}
"""


def write(folder: Path, activities: int, seed: int = 1) -> None:
    """Puts a project of Hugo with the facts of so many *activities* into *folder*."""
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    found = dict(corpus.files(activities, seed))
    districts = _read(found["data/districts.yaml"])["districts"][1:]
    bases = [one for name in _of(found, "data/bases/") for one in _bases(_read(found[name]))]
    known = {one["id"]: one for one in bases}
    facts = [
        _activity(one, sheet["campaign"], starts, known, found)
        for name in _of(found, "data/activities/")
        for sheet in [_read(found[name])]
        for starts in [_first_day(found, sheet["campaign"])]
        for one in sheet["activities"]
    ]
    for one in districts:
        _index(
            folder, "districts", one["id"], {"title": one["name"], "outputs": ["html", "atom", "calendar"]}
        )
    for one in bases:
        _index(folder, "bases", one["id"], {"title": one["name"], **{key: one[key] for key in _BASE}})
    _put(folder / "data" / "districts.json", {f"d{one['id']}": {"name": one["name"]} for one in districts})
    _put(folder / "data" / "bases.json", {one["id"]: {"name": one["name"]} for one in bases})
    _put(folder / "assets" / "activities.json", facts)
    (folder / "content" / "activities").mkdir(parents=True, exist_ok=True)
    (folder / "content" / "activities" / "_content.gotmpl").write_text(_ADAPTER, encoding="utf-8")


def titles(folder: Path) -> Iterator[str]:
    """Each step changes the title of one activity, always the same."""
    path = folder / "assets" / "activities.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    title, number = facts[-1]["title"], 0
    while True:
        number += 1
        facts[-1]["title"] = f"{title}修订{number}"
        _put(path, facts)
        yield facts[-1]["title"]


_BASE = ("district", "address", "phone", "opening")


def _of(found: Mapping[str, str], folder: str) -> list[str]:
    return sorted(name for name in found if name.startswith(folder))


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes text of everything


def _first_day(found: Mapping[str, str], campaign: str) -> str:
    return _read(found[f"data/campaigns/{campaign}.yaml"])["when"][:10]


def _bases(sheet: Any) -> Iterator[dict[str, str]]:
    for one in sheet["bases"]:
        yield {
            "id": one["id"],
            "name": one["name"],
            "district": sheet["district"],
            "address": one["address"],
            "phone": one["contacts"][0]["phones"][0],
            "opening": "，".join(period["when"] for period in one.get("opening", [])),
        }


def _activity(
    one: Any, campaign: str, starts: str, bases: Mapping[str, Any], found: Mapping[str, str]
) -> dict[str, Any]:
    where, base = one.get("where", {}), bases.get(one.get("base", ""), {})
    place = where.get("place") or where.get("venue") or where.get("area") or base.get("name", "")
    day = re.search(r"2026-\d\d-\d\d", one["when"])
    admission, body = one.get("admission", ""), f"content/activities/{one['id']}.md"
    return {
        "id": one["id"],
        "title": one["title"],
        "said": one["when"],
        "date": day[0] if day else starts,
        "district": campaign.removeprefix("2026-"),
        "base": base.get("id", ""),
        "place": place,
        "address": where.get("address") or base.get("address", ""),
        "organisers": one["organisers"]["host"],
        "topics": one["topics"],
        "audience": one["audience"][0],
        "phone": base.get("phone", "010-55500000"),
        "admission": admission if isinstance(admission, str) else "，".join(admission.values()),
        "summary": one["description"][:_SUMMARY],
        "text": f"{one['description']}\n\n{found.get(body, '')}",
    }


def _index(folder: Path, kind: str, id: str, fields: Mapping[str, Any]) -> None:
    path = folder / "content" / kind / id / "_index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{json.dumps(fields, ensure_ascii=False)}\n", encoding="utf-8")


def _put(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
