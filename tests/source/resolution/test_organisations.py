from pathlib import Path

from trees import ACTIVITIES, FILES, activity, complaints, read

from scienceweek.model.organisation import Role

PLACE = "data/organisations.yaml"
MORE = (
    FILES[PLACE]
    + """\
  - {id: city-science-bureau, name: 重庆市科学技术局, district: chongqing, short_names: [市科技局, 区科技局]}
  - {id: towns, name: 渝北区各镇街, district: yubei, short_names: [各镇街], collective: true}
"""
)


def test_names_are_looked_up_in_the_district_and_then_above_it(tmp_path: Path):
    parts = "{host: [市科技局, 区科技局], participant: [各镇街, 重庆市科学技术局]}"
    catalogue = read(tmp_path, {PLACE: MORE, ACTIVITIES: activity(organisers=parts)}).catalogue

    assert [
        (part.role, [(party.name, party.organisation and party.organisation.id) for party in part.parties])
        for part in catalogue.activities[0].organisers
    ] == [
        (Role.HOST, [("市科技局", "city-science-bureau"), ("区科技局", "yubei-science-bureau")]),
        (Role.PARTICIPANT, [("各镇街", "towns"), ("重庆市科学技术局", "city-science-bureau")]),
    ]


def test_an_unknown_name_stays_text_with_a_warning(tmp_path: Path):
    loaded = read(tmp_path, {ACTIVITIES: activity(organisers="{host: [区科教局, 有关单位]}")})

    assert [party.organisation for party in loaded.catalogue.activities[0].organisers[0].parties] == [
        None,
        None,
    ]
    assert [str(warning) for warning in loaded.warnings] == [
        f"{ACTIVITIES}:6:25: 提醒：单位名单里没有“区科教局”，只显示文字。是不是“区科技局”？",
        f"{ACTIVITIES}:6:31: 提醒：单位名单里没有“有关单位”，只显示文字。",
    ]


def test_the_unknown_names_of_a_file_are_one_reminder_but_for_slips(tmp_path: Path):
    units = "、".join(f"第{number}中学（第 6 行）" for number in range(1, 13))
    names = ", ".join(["区科教局", "第1中学", *(f"第{number}中学" for number in range(1, 15))])
    loaded = read(tmp_path, {ACTIVITIES: activity(organisers=f"{{host: [{names}]}}")})

    assert [str(warning) for warning in loaded.warnings] == [
        f"{ACTIVITIES}:6:25: 提醒：单位名单里没有“区科教局”，只显示文字。是不是“区科技局”？",
        f"{ACTIVITIES}:6:31: 提醒：单位名单里没有 {units}等 14 个单位，只显示文字。要有自己的页面，写进 data/organisations.yaml。",
    ]


def test_a_role_may_be_written_in_chinese_and_once(tmp_path: Path):
    parts = "{主办单位: [区科技局], 赞助: [某公司], guide: [区政府]}"
    (found,) = read(tmp_path, {ACTIVITIES: activity(organisers=parts)}).catalogue.activities

    assert [part.role for part in found.organisers] == [Role.HOST, Role.SPONSOR, Role.GUIDE]
    assert complaints(
        tmp_path, {ACTIVITIES: activity(organisers="{主办: [区科技局], host: [区科技局]}")}
    ) == [f"{ACTIVITIES}:6:36: “主办”和“host”是同一个角色，请合成一项。"]


def test_a_name_belongs_to_one_organisation_of_a_district(tmp_path: Path):
    files = {PLACE: MORE.replace("short_names: [各镇街]", "short_names: [各镇街, 区科技局]")}

    assert complaints(tmp_path, files) == [
        f"{PLACE}:4:67: “区科技局”在渝北区已经是“yubei-science-bureau”的名称。"
    ]
