"""What the papers quote of the program is what it says: each hint has a slip that brings it, each quoted word an owner."""

import ast
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from docs.test_examples import ACTIVITIES, CODE, FILES, HANDBOOK, REFUSED, cells, grow
from documents import docx
from photographs import canvas, encoded, jpeg, picture

from scienceweek.check.project import Project
from scienceweek.model.contact import Contact, Phone, Show
from scienceweek.settings import SettingsError
from scienceweek.source.mistakes.problems import SourceError
from scienceweek.views.parts.contacts import Privacy, shown

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ("docs/handbook.md", "docs/fields.md", "deploy/README.md", "README.md", "README.zh-CN.md")
HINTS = [
    hint
    for table in HANDBOOK.split("\n| 提示里说 |")[1:]
    for hint in re.findall(r"^\| (.+?) \|", table.partition("\n\n")[0], re.MULTILINE)
]
DISTRICTS, BASES, CAMPAIGN, NOTICE, LONG, PAGE, ALLOWED = (
    "data/districts.yaml",
    "data/bases/yubei.yaml",
    "data/campaigns/2027-yubei.yaml",
    "content/notices/2027-yubei.md",
    "content/activities/2027-yubei-01.md",
    "content/pages/volunteers.md",
    "data/allowed.yaml",
)
IMAGES, SETTINGS, FORM = "content/images", "pelicanconf.py", "content/files/form.docx"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>"

Slip = Mapping[str, str | bytes | None]


def slip(file: str, right: str, wrong: str) -> Slip:
    """A file of the handbook in which somebody wrote *wrong* for *right*."""
    assert right in FILES[file]
    return {file: FILES[file].replace(right, wrong, 1)}


def added(file: str, text: str) -> Slip:
    """A file of the handbook with a paragraph more."""
    return {file: f"{FILES[file]}\n{text}\n"}


def draft(id: str) -> Slip:
    """A draft of the record *id*, a value of which awaits a person."""
    mark = {"id": id, "field": "address", "mark": "check", "read": "5.22", "from": "a.csv 第2行"}
    return {"data/drafts/a.json": json.dumps([mark])}


SLIPS: Mapping[str, tuple[Slip, ...]] = {
    "用了全角冒号、冒号后面没有空格": (
        slip(ACTIVITIES, "kind: lecture", "kind： lecture"),
        slip(ACTIVITIES, "kind: lecture", "kind:lecture"),
    ),
    "前面有 3 个空格，应有 4 个": (slip(ACTIVITIES, "    kind: lecture", "   kind: lecture"),),
    "前面少了“- ”": (slip(DISTRICTS, "  - id: yubei", "    id: yubei"),),
    "这里有制表符（Tab 键）": (slip(ACTIVITIES, "    kind: lecture", "\tkind: lecture"),),
    "没有“……”这一项": (slip(ACTIVITIES, "kind: lecture", "knd: lecture"),),
    "没有编号为“……”的基地": (slip(ACTIVITIES, "base: example-robot-museum\n", "base: robot\n"),),
    "编号已经用过": (slip(ACTIVITIES, "id: 2027-yubei-02", "id: 2027-yubei-01"),),
    "GBK 编码、UTF-16 编码": (
        {ACTIVITIES: FILES[ACTIVITIES].encode("gbk")},
        {ACTIVITIES: FILES[ACTIVITIES].encode("utf-16")},
    ),
    "多了“.txt”": ({NOTICE: None, f"{NOTICE}.txt": FILES[NOTICE]},),
    "会被当作注释丢掉": (slip(ACTIVITIES, "title: 机器人体验课", "title: #机器人体验课"),),
    "是注释，网页上没有": (slip(ACTIVITIES, "title: 机器人体验课", "title: 机器人体验课 # 等确认"),),
    "这个链接会打不开、网站里没有……这一页、这里要写“../……”": (
        added(PAGE, "[见](nobody.html)"),
        added(LONG, "[见](../bases/nobody.html)"),
        added(LONG, "[见](bases.html)"),
    ),
    "没有“#……”这个位置": (added(LONG, "[见](../notices/2027-yubei.html#s9)"),),
    "没有自己的页面，不能指到它": (
        slip(ACTIVITIES, "admits: public", "admits: staff")
        | added(PAGE, "[见](activities/2027-yubei-01.html)"),
        added(PAGE, "[见](organisations/yubei-towns.html)"),
        added(PAGE, "[见](districts/nanan.html)")
        | slip(
            DISTRICTS,
            "  - id: yubei",
            "  - {id: nanan, name: 南岸区, short: 南岸, code: 500108}\n  - id: yubei",
        ),
    ),
    "content/files 里没有……": (
        added(LONG, "[规则](../files/rules.docx)"),
        slip(ACTIVITIES, "    source: s2\n", "    source: s2\n    files: {file: rules.docx, title: 规则}\n"),
    ),
    "里面有宏": ({FORM: docx(more={"word/vbaProject.bin": b"x"})},),
    "没有页面用到这个文件": ({"content/files/rules.docx": docx()},),
    "文件的属性里写着作者": ({FORM: docx(more={"docProps/core.xml": "<dc:creator>张三</dc:creator>"})},),
    "只能写一行，这里换了行": (
        slip(ACTIVITIES, "title: 机器人体验课", "title: |\n      机器人\n      体验课"),
    ),
    "是 Windows 留给设备的名字": (
        slip(ACTIVITIES, "id: 2027-yubei-02", "id: con"),
        {"content/pages/con.md": FILES[PAGE]},
    ),
    "是网站自己的页面": ({"content/pages/bases.md": FILES[PAGE]},),
    "会成为网址，只用英文字母、数字……": (
        slip(LONG, "../images/hall.jpg", "../images/会场.jpg") | {"content/images/会场.jpg": b""},
    ),
    "里面却是……": ({f"{IMAGES}/hall.jpg": encoded(picture(), "PNG")},),
    "图片不完整或已损坏": ({f"{IMAGES}/hall.jpg": jpeg((400, 300))[:-400]},),
    "图片太大": (slip(LONG, "hall.jpg", "wide.png") | {f"{IMAGES}/wide.png": canvas(9000, 9000)},),
    "SVG 图的第 …… 行": (slip(LONG, "hall.jpg", "hall.svg") | {f"{IMAGES}/hall.svg": SVG},),
    "没有页面用到这张图片": ({f"{IMAGES}/lab.jpg": jpeg()},),
    "还没有同意公开": (
        slip(
            ACTIVITIES,
            "    source: s2\n",
            "    source: s2\n    results: {photos: [{file: lab.jpg, alt: 课堂}]}\n",
        )
        | {f"{IMAGES}/lab.jpg": jpeg()},
    ),
    "分享图的字库里没有": (slip(BASES, "name: 示例", "name: 㵘示例"),),
    "不起作用，会照样显示出来；没有成为标题、表格、链接": (
        slip(NOTICE, "启动仪式、", "[附件]（https://example.cn）启动仪式、"),
        added(NOTICE, "#标题"),
        added(NOTICE, "| 序号 | 单位 |"),
        added(NOTICE, "[附件](附件 1.docx)"),
    ),
    "这一行有 3 格，表头有 2 格": (added(NOTICE, "| 序号 | 单位 |\n|---|---|\n| 1 | 甲 | 乙 |"),),
    "离活动周有半年以上": (slip(ACTIVITIES, "when: 5.23-25", "when: 2026-05-23"),),
    "经度和纬度写反了": (slip(BASES, "lon: 106.631, lat: 29.718", "lon: 29.718, lat: 106.631"),),
    "这个位置离渝北区的位置有……公里": (
        slip(DISTRICTS, "code: 500112", "code: 500112\n    point: {lon: 106.631, lat: 29.718, source: 估计}")
        | slip(BASES, "lat: 29.718", "lat: 31.718"),
    ),
    "已经当作“人”": (slip(ACTIVITIES, "title: 机器人", "title: 机器⼈"),),
    "自造字、转换文件时丢失的字": (slip(ACTIVITIES, "title: 机器人", "title: \ue000器人\ufffd"),),
    "这个文件放错了地方": ({"data/activties/2027.yaml": "a: 1\n"}, {"content/notes.md": "甲\n"}),
    "这是编辑时留下的备份、名称以“.”开头": (
        {f"{ACTIVITIES}.bak": FILES[ACTIVITIES]},
        {"data/activities/.2027.yaml": FILES[ACTIVITIES]},
    ),
    "是内部联系人的电话、是内部联系人的邮箱": (
        slip(CAMPAIGN, "phones: [023-60000001]", "phones: [023-60000001], email: zhang@example.cn")
        | added(PAGE, "请打60000001，或写信到zhang@example.cn。"),
    ),
    "是手机号，没有一条公开的记录有它": (added(PAGE, "请打13800000008。"),),
    "这里有身份证号码": (added(PAGE, "11010519491231002X"),),
    "是内部联系人的姓名": (added(PAGE, "请找张三。"),),
    "没有用到：没有一处要靠它公开": (slip(ALLOWED, "value: 13800000009", "value: 13800000008"),),
    "Excel 把号码变成了科学计数": (slip(BASES, "023-60000000", "1.38E+10"),),
    "个值等人核对": (draft("2027-yubei-01"),),
    "要用到没有核对的草稿，也先不发布": (draft("example-robot-museum"),),
    "它记着草稿里哪些值要核对": ({"data/drafts/a.json": "[{"},),
    "git 没有合并好": (
        slip(ACTIVITIES, "    kind: lecture", "<<<<<<< HEAD\n    kind: lecture\n=======\n>>>>>>> x"),
    ),
    "没有 content 这个文件夹": ({"content": None},),
    "pelicanconf.py 里的……要写……": ({SETTINGS: "SCIENCEWEEK = {'mask_mobiles': 'no'}\n"},),
    "SITEURL ……": ({SETTINGS: "SITEURL = 'kepu.example.gov.cn'\n"},),
}
"""What brings each hint."""


def said(root: Path, slip: Slip) -> list[str]:
    """What `check` tells of the handbook's files with *slip*."""
    grow(root, {name: text for name, text in FILES.items() if slip.get(name, text) is not None})
    for name, text in slip.items():
        path = root / name
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        elif path.is_dir():
            shutil.rmtree(path)
    try:
        project = Project.here(root / "data", root / "content", None, root / SETTINGS)
        return [str(one) for one in project.inspected().warnings]
    except (SourceError, SettingsError) as error:
        return str(error).split("\n")


def pattern(hint: str) -> re.Pattern[str]:
    """*hint* as a pattern: …… stands for anything, and a quoted name may stand between the words."""
    return re.compile(".*".join(re.escape(part) for part in bare(hint).split("……")))


def bare(text: str) -> str:
    return "".join(text.split())


def brought(hint: str, messages: list[str]) -> bool:
    """Whether one of *messages* has *hint* in it, or each of its parts is in one of them."""
    plain = [
        bare(text) for message in messages for text in (message, re.sub("“[^”]*”|（[^）]*）", "", message))
    ]

    def found(words: str) -> bool:
        return any(pattern(words).search(message) for message in plain)

    return found(hint) or all(map(found, parts(hint)))


def parts(hint: str) -> list[str]:
    """What is said one at a time of all that *hint* names."""
    return re.split("[、；]", hint)


@pytest.mark.parametrize("hint", [hint for hint in HINTS if hint in SLIPS])
def test_a_slip_brings_the_hint_that_the_handbook_explains(tmp_path: Path, hint: str):
    messages = [line for number, one in enumerate(SLIPS[hint]) for line in said(tmp_path / str(number), one)]

    assert brought(hint, messages), messages


@pytest.mark.parametrize("hint", HINTS)
def test_each_hint_of_the_handbook_has_a_slip_that_brings_it_or_is_a_sentence_of_the_program(hint: str):
    assert hint in SLIPS or is_said(hint) or all(map(is_said, parts(hint)))


@pytest.mark.parametrize("hint", SLIPS)
def test_each_slip_brings_a_hint_that_is_explained(hint: str):
    assert hint in HINTS


@pytest.mark.parametrize("line", re.findall("^    (data/.+?)……$", HANDBOOK, re.MULTILINE))
def test_a_message_that_the_handbook_shows_is_what_check_says(tmp_path: Path, line: str):
    messages = said(tmp_path, slip(ACTIVITIES, "when: 5.23-25", "when: 5月32日"))

    assert any(message.startswith(line) for message in messages), messages


# ---- Quoted words ----------------------------------------------------------------------------------------------------


def holes(text: str) -> str:
    """*text* with … for what changes: quoted names, dots, and numbers; spaces around them do not count."""
    return re.sub("…+", "…", re.sub("“[^”]*”|「[^」]*」|[0-9]+", "…", bare(text)))


def sentences() -> Iterator[str]:
    """Every text of the program, of its pages and of their scripts, with … for what is filled in."""
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in sorted((ROOT / "theme").rglob("*")):
        if path.suffix in (".html", ".js") and "vendor" not in path.parts:
            yield path.read_text("utf-8")


SENTENCES = tuple(sentences())


def is_said(words: str) -> bool:
    """Whether *words* are in a text of the program, whatever is filled in."""
    return any(words in text or holes(words) in holes(text) for text in SENTENCES)


OTHERS = {
    "…": "whatever stands in a value",
    "区": "a word of a name",
    "县": "a word of a name",
    "区县名+简称": "how a name is put together",
    "此件公开发布": "the words of notices",
    "区科技局 王五": "how a contact is called",
    "另存为": "Windows",
    "半角冒号加空格": "what is written so",
    "文本": "Excel",
    "微信同号": "what stands beside numbers in tables",
    "今天": "a day",
    "本周": "a page's own words",
}
"""Quoted words of others: notices, Excel, Windows."""


EXAMPLES = "".join((*FILES.values(), *(code for row in cells(REFUSED) for _, code in CODE.findall(row[0]))))
"""What the handbook writes into files, and what it says not to write there."""


def quotes(paper: str) -> list[str]:
    text = (ROOT / paper).read_text("utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return sorted(set(re.findall("“([^”\n]+)”", prose)))


@pytest.mark.parametrize(("paper", "words"), [(paper, words) for paper in PAPERS for words in quotes(paper)])
def test_what_is_quoted_is_said_by_the_program_or_by_someone_who_is_named(paper: str, words: str):
    example = words in EXAMPLES or re.fullmatch("[0-9]+月.*|另行通知|端午节|[.-].*|.*……", words)

    assert words in OTHERS or example or is_said(words)


def test_a_contact_is_called_as_the_handbook_says():
    contact = Contact("王五", (Phone("023-60000002", mobile=False),), post="区科技局", show=Show.PUBLIC)

    (call,) = shown((contact,), None, Privacy(date(2027, 5, 22)))

    assert f"例如“{call.who}”" in HANDBOOK


ANSWERS = [
    answer
    for paper, head in (("deploy/README.md", "| 看到 |"), ("docs/handbook.md", "| 屏幕上说 |"))
    for answer in re.findall(
        r"^\| `(.+?)` \|", (ROOT / paper).read_text("utf-8").partition(head)[2], re.MULTILINE
    )
]


@pytest.mark.parametrize("words", [words for words in ANSWERS if words != "dubious ownership"])
def test_what_a_server_may_answer_is_what_it_says(words: str):
    assert is_said(words)
