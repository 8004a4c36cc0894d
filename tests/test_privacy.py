"""What is not public is in no byte of the site, of whatever kind of file."""

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import samples
from scienceweek.model.booking import Booking, BookingPlan, Way, WayKind
from scienceweek.model.coming import Groups
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Admission
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import named
from scienceweek.source.loading import load
from scienceweek.views.parts.contacts import Privacy

PROJECT = Path(__file__).parents[1]
TODAY = date(2024, 5, 25)
OPEN, OPEN_MOBILE = "023-60000001", "13800000002"
SECRET = ("023-69990001", "13999990002", "023-69990003", "13999990004", "13999990005", "13999990006")


def texts(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """All that a file holds, unpacked."""
    yield path, content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from texts(f"{path}/{name}", archive.read(name))
    if content[:2] == b"\x1f\x8b":
        yield from texts(f"{path}!", gzip.decompress(content))


def files_with(numbers: tuple[str, ...], catalogue, privacy: Privacy) -> set[tuple[str, str]]:
    """Each file of the site that holds one of *numbers*, in whatever way it is written."""
    digits = {number: re.sub(r"\D", "", number).removeprefix("0").encode() for number in numbers}
    brief = Brief(samples.site(url="https://example.gov.cn/kjz"), privacy, (), PROJECT / "theme")
    found = set()
    for target in named(plan(catalogue, brief)):
        for path, content in texts(target.path, target.draw(*target.data)):
            # 023-8888 9999, (023) 88889999, +86 …: only the digits count.
            plain = re.sub(rb"[\s()+\-]|&nbsp;|&#8209;", b"", content)
            found |= {(number, path) for number, one in digits.items() if one in plain}
    return found


def everything():
    """One of each thing that can have a contact, each with a secret of its own, and one base with open numbers."""
    hidden = [samples.contact(number, show=Show.INTERNAL) for number in SECRET]
    museum = samples.base(contacts=(samples.contact(OPEN, OPEN_MOBILE), hidden[0]))
    campaign = samples.campaign(contacts=(hidden[1],))
    hall = samples.venue(contacts=(hidden[2],))
    bureau = samples.organisation(contacts=(hidden[3],))
    fish = samples.activity(
        base=museum,
        where=(museum, hall),
        campaign=campaign,
        contacts=(hidden[4],),
        organisers=(samples.part(Role.RESPONSIBLE, bureau),),
    )
    farm = samples.base(id="farm", contacts=(hidden[5],), campaign=campaign)
    return samples.catalogue(fish, farm, bureau)


def test_numbers_for_staff_are_in_no_file():
    assert files_with(SECRET, everything(), Privacy(TODAY)) == set()


def test_open_numbers_are_found_by_this_test():
    found = {path for number, path in files_with((OPEN,), everything(), Privacy(TODAY))}
    assert {"bases.html", "bases/museum.html"} <= found


def booked(number: str):
    """An activity, a base and a venue at which one books by *number*."""
    way = Way(WayKind.PHONE, contact=samples.contact(number))
    terms = Admission(booking=Booking.REQUIRED, plan=BookingPlan((way,)))
    groups = Groups(ways=(way,))
    museum = samples.base(admission=terms, groups=groups, openings=(samples.opening(admission=terms),))
    fish = samples.activity(
        base=museum, where=(museum, samples.venue(groups=groups)), admission=terms, groups=groups
    )
    return samples.catalogue(fish)


def test_mobiles_at_which_one_books_are_whole_in_no_file_if_they_are_masked():
    assert files_with((OPEN_MOBILE,), booked(OPEN_MOBILE), Privacy(TODAY, mask_mobiles=True)) == set()
    assert {path for _, path in files_with((OPEN,), booked(OPEN), Privacy(TODAY))} >= {
        "activities/fish.html",
        "activities/fish.ics",
        "bases/museum.html",
        "venues/hall.html",
    }


def test_masked_mobiles_are_whole_in_no_file():
    assert files_with((OPEN_MOBILE,), everything(), Privacy(TODAY, mask_mobiles=True)) == set()


def test_mobiles_that_are_hidden_after_their_campaign_are_in_no_file():
    museum = samples.base(contacts=(samples.contact(OPEN_MOBILE),), campaign=samples.campaign())
    late = Privacy(date(2024, 7, 1), hide_after=14)
    assert files_with((OPEN_MOBILE,), samples.catalogue(samples.activity(base=museum)), late) == set()


def test_the_notices_liaison_numbers_are_in_no_file_of_the_real_site():
    catalogue = load(PROJECT / "data", PROJECT / "content").catalogue
    owners = (
        *catalogue.campaigns,
        *catalogue.bases,
        *catalogue.venues,
        *catalogue.organisations,
        *catalogue.activities,
    )
    contacts = {contact for owner in owners for contact in owner.contacts}
    public = {phone.number for one in contacts if one.show is Show.PUBLIC for phone in one.phones}
    staff = {phone.number for one in contacts if one.show is Show.INTERNAL for phone in one.phones}
    assert staff - public
    assert files_with(tuple(sorted(staff - public)), catalogue, Privacy(TODAY)) == set()
