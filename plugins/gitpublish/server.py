"""A folder on a server where a git push is received and published."""

import os
import time
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gitpublish import china_time, own_files
from gitpublish.attempts import Attempts
from gitpublish.failures import Failure, Failures
from gitpublish.messages import Failed
from gitpublish.program import Program
from gitpublish.push_rules import Limits
from gitpublish.release_store import Release, Store
from gitpublish.repository import Repository
from gitpublish.runner import Runner

SETTINGS = """\
# 网站发布服务器的设置。改完马上生效，不用重启。

# 网站的地址，例如 "https://kepu.example.gov.cn"。没有地址就没有二维码和分享图。
url = {url}
# 只发布这个分支。
branch = {branch}
# 设为 true：推送者可以改程序（{parts}、*.py 等），推送的程序会在这台服务器上运行。
trusted = false
# 保留最近几次发布，供 invoke rollback 使用。
keep = 5
# 每个文件、每次推送最多多少 MB；最多多少个文件。
file_megabytes = 20
push_megabytes = 200
files = 50000
# 设为 true：换版以后打开网站的地址看一看，是不是新的一版；换版以前能打开、换了打不开，就退回。网页服务器设好以后再打开。
health = false
# 推送到别的分支，生成预览给人看，保留多少天；0 是不生成。网页服务器在哪个地址显示 previews/，不写就是网站地址的 previews/。
preview_days = 14
previews = ""
# 检查或生成最多用多少秒。
longest = 600
"""

_AWAKE = 300  # seconds
_LONGEST_PREVIEW = 366  # days


@dataclass(frozen=True, slots=True)
class Server:
    """What is where below *root*, its settings, and what is known of its *program*.

    ``site.git`` receives; ``program`` links to the copy of the program in use; ``incoming/`` holds pushes under
    inspection and ``checked/`` the commits that passed one; ``build/`` is the builder's; ``log/`` tells of each
    publication, ``failures/`` of those that failed; ``releases/``, ``ledgers/`` and ``live`` are the store, which the
    web server reads.
    """

    root: Path
    program: Program
    url: str = ""
    branch: str = "main"
    trusted: bool = False
    keep: int = 5
    limits: Limits = Limits()
    longest: int = 600
    preview_days: int = 14
    previews: str = ""
    health: bool = False

    @classmethod
    def at(cls, root: Path, program: Program) -> Self:
        """Raises Failed if there is none at *root*, or its settings cannot be read."""
        try:
            found = tomllib.loads((root / "server.toml").read_text(encoding="utf-8"))
        except OSError:
            raise Failed(f"{root} 不是发布服务器的文件夹。请先运行 invoke setup-server {root}") from None
        except ValueError as error:
            raise Failed(f"看不懂 {root / 'server.toml'}：{error}") from None
        usual = Limits()
        limits = Limits(
            int(found.get("file_megabytes", usual.file)),
            int(found.get("push_megabytes", usual.push)),
            int(found.get("files", usual.files)),
        )
        return cls(
            root.resolve(),
            program,
            url=str(found.get("url", "")).rstrip("/"),
            branch=str(found.get("branch", "main")),
            trusted=found.get("trusted", False) is True,
            keep=max(2, int(found.get("keep", 5))),
            limits=limits,
            longest=int(found.get("longest", 600)),
            preview_days=min(max(0, int(found.get("preview_days", 14))), _LONGEST_PREVIEW),
            health=found.get("health", False) is True,
            previews=str(found.get("previews", "")).rstrip("/"),
        )

    @property
    def account(self) -> str:
        """Whose it is: the name of the account, or its number if it has none."""
        import pwd

        number = self.root.stat().st_uid
        try:
            return pwd.getpwuid(number).pw_name
        except KeyError:
            return str(number)

    def own(self) -> None:
        """Raises Failed for every account but its own: what another writes, it could not write again."""
        if self.root.stat().st_uid != os.geteuid():
            raise Failed(f"{self.root} 是用户 {self.account} 的，请换成这个用户再运行：su {self.account}")

    @property
    def repository(self) -> Repository:
        return Repository(self.root / "site.git")

    @property
    def store(self) -> Store:
        return Store(self.root)

    @property
    def address(self) -> str:
        """Where visitors find the site."""
        return f"{self.url}/" if self.url else str(self.store.link)

    def unaddressed(self) -> str:
        """What is to be said of a server that has not been told its address."""
        return (
            "提醒：服务器还不知道网站的地址，所以网站没有订阅、网站地图和二维码。"
            f"请管理员在 {self.root / 'server.toml'} 的 url 里写上，再运行 {self.command('release', '--again')}"
        )

    @property
    def preview_url(self) -> str:
        """Where the web server shows ``previews/``; "" if the site has no address."""
        return self.previews or (f"{self.url}/previews" if self.url else "")

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def logs(self) -> Path:
        return self.root / "log"

    @property
    def held(self) -> Path:
        """Holds the commit that a rollback took away, so that nothing but a push brings it back."""
        return self.root / "held"

    def is_held(self, commit: str) -> bool:
        return self.held.exists() and self.held.read_text(encoding="utf-8").strip() == commit

    def hold(self, commit: str) -> None:
        """A rollback takes *commit* away. Wholly or not at all: a full disk must not bring it back."""
        own_files.write(self.held, commit)

    def shown(self) -> Release | None:
        """What visitors see; None if they see nothing, whatever the link says."""
        live = self.store.live()
        return live if live and self.store.folder(live).is_dir() else None

    def attempts(self, commit: str) -> Attempts:
        """How often it was tried to have *commit* live, as it is today."""
        return Attempts(self.root, f"{commit} {china_time.today()}")

    @property
    def built(self) -> Path:
        """Holds the day for which what is live was built, by the time of China; without it, it is to be built anew."""
        return self.root / "built"

    def is_built_for(self, day: str) -> bool:
        try:
            return self.built.read_text(encoding="utf-8").strip() == day
        except OSError:
            return False

    @property
    def awake(self) -> Path:
        """Touched whenever the server has looked after itself."""
        return self.root / "awake"

    def wake(self) -> None:
        with suppress(OSError):
            self.awake.touch()

    def by_itself(self) -> bool:
        """Whether what was pushed becomes live without a hand, since the server looks after itself."""
        try:
            return time.time() - self.awake.stat().st_mtime < _AWAKE
        except OSError:
            return False

    def command(self, name: str, *options: str) -> str:
        """How an administrator runs *name* for this server."""
        return " ".join(("invoke", name, str(self.root), *options))

    def checked(self, commit: str) -> Path:
        """There if *commit* has been found good."""
        return self.root / "checked" / commit

    def runner(self, project: Path) -> Runner:
        """Runs the program that checks and builds *project*: the server's own, unless whoever pushes is trusted."""
        own = (self.root / "program").resolve()
        brought = self.program.brought(project) if self.trusted else None
        kept = self.root / "build" / "kept"
        return Runner(self.program, brought or own, str(own / "python"), self.longest, kept)

    @property
    def failures(self) -> Failures:
        return Failures(self.root)

    def note(self, failed: Failed, commit: str, live: str = "") -> Failure:
        """Keeps what is known of a publication of *commit*, or of an inspection, that *failed* after *live*."""
        failure = Failure.now(self.repository.changes(commit, live), failed)
        self.failures.record(failure)
        return failure

    def where(self, failed: Failed) -> str:
        """For whoever is told that something *failed*, how developers find the trace; "" where there is none."""
        command = f"invoke problems --path {self.root}"
        return f"（详情：请管理员在服务器上运行 {command}）" if failed.details else ""
