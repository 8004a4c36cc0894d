from scienceweek.__main__ import main
from scienceweek.command_line import workshop_verbs


def test_a_copy_without_tests_says_where_they_run(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(workshop_verbs, "_PROGRAM", tmp_path)

    assert [main([verb]) for verb in ("test", "test-slow", "bench", "shots", "lock")] == [1] * 5
    assert capsys.readouterr().err.splitlines()[0] == (
        f"这个命令给改程序的人用，要在程序自己的项目里运行；{tmp_path} 里没有 tests/。"
    )
