import pytest

from scienceweek.source.files.encoding import LARGEST, conflicts, decode, forbidden, plain
from scienceweek.source.mistakes.problems import Problems

SAVE = "请用记事本打开，“另存为”时编码选 UTF-8。"


def told(raw: bytes) -> list[str]:
    problems = Problems()
    text = decode("x.yaml", raw, problems)
    if text is not None:
        forbidden("x.yaml", text, problems)
    return [str(problem) for problem in problems.all]


@pytest.mark.parametrize(
    "raw", ["渝北\n區\n".encode("utf-8-sig"), "渝北\r\n區\r\n".encode(), "渝北\r區\r".encode()]
)
def test_line_ends_and_a_bom_make_no_difference(raw: bytes):
    assert decode("x.yaml", raw, Problems()) == "渝北\n區\n"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            "id: a\nname: 渝北区".encode("gbk"),
            f"x.yaml:2:7: 这个文件是 GBK（GB18030）编码，不是 UTF-8。{SAVE}",
        ),
        (
            "id: a\r\nname: 渝北区".encode("gb18030"),
            f"x.yaml:2:7: 这个文件是 GBK（GB18030）编码，不是 UTF-8。{SAVE}",
        ),
        ("id: a".encode("utf-16"), f"x.yaml:1:1: 这个文件是 UTF-16 编码。{SAVE}"),
        ("id: a".encode("utf-16-be"), f"x.yaml:1:1: 这个文件是 UTF-16 编码。{SAVE}"),
        ("id: é".encode("latin-1"), f"x.yaml:1:5: 这一行有不是 UTF-8 编码的内容。{SAVE}"),
        ("a\n渝".encode()[:-1], f"x.yaml:2:1: 这一行有不是 UTF-8 编码的内容。{SAVE}"),
        (b"a: \xed\xa0\x80", f"x.yaml:1:4: 这一行有不是 UTF-8 编码的内容。{SAVE}"),
        (b"\x89PNG\r\n\x1a\n\x00", f"x.yaml:1:1: 这一行有不是 UTF-8 编码的内容。{SAVE}"),
        (b"PK\x03\x04\x14\x00", "x.yaml:1:1: 这是一个 Excel 或 Word 文件，只是改了名字。请写成文字。"),
        (b" " * (LARGEST + 1), "x.yaml:1:1: 文件太大，最多 20 MB。请拆成几个文件。"),
    ],
)
def test_what_is_not_utf_8_is_called_by_its_name(raw: bytes, message: str):
    assert told(raw) == [message]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "空字符（U+0000）"),
        ("\x1b", "控制字符（U+001B）"),
        ("\x85", "不可见的换行符（U+0085）"),
        ("\u2028", "不可见的换行符（U+2028）"),
        ("\u200b", "零宽空格（U+200B）"),
        ("\u200d", "零宽连接符（U+200D）"),
        ("\u202e", "改变文字方向的控制符（U+202E）"),
        ("\ufeff", "不可见的字节顺序标记（U+FEFF）"),
    ],
)
def test_what_nobody_can_see_is_refused(character: str, name: str):
    assert told(f"a\n渝{character}北".encode()) == [f"x.yaml:2:2: 这里有{name}，看不见，请删去。"]


def test_rare_characters_and_families_of_emoji_are_text():
    assert told("𠮷㐀〇 👨‍👩‍👧 ❤️‍🔥\t".encode()) == []


CONFLICT = "是两个人改了同一处，git 没有合并好。请留下对的内容，删去“<<<<<<<”“=======”“>>>>>>>”这几行。"


@pytest.mark.parametrize(
    ("file", "text", "messages"),
    [
        (
            "x.yaml",
            "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n",
            [f"2:1: 从这里到第 6 行{CONFLICT}"],
        ),
        ("x.md", "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n", [f"1:1: 从这里到第 5 行{CONFLICT}"]),
        ("x.yaml", "<<<<<<< HEAD\na: 1\n", [f"1:1: 从这里{CONFLICT}"]),
        ("x.yaml", "a: 1\n>>>>>>> main\n", ["2:1: 这一行是 git 合并时留下的标记，请删去。"]),
        ("x.yaml", "a: 1\n=======\n", ["2:1: 这一行是 git 合并时留下的标记，请删去。"]),
        ("x.md", "标题\n=======\n", []),
        ("x.md", "a <<<<<<< b\n", []),
        (
            "x.md",
            ">>>>>>> a\n<<<<<<< b\n<<<<<<< c\n>>>>>>> d\n",
            [
                "1:1: 这一行是 git 合并时留下的标记，请删去。",
                f"2:1: 从这里到第 4 行{CONFLICT}",
                f"3:1: 从这里到第 4 行{CONFLICT}",
            ],
        ),
    ],
)
def test_two_versions_that_git_left_are_told_once(file: str, text: str, messages: list[str]):
    problems = Problems()

    assert conflicts(file, text, problems) == bool(messages)
    assert [str(problem).removeprefix(f"{file}:") for problem in problems.all] == messages


def test_gbk_is_known_though_its_first_bytes_pass_for_a_letter():
    assert told("Title: 志愿者\n".encode("gbk")) == [
        f"x.yaml:1:10: 这个文件是 GBK（GB18030）编码，不是 UTF-8。{SAVE}"
    ]


@pytest.mark.parametrize(
    ("written", "ordinary"),
    [
        ("⼈⼯智能", "人工智能"),
        ("⽔⽂⻔⺠⻓⻛⻰", "水文门民长风龙"),
        ("\uf9d1\uf9fe\U0002f804", "六茶你"),
        ("㎡①Ａ﨎⺀", "㎡①Ａ﨎⺀"),
    ],
)
def test_what_looks_like_a_character_is_read_as_that_character(written: str, ordinary: str):
    assert plain(written) == ordinary


def test_radicals_are_told_and_read_as_characters():
    problems = Problems()

    text = decode("x.yaml", "id: a\nname: 渝北⼈⼯智能\n".encode(), problems)

    assert text == "id: a\nname: 渝北人工智能\n"
    assert [str(problem) for problem in problems.all] == [
        "x.yaml:2:9: 提醒：这里的“⼈”（U+2F08）是从 PDF 等处带来的，不是平常的“人”；已经当作“人”。请重新输入这个字。",
        "x.yaml:2:10: 提醒：这里的“⼯”（U+2F2F）是从 PDF 等处带来的，不是平常的“工”；已经当作“工”。请重新输入这个字。",
    ]


@pytest.mark.parametrize(
    ("sign", "fault"),
    [
        ("\ue123", "自造字（U+E123），别的电脑和手机显示不出来。请换成正式的字。"),
        ("\U000f0001", "自造字（U+F0001），别的电脑和手机显示不出来。请换成正式的字。"),
        ("\ufffd", "“\ufffd”（U+FFFD），是转换文件时丢失的字。请对照原文补上。"),
        ("\u3164", "控制字符（U+3164），看不见，请删去。"),
    ],
)
def test_a_character_that_others_see_otherwise_is_refused_with_its_line(sign: str, fault: str):
    assert told(f"id: a\nname: 渝{sign}北\n".encode()) == [f"x.yaml:2:8: 这里有{fault}"]
