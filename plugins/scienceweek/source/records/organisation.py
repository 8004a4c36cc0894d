"""Districts and organisations as written."""

from typing import Annotated

from pydantic import StringConstraints

from scienceweek.source.records.contact import ContactRecord
from scienceweek.source.records.point import PointRecord
from scienceweek.source.records.record import (
    Id,
    Line,
    Record,
    Ref,
    Several,
    Sound,
    Url,
    former_names,
    formerly,
    listed,
    optional,
    read_as,
    required,
    usual,
)

CODE = "^[0-9]{6}$"
AREA_CODE = "^0[0-9]{2,3}$"

Code = Annotated[str, StringConstraints(pattern=CODE)]
AreaCode = Annotated[str, StringConstraints(pattern=AREA_CODE)]


class DistrictRecord(Record):
    """区县"""

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    name: Line = required("名称", "全称，例如 渝北区")
    short: Line = required("简称", "不带“区”“县”的名称，印章上用，例如 渝北")
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    code: Code = required("代码", "六位行政区划代码（GB/T 2260），例如 500112")
    parent: Ref | None = optional("上级", "上一级行政区的编号")
    area_code: AreaCode | None = optional("区号", "电话区号，例如 023；没写区号的座机会加上它")
    point: PointRecord | None = optional("位置", "区县的位置，地图以它为中心")
    was: Annotated[tuple[Id, ...], Several] = formerly("区县")


class DistrictsFile(Record):
    """区县名单"""

    districts: tuple[DistrictRecord, ...] = required("区县")


class OrganisationRecord(Record):
    """单位"""

    id: Id = required("编号", "全站唯一的编号：小写字母、数字和连字符，用在网址里，定了就不改")
    name: Line = required("名称", "单位全称；通知只写了简称的，写“区县名+简称”")
    short_names: tuple[Line, ...] = listed("简称", "通知里的各种叫法，例如 区科协")
    former_names: Annotated[tuple[Line, ...], Several] = former_names()
    reading: Annotated[tuple[Sound, ...], Several] = read_as()
    district: Ref = required("区县", "单位所属区县的编号；同一简称在不同区县可以指不同单位")
    collective: bool = usual(
        default=False, title="统称", description="true：一群单位的统称，例如 各街镇，没有自己的页面"
    )
    contacts: tuple[ContactRecord, ...] = listed("联系人", "办公电话等")
    url: Url | None = optional("网址", "单位网站")
    was: Annotated[tuple[Id, ...], Several] = formerly("单位")


class OrganisationsFile(Record):
    """单位名单"""

    organisations: tuple[OrganisationRecord, ...] = required("单位")
