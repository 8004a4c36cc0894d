from datetime import date, time
from pathlib import Path

import pytest
from trees import ACTIVITIES, BASES, FILES, activity, complaints, read, reminders

from scienceweek.model.booking import Booking, BookingPlan, Capacity, Limit, Way, WayKind
from scienceweek.model.coming import Accessible, Ages, Groups, Language
from scienceweek.model.contact import Contact, Phone, Show
from scienceweek.model.place import Access, Admission, Fee, Price

OFFICE = Contact(phones=(Phone("023-60001208", mobile=False),), show=Show.PUBLIC)
FILE = ACTIVITIES


def found(tmp_path: Path, **fields: str):
    return read(tmp_path, {FILE: activity(**fields)}).catalogue.activities[0]


def told(tmp_path: Path, **fields: str) -> list[str]:
    return [line.removeprefix(f"{FILE}:") for line in complaints(tmp_path, {FILE: activity(**fields)})]


def test_one_books_in_several_ways_between_two_hours(tmp_path: Path):
    booking = (
        "{wechat: 澜江科技馆, url: 'https://kepu.example.cn/book', "
        "phone: {number: 023-60001208, hours: 周二至周日 9:00—17:00}, desk: 一楼服务台, "
        "opens: 5月18日12:00, until: 5月24日16:00, capacity: 60, lottery: 5月24日20:00出签, note: 选场次}"
    )

    assert found(tmp_path, admission=f"{{fee: free, booking: {booking}}}").admission == Admission(
        Fee.FREE,
        Booking.REQUIRED,
        plan=BookingPlan(
            (
                Way(WayKind.ACCOUNT, "澜江科技馆"),
                Way(WayKind.URL, "https://kepu.example.cn/book"),
                Way(WayKind.PHONE, contact=OFFICE, hours="周二至周日 9:00—17:00"),
                Way(WayKind.DESK, "一楼服务台"),
            ),
            Limit(date(2024, 5, 18), time(12)),
            Limit(date(2024, 5, 24), time(16)),
            Capacity("60", 60),
            lottery="5月24日20:00出签",
            note="选场次",
        ),
    )


def test_the_number_alone_is_a_phone_and_true_a_lottery(tmp_path: Path):
    made = found(tmp_path, admission="{booking: {phone: 60001208, full: true, lottery: true}}").admission

    assert made.plan == BookingPlan((Way(WayKind.PHONE, contact=OFFICE),), full=True, lottery="")


def test_the_old_way_is_as_good(tmp_path: Path):
    made = found(
        tmp_path, admission="{booking: required, url: 'https://kepu.example.cn', until: 2024-05-24 16:00}"
    ).admission

    assert made.plan == BookingPlan(
        (Way(WayKind.URL, "https://kepu.example.cn"),), until=Limit(date(2024, 5, 24), time(16))
    )


def test_prices_say_whether_it_is_free(tmp_path: Path):
    paid = found(
        tmp_path, admission="{prices: [{who: 成人, price: 30元}, {who: 6岁以下, price: 免票, note: 凭证件}]}"
    )
    free = found(tmp_path, admission="{prices: {who: 学生, price: 免费}}")

    assert (paid.admission.fee, paid.admission.prices) == (
        Fee.PAID,
        (Price("成人", "30"), Price("6岁以下", "0", note="凭证件")),
    )
    assert free.admission.fee is Fee.FREE


def test_what_one_must_know_before_coming(tmp_path: Path):
    made = found(
        tmp_path,
        ages="8—13，6岁以下须成人陪同",
        bring="身份证",
        arrive="提前15分钟",
        last_entry="开场后不再入场",
        language="英语",
        accessible="[轮椅, sign-language]",
        groups="{size: 20—60人, phone: 023-60001208}",
    )

    assert (made.ages, made.bring, made.arrive, made.last_entry) == (
        Ages(8, 13, "6岁以下须成人陪同"),
        "身份证",
        "提前15分钟",
        "开场后不再入场",
    )
    assert (made.language, made.accessible) == (
        (Language.ENGLISH,),
        (Accessible.WHEELCHAIR, Accessible.SIGN_LANGUAGE),
    )
    assert made.wheelchair is Access.FULL
    assert made.groups == Groups(size="20—60人", ways=(Way(WayKind.PHONE, contact=OFFICE),))


def test_a_base_and_a_venue_have_them_too(tmp_path: Path):
    more = "    accessible: [wheelchair-partial, 字幕]\n    ages: 6岁以上\n    admission: {prices: {who: 成人, price: 20}}\n"
    venues = FILES["data/venues.yaml"].replace("district: yubei}", "district: yubei, accessible: 轮椅}")
    catalogue = read(tmp_path, {BASES: FILES[BASES] + more, "data/venues.yaml": venues}).catalogue
    base = catalogue.bases[0]

    assert (base.wheelchair, base.ages, base.admission.fee) == (Access.PARTIAL, Ages(6), Fee.PAID)
    assert catalogue.venues[0].wheelchair is Access.FULL
    assert catalogue.activities[0].wheelchair is Access.FULL, "as its venue says"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"admission": "{booking: {opens: 5月24日12:00, until: 5月24日9:00}}"},
            "6:53: 预约的截止（2024-05-24 09:00）不晚于开始（2024-05-24 12:00）。请核对 opens 和 until。",
        ),
        (
            {"admission": "{booking: {wechat: 'https://kepu.example.cn'}}"},
            "6:35: “https://kepu.example.cn”是网址，不是公众号的名称。网址请写在 url，这里写 公众号的名称。",
        ),
        (
            {"admission": "{booking: {phone: 13800000001}}"},
            (
                "6:34: “13800000001”是个人手机，预约电话人人看得到：要公开就写明依据"
                "（{number: 号码, basis: 公开发布的通知所属活动周的编号}），否则不写，或写办公电话。"
            ),
        ),
        (
            {"admission": "{prices: {who: 成人, price: 面议}}"},
            "6:42: 看不懂价钱“面议”。请写 30、30元、60元/家庭 或 免票；还不知道的不写，别的话写在 note 里。",
        ),
        (
            {"admission": "{prices: [{who: 成人, price: 5}, {who: 成人, price: 6}]}"},
            "6:53: “成人”的价钱写了两次。请只留一个，或写明差别。",
        ),
        (
            {"admission": "{fee: free, prices: {who: 成人, price: 5}}"},
            "6:22: 费用写了免费（free），票价里“成人”却要 5 元。请核对。",
        ),
        (
            {"admission": "{fee: paid, prices: {who: 成人, price: 0}}"},
            "6:22: 费用写了收费（paid），票价里却都不要钱。请核对。",
        ),
        ({"ages": "13-8"}, "6:11: 年龄“13-8”前后写反了，请写 8—13。"),
        (
            {"accessible": "[wheelchair, wheelchair-none]"},
            "6:17: 轮椅能不能进出，说法不一样：轮椅可以进出、轮椅进不去。请只留一种。",
        ),
        (
            {"groups": "{taken: false, size: 20人}"},
            "6:21: 写了不接待团体（taken: false），又写了人数或预约办法。请只留一样。",
        ),
        (
            {"admission": "{url: 'https://a.example.cn', booking: {url: 'https://b.example.cn'}}"},
            "6:22: “url”写了两处，请只留 booking 里的那一个。",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_place(tmp_path: Path, fields: dict[str, str], expected: str):
    assert told(tmp_path, **fields) == [expected]


def test_a_mobile_at_which_one_books_is_public_for_a_reason(tmp_path: Path):
    booking = "{booking: {phone: {number: 13800000001, basis: 2024-yubei}}}"
    loaded = read(tmp_path, {FILE: activity(admission=booking, description="电话13800000001预约。")})

    assert loaded.warnings == ()
    assert "13800000001" in loaded.secrets.mobiles


def test_a_number_at_which_one_books_is_no_secret(tmp_path: Path):
    hidden = FILES[BASES].replace("show: public", "show: internal")
    files = {
        BASES: hidden,
        FILE: activity(admission="{booking: {phone: 67821101}}", description="电话67821101。"),
    }

    (told,) = reminders(tmp_path, files)
    assert "也是内部联系人" in told, "nobody is refused, but somebody should know"


def test_what_staff_only_see_keeps_its_numbers(tmp_path: Path):
    booking = "{booking: {phone: 67821199}}"
    files = {
        FILE: activity(admission=booking, admits="staff")
        + "  - {id: moon, title: 月壤, when: 5.26, description: 电话67821199}\n"
    }

    assert len(complaints(tmp_path, files)) == 1
