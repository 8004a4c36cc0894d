"""Looking at drafts from the command line."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from socket import create_server
from urllib.request import urlopen

import small_project

from scienceweek.__main__ import main

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def test_a_port_that_is_taken_is_told(tmp_path, monkeypatch, capsys):
    small_project.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["review", "--no-open", "--port", str(port)]) == 1
    assert capsys.readouterr().err.startswith(f"不能使用端口 {port}（")
    assert main(["review", "--no-open", "--port", "70000"]) == 1
    assert capsys.readouterr().err.startswith("不能使用端口 70000（端口是 1 到 65535 的数）")


def test_the_page_is_served_until_somebody_stops_it(tmp_path):
    small_project.write(tmp_path)
    command = (sys.executable, "-m", "scienceweek", "review", "--no-open", "--port", "0")
    environment = os.environ | {"PYTHONPATH": str(PLUGINS)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "审阅页也写在 output-review/review.html：只供内部，不在网站里。\n"
        address = running.stdout.readline().removeprefix("核对草稿：").strip()
        with urlopen(address) as page:  # noqa: S310 - our own
            assert "没有要看的草稿" in page.read().decode()
        running.send_signal(signal.SIGINT)
        assert running.wait() == 0
