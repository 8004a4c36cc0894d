"""What people ask of the five notices, typed as they type it: the first line that each question is answered with."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Browser
from stage import drawn

from samples import site
from scienceweek.plan.drawings import finder_rows
from scienceweek.source.loading import load
from scienceweek.views.calendars.agenda import agenda
from scienceweek.views.finding.rows import rows, rows_of_notices
from scienceweek.views.pages.search import search_page
from scienceweek.views.parts.contacts import Privacy

HERE = Path(__file__).parents[2]
ASK = """queries => queries.map(q => {
  const { found, perhaps } = ScienceWeek.finder.ask({ q });
  return [...found, ...perhaps.map(({ row }) => row)].map(({ title }) => title)[0] || "";
})"""
ANSWERS = {
    "垃圾分类": "社区科普大学科普讲座活动",
    "知识竞赛": "全区群众性科技活动",
    "眼科": "“健康进村社·义诊为百姓”科普赶场活动",
    "立人小学": "青少年进大学校园，工业科技实践活动",
    "渝北区科技局": "渝北区科技局",
    "023": "科技活动周启动仪式暨“科技成果入园进企”活动",
    "孩子": "实验室开放日",
    "周末": "实验室开放日",
    "fangpian": "防骗反诈",
    "创科港": "创客港·未来科技园",
    "渝北区科协": "渝北区科协",
    "区科协": "渝北区科协",
    "科协": "重庆市科学技术协会",
    "科学技术协会": "重庆市科学技术协会",
    "濮阳市科协": "濮阳市科学技术协会",
    "市科协": "重庆市科学技术协会",
    "平罗县科技局": "平罗县科技局",
    "县科技局": "平罗县科技局",
    "綦江区科技局": "綦江区科技局",
    "区教委": "綦江区教委",
    "区教育委员会": "綦江区教委",
    "气象局": "綦江区气象局",
    "卫健委": "重庆市卫生健康委员会",
    "农业农村委": "重庆市农业农村委员会",
    "重庆市科技局": "重庆市科学技术局",
    "食品安全": "食品安全",
    "防震减灾": "科技服务活动暨启动仪式",
    "反诈": "防骗反诈",
    "急救": "",
    "人工智能": "人工智能",
    "航天": "航天",
    "博物馆": "",
    "实验室开放": "实验室开放日",
    "医院": "",
    "农技": "农技协联合行动",
    "碳达峰": "2022年重庆市全国科普日的通知",
    "节能": "节能降碳",
    "环保": "科技服务活动暨启动仪式",
    "科学家精神": "科学家精神",
    "弘扬科学家精神": "弘扬科学家精神",
    "院士": "",
    "云上科技馆": "云上科技馆",
    "备案表": "关于举办2021年全市科技活动周的通知",
    "报送": "关于印发《2024年渝北区科技活动周实施方案》的通知",
    "开幕式": "",
    "启动仪式": "科技活动周启动仪式暨“科技成果入园进企”活动",
    "kexuejiajingshen": "弘扬科学家精神",
    "qixiang": "重庆市气象科普馆",
    "kjj": "渝北区科技局",
    "kexie": "渝北区科协",
    "濮阳": "濮阳市",
    "puyang": "濮阳市",
    "石嘴山": "平罗县",
    "平罗": "平罗县",
    "綦江": "綦江区",
    "古南街道": "綦江区古南街道办事处",
    "5.20": "营养助力成长",
    "5月20日": "营养助力成长",
    "七岁": "实验室开放日",
    "不用预约": "实验室开放日",
    "轮椅": "实验室开放日",
    "学生": "中小学生",
    "气像": "重庆市气象科普馆",
    "地质研究院": "重庆地质矿产研究院",
    "地研院": "重庆地质矿产研究院",
    "科普大蓬车": "科技大篷车科普宣传活动",
    "大篷车": "科技大篷车科普宣传活动",
    "流动科技馆": "科普阵地联合行动",
    "电话": "重庆市气象科普馆",
    "联系人": "关于印发《2024年渝北区科技活动周实施方案》的通知",
    "办公室": "中共重庆市委网络安全和信息化委员会办公室",
    "渝北区科学技术协会": "渝北区科协",
    "区科学技术局": "渝北区科技局",
    "綦江区教育委员会": "綦江区教委",
    "农业农村委员会": "重庆市农业农村委员会",
    "重庆市科协": "重庆市科学技术协会",
    "政策法规科": "濮阳市科学技术局",
    "县科学技术局": "平罗县科技局",
    "平罗县科学技术协会": "平罗县科协",
}
"""Words of descriptions and notices; organisations short, in full and by the other of their names; offices; places; readings; slips;
everyday words; days; and what nobody has: nothing is better than what only looks like it."""


def test_each_question_has_its_answer_first(browser: Browser, tmp_path: Path):
    facts, privacy = load(HERE / "data", HERE / "content").catalogue, Privacy(date(2024, 5, 25))
    for found in (*rows(facts, privacy), *rows_of_notices(facts)):
        path = tmp_path / found.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(finder_rows(found.rows, found.others))
    page = browser.new_page()
    view = search_page(facts, agenda(facts).months)
    page.goto(drawn(tmp_path, "search.html", view, site(today="2024-05-25"), "search.html") + "?q=1")
    page.wait_for_function("ScienceWeek.finder.complete")

    answers = page.evaluate(ASK, list(ANSWERS))
    page.close()
    assert dict(zip(ANSWERS, answers, strict=True)) == ANSWERS
