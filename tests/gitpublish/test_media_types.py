from gitpublish import media_types


def test_pages_are_asked_for_each_time_and_pictures_are_kept_a_day():
    assert media_types.keeping("index.html") == "no-cache"
    assert media_types.keeping("data/activities.ics") == "no-cache"
    assert media_types.keeping("images/a.jpg") == "public, max-age=86400"


def test_what_is_not_known_is_only_bytes():
    assert media_types.type_of("x.unheard-of") == "application/octet-stream"
    assert media_types.type_of("IMG_0001.JPG") == "image/jpeg"


def test_files_to_take_along_are_what_programs_call_them_and_no_page():
    assert media_types.type_of("files/form.pdf") == "application/pdf"
    assert media_types.type_of("files/form.doc") == "application/msword"
    assert media_types.type_of("files/rules.txt") == "text/plain; charset=utf-8"
