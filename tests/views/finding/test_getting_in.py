import pytest

from samples import activity, base, may, opening
from scienceweek.model.booking import Booking
from scienceweek.model.coming import Accessible, Ages
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.views.finding.filters import filters
from scienceweek.views.finding.getting_in import ages, of_base, traits


@pytest.mark.parametrize(
    ("terms", "wheelchair", "said"),
    [
        (Admission(), Access.UNKNOWN, []),
        (Admission(Fee.FREE, Booking.NONE), Access.FULL, ["free", "unbooked", "wheelchair"]),
        (Admission(Fee.PAID, Booking.REQUIRED), Access.NONE, ["paid", "booked", "steps"]),
        (Admission(Fee.REDUCED), Access.PARTIAL, ["paid", "steps"]),
    ],
)
def test_what_nobody_has_written_is_neither_yes_nor_no(terms: Admission, wheelchair: Access, said: list[str]):
    assert list(traits(terms, wheelchair)) == said


@pytest.mark.parametrize(
    ("usual", "then", "said"),
    [
        (Admission(), Admission(), ["wheelchair"]),
        (Admission(Fee.FREE), Admission(Fee.PAID), ["free", "wheelchair"]),
        (Admission(Fee.PAID, Booking.REQUIRED), Admission(Fee.FREE), ["paid", "booked", "wheelchair"]),
        (
            Admission(),
            Admission(Fee.FREE, Booking.NONE),
            ["free/2024-05-28", "unbooked/2024-05-28", "wheelchair"],
        ),
    ],
)
def test_what_a_base_says_of_a_period_ends_with_it(usual: Admission, then: Admission, said: list[str]):
    museum = base(admission=usual, wheelchair=Access.FULL, openings=(opening(may(25, 28), admission=then),))

    assert list(of_base(museum)) == said


@pytest.mark.parametrize(
    ("known", "said"),
    [(None, ""), (Ages(8, 13), "8-13"), (Ages(6), "6-"), (Ages(None, 12), "-12"), (Ages(0), "0-")],
)
def test_ages_are_two_numbers(known: Ages | None, said: str):
    assert ages(known) == said


def test_what_is_known_of_none_is_not_offered():
    plain = filters((activity(), activity(id="b")))
    known = filters(
        (
            activity(admission=Admission(booking=Booking.NONE), ages=Ages(6)),
            activity(id="b", where=base(wheelchair=Access.FULL)),
            activity(id="c", accessible=(Accessible.WHEELCHAIR,)),
        )
    )

    assert (plain.unbooked, plain.wheelchair, plain.ages) == (0, 0, 0)
    assert (known.unbooked, known.wheelchair, known.ages) == (1, 2, 1)
