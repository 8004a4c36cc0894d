from datetime import date

import pytest

from samples import activity, base, campaign, catalogue
from scienceweek.model.attachment import AttachedFile, Attachment
from scienceweek.model.campaign import Notice, NoticeKind
from scienceweek.views.pages.activity import activity_page
from scienceweek.views.pages.campaign import campaign_page
from scienceweek.views.pages.notice import notice_page
from scienceweek.views.pages.science_base import science_base_page
from scienceweek.views.parts.attachments import AttachmentRow, attachment_rows
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.words.sizes import size

TODAY = Privacy(date(2024, 5, 25))
FORM = Attachment("报名表", AttachedFile("2024/form.docx", "0", 36_000, "Word"), "5月20日前交")
SCAN = Attachment("原件/扫描", AttachedFile("scan.pdf", "0", 1_800_000, "PDF"))
ROWS = (
    AttachmentRow("报名表", "5月20日前交", "Word，36 KB", "files/2024/form.docx", "报名表.docx"),
    AttachmentRow("原件/扫描", "", "PDF，1.8 MB", "files/scan.pdf", "原件 扫描.pdf"),
)


def test_a_file_is_a_row_with_its_kind_and_size():
    assert attachment_rows((FORM, SCAN, FORM)) == ROWS


def test_each_page_offers_the_files_of_its_record():
    correction = Notice("更正", id="correction", kind=NoticeKind.CORRECTION, files=(SCAN,))
    week = campaign(files=(FORM,), further=(correction,))
    museum = base(files=(SCAN,))
    fish = activity(campaign=week, files=(FORM,))
    facts = catalogue(museum, fish)

    assert activity_page(fish, facts, TODAY).files == ROWS[:1]
    assert science_base_page(museum, facts, TODAY).files == ROWS[1:]
    assert campaign_page(week, facts, TODAY).files == ROWS
    assert notice_page(week, facts, TODAY, correction).files == ROWS[1:]
    assert notice_page(week, facts, TODAY).files == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 KB"), (999_000, "999 KB"), (999_001, "1.0 MB"), (1_800_000, "1.8 MB"), (1_810_000, "1.9 MB"), (19_000_001, "20 MB")],
)  # fmt: skip
def test_a_size_is_never_said_to_be_smaller_than_it_is(number: int, words: str):
    assert size(number) == words
