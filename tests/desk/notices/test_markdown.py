from scienceweek.desk.documents import Cell, Document, Table
from scienceweek.desk.notices import read_notice
from tests.desk.notices.papers import FRESH, document


def test_the_text_has_an_anchor_at_each_section_and_a_mark_where_contacts_stood():
    text = """
关于举办2024年示例区科技活动周的通知
各街镇：
一、重点活动
（一）观星活动。5月25日举办。
1. 流星
二、联系方式
联系人：王五，电话：023-60003302
三、其他
请将*总结*报至kjj@example.com。
示例区科技局
2024年5月8日
"""
    assert read_notice(document(text), FRESH).notice == (
        "**关于举办2024年示例区科技活动周的通知**\n\n各街镇：\n\n"
        "## 一、重点活动 {#s1}\n\n### （一）观星活动。 {#s1-1}\n\n5月25日举办。\n\n#### 1. 流星 {#s1-1-1}\n\n"
        "## 二、联系方式 {#s2}\n\n〔联系方式供来文单位，此处略〕\n\n"
        "## 三、其他 {#s3}\n\n请将\\*总结\\*报至〔邮箱供来文单位，此处略〕。\n\n示例区科技局\n\n2024年5月8日\n"
    )


def test_a_table_stands_without_its_columns_for_staff():
    rows = (
        ("序号", "基地名称", "联系人", "电话", "地址"),
        ("1", "气象馆", "王五", "13900000001", "一路|1号"),
    )
    table = Table("表1", tuple(tuple(Cell(text, "表1") for text in row) for row in rows))
    blocks = (*document("关于举办科普日的通知\n一、要求\n认真组织。\n附件\n基地名单").blocks, table)
    found = read_notice(Document("a.docx", "Word", blocks), FRESH)
    assert found.notice.partition("## 附件")[2] == (
        " 基地名单 {#annex}\n\n| 序号 | 基地名称 | 地址 |\n|---|---|---|\n| 1 | 气象馆 | 一路\\|1号 |\n\n〔联系人和电话供来文单位，此处略〕\n"
    )
    assert [(one.name, one.anchor) for one in found.records if one.name == "气象馆"] == [("气象馆", "annex")]
