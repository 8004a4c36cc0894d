from samples import activity, may
from scienceweek.model.activity import Change, Status
from scienceweek.model.schedule import Unfixed
from scienceweek.model.term import Term
from scienceweek.views.parts.marks import ActivityMark, mark_of

LITERACY, HEALTH = Term("science-literacy", "科学素质"), Term("health", "卫生健康")


def test_a_mark_is_made_of_the_record_and_the_topic_that_tells_most():
    told = activity(when=may(25, 27), topics=(LITERACY, HEALTH), kind=Term("lecture", "讲座宣讲"))

    assert mark_of(told) == ActivityMark("fish", "health", "lecture", "yubei", 25, 3, off=False)
    assert mark_of(activity(topics=(LITERACY,))).topic == "science-literacy"


def test_what_nobody_knows_leaves_its_part_of_the_mark_open():
    assert mark_of(activity(when=Unfixed("待定"))) == ActivityMark("fish", "", "", "yubei", 0, 0, off=False)


def test_an_activity_keeps_its_mark_under_a_new_id_and_what_is_off_says_so():
    assert mark_of(activity(id="salmon", was=("fish",), change=Change(Status.CANCELLED))) == ActivityMark(
        "fish", "", "", "yubei", 25, 1, off=True
    )
