from scienceweek.formats.jsonld_image import pictured
from scienceweek.model.image import Image, Photo

HALL = Photo("hall.jpg", "展厅", consent=True, image=Image("hall.jpg", "ab", 960, 640), credit="科协供图")


def test_a_photograph_is_told_with_its_words_and_who_took_it():
    assert pictured(HALL, "https://example.cn/hall.jpg") == {
        "@type": "ImageObject",
        "contentUrl": "https://example.cn/hall.jpg",
        "caption": "展厅",
        "creditText": "科协供图",
    }


def test_what_nobody_can_load_is_not_told():
    assert (pictured(None, "https://example.cn/hall.jpg"), pictured(HALL, "")) == (None, None)
