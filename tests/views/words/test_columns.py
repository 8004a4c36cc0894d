from scienceweek.views.words.columns import COLUMNS


def test_a_column_is_opened_by_the_list_of_its_address():
    assert {path: column.name for path, column in COLUMNS.items()} == {
        "calendar.html": "活动日历",
        "activities.html": "全部活动",
        "bases.html": "科普基地",
        "districts.html": "区县",
        "campaigns.html": "各届活动",
    }
    assert all(column.description and column.keywords and column.kind for column in COLUMNS.values())
