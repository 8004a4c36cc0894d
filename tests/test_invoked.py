import pytest

from scienceweek.invoked import gathered, known


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("import", "a.docx", "b.xlsx", "--yes"), ["import", "a.docx\nb.xlsx", "--yes"]),
        (("import", "--campaign", "2024-yubei", "a", "b"), ["import", "--campaign", "2024-yubei", "a\nb"]),
        (("import", "--campaign=2024-yubei", "a"), ["import", "--campaign=2024-yubei", "a"]),
        (("import", "a", "--dry-run", "b c"), ["import", "a\nb c", "--dry-run"]),
        (("check", "import"), ["check", "import"]),
        (("serve", "--port", "8001"), ["serve", "--port", "8001"]),
        (("export", "form", "a", "b", "--to", "x"), ["export", "form", "a\nb", "--to", "x"]),
    ],
)
def test_what_a_verb_takes_any_number_of_is_one_word_for_invoke(words, made):
    assert gathered(words, known()) == made


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("rollback",), ["rollback", ""]),
        (("rollback", "3"), ["rollback", "3"]),
        (("rollback", "--number", "3"), ["rollback", "--number", "3"]),
        (("rollback", "--number=3", "check"), ["rollback", "--number=3", "check"]),
        (("rollback", "check"), ["rollback", "", "check"]),
        (("export", "--to", "x"), ["export", "--to", "x", "", ""]),
        (("export", "form", "--to", "x"), ["export", "form", "--to", "x", ""]),
        (("new",), ["new"]),
    ],
)
def test_what_may_be_left_out_is_an_empty_word_for_invoke(words, made):
    assert gathered(words, known()) == made
