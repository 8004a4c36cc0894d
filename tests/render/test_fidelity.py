"""What is written is shown: every letter and digit of a text stands on the page, in order, or the text is refused."""

import random
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scienceweek.manuscript import manuscript
from scienceweek.render import ProseError
from scienceweek.render.prose import hyperlinks, inline, markdown, problems
from scienceweek.views.parts.passages import passages

ROOT = Path(__file__).resolve().parents[2]
PROSE = sorted((ROOT / "content").rglob("*.md"))

WORDS = [
    "甲",
    "科技局",
    "请于5月22日前报送",
    "Python3",
    "示例广场",
    "60岁",
    "023-60000000",
    "第2批",
    "a",
    "7",
    "AI",
]
SIGNS = ["，", "。", "：", "、", "（", "）", "“", "”", " ", "　", "*", "**", "_", "__", "`", "~", "|", "<", ">", "=", "#", "&", "\\", "[", "]", "(", ")", "!", "{", "}", "^", "-", "+", "－", "…", "😀", "＃", "｜", "【", "】", "****", "~~", "&lt", "a<b", "3*4*5米", "138****0001", "2_3_4", "长*宽", "第__页", "*注："]  # fmt: skip
SPANS = ["**{}**", "*{}*", "__{}__", "_{}_", "`{}`", "[{}]", "（{}）", "“{}”", "**{}：**", "【{}】", "~~{}~~", "<{}>", "**“{}”**", "[{}]: ", "[^{}]", "<b>{}</b>", "\\*{}\\*"]  # fmt: skip
OPENINGS = [
    *("", "", "", "- ", "* ", "+ ", "-", "+", "*", "1. ", "2. ", "3. ", "1.", "1、", "2、", "①", "（1）", "(2)", "1) ", "01. "),
    *("一、", "（一）", "第一，", "> ", ">", ">>", "> - ", "> 1. ", "# ", "## ", "###", "#", "＃ ", "•", "· ", "- - ", "- 1. "),
    *("- > ", "2027. ", "1.5", ": ", "：", "[1]: ", "[注]:", "=", "- [ ] ", "10. ", "0. ", "100. ", "1000. ", "* * ", "-> "),
]  # fmt: skip
INDENTS = ["", "", "", "", " ", "  ", "   ", "    ", "      ", "\t", "　", "　　", "\xa0\xa0", "        "]
WHOLE = ["", "", "", "---", "===", "***", "- - -", "```", "~~~", "|---|---|", "| 甲 | 乙 |", "| 1 | 丙 |", "| 2 | 丁|戊 |", "| 3 |", "甲 | 乙", "--- | ---", "1 | 2", "|---|", "****", "-", "1.", "#", ">", "——", "{#s1}", "甲｜乙", "｜甲｜乙｜"]  # fmt: skip


def texts(seed: int, number: int) -> Iterator[str]:
    """Texts as nobody should write them, made of what people write."""
    chance = random.Random(seed)  # noqa: S311 - the same ones each time
    for _ in range(number):
        yield "\n".join(line(chance) for _ in range(chance.randint(1, 7)))


def line(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return chance.choice(INDENTS) + chance.choice(WHOLE)
    parts = [part(chance) for _ in range(chance.randint(1, 4))]
    end = chance.choice(["", "", "。", "：", "  ", "\\", " {#s1}", " #"])
    return chance.choice(INDENTS) + chance.choice(OPENINGS) + "".join(parts) + end


def part(chance: random.Random) -> str:
    match chance.randint(0, 3):
        case 0 | 1:
            return chance.choice(WORDS)
        case 2:
            return chance.choice(SIGNS)
        case _:
            return chance.choice(SPANS).replace("{}", chance.choice(WORDS))


class Page(HTMLParser):
    """The letters and digits that a reader sees, with the numbers of lists and what stands for a picture."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen = ""
        self.lists: list[int | None] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("ol", "ul"):
            self.lists.append(int(given.get("start", 1)) if tag == "ol" else None)
        elif tag == "li" and self.lists[-1] is not None:
            number = int(given.get("value", self.lists[-1]))
            self.seen += str(number)
            self.lists[-1] = number + 1
        elif tag == "img":
            self.seen += given["alt"]

    def handle_endtag(self, tag):
        if tag in ("ol", "ul"):
            self.lists.pop()

    def handle_data(self, data):
        self.seen += data


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def written(text: str) -> str:
    """The letters and digits of *text* that are meant to be read: no ids, no addresses behind words, no ticks of tasks."""
    rest = re.sub(r"[ \t]*\{#[a-z0-9-]+\}[ \t]*$", "", manuscript(text).text, flags=re.MULTILINE)
    for reference in hyperlinks(text):
        rest = rest.replace(f"]({reference.address}", "](", 1)
    return letters(re.sub(r"(?<=[-*+.] )\[[xX]\](?=\s)", "", rest))


def is_faithful(text: str) -> bool:
    try:
        return letters(Page(markdown(text)).seen) == written(text) or bool(problems(text))
    except ProseError:
        return True


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.relative_to(ROOT / "content").as_posix())
def test_the_texts_of_this_site_are_shown_whole(path: Path):
    text = path.read_text("utf-8")

    assert problems(text) == ()
    assert letters(Page(markdown(text)).seen) == written(text)


@pytest.mark.parametrize("seed", range(6))
def test_every_letter_of_a_text_is_shown_or_the_text_is_refused(seed: int):
    assert [text for text in texts(seed, 500) if not is_faithful(text)] == []


def test_not_all_of_these_texts_are_refused():
    shown = [text for text in texts(0, 300) if not problems(text)]

    assert len(shown) > 75


OFFICE = [
    "各镇街、区级有关部门：\n　　根据市科技局通知，现将有关事项通知如下。\n　　一、时间\n　　5月22日至29日。\n　　二、地点\n　　示例广场（3号门）。\n",
    "（一）报送材料。包括：\n1.活动方案；\n2.照片5张（每张不小于3M）；\n3.总结（800字以内）。\n请于6月4日前报送。",
    "附件1\n\n活动安排表\n| 序号 | 时间 | 活动 |\n| :--: | --- | --- |\n| 1 | 5月22日 9:30 | 启动仪式（\\*含直播） |\n| 2 | 5月23日 |  |\n注：*为暂定。",
    "联系人：张老师  电话：023-60000000\n地　址：示例路1号3*4展厅\n邮　编：401120\n",
    "报名对象：\n- 小学生（3～6年级）\n　- 每组≤5人\n　- 身高>=1.2米\n- 中学生\n\n费用：0元（A区）；20元/人（B区）。",
    "[区科技局]: 负责统筹协调。\n[区科协]: 负责科普活动。\n[注]:详见附件2。",
    "**注意：**请于9:00—9:30入场，**“一人一票”**。\n*注：****年**月**日前有效",
    "渝北区科技局\n2027年4月20日\n\n---\n\n（此件公开发布）",
    "①甲组20人\n②乙组30人\n③丙组40人\n\n>60岁免票\n>=18岁须实名",
    "流程\n====\n1. 签到\n   1) 领证\n   2) 安检\n2. 开幕\n    - 致辞5分钟\n\n\t备注：雨天顺延。\n3. 参观",
    "网址：https://kepu.example.cn/a_b?x=1&y=2，关注“科普渝北”#话题#；邮箱：kepu_yb@example.cn。",
    "01. 甲\n02. 乙\n2027. 5. 22 开幕\n- [ ] 报名\n- [x] 缴费\n\n    四格缩进的一段，不是代码。",
]


@pytest.mark.parametrize("text", OFFICE)
def test_what_offices_write_is_shown_whole(text: str):
    assert problems(text) == ()
    assert letters(Page(markdown(text)).seen) == written(text)


def cut(text: str) -> str:
    """What a notice's page shows of *text*, passage for passage."""
    return "".join(f"<h2>{inline(one.title)}</h2>{markdown(one.markdown)}" for one in passages(text))


def test_a_text_that_is_cut_into_passages_is_shown_whole_too():
    whole = [path.read_text("utf-8") for path in PROSE if path.parent.name == "notices"] + OFFICE
    good = [manuscript(text).text for text in [*whole, *texts(7, 500)] if not problems(text)]

    assert [text for text in good if letters(Page(cut(text)).seen) != written(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_every_letter_of_very_many_texts_is_shown_or_they_are_refused(seed: int):
    assert [text for text in texts(seed, 1_000) if not is_faithful(text)] == []
