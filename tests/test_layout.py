from pathlib import Path

from scienceweek.layout import FOLDER, MANIFEST, PROGRAM, project_of


def test_the_program_is_a_folder_of_the_project_where_a_list_of_its_files_says_so(tmp_path: Path):
    program = tmp_path / FOLDER
    program.mkdir()
    assert project_of(program) == program

    (program / MANIFEST).touch()
    assert project_of(program) == tmp_path


def test_here_both_are_one():
    assert project_of() == PROGRAM == Path(__file__).resolve().parents[1]
