from gitpublish import media_types


def test_pages_are_asked_for_each_time_and_pictures_are_kept_a_day():
    assert media_types.keeping("index.html") == "no-cache"
    assert media_types.keeping("data/activities.ics") == "no-cache"
    assert media_types.keeping("images/a.jpg") == "public, max-age=86400"


def test_what_is_not_known_is_only_bytes():
    assert media_types.type_of("x.unheard-of") == "application/octet-stream"
    assert media_types.type_of("IMG_0001.JPG") == "image/jpeg"
