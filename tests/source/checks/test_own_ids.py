import re
from pathlib import Path

from trees import FILES, refused

from scienceweek.source.checks.own_ids import OWN_IDS

TEMPLATES = Path(__file__).parents[3] / "theme/templates"
WITH_BASES = [
    "bases",
    "bases_of_district",
    "district",
    "embed_bases",
    "home",
    "_home_off",
    "_home_city",
    "_home_before",
    "_home_lists",
    "layout",
    "_map",
    "_preview",
    "_alerts",
    "_frame",
    "_programme",
    "_bases",
]


def test_the_ids_are_those_of_the_pages_on_which_bases_have_theirs():
    written = "".join((TEMPLATES / f"{name}.html").read_text() for name in WITH_BASES)

    assert set(re.findall(r'\bid="([a-z0-9][a-z0-9-]*)"', written)) == OWN_IDS


def test_a_base_with_an_id_of_a_page_is_refused(tmp_path: Path):
    assert told(tmp_path / "a", "main") == ["“main”是网页自己用的编号。请换一个，如 main-1。"]
    assert told(tmp_path / "b", "main-1") == []


def told(folder: Path, id: str) -> list[str]:
    """What is told of the tree if its museum is called *id*, wherever it is named."""
    files = {
        file: text.replace("meteorology-museum", id) for file, text in FILES.items() if isinstance(text, str)
    }
    return [line.rpartition(": ")[2] for line in refused(folder, files)]
