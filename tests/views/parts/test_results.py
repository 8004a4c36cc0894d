from scienceweek.model.activity import Photo, Results
from scienceweek.model.image import Image
from scienceweek.views.parts.results import Outcome, ResultPhoto, outcome


def test_a_picture_without_consent_is_not_shown():
    image = Image("a.jpg", "", 800, 600)
    photos = (Photo("a.jpg", "孩子们", consent=True, image=image), Photo("b.jpg", "孩子们", image=image))

    assert outcome(Results("办得好。\n\n来的人多。", 300, photos, news=("https://example.org/",))) == Outcome(
        summary=("办得好。", "来的人多。"),
        attendance="300人次参加",
        pictures=(ResultPhoto("images/a.jpg", "孩子们", 800, 600),),
        video="",
        news=("https://example.org/",),
    )


def test_before_anything_has_come_of_it_there_is_nothing_to_show():
    assert outcome(None) is None
