from hashlib import blake2b
from io import BytesIO

import pytest
from photographs import SECRETS, encoded, moving, picture, tell_tale
from PIL import Image, ImageChops, ImageCms, ImageSequence
from PIL.PngImagePlugin import PngInfo

from scienceweek.formats.photograph import plain

KINDS = ["JPEG", "PNG", "WEBP"]


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def noise(size: tuple[int, int] = (64, 48)) -> Image.Image:
    return Image.merge("RGB", [Image.effect_noise(size, 60) for _ in range(3)])


def corners(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Red at the upper left, green at the upper right, blue below."""
    made = Image.new("RGB", size, (0, 0, 255))
    made.paste((255, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    made.paste((0, 255, 0), (size[0] // 2, 0, size[0], size[1] // 2))
    return made


def named(pixel: object) -> str:
    """The colour of a *pixel* that a lossy format may have changed a little."""
    assert isinstance(pixel, tuple)
    return {0: "red", 1: "green", 2: "blue"}[max(range(3), key=lambda band: pixel[band])]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_of_who_took_it_where_and_with_what(kind):
    before = tell_tale(kind, noise())
    made = plain(before, (64, 48))

    assert {SECRETS[0], SECRETS[-1]} <= {word for word in SECRETS if word in before}
    assert [word for word in (*SECRETS, b"Exif", b"EXIF", b"eXIf", b"XMP", b"script") if word in made] == []
    assert dict(opened(made).getexif()) == {}
    assert set(opened(made).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
        "loop",
        "background",
        "timestamp",
        "duration",
    }


def chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found


def segments(made: bytes) -> set[int]:
    """The markers of a JPEG up to its first scan."""
    found, at = set(), 2
    while made[at + 1] != 0xDA:
        found.add(made[at + 1])
        at += 2 + int.from_bytes(made[at + 2 : at + 4])
    return found


def test_a_png_has_no_other_chunks_than_those_of_its_pixels():
    assert set(chunks(plain(tell_tale("PNG", noise()), (64, 48)))) == {b"IHDR", b"IDAT", b"IEND"}


def test_a_jpeg_has_no_other_segments_than_those_of_its_pixels():
    made = plain(tell_tale("JPEG", noise()), (64, 48))

    assert segments(made) <= {0xE0, 0xDB, 0xC2, 0xC4}
    assert made.endswith(b"\xff\xd9")


def test_a_webp_is_nothing_but_its_pixels():
    assert plain(tell_tale("WEBP", noise()), (64, 48))[12:16] == b"VP8 "


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_camera_was_held(kind, orientation):
    turns = [
        None,
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_90,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_270,
    ]
    turn = turns[orientation - 1]
    lying = corners() if turn is None else corners().transpose(turn)

    made = opened(plain(tell_tale(kind, lying, orientation), (60, 40))).convert("RGB")

    seen = [named(made.getpixel(at)) for at in ((10, 10), (50, 10), (10, 30), (50, 30))]
    assert (made.size, seen) == ((60, 40), ["red", "green", "blue", "blue"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_picture_is_scaled_down(kind):
    made = opened(plain(encoded(corners((600, 400)), kind), (60, 40))).convert("RGB")

    assert (made.size, named(made.getpixel((10, 10)))) == ((60, 40), "red")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_mode_is_scaled_down(mode):
    before = picture((60, 40), "L").convert(mode) if mode == "I;16" else picture((60, 40), mode)

    assert opened(plain(encoded(before, "PNG"), (30, 20))).size == (30, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_keeps_its_pixels(mode):
    before = noise().convert(mode)

    made = opened(plain(encoded(before, "PNG"), (64, 48)))

    assert (made.mode, made.convert("RGBA").tobytes()) == (mode, before.convert("RGBA").tobytes())


def test_what_can_be_seen_through_stays_so():
    before = encoded(corners().quantize(4), "PNG", transparency=corners().quantize(4).getpixel((0, 0)))

    for size in ((60, 40), (30, 20)):
        made = opened(plain(before, size)).convert("RGBA")
        seen = [made.getpixel((x, size[1] // 4))[3] for x in (size[0] // 4, size[0] * 3 // 4)]
        assert seen == [0, 255]


def test_a_webp_without_loss_keeps_its_pixels():
    before = noise().convert("RGBA")

    made = plain(encoded(before, "WEBP", lossless=True), (64, 48))

    assert opened(made).convert("RGBA").tobytes() == before.tobytes()


def test_a_jpeg_loses_next_to_nothing_and_does_not_grow():
    smooth = Image.merge(
        "RGB", [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.new("L", (256, 256), 90)]
    )
    before = encoded(smooth, "JPEG", quality=70)
    made = plain(before, (256, 256))

    difference = ImageChops.difference(opened(before), opened(made)).convert("L").getextrema()
    assert difference[1] <= 4
    assert len(made) <= len(before)


def test_colours_for_printing_become_those_of_a_screen():
    made = opened(plain(encoded(picture(mode="CMYK")), (8, 6)))

    assert (made.mode, named(made.getpixel((4, 3)))) == ("RGB", "red")


def profile(*, swapped: bool) -> bytes:
    """The profile of sRGB (ICC.1); *swapped*, one that calls red what is blue."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not swapped:
        return made
    red, blue = made.index(b"rXYZ"), made.index(b"bXYZ")
    first, last = sorted((red, blue))
    exchanged = (
        made[:first]
        + made[last : last + 4]
        + made[first + 4 : last]
        + made[first : first + 4]
        + made[last + 4 :]
    )
    return exchanged.replace("sRGB".encode("utf-16-be"), "else".encode("utf-16-be"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_colours_that_a_profile_explains_become_those_that_are_meant_without_one(kind, mode):
    before = picture(mode=mode if kind == "PNG" else "RGB")
    seen = {}
    for swapped in (False, True):
        made = opened(plain(encoded(before, kind, icc_profile=profile(swapped=swapped)), (8, 6)))
        seen[swapped] = named(made.convert("RGB").getpixel((4, 3)))
        assert "icc_profile" not in made.info

    assert seen == {False: "red", True: "blue"}


@pytest.mark.parametrize("mode", ["L", "CMYK", "1", "I;16"])
def test_a_profile_for_other_colours_than_those_of_the_picture_is_passed_over(mode):
    before = picture(mode="L").convert(mode) if mode == "I;16" else picture(mode=mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"

    made = opened(plain(encoded(before, kind, icc_profile=profile(swapped=True)), (8, 6)))

    assert (made.size, "icc_profile" in made.info) == ((8, 6), False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_profile_is_passed_over(kind):
    made = opened(plain(encoded(picture(), kind, icc_profile=b"nonsense"), (8, 6)))

    assert ("icc_profile" in made.info, named(made.convert("RGB").getpixel((4, 3)))) == (False, "red")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_moves_goes_on_moving(kind):
    before, made = opened(moving(kind)), opened(plain(moving(kind), (8, 6)))

    assert made.n_frames == before.n_frames == 3
    assert [frame.load() and frame.info["duration"] for frame in ImageSequence.Iterator(made)] == [120] * 3
    assert made.info["loop"] == 0
    assert named(made.convert("RGB").getpixel((4, 3))) in {"blue", "green", "red"}


def test_what_moves_says_nothing_else():
    text = PngInfo()
    text.add_text("Comment", "SECRETREMARK")

    assert b"SECRET" not in plain(moving("PNG", pnginfo=text), (16, 12))


def test_the_second_picture_of_a_phone_stays_behind():
    before = encoded(picture(), "MPO", save_all=True, append_images=[picture(colour=(0, 0, 255))])

    assert opened(plain(before, (8, 6))).format == "JPEG"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_picture_is_the_same_bytes(kind):
    before = tell_tale(kind, noise())

    assert len({blake2b(plain(before, (64, 48))).digest() for _ in range(3)}) == 1
