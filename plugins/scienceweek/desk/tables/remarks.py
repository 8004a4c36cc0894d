"""On what conditions one gets in: fee, booking, seats, deadline, age, what to bring, out of remarks and cells of their own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from scienceweek.desk.findings import Value
from scienceweek.desk.setting import Setting
from scienceweek.desk.tables.cells import apart, is_blank, line
from scienceweek.source.notation.admission import AdmissionError, ages, capacity, price
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.instants import deadline
from scienceweek.source.notation.moments import MomentError
from scienceweek.source.notation.phones import PhoneError, phones

_LONGEST = 80
"""Characters of a clause that says one condition."""
_HEAD = re.compile(r"^(?:备注|注|说明|其他|[(（]?[0-9一二三四五]{1,2}[.．、)）](?![0-9]))+[:：、.]*\s*")
"""What stands before a remark."""
_TO = "(?:参加|参观|入馆|入场|入园|进场|报名|体验|开放|活动|进入|游览|观看)?"
_FREE = re.compile(
    f"(?:全程|全部|全场|本活动|活动|门票|所有活动|均|参观|参加|一律|公益)*[:是为]?(?:免费|免票|不收费|免收费用|免门票|不收取(?:任何)?费用|公益活动){_TO}(?:对公众|向公众)?(?:开放)?(?:参观|参加|体验)?"
)
_PAID = re.compile(
    "(?:门票|票价|费用|收费|收费标准|材料费|成本费|每人|活动费用)?[:为]?(?:收费|需购票|购票(?:入场|参观|入馆)|凭票(?:入场|参观))"
)
_PRICE = re.compile(
    r"(?P<who>(?:[0-9.]{1,4}(?:周?岁|米)(?:\(含\))?以[上下])?[\u4e00-\u9fff]{0,8}?)(?:票|票价|门票)?[:为]?\s*(?P<price>[¥￥]?[0-9]{1,5}(?:\.[0-9]{1,2})?元?(?:/[\u4e00-\u9fff]{1,4})?|免票|免费)"
)
_EXTRA = re.compile("讲解|导览|材料|工本|停车|观光车|体验|租|押金|餐|另|特展|影院|影片|球幕|4D|项目")
"""What is paid for beside getting in."""
_WHOM = re.compile(
    "成人|成年人|学生|儿童|老人|老年人|家庭|团体|青少年|军人|教师|会员|市民|.*岁.*|.*米以[上下].*|每人|亲子"
)
_REQUIRED = re.compile(
    f"(?:本?活动|参观|参加|参加者|参与|个人|观众|市民|入馆|均|须|需(?!要)|需要|请|(?<!需)要|可|实行|采取|采用|通过|实名|凭|以上)*"
    f"(?:提前[一二三四五六七八九十0-9]*[天日周]?|事先|提早|网上|线上|现场|实名|电话|微信|扫码|公众号|官网)*(?:进行)?(?:预约|报名|登记)(?:制|方可|后|凭证|码)?{_TO}"
)
_NONE = re.compile(
    f"(?:均|一律)?(?:无需|无须|不需要?|不用|免|毋需|不须|无)(?:提前|事先)?(?:预约|报名)(?:即可)?{_TO}|(?:可)?(?:自由|直接|自行|随到随)(?:参加|参观|入馆|入场|前往|进入|进场)"
)
_WORDS_REQUIRED = frozenset(["是", "需", "需要", "要", "须", "预约", "需预约", "提前预约", "须预约", "有"])
_WORDS_NONE = frozenset(["否", "不", "不需", "不需要", "无需", "不用", "无", "免", "无须"])
_WECHAT = re.compile(
    r"(?P<before>[^，,]*?)(?:关注|通过|在|扫描|登录|搜索)?(?:微信)?(?:公众号|服务号|订阅号)?[:]?[“\"「《](?P<name>[^”\"」》]{2,30})[”\"」》](?:官方)?(?:微信)?(?P<what>公众号|服务号|订阅号|小程序|微信公众号)?(?:上|内|平台|进行|后台|提前|在线|线上|实名|网上)*(?:预约|报名|登记|购票|抢票)?(?:参加|参观|入馆)?"
)
_LEAD = re.compile(
    "请|可|须|需要?|先|提前|观众|市民|个人|游客|参观者?|参加者?|家长|扫码|均|统一|微信|小程序|公众号|[:：]"
)
"""What says nothing more before the name of an account."""
_WECHAT_BARE = re.compile(r"(?:微信)?(?P<what>公众号|小程序)[:](?P<name>[\w\u4e00-\u9fff]{2,20})")
_URL = re.compile(r"https?://[A-Za-z0-9./?=&_%#:~+-]+")
_CALL = re.compile(
    r"(?:请|可|须|需|提前|事先)*(?:拨打|致电|电话)?(?:预约|报名|咨询|预约报名|联系)?(?:电话|热线|拨打|致电|方式|专线)?(?:预约|报名|咨询)?[:]?\s*(?P<number>[(+0-9][0-9()+ .转-]{6,}(?:[、/或][0-9()+ .转-]{7,})*)\s*(?:预约|报名|进行预约|进行报名)?"
)
_NUMBER_IN_BRACKETS = re.compile(r"([\u4e00-\u9fff])\(([+0-9][0-9 转、-]{6,})\)$")
"""电话预约（0755-26000001）"""
_SEATS = re.compile(
    r"(?P<said>(?:活动|名额|人数|每天|每日|每场|每次|每批|单场|总)*(?:限额?|限报|限定|不超过|最多|仅限|招募|限招|名额|上限|容纳|限量)+[:为]?(?:各)?[0-9]{1,5}(?:[人名位组个]|个?家庭|组家庭|人次)*(?:以内)?(?:[/每]场)?|每(?:场|批|次|期)[0-9]{1,4}(?:[人名位组]|个?家庭|组家庭)+|[0-9]{1,4}(?:个?名额|组家庭|个家庭))(?:,?(?:先到先得|额满为止|额满即止|报满即止))?"
)
_NUMBER = re.compile(
    r"(?:约|各)?[0-9]{1,6}\s*(?:[人名位组]|个?家庭|组家庭|余人|人次|人左右)*(?:[/每][场天日次批])?"
)
_UNTIL = (
    re.compile(r"(?:预约|报名|登记)?(?:截止|截至)(?:时间|日期)?(?:为|到|至|:|是)*(?P<day>.+?)(?:止)?"),
    re.compile(
        r"(?:请|须|需|应)?(?:于|在)?(?P<day>[0-9年月日号.: 点时半上下午-]{4,}?)(?:之?前|以前)(?:完成)?(?:电话|网上|扫码|微信|线上|提前)?(?:预约|报名|登记)"
    ),
    re.compile(r"(?:预约|报名)(?:时间)?(?:至|到|截至)(?P<day>.+?)(?:止)?"),
)
_BRING = re.compile(
    "(?:请|需|须|需要|参加者)?(?:自备|自带|携带|带好|带上|带)(?P<what>[\u4e00-\u9fff、,及和或]{2,30})"
)
_AGE = re.compile(
    r"(?:(?:适合|适宜|限|仅限|面向|要求|参与|参加|建议)*(?:年龄)?(?:为|在|:)*)(?P<ages>满?[0-9]{1,2}(?:周?岁)?(?:-[0-9]{1,2})?周?岁(?:(?:\(含\))?(?:及)?以[上下内])?)(?:的?(?:儿童|青少年|孩子|少年儿童|小学生|学生|人群|亲子家庭|人员|公众|观众|少儿|幼儿|参加|参与|者))*"
)
_GROUPS = re.compile(
    r"(?:团体|集体|团队|学校|班级|[0-9]+人以上(?:的?团体|团队)?).*(?:预约|报名|联系|登记|接待).*"
)
_RAIN = re.compile(
    "(?:如?遇|如|若)?(?:雨天|下雨|遇雨|降雨|大雨|雨)(?:天气?|则|时)?[,]?(?:顺延|取消|改期|延期|改为?|移至|停办|照常).*"
)
_INVITED = re.compile(
    "(?:仅限|限|只)?(?:本校|本院|本单位|内部|校内)(?:师生|学生|职工|人员|活动)+(?:参加)?|不对外(?:开放)?|仅限(?:受邀|邀请).*|内部活动"
)
_LIMITS = re.compile("名额|限|上限|容纳|招募")


@dataclass(slots=True)
class Conditions:
    """What remarks say, as in ``data/``; *whys* is what somebody should look at, by the field; *rest* are words that say none of it.

    *taken* takes what is said of something else, and tells whether it has.
    """

    admission: dict[str, Value] = field(default_factory=dict)
    fields: dict[str, Value] = field(default_factory=dict)
    whys: dict[str, str] = field(default_factory=dict)
    calls: list[Value] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    seats: str = ""
    is_seats_guessed: bool = False
    taken: Callable[[str], bool] | None = None

    def doubt(self, name: str, why: str) -> None:
        self.whys[name] = "；".join(dict.fromkeys(filter(None, (self.whys.get(name, ""), why))))

    def ways(self) -> dict[str, Value]:
        """How one books; that there is a way is to say that one must."""
        booking = self.admission.get("booking")
        made: dict[str, Value] = booking if isinstance(booking, dict) else {}
        self.admission["booking"] = made
        return made

    def need(self) -> None:
        """One must book, however."""
        if not isinstance(self.admission.get("booking"), dict):
            self.admission["booking"] = "required"

    def settle(self) -> None:
        """The seats go with how one books; alone they do not say that one must."""
        if not self.seats:
            return
        booking = self.admission.get("booking")
        if booking == "none":
            self.doubt("admission", f"写着不用预约，又写了人数“{self.seats}”：人数没有写进去")
            return
        if booking is None:
            self.doubt("admission", "写了名额，没有写要不要预约；这里当作要预约")
        if self.is_seats_guessed:
            self.doubt("admission", "写的是人数，可能是名额，也可能是预计来多少人")
        self.ways()["capacity"] = self.seats


def read_remarks(said: Conditions, text: str, setting: Setting) -> None:
    """What *text* says goes into *said*."""
    for clause in apart(text, "。；;\n"):
        bare = _HEAD.sub("", clause)
        if _clause(said, bare, setting):
            continue
        for part in apart(bare, "，,、" if "、" in bare and not re.search("[自携]?[备带]", bare) else "，,"):
            if not _clause(said, part, setting) and not is_blank(part):
                said.rest.append(part)


def is_condition(text: str, setting: Setting) -> bool:
    """Whether *text* as a whole says on what conditions one gets in."""
    return _clause(Conditions(), text, setting)


def ages_in(text: str) -> str:
    """The ages that *text* as a whole says, as they are written in ``data/``: 6-12岁亲子家庭; "" if it does not."""
    said = Conditions()
    return str(said.fields["ages"]) if _ages(said, normalise(text)) else ""


def read_fee(said: Conditions, text: str, heading: str) -> None:
    """A cell of a column for fees: 免费, 30元/人, 是 and 否 by its *heading*."""
    plain = _in_chinese(line(text))
    if plain in {"是", "否"}:
        free = ("免" in heading) == (plain == "是")
        said.admission["fee"] = "free" if free else "paid"
        if not re.search("免|收费", heading):
            said.doubt("admission", f"“{heading}”一格只写着“{plain}”")
    elif is_blank(text):
        if plain == "无":
            said.admission["fee"] = "free"
            said.doubt("admission", "费用一格写着“无”，当作免费")
    elif plain in {"0", "0元"}:
        said.admission["fee"] = "free"
    elif re.fullmatch("[0-9]{1,4}(?:元)?", plain):
        said.admission["fee"] = "paid"
        said.admission["note"] = f"{plain.removesuffix('元')}元"
    else:
        rest = [part for part in apart(plain, "，,；;、") if not _fee(said, part)]
        if rest:
            said.rest += rest


def read_booking(said: Conditions, text: str, setting: Setting) -> None:
    """A cell of a column for how one books."""
    plain = normalise(line(text))
    if plain in _WORDS_REQUIRED:
        said.need()
    elif plain in _WORDS_NONE:
        said.admission["booking"] = "none"
    elif not is_blank(text):
        read_remarks(said, text, setting)


def read_seats(said: Conditions, text: str, heading: str) -> None:
    """A cell of a column for numbers of people, which are seats if its *heading* or itself says so."""
    plain = normalise(line(text))
    if is_blank(plain) or re.fullmatch("不限|无限制|若干|不定", plain):
        return
    if not (_NUMBER.fullmatch(plain) or _SEATS.fullmatch(plain)):
        said.rest.append(plain)
        return
    said.seats = plain
    said.is_seats_guessed = not (_LIMITS.search(heading) or _SEATS.fullmatch(plain)) or "约" in plain
    _checked(said)


def read_ages(said: Conditions, text: str) -> None:
    if not is_blank(text) and not _ages(said, normalise(line(text))):
        said.rest.append(line(text))


def read_deadline(said: Conditions, text: str, setting: Setting) -> None:
    if not is_blank(text) and not _until(said, line(text), setting):
        said.rest.append(f"报名截止：{line(text)}")


def _clause(said: Conditions, clause: str, setting: Setting) -> bool:
    """Whether *clause* as a whole is one of the conditions; then it is in *said*."""
    text = _NUMBER_IN_BRACKETS.sub(r"\1:\2", _in_chinese(clause))
    if len(text) > _LONGEST:
        return False
    return (
        _fee(said, text)
        or (not _GROUPS.fullmatch(text) and _way(said, text, setting))
        or _deadline(said, text, setting)
        or _numbers(said, text)
        or _other(said, text)
    )


def _in_chinese(text: str) -> str:
    """免费 Free: the same in two languages."""
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+[A-Za-z][A-Za-z ]*$", "", normalise(text))


def _fee(said: Conditions, text: str) -> bool:
    if _FREE.fullmatch(text):
        said.admission["fee"] = "free"
        return True
    if _PAID.fullmatch(text):
        said.admission["fee"] = "paid"
        return True
    match = _PRICE.fullmatch(text)
    if not match or not (match["who"] or "元" in match["price"]):
        return False
    is_free = match["price"] in {"免票", "免费"}
    if _WHOM.fullmatch(match["who"]):
        return (is_free or "元" in match["price"] or "票" in text) and _priced(said, match, is_free=is_free)
    if is_free or "元" not in match["price"]:
        return False
    if _EXTRA.search(text):
        # Getting in may be free.
        note = said.admission.get("note")
        said.admission["note"] = "；".join([*([str(note)] if note else []), text])
        if said.admission.get("fee") != "free":
            said.doubt("admission", f"“{text}”不是门票，进门要不要钱没有写")
        return True
    said.admission["fee"] = "paid"
    said.admission["note"] = text
    return True


def _priced(said: Conditions, match: re.Match[str], *, is_free: bool) -> bool:
    """What somebody pays; that some pay nothing does not say that others do."""
    try:
        price(match["price"])
    except AdmissionError:
        return False
    prices = said.admission.setdefault("prices", [])
    if isinstance(prices, list):
        prices.append({"who": match["who"], "price": match["price"]})
    if not is_free:
        said.admission.setdefault("fee", "paid")
    return True


def _way(said: Conditions, text: str, setting: Setting) -> bool:
    if _NONE.fullmatch(text):
        said.admission["booking"] = "none"
    elif url := _URL.search(text):
        if not re.search("预约|报名|登记|购票", text):
            return False
        said.ways()["url"] = url[0]
    elif (found := _WECHAT_BARE.fullmatch(text)) or (
        (found := _WECHAT.fullmatch(text)) and re.search("公众号|小程序|服务号|订阅号", text)
    ):
        _account(said, text, found)
    elif (called := _CALL.fullmatch(text)) and re.search("[\u4e00-\u9fff]", text):
        return _called(said, text, called["number"], setting)
    elif _REQUIRED.fullmatch(text):
        said.need()
        if "可" in text:
            said.doubt("admission", "写的是“可”预约，不一定要预约")
        if re.search("电话|微信|扫码|公众号|官网|网上|线上|现场|提前[一二三四五六七八九十0-9]", text):
            said.ways()["note"] = text
    else:
        return False
    return True


def _account(said: Conditions, text: str, found: re.Match[str]) -> None:
    """The account in *text* by which one books, perhaps."""
    name = f"小程序“{found['name']}”" if "小程序" in text else found["name"]
    said.ways()["wechat"] = [name]
    if not re.search("预约|报名|登记|购票|抢票", text):
        said.doubt("admission", "写了公众号，没有写是不是用它预约")
    if before := _LEAD.sub("", found.groupdict().get("before") or "").strip():
        said.doubt("admission", f"“{before}”没有写进去，请看看")


def _called(said: Conditions, text: str, number: str, setting: Setting) -> bool:
    try:
        found: list[Value] = [one.number for one in phones(number, setting.area_code)]
    except PhoneError:
        return False
    if re.search("预约|报名", text):
        said.ways()["phone"] = found
    else:
        said.calls.append({"phones": found})
    return True


def _deadline(said: Conditions, text: str, setting: Setting) -> bool:
    matches = filter(None, (pattern.fullmatch(text) for pattern in _UNTIL))
    return any(_until(said, match["day"].strip(), setting) for match in matches)


def _until(said: Conditions, day: str, setting: Setting) -> bool:
    try:
        deadline(day, window=setting.window)
    except MomentError:
        return False
    said.admission["until"] = re.sub("(?:之前|以前|前|止|截止)$", "", day).strip()
    said.need()
    return True


def _numbers(said: Conditions, text: str) -> bool:
    if found := _SEATS.fullmatch(text):
        said.seats = found["said"]
        return _checked(said)
    return _ages(said, text)


def _checked(said: Conditions) -> bool:
    try:
        capacity(said.seats)
    except AdmissionError:
        said.rest.append(said.seats)
        said.seats = ""
    return True


def _ages(said: Conditions, text: str) -> bool:
    found = _AGE.fullmatch(text)
    spelled = found["ages"] if found else text
    if not found and not re.search("岁|不限|[0-9]-[0-9]", text):
        return False
    try:
        ages(spelled)
    except AdmissionError:
        return False
    said.fields["ages"] = spelled
    return True


def _other(said: Conditions, text: str) -> bool:
    if said.taken and said.taken(text):
        return True
    if _GROUPS.fullmatch(text):
        said.fields["groups"] = {"note": text}
    elif found := _BRING.fullmatch(text):
        said.fields["bring"] = found["what"]
    elif _RAIN.fullmatch(text):
        said.fields["rain"] = {"note": text}
    elif _INVITED.fullmatch(text):
        said.fields["admits"] = "invited"
        said.doubt("admits", f"按“{text}”推断")
    elif re.fullmatch("(?:全程)?(?:英语|英文)(?:讲解|授课)?", text):
        said.fields["language"] = ["en"]
    elif not (re.fullmatch("(?:中英)?双语(?:讲解)?", text) and _bilingual(said)):
        return False
    return True


def _bilingual(said: Conditions) -> bool:
    said.fields["language"] = ["zh", "en"]
    said.doubt("language", "写的是“双语”，当作普通话和英语")
    return True
