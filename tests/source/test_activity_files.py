"""What is kept of a file's activities says what reading everything anew would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, grow

from scienceweek.render.prose import addresses
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import SourceError

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
        (root / name).unlink(missing_ok=True) if content is None else (root / name).write_text(
            content, "utf-8"
        )

        assert told(root, Memory(kept)) == told(root, Memory()), (name, content)
        assert told(root, Memory(kept)) == told(root, Memory()), ("once more", name, content)


@pytest.mark.parametrize("times", [1, 300])
def test_whoever_was_not_guessed_at_is_told_so_whatever_was_kept(tmp_path: Path, times: int):
    """Comparing an unknown name with all that are known ends after so many: that counts what was kept too."""
    units = ", ".join(f"科技局{number}" for number in range(times))
    root = grow(tmp_path / "project", {OTHER: activity(id="birds", organisers=f"{{host: [{units}]}}")})
    told(root, Memory(tmp_path / "kept"))
    (root / ACTIVITIES).write_text(activity(organisers="{host: [区科技居]}"), "utf-8")

    assert told(root, Memory(tmp_path / "kept")) == told(root, Memory())
