"""The photograph of a thing in its widths."""

import pytest

from scienceweek.model.image import Image, Photo
from scienceweek.views.parts.photographs import Photograph, photograph


@pytest.mark.parametrize(
    ("width", "height", "widths"),
    [
        (4000, 3000, [480, 960, 1440]),
        (1440, 900, [480, 960, 1440]),
        (1000, 750, [480, 960, 1000]),
        (960, 640, [480, 960]),
        (300, 200, [300]),
        (0, 0, [0]),
    ],
)
def test_a_photograph_is_offered_in_widths_that_it_has(width: int, height: int, widths: list[int]):
    assert [wide for wide, _ in Image("hall.jpg", "ab", width, height).renditions] == widths


def test_a_drawing_is_offered_as_it_is():
    assert Image("plan.svg", "ab", 2000, 1000).renditions == ((2000, 1000),)


def test_its_place_on_the_page_is_that_of_the_largest():
    image = Image("hall.jpg", "0123456789ab", 1000, 1500)
    found = photograph(Photo("hall.jpg", "展厅", consent=True, image=image, credit="科协供图"))

    assert found == Photograph(
        "pictures/photographs/1000/hall.jpg?v=01234567",
        1000,
        1500,
        (
            ("pictures/photographs/480/hall.jpg?v=01234567", 480),
            ("pictures/photographs/960/hall.jpg?v=01234567", 960),
            ("pictures/photographs/1000/hall.jpg?v=01234567", 1000),
        ),
        "展厅",
        "科协供图",
        upright=True,
    )


def test_nothing_is_shown_of_what_is_not_there_or_not_agreed_to():
    image = Image("hall.jpg", "ab", 300, 200)

    assert photograph(None) is None
    assert photograph(Photo("hall.jpg", "展厅", consent=True)) is None
    assert photograph(Photo("hall.jpg", "孩子", consent=False, image=image)) is None
