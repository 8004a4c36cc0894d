from dataclasses import dataclass
from functools import cached_property

from scienceweek.model.index import Index
from scienceweek.recorder import KEYS, WHOLE, ReadLog, Reads, Recorder
from scienceweek.render import Chapter, Target
from scienceweek.render.chapter import Identities


@dataclass(frozen=True)
class Facts:
    towns: tuple[str, ...] = ("渝北", "綦江")
    of_town: tuple[tuple[str, int], ...] = (("渝北", 1), ("綦江", 2))

    @cached_property
    def number(self) -> dict[str, int]:
        return dict(self.of_town)

    @cached_property
    def size(self) -> Index[str, int]:
        return Index(self.of_town)

    @property
    def longest(self) -> str:
        return max(self.towns, key=len)

    def twice(self, town: str) -> int:
        return 2 * self.number[town]


def read(facts: Facts, what: object) -> tuple[object, Reads]:
    """What the function *what* gives of *facts*, and what it has read."""
    reading = ReadLog()
    return what(Recorder(facts, reading.note)), reading.reads  # type: ignore[operator]


def test_of_an_index_each_key_is_told_that_was_asked_for_and_that_is_not_there_too():
    found, reads = read(
        Facts(), lambda facts: (facts.number["渝北"], facts.number.get("永川"), 3 in facts.number)
    )

    assert found == (1, None, False)
    assert reads == {"number": ("'渝北'", "'永川'", "?3")}


def test_whoever_goes_through_an_index_has_read_its_keys_in_order_and_what_it_took():
    assert read(Facts(), lambda facts: list(facts.number)) == (["渝北", "綦江"], {"number": (KEYS,)})
    assert read(Facts(), lambda facts: len(facts.number)) == (2, {"number": (KEYS,)})
    assert read(Facts(), lambda facts: sum(facts.number.values())) == (
        3,
        {"number": (KEYS, "'渝北'", "'綦江'")},
    )


def test_an_index_that_answers_to_every_key_says_what_is_in_it():
    found, reads = read(
        Facts(),
        lambda facts: ("永川" in facts.size, "綦江" in facts.size, facts.size["永川"], facts.size.get("x")),
    )

    assert found == (False, True, (), ())
    assert reads == {"size": ("?'永川'", "?'綦江'", "'永川'", "'x'")}


def test_any_other_attribute_is_read_as_a_whole():
    assert read(Facts(), lambda facts: facts.towns[0]) == ("渝北", {"towns": (WHOLE,)})
    assert read(Facts(), lambda facts: facts.longest) == ("渝北", {"longest": (WHOLE,)})


def test_a_method_is_asked_what_it_reads():
    assert read(Facts(), lambda facts: facts.twice("綦江")) == (4, {"number": ("'綦江'",)})


def page(facts: Facts, town: str) -> tuple[Target, ...]:
    return (Target(f"{facts.number.get(town, 0)}.html", bytes, ()),)


def pages(facts: Facts) -> tuple[Target, ...]:
    return tuple(Target(f"{number}.html", bytes, ()) for number in range(len(facts.number)))


def stale(targets: object, data: tuple[object, ...], before: Facts, after: Facts) -> bool:
    """Whether a chapter that has read *before* must be planned again for *after*."""
    first, then = (Chapter("a", targets, data, facts) for facts in (before, after))  # type: ignore[arg-type]
    _, reads = first.planned()
    return Identities(b"").of(first, reads) != Identities(b"").of(then, reads)


def test_a_chapter_is_stale_when_something_that_it_has_read_has_changed():
    others = Facts(of_town=(("渝北", 1), ("綦江", 3)))

    assert stale(page, ("綦江",), Facts(), others)
    assert not stale(page, ("渝北",), Facts(), others)
    assert not stale(pages, (), Facts(), others)


def test_a_chapter_is_stale_when_something_comes_that_it_has_missed_or_goes():
    more = Facts(of_town=(*Facts().of_town, ("永川", 0)))

    assert stale(page, ("永川",), Facts(), more)
    assert stale(page, ("永川",), more, Facts())
    assert stale(pages, (), Facts(), more)
    assert not stale(page, ("渝北",), Facts(), more)


def known(facts: Facts, town: str) -> tuple[Target, ...]:
    return (Target(f"{town in facts.number}.html", bytes, ()),)


def test_a_chapter_that_has_asked_whether_something_is_there_is_stale_when_it_comes_or_goes():
    more = Facts(of_town=(*Facts().of_town, ("永川", 0)))

    assert stale(known, ("永川",), Facts(), more)
    assert stale(known, ("永川",), more, Facts())
    assert not stale(known, ("綦江",), Facts(), Facts(of_town=(("渝北", 1), ("綦江", 3))))


def test_a_chapter_is_not_stale_when_only_what_it_has_not_read_has_changed():
    assert not stale(page, ("渝北",), Facts(), Facts(towns=("永川",)))
    assert not stale(page, ("渝北",), Facts(), Facts())
