from dataclasses import is_dataclass

import pytest
from pydantic import TypeAdapter

from scienceweek.desk.findings import Certainty, Sort
from scienceweek.desk.tables.columns import TableColumn
from scienceweek.model import (
    activity,
    alert,
    booking,
    campaign,
    coming,
    contact,
    organisation,
    place,
    site_facts,
)
from scienceweek.model.session import SessionStatus
from scienceweek.model.word import Word
from scienceweek.source.records.confirmation import Confirmation
from scienceweek.source.records.datum import Datum

WORDS = (
    *(activity.Admits, activity.Status, activity.Tier, alert.AlertSeverity, contact.Show),
    *(campaign.Disclosure, campaign.Series, campaign.NoticeKind),
    *(
        organisation.Role,
        place.Access,
        booking.Booking,
        place.Fee,
        coming.Accessible,
        coming.Language,
        SessionStatus,
        Confirmation,
        Datum,
        site_facts.MapGround,
        site_facts.Geocoder,
        site_facts.Destination,
        Certainty,
        Sort,
        TableColumn,
    ),
)


def test_all_enumerations_of_the_file_format_are_looked_at_here():
    assert set(WORDS) == set(Word.__subclasses__())


@pytest.mark.parametrize("words", WORDS)
def test_every_word_says_itself_in_chinese(words: type[Word]):
    assert [word for word in words if not word.said] == []


@pytest.mark.parametrize("words", WORDS)
def test_no_two_words_say_the_same(words: type[Word]):
    ways = [way for word in words for way in (word.said, *word.also)]

    assert len(set(ways)) == len(ways)


def test_a_word_is_the_text_that_staff_write():
    assert (place.Fee.FREE, str(place.Fee.FREE), place.Fee("free")) == ("free", "free", place.Fee.FREE)
    assert TypeAdapter(place.Fee).validate_python("free") is place.Fee.FREE


def test_a_word_shows_as_an_enumeration_in_fingerprints():
    assert repr(place.Fee.FREE) == "<Fee.FREE: 'free'>"
    assert not is_dataclass(place.Fee)


@pytest.mark.parametrize("written", ["cancelled", "取消", "已取消"])
def test_a_word_is_understood_in_chinese_too(written: str):
    assert activity.Status(written) is activity.Status.read(written) is activity.Status.CANCELLED
    assert TypeAdapter(activity.Status).validate_python(written) is activity.Status.CANCELLED


def test_what_no_word_means_is_none():
    assert activity.Status.read("停办") is None
    with pytest.raises(ValueError, match="停办"):
        activity.Status("停办")
