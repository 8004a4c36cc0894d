"""The five notices, read by the program, against what staff have entered by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from scienceweek.desk.documents import read
from scienceweek.desk.findings import Findings, FoundRecord, Kind
from scienceweek.desk.notices import read_notice
from scienceweek.desk.setting import Setting
from scienceweek.model.catalogue import Catalogue
from scienceweek.source.notation.moments import days

NOTICES = Path(__file__).parents[2] / "content" / "notices"
ALL = ("2021-pingluo", "2021-puyang", "2021-qijiang", "2022-chongqing", "2024-yubei")


def findings(id: str, catalogue: Catalogue) -> Findings:
    """What is found in the notice *id* if nothing but districts, venues and words is known."""
    known = replace(catalogue, campaigns=(), bases=(), activities=(), withheld=(), alerts=())
    return read_notice(read(NOTICES / f"{id}.md"), Setting(known))


def of_kind(found: Findings, kind: Kind) -> list[FoundRecord]:
    return [one for one in found.records if one.kind is kind]


@pytest.mark.parametrize("id", ALL)
def test_each_activity_is_found_with_its_section_and_nothing_else_is_one(id: str, catalogue: Catalogue):
    entered = [
        (one.title, one.source) for one in catalogue.of_campaign[id] if not one.source.startswith("annex")
    ]
    found = of_kind(findings(id, catalogue), Kind.ACTIVITY)
    assert sorted((" ".join(one.name.split()), one.anchor) for one in found) == sorted(entered)


@pytest.mark.parametrize("id", ALL)
def test_the_campaign_is_found_with_its_days_and_theme(id: str, catalogue: Catalogue):
    entered = next(one for one in catalogue.campaigns if one.id == id)
    (found,) = of_kind(findings(id, catalogue), Kind.CAMPAIGN)
    said = {name: found.fields[name].value for name in ("name", "series", "district", "theme")}
    assert said == {
        "name": entered.name,
        "series": entered.series.value,
        "district": entered.district.id,
        "theme": entered.theme,
    }
    assert days(str(found.fields["when"].value), year=None) == entered.when


@pytest.mark.parametrize("id", ["2021-pingluo", "2022-chongqing"])
def test_the_text_of_a_notice_comes_out_as_it_went_in(id: str, catalogue: Catalogue):
    assert findings(id, catalogue).notice == (NOTICES / f"{id}.md").read_text("utf-8")
