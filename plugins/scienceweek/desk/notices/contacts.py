"""Whom units call: lines with names and numbers, and tables of them. They are for staff only, and leave a mark in the text of the notice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from scienceweek.desk.documents import Table
from scienceweek.desk.findings import Finding, Value
from scienceweek.desk.notices.lines import Line, Piece
from scienceweek.desk.tables.layout import listings
from scienceweek.source.notation.characters import normalise
from scienceweek.source.notation.phones import PhoneError, phones

LEFT = "〔联系方式供来文单位，此处略〕"
_MAIL_LEFT = "〔邮箱供来文单位，此处略〕"
_NUMBER_LEFT = "〔手机供来文单位，此处略〕"

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])")
_NUMBER = re.compile(
    r"(?<![0-9年月日.])(?:[（(]?0[0-9]{2,3}[)）]?\s*[—－–-]{0,2}\s*)?(?:1[3-9][0-9]{9}|[2-9][0-9]{6,7}|[2-9][0-9]{3} [0-9]{4}(?![0-9]))(?:[转—-][0-9]{1,5})?(?![0-9])"
)
_START = re.compile(
    r"[（(]?(?:工作|业务|活动|具体)?(?:联\s*系\s*人|联\s*络\s*[人员]|联系方式|联\s*系\s*电\s*话|负责人及电话)(?:\s*[及和、/]\s*[^：:，。]{0,8})?(?:\s*[（(][^（()）]{1,12}[)）])?\s*(?:[：:]|$)"
)
_PUBLIC = re.compile(r"(?:预约|报名|咨询|服务|投诉|票务|热线|订票|总台)[^，。；：:]{0,6}[：:]?\s*$")
_LABEL = re.compile(
    r"(?:联\s*系\s*人|联\s*络\s*[人员]|负\s*责\s*人|姓\s*名)(?:\s*[及和、/]\s*[^：:，。]{0,8})?\s*[：:]\s*"
)
_WORDS = re.compile(
    r"(?:(?:办公|联\s*系|移动|手机)?\s*电\s*话|手\s*机|座机|联系方式|电子(?:邮箱|信箱|邮件)|邮\s*箱|信箱|[Ee]-?mail|传\s*真|地\s*址|QQ|微信)(?:号码?)?\s*[：:]?"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:同志|老师|科长|主任|先生|女士)?")
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_SENT_TO = re.compile(
    r"(?:报送|报(?![道告送])|提交|反馈|发送)(?:至|到|给)?(?P<to>(?:(?!报送|提交)[^，。；：“”《》]){2,30}?)[。；]?\s*$"
)
_SHORT = 40
_HEADING = 12
_LINE = 90


def is_public(before: str) -> bool:
    """Whether what stands *before* a number says that visitors are to call it: 咨询电话：."""
    return _PUBLIC.search(before) is not None


@dataclass(slots=True)
class NoticeContacts:
    """*people* as a campaign has them, and what stands *instead* of each piece (by its id) in the text of the notice."""

    people: list[dict[str, Value]] = field(default_factory=list)
    instead: dict[int, str] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    where: str = ""
    whys: list[str] = field(default_factory=list)

    @property
    def finding(self) -> Finding | None:
        if not self.people:
            return None
        order = ("name", "phones", "email", "post", "show")
        value: list[Value] = [{name: one[name] for name in order if name in one} for one in self.people]
        return Finding(value, " ".join(self.read), self.where, "；".join(dict.fromkeys(self.whys)))


def contacts(found: Sequence[Piece], area_code: str) -> NoticeContacts:
    """Those that are named in what was *found*: a section, or what stands before or after all of them."""
    called = NoticeContacts()
    reader = _ContactReader(called, area_code)
    for place, piece in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if isinstance(piece, Table):
            reader.table(piece)
        else:
            reader.line(piece, following)
    reader.end()
    return called


def without_private(text: str) -> str:
    """*text* without addresses of mail and mobiles, wherever they stand; those that visitors are to call stay."""
    text = MAIL.sub(_MAIL_LEFT, text)
    text = re.sub(rf"\s*{re.escape(_MAIL_LEFT)}", _MAIL_LEFT, text)
    return _MOBILE.sub(lambda said: said[0] if _PUBLIC.search(text[: said.start()]) else _NUMBER_LEFT, text)


@dataclass(slots=True)
class _ContactReader:
    called: NoticeContacts
    area_code: str
    is_open: bool = False
    post: str = ""
    first: int = 0
    sent_to: str = ""

    def line(self, line: Line, following: Piece | None) -> None:
        text = line.text
        start = _START.search(text)
        if any("此处略" in one.text for one in (line, following) if isinstance(one, Line)):
            # They are left out already.
            self.end()
        elif (
            start
            and not _PUBLIC.search(text[: start.start()])
            and (start.start() == 0 or start[0][-1] in "：:")
        ):
            self._begin(line, start)
        elif self.is_open and len(text) <= _LINE and (_NUMBER.search(text) or MAIL.search(text)):
            self._say(text)
            self._cut(line, "")
        elif (
            self.is_open and len(text) <= _SHORT and not re.search("[，。；]", text) and _is_called(following)
        ):
            self.post = text.strip("：: ")
            self._cut(line, "")
        elif re.match(r"(?:电\s*话|手\s*机|电子邮箱|邮\s*箱)\s*[：:]", text) and _is_private(text):
            self._say(text)
            self._cut(line, LEFT)
        else:
            self.end()
            sent = _SENT_TO.search(text)
            self.sent_to = sent["to"] if sent else ""
            self.post = (
                text
                if len(text) <= _SHORT and _is_called(following) and not re.search("[，。；]", text)
                else ""
            )

    def table(self, table: Table) -> None:
        rows = [[cell.text.strip() for cell in row if cell.text.strip()] for row in table.rows]
        rows = [row for row in rows if row]
        if not rows or listings(table) or not all(any(_NUMBER.search(cell) for cell in row) for row in rows):
            self.end()
            return
        for row, cells in zip(rows, table.rows, strict=False):
            numbers = [cell for cell in row if _NUMBER.search(cell)]
            names = [
                cell for cell in row if cell not in numbers and _NAME.fullmatch(_SPACED.sub(r"\1\2", cell))
            ]
            others = [cell for cell in row if cell not in numbers and cell not in names[-1:]]
            one = self._person(names[-1] if names else "", others[0] if others else self.post)
            for number in numbers:
                self._numbers(one, number)
            self._read(" ".join(row), cells[0].where)
        self.called.instead[id(table)] = "" if self.is_open else LEFT
        self.is_open = True

    def end(self) -> None:
        """What was said of all people of one block (a mailbox) is known now."""
        self.is_open = False
        self.first = len(self.called.people)

    def _begin(self, line: Line, start: re.Match[str]) -> None:
        text = line.text
        before, said = text[: start.start()], text[start.start() :]
        ends = [one.end() for pattern in (_NUMBER, MAIL) for one in pattern.finditer(said)]
        stop = re.compile("[。）)]").search(said, max(ends)) if ends else None
        after = said[stop.end() :].lstrip("。") if stop and ends else ""
        inside = said[: stop.end()] if stop else said
        if not self.is_open:
            self.first = len(self.called.people)
        if not before.strip() and not self.post and self.sent_to:
            before_it = self.sent_to
        else:
            before_it = to["to"] if (to := _SENT_TO.search(before)) else ""
        if before_it:
            self.post = before_it
            self.called.whys.append("联系人的单位是照前面一句的报送单位写的")
        elif office := re.search(r"([\u4e00-\u9fff（）()]{3,24})\s*$", before):
            self.post = office[1] if not re.search("[。]", before[-1:]) else self.post
        self._say(inside, line.where)
        bare = not ends and not before
        mark = "" if self.is_open else LEFT
        self.called.instead[id(line)] = (
            f"{inside.strip()}\n\n{mark}"
            if bare and mark and len(inside) <= _HEADING and "方式" in inside
            else f"{before}{mark}{after}"
        )
        self.is_open = True

    def _cut(self, line: Line, mark: str) -> None:
        self.called.instead[id(line)] = mark
        self._read(line.text, line.where)

    def _read(self, text: str, where: str) -> None:
        self.called.read.append(text)
        self.called.where = self.called.where or where

    def _say(self, text: str, where: str = "") -> None:
        """The people and numbers in *text*: 联系人：…，联系电话：…, 某科：某某 6666209, or numbers of the one before."""
        if where:
            self._read(text, where)
        mails = MAIL.findall(text)
        plain = normalise(MAIL.sub(" ", text).strip("。（）() "))
        numbers = list(_NUMBER.finditer(plain))
        begin = numbers[0].start() if numbers else len(plain)
        name = self._named(plain[:begin])
        one: dict[str, Value] | None = None
        if name and (numbers or not mails):
            one = self._person(name, self.post)
        elif numbers:
            known = self.called.people[self.first :]
            one = known[-1] if known else self._person("", self.post)
        for piece in _people(plain[begin:]):
            one = self._person(piece.name, self.post) if piece.name or one is None else one
            self._numbers(one, piece.numbers)
        for mail in mails:
            for person in self.called.people[self.first :] or [self._person("", self.post)]:
                person.setdefault("email", mail)

    def _named(self, words: str) -> str:
        """The name in the *words* before a number; a unit before it is kept as its post."""
        bare = _SPACED.sub(r"\1\2", _WORDS.sub(" ", _LABEL.sub("", words, count=1)).strip(" :,;、/()"))
        bare = re.sub(r"^(?:联系人|联系方式|联系电话)\S{0,6}:?", "", bare).strip(" :,;、")
        post, _, name = bare.rpartition(":")
        if post and name.strip():
            self.post = post.strip()
        return (name or post).strip()

    def _person(self, name: str, post: str) -> dict[str, Value]:
        one: dict[str, Value] = {}
        if name:
            one["name"] = _SPACED.sub(r"\1\2", name)
        if post:
            one["post"] = post
        one["show"] = "internal"
        self.called.people.append(one)
        return one

    def _numbers(self, one: dict[str, Value], text: str) -> None:
        known = one.setdefault("phones", [])
        for said in _NUMBER.finditer(normalise(text)):
            try:
                numbers: list[Value] = [phone.number for phone in phones(said[0], self.area_code)]
            except PhoneError:
                numbers = [said[0]]
                self.called.whys.append(f"“{said[0]}”没有区号，或者不像电话")
            if isinstance(known, list):
                known += [number for number in numbers if number not in known]


@dataclass(frozen=True, slots=True)
class _Piece:
    name: str
    numbers: str


def _people(text: str) -> list[_Piece]:
    """Numbers, and the name before each where there is one."""
    found: list[_Piece] = []
    begin = 0
    for number in _NUMBER.finditer(text):
        words = _WORDS.sub(" ", _LABEL.sub(" ", text[begin : number.start()])).strip(" :,;、/()和或")
        name = _SPACED.sub(r"\1\2", words)
        found.append(_Piece(name if _NAME.fullmatch(name) else "", number[0]))
        begin = number.end()
    return found


def _is_private(text: str) -> bool:
    return bool(MAIL.search(text) or _MOBILE.search(text))


def _is_called(piece: Piece | None) -> bool:
    """Whether numbers or a name follow."""
    if isinstance(piece, Line):
        return len(piece.text) <= _LINE and bool(_START.match(piece.text) or _NUMBER.search(piece.text))
    return False
