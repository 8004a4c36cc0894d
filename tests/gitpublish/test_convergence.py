"""What was pushed becomes live without a hand: what the system runs twice a minute is run here, as it stands in the unit."""

import configparser
import os
import random
import shlex
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from pushers import Clone, run, scienceweek, title
from shots import at_random, near_the_swap, shoot, undisturbed

from gitpublish.failures import Failure
from gitpublish.messages import Failed
from gitpublish.publish_lock import taken
from gitpublish.server import Server
from scienceweek.publishing import PROGRAM

TICK = 20  # seconds, as the timer has it


def upkeep(server) -> subprocess.CompletedProcess[str]:
    """Runs what the unit of systemd runs, with nothing but what it sets."""
    (service,) = (server / "upkeep").glob("*.service")
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(service.read_text("utf-8"))
    command = shlex.split(unit["Service"]["ExecStart"])
    given = dict(pair.split("=", 1) for pair in shlex.split(unit["Service"]["Environment"]))
    # So that it does not wait for a push that is about to be published: here none is.
    heads = server / "site.git" / "refs" / "heads" / "main"
    os.utime(heads, (0, 0))
    return subprocess.run(
        command,
        env={"PATH": os.environ["PATH"], "LANG": "C"} | given,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def tip(server) -> str:
    return run("git", "rev-parse", "main", folder=server / "site.git").stdout.strip()


def seen(staff: Clone, name: str = "refs/site/live") -> str:
    """What whoever may clone is told."""
    return staff.git("ls-remote", "origin", name).stdout.partition("\t")[0]


def is_live(server) -> bool:
    return (server / "live").readlink().name.endswith(tip(server)[:12])


def without_hook(server, staff: Clone, words: str) -> str:
    """Pushes, and nothing is published: as if everything had been killed at once."""
    hook = server / "site.git" / "hooks" / "post-receive"
    text = hook.read_text("utf-8")
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    commit = staff.retitle(words)
    assert staff.push()[0] == 0
    hook.write_text(text, encoding="utf-8")
    return commit


def rolled_back(server, *arguments: str) -> str:
    admin = server.parent / "admin"
    admin.mkdir(exist_ok=True)
    for name in ("pelicanconf.py", "publishconf.py"):
        text = (server / "program" / name).read_text("utf-8")
        (admin / name).write_text(text.replace("/srv/scienceweek", str(server)), encoding="utf-8")
    return scienceweek("rollback", *arguments, "--project", admin, TO="server").stdout


def converge_after_shots(server, staff: Clone, shots: int) -> dict[str, int]:
    """Kills so many publications, half of them around the swap, and says what has become of them within a minute."""
    random.seed(12)
    span = undisturbed(server, staff)
    found = {"shot": 0, "not live": 0, "too late": 0, "left over": 0}
    number = 0
    while found["shot"] < shots:
        number += 1
        without_hook(server, staff, f"新{number}")
        found["shot"] += shoot(
            near_the_swap(server) if number % 2 else at_random(server, span), whole=number % 3 > 0
        )
        start = time.monotonic()
        for _ in range(2):  # a part that was not shot holds the lock for a while
            upkeep(server)
            if is_live(server):
                break
            time.sleep(span)
        found["not live"] += not (is_live(server) and f"新{number}" in title(server / "live"))
        found["too late"] += time.monotonic() - start > 60 - TICK
        found["left over"] += (server / "attempts").exists()
    return found


def test_a_publication_that_was_killed_is_made_up_for_within_a_minute(server, staff):
    assert converge_after_shots(server, staff, 3) == {"shot": 3, "not live": 0, "too late": 0, "left over": 0}


@pytest.mark.slow
def test_a_hundred_publications_are_killed_and_each_is_made_up_for_within_a_minute(server, staff):
    found = converge_after_shots(server, staff, 100)

    assert found == {"shot": 100, "not live": 0, "too late": 0, "left over": 0}


def test_nothing_is_done_and_said_while_nothing_is_missing(server, staff):
    before = sorted((server / "log").iterdir())

    ran = upkeep(server)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert sorted((server / "log").iterdir()) == before
    assert seen(staff) == tip(server)


def test_a_push_whose_publication_never_began_is_published_and_whoever_asks_is_told(server, staff):
    before = seen(staff)
    commit = without_hook(server, staff, "没有人管")
    again = staff.git("push", "origin", "main").stderr
    between = seen(staff)

    ran = upkeep(server)

    assert "Everything up-to-date" in again
    assert (ran.returncode, "已发布第 2 版" in ran.stdout) == (0, True)
    assert (between, seen(staff)) == (before, commit)
    assert any("已发布第 2 版" in log.read_text("utf-8") for log in (server / "log").iterdir())


def test_what_was_to_be_done_after_the_swap_is_done(server):
    """As if it had been killed in between."""
    upkeep(server)
    made = Server.at(server, PROGRAM)
    made.attempts(tip(server)).begin()
    made.hold(tip(server))
    made.failures.stand(Failure.now((), Failed("不行")))

    ran = upkeep(server)

    assert (ran.returncode, ran.stdout) == (0, "")
    assert not [name for name in ("attempts", "held", "failures/standing") if (server / name).exists()]


def test_who_has_a_publication_running_is_left_to_it(server, staff):
    without_hook(server, staff, "等")
    with ThreadPoolExecutor(1) as aside, taken(server / "lock", "09:30:00", print):
        ran = aside.submit(upkeep, server).result()

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert not is_live(server)


def test_a_server_without_a_push_is_left_alone(server, tmp_path):
    shutil.rmtree(server / "site.git" / "refs" / "heads")
    (server / "site.git" / "refs" / "heads").mkdir()
    (server / "site.git" / "packed-refs").unlink(missing_ok=True)

    ran = scienceweek("converge", server)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_what_was_taken_back_stays_away_and_its_day_is_renewed(server, staff):
    withdrawn = (staff.retitle("写错了"), staff.push())[0]
    rolled_back(server)
    shown = seen(staff)
    upkeep(server)
    after = title(server / "live")
    # The next day: a page that knows the day is drawn anew.
    (server / "built").write_text("2024-05-24")

    ran = upkeep(server)

    assert (ran.returncode, "已发布第 3 版" in ran.stdout) == (0, True), ran.stdout
    assert ("我们曾经都是鱼" in after, "我们曾经都是鱼" in title(server / "live")) == (True, True)
    assert seen(staff, "refs/site/withdrawn") == withdrawn
    assert (seen(staff), shown == withdrawn) == (shown, False)


def test_what_was_taken_back_is_lifted_by_the_command_that_is_named(server, staff):
    staff.retitle("其实没错")
    staff.push()
    rolled_back(server)
    told = scienceweek("release", server).stderr.strip()
    named = told.rpartition("invoke ")[2].split()

    lifted = scienceweek(*named)

    assert named == ["release", str(server), "--lift"]
    assert (lifted.returncode, "其实没错" in title(server / "live")) == (0, True)
    assert seen(staff, "refs/site/withdrawn") == ""
    assert upkeep(server).stdout == ""


def test_going_forward_to_what_was_taken_back_lifts_it(server, staff):
    staff.retitle("其实没错")
    staff.push()
    rolled_back(server)

    rolled_back(server, "2")

    assert "其实没错" in title(server / "live")
    assert not (server / "held").exists()


def test_a_push_after_a_rollback_is_published_though_its_publication_was_killed(server, staff):
    staff.retitle("写错了")
    staff.push()
    rolled_back(server)
    without_hook(server, staff, "改好了")

    upkeep(server)

    assert "改好了" in title(server / "live")
    assert not (server / "held").exists()


def test_a_second_rollback_passes_over_what_was_taken_back(server, staff):
    staff.retitle("二")
    staff.push()
    staff.retitle("写错了")
    staff.push()
    rolled_back(server)
    # The site is renewed meanwhile: that release is newer than the one that was taken back.
    (server / "live").unlink()
    shutil.copytree(next((server / "releases").glob("000002-*")), server / "releases" / "000004-aaaaaaaaaaaa")
    (server / "live").symlink_to("releases/000004-aaaaaaaaaaaa")

    told = rolled_back(server)

    assert told == "网站已退回第 2 版。改好以后再发布，就是新的一版。\n"


def test_a_program_that_was_changed_and_did_not_build_yet_builds(server):
    (server / "built").unlink(missing_ok=True)

    ran = upkeep(server)

    assert "已发布第 2 版" in ran.stdout
    assert upkeep(server).stdout == ""


def test_visitors_who_see_nothing_see_the_tip_again(server):
    (server / "live").unlink()

    ran = upkeep(server)

    assert "已发布第 2 版" in ran.stdout
    assert is_live(server)


def broken(server) -> str:
    """The server's program can draw nothing. Gives what mends it."""
    template = server / "program" / "theme" / "templates" / "activity.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("{% block main %}", "{% block main %}{{ view.nothing }}"), "utf-8")
    return text


def test_what_the_program_fails_at_is_tried_at_once_then_seldom_and_told_once(server, staff):
    text = broken(server)
    staff.retitle("画不出来")
    accepted, told = staff.push()
    tried = [upkeep(server).stdout for _ in range(3)]

    listed = scienceweek("problems", server).stdout
    (server / "program" / "theme" / "templates" / "activity.html").write_text(text, "utf-8")
    # Later:
    (server / "attempts").unlink()
    mended = upkeep(server)

    assert (accepted, f"处理好以后，请管理员在服务器上运行 invoke release {server}" in told) == (0, True)
    assert ["生成程序自己出了错" in words for words in tried] == [True, False, False]
    assert "处理好以后，服务器会自己再试并发布，不用再推送。" in tried[0]
    assert listed.count("生成程序自己出了错，没有发布") == 1
    assert "已发布第 2 版" in mended.stdout
    assert "起没有发布成功" not in scienceweek("problems", server).stdout


def test_a_publication_that_dies_says_what_becomes_of_the_push(server, staff):
    """The kernel takes it, say, since there is no more memory."""
    launcher = server / "program" / "python"
    text = launcher.read_text("utf-8")
    deadly = text.replace("exec ", 'case "$*" in *" release "*) kill -9 $$;; esac; exec ', 1)
    launcher.write_text(deadly, encoding="utf-8")
    staff.retitle("死了")

    _, unattended = staff.push()
    upkeep(server)  # awake
    staff.retitle("又死了")
    launcher.write_text(deadly, encoding="utf-8")
    _, attended = staff.push()
    launcher.write_text(text, encoding="utf-8")
    upkeep(server)

    assert f"不用再推送；请管理员在服务器上运行 invoke release {server}" in unattended
    assert "服务器会在一分钟内自己接着发布，不用再推送。" in attended
    assert "又死了" in title(server / "live")
