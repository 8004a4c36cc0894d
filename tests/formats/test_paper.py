import zlib

from scienceweek.formats.paper import paper


def test_what_is_drawn_lies_in_the_rows_of_a_png():
    sheet = paper(3, 2)
    sheet.pen.point((0, 0), fill=7)
    sheet.image.paste(5, (1, 1, 3, 2))

    assert bytes(sheet.rows) == b"\0\7\0\0\0\0\5\5"


def test_paper_that_was_laid_back_is_taken_again_and_empty():
    first = paper(5, 4)
    first.pen.rectangle((-9, -9, 9, 9), fill=3)
    assert zlib.crc32(first.rows) != zlib.crc32(bytes(24))
    first.lay_back()

    assert paper(5, 4) is first
    assert bytes(first.rows) == bytes(24)
    assert paper(5, 4) is not first
