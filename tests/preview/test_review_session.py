"""Looking at drafts from the command line."""

from socket import create_server

import small_project

from scienceweek.__main__ import main


def test_a_port_that_is_taken_is_told(tmp_path, monkeypatch, capsys):
    small_project.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["review", "--no-open", "--port", str(port)]) == 1
    assert capsys.readouterr().err.startswith(f"不能使用端口 {port}（")
    assert main(["review", "--no-open", "--port", "70000"]) == 1
    assert capsys.readouterr().err.startswith("不能使用端口 70000（端口是 1 到 65535 的数）")
