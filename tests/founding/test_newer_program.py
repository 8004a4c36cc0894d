import json
import shutil
from pathlib import Path

import pytest
from founding.sites import CAMPAIGN, git, newer, scienceweek

NEWS = "Bases say whether they have a lift."
UNSIGNED = "--unsigned"


def version(site: Path) -> str:
    return str(json.loads((site / "program/program.json").read_text("utf-8"))["version"])


@pytest.fixture
def fresh(site: Path, tmp_path: Path) -> Path:
    """A newer program in a folder."""
    return newer(tmp_path / "fresh", site, "9.9.0", NEWS)


def test_a_newer_program_takes_the_place_of_the_old_and_says_what_changes(site: Path, fresh: Path):
    (site / CAMPAIGN).write_text((site / CAMPAIGN).read_text("utf-8").replace("（示例）", ""), "utf-8")
    git(site, "commit", "--all", "--quiet", "--message", "自己的活动周")
    old = version(site)

    status, said = scienceweek(site, "update-program", fresh, UNSIGNED)

    assert status == 0, said
    assert said.splitlines() == [
        f"从 {old} 到 9.9.0，来自 {fresh}，没有签名。变化：",
        "  9.9.0 – 2027-01-01",
        "    Added",
        f"    - {NEWS}",
        "正在用新的程序检查……",
        "检查通过：1 届活动周，1 个活动，1 个基地，1 条提醒。",
        "程序已更新到 9.9.0。退回原来的：update-program --back。服务器上再运行 update-server 才会换。",
    ]
    assert version(site) == "9.9.0"
    assert git(site, "status", "--porcelain") == ""
    assert git(site, "log", "-1", "--format=%s") == "程序更新到 9.9.0"
    assert {
        path.partition("/")[0] for path in git(site, "show", "--format=", "--name-only").splitlines()
    } == {"program"}


def test_what_staff_have_not_committed_stays_theirs(site: Path, fresh: Path):
    (site / "data/venues.yaml").write_text("venues: []\n", "utf-8")
    (site / "data/activities/2027-yubei.yaml").unlink()

    assert scienceweek(site, "update-program", fresh, UNSIGNED)[0] == 0

    assert git(site, "status", "--porcelain").splitlines() == [
        "D data/activities/2027-yubei.yaml",
        " M data/venues.yaml",
    ]


def test_one_may_go_back(site: Path, fresh: Path):
    old = version(site)
    scienceweek(site, "update-program", fresh, UNSIGNED)

    status, said = scienceweek(site, "update-program", "--back")

    assert status == 0, said
    assert (version(site), git(site, "status", "--porcelain")) == (old, "")
    assert git(site, "diff", "HEAD~2", "--stat") == ""
    assert scienceweek(site, "update-program", "--back")[0] == 0
    assert version(site) == "9.9.0"


def test_a_program_with_which_the_data_do_not_pass_does_not_stay(site: Path, fresh: Path):
    records = fresh / "plugins/scienceweek/source/records/campaign.py"
    text = records.read_text("utf-8")
    records.write_text(
        text.replace('theme: Line | None = optional("主题")', 'theme: Line = required("主题")'), "utf-8"
    )
    before, old = git(site, "rev-parse", "HEAD"), version(site)

    status, said = scienceweek(site, "update-program", fresh, UNSIGNED)

    assert status == 1
    assert f"{CAMPAIGN}:3:1: " in said
    assert said.endswith("检查没有通过，程序还是原来的。照提示改好数据，再更新一次。\n")
    assert (git(site, "rev-parse", "HEAD"), version(site), git(site, "status", "--porcelain")) == (
        before,
        old,
        "",
    )
    assert scienceweek(site, "check")[0] == 0


def test_what_somebody_has_changed_in_the_program_is_not_lost_unasked(site: Path, fresh: Path):
    own = site / "program/theme/static/css/tokens.css"
    own.write_text("/* 自己的 */\n", "utf-8")

    status, said = scienceweek(site, "update-program", fresh, UNSIGNED)
    assert (status, said) == (
        1,
        "program/ 里有改过的文件：theme/static/css/tokens.css。更新会丢掉这些修改；不要了的，加 --discard。\n",
    )

    assert scienceweek(site, "update-program", fresh, UNSIGNED, "--discard")[0] == 0
    assert own.read_text("utf-8") != "/* 自己的 */\n"


def test_a_door_that_somebody_has_made_his_own_stays(site: Path, fresh: Path):
    own = (site / "Makefile").read_text("utf-8") + "\nbackup:\n\ttrue\n"
    (site / "Makefile").write_text(own, "utf-8")

    status, said = scienceweek(site, "update-program", fresh, UNSIGNED)

    assert (status, "Makefile 自己改过，没有换。" in said) == (0, True)
    assert (site / "Makefile").read_text("utf-8") == own


def test_the_same_program_changes_nothing_and_an_older_one_is_refused(site: Path, tmp_path: Path):
    same = shutil.copytree(site / "program", tmp_path / "same")
    assert scienceweek(site, "update-program", same, UNSIGNED) == (
        0,
        f"程序已经是这一版（{version(site)}），没有变化。\n",
    )

    older = newer(tmp_path / "older", site, "0.9.0", NEWS)
    status, said = scienceweek(site, "update-program", older, UNSIGNED)
    assert (status, f"{older} 是 0.9.0，比现在的 {version(site)} 旧。" in said) == (1, True)
    assert not (site / ".program-new").exists()


def test_what_cannot_be_done_is_told(site: Path, tmp_path: Path):
    (tmp_path / "bare").mkdir()

    assert scienceweek(site, "update-program", "--back") == (
        1,
        "没有更新以前的程序可以退回。git 里有的，用 git log program 找到那一次，再 git revert。\n",
    )
    assert scienceweek(site, "update-program")[1].startswith("还要写新版本在哪里")
    status, said = scienceweek(site, "update-program", "--back", "--project", tmp_path / "bare")
    assert (status, "不是用 new-site 建的网站" in said) == (1, True)
