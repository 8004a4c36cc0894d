from scienceweek.formats.paper import paper


def test_what_is_drawn_lies_in_the_rows_of_a_png():
    sheet = paper(4, 2)
    sheet.pen.point((0, 0), fill=7)
    sheet.image.paste(5, (1, 1, 4, 2))

    assert b"".join(sheet.rows) == b"\0\x70\x00\0\x05\x55"


def test_a_high_sheet_has_all_its_rows():
    sheet = paper(4, 250)
    sheet.image.paste(1, (3, 0, 4, 250))

    assert b"".join(sheet.rows) == b"\0\0\1" * 250


def test_paper_that_was_laid_back_is_taken_again_and_empty():
    first = paper(6, 4)
    first.pen.rectangle((-9, -9, 9, 9), fill=3)
    assert any(b"".join(first.rows))
    first.lay_back()

    assert paper(6, 4) is first
    assert not any(b"".join(first.rows))
    assert paper(6, 4) is not first
