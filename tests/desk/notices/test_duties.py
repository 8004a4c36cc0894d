from tests.desk.notices.papers import ONLINE, PLAN, announced, values


def test_by_when_what_is_to_be_sent_to_whom_by_whom():
    assert values(announced(PLAN), "deadlines") == (
        [{"when": "2024-06-05", "what": "报送总结材料", "to": "县科技局", "by": "各单位", "source": "s4-2"}],
    )


def test_a_report_is_no_sending():
    text = "关于举办2024年示例区科技活动周的通知\n一、要求\n请各单位于5月31日前将书面总结及媒体报道资料报送区科普办（区科技局），并于6月10日前填报《备案表》，报区科协。\n2024年5月8日"
    assert values(announced(text), "deadlines") == (
        [
            {
                "when": "2024-05-31",
                "what": "报送书面总结及媒体报道资料",
                "to": "区科普办（区科技局）",
                "by": "各单位",
                "source": "s1",
            },
            {"when": "2024-06-10", "what": "填报《备案表》", "to": "区科协", "source": "s1"},
        ],
    )


def test_where_activities_are_registered_and_how_many():
    found = announced(ONLINE)
    assert values(found, "registration", "quotas") == (
        {
            "when": "2022-08-15/2022-09-28",
            "url": "https://www.kepuri.cn",
            "note": "注册并登录全国科普日网站，填报活动信息。",
        },
        [
            {"unit": "各区县科协", "at_least": 10, "note": "原则上"},
            {"unit": "市级学会", "at_least": 2, "note": "原则上"},
            {"unit": "农村中学科技馆", "at_least": 2, "note": "原则上"},
        ],
    )
    assert found.fields["registration"].why == "是从句子里读出来的；网址前面的 https:// 是加的"


def test_who_is_praised_under_which_marks_and_which_form_is_filled_in():
    text = (
        "关于举办2024年示例区科普月的通知\n一、要求\n请规范使用全国科普日和科普中国标识，标注“2024年示例区科普月”。"
        "按照组织动员、数量规模、品牌宣传等指标，对优秀组织单位予以表扬。\n某局\n2024年8月1日\n附件\n备案表\n单位\t时间\t内容\n\t\t\n注：按时报"
    )
    assert values(announced(text), "branding", "commendation", "forms") == (
        {"marks": ["全国科普日标识", "科普中国标识"], "label": "2024年示例区科普月", "source": "s1"},
        {
            "text": "按照组织动员、数量规模、品牌宣传等指标，对优秀组织单位予以表扬。",
            "indicators": ["组织动员", "数量规模", "品牌宣传"],
            "source": "s1",
        },
        [
            {
                "id": "form-1",
                "title": "备案表",
                "fields": ["单位", "时间", "内容"],
                "note": "按时报",
                "source": "annex",
            }
        ],
    )
