from samples import activity, base, catalogue, district, venue
from scienceweek.model.activity import Change, Status
from scienceweek.views.pages.elder import ElderDoor, elder_page


def test_the_first_page_asks_for_the_district():
    assert elder_page(catalogue(activity(), base(), venue())).doors == (
        ElderDoor("渝北区", "elder/districts/yubei.html", "1项活动，1处基地，1处场地"),
    )


def test_only_a_district_with_records_of_its_own_is_a_door():
    city = district(id="chongqing", name="重庆市")
    below = district(parent=city)

    assert [door.name for door in elder_page(catalogue(base(district=below))).doors] == ["渝北区"]


def test_the_switch_in_the_head_leads_back_to_the_home_page():
    assert elder_page(catalogue()).head.elder == "index.html"


def test_what_was_cancelled_is_not_counted():
    off = activity(id="off", change=Change(Status.CANCELLED))

    assert elder_page(catalogue(activity(), off)).doors[0].note == "1项活动"
