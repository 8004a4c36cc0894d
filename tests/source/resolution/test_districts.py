from pathlib import Path

from trees import FILES, complaints, read

PLACE = "data/districts.yaml"


def test_children_may_stand_before_their_parents(tmp_path: Path):
    first, *rest = FILES[PLACE].split("  - ")
    catalogue = read(tmp_path, {PLACE: "  - ".join([first, *rest[::-1]])}).catalogue

    assert [district.id for district in catalogue.districts] == ["yubei", "chongqing"]
    assert [district.name for district in catalogue.districts[0].lineage] == ["渝北区", "重庆市"]


def test_parents_do_not_go_round(tmp_path: Path):
    files = {PLACE: FILES[PLACE].replace("area_code: 023", "area_code: 023, parent: yubei")}

    assert complaints(tmp_path, files) == [
        f"{PLACE}:2:81: 上级绕成了圈：“chongqing”往上又回到它自己。",
        f"{PLACE}:7:13: 上级绕成了圈：“yubei”往上又回到它自己。",
    ]


def test_a_parent_is_a_known_district(tmp_path: Path):
    files = {PLACE: FILES[PLACE].replace("parent: chongqing", "parent: 重庆")}

    assert f"{PLACE}:7:13: 没有编号为“重庆”的区县。“重庆”的编号是“chongqing”，请写编号。" in complaints(
        tmp_path, files
    )


def test_a_code_belongs_to_one_district(tmp_path: Path):
    assert complaints(tmp_path, {PLACE: FILES[PLACE].replace("500112", "500000")}) == [
        f"{PLACE}:6:11: 代码“500000”已经是“重庆市”的。"
    ]
