"""Files to take along as written."""

from scienceweek.source.records.record import Line, Record, optional, required


class AttachmentRecord(Record):
    """给人下载的文件"""

    file: Line = required("文件", "content/files 里的文件名，例如 form.docx")
    title: Line = required("名称", "页面上显示的名称，例如 报名表")
    note: Line | None = optional("说明", "给谁、什么时候用，例如 6月10日前报送")
