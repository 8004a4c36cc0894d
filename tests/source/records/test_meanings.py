from enum import StrEnum

import pytest

from scienceweek.source.records.meanings import MEANINGS


@pytest.mark.parametrize("enumeration", MEANINGS, ids=lambda enumeration: enumeration.__name__)
def test_every_word_has_a_meaning(enumeration: type[StrEnum]):
    assert list(MEANINGS[enumeration]) == [word.value for word in enumeration]


@pytest.mark.parametrize("enumeration", MEANINGS, ids=lambda enumeration: enumeration.__name__)
def test_no_two_words_mean_the_same(enumeration: type[StrEnum]):
    meanings = list(MEANINGS[enumeration].values())

    assert len(set(meanings)) == len(meanings)
