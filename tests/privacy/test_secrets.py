from privacy.cases import INTERNAL, MAIL, MOBILE, NUMBER, secrets

import samples
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Show
from scienceweek.privacy.secrets import Secrets, fleeting


def known(secrets: Secrets) -> set[str]:
    return {*secrets.numbers.values(), *secrets.mails.values(), *secrets.names}


def test_what_is_for_staff_is_private():
    assert known(secrets()) == {NUMBER, MOBILE, MAIL, "023-60000077转801", "张三", "李四四"}


def test_what_another_record_makes_public_is_public():
    base = samples.base(contacts=(samples.contact(NUMBER, email=MAIL.upper(), name="张三"),))

    assert known(secrets(more=(base,))) == {MOBILE, "023-60000077转801", "李四四"}


def test_what_is_shown_during_its_campaign_is_public():
    catalogue = Catalogue(
        campaigns=(samples.campaign(contacts=(INTERNAL,)),),
        venues=(samples.venue(contacts=(samples.contact(NUMBER, show=Show.CAMPAIGN),)),),
    )

    assert known(Secrets.of(catalogue)) == {MOBILE, MAIL, "张三", "李四四"}


def test_of_an_office_all_but_the_landline_is_private():
    office = samples.contact(NUMBER, MOBILE, name="张三", post="区科技局", email=MAIL, show=Show.OFFICE)
    catalogue = Catalogue(campaigns=(samples.campaign(contacts=(office,)),))

    assert known(Secrets.of(catalogue)) == {MOBILE, MAIL, "张三"}
    assert fleeting(catalogue) == frozenset()


def test_what_belongs_to_an_activity_that_is_withheld_is_private():
    catalogue = Catalogue(withheld=(samples.activity(contacts=(samples.contact(NUMBER),)),))

    assert known(Secrets.of(catalogue)) == {NUMBER}


def test_what_is_allowed_is_public_however_it_is_written():
    assert known(secrets("（023）6000 0001", "+86 138-0000-0001", MAIL, "张三")) == {
        "023-60000077转801",
        "李四四",
    }


def test_a_mobile_that_is_allowed_needs_no_record():
    assert [*secrets("13812345678").within("138-1234-5678")] == []


def test_the_same_number_of_another_town_is_another_number():
    base = samples.base(contacts=(samples.contact("010-60000001"),))

    assert [leak.written for leak in secrets(more=(base,)).within("010-60000001、（023）60000001")] == [
        "023）60000001"
    ]
    label = "<small>窗口0</small><b>{}-60000001</b>"
    assert list(secrets(more=(base,)).within(label.format("010"))) == []
    assert [leak.written for leak in secrets(more=(base,)).within(label.format("023"))] == ["023-60000001"]


def test_a_short_number_is_everybodys():
    catalogue = Catalogue(
        campaigns=(samples.campaign(contacts=(samples.contact("12345", show=Show.INTERNAL),)),)
    )

    assert known(Secrets.of(catalogue)) == set()
