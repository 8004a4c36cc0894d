"""What the words of the enumerations mean, for editors, messages and the handbook."""

from collections.abc import Mapping
from enum import StrEnum

from scienceweek.model.activity import Admits, Status, Tier
from scienceweek.model.campaign import Disclosure, Series
from scienceweek.model.contact import Show
from scienceweek.model.organisation import Role
from scienceweek.model.place import Access, Booking, Fee
from scienceweek.source.records.datum import Datum

MEANINGS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Access: {"unknown": "不知道", "full": "轮椅可以进出", "partial": "部分可以", "none": "不能进出"},
    Admits: {
        "unknown": "通知未写明",
        "public": "公众",
        "invited": "受邀的人",
        "staff": "内部，任何页面都不出现",
    },
    Booking: {"unknown": "通知未写明", "none": "不用预约", "required": "需要预约"},
    Datum: {"wgs84": "天地图、GPS", "gcj02": "高德、腾讯", "bd09": "百度"},
    Disclosure: {"unknown": "未写明", "public": "此件公开发布", "on-request": "依申请公开"},
    Fee: {"unknown": "通知未写明", "free": "免费", "reduced": "优惠", "paid": "收费"},
    Role: {
        "issuer": "发文单位",
        "host": "主办单位",
        "co-organiser": "合办单位",
        "co-host": "承办单位",
        "support": "协办单位",
        "lead": "牵头单位",
        "responsible": "责任单位",
        "participant": "参加单位",
    },
    Series: {
        "science-week": "科技活动周",
        "science-day": "全国科普日",
        "science-month": "全国科普月",
        "other": "其他",
    },
    Show: {"public": "公开", "campaign": "活动周结束后不再公开", "internal": "内部，任何页面都不出现"},
    Status: {
        "scheduled": "照常",
        "postponed": "延期",
        "cancelled": "取消",
        "rescheduled": "改期",
        "moved-online": "改为线上",
    },
    Tier: {
        "ceremony": "启动仪式",
        "city-main": "市级主场活动",
        "department-main": "部门主场活动",
        "district-main": "区县主场活动",
        "joint-action": "联合行动",
        "online": "线上活动",
        "base": "科普基地活动",
        "member": "成员单位活动",
        "town": "街镇活动",
        "other": "其他",
    },
}
