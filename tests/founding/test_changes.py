from scienceweek.founding.changes import between

OLD = """\
# Changelog

## [Unreleased]

### Added

- A page of
  its own.

## [1.0.0] – 2026-11-26

The first version.

### Added

- Pages.
"""
NEW = """\
# Changelog

## [Unreleased]

## [1.1.0] – 2027-01-01

### Added

- A page of its own.
- Hours of
  places.

### Fixed

- A `- ` in a line.

## [1.0.0] – 2026-11-26

The first version.

### Added

- Pages.

[Unreleased]: ../../compare/v1.1.0...HEAD
"""


def test_what_is_new_is_told_by_version_and_kind():
    assert between(OLD, NEW) == (
        "1.1.0 – 2027-01-01",
        "  Added",
        "  - Hours of places.",
        "  Fixed",
        "  - A `- ` in a line.",
    )


def test_where_nothing_is_new_nothing_is_told():
    assert between(NEW, NEW) == between(NEW, OLD) == between("", "") == ()


def test_whoever_has_had_no_log_is_told_everything():
    assert between("", OLD)[0] == "Unreleased"
    assert len(between("", OLD)) == 6
