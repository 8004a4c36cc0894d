"""Prices, ages, numbers of seats and accounts, as notices write them."""

import re
from decimal import Decimal

from scienceweek.model.booking import Capacity, Way, WayKind
from scienceweek.model.coming import Ages
from scienceweek.source.mistakes.problems import quoted
from scienceweek.source.notation.characters import normalise

OLDEST = 120
_FREE = re.compile("免费|免票|免|全免|不收费")
_PRICE = re.compile(
    r"(?:[¥￥]|人民币|RMB)?(?P<yuan>[0-9]{1,6}(?:\.[0-9]{1,2})?)(?:元|块钱?|圆)?(?:人民币)?(?:(?:/|每|一)(?:位|名|个)?(?P<per>.{1,8}))?"
)
_HEADS = {"人", "位", "名", "个", "张", "票", "次", ""}
_AGE = "(?P<{}>[0-9]{{1,3}})(?:周?岁)?"
_SPAN = re.compile(f"(?:满)?{_AGE.format('first')}-{_AGE.format('last')}")
_FROM = re.compile("满?(?P<first>[0-9]{1,3})周?岁?(?:以上|及以上|\\(?含\\)?以上|起|\\+)")
_UP_TO = re.compile("(?P<last>[0-9]{1,3})周?岁?(?P<below>以下|及以下|\\(?含\\)?以下|以内)")
_ONE = re.compile("(?P<one>[0-9]{1,3})周?岁")
_ANY = re.compile("不限|不限年龄|年龄不限|全年龄|所有年龄|老少皆宜")
_PEOPLE = re.compile("([0-9]+) ?[人名位座席]?")
_SMALL_TALK = re.compile("限|最多|每场|共|约|名额|不超过|以内|左右")
_NO_SEATS = re.compile(r"\W*|-.*|.*\d\.\d.*人?")
_MOST = 1_000_000
_ACCOUNT = re.compile(
    "^(?:微信|关注)*(?P<kind>公众号|公众平台|服务号|订阅号|小程序)?[:]?[“\"「《'‘]?(?P<name>.+?)[”\"」》'’]?(?P<after>公众号|小程序)?$"
)
_ADDRESS = re.compile(r"(?i)https?:|www\.|\.(?:cn|com|net|org)(?:/|$)")


class AdmissionError(ValueError):
    """Nothing that anyone can understand: a message in Chinese that says what would do."""


def price(text: str) -> tuple[str, str]:
    """The yuan of a price and what they are for, if not for a head: ``30元`` is 30, ``60元/家庭`` is 60 and 家庭. Raises AdmissionError."""
    plain = normalise(text).replace(" ", "").replace(",", "")
    if _FREE.fullmatch(plain):
        return "0", ""
    found = _PRICE.fullmatch(plain)
    if not found:
        raise AdmissionError(
            f"看不懂价钱{quoted(text)}。请写 30、30元、60元/家庭 或 免票；还不知道的不写，别的话写在 note 里。"
        )
    yuan = Decimal(found["yuan"])
    per = found["per"] or ""
    return f"{yuan.normalize():f}", "" if per in _HEADS else per


def ages(text: str) -> Ages:
    """``8—13岁，6岁以下须成人陪同``: from 8 to 13, and what must be. Raises AdmissionError."""
    plain = normalise(text)
    said, mark, _ = next(
        ((a, m, b) for m in ",;，；。" for a, s, b in [plain.partition(m)] if s), (plain, "", "")
    )
    said = re.sub("[至到]", "-", said.replace(" ", "").removeprefix("年龄").lstrip(":"))
    company = re.split("[,;，；。]", text, maxsplit=1)[1].strip(" 。") if mark else ""
    if _ANY.fullmatch(said):
        return Ages(0, None, company)
    for pattern in (_SPAN, _FROM, _UP_TO, _ONE):
        if found := pattern.fullmatch(said):
            return _checked(text, _ages(found.groupdict(), company))
    raise AdmissionError(
        f"看不懂年龄{quoted(text)}。请写 8—13、6岁以上、12岁以下 或 不限；陪同的话写在逗号后面：8—13，6岁以下须成人陪同。"
    )


def _ages(found: dict[str, str | None], company: str) -> Ages:
    if one := found.get("one"):
        return Ages(int(one), int(one), company)
    first, last = found.get("first"), found.get("last")
    return Ages(int(first) if first else None, int(last) if last else None, company)


def _checked(text: str, made: Ages) -> Ages:
    if made.first is not None and made.last is not None and made.last < made.first:
        raise AdmissionError(f"年龄{quoted(text)}前后写反了，请写 {made.last}—{made.first}。")
    if max(made.first or 0, made.last or 0) > OLDEST:
        raise AdmissionError(f"年龄{quoted(text)}超过了 {OLDEST} 岁，请核对。")
    return made


def capacity(text: str, full: str = "full: true") -> Capacity:
    """The words as they are, and the number of people if they say only that; what is *full* is written so. Raises AdmissionError."""
    plain = re.sub(_SMALL_TALK, "", text).strip()
    found = _PEOPLE.fullmatch(plain)
    number = int(found[1]) if found else None
    if number == 0 or (number and number > _MOST) or _NO_SEATS.fullmatch(plain):
        raise AdmissionError(
            f"{quoted(text)}不是名额。请写人数，例如 60，或写原话，例如 30个家庭；没有限制就不写，名额满了写 {full}。"
        )
    return Capacity(text, number)


def account(text: str) -> Way:
    """The name of an account or a mini-program: ``示例科技馆``, ``小程序“示例约课”``. Raises AdmissionError."""
    plain = " ".join(text.split())
    if _ADDRESS.search(plain):
        raise AdmissionError(f"{quoted(text)}是网址，不是公众号的名称。网址请写在 url，这里写 公众号的名称。")
    found = _ACCOUNT.fullmatch(plain.replace("：", ":"))
    if not found or not any(map(str.isalnum, found["name"])):
        raise AdmissionError(
            f"看不懂公众号{quoted(text)}。请写公众号的名称，例如 示例科技馆；小程序写 小程序“示例约课”。"
        )
    is_program = "小程序" in (found["kind"], found["after"])
    return Way(WayKind.MINI_PROGRAM if is_program else WayKind.ACCOUNT, found["name"].strip())
