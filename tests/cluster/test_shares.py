"""A site made in shares is the site that one machine makes, whatever became of the shares on their way."""

import json
from pathlib import Path

import pytest
from cluster_parts import broken, contents, parts

from scienceweek.cluster.shares import GatheringCrew, ShareCrew, ShareDoneError, share_of
from scienceweek.render import Chapter, DrawError, build

SHARES = 3
COUNT = 30


def alone(folder: Path, count: int = COUNT) -> dict[str, bytes]:
    build(parts(count), folder / "alone", salt=b"", workers=1, gzip=True)
    return contents(folder / "alone")


def shared(folder: Path, count: int = COUNT, salt: bytes = b"") -> Path:
    """The folder with all shares, each made by a machine of its own."""
    for number in range(1, SHARES + 1):
        crew = ShareCrew(number, SHARES, str(folder / "shares"))
        with pytest.raises(ShareDoneError, match=f"第 {number} 份（共 3 份）生成好了"):
            build(parts(count), folder / f"machine-{number}" / "output", salt=salt, gzip=True, crew=crew)
        assert not (folder / f"machine-{number}" / "output").exists()
    return folder / "shares"


def gathered(folder: Path, shares: Path) -> tuple[int, dict[str, bytes]]:
    crew = GatheringCrew(str(shares))
    report = build(parts(COUNT), folder / "output", salt=b"", gzip=True, crew=crew)
    return len(report.made), contents(folder / "output")


def test_each_part_is_in_one_share_and_shares_are_alike():
    sizes = {number: 1 + number % 7 for number in range(100)}

    own = [share_of(sizes, number, 4) for number in (1, 2, 3, 4)]

    assert sorted(number for share in own for number in share) == [*range(100)]
    assert max(sum(share.values()) for share in own) - min(sum(share.values()) for share in own) <= 7
    assert [*own[0]] == sorted(own[0])


def test_what_was_made_in_shares_is_the_same_site_and_nothing_is_made_again(tmp_path: Path, capsys):
    shares = shared(tmp_path)

    made, site = gathered(tmp_path, shares)

    assert (made, site) == (3 * COUNT + 1, alone(tmp_path))
    assert capsys.readouterr().err == ""


def test_what_is_missing_damaged_or_of_another_program_is_made_here(tmp_path: Path, capsys):
    shares = shared(tmp_path)
    one, two, three = sorted(shares.glob("*-of-3.json"))
    one.write_text("[")
    two.unlink()
    some = next(iter(json.loads(three.read_text()).values()))[3]
    (shares / "made" / next(iter(some))).write_bytes(b"else")

    _, site = gathered(tmp_path, shares)

    told = capsys.readouterr().err
    assert site == alone(tmp_path)
    assert "1-of-3.json 读不出来" in told
    assert "个部分（共 31 个），在本机生成。" in told

    other = shared(tmp_path / "other", salt=b"other")
    assert gathered(tmp_path / "again", other)[1] == site
    assert "里没有 31 个部分（共 31 个）" in capsys.readouterr().err


def test_a_path_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path):
    shares = shared(tmp_path)
    (tmp_path / "secret").write_text("secret")
    for place in shares.glob("*-of-3.json"):
        told = json.loads(place.read_text())
        for part in told.values():
            part[3] = {"../../secret": next(iter(part[3].values()))}
        place.write_text(json.dumps(told))

    assert gathered(tmp_path, shares)[1] == alone(tmp_path)


def test_a_share_that_cannot_be_made_is_told_and_not_laid_down(tmp_path: Path):
    crew = ShareCrew(1, 1, str(tmp_path / "shares"))
    plan = [*parts(COUNT), Chapter("broken", broken, (1,))]

    with pytest.raises(DrawError, match="LookupError"):
        build(plan, tmp_path / "output", salt=b"", crew=crew)

    assert [*(tmp_path / "shares").glob("*.json")] == []
