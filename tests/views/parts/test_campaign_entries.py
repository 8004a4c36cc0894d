from samples import activity, campaign, catalogue
from scienceweek.model.activity import Change, Status
from scienceweek.model.campaign import Strand
from scienceweek.views.parts.campaign_entries import campaign_entry


def test_a_campaign_says_how_much_it_has():
    assert campaign_entry(campaign(), catalogue(activity())).sum == "1项活动"


def test_where_there_is_no_activity_it_says_what_the_notice_holds():
    bare = campaign(strands=(Strand("s1", "专题"),), deadlines=())

    assert campaign_entry(bare, catalogue(bare)).sum == "通知没有列出具体活动，有1个内容板块"
    assert campaign_entry(campaign(), catalogue()).sum == "通知没有列出具体活动"


def test_what_is_called_off_is_no_activity_of_the_sum():
    off = activity(id="off", change=Change(Status.CANCELLED))

    assert campaign_entry(campaign(), catalogue(activity(), off)).sum == "1项活动"
    assert campaign_entry(campaign(), catalogue(off)).sum == "活动都取消了"
