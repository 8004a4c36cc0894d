"""A publication that is killed, at any moment: visitors see the old site or the new one, and the next push repairs."""

import random
from pathlib import Path

import pytest
from pushers import Clone, title
from shots import at_random, near_the_swap, shoot, tree, undisturbed

from gitpublish.release_store import STAMP


def survive(server: Path, staff: Clone, shots: int) -> dict[str, int]:
    """Kills so many publications, half of them around the swap, and says what became of the site."""
    random.seed(5)
    hook = server / "site.git" / "hooks" / "post-receive"
    text = hook.read_text("utf-8")
    span = undisturbed(server, staff)
    seen = {"old": 0, "new": 0, "mixed": 0, "not repaired": 0, "left over": 0, "shot": 0}
    number = 0
    while seen["shot"] < shots:
        number += 1
        old = tree(server / "live")
        hook.write_text("#!/bin/sh\n", encoding="utf-8")
        staff.retitle(f"新{number}")
        assert staff.push()[0] == 0
        hook.write_text(text, encoding="utf-8")

        victim = near_the_swap(server) if number % 2 else at_random(server, span)
        seen["shot"] += shoot(victim, whole=number % 3 > 0)
        found = tree(server / "live")
        built = tree(server / "build" / "output")
        # A release names itself; what was built does not know its number yet.
        of_new = {name: content for name, content in found.items() if name != STAMP}
        seen["old" if found == old else "new" if of_new == built else "mixed"] += 1

        staff.retitle(f"好{number}")
        status, told = staff.push()
        repaired = status == 0 and "已发布" in told and f"好{number}" in title(server / "live")
        seen["not repaired"] += not repaired
        leftovers = [path.name for path in (server / "releases").iterdir() if path.name.startswith(".")]
        seen["left over"] += bool(leftovers) or (server / ".live").is_symlink()
    return seen


def is_safe(seen: dict[str, int], shots: int) -> bool:
    """Some have ended before they were shot."""
    survived = seen.pop("old") + seen.pop("new")
    return survived >= shots and seen == {"mixed": 0, "not repaired": 0, "left over": 0, "shot": shots}


def test_a_publication_that_is_killed_leaves_the_old_site_or_the_new_one_and_the_next_push_repairs(
    server, staff
):
    assert is_safe(survive(server, staff, 6), 6)


@pytest.mark.slow
def test_a_hundred_publications_are_killed_and_none_leaves_a_mixed_site(server, staff):
    assert is_safe(survive(server, staff, 100), 100)
