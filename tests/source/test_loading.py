import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, grow, read

from scienceweek.source.loading import load
from scienceweek.source.mistakes.problems import SourceError


def test_a_valid_tree_becomes_a_catalogue(tmp_path: Path):
    loaded = read(tmp_path)
    catalogue = loaded.catalogue

    assert loaded.warnings == ()
    assert [district.id for district in catalogue.districts] == ["chongqing", "yubei"]
    assert [base.id for base in catalogue.bases] == ["meteorology-museum"]
    assert catalogue.activity["fish"].base == catalogue.bases[0]
    assert catalogue.activity["fish"].body == "从鱼到人。\n"
    assert catalogue.activity["fish"].organisers[0].parties[0].organisation == catalogue.organisations[0]
    assert catalogue.campaigns[0].notice.text == FILES["content/notices/2024-yubei.md"]


def test_what_is_for_staff_only_is_withheld(tmp_path: Path):
    catalogue = read(tmp_path, {ACTIVITIES: activity(admits="staff")}).catalogue

    assert catalogue.activities == ()
    assert [withheld.id for withheld in catalogue.withheld] == ["fish"]


def test_structure_times_and_references_are_told_in_one_run(tmp_path: Path):
    text = """\
campaign: 2024-yubei
activities:
  - {id: 2024_fish, title: 鱼, titel: 鱼, when: 5.32, kind: x}
  - {id: moon, title: 月壤, kind: y}
  - {id: sun, title: 太阳, when: [5.26, where: {base: z}}
  - {id: stars, title: 星, when: 5月33日, part_of: sun, where: 广场}
  - {id: sky, title: 天, when: 5.26, part_of: 2024_fish}
"""
    files = {ACTIVITIES: text, "content/activities/fish.md": None}
    told = [line.removeprefix(f"{ACTIVITIES}:").split("。")[0] for line in complaints(tmp_path, files)]

    assert told == [
        "3:10: “id”（编号）不能写“2024_fish”",
        "3:31: 活动没有“titel”这一项",
        "3:47: 看不懂“5.32”这个时间：2024年5月没有32日",
        "3:59: 没有编号为“x”的活动形式",
        "4:5: 活动缺少“when”：时间",
        "4:33: 没有编号为“y”的活动形式",
        "5:5: “{id: sun, title: 太阳, when: [5.26, where:…”以括号开头，没有配对，或者后面还有字",
        "6:33: 看不懂“5月33日”这个时间：2024年5月没有33日",
        "6:61: “where”（地点）要写明是哪一种，例如 {place: 广场}，这里是“广场”",
    ]


def test_all_mistakes_of_all_files_are_told_at_once_and_sorted(tmp_path: Path):
    assert complaints(
        tmp_path,
        {
            ACTIVITIES: activity(when="5月32日", base="meteorology-musem", titel="鱼"),
            CAMPAIGN: FILES[CAMPAIGN].replace("science-week", "week"),
            "data/venues.yaml": "venues：\n",
            "content/pages/about.md": "Slug: x\n",
        },
    ) == [
        "content/pages/about.md:1:1: 文件头不能写“Slug”。可以写 Title（标题）、Summary（摘要） 或 Order（顺序），然后空一行写正文。",
        "content/pages/about.md:1:1: 缺少标题。第一行请写“Title: 页面的标题”，然后空一行写正文。",
        "data/activities/2024-yubei.yaml:5:11: 看不懂“5月32日”这个时间：2024年5月没有32日。可以写 2024-05-25、2024-05-25 09:30/11:00、5月25日—27日、2024-05 或 待定。",
        "data/activities/2024-yubei.yaml:6:11: 没有编号为“meteorology-musem”的基地。是不是“meteorology-museum”？",
        "data/activities/2024-yubei.yaml:7:5: 活动没有“titel”这一项。是不是“title”？",
        "data/campaigns/2024-yubei.yaml:3:9: “series”（系列）不能写“week”。可以写 science-week（科技活动周）、science-day（全国科普日）、science-month（全国科普月） 或 other（科普活动）。",
        "data/venues.yaml:1:1: “venues：”用了全角冒号。请用半角冒号加一个空格，写成“venues: …”。",
    ]


@pytest.mark.parametrize(
    "broken", [CAMPAIGN, BASES, "data/districts.yaml", "data/terms.yaml", "data/organisations.yaml"]
)
def test_one_file_that_cannot_be_read_is_one_mistake(tmp_path: Path, broken: str):
    assert complaints(tmp_path, {broken: FILES[broken].encode("gbk")}) == [
        next(
            f"{broken}:{number}:{column}: 这个文件是 GBK（GB18030）编码，不是 UTF-8。请用记事本打开，“另存为”时编码选 UTF-8。"
            for number, line in enumerate(FILES[broken].split("\n"), 1)
            for column, character in enumerate(line, 1)
            if not character.isascii()
        )
    ]


def test_a_record_that_failed_still_counts_as_known(tmp_path: Path):
    assert complaints(tmp_path, {BASES: FILES[BASES].replace("    name: 重庆市气象科普馆\n", "")}) == [
        "data/bases/yubei.yaml:3:5: 科普基地缺少“name”：名称。"
    ]


def test_a_missing_data_folder_is_a_mistake(tmp_path: Path):
    with pytest.raises(SourceError, match="没有这个文件。请先写区县名单。"):
        load(tmp_path / "data", tmp_path / "content")


def test_paths_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    grow(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert [found.id for found in load(Path("data"), Path("content")).catalogue.activities] == ["fish"]


def test_activities_may_be_a_folder_of_files(tmp_path: Path):
    files = {ACTIVITIES: None, "data/activities/2024-yubei/museums.yaml": FILES[ACTIVITIES]}

    assert [found.id for found in read(tmp_path, files).catalogue.activities] == ["fish"]


def test_ten_thousand_activities_load_in_seconds(tmp_path: Path):
    item = """
  - id: a-{0}
    title: 我们曾经都是鱼 {0}
    kind: exhibition
    tier: base
    when: 5.{1}
    where: {{venue: main-hall}}
    base: meteorology-museum
    organisers: {{responsible: [区科技局]}}
    audience: [youth]
    description: 在市主会场开展活动。
"""
    head = "campaign: 2024-yubei\nactivities:"
    grow(
        tmp_path,
        {
            f"data/activities/2024-yubei/{thousand}.yaml": head
            + "".join(item.format(1000 * thousand + number, number % 20 + 5) for number in range(1000))
            for thousand in range(10)
        },
    )

    loaded = load(tmp_path / "data", tmp_path / "content")

    assert len(loaded.catalogue.activities) == 10_001


@contextmanager
def tree() -> Iterator[Path]:
    root = Path(tempfile.mkdtemp())
    try:
        yield grow(root)
    finally:
        shutil.rmtree(root)


def told(name: str, content: bytes) -> str:
    """What loading says of a valid tree with *content* in place of the file *name*."""
    with tree() as root:
        (root / name).write_bytes(content)
        try:
            load(root / "data", root / "content")
        except SourceError as error:
            return str(error)
    return ""


names = st.sampled_from(sorted(FILES))


@given(names, st.binary(max_size=200))
@settings(max_examples=40)
def test_random_bytes_raise_nothing_else(name: str, content: bytes):
    assert "\x1b" not in told(name, content)


SNIPPETS = [
    *(
        "[",
        "{",
        "]",
        "}",
        ": ",
        ":",
        "- ",
        "? ",
        "#",
        " #",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@",
        "`",
        "\n",
        "\n  ",
    ),
    *(
        "：",
        "\u3000",
        "\u00a0",
        "\t",
        "\r",
        "\x00",
        "\x1b",
        "\u2028",
        "\ufeff",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "null",
        "nan",
    ),
    *(
        "id",
        "title",
        "5.32",
        "2024-02-30",
        "0",
        "-1",
        "99999999999999999999",
        "9" * 5000,
        "1e999",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ),
]


@given(
    names,
    st.lists(
        st.tuples(
            st.integers(0, 10_000),
            st.integers(0, 12),
            st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=5)),
        ),
        min_size=1,
        max_size=4,
    ),
)
@settings(max_examples=150)
def test_edits_of_a_valid_tree_raise_nothing_else(name: str, edits: list[tuple[int, int, str]]):
    text = FILES[name]
    for at, length, snippet in edits:
        start = at % (len(text) + 1)
        text = text[:start] + snippet + text[start + length :]

    assert "\x1b" not in told(name, text.encode("utf-8", "surrogatepass"))


READINGS = {
    "data/districts.yaml": (", code: 500000", ", reading: chong qing, code: 500000"),
    "data/organisations.yaml": (", district: yubei", ", reading: [Yúběi, yu bei kj], district: yubei"),
    "data/venues.yaml": (", district: yubei", ", reading: zhu-hui'chang, district: yubei"),
    CAMPAIGN: ("series: science-week", "reading: Lǜ Nǚ\nseries: science-week"),
    BASES: ("    type: venue", "    type: venue\n    reading: zeng jia yan"),
    ACTIVITIES: ("    kind: exhibition", "    kind: exhibition\n    reading: wo men"),
}


def test_everything_with_a_name_may_say_how_it_is_read(tmp_path: Path):
    files = {file: FILES[file].replace(*change) for file, change in READINGS.items()}

    catalogue = read(tmp_path, files).catalogue

    assert [one.readings for one in catalogue.districts] == [("chong qing",), ()]
    assert [one.readings for one in catalogue.organisations] == [("yubei", "yu bei kj")]
    assert [one.readings for one in catalogue.venues] == [("zhu hui chang",)]
    assert [one.readings for one in catalogue.campaigns] == [("lv nv",)]
    assert [one.readings for one in catalogue.bases] == [("zeng jia yan",)]
    assert [one.readings for one in catalogue.activities] == [("wo men",)]


def test_a_reading_is_written_in_letters(tmp_path: Path):
    files = {BASES: FILES[BASES].replace("    type: venue", "    type: venue\n    reading: 曾家岩")}

    assert complaints(tmp_path, files) == [
        f"{BASES}:6:14: “reading”（读音）不能写“曾家岩”。请写拼音，用空格隔开每个字，例如 zeng jia yan。"
    ]


@pytest.mark.parametrize("sign", ["u2028", "x85", "v", "e"])
def test_a_sign_in_quotes_that_nobody_sees_is_told_once(tmp_path: Path, sign: str):
    told = complaints(tmp_path, {ACTIVITIES: activity(title=f'"鱼\\{sign}鱼"')})

    assert [line.partition("（U+")[0].rpartition("引号里有")[0] for line in told] == [f"{ACTIVITIES}:4:12: "]
