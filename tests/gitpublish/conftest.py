import json
import shutil
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
import small_project
from compiled import compiled
from moto.server import ThreadedMotoServer
from pushers import ROOT, URL, Clone, clone, scienceweek

from gitpublish import server_setup
from gitpublish.server_setup import Wish
from gitpublish.upkeep import WRITTEN
from scienceweek.publishing import PROGRAM
from scienceweek.render.manifest import identity, path_of

PARTS = ("plugins", "theme", "Makefile", "pyproject.toml", "pelicanconf.py", "publishconf.py")


def set_up(root: Path) -> Path:
    made = scienceweek("setup-server", root, "--url", URL, "--python", sys.executable)
    assert (made.returncode, made.stderr) == (0, "")
    return root


@pytest.fixture(scope="session")
def first_push(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server and a clone, after the first push."""
    folder = tmp_path_factory.mktemp("first")
    root = set_up(folder / "server")
    mine = clone(root, folder / "staff")
    compiled(root / "program" / "plugins")
    for name in PARTS:
        # As the server has it, which is what everybody has.
        source = root / "program" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, mine.folder / name)
    shutil.copytree(ROOT / "content" / "pages", mine.folder / "content" / "pages")
    small_project.write(
        mine.folder, **{"tests/test_something.py": "# The server has no tests, a checkout has.\n"}
    )
    mine.git("checkout", "--quiet", "-b", "main")
    mine.commit("开始")
    status, told = mine.push()
    assert status == 0, told
    assert "已发布第 1 版" in told, told
    return folder


@pytest.fixture
def server(first_push: Path, tmp_path: Path) -> Path:
    """A server of the test's own, with the first push published."""
    shutil.copytree(first_push / "server", tmp_path / "server", symlinks=True)
    # Hooks and clocks name the folder; the session's own server was set up by the command.
    server_setup.set_up(PROGRAM, tmp_path / "server", Wish(python=sys.executable, start=WRITTEN), print)
    keep_what_was_built(tmp_path / "server" / "build" / "output")
    return tmp_path / "server"


def keep_what_was_built(output: Path) -> None:
    """Has the copy of a site believed to be one, as the original is: the next build draws what has changed."""
    (manifest,) = output.with_name(f".{output.name}.build").glob("*.manifest")
    stored = json.loads(manifest.read_bytes()) | {"tree": identity(str(output))}
    manifest.write_text(json.dumps(stored), encoding="utf-8")
    manifest.rename(path_of(str(output), manifest.parent))


@pytest.fixture
def staff(server: Path, first_push: Path, tmp_path: Path) -> Clone:
    """A clone of what is published."""
    shutil.copytree(first_push / "staff", tmp_path / "staff", symlinks=True)
    mine = Clone(tmp_path / "staff")
    mine.git("remote", "set-url", "origin", server / "site.git")
    return mine


@pytest.fixture(scope="session")
def storage() -> Iterator[str]:
    """The address of moto's S3 server."""
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(storage: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[dict[str, Any], Any]]:
    """A new bucket: its settings, and a client to look into it."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    urllib.request.urlopen(f"{storage}/moto-api/reset", data=b"").close()  # noqa: S310 - our own
    client = boto3.client("s3", endpoint_url=storage, region_name="us-east-1")
    client.create_bucket(Bucket="kepu")
    yield {"bucket": "kepu", "endpoint": storage, "region": "us-east-1", "prefix": "week"}, client
    client.close()


@pytest.fixture
def checkout(first_push: Path, tmp_path: Path) -> Clone:
    """A checkout of the project that publishes to ``site.zip`` beside it."""
    folder = tmp_path / "project"
    shutil.copytree(first_push / "staff", folder, ignore=shutil.ignore_patterns(".git"))
    settings = folder / "publishconf.py"
    text = settings.read_text("utf-8").replace(
        'str(PROJECT / "output.zip")', repr(str(tmp_path / "site.zip"))
    )
    settings.write_text(text, encoding="utf-8")
    mine = Clone(folder)
    mine.git("init", "--quiet", "--initial-branch", "main")
    mine.commit("开始")
    return mine
