"""What may be in public although no contact says so, as written."""

from scienceweek.source.records.record import Line, Record, required


class AllowedRecord(Record):
    """可以公开的号码、邮箱或姓名"""

    value: Line = required("内容", "一个电话、邮箱或姓名；身份证号码不能写")
    why: Line = required("理由", "为什么可以公开，谁在哪一天同意的")


class AllowedFile(Record):
    """准许公开的内容：检查说不能公开、其实可以公开的，写在这里"""

    allowed: tuple[AllowedRecord, ...] = required("准许公开")
