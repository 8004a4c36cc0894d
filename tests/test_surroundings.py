"""What the machine refuses or lacks, in real processes: a line of Chinese, status 1, and the site whole."""

import errno
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import unmeasured
from test_plugin import home, pelican, tree

from scienceweek.render import Busy, DrawError, SlotError
from scienceweek.settings import SettingsError
from scienceweek.surroundings import refusal
from scienceweek.terminal import speak


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site has been built; every test leaves it as it was."""
    root = home(tmp_path_factory.mktemp("project"))
    assert pelican(root)[0] == 0
    return root


def check(root: Path, **environment: str) -> tuple[int, str]:
    """The exit status and all that was said, as bytes that are UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "scienceweek", "check"],
        cwd=root,
        env=unmeasured() | {"PYTHONPATH": str(root / "plugins")} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def changed(root: Path, old: str, new: str) -> Callable[[], object]:
    """Puts *new* in place of *old* in the settings; what is given puts it back."""
    file = root / "pelicanconf.py"
    before = file.read_text("utf-8")
    assert old in before
    file.write_text(before.replace(old, new), "utf-8")
    return lambda: file.write_text(before, "utf-8")


OUTPUT = 'OUTPUT_PATH = str(PROJECT / "output")'


def test_output_that_takes_ascii_only_is_readable_all_the_same(project: Path):
    passed = "检查通过：1 届活动周，1 个活动，1 个基地，0 条提醒。\n"

    assert check(project, PYTHONIOENCODING="ascii") == (0, passed)
    assert check(project, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == (0, passed)
    assert pelican(project, PYTHONIOENCODING="ascii")[0] == 0


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("x.cn", "要以 https:// 或 http:// 开头"),
        ("javascript:alert(1)", "要以 https:// 或 http:// 开头"),
        ("https://x.cn/a b", "里有空格或看不见的字符"),
    ],
)
def test_an_address_that_is_none_is_refused_by_check_and_by_pelican(project: Path, address: str, fault: str):
    before = tree(project / "output")
    back = changed(project, 'SITEURL = ""', f'SITEURL = "{address}"')

    said = [check(project), pelican(project)]
    back()

    example = "例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu"
    assert said == [(1, f"SITEURL “{address}”{fault}。{example}。网站保持原样。\n")] * 2
    assert tree(project / "output") == before


def test_settings_that_are_wrong_are_told_by_check_and_by_pelican(project: Path):
    back = changed(project, '"today": ', '"mask_mobiles": "no", "keepr": "", "today": ')

    said = [check(project), pelican(project)]
    back()

    assert (
        said
        == [
            (
                1,
                (
                    "pelicanconf.py 里的 SCIENCEWEEK 没有 'keepr' 这一项。是不是 keeper？\n"
                    "pelicanconf.py 里的 mask_mobiles 要写 True 或 False，这里是 'no' 。网站保持原样。\n"
                ),
            )
        ]
        * 2
    )


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("SITEURL = None", "SITEURL 要写网址，放在引号里"),
        ("TIMEZONE = 'Mars'", "没有“Mars”这个时区"),
        ("DEFAULT_LANG = None", "DEFAULT_LANG 要写一行文字，放在引号里"),
        ("OUTPUT_PATH = 5", "OUTPUT_PATH 要写一行文字，放在引号里"),
        ("THEME = 5", "THEME 要写一行文字，放在引号里"),
        ("THEME = '/nowhere'", "THEME 写的是 /nowhere，那里没有网站的模板"),
        ("THEME = 'docs'", "THEME 写的是 docs，那里没有网站的模板"),
        ("PLUGINS = []", 'PLUGINS 要写成 ["scienceweek.plugin"]，不然什么也不会生成'),
        ("PAGE_PATHS = 5", "PAGE_PATHS 要写成 ['pages']，不要改，这里是 5"),
        ("ARTICLE_PATHS = ['activities']", "ARTICLE_PATHS 要写成 []，不要改"),
        ("PLUGINS = None", 'PLUGINS 要写成 ["scienceweek.plugin"]，不然什么也不会生成'),
    ],
)
def test_what_pelican_would_stumble_over_is_told_in_the_same_line_by_both(
    project: Path, setting: str, told: str
):
    before = tree(project / "output")
    back = changed(project, "AUTHOR_FEED_RSS = None", f"AUTHOR_FEED_RSS = None\n{setting}")

    checked, built = check(project), pelican(project)
    back()

    assert checked == (1, checked[1])
    assert told in checked[1]
    assert checked[1].count("\n") == 1
    assert "docs" in setting or built == checked
    assert built[0] == 1
    assert built[1].endswith("网站保持原样。\n")
    assert tree(project / "output") == before


def test_a_site_lies_apart_from_what_it_is_made_from(project: Path):
    back = changed(project, OUTPUT, 'OUTPUT_PATH = str(PROJECT / "content" / "site")')

    said = pelican(project)
    back()

    assert said == (
        1,
        (
            f"OUTPUT_PATH 写的是 {project / 'content' / 'site'}，在 content/ 里面，生成的网站会和原来的内容混在一起。"
            "请写别处的文件夹，例如 output。网站保持原样。\n"
        ),
    )
    assert not (project / "content" / "site").exists()


def test_check_reads_the_facts_that_a_build_reads(project: Path):
    (project / "data").rename(project / "facts")
    (project / "data").mkdir()
    back = changed(project, 'str(PROJECT / "data")', 'str(PROJECT / "facts")')

    said = check(project)
    back()
    (project / "data").rmdir()
    (project / "facts").rename(project / "data")

    assert said == (0, "检查通过：1 届活动周，1 个活动，1 个基地，0 条提醒。\n")


def test_a_slash_at_the_end_of_the_address_is_nothing_to_be_told(project: Path):
    back = changed(project, 'SITEURL = ""', 'SITEURL = "https://x.cn/kepu/"')

    code, said = pelican(project)
    back()
    pelican(project)

    assert code == 0
    assert "WARNING" not in said


def test_a_slip_in_the_settings_is_told_with_its_line(project: Path):
    lines = (project / "pelicanconf.py").read_text("utf-8").count("\n")
    back = changed(project, "AUTHOR_FEED_RSS = None", "AUTHOR_FEED_RSS = (")

    said = check(project)
    back()

    assert said == (
        1,
        (
            f"pelicanconf.py:{lines}:19: 这一行不是正确的 Python（'(' was never closed）。"
            "请检查引号、括号和逗号是不是成对、是不是半角。网站保持原样。\n"
        ),
    )


@pytest.mark.parametrize("name", ["data", "content"])
def test_a_folder_that_is_gone_is_told_by_check_and_by_pelican(project: Path, name: str):
    (project / name).rename(project / "elsewhere")

    said = [check(project), pelican(project)]
    (project / "elsewhere").rename(project / name)

    told = (
        f"没有 {name} 这个文件夹（{project / name}）。请在项目的文件夹里运行；"
        f"误删了的，用 git restore {name} 恢复。网站保持原样。\n"
    )
    assert said == [(1, told)] * 2


def test_a_folder_of_somebody_elses_is_left_as_it_is(project: Path):
    other = project / "documents"
    other.mkdir()
    (other / "report.doc").write_text("report")
    back = changed(project, OUTPUT, 'OUTPUT_PATH = str(PROJECT / "documents")')

    said = pelican(project)
    back()

    assert said == (
        1,
        (
            f"{other} 里有不是网站的文件（report.doc），生成会删去它们，所以没有生成。"
            "请把它们移走，或者给 OUTPUT_PATH 写一个空的文件夹。网站保持原样。\n"
        ),
    )
    assert [path.name for path in other.iterdir()] == ["report.doc"]


def test_a_file_of_somebody_elses_in_the_site_is_told_and_kept(project: Path):
    (project / "output/报告.doc").write_text("report")

    status, said = pelican(project)

    assert (status, said.split("\n")[0]) == (
        0,
        (
            f"output/ 里有不是网站生成的文件：报告.doc，已移到 {project / 'output.others-1'}。"
            "output/ 只放生成的网站，自己的文件请放在别处。"
        ),
    )
    assert (project / "output.others-1/报告.doc").read_text() == "report"
    assert not (project / "output/报告.doc").exists()


def test_a_site_without_its_manifest_is_known_by_its_front_page(project: Path):
    before = tree(project / "output")
    shutil.rmtree(project / ".output.build")

    assert pelican(project)[0] == 0
    assert tree(project / "output") == before


def test_a_link_or_a_file_in_the_place_of_the_site_is_told(project: Path):
    (project / "link").symlink_to(project / "data")
    (project / "document").touch()
    said = []
    # Names of other lengths: Python knows settings that it has read by their second and their size.
    for name in ("link", "document"):
        back = changed(project, OUTPUT, f'OUTPUT_PATH = str(PROJECT / "{name}")')
        said.append(pelican(project))
        back()

    assert said == [
        (
            1,
            f"{project / 'link'} 是一个链接（快捷方式）。请删去它，或者把 OUTPUT_PATH 改成真正的文件夹。网站保持原样。\n",
        ),
        (
            1,
            f"{project / 'document'} 是一个文件，不是文件夹。请把它移走，或者改 OUTPUT_PATH。网站保持原样。\n",
        ),
    ]


def test_a_disk_that_takes_no_more_leaves_the_site_whole(project: Path):
    before = tree(project / "output")
    facts = project / "data/districts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("渝北", "渝地"), "utf-8")

    done = subprocess.run(
        [
            "bash",
            "-c",
            'ulimit -f 4; exec "$@"',
            "-",
            sys.executable,
            "-m",
            "pelican",
            "content",
            "-s",
            "pelicanconf.py",
            "--fatal",
            "errors",
        ],
        cwd=project,
        env=unmeasured(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    facts.write_text(facts.read_text("utf-8").replace("渝地", "渝北"), "utf-8")

    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert done.stdout.startswith("文件超过了系统允许的大小（")
    assert tree(project / "output") == before


def test_a_package_that_is_not_there_is_named(project: Path, tmp_path: Path):
    (tmp_path / "nh3.py").write_text("raise ModuleNotFoundError(\"No module named 'nh3'\", name='nh3')\n")
    path = f"{tmp_path}:{project / 'plugins'}"

    said = [check(project, PYTHONPATH=path), pelican(project, PYTHONPATH=path)]

    assert said == [(1, "没有装好 nh3。请删去 .venv 文件夹，再运行一次 make site。网站保持原样。\n")] * 2


def test_an_older_python_is_told_so():
    program = (
        "import sys; sys.version_info = (3, 9, 0, 'final', 0); sys.argv = ['x', 'check'];"
        "import runpy; runpy.run_module('scienceweek', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stderr) == (
        1,
        "需要 Python 3.11 以上，这里是 3.9。请用 make site，或者 .venv/bin/python。\n",
    )


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SettingsError("错了。"), "错了。"),
        (SlotError("错了。"), "错了。"),
        (Busy(), "另一次生成还没有结束，请等它结束再试。"),
        (
            PermissionError(errno.EACCES, "denied", "/srv/output"),
            "没有权限（/srv/output）。请换成能写的文件夹，或者请管理员给权限。",
        ),
        (OSError(errno.EROFS, "", "/srv"), "磁盘是只读的（/srv）。请换成能写的文件夹，或者请管理员给权限。"),
        (
            DrawError("index.html", "cannot draw", refusal=errno.ENOSPC),
            "磁盘满了（index.html）。请腾出空间再试。",
        ),
        (
            DrawError("x", "cannot draw x: ModuleNotFoundError: No module named 'folium' (x.py:1)"),
            "没有装好 folium。请删去 .venv 文件夹，再运行一次 make site。",
        ),
        (MemoryError(), "内存不够。请关掉别的程序再试，或者换一台内存大些的电脑。"),
        (DrawError("index.html", "cannot draw index.html: ZeroDivisionError"), ""),
        (ZeroDivisionError(), ""),
    ],
)
def test_what_was_refused_is_said_in_a_line_and_a_fault_of_the_program_is_not_hidden(
    error: Exception, told: str
):
    assert refusal(error) == told


def test_a_terminal_that_knows_chinese_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch):
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=name) for name in ("gb18030", "latin-1")]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])

    speak()

    assert [(stream.encoding, stream.errors) for stream in streams] == [
        ("gb18030", "backslashreplace"),
        ("utf-8", "backslashreplace"),
    ]
