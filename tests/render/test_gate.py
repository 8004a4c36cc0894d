"""What a gate has something against does not become the site."""

from dataclasses import dataclass

import pytest

from scienceweek.render import Refused, Target, build

SALT = b"salt"


def page(text: str) -> bytes:
    return f"<p>{text}</p>".encode()


def site(**texts: str) -> tuple[Target, ...]:
    return tuple(Target(f"{name}.html", page, (text,)) for name, text in texts.items())


def many(text: str) -> tuple[Target, ...]:
    """Enough for several processes; two of them say *text*."""
    return site(**{f"p{number:02}": text if number in {3, 40} else str(number) for number in range(60)})


@dataclass
class Against:
    """A gate that lets no file pass with *word* in it."""

    word: str

    @property
    def identity(self) -> str:
        return self.word

    def __call__(self, path: str, content: bytes) -> tuple[str, ...]:
        return (f"{path}: {self.word}",) if self.word.encode() in content else ()


def contents(output) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.iterdir()}


def faults(plan, output, word, **more) -> tuple[str, ...]:
    with pytest.raises(Refused) as caught:
        build(plan, output, salt=SALT, gate=Against(word), **more)
    return caught.value.faults


@pytest.mark.parametrize("unseen", [False, True])
@pytest.mark.parametrize("workers", [1, 3])
def test_a_site_that_is_refused_leaves_the_old_one_whole_and_every_fault_is_told(tmp_path, workers, unseen):
    output = tmp_path / "output"
    build(many("好"), output, salt=SALT, gate=Against("坏"), gzip=True)
    before = contents(output)

    told = faults(many("坏"), output, "坏", workers=workers, unseen=unseen, gzip=True)

    assert told == ("p03.html: 坏", "p40.html: 坏")
    assert contents(output) == before


def test_a_first_site_that_is_refused_is_none(tmp_path):
    faults(site(index="坏"), tmp_path / "output", "坏")

    assert not (tmp_path / "output").exists()


def test_another_gate_looks_at_files_that_have_not_changed(tmp_path):
    output = tmp_path / "output"
    build(site(index="旧", other="同"), output, salt=SALT)

    assert faults(site(index="旧", other="同"), output, "同") == ("other.html: 同",)
    assert faults(site(index="新同", other="同"), output, "同") == (
        "index.html: 同",
        "other.html: 同",
    )
    assert contents(output) == {"index.html": page("旧"), "other.html": page("同")}


def test_the_same_gate_does_not_look_again(tmp_path):
    output = tmp_path / "output"
    seen: list[str] = []

    class Counting(Against):
        def __call__(self, path: str, content: bytes) -> tuple[str, ...]:
            seen.append(path)
            return ()

    for index in ("旧", "新", "新"):
        build(site(index=index, other="同"), output, salt=SALT, gate=Counting("x"))

    assert seen == ["index.html", "other.html", "index.html"]


def test_a_site_that_was_refused_is_made_when_it_is_right(tmp_path):
    output = tmp_path / "output"
    faults(site(index="坏"), output, "坏")

    build(site(index="好"), output, salt=SALT, gate=Against("坏"))

    assert contents(output) == {"index.html": page("好")}
