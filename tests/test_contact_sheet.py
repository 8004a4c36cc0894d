from pathlib import Path

from contact_sheet import Edition, planned, sheet

SEASON = Edition("season", "活动周里", "2024-05-25")


def page(folder: Path, name: str, kind: str, words: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<!doctype html><title>.</title><body class="{kind}">{words}', encoding="utf-8")
    return path


def test_each_kind_is_shown_by_its_longest_page_at_two_widths_in_light_and_dark(tmp_path):
    home = page(tmp_path, "index.html", "home city")
    page(tmp_path, "districts/a.html", "district", "短")
    long = page(tmp_path, "districts/b.html", "district", "长长的")
    page(tmp_path, "404.html", "not-found")
    page(tmp_path, "bases/old.html", "moved-page")

    assert [(shot.page, shot.name) for shot in planned(tmp_path, SEASON)] == [
        (path, f"{kind}-season-{width}-{scheme}.png")
        for kind, path in (("district", long), ("home", home))
        for width in (390, 1280)
        for scheme in ("light", "dark")
    ]
    assert {shot.kind for shot in planned(tmp_path, SEASON, "home")} == {"home"}


def test_the_sheet_leads_to_every_picture_a_row_to_a_kind_and_a_width(tmp_path):
    page(tmp_path, "index.html", "home")
    shots = list(planned(tmp_path, SEASON))
    made = sheet(shots)

    assert [made.count(f'src="{shot.name}"') for shot in shots] == [1, 1, 1, 1]
    assert made.count("<h2>home，") == 2
