from io import BytesIO
from zipfile import ZipFile

from scienceweek.formats.parcel import parcel, same_everywhere


def test_equal_parts_make_equal_bytes_that_look_as_if_made_on_unix():
    parts = {"b.xml": b"<b/>", "a/c.xml": b"<c/>" * 100}
    made = parcel(parts)

    assert made == parcel(dict(parts)) == same_everywhere(made)
    with ZipFile(BytesIO(made)) as archive:
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == parts
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3)
        }


def test_what_was_packed_on_windows_becomes_the_same():
    made = parcel({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    windows = made.replace(b"PK\x01\x02\x14\x03", b"PK\x01\x02\x14\x00")

    assert windows != made
    assert same_everywhere(windows) == made
