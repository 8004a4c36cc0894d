"""A project on disk, and the doors that staff meet: check, build, verify. What goes through the first goes through all.

Each trial runs in a process of its own, forked from this one, so that no memory, no signal and no crash of one trial
reaches the next; caches on the disk and the site that was built last do, as they would for staff.
"""

import json
import os
import pickle
import re
import resource
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Never

from processes import unmeasured
from properties import confidential

PROJECT = Path(__file__).resolve().parents[2]
URL = "https://example.gov.cn/kjz"
SETTINGS = "pelicanconf.py"
LONGEST = 90
"""Seconds of a trial, on a machine that others use too; what takes longer never ends."""
_MEMORY = 6 * 2**30
NEWEST, LIVE, DAMAGED = (f"published/{name}.json" for name in ("newest", "live", "damaged"))
"""What former publications have left: of the last one, of the one that visitors see; and what nobody can read any more."""
_LEFT = "left.json"
_MOMENT = "2027-05-20T08:00:00+08:00"
_SHARED = ("plugins", "theme", "publishconf.py")

Files = Mapping[str, bytes]
"""What staff write, by path: data, content and the settings; beside it perhaps what former publications have left."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What must never happen. *kind* is the same for the same cause as far as one can tell, *told* is all that is known."""

    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether check let the project through, what it said, and what was wrong with the doors."""

    accepted: bool = False
    said: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass
class Door:
    """The project in *folder*; state: the files that lie there, and the site of the last good trial."""

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _load()
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in _SHARED:
            (self.folder / name).symlink_to(PROJECT / name)

    def settings(self) -> bytes:
        return (PROJECT / SETTINGS).read_bytes()

    def put(self, files: Files) -> None:
        """Makes *files* what staff have written."""
        files = {SETTINGS: self.settings()} | dict(files)
        for name in self.files.keys() - files.keys():
            path = self.folder / name
            path.unlink()
            while path.parent != self.folder and not any(path.parent.iterdir()):
                path = path.parent
                path.rmdir()
        for name, content in files.items():
            if self.files.get(name) != content:
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        for needed in ("data", "content"):
            (self.folder / needed).mkdir(exist_ok=True)
        self.files = files

    def forget(self) -> None:
        """The next trial begins from nothing."""
        for name in (".cache", ".output.build", "output", "before"):
            path = self.folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def trial(self, files: Files, *, anew: bool = False) -> Outcome:
        """Checks *files*; if they pass, builds and verifies the site, *anew* or from what the last good trial left."""
        self.put(files)
        if anew:
            self.forget()
        outcome = _apart(self)
        if outcome.faults:
            self.forget()
        return outcome

    def publish(self, files: Files) -> Outcome:
        """The same as staff do it: ``publish --to zip``, in a process that knows nothing of this one."""
        self.put(files)
        parcel = self.folder / "output.zip"
        parcel.unlink(missing_ok=True)
        command = (
            sys.executable,
            "-m",
            "scienceweek",
            "publish",
            "--to",
            "zip",
            "--project",
            str(self.folder),
        )
        more = {"PYTHONPATH": str(PROJECT / "plugins"), "PYTHONUTF8": "1", "SITEURL": URL}
        ran = subprocess.run(
            command,
            cwd=self.folder,
            env=unmeasured() | more,
            capture_output=True,
            check=False,
            timeout=LONGEST * 4,
        )
        said = (ran.stdout + ran.stderr).decode(errors="replace")
        if ran.returncode == 0 and parcel.is_file():
            return Outcome(accepted=True, said=said)
        last = said.strip().split("\n")[-1]
        return Outcome(said=said, faults=(Fault(f"publish: {_plain(last)}", said),))


_NEEDED = (
    *("folium", "nh3", "pelican", "PIL.Image", "pypinyin", "segno", "xlsxwriter"),
    *("scienceweek.plugin", "gitpublish.verification", "scienceweek.source.loading"),
)


def _load() -> None:
    """What every trial imports, once for all of them."""
    for name in _NEEDED:
        import_module(name)


def _apart(door: Door) -> Outcome:
    """The outcome of a trial in a process of its own."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _be_the_child(door, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if sent and status == 0:
        outcome: Outcome = pickle.loads(sent)  # noqa: S301 - our own child has sent it
        return outcome
    said = (door.folder / "said").read_text(errors="replace")
    why = (
        f"signal {os.WTERMSIG(status)}"
        if os.WIFSIGNALED(status)
        else f"status {os.waitstatus_to_exitcode(status)}"
    )
    return Outcome(said=said, faults=(Fault(f"dies: {why}", said),))


def _be_the_child(door: Door, writer: int) -> Never:
    status = 1
    try:
        os.chdir(door.folder)
        os.environ["SITEURL"] = URL
        said = os.open("said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        for stream, descriptor in (("stdout", 1), ("stderr", 2)):
            os.dup2(said, descriptor)
            # A test may have put something else in its place.
            setattr(sys, stream, open(descriptor, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - a descriptor
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(LONGEST)
        outcome = _trial(door)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(outcome, pipe)
        status = 0
    finally:
        # It must not return into the code of its parent, not even if its time is over while it writes down what it took.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        try:
            os._exit(status)
        finally:
            os.kill(os.getpid(), signal.SIGKILL)


class TooLong(BaseException):
    """Nobody waits as long as this."""


def _too_long(*_: object) -> Never:
    raise TooLong


def _trial(door: Door) -> Outcome:
    status, faults = _run("check", _check)
    said = _said()
    if faults:
        return Outcome(said=said, faults=faults)
    faults = tuple(_misspoken(said, door, refused=status != 0))
    if status != 0:
        odd = () if status == 1 else (Fault(f"check: status {status}", said),)
        return Outcome(said=said, faults=(*faults, *odd))
    _keep_before()
    if Path(DAMAGED).exists():
        return Outcome(accepted=True, said=said, faults=(*faults, *_stopped(len(said))))
    status, more = _run("build", _build)
    if not more and status:
        more = (_unbuilt(_said()[len(said) :]),)
    if not more:
        _, more = _run("verify", _verify)
    if not more:
        more = (*_told(door), *_kept())
    return Outcome(accepted=True, said=said, faults=(*faults, *more))


def _run(what: str, do: object) -> tuple[int, tuple[Fault, ...]]:
    """The status of *do*, or what it died of."""
    try:
        return do() or 0, ()
    except SystemExit as left:
        sys.stdout.flush()
        if isinstance(left.code, str):
            os.write(2, left.code.encode())
        return left.code if isinstance(left.code, int) else int(bool(left.code)), ()
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return 1, (Fault(f"{what}: {_cause(error)}", _details(error)),)


def _check() -> int:
    from scienceweek.__main__ import main

    status = main(["check"])
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def _build() -> None:
    from pelican import main

    more = [f'SITEURL="{URL}"']
    known = [name for name in (DAMAGED, NEWEST) if Path(name).exists()]
    if known:
        live = {"live": LIVE} if Path(LIVE).exists() else {}
        given = {"newest": known[0], "moment": _MOMENT, "left": _LEFT, **live}
        more.append(f"SCIENCEWEEK_REVISIONS={json.dumps(given)}")
    main(["content", "-s", SETTINGS, "--fatal", "errors", "--quiet", "-e", *more])


def _stopped(before: int) -> tuple[Fault, ...]:
    """A build after what nobody can read: says so in a line, and touches nothing."""
    site = _site()
    status, faults = _run("build", _build)
    said = _said()[before:]
    if faults:
        return faults
    if _site() != site:
        return (Fault("what is damaged costs the site", said),)
    told = re.fullmatch(f"看不懂 {DAMAGED}（.*）：.*。网站保持原样。\n?", said)
    return () if status and told else (Fault("what is damaged is not told", said),)


def _site() -> dict[str, int]:
    return {str(path): path.stat().st_ino for path in Path("output").rglob("*") if path.is_file()}


def _kept() -> Iterator[Fault]:
    """What is wrong with what the build has left for the next: it only grows."""
    if not Path(NEWEST).exists():
        return
    old, new = (json.loads(Path(name).read_bytes()) for name in (NEWEST, _LEFT))
    for id, entry in old["activities"].items():
        now = new["activities"].get(id, {})
        grows = now and all(now[name] >= entry[name] for name in ("sequence", "modified"))
        told, before = (one.get("corrections", []) for one in (now, entry))
        uids, earlier = (
            {name for name, _ in (*one["times"], *one["retired"])} for one in (now or entry, entry)
        )
        if not grows or told[: len(before)] != before or not earlier <= uids:
            yield Fault("what was published is forgotten", f"{id}: {entry}\n{now}")
    changes, before = new["changes"], old["changes"]
    moments = [one[2] for one in changes]
    if changes[: len(before)] != before or moments != sorted(moments):
        yield Fault("the log of changes has not grown", f"{before}\n{changes}")


def _unbuilt(said: str) -> Fault:
    """Pelican tells in its log what it dies of, on lines that it breaks anywhere."""
    # How far it is, where a build takes long.
    lines = [line for line in said.split("\n") if not line.startswith("正在生成：")]
    log = " ".join(" ".join(lines).split())
    reason = re.search("CRITICAL (.*?)(?: Traceback|$)", log)
    return Fault(f"build: {_plain(reason[1] if reason else log)}", said)


def _verify() -> None:
    from gitpublish.verification import BuiltSite, verify
    from scienceweek.publishing import PROGRAM

    before = BuiltSite(Path("before"), URL, PROGRAM.scripted) if Path("before").is_dir() else None
    site = BuiltSite(Path("output"), URL, PROGRAM.scripted)
    verify(site, frozenset(PROGRAM.planned(Path("output"))), before)


def _keep_before() -> None:
    """A second look at the site that was verified last: a build may replace it."""
    shutil.rmtree("before", ignore_errors=True)
    if Path("output").is_dir():
        shutil.copytree("output", "before", copy_function=os.link)


def _told(door: Door) -> list[Fault]:
    """Internal numbers in the bytes of the site, found by a reader of its own."""
    numbers = confidential.of(door.files)
    known = confidential.of_lines(Path("confidential")) if Path("before").is_dir() else None
    output, before = Path("output"), Path("before")
    found = []
    for path in sorted(one for one in output.rglob("*") if one.is_file()):
        name = path.relative_to(output)
        old = before / name
        seen = numbers == known and old.is_file() and old.stat().st_ino == path.stat().st_ino
        if not seen:
            found += [
                Fault("an internal number is published", f"{name}: {number}")
                for number in sorted(confidential.within(path, numbers))
            ]
    Path("confidential").write_text("\n".join(sorted(numbers)), "utf-8")
    return found[:1]


def _said() -> str:
    return Path("said").read_bytes().decode(errors="replace")


# ---- What is said to staff -------------------------------------------------------------------------------------------

_PROBLEM = re.compile(r"(?P<file>[^:]+):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<message>\S.*)")
_OF_SETTINGS = re.compile(r"[^:]*(?:pelicanconf|publishconf)\.py.*[\u4e00-\u9fff].*|.*TODAY=.*")
_QUOTED = re.compile("“[^”]*”|「[^」]*」")
_ENGLISH = re.compile(
    r"Traceback|\b[A-Z][A-Za-z]*(?:Error|Exception)\b|NoneType|<(?:class|module|function)\b|0x[0-9a-f]{6}"
    r"|\b(?:cannot|could not|must be|should be|not allowed|expected|unexpected|invalid|failed|missing|unknown type)\b"
)
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_MOST = 1_500
"""Characters of a line: more fill a terminal."""


def _misspoken(said: str, door: Door, *, refused: bool) -> list[Fault]:
    """What is wrong with what check has said."""
    lines = [line for line in said.split("\n") if line]
    if not lines:
        return [Fault("check says nothing", said)]
    *problems, last = lines
    if refused and re.fullmatch("有 [0-9]+ 处错误。改好以前，网站保持原样。", last) is None:
        problems = lines
    if not refused and not last.startswith("检查通过："):
        problems = lines
    return [
        Fault(f"check says badly: {why}: {_plain(line)}", line)
        for line in problems
        if (why := badly(line, door.files))
    ]


def badly(line: str, files: Files) -> str:
    """Why *line* is no good message; nothing if it is one."""
    match = _PROBLEM.fullmatch(line)
    if _ENGLISH.search(_QUOTED.sub("", line)):
        return "it is English"
    if _UNPRINTABLE.search(line):
        return "a sign that is not shown"
    if len(line) > _MOST:
        return "it does not end"
    if match is None:
        return "" if _OF_SETTINGS.fullmatch(line) else "no place"
    if not re.search("[\u4e00-\u9fff]", match["message"]):
        return "no Chinese"
    content = files.get(match["file"])
    if content is None:
        folder = any(name.startswith(f"{match['file']}/") for name in files) or match["file"] in (
            "data",
            "content",
        )
        # A file that is missing is named too, and a name may hold signs that are not shown.
        return "" if folder or "U+" in match["file"] or "没有" in match["message"] else "no such file"
    return "" if int(match["line"]) <= _lines_of(content) + 1 else "no such line"


def _lines_of(content: bytes) -> int:
    return len(re.split("\r\n|[\r\n\x85\u2028\u2029]", content.decode("utf-8", errors="replace")))


def _plain(line: str) -> str:
    """*line* without what differs from case to case."""
    line = _PROBLEM.sub(lambda match: match["message"], line)
    line = _PATH.sub(
        lambda match: f"{match['folder'] or ''}….{match['ending']}{'#…' if match['place'] else ''}", line
    )
    line = re.sub(
        "[0-9][0-9-]*", "…", _QUOTED.sub(lambda match: match[0] if "….html" in match[0] else "“…”", line)
    )
    return line[:160]


_PATH = re.compile(r"(?P<folder>[a-z]+/)?(?:[\w%.-]+/)*[\w%-]+\.(?P<ending>[a-z]{2,6})\b(?P<place>#[^\s”]+)?")


def _details(error: BaseException) -> str:
    """What *error* says of itself, if that is for staff; else where it came from."""
    return str(error) if type(error).__name__ == "Failed" else traceback.format_exc()


def _cause(error: BaseException) -> str:
    """The kind of *error*, and where in the program it came up."""
    while isinstance(error.__cause__, BaseException):
        error = error.__cause__
    if type(error).__name__ == "Failed":
        first = "".join(str(error).split("\n")[1:2])
        return _plain(re.sub(r"^[^:]*: |^[^:]*等 [0-9]+ 个文件: ", "", first))
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if f"{os.sep}scienceweek{os.sep}" in frame.filename and "<" not in frame.filename
    ]
    where = f"{Path(ours[-1].filename).stem}.{ours[-1].name}" if ours else "elsewhere"
    return f"{type(error).__name__} in {where}: {_plain(str(error).strip().split(chr(10))[-1])}"
