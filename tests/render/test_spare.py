"""The site before, which becomes the next by changing what has changed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scienceweek.render import Report, Target, build

SALT = b"salt"
SITE = {f"pages/{number}.html": f"{number}" for number in range(80)}


def page(title: str) -> bytes:
    return f"<h1>{title}</h1>".encode()


def made(output: Path, site: dict[str, str], *, unseen: bool = False) -> Report:
    return build(
        [Target(path, page, (title,)) for path, title in site.items()],
        output,
        salt=SALT,
        workers=1,
        unseen=unseen,
    )


def contents(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def drawn(site: dict[str, str]) -> dict[str, bytes]:
    return {path: page(title) for path, title in site.items()}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of which one page was changed since it was first made."""
    folder = tmp_path / "output"
    made(folder, SITE)
    made(folder, SITE | {"pages/1.html": "甲"})
    return folder


def spare(output: Path) -> Path:
    return output.with_name(".output.build") / "spare"


def test_the_site_before_becomes_the_next_and_shares_all_that_is_the_same(output: Path):
    before, trees = contents(spare(output)), (output.stat().st_ino, spare(output).stat().st_ino)

    report = made(output, SITE | {"pages/2.html": "乙"})

    assert before == {path: content for path, content in drawn(SITE).items() if path != "pages/1.html"}
    assert (spare(output).stat().st_ino, output.stat().st_ino) == trees
    assert report == Report(made=("pages/1.html", "pages/2.html"), kept=78, removed=())
    assert contents(output) == drawn(SITE | {"pages/2.html": "乙"})
    shared = [path for path in contents(spare(output)) if (output / path).samefile(spare(output) / path)]
    assert len(shared) == 78


def changed(folder: Path) -> None:
    (folder / "pages/5.html").unlink()
    (folder / "pages/5.html").write_text("<h1>5</h1>")


def strange(folder: Path) -> None:
    (folder / "strange.html").write_text("别的")


def folders(folder: Path) -> None:
    (folder / "strange").mkdir()


def lacking(folder: Path) -> None:
    (folder / "pages/5.html").unlink()


def in_the_way(folder: Path) -> None:
    shutil.rmtree(folder / "pages")
    (folder / "pages").write_text("别的")


def replaced(folder: Path) -> None:
    folder.rename(folder.with_name("spare.old"))
    shutil.copytree(folder.with_name("spare.old"), folder)


@pytest.mark.parametrize("happens", [changed, strange, folders, lacking, in_the_way, replaced, shutil.rmtree])
def test_whatever_has_happened_to_it_the_site_is_what_it_should_be(
    output: Path, happens: Callable[[Path], None]
):
    happens(spare(output))

    for title in "乙丙":
        site = SITE | {"pages/2.html": title}
        made(output, site)
        assert contents(output) == drawn(site)
        assert {path.name for path in output.iterdir()} == {"pages"}
    assert {path.name for path in output.parent.iterdir()} == {".output.build", "output"}


def test_what_somebody_has_put_into_the_site_does_not_come_back_with_it(output: Path):
    (output / "strange.html").write_text("别的")
    (output / "strange").mkdir()
    (output / "pages/3.html").write_text("<h1>三</h1>")

    for title in "乙丙丁":
        site = SITE | {"pages/2.html": title}
        made(output, site)
        assert contents(output) == drawn(site)
        assert {path.name for path in output.iterdir()} == {"pages"}


def test_it_is_kept_for_as_long_as_little_is_different(output: Path):
    assert spare(output).exists()

    made(output, {path: title + "!" for path, title in SITE.items()})

    assert not spare(output).exists()


def test_who_builds_in_place_has_none(output: Path):
    made(output, SITE, unseen=True)

    assert not spare(output).exists()
    assert contents(output) == drawn(SITE)


def test_after_many_edits_the_site_is_as_from_nothing(tmp_path: Path):
    chance = random.Random(1)  # noqa: S311 - edits, not a secret
    site, output = dict(SITE), tmp_path / "output"
    trees = set()
    for number in range(40):
        for _ in range(chance.randrange(3)):
            match chance.randrange(4):
                case 0:
                    site.pop(chance.choice([*site]))
                case 1:
                    site[f"more/{number}/{chance.randrange(3)}.html"] = "新"
                case 2:
                    # What was a folder is a file, and the other way round.
                    deep = [path for path in site if path.startswith("swap")]
                    for path in deep:
                        site.pop(path)
                    site["swap" if deep == ["swap/a/b.html"] else "swap/a/b.html"] = "换"
                case _:
                    site[chance.choice([*site])] = f"{number}"
        made(output, site)
        trees.add(output.stat().st_ino)
        assert contents(output) == drawn(site)
        folders = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir()}
        assert folders == {
            parent.as_posix() for path in site for parent in Path(path).parents if parent != Path()
        }
    assert len(trees) < 10
