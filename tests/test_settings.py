from datetime import date
from pathlib import Path

import pytest

from scienceweek.formats.ground import Ground, Service
from scienceweek.links import Marks
from scienceweek.model.contact import Phone
from scienceweek.settings import Settings, SettingsError


def test_what_is_not_written_goes_without_saying():
    assert Settings.of({}) == Settings(data=Path("data"))


def test_what_is_written_is_read():
    written = {
        "data": "facts",
        "today": "2024-05-25",
        "marks": {"icp": "渝ICP备00000000号"},
        "map": {"service": "tianditu", "approval": "GS（2024）0000号"},
        "mask_mobiles": True,
        "phone": "（023）67821101转801",
    }

    assert Settings.of(written) == Settings(
        data=Path("facts"),
        today=date(2024, 5, 25),
        marks=Marks(icp="渝ICP备00000000号"),
        ground=Ground(Service.TIANDITU, approval="GS（2024）0000号"),
        mask_mobiles=True,
        phone=Phone("023-67821101转801", mobile=False),
    )


def test_marks_that_are_all_empty_are_none():
    assert Settings.of({"marks": {"icp": "", "police": ""}}).marks is None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"today": "5月25日"}, "看不懂 TODAY=5月25日。请写成 TODAY=2024-05-25 这样。"),
        (
            {"map": {"service": "google"}},
            "pelicanconf.py 里的 map 没有“google”这种底图，可以写 tianditu、pmtiles、osm，或者不写。",
        ),
        (
            {"phone": "67821101"},
            "pelicanconf.py 里的 phone 看不懂“67821101”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
        ),
        (
            {"phone": "023-67821101、12345"},
            "pelicanconf.py 里的 phone 看不懂“023-67821101、12345”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
        ),
        ({"keepr": "区科技局"}, "pelicanconf.py 里的 SCIENCEWEEK 没有 'keepr' 这一项。"),
        ({"marks": {"ipc": "x"}}, "pelicanconf.py 里的 SCIENCEWEEK 没有 'ipc' 这一项。"),
    ],
)
def test_a_mistake_is_told_in_chinese(written: dict[str, object], told: str):
    with pytest.raises(SettingsError) as caught:
        Settings.of(written)

    assert str(caught.value) == told


def test_a_folder_without_settings_has_the_usual_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert Settings.here() == Settings()
