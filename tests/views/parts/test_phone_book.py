from samples import FIRST, base, catalogue, contact, may, opening
from scienceweek.model.contact import Show
from scienceweek.views.parts.contacts import Call, Privacy
from scienceweek.views.parts.phone_book import PhoneBookEntry, entry
from scienceweek.views.parts.verdict import Verdict

TODAY = Privacy(FIRST)


def test_an_entry_has_the_address_the_numbers_and_when_it_is_open():
    museum = base(
        name="气象馆",
        contacts=(contact("023-60000001", name="某人"),),
        openings=(opening(may(31), note="其他时间预约"),),
    )

    assert entry(museum, catalogue(museum), TODAY) == PhoneBookEntry(
        name=("气象馆",),
        path="bases/museum.html",
        seal="馆",
        kind="场馆类",
        address=("新牌坊一路", "68号"),
        calls=(Call("某人", "023-60000001", "tel:+862360000001"),),
        openings=("2024年5月31日 周五开放，其他时间预约",),
        verdict=Verdict("2024-05-31=o", "", ""),
    )


def test_what_is_not_public_is_not_in_the_book():
    museum = base(contacts=(contact(show=Show.INTERNAL),), type=None)
    made = entry(museum, catalogue(museum), TODAY)

    assert (made.calls, made.seal, made.kind) == ((), "", "")
