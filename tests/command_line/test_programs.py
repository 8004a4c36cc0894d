from scienceweek.command_line.programs import python, run


def test_the_first_that_fails_is_the_last(tmp_path, capfd):
    commands = [
        python("-c", "print('甲')"),
        python("-c", "raise SystemExit(3)"),
        python("-c", "print('乙')"),
    ]

    assert run(*commands, folder=tmp_path) == 3
    assert capfd.readouterr().out == "甲\n"


def test_they_run_in_the_folder_and_end_with_nothing_if_all_is_well(tmp_path):
    assert run(python("-c", "open('made', 'w').close()"), folder=tmp_path) == 0
    assert (tmp_path / "made").exists()


def test_a_program_that_was_killed_has_the_status_of_a_shell(tmp_path):
    assert run(python("-c", "import os; os.kill(os.getpid(), 9)"), folder=tmp_path) == 137
