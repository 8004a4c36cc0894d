import subprocess
import sys
from pathlib import Path

from processes import measured

PLUGINS = Path(__file__).parents[1] / "plugins"


def test_a_process_that_leaves_has_said_all_that_it_had_to_say():
    code = "from scienceweek.__main__ import leave; print('甲', end=''); leave(3)"
    left = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1", **measured()},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (left.returncode, left.stdout, left.stderr) == (3, "甲", "")
