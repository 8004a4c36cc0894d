"""Small trees of data and content on disk, valid until a test says otherwise."""

from pathlib import Path

import pytest

from scienceweek.check.project import Project
from scienceweek.render.prose import addresses
from scienceweek.settings import Settings
from scienceweek.source.loading import Loaded, load
from scienceweek.source.mistakes.problems import SourceError

FILES = {
    "data/districts.yaml": """\
districts:
  - {id: chongqing, name: 重庆市, short: 重庆, code: 500000, area_code: 023}
  - id: yubei
    name: 渝北区
    short: 渝北
    code: 500112
    parent: chongqing
    point: {lon: 106.631, lat: 29.718, source: 估计, radius: 1500}
""",
    "data/organisations.yaml": """\
organisations:
  - {id: yubei-science-bureau, name: 渝北区科技局, district: yubei, short_names: [区科技局]}
""",
    "data/terms.yaml": """\
base_types:
  - {id: venue, name: 场馆类, seal: 馆}
kinds:
  - {id: exhibition, name: 展览展示}
audiences:
  - {id: youth, name: 青少年}
topics:
  - {id: health, name: 健康}
""",
    "data/venues.yaml": """\
venues:
  - {id: main-hall, name: 市主会场, district: yubei}
""",
    "data/campaigns/2024-yubei.yaml": """\
id: 2024-yubei
name: 2024年渝北区科技活动周
series: science-week
district: yubei
when: 2024年5月25日至6月1日
strands: [{id: s1, title: 科学家精神}]
notice: {title: 实施方案, issued: 2024-05-17, disclosure: public}
""",
    "data/bases/yubei.yaml": """\
district: yubei
bases:
  - id: meteorology-museum
    name: 重庆市气象科普馆
    type: venue
    contacts:
      - {name: 科普科, phones: [67821101], show: public}
    opening:
      - {id: open-2024, campaign: 2024-yubei, when: 5.31, admission: free, source: annex-1}
""",
    "data/activities/2024-yubei.yaml": """\
campaign: 2024-yubei
activities:
  - id: fish
    title: 我们曾经都是鱼
    kind: exhibition
    when: 5.25-27
    where: {venue: main-hall}
    base: meteorology-museum
    organisers: {responsible: [区科技局]}
    source: s4-1
""",
    "content/notices/2024-yubei.md": "## 四、主要活动 {#s4-1}\n\n## 附件 {#annex}\n",
    "content/activities/fish.md": "从鱼到人。\n",
    "content/pages/about.md": "Title: 关于本站\n\n欢迎。\n",
}
ACTIVITIES = "data/activities/2024-yubei.yaml"
BASES = "data/bases/yubei.yaml"
CAMPAIGN = "data/campaigns/2024-yubei.yaml"


def grow(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the tree with *files* in place of, or beside, its own; None leaves one out."""
    for name, content in {**FILES, **(files or {})}.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def activity(**changes: str) -> str:
    """The file of activities with one activity; *changes* are values as written, "" takes a key out."""
    given = {"id": "fish", "title": "我们曾经都是鱼", "when": "5.25"} | changes
    lines = [f"{key}: {value}" for key, value in given.items() if value]
    return "campaign: 2024-yubei\nactivities:\n  - " + "\n    ".join(lines) + "\n"


def read(root: Path, files: dict[str, str | bytes | None] | None = None) -> Loaded:
    grow(root, files)
    return load(root / "data", root / "content", addresses=addresses)


def complaints(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    """What is told of the tree with *files*: all errors and reminders, as printed."""
    grow(root, files)
    with pytest.raises(SourceError) as caught:
        load(root / "data", root / "content", addresses=addresses)
    return list(filter(None, str(caught.value).split("\n")))


def reminders(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return [str(warning) for warning in read(root, files).warnings]


def project(root: Path, kept: Path | None = None, **settings: object) -> Project:
    """The project in *root*, under these settings."""
    own = Settings.of(settings.get("SCIENCEWEEK", {}))
    return Project(root / "data", root / "content", settings, own, kept)


def refused(root: Path, files: dict[str, str | bytes | None], **settings: object) -> list[str]:
    """What `check` tells of the tree with *files*; nothing if it may be published."""
    try:
        project(grow(root, files), **settings).inspected()
    except SourceError as error:
        return str(error).split("\n")
    return []
