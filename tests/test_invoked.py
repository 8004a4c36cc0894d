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
    ],
)
def test_what_a_verb_takes_any_number_of_is_one_word_for_invoke(words, made):
    assert gathered(words, known()) == made
