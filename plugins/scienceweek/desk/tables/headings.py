"""What the columns of a table are called, and what stands in them."""

import re
from collections.abc import Mapping

from scienceweek.model.word import Word
from scienceweek.source.notation.characters import normalise


class TableColumn(Word):
    """What stands in a column."""

    SERIAL = "serial", "序号", "编号", "序", "顺序", "No", "场次", "项次", "#"
    BASE = (
        "base",
        "基地名称",
        "基地",
        "场馆名称",
        "场馆",
        "馆名",
        "阵地名称",
        "博物馆名称",
        "机构名称",
        "科普基地",
        "科普场馆",
        "博物馆",
        "资源名称",
        "开放单位",
        "开放场所",
        "bases",
    )
    BASE_TYPE = "base-type", "基地类型", "基地类别", "场馆类型", "场馆类别"
    NAME = "name", "名称", "museum"
    TYPE = "type", "类型", "类别", "分类"
    ADDRESS = (
        "address",
        "地址",
        "详细地址",
        "所在地址",
        "单位地址",
        "所在地",
        "具体地址",
        "位置",
        "通讯地址",
        "场馆位置",
    )
    PERSON = (
        "person",
        "联系人",
        "联络人",
        "负责人",
        "联系人姓名",
        "姓名",
        "活动联系人",
        "联系人员",
        "对接人",
        "contact person",
        "工作联系人",
        "现场联系人",
        "现场负责人",
        "报名联系人",
        "责任人",
        "负责同志",
    )
    PHONE = (
        "phone",
        "电话",
        "联系电话",
        "联系人电话",
        "咨询电话",
        "手机",
        "手机号",
        "手机号码",
        "电话号码",
        "联系方式",
        "联络方式",
        "办公电话",
        "座机",
        "服务电话",
        "活动咨询电话",
        "固定电话",
        "联系手机",
        "移动电话",
        "值班电话",
        "phones",
        "tel",
        "telephone",
    )
    CONTACT = (
        "contact",
        "联系人及电话",
        "联系人及联系方式",
        "联系人联系电话",
        "联系人电话号码",
        "联系人手机",
        "姓名电话",
        "联系人信息",
        "contacts",
    )
    BOOKING_PHONE = "booking-phone", "预约电话", "报名电话", "预约咨询电话", "预约热线", "报名咨询电话"
    INTERNAL = "internal", "填报人", "填表人", "内部联系人", "报送人", "分管领导", "审核人"
    PROGRAMME = (
        "programme",
        "活动安排",
        "近期活动安排",
        "安排",
        "近期安排",
        "活动及时间安排",
        "活动时间及内容",
        "活动内容及时间",
        "时间及内容",
        "具体安排",
        "开放安排",
        "活动计划",
        "日程安排",
        "活动日程",
        "近期活动",
        "活动周安排",
        "活动周活动安排",
        "科普活动安排",
        "主要活动安排",
        "活动时间/地点及内容",
        "活动情况",
        "开展活动情况",
    )
    WHEN = (
        "when",
        "时间",
        "活动时间",
        "举办时间",
        "开展时间",
        "时间安排",
        "活动日期及时间",
        "日期及时间",
        "起止时间",
        "举行时间",
        "具体时间",
        "拟开展时间",
        "实施时间",
        "讲座时间",
        "比赛时间",
        "展出时间",
        "展期",
        "计划时间",
        "完成时间",
        "开课时间",
        "时段",
        "日期时间",
        "time",
    )
    WHEN_AND_PLACE = "when-and-place", "时间/地点", "时间地点"
    DATE = "date", "日期", "活动日期", "举办日期", "开展日期", "起止日期", "月日", "月份", "讲座日期", "day"
    WEEKDAY = "weekday", "星期", "周几"
    START = "start", "开始时间", "起始时间", "开始", "from"
    END = "end", "结束时间", "结束", "终止时间", "to"
    PLACE = (
        "place",
        "地点",
        "活动地点",
        "举办地点",
        "开展地点",
        "活动场所",
        "场地",
        "活动场地",
        "举行地点",
        "具体地点",
        "会场",
        "教室",
        "集合地点",
        "讲座地点",
        "地点名称",
        "场馆地点",
        "比赛地点",
        "展览地点",
        "where",
        "venue",
        "location",
    )
    TITLE = (
        "title",
        "活动名称",
        "活动项目",
        "活动主题",
        "项目名称",
        "活动",
        "项目",
        "主题",
        "题目",
        "讲座题目",
        "讲座主题",
        "课程名称",
        "展览名称",
        "报告题目",
        "内容名称",
        "活动标题",
        "节目",
        "讲座名称",
        "赛事名称",
        "比赛名称",
        "活动项目名称",
        "科普活动",
        "活动名",
        "课程",
        "event",
    )
    CONTENT = (
        "content",
        "活动内容",
        "主要内容",
        "内容",
        "活动简介",
        "简介",
        "内容简介",
        "具体内容",
        "活动介绍",
        "内容及形式",
        "活动内容及形式",
        "活动具体内容",
        "工作内容",
        "活动描述",
        "展览简介",
        "description",
    )
    KIND = "kind", "活动形式", "活动类型", "活动类别", "形式", "活动方式"
    HOST = (
        "host",
        "主办单位",
        "主办",
        "组织单位",
        "主办方",
        "举办单位",
        "主办部门",
        "主办机构",
        "organiser",
        "organizer",
    )
    UNDERTAKER = "undertaker", "承办单位", "承办", "承办方", "实施单位", "执行单位"
    CO_ORGANISER = "co-organiser", "联合主办", "联合主办单位", "合办单位"
    SUPPORT = "support", "协办单位", "协办", "支持单位", "协助单位", "协办方"
    PARTICIPANT = "participant", "参与单位", "配合单位", "参加单位", "参与部门", "配合部门"
    GUIDE = "guide", "指导单位"
    LEAD = "lead", "牵头单位", "牵头部门", "牵头"
    RESPONSIBLE = (
        "responsible",
        "责任单位",
        "负责单位",
        "责任部门",
        "开展单位",
        "负责部门",
        "责任科室",
    )
    UNIT = (
        "unit",
        "单位",
        "单位名称",
        "申报单位",
        "填报单位",
        "部门",
        "部门单位",
        "学校",
        "学校名称",
        "街镇",
        "镇街",
        "乡镇",
        "申报部门",
        "所属单位",
    )
    SPEAKER = (
        "speaker",
        "主讲人",
        "主讲嘉宾",
        "主讲专家",
        "专家",
        "讲师",
        "报告人",
        "授课人",
        "主讲",
        "嘉宾",
        "主讲教师",
        "授课专家",
        "授课教师",
        "主讲人姓名",
        "主讲人/职称",
        "主讲人/单位",
        "主讲人介绍",
        "speaker",
    )
    ACCOUNT = "account", "公众号", "微信公众号", "预约公众号", "小程序", "预约小程序", "预约平台"
    ACCESS = "access", "交通", "交通方式", "公交路线", "乘车路线", "交通路线"
    AUDIENCE = (
        "audience",
        "对象",
        "活动对象",
        "参与对象",
        "参加对象",
        "面向人群",
        "面向对象",
        "受众",
        "适合人群",
        "服务对象",
        "参加人员",
        "参与人群",
        "目标人群",
        "受众群体",
        "适合对象",
        "适宜对象",
        "开放对象",
        "人群",
        "适宜人群",
        "参加人群",
        "活动受众",
        "面向",
        "听众",
    )
    AGES = "ages", "年龄", "适合年龄", "年龄要求", "参与年龄", "适龄", "年龄段", "适宜年龄"
    CAPACITY = (
        "capacity",
        "人数",
        "名额",
        "限额",
        "参与人数",
        "参加人数",
        "人数限制",
        "规模",
        "每场人数",
        "招募人数",
        "限报人数",
        "名额限制",
        "活动人数",
        "限额人数",
        "接待人数",
        "每日接待人数",
        "接待能力",
        "可容纳人数",
        "单场人数",
        "每场限额",
        "容量",
    )
    EXPECTED = "expected", "预计人数", "预计参与人数", "预计参加人数", "预计规模"
    FEE = (
        "fee",
        "费用",
        "收费",
        "是否收费",
        "票价",
        "收费标准",
        "门票",
        "是否免费",
        "活动费用",
        "收费情况",
        "免费/收费",
        "收费/免费",
        "门票价格",
        "价格",
        "参观费用",
    )
    BOOKING = (
        "booking",
        "预约方式",
        "报名方式",
        "参与方式",
        "预约",
        "报名",
        "是否预约",
        "预约报名方式",
        "参加方式",
        "预约渠道",
        "报名渠道",
        "是否需要预约",
        "是否需预约",
        "是否需要报名",
        "预约/报名",
        "预约途径",
        "报名途径",
        "预约说明",
        "预约要求",
        "预约情况",
        "参观预约",
        "开放方式",
        "参观方式",
    )
    STAGE = (
        "stage",
        "阶段",
        "报名时间",
        "报名起止时间",
        "预赛时间",
        "初赛时间",
        "复赛时间",
        "半决赛时间",
        "决赛时间",
        "评审时间",
        "颁奖时间",
        "公布时间",
        "预赛",
        "初赛",
        "复赛",
        "半决赛",
        "决赛",
        "颁奖",
    )
    DEADLINE = (
        "deadline",
        "报名截止",
        "截止时间",
        "报名截止时间",
        "截止日期",
        "预约截止",
        "预约截止时间",
        "报名截止日期",
    )
    HOURS = (
        "hours",
        "开放时间",
        "开馆时间",
        "开放时段",
        "对外开放时间",
        "场馆开放时间",
        "接待时间",
        "开放日期",
        "正常开放时间",
        "营业时间",
        "服务时间",
        "日常开放时间",
        "开放时间及说明",
    )
    CLOSED = "closed", "闭馆日", "休息日", "闭馆时间", "不开放时间", "休馆日", "闭馆", "例行闭馆"
    DISTRICT = (
        "district",
        "区县",
        "所属区县",
        "所在区县",
        "县区",
        "地区",
        "区域",
        "所属地区",
        "区",
        "行政区",
        "区县名称",
        "县",
        "市区县",
        "区域分布",
    )
    TOWN = "town", "所属街镇", "所在街镇", "街道"
    WEBSITE = (
        "website",
        "网址",
        "网站",
        "链接",
        "官网",
        "活动链接",
        "平台",
        "官方网站",
        "网站地址",
        "预约网址",
        "报名链接",
        "预约链接",
        "url",
    )
    LANGUAGE = "language", "语言", "授课语言", "讲解语言", "使用语言"
    REMARKS = (
        "remarks",
        "备注",
        "说明",
        "其他",
        "其它",
        "注",
        "备注说明",
        "注意事项",
        "温馨提示",
        "其他说明",
        "参观须知",
        "要求",
        "备注信息",
        "remark",
        "note",
        "notes",
    )


_BRACKETS = re.compile(r"\([^()]*\)")
_SIGNS = re.compile(r"[\s:.·*-]+")
_BETWEEN = re.compile(r"[、,，/|;；和与及]+")
_BEFORE = re.compile("^(?:20[0-9]{2}年)?(?:科普|科技|开放|本次|拟|主要)?(?:教育)?(?:活动周|科普日)?")

_OF_WHAT = re.compile("^(?:基地|场馆|单位|机构|活动|展馆|阵地|展览|讲座|项目|举办|开展|具体)(?!/)")
_LATIN = re.compile("[a-z./'’&]+")
_CHINESE = re.compile("[\u4e00-\u9fff]")


_DURING = re.compile("^.*(?:期间|活动周|科普日|科普月|科技周)的?")
"""What a heading says before its own words: 科技活动周期间活动安排."""


def plain(heading: str) -> str:
    """A *heading* as it is looked up: without what stands in brackets, signs, spaces and line ends; a bar between two words."""
    bare = _BRACKETS.sub("", normalise(heading.replace("\n", "")))
    told = _BETWEEN.sub("/", _SIGNS.sub("", bare)).strip("/").lower()
    # 活动名称 Activity: the same in two languages.
    return _LATIN.sub("", told).strip("/") if _CHINESE.search(told) and re.search("[a-z]", told) else told


_KNOWN = {plain(word): column for column in TableColumn for word in (column.said, *column.also)}


def column(heading: str, further: Mapping[str, str] | None = None) -> TableColumn | None:
    """What stands under *heading*; *further* are names that staff have given, with the word of a column. None if nobody knows."""
    looked_up = plain(heading)
    for name, word in (further or {}).items():
        if plain(name) == looked_up:
            return TableColumn.read(word)
    looked_up = re.sub("/?每?[天日场次]$", "", looked_up) if looked_up.count("/") else looked_up
    bare = _BEFORE.sub("", looked_up, count=1)
    for words in (looked_up, bare, _OF_WHAT.sub("", bare, count=1), _DURING.sub("", looked_up, count=1)):
        if words and (found := _KNOWN.get(words) or _KNOWN.get(words.replace("/", ""))):
            return found
    # 责任人及联系方式: both in one cell.
    both = {_KNOWN.get(word) for word in looked_up.split("/")}
    return TableColumn.CONTACT if both == {TableColumn.PERSON, TableColumn.PHONE} else None
