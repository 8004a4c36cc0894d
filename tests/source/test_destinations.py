import pytest
from trees import complaints, read


@pytest.mark.parametrize(
    ("file", "link", "kind", "near"),
    [
        ("content/activities/fish.md", "../bases/meteorology-musem.html", "基地", "meteorology-museum"),
        ("content/bases/meteorology-museum.md", "../activities/fsh.html#x", "活动", "fish"),
        ("content/notices/2024-yubei.md", "../districts/yube.html", "区县", "yubei"),
        ("content/pages/about.md", "notices/2024-yubie.html", "活动周", "2024-yubei"),
    ],
)
def test_a_link_to_a_record_that_is_not_there_is_told(tmp_path, file, link, kind, near):
    head = "Title: 关于本站\n\n" if "pages" in file else "{#s4-1} {#annex-1}\n\n"
    id = link.rpartition("/")[2].partition(".")[0]

    assert complaints(tmp_path, {file: f"{head}[甲]({link})\n"}) == [
        f"{file}:3:5: 没有编号为“{id}”的{kind}，这个链接会打不开。是不是“{near}”？"
    ]


@pytest.mark.parametrize(
    ("file", "link", "right"),
    [
        ("content/activities/fish.md", "districts/yubei.html", "../districts/yubei.html"),
        ("content/activities/fish.md", "../../districts/yubei.html#x", "../districts/yubei.html#x"),
        ("content/pages/about.md", "./../districts/yubei.html", "districts/yubei.html"),
    ],
)
def test_a_link_that_begins_at_the_wrong_place_is_told(tmp_path, file, link, right):
    head = "Title: 关于本站\n\n" if "pages" in file else "\n\n"
    told = complaints(tmp_path, {file: f"{head}[甲]({link})\n"})

    assert f"{file}:3:5: 这里要写“{right}”。" in told


def test_links_to_what_is_there_and_to_elsewhere_are_good(tmp_path):
    text = (
        "[甲](../bases/meteorology-museum.html#open) [乙](../activities/fish.html) [丙](../districts/yubei.html)"
        " [丁](https://example.cn/bases/none.html) [戊](../calendar/2024-05-25.html) [己](../bases.html)"
    )

    assert read(tmp_path, {"content/activities/fish.md": text}).warnings == ()


def test_where_bases_could_not_be_read_nobody_misses_one(tmp_path):
    files = {
        "content/activities/fish.md": "[甲](../bases/none.html)",
        "data/bases/yubei.yaml": "district: yubei\nbases: [",
    }

    assert [line.partition(":")[0] for line in complaints(tmp_path, files)] == ["data/bases/yubei.yaml"]
