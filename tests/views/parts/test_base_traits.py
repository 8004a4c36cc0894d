import pytest

import samples
from scienceweek.model.booking import Booking
from scienceweek.model.place import Access, Admission, Fee
from scienceweek.model.schedule import Unfixed
from scienceweek.views.parts.base_traits import BaseTraits, base_traits

FREE, PAID = Admission(fee=Fee.FREE), Admission(fee=Fee.PAID)


@pytest.mark.parametrize(
    ("base", "traits"),
    [
        (samples.base(), BaseTraits("", "", "")),
        (samples.base(admission=FREE, wheelchair=Access.PARTIAL), BaseTraits("yes", "yes", "")),
        (samples.base(admission=PAID, wheelchair=Access.NONE), BaseTraits("no", "no", "")),
        (samples.base(admission=Admission(booking=Booking.NONE)), BaseTraits("", "", "yes")),
        (samples.base(admission=Admission(booking=Booking.REQUIRED)), BaseTraits("", "", "no")),
    ],
)
def test_what_nobody_has_written_is_neither_yes_nor_no(base, traits):
    assert base_traits(base) == traits


def test_a_period_says_yes_as_long_as_it_lasts_and_never_no_of_other_days():
    free, paid = samples.opening(admission=FREE), samples.opening(admission=PAID)
    assert base_traits(samples.base(openings=(free, paid))).free == "2024-06-01"
    assert base_traits(samples.base(openings=(paid,))).free == ""
    whenever = samples.opening(Unfixed("另行通知"), admission=FREE)
    assert base_traits(samples.base(openings=(whenever,))).free == "yes"
