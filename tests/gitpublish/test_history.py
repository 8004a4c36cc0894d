"""What is kept of who has done what."""

import re
import stat

import pytest
from pushers import clone, run, scienceweek, title

from gitpublish.history import Happening, History, What, summary
from gitpublish.messages import Failed
from gitpublish.repository import Commit

FISH = Commit("a" * 40, "张三", "鱼")
NOON = 1_716_609_600.0  # 2024-05-25 12:00 in China


@pytest.fixture
def history(tmp_path):
    return History(tmp_path)


def test_what_is_added_is_read_again_in_order(history):
    events = [
        Happening(What.RECEIVED, "zhang", FISH, "main", time=NOON),
        Happening(What.PUBLISHED, "zhang", FISH, "main", 3, time=NOON + 2),
        Happening(What.ROLLED_BACK, "root", FISH, release=2, message="写错了", time=NOON + 60),
        Happening(What.FAILED, time=NOON + 90),
    ]
    for event in events:
        history.add(event)

    assert list(history.events()) == events
    assert history.last() == events[-1]
    assert history.file.read_text("utf-8").startswith('{"what": "received", "by": "zhang"')


def test_a_line_is_for_staff_and_in_the_time_of_china(history):
    history.add(Happening(What.RECEIVED, "zhang", FISH, "main", time=NOON))
    history.add(Happening(What.PUBLISHED, "", FISH, "main", 3, time=NOON + 2))

    assert list(history.told(5)) == [
        "2024-05-25 12:00:02  发布 第 3 版  服务器自己  aaaaaaaa 张三“鱼”",
        "2024-05-25 12:00:00  收下推送 main  zhang  aaaaaaaa 张三“鱼”",
    ]
    assert len(list(history.told(1))) == 1


def test_it_only_grows_and_only_its_owner_reads_it(history):
    history.add(Happening(What.RECEIVED))
    first = history.file.read_bytes()
    inode = history.file.stat().st_ino
    history.add(Happening(What.FAILED))

    assert history.file.read_bytes().startswith(first)
    assert history.file.stat().st_ino == inode
    assert stat.S_IMODE(history.file.stat().st_mode) == 0o600


def test_a_line_that_was_cut_off_spoils_nothing(history):
    history.add(Happening(What.RECEIVED, "zhang"))
    with history.file.open("a", encoding="utf-8") as file:
        file.write('{"what": "publ')
    history.add(Happening(What.FAILED, "li"))

    assert [event.by for event in history.events()] == ["zhang", "li"]


def test_a_link_is_not_followed_and_nobody_is_kept_from_publishing(history, tmp_path):
    (tmp_path / "elsewhere").write_text("x")
    history.file.symlink_to(tmp_path / "elsewhere")
    history.add(Happening(What.FAILED))
    History(tmp_path / "none").add(Happening(What.FAILED))

    assert (tmp_path / "elsewhere").read_text() == "x"
    assert (list(history.events()), history.last()) == ([], None)
    assert list(history.told(5)) == [f"{tmp_path} 还没有记录。"]


def test_who_has_pushed_a_commit_is_who_pushed_it_last(history):
    history.add(Happening(What.RECEIVED, "zhang", FISH))
    history.add(Happening(What.RECEIVED, "li", FISH))

    assert (history.pusher(FISH.sha), history.pusher("b" * 40)) == ("li", "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "data/a.yaml:5:11: “60009999”是内部联系人的电话。\ncontent/b.md:1:2: 看不懂。",
            "要改：data/a.yaml:5:11、content/b.md:1:2",
        ),
        (
            "\n".join(f"data/a.yaml:{line}:1: 错。" for line in range(1, 9)),
            "要改：" + "、".join(f"data/a.yaml:{line}:1" for line in range(1, 6)) + " 等 8 处",
        ),
        ("磁盘满了，没有发布。\n请腾出空间。", "磁盘满了，没有发布。"),
    ],
)
def test_of_mistakes_only_the_places_are_kept(said, kept):
    assert summary(Failed(said)) == kept


def events(server) -> list[tuple[str, str, str, int]]:
    found = History(server).events()
    return [
        (event.what.value, event.by, event.commit.subject if event.commit else "", event.release)
        for event in found
    ]


def test_a_push_a_refusal_and_a_publication_are_kept_with_whose_they_are(server, staff):
    told = len(events(server))
    staff.edit("data/activities/2024-yubei.yaml", "when: 2024-05-25", "when: 5月32日")
    staff.push()
    staff.edit("data/activities/2024-yubei.yaml", "when: 5月32日", "when: 5月31日")
    run("git", "push", "origin", "main", folder=staff.folder, GITPUBLISH_WHO="张三")
    login = events(server)[0][1]

    assert events(server)[told:] == [
        ("refused", login, "when: 5月32日", 0),
        ("received", "张三", "when: 5月31日", 0),
        ("published", "张三", "when: 5月31日", 2),
    ]
    refused = next(event for event in History(server).events() if event.what == What.REFUSED)
    assert refused.message == "要改：data/activities/2024-yubei.yaml:5:11"


def test_a_rebuild_of_the_same_commit_is_nobodys(server, staff):
    (server / "build" / "ledger.json").unlink(missing_ok=True)
    template = server / "program" / "theme" / "templates" / "home.html"
    template.write_text(template.read_text("utf-8") + "\n", encoding="utf-8")

    assert "已发布第 2 版" in scienceweek("release", server, "--again").stdout
    assert events(server)[-1][:2] == ("published", "")


def test_the_way_back_is_kept_with_who_went_it_and_stands_beside_the_release(server, staff, tmp_path):
    staff.retitle("写错了")
    staff.push()
    admin = tmp_path / "admin"
    admin.mkdir()
    for name in ("pelicanconf.py", "publishconf.py"):
        text = (server / "program" / name).read_text("utf-8")
        (admin / name).write_text(text.replace("/srv/scienceweek", str(server)), encoding="utf-8")

    scienceweek("rollback", "--project", admin, TO="server", SUDO_USER="wang")
    listed = scienceweek("releases", "--project", admin, TO="server").stdout.splitlines()
    lifted = scienceweek("release", server, "--lift", SUDO_USER="zhao")

    login = events(server)[0][1]
    lines = [re.sub(r"^ +[0-9-]{10} [0-9:]{8}", "", line) for line in listed]
    assert [line for line in lines if line.startswith(("  发布", "  退回"))] == [
        f"  发布 第 2 版  {login}  {staff.head()[:8]} staff“写错了”",
        f"  发布 第 1 版  {login}  {staff.git('rev-parse', 'HEAD~').stdout[:8]} staff“开始”",
        f"  退回 第 1 版  wang  {staff.git('rev-parse', 'HEAD~').stdout[:8]} staff“开始”",
    ]
    assert lifted.returncode == 0
    assert [event[0] for event in events(server)[-2:]] == ["rolled-back", "published"]
    assert events(server)[-1][1] == "zhao"
    shown = scienceweek("history", server, "--most", "1").stdout
    assert re.fullmatch(r"[0-9-]{10} [0-9:]{8}  发布 第 3 版  zhao  [0-9a-f]{8} staff“写错了”\n", shown), (
        shown
    )


def test_a_release_that_was_published_by_a_process_that_was_killed_is_kept_later(server, staff):
    History(server).file.unlink()

    scienceweek("release", server)

    assert events(server) == [("published", "", "开始", 1)]


def test_a_program_that_fails_is_kept_once_however_often_it_is_tried(server, staff, tmp_path):
    template = server / "program" / "theme" / "templates" / "activity.html"
    template.write_text("{{ view.nothing }}", encoding="utf-8")
    staff.retitle("鱼的祖先")
    staff.push()
    scienceweek("release", server)

    assert [event[0] for event in events(server)][-2:] == ["received", "failed"]
    assert title(server / "live").startswith("我们曾经都是鱼")


def test_a_branch_that_is_removed_is_kept_too(server, staff, tmp_path):
    other = clone(server, tmp_path / "other")
    other.git("tag", "v1")
    other.push("origin", "v1")
    other.push("origin", ":v1")

    (made, gone) = list(History(server).events())[-2:]
    assert (made.branch, gone.branch, gone.message) == ("v1", "v1", "删去了这个分支")
