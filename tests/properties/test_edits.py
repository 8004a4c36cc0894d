import random

import pytest
from properties import edits, trials

FEW, MANY = 12, 2_000
SHARE = 0.2
"""Of edits at least so many pass, or little is learnt from them."""


def test_what_check_accepts_of_edits_builds_verifies_and_is_published():
    tally = trials.tried(trials.edits("steady", range(FEW)), shrink=False)

    assert tally.findings == {}, str(tally)


@pytest.mark.slow
def test_what_check_accepts_of_ever_new_edits_builds_verifies_and_is_published(seed: str):
    tally = trials.tried(trials.edits(seed, range(MANY)), published=100)

    assert tally.findings == {}, f"SEED={seed}\n{tally}"
    assert tally.accepted >= SHARE * tally.tried, tally.sum


def test_the_same_seed_makes_the_same_edits_and_another_seed_others():
    small = trials.small()

    assert edits.edited(small, "a") == edits.edited(small, "a")
    assert edits.edited(small, "a") != edits.edited(small, "b")


@pytest.mark.parametrize("edit", [edit for edit, _ in edits.EDITS], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("tree", [trials.small, trials.real], ids=["small", "real"])
def test_each_kind_of_edit_changes_something(tree: object, edit: edits.Edit):
    before = tree()
    after = [dict(before) for _ in range(12)]
    for number, files in enumerate(after):
        edit(random.Random(number), files)

    assert any(files != before for files in after)
