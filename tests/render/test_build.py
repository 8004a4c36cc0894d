import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import measured

from scienceweek.render import Busy, Chapter, Contents, DrawError, Report, SlotError, Target, build

SALT = b"salt"


def page(title: str) -> bytes:
    return f"<h1>{title}</h1>".encode()


def broken(title: str) -> bytes:
    raise ZeroDivisionError(title)


def text(title: str) -> Any:
    return title


def site(**titles: str) -> tuple[Target, ...]:
    """Targets by path; `__` stands for a slash."""
    return tuple(Target(f"{name.replace('__', '/')}.html", page, (title,)) for name, title in titles.items())


def contents(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def inodes(output: Path) -> dict[str, int]:
    return {
        path.relative_to(output).as_posix(): path.stat().st_ino
        for path in output.rglob("*")
        if path.is_file()
    }


def test_the_folder_holds_the_targets_and_nothing_else(tmp_path):
    report = build(site(index="首页", bases__x="馆"), tmp_path / "output", salt=SALT)

    assert report == Report(made=("index.html", "bases/x.html"), kept=0, removed=())
    assert contents(tmp_path / "output") == {
        "index.html": "<h1>首页</h1>".encode(),
        "bases/x.html": "<h1>馆</h1>".encode(),
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == [".output.build", "output"]


def test_a_second_build_draws_nothing_and_leaves_the_tree_alone(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页", bases__x="馆"), output, salt=SALT)
    before = (output.stat().st_ino, inodes(output))

    report = build(site(index="首页", bases__x="馆"), output, salt=SALT)

    assert report == Report(made=(), kept=2, removed=())
    assert (output.stat().st_ino, inodes(output)) == before


def test_a_change_draws_what_shows_it_links_the_rest_and_removes_what_is_gone(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页", bases__x="馆", towns__y="镇"), output, salt=SALT)
    before = inodes(output)

    report = build(site(index="首页", bases__x="博物馆"), output, salt=SALT)

    assert report == Report(made=("bases/x.html",), kept=1, removed=("towns/y.html",))
    assert contents(output) == {
        "index.html": "<h1>首页</h1>".encode(),
        "bases/x.html": "<h1>博物馆</h1>".encode(),
    }
    assert inodes(output)["index.html"] == before["index.html"]
    assert not (output / "towns").exists()


def test_another_salt_draws_everything_but_equal_bytes_stay_the_same_files(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页", bases__x="馆"), output, salt=SALT)
    before = inodes(output)

    report = build(site(index="首页", bases__x="馆"), output, salt=b"other")

    assert report == Report(made=("index.html", "bases/x.html"), kept=0, removed=())
    assert inodes(output) == before


@pytest.mark.parametrize("content", [b"x", "<h1>页首</h1>".encode()])
def test_a_file_that_somebody_has_edited_is_drawn_again(tmp_path, content):
    output = tmp_path / "output"
    build(site(index="首页", bases__x="馆"), output, salt=SALT)
    (output / "index.html").write_bytes(content)
    os.utime(output / "index.html", (1, 1))

    report = build(site(index="首页", bases__x="馆"), output, salt=SALT)

    assert report == Report(made=("index.html",), kept=1, removed=())
    assert (output / "index.html").read_bytes() == "<h1>首页</h1>".encode()


def test_a_file_that_somebody_has_touched_but_not_changed_is_kept(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)
    os.utime(output / "index.html", (1, 1))

    assert build(site(index="首页"), output, salt=SALT) == Report(made=(), kept=1, removed=())


@pytest.mark.parametrize("unseen", [False, True])
def test_what_somebody_has_put_into_the_tree_goes_to_a_folder_beside_it(tmp_path, unseen):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)
    for number in (1, 2):
        (output / "a").mkdir()
        (output / "a/stray.txt").write_text(f"stray {number}")
        (output / "empty").mkdir()
        (output / "Thumbs.db").touch()

        report = build(site(index="首页"), output, salt=SALT, unseen=unseen)

        others = tmp_path / f"output.others-{number}"
        assert report == Report(
            made=(), kept=1, removed=("Thumbs.db", "a/stray.txt"), foreign=("a/stray.txt",), others=others
        )
        assert contents(others) == {"a/stray.txt": f"stray {number}".encode()}
        assert [path.name for path in output.iterdir()] == ["index.html"]


def test_a_file_in_the_place_of_a_page_that_comes_is_not_lost(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)
    (output / "new.html").write_text("mine")

    report = build(site(index="首页", new="新"), output, salt=SALT)

    assert (report.foreign, contents(tmp_path / "output.others-1")) == (("new.html",), {"new.html": b"mine"})
    assert (output / "new.html").read_text() == "<h1>新</h1>"


def test_links_in_the_tree_are_replaced_and_not_followed(tmp_path):
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    build(site(index="首页", bases__x="馆"), output, salt=SALT)
    elsewhere.mkdir()
    (elsewhere / "x.html").write_bytes("<h1>馆</h1>".encode())
    (output / "bases/x.html").unlink()
    (output / "bases").rmdir()
    (output / "bases").symlink_to(elsewhere)

    report = build(site(index="首页", bases__x="馆"), output, salt=SALT)

    others = tmp_path / "output.others-1"
    assert report == Report(
        made=("bases/x.html",), kept=1, removed=("bases",), foreign=("bases",), others=others
    )
    assert not (output / "bases").is_symlink()
    assert (others / "bases").readlink() == elsewhere
    assert contents(elsewhere) == {"x.html": "<h1>馆</h1>".encode()}


def test_files_and_folders_are_readable_by_all_whatever_the_umask(tmp_path):
    output = tmp_path / "output"
    before = os.umask(0o077)
    try:
        build(site(bases__x="馆"), output, salt=SALT)
    finally:
        os.umask(before)

    modes = [oct(path.stat().st_mode & 0o777) for path in (output, output / "bases", output / "bases/x.html")]
    assert modes == ["0o755", "0o755", "0o644"]


@pytest.mark.parametrize(
    ("draw", "reason"),
    [(broken, "ZeroDivisionError: 馆"), (text, "TypeError: a draw gives bytes, not str")],
)
def test_a_draw_that_fails_is_named_and_leaves_the_old_site_whole(tmp_path, draw, reason):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)

    with pytest.raises(DrawError) as raised:
        build([*site(index="新首页"), Target("bases/x.html", draw, ("馆",))], output, salt=SALT)

    assert str(raised.value).startswith(f"cannot draw bases/x.html: {reason}")
    assert raised.value.path == "bases/x.html"
    assert contents(output) == {"index.html": "<h1>首页</h1>".encode()}
    assert len(list((tmp_path / ".output.build").iterdir())) == 2


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["a.html", "a.html"], "two targets are called a.html"),
        (["a.html", "A.html"], "two targets differ only in case: a.html and A.html"),
    ],
)
def test_two_targets_with_one_path_are_refused_before_anything_is_written(tmp_path, paths, message):
    with pytest.raises(ValueError, match=message):
        build([Target(path, page, ("x",)) for path in paths], tmp_path / "output", salt=SALT)

    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        ".output.build",
        ".output.build/lock",
    ]


def test_a_packed_twin_may_not_take_the_place_of_a_target(tmp_path):
    targets = [Target("a.html", page, ("x",)), Target("a.html.gz", page, ("x",))]

    with pytest.raises(ValueError, match=r"two targets are called a\.html\.gz"):
        build(targets, tmp_path / "output", salt=SALT, gzip=True)


def test_packed_twins_come_stay_and_go_with_their_files(tmp_path):
    output = tmp_path / "output"
    targets = [*site(index="首页"), Target("x.png", page, ("图",))]

    build(targets, output, salt=SALT)
    came = build(targets, output, salt=SALT, gzip=True)
    names = sorted(contents(output))
    stayed = build(targets, output, salt=SALT, gzip=True)
    went = build(targets, output, salt=SALT)

    assert came == Report(made=("index.html",), kept=1, removed=())
    assert names == ["index.html", "index.html.gz", "x.png"]
    assert stayed == Report(made=(), kept=2, removed=())
    assert went == Report(made=(), kept=2, removed=("index.html.gz",))


def test_a_folder_that_no_build_has_made_is_left_alone(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "old.html").touch()

    with pytest.raises(SlotError, match="里有不是网站的文件（old"):
        build(site(index="首页"), output, salt=SALT)

    assert contents(output) == {"old.html": b""}


def test_a_folder_that_is_known_to_be_a_site_is_replaced_and_what_was_in_it_goes_beside_it(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "old.html").touch()

    report = build(site(index="首页"), output, salt=SALT, own=lambda folder: folder == output)

    assert (report.made, report.removed, report.foreign) == (("index.html",), ("old.html",), ("old.html",))
    assert contents(tmp_path / "output.others-1") == {"old.html": b""}


def test_an_empty_folder_and_what_systems_leave_in_folders_are_nobodys(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / ".DS_Store").touch()

    build(site(index="首页"), output, salt=SALT)

    assert contents(output) == {"index.html": "<h1>首页</h1>".encode()}


def test_a_manifest_of_another_tree_is_not_trusted(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)
    output.rename(tmp_path / "moved")
    output.mkdir()
    (output / "index.html").write_bytes("<h1>首页</h1>".encode())

    assert build(site(index="首页"), output, salt=SALT, own=Path.is_dir) == Report(
        made=("index.html",), kept=0, removed=()
    )


def test_an_unreadable_manifest_only_costs_time(tmp_path):
    output = tmp_path / "output"
    build(site(index="首页"), output, salt=SALT)
    for manifest in (tmp_path / ".output.build").glob("*.manifest"):
        manifest.write_text('{"tree": ')

    assert build(site(index="首页"), output, salt=SALT) == Report(made=("index.html",), kept=0, removed=())


def test_a_site_of_no_files_is_an_empty_folder(tmp_path):
    build(site(index="首页"), tmp_path / "output", salt=SALT)

    report = build([], tmp_path / "output", salt=SALT)

    assert report == Report(made=(), kept=0, removed=("index.html",))
    assert list((tmp_path / "output").iterdir()) == []


def test_a_durable_build_makes_the_same_site(tmp_path):
    build(site(index="首页"), tmp_path / "output", salt=SALT, durable=True)

    assert contents(tmp_path / "output") == {"index.html": "<h1>首页</h1>".encode()}


STARTED, RELEASED = threading.Event(), threading.Event()


def slow() -> bytes:
    STARTED.set()
    RELEASED.wait(60)
    return b"slow"


@pytest.fixture
def first(tmp_path):
    """A build that is drawing, and goes on until RELEASED."""
    STARTED.clear()
    RELEASED.clear()
    targets = [Target("slow.html", slow, ())]
    thread = threading.Thread(target=build, args=(targets, tmp_path / "output"), kwargs={"salt": SALT})
    thread.start()
    STARTED.wait(60)
    yield thread
    RELEASED.set()
    thread.join()


def test_a_second_build_waits_for_the_first(tmp_path, first):
    said: list[str] = []

    def log(message: str) -> None:
        said.append(message)
        RELEASED.set()

    report = build(site(index="首页"), tmp_path / "output", salt=SALT, log=log)

    assert report == Report(made=("index.html",), kept=0, removed=("slow.html",))
    assert said == ["另一次生成正在进行，等它结束。"]
    assert contents(tmp_path / "output") == {"index.html": "<h1>首页</h1>".encode()}


def test_a_second_build_gives_up_when_it_has_waited_long_enough(tmp_path, first):
    with pytest.raises(Busy, match="another build is running"):
        build(site(index="首页"), tmp_path / "output", salt=SALT, timeout=0.1)

    RELEASED.set()
    first.join()
    assert contents(tmp_path / "output") == {"slow.html": b"slow"}


MANY = """
import os, signal, sys, time
from pathlib import Path
from scienceweek.render import Target, build

def page(number): return f"{number} {'一' * (number % 50)}".encode()
def drawer(number):
    Path(str(os.getpid())).touch()
    # The first is drawn before anybody is forked.
    while number and len([path for path in Path().iterdir() if path.name.isdigit()]) < 3:
        time.sleep(0.01)
    return str(os.getpid()).encode()
def broken(number): raise ZeroDivisionError(number)
def slow(number): time.sleep(1); return b"slow"
BUILDER = os.getpid()
def dying(number):
    if os.getpid() != BUILDER: os.kill(os.getpid(), 9)
    return b"alive"
"""


def run(folder: Path, code: str, **environment: str) -> str:
    """What *code*, run after MANY in a process without threads, prints."""
    ran = subprocess.run(
        [sys.executable, "-c", MANY + code],
        cwd=folder,
        env={"PYTHONPATH": str(Path(__file__).parents[2] / "plugins"), **measured(), **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    return ran.stdout.strip()


def test_many_targets_are_drawn_in_as_many_processes_as_asked_for(tmp_path):
    code = """
report = build([Target(f"{n}.txt", drawer, (n,)) for n in range(300)], Path("out"), salt=b"", workers=3)
drawers = {path.read_text() for path in Path("out").iterdir()}
print(len(report.made), len(drawers), str(os.getpid()) in drawers)
"""

    assert run(tmp_path, code) == "300 3 True"


def test_processes_make_the_same_site_as_one(tmp_path):
    code = """
for workers in (1, 2):
    report = build([Target(f"{n}.txt", page, (n,)) for n in range(300)], Path(f"out{workers}"), salt=b"", workers=workers)
"""
    run(tmp_path, code)

    assert contents(tmp_path / "out1") == contents(tmp_path / "out2")


def test_an_error_in_another_process_names_the_first_path_that_failed(tmp_path):
    code = """
targets = [Target(f"{n}.txt", broken if n in (150, 151) else page, (n,)) for n in range(300)]
try:
    build(targets, Path("out"), salt=b"", workers=2)
except RuntimeError as error:
    print(type(error).__name__, error.path, str(error)[:45], "Traceback" in error.__notes__[0], Path("out").exists())
"""

    assert run(tmp_path, code) == "DrawError 150.txt cannot draw 150.txt: ZeroDivisionError: 150 ( True False"


def test_a_process_that_dies_stops_the_build(tmp_path):
    code = """
targets = [Target(f"{n}.txt", dying, (n,)) for n in range(300)]
try:
    build(targets, Path("out"), salt=b"", workers=2)
except RuntimeError as error:
    print(error, Path("out").exists())
"""

    assert run(tmp_path, code) == "a drawing process ended with status -9 False"


def test_processes_whose_parent_is_killed_end_and_the_next_build_goes_on(tmp_path):
    # What each has to say fills more than a pipe, and it says it when nobody listens any more.
    code = f"""
targets = [Target(f"{{n}}-{"x" * 150}.txt", page if n > 1 else slow, (n,)) for n in range(1200)]
builder = os.fork()
if builder == 0:
    build(targets, Path("out"), salt=b"", workers=2)
    os._exit(0)
time.sleep(0.5)
os.kill(builder, signal.SIGKILL)
os.waitpid(builder, 0)
print(len(build(targets, Path("out"), salt=b"", workers=2, timeout=30).made))
"""

    assert run(tmp_path, code) == "1200"


def test_a_build_under_another_hash_seed_finds_nothing_changed(tmp_path):
    code = """
from dataclasses import dataclass
@dataclass(frozen=True)
class View:
    title: str
    days: tuple
def draw(view): return repr(view).encode()
report = build([Target("x.html", draw, (View("月壤", (1, 2)),))], Path("out"), salt=b"")
print(len(report.made), report.kept)
"""

    assert [run(tmp_path, code, PYTHONHASHSEED=seed) for seed in "012"] == ["1 0", "0 1", "0 1"]


def test_a_reader_finds_the_site_at_every_moment(tmp_path):
    output = tmp_path / "output"
    build(site(index="0"), output, salt=SALT)
    missed, done = [], threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (output / "index.html").read_bytes()
            except FileNotFoundError:
                missed.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        build(site(index=str(number)), output, salt=SALT)
    done.set()
    reader.join()

    assert missed == []


PATHS = ("index.html", "a.html", "bases/x.html", "bases/y.html", "data/deep/z.json")
SITES = st.lists(
    st.dictionaries(st.sampled_from(PATHS), st.sampled_from(("甲", "乙", "丙"))), min_size=1, max_size=5
)


@settings(max_examples=120)
@given(SITES, st.booleans(), st.booleans())
def test_incremental_equals_from_nothing(tmp_path_factory, sites, gzip, unseen):
    folder = tmp_path_factory.mktemp("site")
    for wanted in sites:
        targets = [Target(path, page, (title,)) for path, title in wanted.items()]
        build(targets, folder / "incremental", salt=SALT, gzip=gzip, unseen=unseen)
    build(targets, folder / "nothing", salt=SALT, gzip=gzip)

    assert contents(folder / "incremental") == contents(folder / "nothing")
    assert {path.relative_to(folder / "incremental") for path in (folder / "incremental").rglob("*")} == {
        path.relative_to(folder / "nothing") for path in (folder / "nothing").rglob("*")
    }


def test_a_site_that_nobody_sees_is_changed_where_it_lies_and_copies_that_share_its_files_stay(tmp_path):
    output, copy = tmp_path / "output", tmp_path / "copy"
    build(site(index="旧", gone="去", same="同"), output, salt=SALT)
    shutil.copytree(output, copy, copy_function=os.link)
    place = output.stat().st_ino

    report = build(site(index="新", same="同", deep__x="来"), output, salt=SALT, unseen=True)

    assert (report.made, report.kept, report.removed) == (("index.html", "deep/x.html"), 1, ("gone.html",))
    assert output.stat().st_ino == place
    assert contents(output) == {
        "index.html": "<h1>新</h1>".encode(),
        "same.html": "<h1>同</h1>".encode(),
        "deep/x.html": "<h1>来</h1>".encode(),
    }
    assert contents(copy)["index.html"] == "<h1>旧</h1>".encode()
    assert inodes(output)["same.html"] == inodes(copy)["same.html"]
    assert build(site(index="新", same="同", deep__x="来"), output, salt=SALT, unseen=True).made == ()


def test_a_file_in_the_place_of_a_folder_and_a_folder_in_the_place_of_a_file_are_no_obstacle(tmp_path):
    output = tmp_path / "output"
    build((Target("a/b/c.html", page, ("甲",)), Target("d", page, ("丁",))), output, salt=SALT)

    build((Target("a", page, ("甲",)), Target("d/e.html", page, ("丁",))), output, salt=SALT, unseen=True)

    assert sorted(contents(output)) == ["a", "d/e.html"]


def pages(titles: tuple[tuple[str, str], ...]) -> list[Target]:
    return [Target(path, page, (title,)) for path, title in titles]


def in_chapters(wanted: dict[str, str]) -> list[Target | Chapter]:
    """The index by itself, and a chapter for each folder."""
    folders = sorted({path.rpartition("/")[0] for path in wanted})
    loose = pages(tuple(item for item in wanted.items() if item[0] == "index.html"))
    return [
        *loose,
        *(
            Chapter(
                folder,
                pages,
                (
                    tuple(
                        (path, title)
                        for path, title in wanted.items()
                        if path.rpartition("/")[0] == folder and path != "index.html"
                    ),
                ),
            )
            for folder in folders
        ),
    ]


@settings(max_examples=60)
@given(SITES, st.booleans())
def test_a_site_in_chapters_is_the_same_site(tmp_path_factory, sites, gzip):
    folder = tmp_path_factory.mktemp("site")
    for wanted in sites:
        loose = build(pages(tuple(wanted.items())), folder / "loose", salt=SALT, gzip=gzip)
        told = build(in_chapters(wanted), folder / "chapters", salt=SALT, gzip=gzip)

        assert contents(folder / "chapters") == contents(folder / "loose")
        assert (sorted(told.made), told.kept, told.removed) == (sorted(loose.made), loose.kept, loose.removed)


def unasked(title: str) -> list[Target]:
    raise AssertionError(title)


def test_a_chapter_whose_data_have_not_changed_is_not_asked_for_its_targets(tmp_path, monkeypatch):
    output = tmp_path / "output"
    build([Chapter("a", pages, ((("a.html", "甲"),),))], output, salt=SALT)
    monkeypatch.setattr(unasked, "__qualname__", pages.__qualname__)

    report = build([Chapter("a", unasked, ((("a.html", "甲"),),))], output, salt=SALT)

    assert report == Report(made=(), kept=1, removed=())


def test_a_chapter_of_which_a_file_was_edited_is_asked_again(tmp_path):
    output = tmp_path / "output"
    chapter = Chapter("a", pages, ((("a.html", "甲"), ("b.html", "乙")),))
    build([chapter], output, salt=SALT)
    (output / "a.html").write_bytes(b"x")

    assert build([chapter], output, salt=SALT) == Report(made=("a.html",), kept=1, removed=())
    assert (output / "a.html").read_bytes() == page("甲")


def test_two_chapters_may_not_have_one_title(tmp_path):
    with pytest.raises(ValueError, match="two chapters are called a"):
        build([Chapter("a", pages, ((),)), Chapter("a", pages, ((),))], tmp_path / "output", salt=SALT)


@settings(max_examples=60)
@given(SITES)
def test_a_build_draws_what_differs_from_the_site_before(tmp_path_factory, sites):
    output = tmp_path_factory.mktemp("site") / "output"
    before: dict[str, str] = {}
    for wanted in sites:
        report = build([Target(path, page, (title,)) for path, title in wanted.items()], output, salt=SALT)

        changed = tuple(path for path in wanted if before.get(path) != wanted[path])
        assert report == Report(
            changed, len(wanted) - len(changed), tuple(sorted(before.keys() - wanted.keys()))
        )
        before = wanted


def listing(*paths: str) -> bytes:
    return "\n".join(paths).encode()


def listed(paths: tuple[str, ...], name: str) -> tuple[Target, ...]:
    return (Target(name, listing, paths),)


def test_what_tells_of_all_others_knows_those_of_chapters_that_are_not_planned_again(tmp_path):
    chapter = Chapter("one", listed, (("b.html",), "a.txt"))
    plan = [Contents(listed, ("list.txt",)), chapter, Target("b.txt", page, ("b",))]

    build(plan, tmp_path / "site", salt=b"", gzip=True)
    again = build(plan, tmp_path / "site", salt=b"", gzip=True)

    assert (tmp_path / "site" / "list.txt").read_text() == "a.txt\nb.txt"
    assert again.made == ()
