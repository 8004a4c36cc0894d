"""A project as small as one can be published: a district, a campaign, two activities."""

from pathlib import Path

LIAISON = "023-60009999"
"""A number for staff only."""

FILES = {
    "data/districts.yaml": """\
districts:
  - {id: yubei, name: 渝北区, short: 渝北, code: 500112, area_code: 023}
""",
    "data/campaigns/2024-yubei.yaml": f"""\
id: 2024-yubei
name: 2024年渝北区科技活动周
series: science-week
district: yubei
when: 2024-05-25/2024-06-01
contacts:
  - {{name: 联络员, phones: [{LIAISON}], show: internal}}
""",
    "data/activities/2024-yubei.yaml": """\
campaign: 2024-yubei
activities:
  - id: fish
    title: 我们曾经都是鱼
    when: 2024-05-25
    where: {place: 创客港}
  - id: moon
    title: 月壤
    when: 2024-05-26
    where: {place: 创客港}
""",
    "content/activities/fish.md": "从海里到岸上。\n",
    "content/notices/2024-yubei.md": "## 一、时间 {#s1}\n\n5月25日至6月1日。\n",
}


def write(folder: Path, **changes: str) -> None:
    for name, text in (FILES | changes).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
