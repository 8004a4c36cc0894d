"""From what somebody has written to what visitors see: check, commit, bring together, push, wait until it is live."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gitpublish import merge_conflicts
from gitpublish.following import follow
from gitpublish.messages import Failed, Say, shortened
from gitpublish.program import Program, Versions
from gitpublish.worktree import GitAnswer, WorkTree

_SITE = "site"  # what older advice called the server
_TURNS = 5  # pushes, while others push too
_SHOWN = 5

_REASONS = (
    (("no space left", "disk quota"), "服务器的磁盘满了，没有收下。请告诉管理员；他腾出空间以后，再发送一次。"),
    (("exceeds maximum allowed size",), "一次发送的文件太大，服务器不收。照片请缩小，或者分几次发送。"),
    (("unpacker error", "unpack failed"), "服务器没能存下这次推送，网站没有变。请把上面的提示告诉管理员。"),
    (("permission denied (publickey", "permission denied, please try again"), "服务器不认识这台电脑的钥匙。请把公钥（~/.ssh 里 .pub 结尾的文件）交给管理员。"),
    (("host key verification failed",), "服务器的身份和以前不一样，没有连接。请问管理员服务器是不是换过。"),
    (("dubious ownership",), "服务器上的文件夹不属于接收推送的用户，请告诉管理员。"),
    (("does not appear to be a git repository", "repository not found"), "服务器的地址不对，那里没有网站。请问管理员要地址，再运行 git remote set-url。"),
    (("could not read username", "authentication failed"), "服务器要登录，没有通过。请先自己运行一次 git push，输入用户名和密码。"),
)  # fmt: skip
_UNREACHABLE = (
    *("could not resolve", "connection refused", "timed out", "unable to access", "network is unreachable"),
    *("no route to host", "connection reset", "hung up", "connection closed"),
)
_RACES = ("fetch first", "non-fast-forward", "failed to update ref", "cannot lock ref", "stale info")


@dataclass(frozen=True, slots=True)
class Errand:
    """The words of the commit, or "" for a sentence made from what changed; how many seconds to wait until it is live."""

    message: str = ""
    seconds: float = 120


def send(project: Path, program: Program, errand: Errand, say: Say) -> None:
    """Sends what is new in the checkout at *project*. Raises Failed, with what to do; nothing written is ever lost."""
    sending = _Sending(WorkTree.at(project), program, errand, say)
    resumed = sending.resume()
    branch = sending.tree.branch()
    if not branch:
        raise Failed("现在不在任何分支上。请先运行 git switch main。")
    remote = sending.remote(branch)
    sending.check()
    committed = sending.commit()
    for _ in range(_TURNS):
        theirs = sending.fetch(remote, branch)
        sending.join(remote, branch, theirs)
        if sending.tree.head() == theirs:
            say("没有要发送的修改。")
            break
        if sending.push(remote, branch, own=committed or resumed):
            break
    else:
        raise Failed("别人正在不停地推送，没有轮到。您的修改已经存在这台电脑上，过一会儿再发送一次。")
    follow(sending.tree, remote, branch, errand.seconds, say)


@dataclass(frozen=True, slots=True)
class _Sending:
    """What is sent from *tree*, whose facts are those of *program*."""

    tree: WorkTree
    program: Program
    errand: Errand
    say: Say

    def resume(self) -> bool:
        """Ends what the last sending has left for somebody to settle; whether there was something."""
        state = self.tree.unfinished()
        if not state:
            return False
        unmerged = merge_conflicts.unmerged(self.tree)
        if any(merge_conflicts.places(self.tree, path) for path in unmerged):
            raise Failed("\n".join(merge_conflicts.told(self.tree, "HEAD")))
        for path in unmerged:
            self.tree.ask("add", "--all", "--", path)
        ended = (
            self.tree.ask("rebase", "--continue")
            if state == "rebase"
            else self.tree.ask("commit", "--no-edit")
        )
        if self.tree.unfinished():
            raise Failed("\n".join(self._stopped("HEAD", ended)))
        self.say("合并好了。")
        return True

    def remote(self, branch: str) -> str:
        """The name by which git knows the server. Raises Failed if there is none."""
        known = self.tree.ask("remote").out.split()
        wanted = (
            self.tree.setting(f"branch.{branch}.pushRemote"),
            _SITE,
            self.tree.setting(f"branch.{branch}.remote"),
        )
        if found := next((name for name in (*wanted, "origin", *known[:1]) if name in known), None):
            return found
        raise Failed("还不知道发送到哪里。请照管理员给的地址运行：git remote add origin <地址>")

    def check(self) -> None:
        """Raises Failed if there is a mistake; the program itself has said where."""
        sys.stdout.flush()
        modules = str(self.program.source / self.program.modules)
        paths = os.pathsep.join(filter(None, (modules, os.environ.get("PYTHONPATH", ""))))
        ran = subprocess.run(
            [sys.executable, *self.program.command("check")],
            cwd=self.tree.folder,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
            check=False,
        )
        if ran.returncode:
            raise Failed("没有发送。改好以后，再发送一次。")

    def commit(self) -> bool:
        """Commits the facts that differ, and says in which words; whether there were any."""
        others = [
            path
            for path, letters in self.tree.changed().items()
            if not self._is_fact(path) and letters != "??"
        ]
        if others:
            self.say(f"这些文件不是内容，没有发送：{'、'.join(shortened(others, _SHOWN, '个'))}")
        changed = [path for path in self.tree.changed() if self._is_fact(path)]
        if not changed:
            return False
        words = self.errand.message or self.program.told({path: self._versions(path) for path in changed})
        below = [
            folder for folder in self.program.facts if any(path.startswith(f"{folder}/") for path in changed)
        ]
        self.tree.ask("add", "--all", "--", *below)
        done = self.tree.ask("commit", "--quiet", "--message", words, "--", *below)
        if not done:
            raise Failed(_why_no_commit(done))
        self.say(f"已记下：{words}")
        return True

    def fetch(self, remote: str, branch: str) -> str:
        """The newest commit of the server; "" if it has no such branch yet. Raises Failed."""
        answer = self.tree.ask("fetch", "--quiet", remote, f"refs/heads/{branch}")
        if answer:
            return self.tree.ask("rev-parse", "FETCH_HEAD").out
        if "couldn't find remote ref" in answer.err:
            return ""
        raise Failed(_why_not(answer))

    def join(self, remote: str, branch: str, theirs: str) -> None:
        """Puts what is new here on top of *theirs*, and checks both together. Raises Failed."""
        head = self.tree.head()
        if theirs and not self.tree.includes(head, theirs):
            if not self.tree.ask("merge-base", head, theirs):
                raise Failed(
                    "这个文件夹和服务器上的不是同一个网站的历史，合不到一起。请重新克隆，把修改抄过去。"
                )
            news = list(self.tree.commits(f"{head}..{theirs}"))
            answer = self.tree.ask("rebase", "--autostash", theirs)
            if not answer:
                raise Failed("\n".join(self._stopped(f"{head}..{theirs}", answer)))
            told = shortened([f"{author}“{subject}”" for author, _, subject in news], _SHOWN, "处")
            self.say(f"已合并别人的 {len(news)} 处修改：{'、'.join(told)}")
            self.check()
        self._name(remote, branch)

    def push(self, remote: str, branch: str, *, own: bool) -> bool:
        """Whether it came in; not if others were faster. Raises Failed if it was refused.

        What was refused and is our *own* commit is no commit any more, so that no later push must bring it.
        """
        answer = self.tree.told("push", remote, f"HEAD:refs/heads/{branch}", hear=self._hear)
        if answer:
            self._name(remote, branch)
            return True
        if any(sign in answer.err for sign in _RACES):
            self.say("别人先推送了，再合并一次……")
            return False
        if "hook declined" in answer.err:
            if own:
                self.tree.ask("reset", "--quiet", "HEAD~1")
            raise Failed("服务器没有收下，网站没有变；您的修改都还在。照上面的提示改好，再发送一次。")
        raise Failed(_why_not(answer))

    def _hear(self, line: str) -> None:
        """What the server says, but for git's own words of a race, which we tell in ours."""
        if not any(sign in line for sign in _RACES):
            self.say(line)

    def _stopped(self, theirs: str, answer: GitAnswer) -> Iterator[str]:
        """Why bringing together has stopped."""
        if merge_conflicts.unmerged(self.tree):
            yield from merge_conflicts.told(self.tree, theirs)
            return
        yield "和服务器上的内容没有合并成，您的修改都还在。git 说："
        yield answer.err or answer.out

    def _name(self, remote: str, branch: str) -> None:
        """From now on ``git pull`` and ``git push`` need no names, and pull as we do."""
        for name, value in (("pull.rebase", "true"), ("rebase.autoStash", "true")):
            if not self.tree.setting(name):
                self.tree.ask("config", name, value)
        if (self.tree.setting(f"branch.{branch}.remote"), self.tree.setting(f"branch.{branch}.merge")) != (
            remote,
            f"refs/heads/{branch}",
        ):
            self.tree.ask("config", f"branch.{branch}.remote", remote)
            self.tree.ask("config", f"branch.{branch}.merge", f"refs/heads/{branch}")

    def _is_fact(self, path: str) -> bool:
        return path.startswith(tuple(f"{folder}/" for folder in self.program.facts))

    def _versions(self, path: str) -> Versions:
        file = self.tree.folder / path
        return self.tree.content("HEAD", path), file.read_bytes() if file.is_file() else None


def _why_no_commit(answer: GitAnswer) -> str:
    if any(sign in answer.err for sign in ("tell me who you are", "empty ident", "auto-detect email")):
        return (
            "git 还不知道您是谁。请运行这两行（只要一次），再发送一次：\n"
            '  git config --global user.name "您的姓名"\n'
            '  git config --global user.email "您的邮箱"'
        )
    return f"没有记下您的修改，没有发送。git 说：\n{answer.err or answer.out}"


def _why_not(answer: GitAnswer) -> str:
    """Why the server could not be asked or told."""
    said = f"{answer.out}\n{answer.err}".lower()
    for signs, reason in _REASONS:
        if any(sign in said for sign in signs):
            return reason
    if any(sign in said for sign in _UNREACHABLE):
        return "连不上服务器。您的修改已经存在这台电脑上；网络好了，再发送一次。"
    return f"没有发送成，您的修改都还在。git 说：\n{answer.err}"
