from datetime import date, time

from samples import base, may, opening
from scienceweek.formats.jsonld_place import place_jsonld
from scienceweek.model.hours import WEEK, Closure, Doors, Hours, Season, When
from scienceweek.model.point import Point
from scienceweek.model.schedule import Days, Session

NINE = Doors(time(9), time(17), time(16, 30))
USUAL = Hours(When((1, 6)), (NINE,))


def test_nothing_is_said_of_a_base_of_which_only_the_name_is_known():
    rough = Point(106.5, 29.5, "估计", radius=300)

    assert place_jsonld(base(address="", point=rough), "", ()) is None
    assert place_jsonld(base(name="示例茶园"), "", ()) == {
        "@context": "https://schema.org",
        "@type": "Place",
        "name": "示例茶园",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "新牌坊一路68号",
            "addressLocality": "渝北区",
            "addressCountry": "CN",
        },
    }


def test_regular_hours_are_those_of_weekdays_and_holidays():
    feast = Hours(When((), None, holidays=True), (Doors(time(9), time(0)),))
    summer = Hours(When(WEEK, Season((7, 1), (8, 31))), (NINE,))
    place = base(address="示例路1号", point=Point(106.5, 29.5, source="量的"), hours=(USUAL, feast, summer))

    assert place_jsonld(place, "https://example.cn/a.html", ("+862360000000",)) == {
        "@context": "https://schema.org",
        "@type": "Museum",
        "name": place.name,
        "url": "https://example.cn/a.html",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "示例路1号",
            "addressLocality": "渝北区",
            "addressCountry": "CN",
        },
        "telephone": ["+862360000000"],
        "geo": {"@type": "GeoCoordinates", "latitude": 29.5, "longitude": 106.5},
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["https://schema.org/Tuesday", "https://schema.org/Sunday"],
                "opens": "09:00",
                "closes": "17:00",
            },
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["https://schema.org/PublicHolidays"],
                "opens": "09:00",
                "closes": "23:59",
            },
        ],
    }


def test_closures_and_the_hours_of_single_days_are_special():
    place = base(
        openings=(opening(Session(date(2024, 5, 25), time(18), time(21))),),
        closures=(Closure(may(28, 29)), Closure(Days(date(2025, 1, 1), date.max), ends=False)),
    )
    told = place_jsonld(place, "", ())

    assert told
    assert [
        (one["validFrom"], one.get("validThrough"), one["opens"], one["closes"])
        for one in told["specialOpeningHoursSpecification"]
    ] == [
        ("2024-05-25", "2024-05-25", "18:00", "21:00"),
        ("2024-05-28", "2024-05-29", "00:00", "00:00"),
        ("2025-01-01", None, "00:00", "00:00"),
    ]


def test_the_names_that_it_had_are_told():
    place = base(hours=(USUAL,), former_names=("气象局科普厅",))

    assert place_jsonld(place, "", ())["alternateName"] == ["气象局科普厅"]
