import pytest

from scienceweek.desk.documents import Cell, Document, Table
from scienceweek.desk.findings import Sort
from scienceweek.desk.notices.lines import pieces
from scienceweek.desk.notices.loose import gathered
from scienceweek.desk.notices.outline import outline
from scienceweek.desk.notices.sort import SortedDocument, sort_of
from scienceweek.model.campaign import NoticeKind
from tests.desk.notices import papers
from tests.desk.notices.papers import FRESH, document


@pytest.mark.parametrize(
    ("text", "sort", "why", "kind"),
    [
        (
            papers.PLAN,
            Sort.NOTICE,
            "标题是“关于印发《2024年丰都县科技活动周工作方案》的通知”",
            NoticeKind.NOTICE,
        ),
        (papers.SUPPLEMENT, Sort.CHANGE, "标题里写着“补充”", NoticeKind.SUPPLEMENT),
        (papers.CORRECTION, Sort.CHANGE, "标题里写着“更正”", NoticeKind.CORRECTION),
        (papers.POSTPONEMENT, Sort.CHANGE, "标题里写着“延期”", NoticeKind.POSTPONEMENT),
        (
            "关于取消“实验室开放日”的公告\n因故取消。",
            Sort.CHANGE,
            "标题里写着“取消”",
            NoticeKind.CANCELLATION,
        ),
        (
            "各位观众：\n原定于5月25日的活动延期举行。",
            Sort.CHANGE,
            "正文里写着“原定于5月25日的活动延期”",
            NoticeKind.POSTPONEMENT,
        ),
        ("请查收。", Sort.UNKNOWN, "没有标题，没有编号的段落，也没有表", NoticeKind.NOTICE),
        (
            papers.RESULTS,
            Sort.NOTICE,
            "标题是“关于公布2024年渝北区科技活动周优秀组织单位名单的通知”，公布的是结果",
            NoticeKind.RESULTS,
        ),
    ],
)
def test_what_a_document_is_is_said_with_the_words_that_tell(
    text: str, sort: Sort, why: str, kind: NoticeKind
):
    found = sorted_document(document(text))
    assert (found.sort, found.why, found.kind) == (sort, why, kind)


def sorted_document(of: Document) -> SortedDocument:
    return sort_of(of, outline(gathered(pieces(of.blocks))), FRESH)


def table(*rows: tuple[str, ...]) -> Table:
    return Table("表1", tuple(tuple(Cell(text, "表1") for text in row) for row in rows))


ACTIVITIES = table(("活动名称", "时间", "地点"), ("观星", "5月25日", "广场"))
BASES = table(("基地名称", "地址", "联系电话"), ("气象馆", "一路1号", "023-60000001"))


@pytest.mark.parametrize(
    ("shown", "sort", "why"),
    [
        (ACTIVITIES, Sort.ACTIVITIES, "只有表，每一行是一项活动"),
        (BASES, Sort.BASES, "只有表，每一行是一个基地"),
        (table(("甲", "乙"), ("1", "2")), Sort.UNKNOWN, "只有表，看不出每一行是什么"),
    ],
)
def test_a_table_alone_is_no_notice(shown: Table, sort: Sort, why: str):
    found = sorted_document(Document("a.xlsx", "Excel", (shown,)))
    assert (found.sort, found.why) == (sort, why)


def test_a_notice_may_have_tables():
    blocks = (*document(papers.PLAN).blocks, *document("附件").blocks, BASES)
    found = sorted_document(Document("a.docx", "Word", blocks))
    assert (found.sort, found.why) == (
        Sort.NOTICE_WITH_TABLES,
        "标题是“关于印发《2024年丰都县科技活动周工作方案》的通知”，后面附了表",
    )
