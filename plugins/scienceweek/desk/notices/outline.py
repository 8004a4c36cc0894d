"""The sections of a notice, by how they are numbered: 一、 （一） 1. （1） ①, in whatever brackets, with repeated and skipped numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scienceweek.desk.documents import Table
from scienceweek.desk.notices.lines import NUMBERED, Line, Piece

_FORMS = (
    re.compile(
        "第(?P<n>[一二三四五六七八九十]{1,3})(?:部分|章)[、：: ]*|(?P<m>[一二三四五六七八九十]{1,3})\\s*[、.．]\\s*"
    ),
    re.compile(r"[（(]\s*(?P<n>[一二三四五六七八九十]{1,3})\s*[)）][、.．]?\s*|(?P<m>[㈠-㈩])\s*"),
    re.compile(
        r"(?P<n>[0-9]{1,2})\s*[.．、]\s*(?![0-9])|(?P<m>[0-9]{1,2})\s*[.．、]\s*(?=20[0-9]{2}\s*年|[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)"
        r"|第(?P<o>[一二三四五六七八九十]{1,3})(?:项|条|阶段)[、：: ]*"
    ),
    re.compile(r"[（(]\s*(?P<n>[0-9]{1,2})\s*[)）][、.．]?\s*|(?P<m>[⑴-⒇])\s*|(?P<o>[0-9]{1,2})[)）]\s*"),
    re.compile(r"(?P<n>[①-⑳])[、.．]?\s*"),
    re.compile(
        r"(?:活动|讲座|专题|场次|项目)(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[：:]\s*"
        r"|【(?:活动|讲座|专题|场次|项目)?(?P<m>[一二三四五六七八九十]{1,3}|[0-9]{1,2})】\s*"
    ),
)
"""By how a number looks, what it is; the order in which these stand is each author's own."""

DAY_ALONE = re.compile(
    r"(?:第[一二三四五六七八九十]天\s*[：:]?\s*)?(?P<day>(?:20[0-9]{2}\s*年\s*)?[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)\s*(?P<weekday>[（(]?(?:周|星期)[一二三四五六日天][)）]?)?\s*[：:]?(?:\s[A-Za-z0-9 ,.]*)?"
)
"""A line that is nothing but a day, perhaps once more in English."""
HOURS = re.compile(
    r"(?:上午|下午|晚上)?\s*[0-9]{1,2}[:：][0-9]{2}(?:\s*(?:-+|—+|–|－|~|～|至|到)\s*[0-9]{1,2}[:：][0-9]{2})?"
    r"|(?:全天|上午|下午|晚上)(?=\s)"
)
"""The hours with which a line begins."""
_ANNEX = re.compile(
    r"附\s*[件表录]\s*(?P<n>[0-9一二三四五六七八九十]{0,3})\s*(?P<colon>[：:])?\s*(?P<title>.*)"
)
_LISTED = re.compile(r"附\s*[件表]\s*[0-9一二三四五]?\s*[：:]")
_SIGNS = {
    chr(ord(first) + n): n + 1 for first, many in (("㈠", 10), ("①", 20), ("⑴", 20)) for n in range(many)
}
_QUOTES = "“「『《（(【", "”」』》）)】"
_DATED = re.compile(
    r"(?:20[0-9]{2}年)?[0-9]{1,2}\s*(?:月\s*[0-9]{1,2}\s*日|\.\s*[0-9]{1,2}(?![0-9]))[^。]{4}"
)
"""What begins with a day is a sentence, and no title."""
_TITLE = 46
"""Characters that the title of a section has at most."""
_STOPS = "。．！；;：:"


@dataclass(slots=True)
class NoticeSection:
    """A section: its *number* as it stands there, its *title*, its own *pieces* (the first may be what follows the title), those below.

    *stop* is the sign that ends the title; *anchor* is "" only for the whole notice. *annex* is whether it is one.
    """

    number: str = ""
    title: str = ""
    anchor: str = ""
    where: str = ""
    stop: str = ""
    pieces: list[Piece] = field(default_factory=list)
    sections: list["NoticeSection"] = field(default_factory=list)
    annex: bool = False
    mended: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(one for one in self.pieces if isinstance(one, Line))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(one for one in self.pieces if isinstance(one, Table))

    @property
    def text(self) -> str:
        """Its own words, without those of the sections below."""
        return "\n".join(line.text for line in self.lines)

    @property
    def heading(self) -> str:
        return f"{self.number}{self.title}{self.stop}"

    def all(self) -> Iterator["NoticeSection"]:
        """It, and all below, in order."""
        yield self
        for one in self.sections:
            yield from one.all()


@dataclass(slots=True)
class NoticeOutline:
    """A notice: what stands before its first section (*head*), the *sections*, what stands after them (*tail*), the annexes."""

    head: list[Piece]
    sections: list[NoticeSection]
    tail: list[Piece]
    annexes: list[NoticeSection]

    def all(self) -> Iterator[NoticeSection]:
        for one in (*self.sections, *self.annexes):
            yield from one.all()


def outline(found: Sequence[Piece]) -> NoticeOutline:
    """The sections of what was *found* in a notice."""
    body, annexes = _parted(found)
    head, sections = _tree(body, "s")
    tail = _tail(sections)
    made = [_annex(part, number, len(annexes)) for number, part in enumerate(annexes, 1)]
    return NoticeOutline(head, sections, tail, made)


def _parted(found: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """The notice, and its annexes: each begins with 附件 on a line, which is no list of them as long as the notice goes on."""
    begins: list[int] = []
    for place, piece in enumerate(found):
        if not isinstance(piece, Line):
            continue
        said = _ANNEX.fullmatch(piece.text)
        if said and not said["colon"] and len(said["title"]) <= _TITLE and _is_own(found, place, said):
            begins.append(place)
    if not begins:
        return list(found), []
    cuts = [*begins, len(found)]
    return list(found[: begins[0]]), [list(found[one:two]) for one, two in pairwise(cuts)]


def _is_own(found: Sequence[Piece], place: int, said: re.Match[str]) -> bool:
    """Whether 附件 begins one: something follows that is no further line of a list of annexes."""
    rest = found[place + 1 :]
    if not rest or (said["title"] and re.match("[为是的]|[0-9]", said["title"])):
        return False
    following = rest[0]
    return not (isinstance(following, Line) and _ANNEX.fullmatch(following.text) and said["title"])


def _annex(part: list[Piece], number: int, of: int) -> NoticeSection:
    first = next(one for one in part if isinstance(one, Line))
    said = _ANNEX.fullmatch(first.text)
    title, rest = said["title"].strip() if said else "", part[1:]
    if not title and rest and isinstance(rest[0], Line) and len(rest[0].text) <= _TITLE:
        title, rest = rest[0].text, rest[1:]
    anchor = "annex" if of == 1 else f"annex-{number}"
    label = "附件" if of == 1 else f"附件 {said['n'] if said and said['n'] else number}"
    pieces, sections = _tree(rest, f"{anchor}-")
    return NoticeSection(f"{label} ", title, anchor, first.where, "", pieces, sections, annex=True)


def _tree(found: Sequence[Piece], prefix: str) -> tuple[list[Piece], list[NoticeSection]]:
    """What stands before the first section, and the sections."""
    head: list[Piece] = []
    top: list[NoticeSection] = []
    open_: list[tuple[int, NoticeSection]] = []
    is_list = False
    for piece, following in zip(found, [*found[1:], None], strict=True) if found else ():
        numbered = _numbered(piece) if isinstance(piece, Line) else None
        # 附件：1.… and below it 2.…: no section.
        is_list = isinstance(piece, Line) and bool(
            _LISTED.match(piece.text) or (is_list and numbered and numbered[0] > 1)
        )
        if is_list:
            numbered = None
        elif isinstance(piece, Line) and numbered is None:
            numbered = _unnumbered(piece, following)
        if numbered is None or not isinstance(piece, Line):
            (open_[-1][1].pieces if open_ else head).append(piece)
            continue
        form, number, rest = numbered
        while open_ and form in [one for one, _ in open_] and open_[-1][0] != form:
            open_.pop()
        if open_ and open_[-1][0] == form:
            open_.pop()
        siblings = open_[-1][1].sections if open_ else top
        section = _section(piece, number, rest, _FORMS[form] if form < len(_FORMS) else None)
        above = f"{open_[-1][1].anchor}-" if open_ else prefix
        section.anchor = _anchor(above, section.number, siblings)
        siblings.append(section)
        open_.append((form, section))
    return head, top


def _unnumbered(line: Line, following: Piece | None) -> tuple[int, str, str] | None:
    """The same of a *line* without a number: in the style of a heading, or a day with hours *following* it."""
    if DAY_ALONE.fullmatch(line.text) and isinstance(following, Line) and HOURS.match(following.text):
        return len(_FORMS), "", line.text
    # The first of these is the title of the notice.
    is_titled = bool(re.search("通知|方案|公告|通告|安排$", line.text))
    if line.level > 1 and len(line.text) <= _TITLE and not is_titled:
        return len(_FORMS) + line.level, "", line.text
    return None


def _numbered(line: Line) -> tuple[int, str, str] | None:
    """The form of its number, the number as it stands there, and what follows."""
    if not NUMBERED.match(line.text):
        return None
    for form, pattern in enumerate(_FORMS):
        if (said := pattern.match(line.text)) and line.text[said.end() :].strip():
            return form, said[0].strip(), line.text[said.end() :].strip()
    return None


def _section(line: Line, number: str, rest: str, form: re.Pattern[str] | None) -> NoticeSection:
    title, stop, text = _title(rest)
    section = NoticeSection(number, title, "", line.where, stop, mended=line.mended)
    if form is not None and number.endswith((".", "．")) and line.text[len(number) :].startswith(" "):
        section.number = f"{number} "
    if text:
        section.pieces.append(Line(text, line.where, 0, line.mended))
    return section


def _title(rest: str) -> tuple[str, str, str]:
    """The title, the sign that ends it, and what follows; a whole sentence that is no title is what follows."""
    if _DATED.match(rest) and not DAY_ALONE.fullmatch(rest):
        return "", "", rest.strip()
    depth = 0
    for place, sign in enumerate(rest):
        if sign in _QUOTES[0]:
            depth += 1
        elif sign in _QUOTES[1]:
            depth = max(0, depth - 1)
        elif not depth and (
            (sign in _STOPS and not _is_hour(rest, place))
            or (sign == " " and place and not _is_spaced(rest, place))
        ):
            title, text = rest[:place].strip(), rest[place + 1 :].strip()
            if len(title) > _TITLE:
                break
            if sign == " ":
                return (title, " ", text) if len(text) > _TITLE else (rest.strip(), "", "")
            return title, sign, text
    if len(rest) <= _TITLE:
        return rest.strip(), "", ""
    return "", "", rest.strip()


def _is_hour(rest: str, place: int) -> bool:
    """Whether a colon stands between digits: 9:30."""
    return (
        rest[place] in "：:" and rest[place - 1 : place].isdigit() and rest[place + 1 : place + 2].isdigit()
    )


def _is_spaced(rest: str, place: int) -> bool:
    """Whether a space stands in the middle of words: before and after digits or Latin letters."""
    return rest[place - 1].isascii() or rest[place + 1 : place + 2].isascii()


def ordinal(number: str) -> str:
    """The *number* of a section as its anchor has it: 3 for （三）, "" where there is none."""
    plain = re.sub(r"[^0-9一二三四五六七八九十㈠-㈩①-⑳⑴-⒇]", "", number)
    if not plain:
        return ""
    if plain.isascii():
        return str(int(plain))
    if plain in _SIGNS:
        return str(_SIGNS[plain])
    digits = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
    tens, ten, ones = plain.rpartition("十")
    value = (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones, 0)
    return str(value) if value else ""


def _anchor(above: str, number: str, siblings: list[NoticeSection]) -> str:
    """That of a section below *above*: a number that is there already has a letter behind it."""
    taken = {one.anchor for one in siblings}
    plain = f"{above}{ordinal(number) or len(siblings) + 1}"
    ways = (f"{plain}{letter}" for letter in ("", *"bcdefghijklmnopqrstuvwxyz"))
    return next((one for one in ways if one not in taken), f"{plain}-{len(siblings)}")


_END = re.compile(
    r"(?:20[0-9]{2}|二[〇○零O0].{2})\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日(?:\s*印发)?"
    r"|抄送.*|主送.*|（?此件.*|信息公开.*|附\s*[件表]\s*[0-9一二三四五]*\s*[：:].*|公开方式.*"
)


def _tail(sections: list[NoticeSection]) -> list[Piece]:
    """What stands after the last section, taken out of it: who issued the notice, when, and what of annexes there is."""
    if not sections:
        return []
    last = list(sections[-1].all())[-1]
    ends = [
        place
        for place, piece in enumerate(last.pieces)
        if isinstance(piece, Line) and _END.fullmatch(piece.text)
    ]
    if not ends:
        return []
    begin = ends[0]
    while begin and _is_signature(last.pieces[begin - 1]):
        begin -= 1
    tail, last.pieces[begin:] = list(last.pieces[begin:]), []
    return tail


def _is_signature(piece: Piece) -> bool:
    """Whether it is the name of an office by itself."""
    return isinstance(piece, Line) and is_office(piece.text)


_OFFICE = re.compile(
    r"[\u4e00-\u9fff（）()\s]{2,40}?(?:局|委|委员会|办公室|协会|科协|部|府|厅|院|中心|学会|联合会|领导小组|工委|管委会|会|馆|处|大学|公司)(?:文件)?"
)


def is_office(text: str) -> bool:
    """Whether *text* is the name of an office, or of several with spaces between them, and no sentence."""
    return _OFFICE.fullmatch(text.strip()) is not None


_UNIT = re.compile(
    r"[\u4e00-\u9fff（）()]{3,20}(?:中学|小学|学校|一中|二中|医院|学院|街道|镇|乡|站|所|基地|园)|[省市区县旗镇乡](?:科协|团委|妇联|教委)"
)


def is_unit(title: str) -> bool:
    """Whether the *title* of a section is the name of an office, a school or a place that does something."""
    return len(title) <= _TITLE // 2 and (is_office(title) or _UNIT.fullmatch(title) is not None)
