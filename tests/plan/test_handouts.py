import re
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import html
from openpyxl import load_workbook

import samples
from scienceweek.plan.brief import Brief
from scienceweek.plan.handouts import handout_chapters
from scienceweek.privacy.gate import PrivacyGate
from scienceweek.privacy.secrets import Secrets
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[2] / "theme"
MUSEUM = samples.base(contacts=(samples.contact("023-60000001", name="某人"),))
FACTS = samples.catalogue(samples.activity(base=MUSEUM))
STEM = "districts/yubei.2024-yubei.table"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    brief = Brief(samples.site(url="https://example.gov.cn"), Privacy(date(2024, 5, 25)), (), THEME)
    return {one.path: one.draw(*one.data) for one in named(handout_chapters(FACTS, brief))}


def test_word_excel_and_the_page_say_the_same(files):
    table = docx.Document(BytesIO(files[f"{STEM}.docx"])).tables[0]
    word = [[cell.text for cell in row.cells] for row in table.rows]
    sheet = load_workbook(BytesIO(files[f"{STEM}.xlsx"])).active
    excel = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=3, max_row=4)]

    assert word == excel == [
        ["序号", "单位名称", "类型", "地址", "联系人", "联系电话", "活动安排"],
        ["1", "重庆市气象科普馆", "场馆类", "新牌坊一路68号", "某人", "023-60000001", "2024年5月25日 周六 “我们曾经都是鱼”"],
    ]  # fmt: skip
    page = html.document_fromstring(files[f"{STEM}.html"])
    heads, row = (
        [re.sub(r"\s|打电话|[“”]", "", one.text_content()) for one in line] for line in page.iter("tr")
    )
    assert [heads, row] == [[re.sub("[ “”]", "", one) for one in line] for line in word]


def test_the_documents_say_where_they_are_from(files):
    assert docx.Document(BytesIO(files[f"{STEM}.docx"])).paragraphs[-1].text == (
        "来自：科技活动周，https://example.gov.cn/districts/yubei.2024-yubei.table.html。"
        "没有写明的，以各单位的通知为准，去之前请先打电话。"
    )


def test_the_gate_reads_what_is_in_them(files):
    hidden = samples.activity(base=MUSEUM, title="找 13800138000 报名")
    brief = Brief(samples.site(), Privacy(date(2024, 5, 25)), (), THEME)
    told = {
        one.path: PrivacyGate(Secrets())(one.path, one.draw(*one.data))
        for one in named(handout_chapters(samples.catalogue(hidden), brief))
    }

    assert {path for path, found in told.items() if found} == set(told) == set(files)
