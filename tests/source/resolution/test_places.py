from datetime import date
from pathlib import Path

from trees import BASES, FILES, complaints, read

from scienceweek.model.booking import Booking, BookingPlan, Limit, Way, WayKind
from scienceweek.model.place import Access, Admission, Fee, Recognition

MORE = (
    FILES[BASES]
    + """\
    address: 新牌坊一路68号
    town: 龙山街道
    wheelchair: partial
    recognitions: [{level: 市级, year: 2019}, {level: 区级}]
    campaign: 2024-yubei
    source: annex-1
    verified: 2024-05-20
"""
)


def test_a_base_is_all_that_is_written(tmp_path: Path):
    base = read(tmp_path, {BASES: MORE}).catalogue.bases[0]

    assert (base.address, base.town, base.wheelchair) == ("新牌坊一路68号", "龙山街道", Access.PARTIAL)
    assert base.recognitions == (Recognition("市级", 2019), Recognition("区级"))
    assert base.type
    assert (base.type.name, base.district.name) == ("场馆类", "渝北区")
    assert (base.source, base.verified, base.updated) == ("annex-1", date(2024, 5, 20), None)
    assert base.campaign
    assert base.campaign.id == "2024-yubei"


def test_an_opening_may_say_its_fee_alone(tmp_path: Path):
    assert read(tmp_path).catalogue.bases[0].openings[0].admission == Admission(Fee.FREE)


def test_admission_may_say_more(tmp_path: Path):
    conditions = "{fee: paid, booking: required, until: 5月24日, url: 'https://example.cn'}"
    files = {BASES: FILES[BASES].replace("admission: free", f"admission: {conditions}")}

    assert read(tmp_path, files).catalogue.bases[0].openings[0].admission == Admission(
        Fee.PAID,
        Booking.REQUIRED,
        plan=BookingPlan((Way(WayKind.URL, "https://example.cn"),), until=Limit(date(2024, 5, 24))),
    )


def test_an_opening_is_written_once(tmp_path: Path):
    opening = FILES[BASES].split("\n")[-2]

    assert complaints(tmp_path, {BASES: f"{FILES[BASES]}{opening}\n"}) == [
        f"{BASES}:10:14: 开放时段“open-2024”在这个基地里写了两次。"
    ]


def test_a_source_needs_its_campaign(tmp_path: Path):
    assert complaints(tmp_path, {BASES: MORE.replace("    campaign: 2024-yubei\n", "")}) == [
        f"{BASES}:14:13: 写了出处（source），没有写是哪个活动周的通知（campaign）。"
    ]


def test_a_base_may_lie_in_another_district_than_its_file(tmp_path: Path):
    base = read(tmp_path, {BASES: FILES[BASES] + "    district: chongqing\n"}).catalogue.bases[0]

    assert base.district.id == "chongqing"


def test_a_district_that_nobody_knows_is_told_once_for_its_file(tmp_path: Path):
    assert complaints(tmp_path, {BASES: FILES[BASES].replace("district: yubei", "district: yubie")}) == [
        f"{BASES}:1:11: 没有编号为“yubie”的区县。是不是“yubei”？"
    ]
