"""`invoke send`, with real clones of a real repository: two who write, and what each of them reads."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pushers import Clone, environment, run, scienceweek, title
from small_program import program

from gitpublish.messages import Failed
from gitpublish.sending import Errand, send

CHECK = """
import sys
from pathlib import Path
wrong = [str(path) for path in Path("texts").rglob("*") if path.is_file() and b"wrong" in path.read_bytes()]
print("\\n".join(wrong) or "检查通过。", file=sys.stderr if wrong else sys.stdout)
sys.exit(1 if wrong else 0)
"""


@dataclass(frozen=True)
class Writer(Clone):
    """Somebody who writes and sends."""

    tools: Path = Path()
    said: list[str] = field(default_factory=list)

    def write(self, **texts: str) -> "Writer":
        for name, words in texts.items():
            file = self.folder / "texts" / f"{name}.txt"
            file.parent.mkdir(exist_ok=True)
            file.write_text(words, encoding="utf-8")
        return self

    def read(self, name: str) -> str:
        return (self.folder / "texts" / f"{name}.txt").read_text("utf-8")

    def send(self, message: str = "", seconds: float = 0) -> list[str]:
        """What is said; what goes wrong is the last line."""
        self.said.clear()
        try:
            send(self.folder, program(self.tools), Errand(message, seconds), self.said.append)
        except Failed as failed:
            self.said.append(str(failed))
        return list(self.said)

    def log(self) -> list[str]:
        return self.git("log", "--format=%s").stdout.splitlines()


@pytest.fixture(autouse=True)
def _poor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody's own settings of git, and somebody's name."""
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A bare repository with a text, which tells nobody what is live."""
    bare = tmp_path / "site.git"
    run("git", "init", "--quiet", "--bare", "--initial-branch", "main", bare, folder=tmp_path)
    first = Clone(tmp_path / "first")
    run("git", "clone", "--quiet", bare, first.folder, folder=tmp_path)
    (first.folder / "texts").mkdir()
    (first.folder / "texts" / "a.txt").write_text("一\n二\n三\n", encoding="utf-8")
    (first.folder / "program.txt").write_text("1\n", encoding="utf-8")
    first.git("switch", "--quiet", "--create", "main")
    first.commit("开始")
    assert first.push()[0] == 0
    return bare


@pytest.fixture
def writer(site: Path, tmp_path: Path) -> Callable[[str], Writer]:
    tools = tmp_path / "program" / "tools" / "small"
    tools.mkdir(parents=True)
    (tools / "__main__.py").write_text(CHECK, encoding="utf-8")

    def made(name: str) -> Writer:
        run("git", "clone", "--quiet", site, tmp_path / name, folder=tmp_path)
        return Writer(tmp_path / name, tmp_path / "program")

    return made


def tip(site: Path, branch: str = "main") -> str:
    return run("git", "rev-parse", branch, folder=site).stdout.strip()


def hook(site: Path, name: str, script: str) -> None:
    (site / "hooks" / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (site / "hooks" / name).chmod(0o755)


def test_what_was_written_is_checked_committed_with_a_sentence_and_pushed(site, writer, capfd):
    mine = writer("mine").write(b="新的")

    said = mine.send()

    assert capfd.readouterr().out == "检查通过。\n"
    assert said == ["已记下：改动 1 个文件：texts/b.txt"]
    assert (mine.log()[0], tip(site)) == ("改动 1 个文件：texts/b.txt", mine.head())
    assert mine.git("status", "--porcelain").stdout == ""


def test_the_words_of_the_commit_may_be_given(writer):
    mine = writer("mine").write(b="新的")

    assert mine.send("增加乙") == ["已记下：增加乙"]


def test_with_nothing_to_send_nothing_is_sent(site, writer):
    before = tip(site)

    assert writer("mine").send() == ["没有要发送的修改。"]
    assert tip(site) == before


def test_what_was_committed_by_hand_is_sent_too(site, writer):
    mine = writer("mine").write(b="新的")
    commit = mine.commit("自己写的")

    assert (mine.send(), tip(site)) == ([], commit)


def test_a_mistake_sends_and_commits_nothing(site, writer, capfd):
    mine, before = writer("mine").write(b="wrong"), tip(site)

    said = mine.send()

    assert "texts/b.txt" in capfd.readouterr().err
    assert said == ["没有发送。改好以后，再发送一次。"]
    assert (tip(site), mine.head(), mine.read("b")) == (before, before, "wrong")


def test_what_is_no_fact_stays_and_is_named(site, writer):
    mine = writer("mine").write(b="新的")
    (mine.folder / "program.txt").write_text("2\n")
    (mine.folder / "notes.txt").write_text("x\n")

    said = mine.send()

    assert said[0] == "这些文件不是内容，没有发送：program.txt"
    assert mine.git("status", "--porcelain").stdout.splitlines() == [" M program.txt", "?? notes.txt"]
    assert run("git", "show", "main:program.txt", folder=site).stdout == "1\n"


def test_what_others_have_sent_is_brought_together_and_checked_again(site, writer, capfd):
    mine, other = writer("mine"), writer("other")
    other.write(c="别人的").send()
    mine.write(b="我的")
    (mine.folder / "program.txt").write_text("2\n")
    capfd.readouterr()

    said = mine.send()

    assert said[1:] == [
        "已记下：改动 1 个文件：texts/b.txt",
        "已合并别人的 1 处修改：staff“改动 1 个文件：texts/c.txt”",
    ]
    assert capfd.readouterr().out == "检查通过。\n检查通过。\n"
    assert (mine.read("c"), tip(site)) == ("别人的", mine.head())
    assert (mine.folder / "program.txt").read_text() == "2\n"


def test_what_is_wrong_only_together_is_not_sent(site, writer):
    mine, other = writer("mine"), writer("other")
    other.write(c="wrong").commit()
    other.push()
    theirs = tip(site)

    said = mine.write(b="我的").send()

    assert said[-1] == "没有发送。改好以后，再发送一次。"
    assert tip(site) == theirs
    assert mine.write(c="对的").send()[-1] == "已记下：改动 1 个文件：texts/c.txt"
    assert tip(site) == mine.head()


def test_a_conflict_says_where_whose_and_what_to_do_and_sending_again_ends_it(site, writer):
    mine, other = writer("mine"), writer("other")
    other.write(a="一\n别人\n三\n").send()
    mine.write(a="一\n我的\n三\n", b="另外")

    told = mine.send()[-1].splitlines()
    again = mine.send()[-1].splitlines()

    moment = told[2].removeprefix("    别人的：staff ")
    assert told[:2] == ["您和别人改了同一处，git 合并不了，要请您选定：", "  texts/a.txt 第 2 到 6 行"]
    assert moment[16:] == "“改动 1 个文件：texts/a.txt”"
    assert told[3].startswith("    “<<<<<<<”和“=======”之间是别人的，")
    assert told[4:] == [
        "选定以后，再发送一次。",
        "不想现在合并：运行 git rebase --abort，回到合并以前，您的修改还在。",
    ]
    assert again[:2] == told[:2]

    said = mine.write(a="一\n别人和我的\n三\n").send()

    assert (said, tip(site)) == (["合并好了。"], mine.head())
    assert run("git", "show", "main:texts/a.txt", folder=site).stdout == "一\n别人和我的\n三\n"
    assert mine.log() == ["改动 2 个文件：texts/a.txt、texts/b.txt", "改动 1 个文件：texts/a.txt", "开始"]


def test_who_gives_up_bringing_together_has_what_was_written(writer):
    mine, other = writer("mine"), writer("other")
    other.write(a="别人\n").send()
    mine.write(a="我的\n").send()

    mine.git("rebase", "--abort")

    assert mine.read("a") == "我的\n"


def test_two_conflicts_one_after_the_other(site, writer):
    mine, other = writer("mine"), writer("other")
    other.write(a="别人\n").send()
    mine.write(a="我的\n").commit("一")
    mine.write(a="我的二\n").commit("二")

    first = mine.send()[-1]
    second = mine.write(a="选定\n").send()[-1]
    third = mine.write(a="选定二\n").send()

    assert ("第 1 到 5 行" in first, "第 1 到 5 行" in second, third[0]) == (True, True, "合并好了。")
    assert tip(site) == mine.head()


@pytest.mark.parametrize(
    ("others", "own", "said"),
    [
        (None, "我的\n", "别人删去了这个文件，您改了它。留下：什么也不用做；删去：git rm texts/a.txt"),
        ("别人\n", None, "您删去了这个文件，别人改了它。留下：什么也不用做；删去：git rm texts/a.txt"),
        (
            "\0别人",
            "\0我的",
            "不是文字，只能选一份。用别人的：什么也不用做；用您的：git checkout --theirs texts/a.txt",
        ),
    ],
    ids=["deleted there", "deleted here", "no text"],
)
def test_where_there_is_nothing_to_mark_the_choice_is_told(site, writer, others, own, said):
    mine, other = writer("mine"), writer("other")
    for one, words in ((other, others), (mine, own)):
        if words is None:
            (one.folder / "texts" / "a.txt").unlink()
        else:
            one.write(a=words)
    other.send()

    told = mine.send()[-1]
    ended = mine.send()

    assert said in told
    # Of two that are no text, that of the others stays.
    left = own if others is None else others
    assert (ended[0], mine.read("a"), tip(site)) == ("合并好了。", left, mine.head())


def test_a_merge_by_hand_that_waits_is_ended(site, writer):
    mine, other = writer("mine"), writer("other")
    other.write(a="别人\n").send()
    mine.write(a="我的\n").commit("我的")
    mine.git("pull", "--no-rebase")

    first = mine.send()[-1]
    mine.write(a="选定\n").send()

    assert "texts/a.txt 第 1 到 5 行" in first
    assert (run("git", "show", "main:texts/a.txt", folder=site).stdout, tip(site)) == ("选定\n", mine.head())


def test_a_refusal_of_the_server_is_passed_on_and_leaves_what_was_written_and_no_commit(site, writer):
    hook(site, "pre-receive", 'echo "texts/b.txt:1:1: 不对。"; exit 1')
    mine, before = writer("mine").write(b="太大"), tip(site)

    said = mine.send()
    (site / "hooks" / "pre-receive").unlink()
    mended = mine.write(b="小").send()

    assert said[1:] == [
        "texts/b.txt:1:1: 不对。",
        "服务器没有收下，网站没有变；您的修改都还在。照上面的提示改好，再发送一次。",
    ]
    assert mended == ["已记下：改动 1 个文件：texts/b.txt"]
    # What was refused is in no commit that came in later.
    assert run("git", "rev-list", f"{before}..main", folder=site).stdout.split() == [tip(site)]
    assert run("git", "show", "main:texts/b.txt", folder=site).stdout == "小"


def test_who_is_overtaken_while_pushing_brings_together_and_pushes_again(site, writer, tmp_path):
    mine, other = writer("mine"), writer("other")
    other.write(c="快").commit("快")
    # At the last moment: when mine is about to push.
    overtaking = mine.folder / ".git" / "hooks" / "pre-push"
    overtaking.write_text(
        f"#!/bin/sh\ntest -e {tmp_path}/done || (unset GIT_DIR; cd {other.folder} && git push -q)\ntouch {tmp_path}/done\n"
    )
    overtaking.chmod(0o755)

    said = mine.write(b="慢").send()

    assert said[1:] == ["别人先推送了，再合并一次……", "已合并别人的 1 处修改：staff“快”"]
    assert tip(site) == mine.head()


def test_who_is_overtaken_each_time_keeps_what_was_written(writer, tmp_path):
    mine, other = writer("mine"), writer("other")
    overtaking = mine.folder / ".git" / "hooks" / "pre-push"
    overtaking.write_text(
        f"#!/bin/sh\nunset GIT_DIR; cd {other.folder} && git commit -q --allow-empty -m x && git push -q\n"
    )
    overtaking.chmod(0o755)

    said = mine.write(b="慢").send()

    assert said[-1].startswith("别人正在不停地推送，没有轮到。")
    assert mine.read("b") == "慢"


def test_after_sending_pull_and_push_need_no_names(site, writer):
    """As older advice had it: cloned from elsewhere, the server named site."""
    mine = writer("mine")
    mine.git("remote", "rename", "origin", "elsewhere")
    mine.git("remote", "set-url", "elsewhere", "/nowhere")
    mine.git("remote", "add", "site", site)
    mine.write(b="我的").send()
    other = writer("other")
    other.write(c="别人的").send()
    mine.write(d="还有").commit("还有")

    pulled, pushed = mine.git("pull"), mine.git("push")

    assert (pulled.returncode, pushed.returncode) == (0, 0), pulled.stderr + pushed.stderr
    assert tip(site) == mine.head()
    assert mine.log()[0] == "还有"


def test_a_branch_that_the_server_does_not_have_is_made(site, writer):
    mine = writer("mine")
    mine.git("switch", "--quiet", "--create", "draft")

    mine.write(b="草稿").send()

    assert tip(site, "draft") == mine.head()


def live(site: Path, commit: str, name: str = "live") -> None:
    run("git", "update-ref", f"refs/site/{name}", commit, folder=site)


def test_it_waits_until_what_was_sent_is_live(site, writer):
    live(site, tip(site))
    script = "read old new ref; (sleep 1; git update-ref refs/site/live $new) >/dev/null 2>&1 &"
    hook(site, "post-receive", script)

    said = writer("mine").write(b="新的").send(seconds=60)

    assert said[1:] == [
        "服务器已经收下，网站还没有换成新的，等它……（可以按 Ctrl-C 离开，不影响发布）",
        "网站已经是最新的。",
    ]


def test_what_does_not_become_live_in_time_is_told(site, writer):
    live(site, tip(site))
    mine = writer("mine")

    said = mine.write(b="新的").send()
    again = mine.send()

    assert said[-1].startswith(
        "服务器已经收下，但过了 0 秒网站还没有换成新的。不用再推送，服务器会自己再试；"
    )
    assert again[0] == "没有要发送的修改。"
    assert again[-1] == said[-1]


def test_something_newer_that_is_live_has_it_too(site, writer):
    mine, other = writer("mine"), writer("other")
    mine.write(b="我的").send()
    other.write(c="别人的").send()
    live(site, tip(site))
    # Others have sent something since: mine has neither.
    other.write(c="又一个").send()

    assert mine.send()[-1].startswith("服务器已经收下，但过了")
    live(site, tip(site))
    assert mine.send()[-1] == "网站已经是最新的。"


def test_what_was_taken_back_is_told(site, writer):
    live(site, tip(site))
    mine = writer("mine").write(b="错")
    mine.send()
    live(site, mine.head(), "withdrawn")

    assert mine.send()[-1].startswith("这次修改已被管理员撤回，网站是以前的样子。")


def test_a_branch_that_is_not_the_site_is_not_waited_for(site, writer):
    live(site, tip(site))
    mine = writer("mine")
    mine.git("switch", "--quiet", "--create", "draft")

    assert mine.write(b="草稿").send()[-1] == "已经推送到 draft 分支；网站用的是 main 分支。"


REASONS = {
    "fatal: Could not resolve hostname kepu": "连不上服务器。",
    "git@x: Permission denied (publickey).": "服务器不认识这台电脑的钥匙。",
    "Host key verification failed.": "服务器的身份和以前不一样",
    "fatal: detected dubious ownership in repository": "服务器上的文件夹不属于接收推送的用户",
    "fatal: '/x' does not appear to be a git repository": "服务器的地址不对",
    "fatal: Authentication failed for 'https://x'": "服务器要登录，没有通过。",
    "error: unable to write: No space left on device": "服务器的磁盘满了，没有收下。",
    "fatal: pack exceeds maximum allowed size (500.00 MiB)": "一次发送的文件太大",
    "error: remote unpack failed: unpacker error": "服务器没能存下这次推送",
    "fatal: something else": "没有发送成，您的修改都还在。git 说：\nfatal: something else",
}


@pytest.mark.parametrize(("said", "told"), REASONS.items())
def test_why_the_server_cannot_be_reached_is_told_and_what_was_written_is_kept(writer, tmp_path, said, told):
    mine = writer("mine").write(b="新的")
    ssh = tmp_path / "ssh"
    ssh.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n')
    ssh.chmod(0o755)
    mine.git("config", "core.sshCommand", ssh)
    mine.git("remote", "set-url", "origin", "kepu@kepu.example.cn:/srv/site.git")

    assert mine.send()[-1].startswith(told)
    assert mine.read("b") == "新的"


def test_who_has_no_name_is_told_how_to_give_one(writer, monkeypatch):
    mine = writer("mine").write(b="新的")
    for role in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{role}_{what}")
    mine.git("config", "user.useConfigOnly", "true")

    assert 'git config --global user.name "您的姓名"' in mine.send()[-1]


def test_a_commit_that_a_hook_refuses_is_told(writer):
    mine = writer("mine").write(b="新的")
    own = mine.folder / ".git" / "hooks" / "pre-commit"
    own.write_text("#!/bin/sh\necho 不行 >&2\nexit 1\n", encoding="utf-8")
    own.chmod(0o755)

    assert mine.send()[-1] == "没有记下您的修改，没有发送。git 说：\n不行"


def test_a_folder_that_was_not_cloned_is_told(writer, tmp_path):
    mine = writer("mine")
    shutil.rmtree(mine.folder / ".git")

    assert "不是从服务器克隆来的" in mine.send()[-1]


def test_a_machine_without_git_is_told(writer, monkeypatch, tmp_path):
    mine = writer("mine")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert mine.send()[-1].startswith("这台电脑上没有 git。")


def test_a_checkout_without_a_server_is_told(writer):
    mine = writer("mine").write(b="新的")
    mine.git("remote", "remove", "origin")

    assert mine.send() == ["还不知道发送到哪里。请照管理员给的地址运行：git remote add origin <地址>"]


def test_a_checkout_on_no_branch_is_told(writer):
    mine = writer("mine")
    mine.git("checkout", "--quiet", "--detach")

    assert mine.send() == ["现在不在任何分支上。请先运行 git switch main。"]


def test_another_history_is_told(site, writer):
    mine = writer("mine").write(b="新的")
    mine.git("checkout", "--quiet", "--orphan", "new")
    mine.commit("从头")
    mine.git("branch", "--force", "main", "new")
    mine.git("switch", "--quiet", "main")

    assert mine.send()[-1].startswith("这个文件夹和服务器上的不是同一个网站的历史")


def test_what_is_sent_to_a_server_is_live_when_it_ends(server, staff):
    path = staff.folder / "data" / "activities" / "2024-yubei.yaml"
    path.write_text(path.read_text("utf-8").replace("我们曾经都是鱼", "鱼的祖先"), encoding="utf-8")

    program = str(server / "program" / "plugins")
    sent = scienceweek("send", "--project", staff.folder, "--wait", "600", PYTHONPATH=program)

    assert (sent.returncode, sent.stderr) == (0, "")
    lines = sent.stdout.splitlines()
    assert lines[1] == "已记下：修改活动“鱼的祖先”"
    assert lines[-2].startswith("已发布第 2 版")
    assert lines[-1] == "网站已经是最新的。"
    assert "鱼的祖先" in title(server / "live")


def test_what_a_server_did_not_publish_is_waited_for_until_it_looks_after_itself(server, staff):
    hook(server / "site.git", "post-receive", "")
    path = staff.folder / "content" / "activities" / "fish.md"
    path.write_text("从海里到岸上，再到树上。\n", encoding="utf-8")
    program = {"PYTHONPATH": str(server / "program" / "plugins"), "PYTHONUTF8": "1"}
    late = f"sleep 8; exec '{server}/program/python' -m scienceweek converge '{server}'"
    with subprocess.Popen(["sh", "-c", late], env=environment() | program, stdout=subprocess.DEVNULL):
        sent = scienceweek("send", "--project", staff.folder, "--wait", "600", **program)

    assert (sent.returncode, sent.stderr) == (0, "")
    lines = sent.stdout.splitlines()
    assert lines[-2].startswith("服务器已经收下，网站还没有换成新的，等它……")
    assert lines[-1] == "网站已经是最新的。"
    assert "再到树上" in (server / "live" / "activities" / "fish.html").read_text("utf-8")
