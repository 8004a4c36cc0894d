from gitpublish.messages import Failed, shortened


def test_a_long_list_is_cut_and_the_rest_is_counted():
    assert shortened(["甲", "乙", "丙", "丁"], 2, "处") == ["甲", "乙", "……还有 2 处。"]
    assert shortened(["甲", "乙"], 2, "处") == ["甲", "乙"]
    assert shortened([], 2, "处") == []


def test_what_is_for_developers_is_apart_from_what_is_for_staff():
    failed = Failed("没有发布。", "Traceback")

    assert (str(failed), failed.details, Failed("x").details) == ("没有发布。", "Traceback", "")
