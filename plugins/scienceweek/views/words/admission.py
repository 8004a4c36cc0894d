"""What it costs, how one books and for whom it is, in words."""

from collections.abc import Iterator

from scienceweek.model.activity import Activity
from scienceweek.model.booking import Booking, BookingPlan, Way, WayKind
from scienceweek.model.coming import Ages, Groups, Language
from scienceweek.model.place import Admission, Price
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


def told(terms: Admission, *, full: bool) -> Iterator[str]:
    """How one books, line by line, for who reads it elsewhere; of what is *full* only whom to ask. No mobile leaves here."""
    if terms.booking is not Booking.REQUIRED:
        return
    for one in terms.plan.ways:
        match one.kind:
            case WayKind.PHONE:
                numbers = (
                    [phone.number for phone in one.contact.phones if not phone.mobile] if one.contact else []
                )
                hours = f"（{one.hours}）" if one.hours else ""
                yield f"预约电话：{'、'.join(numbers)}{hours}" if numbers else ""
            case WayKind.DESK:
                yield f"现场领号：{one.name}"
            case WayKind.URL | WayKind.ACCOUNT | WayKind.MINI_PROGRAM:
                yield "" if full else f"预约：{way(one)}"
    yield "" if full else capacity(terms.plan.capacity.words)
    yield "" if full else lottery(terms.plan)
    yield terms.plan.note


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


def before_coming(activity: Activity) -> Iterator[str]:
    """What one must know before coming to *activity*, line by line."""
    if activity.admission.prices:
        yield f"票价：{prices(activity.admission.prices)}"
    if activity.ages:
        yield f"年龄：{'，'.join(filter(None, (ages(activity.ages), activity.ages.company)))}"
    if activity.bring:
        yield f"要带：{activity.bring}"
    if activity.arrive:
        yield f"几点到：{activity.arrive}"
    if activity.last_entry:
        yield f"最晚入场：{activity.last_entry}"
    if activity.language:
        yield f"语言：{languages(activity.language)}"
    if activity.accessible:
        yield f"方便设施：{'、'.join(one.said for one in activity.accessible)}"
