"""A program that knows nothing of science weeks, published by a server of its own: nothing but `Program` connects them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pushers import ROOT, Clone, clone, run

LEAFLETS = """
import argparse
import os
import sys
from pathlib import Path

from gitpublish import commands
from gitpublish.program import Program


def check(chosen):
    files = sorted(Path("texts").iterdir())
    mistakes = [f"texts/{file.name}:1:1: 空的。" for file in files if not file.read_text("utf-8").strip()]
    print("\\n".join(mistakes), file=sys.stderr) if mistakes else print(f"检查通过：{len(files)} 篇。")
    return 1 if mistakes else 0


def build(chosen):
    output, *texts = map(Path, chosen.settings.read_text("utf-8").splitlines())
    output.mkdir(exist_ok=True)
    for page in output.iterdir():
        page.unlink()
    for text in texts:
        page = f'<p id="top">{text.read_text("utf-8")}<a href="#top">{os.environ["SITEURL"]}</a>'
        (output / f"{text.stem}.html").write_text(page, "utf-8")
    return 0


PROGRAM = Program(
    source=Path(__file__).parents[2],
    module="leaflets",
    modules="tools",
    facts=("texts",),
    parts=("tools", "install.sh"),
    made=(),
    install=("sh", "install.sh"),
    python="python3",
    settings=lambda job: "\\n".join(map(str, [job.output, *sorted((job.project / "texts").iterdir())])),
    check=lambda job: ("-m", "leaflets", "check"),
    build=lambda job: ("-m", "leaflets", "build", str(job.settings)),
    planned=lambda output: [page.name for page in output.iterdir()],
    scripted=frozenset(),
    policy=lambda: "default-src 'none'",
    address=lambda written: written,
    why=lambda error: f"不行（{error.errno}）",
)

parser = argparse.ArgumentParser()
known = parser.add_subparsers(required=True)
known.add_parser("check").set_defaults(run=check)
builder = known.add_parser("build")
builder.add_argument("settings", type=Path)
builder.set_defaults(run=build)
commands.add(known, PROGRAM)
chosen = parser.parse_args()
sys.exit(chosen.run(chosen))
"""
URL = "https://leaflets.example.org"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with that program, and `gitpublish` beside it."""
    tools = tmp_path / "project" / "tools"
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "plugins" / "gitpublish", tools / "gitpublish", ignore=unwanted)
    (tools / "leaflets").mkdir()
    (tools / "leaflets" / "__main__.py").write_text(LEAFLETS, encoding="utf-8")
    (tools.parent / "install.sh").write_text(f"ln -s '{sys.executable}' python3\n", encoding="utf-8")
    return tools.parent


def leaflets(project: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    tools = {"PYTHONPATH": str(project / "tools"), "PYTHONUTF8": "1"}
    return run(sys.executable, "-m", "leaflets", *arguments, folder=project, **tools)


@pytest.fixture
def server(project: Path, tmp_path: Path) -> Path:
    made = leaflets(project, "setup-server", tmp_path / "server", "--url", URL)
    assert (made.returncode, made.stderr) == (0, "")
    return tmp_path / "server"


@pytest.fixture
def staff(server: Path, tmp_path: Path) -> Clone:
    mine = clone(server, tmp_path / "staff")
    (mine.folder / "texts").mkdir()
    mine.git("checkout", "--quiet", "-b", "main")
    return mine


def text(staff: Clone, name: str, words: str) -> None:
    (staff.folder / name).parent.mkdir(parents=True, exist_ok=True)
    (staff.folder / name).write_text(words, encoding="utf-8")
    staff.commit(name)


def test_another_program_is_installed_and_what_is_pushed_is_checked_built_and_live(server, staff):
    text(staff, "texts/a.txt", "甲")

    status, told = staff.push()

    assert (status, told.splitlines()[:4]) == (
        0,
        ["正在检查……", "检查通过：1 篇。", "正在生成网站……", "核对无误：1 个文件。"],
    ), told
    page = (server / "live" / "a.html").read_text("utf-8")
    assert page == f'<p id="top">甲<a href="#top">{URL}</a>'


def test_what_another_program_refuses_stays_outside(server, staff):
    text(staff, "texts/a.txt", "甲")
    staff.push()
    text(staff, "texts/b.txt", " ")

    status, told = staff.push()

    assert (status, "texts/b.txt:1:1: 空的。" in told.splitlines()) == (1, True), told
    assert [page.name for page in (server / "live").glob("*.html")] == ["a.html"]


def test_the_parts_of_another_program_do_not_come_in_with_a_push(staff):
    text(staff, "texts/a.txt", "甲")
    text(staff, "tools/leaflets/__main__.py", "raise SystemExit")

    status, told = staff.push()

    assert (status, "tools/leaflets/__main__.py: 程序文件不能通过推送修改。" in told) == (1, True), told


def test_whoever_is_trusted_brings_another_program_of_the_same_name(server, staff):
    settings = server / "server.toml"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace("trusted = false", "trusted = true"), encoding="utf-8")
    tools = server / "program" / "tools"
    shutil.copytree(tools, staff.folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    text(staff, "tools/leaflets/__main__.py", LEAFLETS.replace('<p id="top">', '<p id="top" class="new">'))
    text(staff, "texts/a.txt", "甲")

    status, told = staff.push()

    assert status == 0, told
    assert 'class="new"' in (server / "live" / "a.html").read_text("utf-8")


def test_the_settings_of_a_server_name_the_parts_of_its_program(server):
    assert "推送者可以改程序（tools、install.sh、*.py 等）" in (server / "server.toml").read_text("utf-8")


def test_settings_for_web_servers_lead_to_where_another_server_lies_by_custom(project):
    made = leaflets(project, "deploy", "--folder", project / "deploy")

    assert (made.returncode, made.stderr) == (0, "")
    assert "    root /srv/leaflets/live;\n" in (project / "deploy" / "nginx.conf").read_text("utf-8")
    assert "scienceweek" not in "".join(path.read_text("utf-8") for path in (project / "deploy").iterdir())
