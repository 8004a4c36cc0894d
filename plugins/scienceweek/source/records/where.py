"""Where it is, as written: places, what becomes of it in rain, and what can be seen from afar."""

from typing import Annotated

from pydantic import Discriminator, StringConstraints, Tag

from scienceweek.source.records.moment import Moments
from scienceweek.source.records.record import URL, Line, Record, Ref, Several, Url, listed, optional

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
    room: Line | None = optional("房间", "楼、厅、教室，例如 B馆505教室；和 base、venue 或 place 一起写")
    meet: Line | None = optional("集合", "在哪里集合、从哪个门进，例如 A馆服务台")
    address: Line | None = optional("地址", "place 的地址；通知没写就不填")
    access: Annotated[tuple[Line, ...], Several] = listed(
        "怎么去", "place 的公交站、地铁口、停车；基地和场地的写在它们自己那里"
    )
    area: Area | None = optional("范围", "全区、各街镇，或街镇名单")
    words: Line | None = optional("原话", "通知里的原话，和 venue 或 area 一起用")
    tour: Line | None = optional("流动", "流动的活动，写去哪里")
    online: Address | None = optional("网址", "线上活动的网址；没公布就写 unknown")
    platform: Line | None = optional("平台", "线上活动的平台，例如 快手，和 online 一起用")
    account: Line | None = optional("帐号", "平台上的帐号，例如 北京天文馆，和 online 一起用")


class RainRecord(Record):
    """下雨时"""

    when: Moments = listed("时间", "下雨改到什么时候，写法和活动的时间一样")
    where: Annotated[tuple[WhereRecord, ...], Several] = listed("地点", "下雨改到哪里，写法和活动的地点一样")
    note: Line | None = optional("说明", "例如 下雨取消、前一天18时前在公众号通知")


class LiveRecord(Record):
    """直播"""

    url: Url | None = optional("网址")
    platform: Line | None = optional("平台", "例如 快手、视频号")
    account: Line | None = optional("帐号", "平台上的帐号，例如 北京天文馆")
    note: Line | None = optional("说明", "例如 只播前半场")
