"""The doors find what they are there for: each test has the fault in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import trees
from properties import confidential, trials
from properties.door import DAMAGED, PROJECT, Door, Fault, badly


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    return Door(tmp_path_factory.mktemp("door"))


def small(**changes: str) -> dict[str, bytes]:
    """The small tree; *changes* by the name of a file of trees."""
    return trials.small() | {getattr(trees, name): text.encode() for name, text in changes.items()}


def test_a_site_without_a_mistake_goes_through(door: Door):
    outcome = door.trial(small())

    assert (outcome.accepted, outcome.faults) == (True, ())
    assert (door.folder / "output" / "activities" / "fish.html").is_file()


def test_a_mistake_is_told_and_the_site_stays_as_it_was(door: Door):
    assert door.trial(small()).accepted

    outcome = door.trial(small(ACTIVITIES=trees.activity(when="5月32日")))

    assert (outcome.accepted, outcome.faults) == (False, ())
    assert f"{trees.ACTIVITIES}:5:11: 看不懂“5月32日”" in outcome.said
    assert (door.folder / "output" / "activities" / "fish.html").is_file()


@pytest.mark.parametrize(
    "written",
    [
        "023-60000019",
        "60000019",
        "（023）60000019",
        "023—60000019",
        "０２３－６０００００１９",
        "6000&nbsp;0019",
        "6000<b>00</b>19",
    ],
)
def test_an_internal_number_is_found_however_it_is_written(tmp_path: Path, written: str):
    page = tmp_path / "page.html"
    page.write_text(f"<p>联系{written}。</p>", "utf-8")

    assert confidential.within(page, confidential.of(small())) == {"023-60000019"}
    assert confidential.of(small()) == {"023-60000019", "13800000019"}


def test_an_internal_address_is_found_in_whatever_letters(tmp_path: Path):
    files = small(CAMPAIGN=trees.FILES[trees.CAMPAIGN] + "contacts: [{email: Zhang.San@example.cn}]\n")
    page = tmp_path / "page.html"
    page.write_text("<a href='mailto:zhang.san@EXAMPLE.cn'>信</a>xzhang.san@example.cn", "utf-8")

    assert confidential.within(page, confidential.of(files)) == {"zhang.san@example.cn"}


@pytest.mark.parametrize("written", ["1600000190", "6000001", "60000029", "106.60000019", "024-60000019"])
def test_another_number_is_not_taken_for_it(tmp_path: Path, written: str):
    page = tmp_path / "page.html"
    page.write_text(f"<p>{written}</p>", "utf-8")

    assert confidential.within(page, confidential.of(small())) == set()


def test_a_number_that_some_record_shows_is_not_internal():
    files = small(BASES=trees.FILES[trees.BASES].replace("67821101", "60000019"))

    assert confidential.of(files) == {"13800000019"}


def test_what_former_publications_have_left_is_told_where_it_is_damaged(door: Door):
    untold, told = (door.trial(small() | {DAMAGED: left}) for left in (b'{"activities": {}}', b"{"))

    assert [fault.kind for fault in untold.faults] == ["what is damaged costs the site"]
    assert (told.accepted, told.faults) == (True, ())


def test_a_case_is_made_smaller_as_long_as_it_fails(door: Door):
    tree = {"a": {"rows": [{"x": "1", "y": "2"}, {"x": "3"}]}, "b": "text"}

    class Told(Door):
        def __init__(self) -> None:
            pass

        def trial(self, files: dict[str, bytes], *, anew: bool = False) -> object:
            failed = b"2" in files.get("a", b"")
            return type("Outcome", (), {"faults": (Fault("two", ""),) if failed else ()})

    assert trials.less(Told(), tree, Fault("two", "")) == {"a": {"rows": [{"y": "2"}]}}


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ('<a href="nowhere.html">', "verify: 链接指向的“….html”不存在。"),
        ("<p>联系023-60000019</p>", "build: 生成的网站里有不能公开的内容："),
        ("{{ nothing }}", "build: "),
    ],
)
def test_a_fault_of_a_template_is_found(tmp_path: Path, template: str, kind: str):
    door = Door(tmp_path / "door")
    (door.folder / "theme").unlink()
    shutil.copytree(PROJECT / "theme", door.folder / "theme")
    about = door.folder / "theme" / "templates" / "prose.html"
    about.write_text(about.read_text("utf-8").replace("<article", f"{template}<article", 1), "utf-8")

    faults = door.trial(small()).faults

    assert [fault.kind[: len(kind)] for fault in faults] == [kind]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f"{trees.ACTIVITIES}:5:11: 看不懂“5月32日”这个时间。", ""),
        (f"{trees.ACTIVITIES}:5:11: 提醒：请核对日期。", ""),
        ("pelicanconf.py 里的 SCIENCEWEEK 没有 'x' 这一项。", ""),
        ("看不懂“5月32日”这个时间。", "no place"),
        (f"{trees.ACTIVITIES}:500:11: 看不懂“5月32日”这个时间。", "no such line"),
        ("data/nowhere.yaml:5:11: 看不懂“5月32日”这个时间。", "no such file"),
        (f"{trees.ACTIVITIES}:5:11: Input should be a valid string", "it is English"),
        (f"{trees.ACTIVITIES}:5:11: ValueError：看不懂。", "it is English"),
        (f"{trees.ACTIVITIES}:5:11: ???", "no Chinese"),
        (f"{trees.ACTIVITIES}:5:11: 看不懂“\x1b[31m”。", "a sign that is not shown"),
        (f"{trees.ACTIVITIES}:5:11: 看不懂“{'长' * 2_000}”。", "it does not end"),
    ],
)
def test_a_message_that_helps_nobody_is_a_fault(line: str, why: str):
    assert badly(line, trials.small()) == why
