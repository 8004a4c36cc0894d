import pytest

from scienceweek.source.differences import Versions, sentence

ACTIVITIES = "data/activities/2024-yubei.yaml"


def listed(*titles: str) -> bytes:
    records = "".join(
        f"  - id: a{number}\n    title: {title}\n" for number, title in enumerate(titles) if title
    )
    return f"campaign: 2024-yubei\nactivities:\n{records}".encode()


DISTRICT, TWO = (
    b"districts:\n  - {id: yubei, name: \xe6\xb8\x9d\xe5\x8c\x97\xe5\x8c\xba}\n",
    listed("鱼", "月壤"),
)
CASES: dict[str, tuple[dict[str, Versions], str]] = {
    "nothing": ({}, "没有改动"),
    "a record more": ({ACTIVITIES: (listed("鱼"), TWO)}, "增加活动“月壤”"),
    "a record less": ({ACTIVITIES: (TWO, listed("", "月壤"))}, "删去活动“鱼”"),
    "another title": ({ACTIVITIES: (TWO, listed("鱼的祖先", "月壤"))}, "修改活动“鱼的祖先”"),
    "all at once, in this order": (
        {ACTIVITIES: (listed("鱼", "月壤"), listed("", "土", "船"))},
        "增加活动“船”，修改活动“土”，删去活动“鱼”",
    ),
    "a file more": ({ACTIVITIES: (None, TWO)}, "增加活动“鱼”“月壤”"),
    "a file less": ({ACTIVITIES: (TWO, None)}, "删去活动“鱼”“月壤”"),
    "a folder of files": ({"data/activities/2024/a.yaml": (None, TWO)}, "增加活动“鱼”“月壤”"),
    "many": ({ACTIVITIES: (None, listed(*"甲乙丙丁戊"))}, "增加活动“甲”“乙”“丙”等 5 个"),
    "a long title": ({ACTIVITIES: (None, listed("长" * 30))}, f"增加活动“{'长' * 20}……”"),
    "no id and no title": ({ACTIVITIES: (None, b"activities:\n  - {when: 5.1}\n")}, "增加活动"),
    "what stands above the records": (
        {ACTIVITIES: (TWO, TWO.replace(b"yubei", b"beibei"))},
        "修改文件“2024-yubei.yaml”",
    ),
    "a record that is a file": (
        {"data/campaigns/a.yaml": (b"name: x\n", "name: 科技活动周\n".encode())},
        "修改活动周“科技活动周”",
    ),
    "several kinds": (
        {"data/districts.yaml": (None, DISTRICT), ACTIVITIES: (None, listed("鱼"))},
        "增加活动“鱼”，增加区县“渝北区”",
    ),
    "texts": (
        {
            "content/activities/fish.md": (b"a", b"b"),
            "content/bases/b.md": (b"a", None),
            "content/notices/n.md": (None, b""),
            "content/pages/p.md": (None, b""),
            "content/images/i.png": (None, b"\x89PNG"),
            "data/x/y.txt": (b"a", b"b"),
        },
        "增加图片“i.png”，增加通知“n.md”，增加页面“p.md”，修改活动的说明“fish.md”，修改文件“y.txt”，删去基地的说明“b.md”",
    ),
    "what cannot be read": ({ACTIVITIES: (TWO, b"activities: [")}, "修改文件“2024-yubei.yaml”"),
    "no text": ({ACTIVITIES: (TWO, b"\xff\xfe\x00\xd8")}, "修改文件“2024-yubei.yaml”"),
    "no mapping": ({ACTIVITIES: (TWO, b"- a\n")}, "修改文件“2024-yubei.yaml”"),
    "no list": ({ACTIVITIES: (listed("鱼"), b"activities: a\n")}, "删去活动“鱼”"),
    "no records": ({ACTIVITIES: (listed("鱼"), b"activities: [a]\n")}, "删去活动“鱼”"),
}


@pytest.mark.parametrize(("changes", "told"), CASES.values(), ids=CASES)
def test_what_changed_is_told_in_a_sentence(changes, told):
    assert sentence(changes) == told
