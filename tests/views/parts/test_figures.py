from scienceweek.views.parts.figures import HeadFigure, figures


def test_what_is_nothing_makes_way_for_what_is_something():
    assert figures((12, "活动", "#programme"), (0, "基地", ""), (3, "单位", "")) == (
        HeadFigure("12", "活动", "#programme"),
        HeadFigure("3", "单位"),
    )


def test_four_numbers_are_enough():
    assert [figure.word for figure in figures(*((1, word, "") for word in "甲乙丙丁戊"))] == list("甲乙丙丁")
