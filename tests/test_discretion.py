from samples import activity, base, campaign, contact
from scienceweek.discretion import private
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.contact import Show

INTERNAL = contact("023-60009999", show=Show.INTERNAL, email="li@x.cn")


def test_what_is_for_staff_is_private():
    catalogue = Catalogue(campaigns=(campaign(contacts=(INTERNAL, contact("023-60000001"))),))

    assert private(catalogue) == ("023-60009999", "li@x.cn")


def test_a_number_that_another_record_makes_public_is_public():
    catalogue = Catalogue(
        campaigns=(campaign(contacts=(INTERNAL,)),), bases=(base(contacts=(contact("023-60009999"),)),)
    )

    assert private(catalogue) == ("li@x.cn",)


def test_what_belongs_to_an_activity_that_is_withheld_is_private():
    catalogue = Catalogue(withheld=(activity(contacts=(contact("023-60000001"),)),))

    assert private(catalogue) == ("023-60000001",)
