"""What is kept of a file's activities says what reading everything anew would."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from documents import pdf
from photographs import canvas
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, grow

from scienceweek.model.activity import Activity
from scienceweek.render.prose import addresses
from scienceweek.source import activity_files
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.source.resolution.activities import activities
from scienceweek.source.resolution.registers import Registers

OTHER = "data/activities/2024-more.yaml"
BIRDS = activity(
    id="birds",
    title="鸟",
    part_of="fish",
    organisers="{host: [观鸟会, 市观鸟协会]}",
    base="meteorology-museum",
)
STAFF = activity(id="fish", admits="staff", when="5.26")


def changes() -> Iterator[tuple[str, str | None]]:
    """One file after the other becomes what it says, or goes."""
    yield OTHER, BIRDS
    yield OTHER, BIRDS.replace("鸟", "候鸟")
    yield ACTIVITIES, STAFF
    yield ACTIVITIES, FILES[ACTIVITIES].replace("5.25-27", "5.28, 5.31")
    yield OTHER, BIRDS.replace("birds", "fish")
    yield OTHER, activity(id="birds", where="{venue: nowhere}")
    yield OTHER, activity(id="birds", where="{place: 重庆市气象科普馆二楼}", status="cancelled")
    yield BASES, FILES[BASES].replace("admission: free", "admission: 10元").replace("67821101", "67821102")
    yield OTHER, "campaign: 2024-yubei\nactivities: ["
    yield BASES, FILES[BASES].replace("    type: venue\n", "    type: hall\n")
    yield (
        BASES,
        FILES[BASES].replace("name: 重庆市", "closures: [{when: 5.28, reason: 检修}]\n    name: 重庆市"),
    )
    yield OTHER, activity(id="birds", where="{base: meteorology-museum}", when="5.28", was="[fowl]")
    yield "content/activities/birds.md", "鸟，从头说起。\n"
    yield CAMPAIGN, FILES[CAMPAIGN].replace("5月25日", "5月24日")
    yield "content/notices/2024-yubei.md", "## 四 {#s4-2}\n"
    yield "content/notices/2024-yubei.md", FILES["content/notices/2024-yubei.md"]
    yield "data/alerts.yaml", "alerts: [{text: 停水, base: meteorology-museum, end: 5.28}]\n"
    yield "data/stray.yaml", "x"
    yield "data/stray.yaml", None
    yield OTHER, None
    yield "content/activities/birds.md", None


WIDE = """\
campaign: 2024-yubei
activities:
  - id: walk
    title: 大家来走路
    when: 5.26
    where: [{place: 市主会场二楼}, {venue: main-hall}]
    rain: {where: [{base: meteorology-museum}]}
    organisers: {host: [区科技局, 观鸟会]}
    audience: [youth]
    topics: [health]
    strand: s1
    contacts: [{name: 值班, phones: [13987650001], show: public, basis: 2024-yubei}]
    admission: {booking: {phone: [67821103]}}
    files: [{title: 报名表, file: form.pdf}]
    image: {file: walk.png, alt: 走路}
    source: correction#s9
"""
CORRECTION = FILES[CAMPAIGN].replace(
    "notice: {title: 实施方案, issued: 2024-05-17, disclosure: public}",
    "notices:\n  - {kind: notice, title: 实施方案, issued: 2024-05-17, disclosure: public}\n  - {kind: correction, title: 更正}",
)
VENUES, UNITS, TERMS, DISTRICTS = (
    f"data/{name}.yaml" for name in ("venues", "organisations", "terms", "districts")
)
PAPER, PICTURE, FORM = (
    "content/notices/2024-yubei.correction.md",
    "content/images/walk.png",
    "content/files/form.pdf",
)
BESIDE = {
    OTHER: WIDE,
    CAMPAIGN: CORRECTION,
    PAPER: "## 九 {#s9}\n",
    PICTURE: canvas(960, 640),
    FORM: pdf("Form"),
}


def changes_behind() -> Iterator[tuple[str, str | bytes | None]]:
    """What activities refer to changes, or comes to be there, or goes; they themselves stay as they are."""
    yield VENUES, FILES[VENUES].replace("市主会场", "市会场")
    yield (
        VENUES,
        FILES[VENUES].replace("main-hall, name: 市主会场", "main-hall, name: 市主会场, address: 人民路1号"),
    )
    yield VENUES, FILES[VENUES].replace("main-hall", "hall")
    yield VENUES, FILES[VENUES]
    yield UNITS, FILES[UNITS] + "  - {id: birds, name: 观鸟会, district: yubei}\n"
    yield UNITS, FILES[UNITS] + "  - {id: birds, name: 观鸟协会, district: yubei}\n"
    yield UNITS, FILES[UNITS] + "  - {id: birds, name: 观鸟会, district: chongqing}\n"
    yield UNITS, FILES[UNITS]
    for old, new in (
        ("health, name: 健康", "health, name: 生命健康"),
        ("youth", "young"),
        ("展览展示", "展览"),
    ):
        yield TERMS, FILES[TERMS].replace(old, new)
    yield TERMS, FILES[TERMS]
    yield DISTRICTS, FILES[DISTRICTS].replace("area_code: 023", "area_code: 028")
    yield DISTRICTS, FILES[DISTRICTS].replace(", area_code: 023", "")
    yield DISTRICTS, FILES[DISTRICTS]
    for old, new in (
        ("id: s1, title: 科学家精神", "id: s1, title: 精神"),
        ("s1", "s2"),
        ("disclosure: public", "disclosure: internal"),
        ("2024-05-17", "2024-05-16"),
        ("kind: correction", "kind: supplement"),
        ("日至6月1日", "日至6月2日"),
    ):
        yield CAMPAIGN, CORRECTION.replace(old, new)
    yield CAMPAIGN, CORRECTION
    yield (
        "data/campaigns/2024-chongqing.yaml",
        FILES[CAMPAIGN].replace("yubei", "chongqing").replace("渝北区", "重庆市"),
    )
    yield PAPER, "## 十 {#s10}\n"
    yield PAPER, None
    yield PAPER, "## 九 {#s9}\n\n又一句。\n"
    yield PICTURE, canvas(40, 30)
    yield PICTURE, b"not a picture"
    yield PICTURE, None
    yield PICTURE, canvas(960, 640)
    yield FORM, None
    yield FORM, pdf("Other form")
    yield BASES, FILES[BASES].replace("重庆市气象科普馆", "市主会场二")
    yield BASES, FILES[BASES].replace("meteorology-museum", "museum").replace("重庆市", "")
    yield BASES, FILES[BASES].replace("67821101", "67821103").replace("show: public", "show: internal")


def write(path: Path, content: str | bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def told(root: Path, memory: Memory) -> object:
    """The facts and what is said of them; or every mistake."""
    try:
        found = load(root / "data", root / "content", memory, addresses)
    except SourceError as error:
        memory.keep(everything=True)
        return str(error)
    memory.keep()
    return found.catalogue, found.secrets, found.warnings, found.exposed, found.pages


def test_after_each_change_all_is_as_if_it_were_read_for_the_first_time(tmp_path: Path):
    root, kept = grow(tmp_path / "project"), tmp_path / "kept"
    assert told(root, Memory(kept)) == told(root, Memory())
    for name, content in changes():
        write(root / name, content)

        assert told(root, Memory(kept)) == told(root, Memory()), (name, content)
        assert told(root, Memory(kept)) == told(root, Memory()), ("once more", name, content)


def test_after_a_change_of_what_activities_refer_to_all_is_as_if_it_were_read_for_the_first_time(
    tmp_path: Path,
):
    root, kept = grow(tmp_path / "project", BESIDE), tmp_path / "kept"
    assert "catalogue" in repr(told(root, Memory(kept))).lower()
    for name, content in changes_behind():
        write(root / name, content)

        assert told(root, Memory(kept)) == told(root, Memory()), (name, content)
        assert told(root, Memory(kept)) == told(root, Memory()), ("once more", name, content)


def test_only_files_that_refer_to_what_has_changed_are_resolved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    elsewhere = activity(id="talk", title="讲座", where="{venue: main-hall}").replace(
        "2024-yubei", "2024-chongqing"
    )
    campaign = "data/campaigns/2024-chongqing.yaml"
    more = {
        OTHER: WIDE,
        "data/activities/2024-chongqing.yaml": elsewhere,
        campaign: FILES[CAMPAIGN].replace("yubei", "chongqing").replace("渝北区", "重庆市"),
    }
    root, kept = grow(tmp_path / "project", {**BESIDE, **more}), tmp_path / "kept"
    told(root, Memory(kept))
    resolved: list[str] = []

    def watched(desk: Registers, entries: Iterable[Any]) -> tuple[Activity, ...]:
        entries = tuple(entries)
        resolved.append(entries[0][0].file)
        return activities(desk, entries)

    monkeypatch.setattr(activity_files, "activities", watched)
    expected = {
        (VENUES, FILES[VENUES].replace("name: 市主会场", "address: 人民路1号, name: 市主会场")): {
            ACTIVITIES,
            OTHER,
            "data/activities/2024-chongqing.yaml",
        },
        (BASES, FILES[BASES].replace("67821101", "67821102")): {ACTIVITIES, OTHER},
        (UNITS, FILES[UNITS].replace("[区科技局]", "[区科技局, 区科委]")): {ACTIVITIES, OTHER},
        (UNITS, FILES[UNITS] + "  - {id: bureau, name: 市科技局, district: chongqing}\n"): set(),
        (TERMS, FILES[TERMS].replace("展览展示", "展览")): {ACTIVITIES},
        (TERMS, FILES[TERMS].replace("健康", "生命健康")): {OTHER},
        (campaign, more[campaign].replace("科技活动周", "科技周")): {"data/activities/2024-chongqing.yaml"},
        ("content/activities/fish.md", "从鱼说起。\n"): {ACTIVITIES},
        (PAPER, "## 九 {#s9}\n\n又一句。\n"): {ACTIVITIES, OTHER},  # the campaign has another document
        (FORM, pdf("Other form")): {OTHER},
        ("content/pages/about.md", "Title: 关于\n\n欢迎。\n"): set(),
    }
    found = {}
    for name, content in expected:
        before = (root / name).read_bytes()
        write(root / name, content)
        resolved.clear()
        told(root, Memory(kept))
        found[name, content] = set(resolved)
        write(root / name, before)
        told(root, Memory(kept))
    assert found == expected


@pytest.mark.parametrize("times", [1, 300])
def test_whoever_was_not_guessed_at_is_told_so_whatever_was_kept(tmp_path: Path, times: int):
    """Comparing an unknown name with all that are known ends after so many: that counts what was kept too."""
    units = ", ".join(f"科技局{number}" for number in range(times))
    root = grow(tmp_path / "project", {OTHER: activity(id="birds", organisers=f"{{host: [{units}]}}")})
    told(root, Memory(tmp_path / "kept"))
    (root / ACTIVITIES).write_text(activity(organisers="{host: [区科技居]}"), "utf-8")

    assert told(root, Memory(tmp_path / "kept")) == told(root, Memory())
