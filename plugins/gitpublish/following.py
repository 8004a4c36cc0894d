"""Whether what was sent is what visitors see: asked of the repository that it was sent to, until it is so."""

import time
from dataclasses import dataclass

from gitpublish.live_names import LIVE, WITHDRAWN
from gitpublish.messages import Failed, Say
from gitpublish.worktree import WorkTree

_PAUSE = 2.0  # seconds


@dataclass(frozen=True, slots=True)
class Remote:
    """What the other side says of itself: the commits of its references, and the branch that is the site."""

    commits: dict[str, str]
    site: str = ""

    @classmethod
    def asked(cls, tree: WorkTree, name: str) -> "Remote | None":
        """None if it cannot be reached."""
        answer = tree.ask("ls-remote", "--symref", name, "HEAD", "refs/heads/*", LIVE, WITHDRAWN)
        if not answer:
            return None
        pairs = [line.split("\t", 1) for line in answer.out.splitlines() if "\t" in line]
        commits = {ref: commit for commit, ref in pairs if not commit.startswith("ref: ")}
        site = next((known[5:] for known, ref in pairs if known.startswith("ref: ") and ref == "HEAD"), "")
        return cls(commits, site.removeprefix("refs/heads/"))


def follow(tree: WorkTree, remote: str, branch: str, seconds: float, say: Say) -> None:
    """Says when the newest commit of *branch* there is live. Raises Failed if it is not within *seconds*."""
    last, told = time.monotonic() + seconds, False
    while True:
        state = Remote.asked(tree, remote)
        if state and (live := state.commits.get(LIVE)) and not tree.ask("cat-file", "-e", live):
            tree.ask("fetch", "--quiet", remote, LIVE)  # others have sent something newer
        if state and _is_settled(tree, state, branch, say):
            return
        left = last - time.monotonic()
        if left <= 0:
            break
        if not told:
            say("服务器已经收下，网站还没有换成新的，等它……（可以按 Ctrl-C 离开，不影响发布）")
            told = True
        time.sleep(min(_PAUSE, left))
    if state is None:
        raise Failed("已经推送，但现在连不上服务器，不知道网站换了没有。不用再推送，过一会儿打开网站看看。")
    raise Failed(
        f"服务器已经收下，但过了 {seconds:.0f} 秒网站还没有换成新的。不用再推送，服务器会自己再试；"
        "请告诉管理员，他运行 invoke problems 能看到原因。"
    )


def _is_settled(tree: WorkTree, state: Remote, branch: str, say: Say) -> bool:
    """Whether there is nothing more to wait for; says why. Raises Failed if it was taken back."""
    if LIVE not in state.commits and WITHDRAWN not in state.commits:
        return True  # it does not say, or is no server of ours
    if state.site and state.site != branch:
        say(f"已经推送到 {branch} 分支；网站用的是 {state.site} 分支。")
        return True
    sent, live = state.commits.get(f"refs/heads/{branch}", ""), state.commits.get(LIVE, "")
    if sent and sent == state.commits.get(WITHDRAWN):
        raise Failed("这次修改已被管理员撤回，网站是以前的样子。请和管理员商量，改好以后再发送。")
    if sent == live or tree.includes(live, tree.head()):
        say("网站已经是最新的。")
        return True
    return False
