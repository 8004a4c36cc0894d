"""The table of who holds what, as it is published, is read again by the program: it finds what it was made of."""

from datetime import date
from pathlib import Path

import pytest
import small_project

from samples import site
from scienceweek.__main__ import main
from scienceweek.plan.brief import Brief
from scienceweek.plan.handouts import handout_chapters
from scienceweek.render import named
from scienceweek.source.loading import load
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
BASES = """\
district: yubei
bases:
  - {id: museum, name: 地质博物馆, address: 宝圣大道301号, contacts: [{name: 林未央, phones: [023-60000001], show: public}]}
  - {id: dome, name: 天文馆, address: 悦城路55号附25号, contacts: [{phones: [023-60000002], show: public}]}
"""
ACTIVITIES = """\
campaign: 2024-yubei
activities:
  - {id: fish, title: 我们曾经都是鱼, when: 2024-05-25, where: {place: 新牌坊小学}, base: museum}
  - {id: moon, title: 月壤, when: 2024-05-26/2024-05-28, where: {base: dome}, base: dome}
"""


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_each_base_and_activity_is_known_again(tmp_path: Path, monkeypatch, capsys, kind: str):
    changes = {"data/bases/yubei.yaml": BASES, "data/activities/2024-yubei.yaml": ACTIVITIES}
    small_project.write(tmp_path, **changes)
    monkeypatch.chdir(tmp_path)
    known = load(Path("data"), Path("content")).catalogue
    brief = Brief(site(), Privacy(date(2024, 5, 25)), (), THEME)
    (table,) = (one for one in named(handout_chapters(known, brief)) if one.path.endswith(kind))
    file = Path(f"table.{kind}")
    file.write_bytes(table.draw(*table.data))

    main(["import", str(file), "--dry-run", "--campaign", "2024-yubei"])

    said = capsys.readouterr().out
    # What is new: in which notice the bases stand, what kind of activities these are, and the words of the table.
    assert [line.strip() for line in said.splitlines()[2:5]] == [
        "2 家基地：2 有改动",
        "2 个活动：2 有改动",
        "读到 4 个值：4 个确定，0 个要核对。",
    ]
    assert "未写明" not in said
