from pathlib import Path

import pytest
from trees import grow

from scienceweek.source.mistakes.problems import Position
from scienceweek.source.yaml.record_positions import position


@pytest.mark.parametrize(
    ("id", "key", "value", "spot"),
    [
        ("fish", "source", "s4-1", Position("data/activities/2024-yubei.yaml", 10, 13)),
        ("fish", "url", "main-hall", Position("data/activities/2024-yubei.yaml", 7, 20)),
        ("fish", "url", "none", Position("data/activities/2024-yubei.yaml", 3, 5)),
        ("meteorology-museum", "source", "annex-1", Position("data/bases/yubei.yaml", 9, 84)),
        ("2024-yubei", "title", "科学家精神", Position("data/campaigns/2024-yubei.yaml", 6, 27)),
        ("nobody", "url", "none", Position("data")),
    ],
)
def test_a_value_is_found_in_its_record(tmp_path: Path, id: str, key: str, value: str, spot: Position):
    assert position(grow(tmp_path) / "data", id, key, value) == spot
