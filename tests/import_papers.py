"""Documents as districts send them, made up for tests, each with the records that a careful reader writes down from it.

The kinds are those that offices get: by day, by unit, by base, hours, slots, stages, several districts, two languages,
changes to an earlier notice, a timetable; as Word, Excel, CSV, page, text and PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document as WordDocument
from openpyxl import Workbook

from scienceweek.desk.findings import Kind
from scienceweek.desk.setting import Setting
from scienceweek.model.activity import Activity
from scienceweek.model.campaign import Campaign, Series
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district import District
from scienceweek.model.schedule import Days
from scienceweek.model.term import Terms

CITY = District("hecheng", "鹤城市", "鹤城", "999900", area_code="0999")
DISTRICTS = (
    CITY,
    District("heming", "鹤鸣区", "鹤鸣", "999901", parent=CITY, area_code="0999"),
    District("yanan", "雁南县", "雁南", "999902", parent=CITY, area_code="0999"),
)
WEEK = Campaign(
    "2024-heming",
    "2024年鹤鸣区科技活动周",
    Series.WEEK,
    DISTRICTS[1],
    Days(date(2024, 5, 25), date(2024, 6, 1)),
)
EARLIER = (
    Activity(
        id="2024-heming-01",
        title="航模体验日",
        campaign=WEEK,
        district=DISTRICTS[1],
        when=(Days(date(2024, 5, 26), date(2024, 5, 26)),),
    ),
    Activity(
        id="2024-heming-02",
        title="机器人公开课",
        campaign=WEEK,
        district=DISTRICTS[1],
        when=(Days(date(2024, 5, 27), date(2024, 5, 27)),),
    ),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """A record that is in a document: its *fields* as ``data/`` has them, names in place of ids."""

    kind: Kind
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: the *name* of its file, its *content*, and the *records* in it; *is_first* where it announces its campaign."""

    name: str
    content: bytes
    records: tuple[Expected, ...]
    is_first: bool = False


def setting(terms: Terms, *, is_first: bool = False) -> Setting:
    """What is known before such a document is read; nothing of the campaign where it *is_first*."""
    if is_first:
        return Setting(Catalogue(districts=DISTRICTS, terms=terms), "", "heming", 2024)
    known = Catalogue(districts=DISTRICTS, terms=terms, campaigns=(WEEK,), activities=EARLIER)
    return Setting(known, WEEK.id, "heming", 2024)


def activity(title: str, when: str, where: str = "", **more: Any) -> Expected:
    """An activity at a place that is called *where*, "" where nothing is said of that."""
    place = {"where": {"place": where}} if where else {}
    return Expected(Kind.ACTIVITY, {"title": title, "when": when, **place, **more})


def base(name: str, **more: Any) -> Expected:
    return Expected(Kind.BASE, {"name": name, **more})


def responsible(*names: str) -> dict[str, Any]:
    return {"organisers": {"responsible": list(names)}}


def word(*parts: str | list[list[str]], joined: tuple[tuple[int, int, int], ...] = ()) -> bytes:
    """Paragraphs and tables; *joined* are the column and the first and last row of cells of the table that are one."""
    made = WordDocument()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), len(part[0]))
        for down, row in enumerate(part):
            for across, text in enumerate(row):
                table.cell(down, across).text = text
        for column, first, last in joined:
            table.cell(first, column).merge(table.cell(last, column)).text = part[first][column]
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def excel(rows: list[list[str]], *joined: str) -> bytes:
    """A sheet with *rows*; *joined* are ranges of cells that are one."""
    book = Workbook()
    sheet = book.active
    sheet.title = "安排表"
    for row in rows:
        sheet.append([text or None for text in row])
    for cells in joined:
        sheet.merge_cells(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


_WIDE, _HIGH = 100, 30


def pdf(title: str, rows: list[list[str]], joined: tuple[int, int, int]) -> bytes:
    """A page with a table in lines, as a printer driver makes it: the font is not in the file."""
    column, first, last = joined
    drawn = [f"BT /F 16 Tf 60 780 Td <{_hex(title)}> Tj ET"]
    top = 750
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            left, y = 40 + across * _WIDE, top - (down + 1) * _HIGH
            if across == column and first < down <= last:
                continue
            deep = _HIGH * (last - first + 1) if (across, down) == (column, first) else _HIGH
            drawn.append(f"{left} {y + _HIGH - deep} {_WIDE} {deep} re S")
            drawn.append(f"BT /F 9 Tf {left + 4} {y + 10} Td <{_hex(text)}> Tj ET")
    page = "\n".join(drawn).encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        (
            b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
        ),
        (
            b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880]"
            b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
        ),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    return (
        made
        + head
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(parts) + 1,
            len(made),
        )
    )


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex()


BY_DAY = [
    ["日期", "时间", "活动名称", "地点", "责任单位"],
    ["5月25日", "9:30—11:00", "科普集市", "人民广场", "区科技局"],
    ["", "14:00—16:00", "航天知识讲座", "区图书馆报告厅", "区科协"],
    ["5月26日", "上午", "地震应急演练", "第一小学", "区应急局、区教委"],
    ["5月28日至30日", "全天", "标本展", "区文化馆一楼", "区林业局"],
]
BY_DAY_RECORDS = (
    activity("科普集市", "5月25日 9:30—11:00", "人民广场", **responsible("区科技局")),
    activity("航天知识讲座", "5月25日 14:00—16:00", "区图书馆报告厅", **responsible("区科协")),
    activity("地震应急演练", "5月26日上午", "第一小学", **responsible("区应急局", "区教委")),
    activity("标本展", "5月28日至30日 全天", "区文化馆一楼", **responsible("区林业局")),
)

PAPERS = (
    Paper(
        "按日期.docx",
        word("2024年鹤鸣区科技活动周活动安排表", BY_DAY, "注：以当天通知为准。", joined=((0, 1, 2),)),
        BY_DAY_RECORDS,
    ),
    Paper("按日期.pdf", pdf("2024年鹤鸣区科技活动周活动安排表", BY_DAY, joined=(0, 1, 2)), BY_DAY_RECORDS),
    Paper(
        "按单位.xlsx",
        excel(
            [
                ["2024年科技活动周各单位活动计划表", "", "", "", "", "", "", ""],
                ["序号", "单位", "活动名称", "活动时间", "活动地点", "参加对象", "人数", "联系人及电话"],
                [
                    "1",
                    "区气象局",
                    "气象台开放日",
                    "5月25日9:00-11:30",
                    "区气象台",
                    "中小学生",
                    "60人",
                    "赵一 0999-6000001",
                ],
                ["", "", "防雷知识宣传", "5月27日", "东门社区", "社区居民", "", ""],
                [
                    "2",
                    "区卫健委",
                    "急救培训",
                    "5.29 14:30",
                    "区人民医院门诊楼三楼",
                    "公众",
                    "30",
                    "钱二13800000001",
                ],
                ["合计", "", "3场", "", "", "", "", ""],
            ],
            "A1:H1",
            "A3:A4",
            "B3:B4",
        ),
        (
            activity(
                "气象台开放日",
                "5月25日9:00-11:30",
                "区气象台",
                **responsible("区气象局"),
                contacts=[{"name": "赵一", "phones": ["0999-6000001"]}],
                admission={"booking": {"capacity": "60人"}},
            ),
            activity("防雷知识宣传", "5月27日", "东门社区", **responsible("区气象局")),
            activity(
                "急救培训",
                "5.29 14:30",
                "区人民医院门诊楼三楼",
                **responsible("区卫健委"),
                contacts=[{"name": "钱二", "phones": ["13800000001"]}],
                admission={"booking": {"capacity": "30"}},
            ),
        ),
    ),
    Paper(
        "按基地.xlsx",
        excel(
            [
                ["科普基地活动安排表", "", "", "", "", "", ""],
                ["序号", "基地名称", "类型", "地址", "联系人", "电话", "活动安排"],
                [
                    "1",
                    "鹤鸣地质馆",
                    "场馆类",
                    "鹤鸣区人民路1号",
                    "孙三",
                    "0999-6000002\n13800000002",
                    "5.25—5.31免费开放；5.26在基地开展“认识岩石”活动，5.28在第二小学开展“我们的地球”活动。",
                ],
                [
                    "2",
                    "雁湖湿地教育基地",
                    "教育培训类",
                    "鹤鸣区雁湖镇湖滨路8号",
                    "李四",
                    "13800000003",
                    "5.30举办观鸟活动",
                ],
            ],
            "A1:G1",
        ),
        (
            base(
                "鹤鸣地质馆",
                type="venue",
                address="鹤鸣区人民路1号",
                contacts=[{"name": "孙三", "phones": ["0999-6000002", "13800000002"]}],
                opening=[{"campaign": "2024-heming", "when": "5.25—5.31", "admission": "free"}],
            ),
            activity("认识岩石", "5.26", "鹤鸣地质馆", base="鹤鸣地质馆", tier="base"),
            activity("我们的地球", "5.28", "第二小学", base="鹤鸣地质馆", tier="base"),
            base(
                "雁湖湿地教育基地",
                type="training",
                address="鹤鸣区雁湖镇湖滨路8号",
                town="雁湖镇",
                contacts=[{"name": "李四", "phones": ["13800000003"]}],
            ),
            activity("观鸟活动", "5.30", base="雁湖湿地教育基地", tier="base"),
        ),
    ),
    Paper(
        "开放时间.csv",
        (
            "场馆名称,地址,开放时间,咨询电话,备注\n"
            "鹤鸣博物馆,人民路2号,周二至周日 9:00—17:00（16:30停止入馆）,0999-6000003,免费\n"
            "鹤鸣科技馆,科技路3号,每天9:30-16:30,0999-6000004,\n"
        ).encode("gbk"),
        (
            base(
                "鹤鸣博物馆",
                address="人民路2号",
                hours="周二至周日 9:00—17:00（16:30停止入馆）",
                contacts=[{"phones": ["0999-6000003"]}],
                admission="free",
            ),
            base(
                "鹤鸣科技馆",
                address="科技路3号",
                hours="每天9:30-16:30",
                contacts=[{"phones": ["0999-6000004"]}],
            ),
        ),
    ),
    Paper(
        "闭馆日.html",
        (
            "<!doctype html><meta charset=utf-8><title>场馆开放一览</title><h1>鹤鸣区科普场馆开放一览</h1><table>"
            "<tr><th>场馆<th>地址<th>开放时间<th>电话</tr>"
            "<tr><td>鹤鸣植物园<td>园林路5号<td>8:30—17:30（周一闭馆）<td>0999-6000005</tr>"
            "<tr><td>天文台<td>北山路9号<td>周六、周日 19:00—21:00<td>0999-6000006</tr></table>"
        ).encode(),
        (
            base(
                "鹤鸣植物园",
                address="园林路5号",
                hours="8:30—17:30（周一闭馆）",
                contacts=[{"phones": ["0999-6000005"]}],
            ),
            base(
                "天文台",
                address="北山路9号",
                hours="周六、周日 19:00—21:00",
                contacts=[{"phones": ["0999-6000006"]}],
            ),
        ),
    ),
    Paper(
        "场次.docx",
        word(
            "实验室开放日预约安排",
            [
                ["活动名称", "时间", "地点", "名额", "预约方式"],
                ["走进电子显微镜", "5月25日9:00—10:00", "材料楼201室", "40人", "公众号“鹤鸣科普”"],
                ["走进电子显微镜", "5月25日10:30—11:30", "材料楼201室", "40人", "公众号“鹤鸣科普”"],
                ["机器人课堂", "5月26日14:00—15:30", "工程楼大厅", "30个家庭", "电话0999-6000007"],
            ],
        ),
        (
            activity(
                "走进电子显微镜",
                "5月25日9:00—10:00",
                "材料楼201室",
                admission={"booking": {"wechat": ["鹤鸣科普"], "capacity": "40人"}},
            ),
            activity(
                "走进电子显微镜",
                "5月25日10:30—11:30",
                "材料楼201室",
                admission={"booking": {"wechat": ["鹤鸣科普"], "capacity": "40人"}},
            ),
            activity(
                "机器人课堂",
                "5月26日14:00—15:30",
                "工程楼大厅",
                contacts=[{"phones": ["0999-6000007"]}],
                admission={"booking": {"phone": "0999-6000007", "capacity": "30个家庭"}},
            ),
        ),
    ),
    Paper(
        "比赛.txt",
        (
            "关于举办第三届鹤鸣区青少年科技创新大赛的通知\n\n各中小学校：\n"
            "为激发青少年创新热情，区科协决定举办第三届鹤鸣区青少年科技创新大赛。现将有关事项通知如下。\n"
            "一、活动安排\n"
            "（一）第三届鹤鸣区青少年科技创新大赛\n"
            "1.时间：2024年5月28日9:00\n2.地点：鹤鸣中学体育馆\n3.责任单位：区科协、区教委\n"
            "二、工作要求\n各学校要高度重视，精心组织。\n"
            "鹤鸣区科学技术协会\n2024年5月6日\n"
        ).encode(),
        (
            activity(
                "第三届鹤鸣区青少年科技创新大赛",
                "2024年5月28日9:00",
                "鹤鸣中学体育馆",
                **responsible("区科协", "区教委"),
            ),
        ),
    ),
    Paper(
        "各区县.xlsx",
        excel(
            [
                ["区县", "活动名称", "时间", "地点", "主办单位"],
                ["鹤鸣区", "科普大集", "5月25日", "鹤鸣公园", "鹤鸣区科技局"],
                ["雁南县", "科普大集", "5月26日", "雁南广场", "雁南县科技局"],
                ["", "农技下乡", "5月28日", "北乡", "雁南县农业农村局"],
            ],
            "A3:A4",
        ),
        (
            activity(
                "科普大集", "5月25日", "鹤鸣公园", organisers={"host": ["鹤鸣区科技局"]}, district="heming"
            ),
            activity(
                "科普大集", "5月26日", "雁南广场", organisers={"host": ["雁南县科技局"]}, district="yanan"
            ),
            activity(
                "农技下乡", "5月28日", "北乡", organisers={"host": ["雁南县农业农村局"]}, district="yanan"
            ),
        ),
    ),
    Paper(
        "中英文.html",
        (
            "<!doctype html><meta charset=utf-8><title>Programme</title><table>"
            "<tr><th>活动名称 Event<th>时间 Time<th>地点 Venue</tr>"
            "<tr><td>星空之夜<td>5月25日 19:30<td>天文台</tr>"
            "<tr><td>化学魔术<td>5月26日 10:00—11:00<td>鹤鸣科技馆</tr></table>"
        ).encode(),
        (
            activity("星空之夜", "5月25日 19:30", "天文台"),
            activity("化学魔术", "5月26日 10:00—11:00", "鹤鸣科技馆"),
        ),
    ),
    Paper(
        "更正.txt",
        (
            "关于更正2024年鹤鸣区科技活动周有关活动时间的通知\n\n各有关单位：\n"
            "原定于5月26日举办的“航模体验日”活动，改为5月30日举办，地点不变。\n"
            "特此通知。\n鹤鸣区科技局\n2024年5月20日\n"
        ).encode(),
        (activity("航模体验日", "5月30日", previously="5月26日", status="rescheduled"),),
    ),
    Paper(
        "取消.docx",
        word(
            "关于取消“机器人公开课”活动的通知",
            "各有关单位：",
            "因场地维修，原定于5月27日举办的“机器人公开课”活动取消。",
            "特此通知。",
            "鹤鸣区科协",
            "2024年5月22日",
        ),
        (Expected(Kind.ACTIVITY, {"title": "机器人公开课", "status": "cancelled", "reason": "场地维修"}),),
    ),
    Paper(
        "课表.xlsx",
        excel(
            [
                ["时间", "5月25日", "5月26日"],
                ["9:00—10:00", "趣味化学", "认识星座"],
                ["10:30—11:30", "纸桥承重", "趣味化学"],
            ]
        ),
        (
            activity("趣味化学", "5月25日 9:00—10:00；5月26日 10:30—11:30"),
            activity("纸桥承重", "5月25日 10:30—11:30"),
            activity("认识星座", "5月26日 9:00—10:00"),
        ),
    ),
    Paper(
        "讲座.txt",
        (
            "2024年科技活动周系列讲座安排\n\n"
            "一、讲座安排\n"
            "（一）探秘深海。时间：5月25日14:30；地点：区图书馆二楼；责任单位：区图书馆\n"
            "（二）身边的数学。时间：5月26日14:30；地点：区图书馆二楼；责任单位：区图书馆\n"
        ).encode(),
        (
            activity("探秘深海", "5月25日14:30", "区图书馆二楼", **responsible("区图书馆")),
            activity("身边的数学", "5月26日14:30", "区图书馆二楼", **responsible("区图书馆")),
        ),
    ),
    Paper(
        "重点活动.xlsx",
        excel(
            [
                ["附件2", "", "", "", "", ""],
                ["全县科技活动周重点活动安排表", "", "", "", "", ""],
                ["序号", "活动信息", "", "", "责任单位", "联系方式"],
                ["", "活动名称", "时间", "地点", "", ""],
                ["1", "科学家精神宣讲", "5月27日-29日每天15:00", "县一中", "县教育局", "周五 0999-6000011"],
                ["2", "科普大篷车巡展", "5月下旬", "各乡镇", "同上", "同上"],
                ["序号", "活动名称", "时间", "地点", "责任单位", "联系方式"],
                [
                    "3",
                    "食品安全你点我检",
                    "待定",
                    "县农贸市场",
                    "县市场监管局",
                    "吴六13800000004/0999-6000012转801",
                ],
                [
                    "4",
                    "垃圾分类体验（限30人，需预约）",
                    "6.1上午10点",
                    "环保科普基地",
                    "县城管局",
                    "0999-6000013",
                ],
            ],
            *("A1:F1", "A2:F2", "A3:A4", "B3:D3", "E3:E4", "F3:F4"),
        ),
        (
            activity(
                "科学家精神宣讲",
                "5月27日-29日每天15:00",
                "县一中",
                **responsible("县教育局"),
                contacts=[{"phones": ["0999-6000011"]}],
            ),
            activity(
                "科普大篷车巡展",
                "5月下旬",
                "各乡镇",
                **responsible("县教育局"),
                contacts=[{"phones": ["0999-6000011"]}],
            ),
            activity(
                "食品安全你点我检",
                "待定",
                "县农贸市场",
                **responsible("县市场监管局"),
                contacts=[{"phones": ["13800000004", "0999-6000012转801"]}],
            ),
            activity(
                "垃圾分类体验（限30人，需预约）",
                "6.1上午10点",
                "环保科普基地",
                **responsible("县城管局"),
                contacts=[{"phones": ["0999-6000013"]}],
            ),
        ),
    ),
    Paper(
        "期间安排.xlsx",
        excel(
            [
                ["单位名称", "基地类别", "详细地址", "联系人", "联系电话", "科技活动周期间活动安排"],
                [
                    *(
                        "鹤鸣茶文化馆",
                        "场馆类",
                        "鹤鸣区茶园街道茶山路18号",
                        "郑七、王八",
                        "0999—6000014、13800000005",
                    ),
                    "5月25日、26日9:00-17:00免费开放；5月27日上午在鹤鸣小学开展“茶与科学”活动",
                ],
                [
                    *("市急救中心科普基地", "教育培训类", "鹤鸣区健康路2号", "冯九", "0999-6000015"),
                    "5.25-6.1每天上午开展“人人学急救”活动；时间待定：急救知识进社区（东门社区）",
                ],
            ]
        ),
        (
            base(
                "鹤鸣茶文化馆",
                type="venue",
                address="鹤鸣区茶园街道茶山路18号",
                contacts=[{"phones": ["0999-6000014"]}, {"phones": ["13800000005"]}],
                opening=[{"campaign": "2024-heming", "when": "5月25日、26日9:00-17:00", "admission": "free"}],
            ),
            activity("茶与科学", "5月27日上午", "鹤鸣小学", base="鹤鸣茶文化馆"),
            base(
                "市急救中心科普基地",
                type="training",
                address="鹤鸣区健康路2号",
                contacts=[{"phones": ["0999-6000015"]}],
            ),
            activity("人人学急救", "5.25-6.1每天上午", base="市急救中心科普基地"),
            activity("急救知识进社区", "时间待定", "东门社区", base="市急救中心科普基地"),
        ),
    ),
    Paper(
        "讲座表.csv",
        (
            "日期,星期,时间,主题,主讲人,地点\n"
            "2024/5/25,六,14:30,人工智能与生活,李教授,区图书馆\n"
            "2024/6/1,六,10:00,恐龙的秘密,张老师,自然博物馆报告厅\n"
        ).encode("gb18030"),
        (
            activity("人工智能与生活", "2024年5月25日14:30", "区图书馆"),
            activity("恐龙的秘密", "2024年6月1日10:00", "自然博物馆报告厅"),
        ),
    ),
    Paper(
        "科普日方案.txt",
        (
            "鹤鸣区全国科普日活动方案\n"
            "一、时间：2024年9月15日至25日\n"
            "二、主题：提升全民科学素质\n"
            "三、主要活动\n"
            "1.启动仪式。9月15日上午9：00在区文化广场举行启动仪式，由区科协主办。\n"
            "2.“院士专家进校园”报告会：9月18日14：30—16：00，邀请有关专家作报告。\n"
            "联系人：赵一，电话：0999-6000020。\n"
            "鹤鸣区科协\n2024年8月30日\n"
        ).encode(),
        (
            Expected(
                Kind.CAMPAIGN,
                {
                    "name": "鹤鸣区全国科普日",
                    "series": "science-day",
                    "district": "heming",
                    "when": "2024年9月15日至25日",
                    "theme": "提升全民科学素质",
                    "organisers": {"issuer": ["鹤鸣区科协"]},
                },
            ),
            activity("启动仪式", "9月15日上午9：00", "区文化广场", organisers={"host": ["区科协"]}),
            activity("“院士专家进校园”报告会", "9月18日14：30—16：00"),
        ),
    ),
)
