from datetime import date
from pathlib import Path

import pytest
from trees import BASES, FILES, complaints, read

from scienceweek.model.contact import AsOf, Contact, Phone, Show


def base(contact: str) -> dict[str, str]:
    return {BASES: FILES[BASES].replace("{name: 科普科, phones: [67821101], show: public}", contact)}


def test_a_number_gets_the_area_code_of_its_district_or_of_one_above(tmp_path: Path):
    assert read(tmp_path).catalogue.bases[0].contacts == (
        Contact("科普科", (Phone("023-67821101", mobile=False),), show=Show.PUBLIC),
    )


def test_contacts_are_internal_unless_they_say_otherwise(tmp_path: Path):
    catalogue = read(
        tmp_path, base("{name: 李工, phones: [13800000000 67821101], email: 1@b.cn, post: 科普科}")
    ).catalogue

    assert catalogue.bases[0].contacts == (
        Contact(
            "李工",
            (Phone("13800000000", mobile=True), Phone("023-67821101", mobile=False)),
            "1@b.cn",
            "科普科",
        ),
    )


@pytest.mark.parametrize("show", ["public", "campaign"])
def test_a_personal_mobile_is_shown_for_a_reason_only(tmp_path: Path, show: str):
    assert complaints(tmp_path, base(f"{{phones: [13800000000], show: {show}}}")) == [
        f"{BASES}:7:19: “13800000000”是个人手机，要公开（show: {show}）就写明依据（basis: 公开发布的通知所属活动周的编号），否则写 show: internal。"
    ]


def test_with_a_public_notice_it_may_be_shown(tmp_path: Path):
    catalogue = read(tmp_path, base("{phones: [13800000000], show: public, basis: 2024-yubei}")).catalogue

    assert catalogue.bases[0].contacts[0].basis == "2024-yubei"


@pytest.mark.parametrize(
    ("contact", "message"),
    [
        ("{phones: [023-6782O101]}", "7:19: 电话“023-6782O101”里有“O”，是不是数字 0？"),
        ("{phones: 1380000000}", "7:18: 看不懂电话“1380000000”：手机号是 11 位，这里有 10 位。"),
        ("{email: kexie}", "7:17: 看不懂邮箱“kexie”。例如 kexie@example.cn。"),
        ("{email: a@b.cn<script>}", "7:17: 看不懂邮箱“a@b.cn<script>”。例如 kexie@example.cn。"),
    ],
)
def test_what_reaches_nobody_is_told(tmp_path: Path, contact: str, message: str):
    assert complaints(tmp_path, base(contact)) == [f"{BASES}:{message}"]


def test_an_office_shows_its_landline_beside_a_mobile_without_a_reason(tmp_path: Path):
    (read_,) = (
        read(tmp_path, base("{name: 李工, phones: [67821101, 13800000000], post: 科普科, show: office}"))
        .catalogue.bases[0]
        .contacts
    )

    assert (read_.show, read_.open and read_.open.phones) == (
        Show.OFFICE,
        (Phone("023-67821101", mobile=False),),
    )


@pytest.mark.parametrize(
    ("contact", "message"),
    [
        ("{phones: [13800000000], show: office}", "这里没有座机。"),
        ("{name: 李工, show: office}", "这里没有电话。"),
    ],
)
def test_an_office_has_a_landline(tmp_path: Path, contact: str, message: str):
    warned = [one.message for one in read(tmp_path, base(contact)).warnings]

    assert f"show: office 只公开办公座机，{message}没有座机的，写 show: internal。" in warned


def test_a_number_is_as_old_as_its_notice_or_as_it_was_verified(tmp_path: Path):
    public = base("{phones: [13800000000], show: public, basis: 2024-yubei}")
    verified = {BASES: public[BASES] + "    verified: 2025-03-01\n"}

    def told(files: dict[str, str]) -> AsOf | None:
        return read(tmp_path, files).catalogue.bases[0].contacts[0].told

    assert told({}) is None
    assert told(public) == AsOf(date(2024, 5, 17))
    assert told(verified) == AsOf(date(2025, 3, 1), verified=True)
