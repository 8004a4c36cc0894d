from scienceweek.views.parts.passages import Passage, passages


def test_a_text_is_cut_at_its_headings():
    text = "开头。\n\n## 一、时间 {#s1}\n\n5月25日。\n\n### （一）地点 {#s1-1}\n\n广场。\n"

    assert passages(text) == (
        Passage(0, "", "", "开头。", ()),
        Passage(2, "一、时间", "s1", "5月25日。", ("s1",)),
        Passage(3, "（一）地点", "s1-1", "广场。", ("s1-1",)),
    )


def test_no_level_is_left_out():
    text = "# 甲\n\n### 乙\n\n### 丙\n\n# 丁\n"

    assert [(passage.level, passage.title) for passage in passages(text)] == [
        (2, "甲"),
        (3, "乙"),
        (3, "丙"),
        (2, "丁"),
    ]


def test_an_anchor_inside_a_passage_belongs_to_it():
    assert passages("## 甲 {#a}\n\n一段。\n{: #a-1 }\n")[0].anchors == ("a", "a-1")


def test_a_heading_may_be_indented():
    assert [passage.title for passage in passages("　　# 甲\n  ## 乙\n")] == ["甲", "乙"]


def test_emphasis_in_a_heading_is_left_to_the_style():
    assert passages("## **市级**主场\n")[0].title == "市级主场"
    assert passages("## 3*4*5米、138****0001、张**、李**\n")[0].title == "3*4*5米、138****0001、张**、李**"


def test_no_text_has_no_passages():
    assert passages("\n\n") == ()
