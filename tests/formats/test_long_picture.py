from io import BytesIO

from PIL import Image

from scienceweek.formats.long_picture import cut


def shot(high: int, last: int) -> bytes:
    """A window so *high*, on which the row *last* is the last with something on it."""
    picture = Image.new("RGB", (100, high), "#f9f9f6")
    picture.paste("#1b1c1e", (10, last - 5, 20, last + 1))
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def test_a_picture_ends_a_little_below_its_last_line_and_keeps_its_colours():
    with Image.open(BytesIO(cut(shot(900, 500)))) as made:
        assert made.size == (100, 549)
        assert made.convert("RGB").getcolors() == [(100 * 549 - 60, (249, 249, 246)), (60, (27, 28, 30))]


def test_what_reaches_the_foot_of_the_window_is_cut_off_so_there_is_no_picture():
    assert cut(shot(500, 499)) is None


def test_of_nothing_there_is_none():
    blank = BytesIO()
    Image.new("RGB", (10, 100)).save(blank, "PNG")

    assert cut(blank.getvalue()) is None
