"""Photographs as written: what came of an activity, and what a thing looks like."""

from typing import Any

from scienceweek.source.records.record import Line, Record, optional, required, usual


class PhotoRecord(Record):
    """照片"""

    file: Line = required("文件", "content/images 里的文件名")
    alt: Line = required("说明", "照片里是什么，给看不见的人")
    credit: Line | None = optional("作者", "谁拍的，或谁提供的，显示在照片下面，例如 渝北区科协供图")
    consent: bool = usual(
        default=False, title="同意", description="照片里的人同意公开：true；没有同意就不发布"
    )


class ImageRecord(Record):
    """图片：页面上的一张照片，现场、展品或建筑"""

    file: Line = required("文件", "content/images 里的文件名，例如 hall.jpg")
    alt: Line = required("说明", "照片里是什么，给看不见的人，例如 展厅里的地震体验屋")
    credit: Line | None = optional("作者", "谁拍的，或谁提供的，显示在照片下面，例如 渝北区科协供图")
    consent: bool = usual(
        default=True,
        title="同意",
        description="认得出人的，都同意公开才放；还没有同意的写 false，先不发布。没有人的不用写",
    )


def image() -> Any:
    """The picture of a thing."""
    return optional("图片", "页面上的一张照片：文件、说明、作者")
