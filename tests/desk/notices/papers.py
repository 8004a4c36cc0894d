"""Notices made up for tests, each of a kind that districts issue; read as text."""

from scienceweek.desk.documents import Document
from scienceweek.desk.documents.text import read_text
from scienceweek.desk.findings import FoundRecord, Kind
from scienceweek.desk.notices import read_notice
from scienceweek.desk.setting import Setting
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.term import Term, Terms
from tests.samples import activity, base, campaign, district, may, venue

PLAN = """
丰都县科学技术局文件

丰科发[2O24]12号

丰都县科学技术局
关于印发《2024年丰都县科技活动周工作方案》的通知

各乡镇人民政府、街道办事处，县级有关部门：
根据市科技局《关于举办2024年重庆市科技活动周的通知》（渝科局发〔2024〕31号）要求，制定本方案。

一 、活动时间和主题
（一）活动时间：2O24年5月25日—6月1日。
（二）活动主题：弘扬科学家精神，激发全社会创新活力。
二、组织机构
主办单位：县科技局、县委宣传部、县科协
承办单位：县科技馆
三、活动安排
（一）启 动 仪 式 暨 科 普 集 市
1.时间：5月25日（星期六）上午9:30—11:30
2.地点：丰都县人民广场
3.内容：科普展板、机器人表演、
义诊咨询。
4.责任单位：县科技局、县科协、县卫生健康委等
(二) 青少年航模体验活动。5月26日至28日每天14:00在县科技馆二楼举办，面向中小学生。（牵头单位：县教委；配合单位：县科协）
（二）“科学家精神进校园”宣讲活动。时间：5月29日下午；地点：丰都中学报告厅；对象：中小学生
（四）加强组织领导。各单位要高度重视，精心组织。
四、工作要求
（一）高度重视。各单位要把科技活动周作为一项重要任务来抓。
（二）按时报送。各单位请于2024年6月5日前将总结材料报县科技局。联系人：张三，电话：023-60001234，邮箱：zs@example.com。

丰都县科学技术局
2024年5月8日
（此件公开发布）
"""
"""A plan of a district: numbering that skips and repeats, brackets of both widths, a poor scan, lines that are broken."""

BY_DAY = """
巫溪县科学技术协会关于开展2023年全国科普日活动的通知
各乡镇（街道）科协：
2023年全国科普日活动定于9月17日至23日举行，主题为“提升全民科学素质，助力科技自立自强”。
一、活动安排
9月17日上午9:00，在漫滩公园举办启动仪式。
9月18日—19日，在县图书馆开展“走近航天”主题图片展。
9月20日14:30，在巫溪中学举行“火星上的水”科普讲座。
二、有关要求
请各单位认真组织。
巫溪县科学技术协会
2023年9月1日
"""
"""A schedule by day in running words."""

OF_A_CITY = """
关于印发2024年示例市科技活动周区县重点活动安排的通知
各区县科技局：
现将2024年示例市科技活动周（2024年5月25日至6月1日）各区县重点活动安排印发给你们。
一、渝北区
（一）科技成果展
时间：5月25日—27日
地点：创客港
责任单位：区科技局
（二）气象科普开放日
时间：5月26日上午
地点：市主会场
责任单位：区气象局
二、綦江区
（一）科技成果展
时间：5月28日
地点：綦江科创中心
责任单位：区科技局
示例市科学技术局
2024年5月10日
"""
"""What the districts of a city hold: one title in two of them."""

OPEN_DAY = """
示例大学2025年全国科普日实验室开放日活动通知

活动时间：2025年9月20日
一、开放活动
1．材料实验室参观
时间：9月20日9:00—11:00
地点：材料楼201
参加对象：中小学生
名额：每场40人
费用：免费
报名方式：关注“示例大学科协”公众号报名
报名截止：9月18日17:00
2．显微镜下的世界
时间：9月20日14:00—16:00
地点：生命楼报告厅
费用：免费
注意事项：请携带身份证
二、联系方式
联系人：李四，电话：60005678
示例大学科学技术协会
2025年9月5日
"""
"""An open day with seats, a way to book and a day until which one can."""

LECTURES = """
示例区2024年科技活动周系列讲座安排
5月25日至6月1日，区图书馆举办“科学四季”系列讲座。
活动一：《星空的秘密》
时间：5月25日（周六）10:00
地点：区图书馆报告厅
主讲人：王五教授
活动二：《身边的化学》
时间：5月26日（周日）10:00
地点：区图书馆报告厅
主讲人：赵六研究员
咨询电话：023-60009999
"""
"""A series of lectures, each with its speaker."""

ONLINE = """
关于举办2022年重庆市全国科普日活动的通知
一、活动时间
2022年9月15日至21日在全市集中开展，主题宣传活动贯穿全年。
二、主要活动
（一）“云上科普日”活动。利用科普平台，推出“川渝科普日云联动”、“开学科普季”、第五届公民科学素质大赛网络赛等丰富多彩的线上活动。
三、有关事项
请各活动举办单位于 2022 年 8 月 15 日至
9月28日期间注册并登录全国科普日网站（www.kepuri.cn），填报活动信息。原则上各区县科协组织开展活动数量不少于10个，市级学会、农村中学科技馆组织开展活动数量不少于2个。
联系方式：
市科协科学技术普及部
联系人：王 五
联系电话：023—60003153、13900000001
市教委\t赵六\t60002104
市科技局\t钱七\t60003757
2022年8月10日
"""
"""Names in one sentence, what organisers must register, and a list of those whom units call."""

SUPPLEMENT = """
关于2024年渝北区科技活动周部分活动时间地点调整的补充通知
各有关单位：
因天气原因，现将《关于印发〈2024年渝北区科技活动周实施方案〉的通知》中部分活动调整如下：
一、“实验室开放日”活动由5月25日调整为5月26日。
二、“当非遗遇上科技”活动地点由市主会场调整为渝北区图书馆。
三、因设备检修，取消“防范换脸诈骗”活动。
四、新增“夜观星空”活动。时间：5月30日20:00；地点：碧津公园。
五、“健康科普进校园”活动延期举办，具体时间另行通知。
六、“气象公开课”改为线上直播，在腾讯会议进行。
七、“没有人知道的名称”活动取消。
八、如遇雨天，“实验室开放日”活动取消。
渝北区科学技术局
2024年5月22日
"""
"""Of six activities that are known one thing is changed each; one is new, one is not known."""

CORRECTION = """
更正公告
我局5月17日印发的《2024年渝北区科技活动周实施方案》附件中，“健康科普进校园”活动的地点“天一小学”应为“金山小学”；“新牌坊一路68号”应为“新牌坊一路86号”。特此更正。
重庆市渝北区科学技术局
2024年5月20日
"""
"""Words that were wrong, and what they should have been."""

POSTPONEMENT = """
关于延期举办2024年渝北区科技活动周的公告
受强降雨影响，原定于5月25日至6月1日举办的2024年渝北区科技活动周延期至6月15日至22日举办。
渝北区科技局
2024年5月24日
"""
"""The whole week is moved."""

RESULTS = """
关于公布2024年渝北区科技活动周优秀组织单位名单的通知
各有关单位：
经评选，决定对区科协等10家单位予以通报表扬。
一、优秀活动
“实验室开放日”
渝北区科学技术局
2024年7月1日
"""
"""No activity, though one is named."""

NUMBERED_LABELS = """
2024年江北区全国科普日活动方案
一、活动时间
2024年9月15日—25日
二、活动内容
（一）主场活动
1.活动名称：江北区2024年全国科普日启动仪式
2.活动时间：9月15日上午10:00
3.活动地点：观音桥步行街
4.主办单位：区科协、区委宣传部
5.活动内容：科普表演、科技体验。
（二）系列活动
1.科普大讲堂
时间：9月18日14:30
地点：区图书馆三楼报告厅
2.“流动科技馆”进校园
时间：9月19日—20日
地点：江北中学、新村小学
"""
"""What an activity is called stands under a label of its own."""

ALONE = """
“遇见恐龙”科普讲座预告
时间：2024年5月26日（周日）14:30—16:00
地点：示例市自然博物馆一楼报告厅
主讲人：周八（研究员）
费用：免费
咨询电话：010-60001111
"""
"""One activity and nothing beside it."""

SENTENCES = """
关于做好2024年示例区科技活动周活动的通知
一、活动安排
（一）5月25日上午9:30，在人民广场举办启动仪式。
（二）5月26日，区气象局在气象公园开展“风云课堂”开放日活动。
（三）5月30日下午3点，举行机器人大赛决赛（地点：区体育馆）。
（四）科普讲座进社区（时间：5月28日；地点：和平社区；责任单位：区科协）
（五）实验室开放日：5月29日9:00-16:00，示例大学实验室开放，由区科技局主办、区科协承办，联系人：王五，电话：60002222。
示例区科学技术局
2024年5月6日
"""
"""Sections that are sentences, or say in brackets when and where."""

DAYS = """
2024年示例区科技活动周方案
一、主要内容
（一）弘扬科学家精神。集中宣传科学家。
（二）科普大讲堂活动。邀请专家宣讲。（责任单位：区科协）
（三）机器人大赛。5月28日在区体育馆举行。
二、日程
5月25日（周六）
9:30  启动仪式  人民广场
14:00，在区图书馆举办“认识芯片”讲座
5月26日（周日）
10:00—11:00  科学实验秀  区科技馆
"""
"""What is conveyed beside what is held, and days with hours below them."""

QIJIANG = district(id="qijiang", name="綦江区", short="綦江", code="500110")
TERMS = Terms(
    kinds=tuple(
        Term(id, name)
        for id, name in (
            ("ceremony", "启动仪式"),
            ("exhibition", "展览展示"),
            ("lecture", "讲座宣讲"),
            ("open-day", "开放日"),
            ("practice", "实践体验"),
            ("online", "线上活动"),
            ("contest", "比赛竞赛"),
        )
    ),
    audiences=(Term("pupils", "中小学生"), Term("public", "公众")),
    topics=(Term("spaceflight", "航天"), Term("scientists-spirit", "科学家精神")),
)
FRESH = Setting(Catalogue(districts=(district(), QIJIANG), terms=TERMS, venues=(venue(),)))
"""A site without any campaign."""

_TITLES = ("实验室开放日", "当非遗遇上科技", "防范换脸诈骗", "健康科普进校园", "气象公开课")
KNOWN = Setting(
    Catalogue(
        districts=(district(),),
        terms=TERMS,
        venues=(venue(),),
        campaigns=(campaign(),),
        bases=(base(),),
        activities=tuple(
            activity(
                id=f"2024-yubei-{number}",
                title=title,
                when=(may(25),),
                description="在天一小学开展。" if number == 4 else "",
            )
            for number, title in enumerate(_TITLES, 1)
        ),
    ),
    campaign="2024-yubei",
)
"""A site with a campaign, five activities and a base."""


def document(text: str) -> Document:
    """A text file."""
    return read_text(text.strip().encode(), "通知.txt")


def activities(text: str, setting: Setting = FRESH) -> list[FoundRecord]:
    """The activities that are found in *text*."""
    return [one for one in read_notice(document(text), setting).records if one.kind is Kind.ACTIVITY]


def values(found: FoundRecord, *names: str) -> tuple[object, ...]:
    """What it says under these *names*, None where it says nothing."""
    return tuple(found.fields[name].value if name in found.fields else None for name in names)


def marked(found: FoundRecord) -> dict[str, str]:
    """Why somebody should look, by the field; nothing for what is sure."""
    return {name: one.why for name, one in found.fields.items() if one.why}


def announced(text: str, setting: Setting = FRESH) -> FoundRecord:
    """The campaign that *text* announces."""
    return next(one for one in read_notice(document(text), setting).records if one.kind is Kind.CAMPAIGN)
