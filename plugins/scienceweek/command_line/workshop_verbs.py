"""The verbs for those who change the program: test it, measure it, lock what it needs."""

import argparse
import sys
from pathlib import Path

from scienceweek.command_line.parser import Verbs
from scienceweek.command_line.programs import python, run, script

_PROGRAM = Path(__file__).resolve().parents[3]
_REQUIREMENTS = ("site", "publish", "cluster", "test", "upkeep", "bench")


def add(verbs: Verbs) -> None:
    """Adds them."""
    test = verbs.add_parser(
        "test",
        help="全部测试：代码规范、类型、分层、行为和覆盖率 (style, types, layers, behaviour, coverage)",
    )
    test.set_defaults(run=_test)

    slow = verbs.add_parser(
        "test-slow", help="慢速测试：另需 Java、npm、nginx、rsync、Wine (what needs more of the machine)"
    )
    slow.set_defaults(run=_test_slow)

    bench = verbs.add_parser("bench", help="测量生成网站要多久 (how long a build takes)")
    bench.add_argument(
        "--activities",
        type=int,
        default=1000,
        help="活动数量；0 是本站自己的数据 (how many; 0: the site's own data)",
    )
    bench.add_argument("--rounds", type=int, default=3, help="每样几次 (how often)")
    bench.set_defaults(run=_bench)

    shots = verbs.add_parser(
        "shots", help="各种网页的截图，放在一页上看 (screenshots of every kind of page on one sheet)"
    )
    shots.add_argument(
        "--edition",
        default="",
        help="只要一种：today 今天、season 活动周里、city 一座城、between 没有活动的时候 (one edition only)",
    )
    shots.add_argument("--kind", default="", help="只要一种网页，例如 home (pages of one kind only)")
    shots.set_defaults(run=_shots)

    lock = verbs.add_parser("lock", help="重新锁定依赖的版本 (lock the requirements, with hashes)")
    lock.set_defaults(run=_lock)


def _test(_chosen: argparse.Namespace) -> int:
    return _at_home(
        python("tests/browser.py"),
        python("-m", "ruff", "check"),
        python("-m", "ruff", "format", "--check"),
        python("-m", "mypy"),
        script("lint-imports", "--no-logo"),
        script("biome", "ci", "--error-on-warnings"),
        script("djlint", "theme/templates", "--lint", "--quiet"),
        python(*("-m", "pytest", "-n", "2", "--dist", "worksteal"), "--cov", "--cov-report", "term-missing"),
    )


def _test_slow(_chosen: argparse.Namespace) -> int:
    return _at_home(python("tests/browser.py"), python("-m", "pytest", "-m", "slow"))


def _bench(chosen: argparse.Namespace) -> int:
    return _at_home(python("bench/build.py", str(chosen.activities), "--rounds", str(chosen.rounds)))


def _shots(chosen: argparse.Namespace) -> int:
    asked = (("--edition", chosen.edition), ("--kind", chosen.kind))
    options = [word for option, value in asked if value for word in (option, value)]
    return _at_home(python("tests/browser.py"), python("bench/contact_sheet.py", *options))


def _lock(_chosen: argparse.Namespace) -> int:
    return _at_home(
        *(
            script(
                *("uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11"),
                *("--generate-hashes", "--only-binary", ":all:", "--no-emit-index-url"),
                *("--custom-compile-command", "invoke lock"),
                *(f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"),
            )
            for name in _REQUIREMENTS
        )
    )


def _at_home(*commands: tuple[str, ...]) -> int:
    """Runs *commands* in the project of the program, if that is all there."""
    if not (_PROGRAM / "tests").is_dir():
        print(
            f"这个命令给改程序的人用，要在程序自己的项目里运行；{_PROGRAM} 里没有 tests/。", file=sys.stderr
        )
        return 1
    return run(*commands, folder=_PROGRAM)
