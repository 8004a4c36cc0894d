"""A file of data/ that is changed keeps every byte that is not meant."""

from pathlib import Path

import pytest
import yaml

from scienceweek.desk.drafts.writing import UnwritableError, appended, changed, created, edited, removed
from scienceweek.layout import PROGRAM

FILE = """\
# head
campaign: week
activities:
  # one
  - id: a
    title: 讲座 # said so
    # of its own
    when: 5.20
    where: {place: 小学}

  # two
  - id: b
    title: '5.21'
    contacts:
      - {name: 甲, phones: [023-60000001]}
# end
"""


def test_a_record_is_put_at_the_end_and_looks_like_the_others():
    made = appended(
        FILE, "activities", [{"id": "c", "title": "甲: 乙", "when": "5.20", "topics": ["x", "y"]}]
    )

    assert made == FILE.replace(
        "# end", "\n  - id: c\n    title: '甲: 乙'\n    when: 5.20\n    topics: [x, y]\n# end"
    )


def test_a_field_that_is_changed_is_all_that_changes():
    assert changed(FILE, "activities", "a", {"when": "5.30"}) == FILE.replace("5.20", "5.30")
    assert changed(FILE, "activities", "a", {"where": {"place": "中学"}}) == FILE.replace("小学", "中学")


def test_a_new_field_stands_where_its_kind_has_it():
    made = changed(FILE, "activities", "a", {"title": "讲座", "subtitle": "上", "when": "5.20"})

    assert made == FILE.replace("    # of its own\n", "    # of its own\n    subtitle: 上\n")


def test_a_field_may_be_taken_away():
    assert changed(FILE, "activities", "a", {"where": None}) == FILE.replace("    where: {place: 小学}\n", "")


def test_a_record_goes_with_the_comment_above_it():
    assert removed(FILE, "activities", ["a"]) == FILE.replace(
        FILE[FILE.index("  # one") : FILE.index("  # two")], ""
    )


def test_a_new_file_has_its_schema_and_its_head():
    assert created(
        "../schema/bases.json", {"district": "yubei"}, "bases", [{"id": "a"}, {"id": "b", "name": "乙"}]
    ) == (
        "# yaml-language-server: $schema=../schema/bases.json\ndistrict: yubei\nbases:\n  - id: a\n\n  - id: b\n    name: 乙\n"
    )


@pytest.mark.parametrize("text", ["", "campaign: week\n"])
def test_a_list_that_is_not_there_yet_begins(text):
    assert appended(text, "activities", [{"id": "a"}]) == f"{text}activities:\n  - id: a\n"


def test_what_has_several_lines_keeps_them():
    assert "    description: |\n      一\n      二\n" in appended(
        FILE, "activities", [{"id": "c", "description": "一\n二"}]
    )


@pytest.mark.parametrize(
    "value", ["2024-05-25", "010", "true", "~", "0x1f", "1:30", "5.20", "a #b", "- x", "@x", "“x”", "y: z"]
)
def test_every_string_is_read_as_what_was_written(value):
    read = yaml.load(appended("", "activities", [{"id": "a", "title": value}]), yaml.BaseLoader)  # noqa: S506 - strings only

    assert read == {"activities": [{"id": "a", "title": value}]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("activities: [a, b]\n", "程序不敢改"),
        ("activities:\n\t- id: a\n", "这个文件现在就读不了"),
    ],
)
def test_a_file_that_cannot_be_changed_is_told(text, told):
    with pytest.raises(UnwritableError, match=told):
        appended(text, "activities", [{"id": "x"}])


def test_a_record_that_is_not_there_is_told():
    with pytest.raises(UnwritableError, match="找不到编号“z”"):
        changed(FILE, "activities", "z", {"title": "x"})


@pytest.mark.parametrize("file", sorted((PROGRAM / "data").glob("[ab]*/*.yaml")), ids=lambda file: file.stem)
def test_no_record_of_ours_is_written_otherwise_than_it_is(file: Path):
    text = file.read_text("utf-8")
    key = file.parent.name
    ids = [str(one["id"]) for one in yaml.load(text, yaml.BaseLoader)[key]]  # noqa: S506 - strings only

    assert [id for id in ids if changed(text, key, id, {}) != text] == []


def test_several_records_are_changed_at_once_and_new_fields_stand_where_their_kind_has_them():
    order = ["id", "title", "subtitle", "when", "where", "contacts"]
    changes = {"a": {"subtitle": "上", "where": None}, "b": {"when": "5.22"}}

    made = edited(FILE, "activities", changes, order)

    expected = FILE.replace("    # of its own\n", "    # of its own\n    subtitle: 上\n")
    expected = expected.replace("    where: {place: 小学}\n", "")
    assert made == expected.replace("    title: '5.21'\n", "    title: '5.21'\n    when: 5.22\n")


def test_of_several_records_none_may_be_missing():
    with pytest.raises(UnwritableError, match="“z”"):
        edited(FILE, "activities", {"a": {"when": "5.22"}, "z": {"when": "5.22"}})
    with pytest.raises(UnwritableError, match="“z”"):
        removed(FILE, "activities", ["a", "z"])
