"""What the handbook shows is tried: its files together, its fragments in an activity, its times as times."""

import re
from datetime import date
from pathlib import Path

import pytest
from documents import docx
from photographs import jpeg
from trees import project

from scienceweek.manuscript import LENGTH, LINES
from scienceweek.model.schedule import Days
from scienceweek.render.prose import problems
from scienceweek.source.notation.moments import schedules

HANDBOOK = (Path(__file__).resolve().parents[2] / "docs" / "handbook.md").read_text()
BLOCKS = re.findall(r"^```(?:yaml|markdown) (\S+)\n(.*?)^```$", HANDBOOK, re.MULTILINE | re.DOTALL)
FILES = {name: text for name, text in BLOCKS if "/" in name}
FRAGMENTS = [text for name, text in BLOCKS if name == "活动"]
OF_THE_SITE = [text for name, text in BLOCKS if name == "网站"]
OF_CAMPAIGNS = [text for name, text in BLOCKS if name == "活动周"]
PROSE = HANDBOOK.partition("\n### 文章里的写法\n")[2].partition("\n## 时间\n")[0]
ALLOWED, _, REFUSED = PROSE.partition("\n下面这些不能写")
CODE = re.compile(r"(`+) ?(.+?) ?\1(?!`)")
TIMES = HANDBOOK.partition("\n## 时间\n")[2].partition("\n## ")[0]
ACTIVITIES = "data/activities/2027-yubei.yaml"
CAMPAIGN = "data/campaigns/2027-yubei.yaml"


def grow(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "content" / "images").mkdir()
    (root / "content" / "images" / "hall.jpg").write_bytes(jpeg((960, 640)))
    (root / "content" / "files").mkdir()
    (root / "content" / "files" / "form.docx").write_bytes(docx())
    return root


def test_the_files_of_the_handbook_pass_as_they_stand(tmp_path: Path):
    grow(tmp_path, FILES)

    loaded = project(tmp_path).inspected()

    assert loaded.warnings == ()
    assert len(loaded.catalogue.activities) == 6


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_each_fragment_passes_in_an_activity(tmp_path: Path, fragment: str):
    entry = "  - id: 2027-yubei-04\n    title: 例子\n" + "".join(
        f"    {line}\n" for line in fragment.split("\n")
    )
    when = "" if re.search("^(when|sessions|stages):", fragment, re.MULTILINE) else "    when: 5月23日\n"
    grow(tmp_path, FILES | {ACTIVITIES: FILES[ACTIVITIES] + entry.rstrip() + "\n" + when})

    loaded = project(tmp_path).inspected()

    assert all("没有网址" in warning.message for warning in loaded.warnings)
    assert len(loaded.catalogue.activities) == 7


@pytest.mark.parametrize("fragment", OF_CAMPAIGNS)
def test_each_fragment_passes_in_a_campaign(tmp_path: Path, fragment: str):
    rest = FILES[CAMPAIGN]
    for key in re.findall(r"^(\w+):", fragment, re.MULTILINE):
        rest = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", rest, flags=re.MULTILINE)
    grow(tmp_path, FILES | {CAMPAIGN: f"{rest}{fragment}"})

    assert project(tmp_path).inspected().warnings == ()


@pytest.mark.parametrize("fragment", OF_THE_SITE)
def test_each_fragment_passes_in_the_site(tmp_path: Path, fragment: str):
    grow(tmp_path, FILES | {"data/site.yaml": FILES["data/site.yaml"] + fragment})

    assert project(tmp_path).inspected().warnings == ()


def cells(table: str) -> list[list[str]]:
    rows = re.findall(r"^\| (`.*) \|$", table, re.MULTILINE)
    return [re.split(r" (?<!\\)\| ", row) for row in rows]


def test_the_text_of_the_handbook_is_shown_as_it_stands():
    assert problems(next(text for name, text in BLOCKS if name == "正文")) == ()


@pytest.mark.parametrize("written", [code for row in cells(ALLOWED) for _, code in CODE.findall(row[0])])
def test_what_may_be_written_in_a_text_is_let_through(written: str):
    assert problems(written) == ()


@pytest.mark.parametrize(
    ("written", "said"), [(code, row[1]) for row in cells(REFUSED) for _, code in CODE.findall(row[0])]
)
def test_what_may_not_be_written_in_a_text_is_told_in_these_words(written: str, said: str):
    assert [said in message for _, message in problems(written.replace("\\|", "|"))] == [True] * (
        1 + written.count("</")
    )


def test_the_handbook_knows_how_long_a_text_may_be():
    assert f"最多 {LENGTH} 个字、{LINES} 行" in PROSE


@pytest.mark.parametrize(
    "written", re.findall("`([^`]+)`", "".join(re.findall(r"^\| (`.*?) \|", TIMES, re.MULTILINE)))
)
def test_each_time_of_the_handbook_is_read(written: str):
    assert schedules(written, window=Days(date(2027, 5, 22), date(2027, 5, 29)), year=None)


@pytest.mark.parametrize("target", re.findall(r"\]\(([a-z./]+\.md)\)", HANDBOOK))
def test_what_the_handbook_leads_to_is_there(target: str):
    assert (Path(__file__).resolve().parents[2] / "docs" / target).is_file()
