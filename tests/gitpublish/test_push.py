import os
import signal
import subprocess
import sys

import pytest
from documents import docx, pdf
from pushers import ACTIVITIES, clone, environment, scienceweek, title, wait_until
from small_project import LIAISON


def live(server) -> str:
    return (server / "live").readlink().name


def contents(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_push_is_checked_built_verified_and_live(server, staff):
    commit = staff.retitle("鱼的祖先")

    status, told = staff.push()

    assert status == 0
    assert [line.partition("（")[0] for line in told.splitlines()[:5]] == [
        "正在检查……",
        "检查通过：1 届活动周，2 个活动，0 个基地，0 条提醒。",
        "正在生成网站……",
        told.splitlines()[3],
        "已发布第 2 版",
    ]
    assert told.splitlines()[4].endswith("：https://kepu.example.cn/week/")
    assert live(server) == f"000002-{commit[:12]}"
    assert "鱼的祖先" in title(server / "live")


def test_a_mistake_refuses_the_push_with_its_place_and_the_site_stays(server, staff):
    before = contents(server / "live")
    staff.edit(ACTIVITIES, "when: 2024-05-25", "when: 5月32日")

    status, told = staff.push()

    assert status == 1
    assert f"{ACTIVITIES}:5:11: 看不懂" in told
    assert "没有收下这次推送，网站保持原样。" in told
    assert contents(server / "live") == before


def test_after_a_refused_push_a_right_one_comes_in(server, staff):
    staff.edit(ACTIVITIES, "when: 2024-05-25", "when: 5月32日")
    staff.push()
    staff.edit(ACTIVITIES, "when: 5月32日", "when: 5月31日")

    status, told = staff.push()

    assert (status, "已发布第 2 版" in told) == (0, True)


def test_a_push_that_would_lose_what_others_have_pushed_is_refused(server, staff, tmp_path):
    other = clone(server, tmp_path / "other")
    other.retitle("别人的")
    other.push()
    staff.retitle("我的")

    status, told = staff.push("--force", "origin", "main")

    assert status == 1
    assert "请先运行 git pull" in told
    assert "别人的" in title(server / "live")


def test_another_branch_is_received_and_not_published(server, staff):
    before = live(server)
    staff.retitle("草稿")

    status, told = staff.push("origin", "main:draft")

    assert status == 0
    assert "已发布" not in told
    assert live(server) == before


def test_a_file_to_take_along_is_published_as_it_is(server, staff):
    folder = staff.folder / "content" / "files"
    folder.mkdir()
    form = docx("姓名")
    (folder / "form.docx").write_bytes(form)
    staff.edit("content/activities/fish.md", "从海里到岸上。", "[报名表](../files/form.docx)")

    status, told = staff.push()

    assert (status, "已发布第 2 版" in told) == (0, True)
    assert (server / "live" / "files" / "form.docx").read_bytes() == form


def test_a_file_with_an_internal_number_is_refused(server, staff):
    before = contents(server / "live")
    folder = staff.folder / "content" / "files"
    folder.mkdir()
    (folder / "form.pdf").write_bytes(pdf(f"联系人 {LIAISON}"))
    staff.edit("content/activities/fish.md", "从海里到岸上。", "[报名表](../files/form.pdf)")

    status, told = staff.push()

    assert status == 1
    assert f"content/files/form.pdf:1:1: “{LIAISON}”是内部联系人的电话" in told
    assert contents(server / "live") == before


def test_an_activity_with_a_new_id_stays_in_calendars_what_it_was(server, staff):
    (staff.folder / "content/activities/fish.md").rename(staff.folder / "content/activities/carp.md")
    staff.edit(ACTIVITIES, "  - id: fish\n", "  - id: carp\n    was: fish\n")

    status, told = staff.push()

    assert (status, "已发布第 2 版" in told) == (0, True)
    events = (server / "live/activities/carp.ics").read_bytes()
    assert b"\nUID:fish@" in events
    assert (server / "live/activities/fish.ics").read_bytes() == events
    assert b"url=../activities/carp.html" in (server / "live/activities/fish.html").read_bytes()


def test_the_published_branch_cannot_be_deleted(server, staff):
    status, told = staff.push("origin", ":main")

    assert (status, "main 分支就是网站，不能删除。" in told) == (1, True)


def test_refs_that_would_change_what_a_commit_is_are_refused(server, staff):
    status, told = staff.push("origin", "main:refs/replace/0123456789012345678901234567890123456789")

    assert (status, "只收分支和标签" in told) == (1, True)


DEAD = {
    "a month that has no page": ("从海里到岸上。", "[月历](../calendar/1999-01.html)", 6),
    "an attachment": ("从海里到岸上。", "[附件](附件1.docx)", 6),
    "a file that nobody has put there": ("从海里到岸上。", "[表](../files/form.docx)", 5),
    "a place that is not there": ("从海里到岸上。", "[见](#nope)", 5),
}


@pytest.mark.parametrize(("old", "new", "column"), DEAD.values(), ids=DEAD)
def test_a_link_that_leads_nowhere_is_refused_before_anything_is_accepted(server, staff, old, new, column):
    before, tip = contents(server / "live"), staff.head()
    staff.edit("content/activities/fish.md", old, new)

    status, told = staff.push()

    assert (status, told.splitlines()[1].partition(": ")[0]) == (
        1,
        f"content/activities/fish.md:1:{column}",
    )
    assert "没有收下这次推送，网站保持原样。" in told
    assert staff.git("ls-remote", "origin", "main").stdout.split()[0] == tip
    assert contents(server / "live") == before


def test_a_push_is_checked_with_the_address_of_the_server(server, staff):
    staff.edit(
        "content/activities/fish.md",
        "从海里到岸上。",
        "[订阅](../feed.atom) [本站](https://kepu.example.cn/week/none.html)",
    )

    status, told = staff.push()

    assert status == 1
    assert [line.partition(": ")[0] for line in told.splitlines() if "fish.md" in line] == [
        "content/activities/fish.md:1:25"
    ]


def broken(server) -> None:
    """The server's program cannot draw what a certain activity says."""
    template = server / "program" / "theme" / "templates" / "activity.html"
    text, block = template.read_text("utf-8"), "{% block main %}"
    assert block in text
    fault = '{% if "祖先" in view.head.title %}{{ view.nothing }}{% endif %}'
    template.write_text(text.replace(block, block + fault), "utf-8")


def test_while_a_failure_stands_others_are_told_whose_and_an_administrator_finds_the_trace(
    server, staff, tmp_path
):
    broken(server)
    before = live(server)
    cause = staff.retitle("鱼的祖先")
    accepted, told = staff.push()
    assert (accepted, "生成程序自己出了错，没有发布，网站保持原样。" in told) == (0, True)
    assert f"invoke problems --path {server}" in told
    assert "您的推送已经收下" not in told

    colleague = clone(server, tmp_path / "colleague")
    colleague.edit("content/notices/2024-yubei.md", "5月25日", "五月25日")
    accepted, told = colleague.push()

    assert accepted == 0
    lines = told.splitlines()
    at = next(number for number, line in enumerate(lines) if "您的推送已经收下" in line)
    assert lines[at + 1] == f"  {cause[:8]} staff“鱼的祖先”"
    assert lines[at + 2].startswith("当时的提示：生成程序自己出了错")
    assert live(server) == before

    found = scienceweek("problems", server).stdout
    assert f"{cause[:8]} staff“鱼的祖先”" in found
    assert "Traceback" in found
    assert "has no attribute 'nothing'" in found

    colleague.retitle("改好了")
    _, told = colleague.push()

    assert "已发布第 2 版" in told
    assert "起没有发布成功" not in scienceweek("problems", server).stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("written", "found", "column"),
    [
        ("60009999", "60009999", 10),
        ("（023）6000—9999", "023）6000—9999", 11),
        ("**6000**9999", "6000**9999", 12),
        ("零二三六零零零九九九九", "零二三六零零零九九九九", 10),
    ],
)
def test_a_number_for_staff_only_is_not_even_accepted_however_it_is_written(
    server, staff, written, found, column
):
    before, main = live(server), staff.git("ls-remote", "origin", "main").stdout
    staff.edit("content/activities/fish.md", "岸上", f"岸上，问 {written}")

    status, told = staff.push()

    assert status == 1
    assert (
        f"content/activities/fish.md:1:{column}: “{found}”是内部联系人的电话（{LIAISON}），不能公开。" in told
    )
    assert staff.git("ls-remote", "origin", "main").stdout == main
    assert live(server) == before


def test_what_is_live_already_is_not_built_again(server, staff):
    staff.retitle("一")
    staff.push()

    told = scienceweek("release", server).stdout

    assert told == "已经随另一次推送发布：https://kepu.example.cn/week/\n"


def test_a_rebuild_that_changes_nothing_makes_no_new_release(server, staff):
    scienceweek("release", server, "--again")
    before = live(server)

    told = scienceweek("release", server, "--again").stdout

    assert "没有变化，还是第" in told
    assert live(server) == before


def test_a_pusher_who_leaves_does_not_stop_the_publication(server, staff):
    commit = staff.retitle("走了")
    push = subprocess.Popen(
        ["git", "push", "--quiet", "origin", "main"],
        cwd=staff.folder,
        env=environment(),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    # By the second log: the first push has one too.
    logs = server / "log"
    wait_until(lambda: sum("正在生成" in log.read_text("utf-8") for log in logs.iterdir()) >= 2)

    # The pusher, git at the other end and the hook; not what the hook has started.
    os.killpg(push.pid, signal.SIGKILL)
    push.wait()

    wait_until(lambda: live(server) == f"000002-{commit[:12]}")
    assert "走了" in title(server / "live")


def test_a_rolled_back_change_comes_back_by_no_rebuild_but_by_the_next_push(server, staff):
    staff.retitle("写错了")
    staff.push()
    settings = {"TO": "server"}
    checkout = server.parent / "admin"
    checkout.mkdir()
    for name in ("pelicanconf.py", "publishconf.py"):
        text = (server / "program" / name).read_text("utf-8")
        (checkout / name).write_text(text.replace("/srv/scienceweek", str(server)), encoding="utf-8")

    back = scienceweek("rollback", "--project", checkout, **settings)
    listed = scienceweek("releases", "--project", checkout, **settings).stdout.splitlines()
    nightly = scienceweek("release", server, "--again")

    assert back.stdout == "网站已退回第 1 版。改好以后再发布，就是新的一版。\n"
    rows = [line for line in listed if not line.startswith("      ")]  # below each, what was done with it
    assert [line.split()[0] for line in rows] == ["2", "1"]
    assert [line.endswith("← 网站现在是这一版") for line in rows] == [False, True]
    assert (nightly.returncode, nightly.stderr) == (0, "")
    assert "我们曾经都是鱼" in title(server / "live")
    staff.retitle("改好了")
    staff.push()
    assert "改好了" in title(server / "live")


def test_a_new_program_is_taken_by_the_server_not_by_a_push(server, staff):
    staff.edit("plugins/scienceweek/__init__.py", "facts in", "Facts in")
    refused, told = staff.push()

    updated = scienceweek(
        "update-server", server, "--python", sys.executable, PYTHONPATH=f"{staff.folder}/plugins"
    )
    accepted, _ = staff.push()

    assert (refused, "程序文件不能通过推送修改" in told) == (1, True)
    assert (updated.returncode, updated.stderr) == (0, "")
    assert accepted == 0
