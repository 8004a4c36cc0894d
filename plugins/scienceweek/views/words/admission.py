"""What it costs, how one books and for whom it is, in words."""

from scienceweek.model.booking import BookingPlan, Way, WayKind
from scienceweek.model.coming import Ages, Groups, Language
from scienceweek.model.place import Price
from scienceweek.views.words import dates


def window(plan: BookingPlan) -> str:
    """From when until when one may book: 9月22日12:00起，9月24日16:00截止; empty where neither is said."""
    opens = f"{dates.limit(plan.opens)}起" if plan.opens else ""
    until = f"{dates.limit(plan.until)}截止" if plan.until else ""
    return "，".join(filter(None, (opens, until)))


def way(of: Way) -> str:
    """By what one books: 公众号“示例科技馆”, 小程序“示例约课”, 现场：一楼服务台, or the address on the net."""
    match of.kind:
        case WayKind.ACCOUNT:
            return f"公众号“{of.name}”"
        case WayKind.MINI_PROGRAM:
            return f"小程序“{of.name}”"
        case WayKind.DESK:
            return f"现场：{of.name}"
        case WayKind.URL:
            return of.name
        case WayKind.PHONE:
            return "电话"


def capacity(words: str) -> str:
    """名额60人"""
    if not words:
        return ""
    return f"名额{words}人" if words.isdigit() else words if "名额" in words else f"名额：{words}"


def lottery(plan: BookingPlan) -> str:
    """抽签；5月24日20:00出签; empty where nobody draws lots."""
    if plan.lottery is None:
        return ""
    return f"登记后抽签，先后不影响；{plan.lottery}" if plan.lottery else "登记后抽签，先后不影响"


def price(of: Price) -> str:
    """30元 · 60元/家庭 · 免票"""
    if of.is_free:
        return "免票"
    return f"{of.yuan}元/{of.per}" if of.per else f"{of.yuan}元"


def prices(several: tuple[Price, ...]) -> str:
    """成人30元，6岁以下免票（凭证件）"""
    return "，".join(f"{one.who}{price(one)}" + (f"（{one.note}）" if one.note else "") for one in several)


def ages(of: Ages) -> str:
    """8—13岁 · 6岁以上 · 12岁以下 · 不限年龄"""
    match (of.first, of.last):
        case (None, None) | (0, None):
            return "不限年龄"
        case (first, None):
            return f"{first}岁以上"
        case (None | 0, last):
            return f"{last}岁以下"
        case (first, last) if first == last:
            return f"{first}岁"
        case (first, last):
            return f"{first}—{last}岁"


def languages(several: tuple[Language, ...]) -> str:
    """普通话、英语"""
    return "、".join(one.said for one in several)


def groups(of: Groups) -> str:
    """可以接待团体，20—60人 · 不接待团体"""
    if not of.taken:
        return "不接待团体"
    return f"可以接待团体，{of.size}" if of.size else "可以接待团体"
