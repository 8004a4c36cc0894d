from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, complaints, read
from trees import activity as written

MUSEUM = "    name: 重庆市气象科普馆\n"


def base(**more: str) -> str:
    """The file of bases, with *more* of the museum, as written."""
    return FILES[BASES].replace(
        MUSEUM, MUSEUM + "".join(f"    {key}: {value}\n" for key, value in more.items())
    )


def test_ids_that_things_had_are_known_with_them(tmp_path: Path):
    files = {
        BASES: base(was="[qixiang, weather-hall]", former_names="重庆市气象局科普厅"),
        ACTIVITIES: written(was="old-fish"),
    }

    found = read(tmp_path, files).catalogue

    assert (found.bases[0].was, found.bases[0].former_names) == (
        ("qixiang", "weather-hall"),
        ("重庆市气象局科普厅",),
    )
    assert (found.activities[0].was, found.activities[0].first_id) == (("old-fish",), "old-fish")


@pytest.mark.parametrize(
    ("was", "column", "message"),
    [
        ("[fish]", 11, "“fish”现在是别的记录的编号，在 data/activities/2024-yubei.yaml 第 3 行，旧网址转不过来。请删去，或把那里的编号换掉。"),
        ("[meteorology-museum]", 11, "“meteorology-museum”是它现在的编号。was 里只写以前的编号，请删去。"),
        ("[a, a]", 14, "“a”写了两次，请删去一次。"),
    ],
)  # fmt: skip
def test_an_earlier_id_that_is_in_use_is_told(tmp_path: Path, was: str, column: int, message: str):
    assert complaints(tmp_path, {BASES: base(was=was)}) == [f"{BASES}:5:{column}: {message}"]


def test_an_earlier_id_leads_to_one_thing(tmp_path: Path):
    files = {BASES: base(was="old"), ACTIVITIES: written(was="old")}

    assert complaints(tmp_path, files) == [
        f"{ACTIVITIES}:6:10: “old”已经写在 {BASES} 第 5 行的 was 里，一个旧网址只能转到一处。请删去多余的。"
    ]


def test_a_topic_may_have_had_the_id_of_something_else(tmp_path: Path):
    terms = FILES["data/terms.yaml"].replace("{id: health, ", "{id: health, was: [fish], ")

    assert read(tmp_path, {"data/terms.yaml": terms}).catalogue.terms.topics[0].was == ("fish",)


@pytest.mark.parametrize("old", ["qixiang", "重庆市气象局科普厅"])
def test_whoever_writes_an_earlier_id_or_name_is_told_the_id_of_today(tmp_path: Path, old: str):
    files = {
        BASES: base(was="qixiang", former_names="[重庆市气象局科普厅]"),
        ACTIVITIES: written(base=old),
    }

    assert complaints(tmp_path, files) == [
        f"{ACTIVITIES}:6:11: 没有编号为“{old}”的基地。“{old}”的编号是“meteorology-museum”，请写编号。"
    ]


def test_a_text_that_is_called_by_an_earlier_id_is_to_be_renamed(tmp_path: Path):
    files = {BASES: base(was="qixiang"), "content/bases/qixiang.md": "介绍。\n"}

    assert complaints(tmp_path, files) == [
        (
            "content/bases/qixiang.md:1:1: 没有编号为“qixiang”的基地，这个文件不会显示。"
            "它的编号是“meteorology-museum”，请改名为“meteorology-museum.md”。"
        )
    ]


def test_units_are_found_by_the_names_that_they_had(tmp_path: Path):
    units = FILES["data/organisations.yaml"].replace(
        "short_names:", "former_names: [渝北区科委], short_names:"
    )
    files = {
        "data/organisations.yaml": units,
        ACTIVITIES: written(organisers="{responsible: [渝北区科委]}"),
    }

    (fish,) = read(tmp_path, files).catalogue.activities

    assert fish.organisers[0].parties[0].organisation.id == "yubei-science-bureau"
