from datetime import date

import pytest

from samples import base, part, venue
from scienceweek.model.activity import Status
from scienceweek.model.booking import Booking, BookingPlan, Limit
from scienceweek.model.organisation import Role
from scienceweek.model.place import (
    Admission,
    AtBase,
    AtPlace,
    AtVenue,
    Fee,
    InArea,
    Online,
    OnTour,
)
from scienceweek.views.words import facts


@pytest.mark.parametrize(
    ("admission", "said"),
    [
        (Admission(), "收不收费、要不要预约，通知未写明"),
        (Admission(note="凭票入场"), "凭票入场"),
        (
            Admission(Fee.FREE, Booking.REQUIRED, plan=BookingPlan(until=Limit(date(2024, 5, 24)))),
            "免费，需要预约（5月24日前）",
        ),
        (Admission(Fee.FREE), "免费，预约通知未写明"),
        (Admission(booking=Booking.NONE, note="满员为止"), "收费通知未写明，不用预约；满员为止"),
    ],
)
def test_conditions_say_what_is_unknown(admission, said):
    assert facts.admission(admission) == said


@pytest.mark.parametrize(
    ("place", "name", "address"),
    [
        (AtBase(base()), "重庆市气象科普馆", "新牌坊一路68号"),
        (AtVenue(venue()), "市主会场", "创客港·未来科技园"),
        (AtVenue(venue(), "市主会场（创客港）"), "市主会场（创客港）", "创客港·未来科技园"),
        (AtPlace("新牌坊小学"), "新牌坊小学", ""),
        (InArea("各镇街", ("回兴街道", "龙山街道")), "各镇街", "回兴街道、龙山街道"),
        (InArea("", ("回兴街道", "龙山街道")), "回兴街道、龙山街道", ""),
        (OnTour("科普大篷车巡回"), "科普大篷车巡回", ""),
        (Online(platform="视频号"), "线上：视频号", "网址未公布"),
        (Online(url="https://example.org/"), "线上", ""),
    ],
)
def test_every_place_has_a_name_and_perhaps_an_address(place, name, address):
    assert (facts.place(place), facts.address(place)) == (name, address)


def test_parties_stand_in_the_order_of_the_notice():
    assert facts.parties(part(Role.HOST, "区科技局", "区科协")) == "区科技局、区科协"


def test_a_plan_that_stands_needs_no_word():
    assert [facts.status(status) for status in Status] == ["", "延期", "取消", "改期", "改为线上"]
