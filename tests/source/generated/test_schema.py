import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from scienceweek.source.generated.schema import schemas

DATA = Path(__file__).parents[3] / "data"
FILES = sorted(DATA.rglob("*.yaml"))


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 5.30 is a number, a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def mistakes(name: str, text: str) -> list[str]:
    written = yaml.load(text, Editor)  # noqa: S506 - a safe loader, see above
    return [error.message for error in Draft7Validator(json.loads(schemas()[name])).iter_errors(written)]


def test_the_committed_schemas_are_current():
    assert {path.name: path.read_bytes() for path in (DATA / "schema").iterdir()} == dict(schemas())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_every_data_file_names_its_schema_and_fits_it(path: Path):
    text = path.read_text()
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)

    assert named
    schema = (path.parent / named[1]).resolve()
    assert schema.parent == DATA / "schema"
    assert mistakes(schema.name, text) == []


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_a_schema(name: str):
    Draft7Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize(
    "line",
    [
        "when: 5.30",
        "when: 2024-05-25",
        "when: 2024",
        "when: [5.30, 5.31]",
        "when: {unfixed: 时间根据集镇实际安排}",
        "when: {rule: FREQ=DAILY, span: 2024-05-01/2024-06-30, start: 9:00, except: [2024-05-25]}",
        "where: {base: museum}",
        "where: [{area: 全区}, {area: [陶乐镇]}, {online: unknown}]",
        "contacts: [{phones: [13800000000], show: public}]",
        "contacts: [{phones: 13800000000}]",
        "admission: free",
        "part_of:",
    ],
)
def test_what_staff_may_write_fits(line: str):
    when = "" if line.startswith("when") else "\n    when: 待定"

    assert (
        mistakes("activities.json", f"campaign: 2024\nactivities:\n  - id: a\n    title: 1\n    {line}{when}")
        == []
    )


def test_what_they_may_not_write_does_not():
    text = "campaign: x\nactivities:\n  - {id: a, titel: 鱼, when: 5.25, tier: 启动}"

    assert sorted(mistakes("activities.json", text)) == [
        "'title' is a required property",
        "'启动' is not valid under any of the given schemas",
        "Additional properties are not allowed ('titel' was unexpected)",
    ]


def test_the_words_of_an_enumeration_are_explained():
    about = json.loads(schemas()["activities.json"])["$defs"]["Fee"]

    assert about["enum"][:4] == ["unknown", "free", "reduced", "paid"]
    assert about["enumDescriptions"][:4] == ["通知未写明", "免费", "优惠", "收费"]


def test_an_enumeration_may_be_written_in_chinese():
    about = json.loads(schemas()["activities.json"])["$defs"]["Status"]

    explained = dict(zip(about["enum"], about["enumDescriptions"], strict=True))
    assert (explained["cancelled"], explained["取消"], explained["已取消"]) == (
        "取消",
        "同 cancelled",
        "同 cancelled",
    )
    assert (
        mistakes(
            "activities.json", "campaign: x\nactivities:\n  - {id: a, title: 鱼, when: 5.25, status: 取消}"
        )
        == []
    )
