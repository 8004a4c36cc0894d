"""Where, as written: one of six kinds of place."""

from typing import Annotated

from pydantic import Discriminator, StringConstraints, Tag

from scienceweek.source.records.record import URL, Line, Record, Ref, optional

Address = Annotated[str, StringConstraints(pattern=rf"^unknown$|{URL}", max_length=2_000)]

Area = Annotated[
    Annotated[Line, Tag("|words")] | Annotated[tuple[Line, ...], Tag("|towns")],
    Discriminator(lambda written: "|towns" if isinstance(written, list | tuple) else "|words"),
]
"""Words for a whole (全区, 各街镇), or a list of towns."""


class WhereRecord(Record):
    """地点：base、venue、place、area、tour、online 里写一个"""

    base: Ref | None = optional("基地", "在某个基地：基地的编号")
    venue: Ref | None = optional("场地", "在某个场地：场地的编号，见 data/venues.yaml")
    place: Line | None = optional("地点", "只有名称的地点，例如 一所学校")
    address: Line | None = optional("地址", "place 的地址；通知没写就不填")
    area: Area | None = optional("范围", "全区、各街镇，或街镇名单")
    words: Line | None = optional("原话", "通知里的原话，和 venue 或 area 一起用")
    tour: Line | None = optional("流动", "流动的活动，写去哪里")
    online: Address | None = optional("网址", "线上活动的网址；没公布就写 unknown")
    platform: Line | None = optional("平台", "线上活动的平台，和 online 一起用")
