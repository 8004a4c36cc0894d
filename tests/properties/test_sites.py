import random
from collections.abc import Iterator
from typing import Any

import pytest
from properties import sites, trials

from scienceweek.source.records import ACTIVITIES, SHELVES
from scienceweek.source.records.record import Record, optional
from scienceweek.source.records.shape import entry_kind, fields

FEW, MANY = 6, 300
SHARE = 0.4
"""Of made-up sites at least so many pass, or little is learnt from them."""


def keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        for part in node.values():
            yield from keys(part)
    elif isinstance(node, list):
        for part in node:
            yield from keys(part)


def test_what_check_accepts_of_made_up_sites_builds_verifies_and_is_published():
    tally = trials.tried(trials.made_up("steady", range(FEW // 2)), shrink=False)

    assert tally.findings == {}, str(tally)


def test_so_it_is_with_pages_that_hold_little(small_pages: None):
    tally = trials.tried(trials.made_up("steady", range(FEW // 2, FEW)), shrink=False)

    assert tally.findings == {}, str(tally)


@pytest.mark.slow
def test_what_check_accepts_of_ever_new_sites_builds_verifies_and_is_published(seed: str):
    tally = trials.tried(trials.made_up(seed, range(MANY)), published=30)

    assert tally.findings == {}, f"SEED={seed}\n{tally}"
    assert tally.accepted >= SHARE * tally.tried, tally.sum


@pytest.mark.slow
def test_so_it_is_of_ever_new_sites_with_pages_that_hold_little(seed: str, small_pages: None):
    tally = trials.tried(trials.made_up(f"{seed} small", range(MANY)), published=10)

    assert tally.findings == {}, f"SEED={seed}\n{tally}"


def test_the_same_seed_makes_the_same_site_and_another_seed_another():
    assert sites.files(sites.site("a")) == sites.files(sites.site("a"))
    assert sites.files(sites.site("a")) != sites.files(sites.site("b"))


def test_every_field_of_every_record_is_written_somewhere():
    made = [sites.site(seed) for seed in range(60)]
    written = {
        key
        for tree in made
        for name, content in tree.items()
        if name.endswith(".yaml")
        for key in keys(content)
    }

    def known(kind: type[Record]) -> set[str]:
        return set(fields(kind)) | {key for one in sites.inner(kind) for key in known(one)}

    assert {key for shelf in SHELVES for key in known(shelf.record)} - written == set()


def test_a_field_that_nobody_has_heard_of_is_written_by_its_type():
    class Wider(entry_kind(ACTIVITIES.record, "activities")):
        """活动"""

        capacity: int | None = optional("容量", ge=1, le=9)

    assert {sites.value(random.Random(seed), Wider, "capacity", {}, oddness=0) for seed in range(30)} <= set(
        "123456789"
    )
