"""Edits of a project as staff make them, and worse: a line lost, a year mistyped, a file saved by the wrong program.

Each takes chance and files, changes the files, and says in a few words what it has done.
"""

import random
import re
from collections.abc import Callable, Mapping

from documents import FORM
from properties import pool, sites
from properties.pictures import damaged, picture

from scienceweek.source.records import SHELVES
from scienceweek.source.records.shape import entry_kind, fields, within

Project = dict[str, bytes]
Edit = Callable[[random.Random, Project], str]

SETTINGS = "pelicanconf.py"
_KEY = re.compile(
    r"(?P<before>(?:^|[{,])\s*(?:- )?)(?P<key>[a-z_]+)(?P<colon>:)(?P<value>(?: [^,{}\[\]\n]+)?)",
    re.MULTILINE,
)
_FULL = str.maketrans(":,()-;/.0123456789", "：，（）—；／．０１２３４５６７８９")
_HUGE = 1_000_000


def edited(project: Mapping[str, bytes], seed: object, only: int | None = None) -> tuple[Project, list[str]]:
    """*project* after one edit or a few, and what they were; of a few, *only* one if asked for."""
    count = random.Random(f"count {seed}").choice((1, 1, 1, 2, 2, 3))
    now = dict(project)
    told = []
    for number in range(count):
        if only in (None, number):
            chance = random.Random(f"edit {seed} {number}")
            edit = chance.choices([one for one, _ in EDITS], [weight for _, weight in EDITS])[0]
            told.append(f"{edit.__name__.strip('_')}: {edit(chance, now)}")
    return now, told


# ---- Which file, which line ------------------------------------------------------------------------------------------


def _name(chance: random.Random, project: Project, ending: str) -> str:
    """A file of facts or prose with that *ending*; any if there is none."""
    names = [name for name in sorted(project) if not name.startswith("data/schema/") and name != SETTINGS]
    return chance.choice([name for name in names if name.endswith(ending)] or names)


def _text(chance: random.Random, project: Project) -> tuple[str, str]:
    name = _name(chance, project, chance.choice((".yaml", ".yaml", ".md")))
    return name, project[name].decode("utf-8", errors="surrogateescape")


def _put(project: Project, name: str, text: str) -> None:
    project[name] = text.encode("utf-8", errors="surrogateescape")


def _line(chance: random.Random, lines: list[str]) -> int:
    """A line with something on it, not a comment, if there is one."""
    full = [number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")]
    return chance.choice(full or range(len(lines)))


def _on_lines(change: Callable[[random.Random, list[str], int], str]) -> Edit:
    def edit(chance: random.Random, project: Project) -> str:
        name, text = _text(chance, project)
        lines = text.split("\n")
        at = _line(chance, lines)
        told = change(chance, lines, at)
        _put(project, name, "\n".join(lines))
        return f"{name}:{at + 1} {told}"

    edit.__name__ = change.__name__
    return edit


def _on_values(change: Callable[[random.Random, re.Match[str]], str]) -> Edit:
    """An edit of one ``key: value`` of a YAML file."""

    def edit(chance: random.Random, project: Project) -> str:
        name = _name(chance, project, ".yaml")
        text = project[name].decode("utf-8", errors="surrogateescape")
        if not (found := list(_KEY.finditer(text))):
            return "nothing"
        match = chance.choice(found)
        now = change(chance, match)
        _put(project, name, text[: match.start()] + match["before"] + now + text[match.end() :])
        return f"{name}:{text.count(chr(10), 0, match.start('key')) + 1} {match[0].strip()!r} -> {now[:60]!r}"

    edit.__name__ = change.__name__
    return edit


# ---- Lines -----------------------------------------------------------------------------------------------------------


def delete_lines(chance: random.Random, lines: list[str], at: int) -> str:
    count = chance.choice((1, 1, 1, 2, 5))
    del lines[at : at + count]
    return f"{count}"


def double_lines(chance: random.Random, lines: list[str], at: int) -> str:
    count = chance.choice((1, 1, 3, 12))
    lines[at:at] = lines[at : at + count]
    return f"{count}"


def swap_lines(chance: random.Random, lines: list[str], at: int) -> str:
    other = _line(chance, lines) if chance.random() < 0.3 else min(at + 1, len(lines) - 1)
    lines[at], lines[other] = lines[other], lines[at]
    return f"with {other + 1}"


def join_lines(chance: random.Random, lines: list[str], at: int) -> str:
    lines[at : at + 2] = [chance.choice(("", " ")).join(lines[at : at + 2])]
    return ""


def split_line(chance: random.Random, lines: list[str], at: int) -> str:
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:cut], " " * chance.choice((0, 2, 4)) + lines[at][cut:]]
    return f"at {cut}"


def indent(chance: random.Random, lines: list[str], at: int) -> str:
    step = chance.choice((" ", "  ", "    ", "\t", "　", -1, -2))
    lines[at] = lines[at][-step:] if isinstance(step, int) else step + lines[at]
    return repr(step)


def widen(chance: random.Random, lines: list[str], at: int) -> str:
    """One sign or all of a line become full-width."""
    signs = [place for place, sign in enumerate(lines[at]) if sign.translate(_FULL) != sign]
    chosen = set(signs if chance.random() < 0.2 else chance.sample(signs, min(1, len(signs))))
    lines[at] = "".join(
        sign.translate(_FULL) if place in chosen else sign for place, sign in enumerate(lines[at])
    )
    return lines[at][:60]


def change_digit(chance: random.Random, lines: list[str], at: int) -> str:
    def other(match: re.Match[str]) -> str:
        number = match[0]
        place = chance.randrange(len(number))
        digit = chance.choice((*"0123456789", "", number[place] * 2, "O", "l", "．"))
        return number[:place] + digit + number[place + 1 :]

    lines[at] = re.sub("[0-9]+", other, lines[at], count=chance.choice((1, 1, 0)))
    return lines[at][:60]


def change_year(chance: random.Random, lines: list[str], at: int) -> str:
    year = chance.choice(("2042", "2204", "0024", "1924", "24", "20024", "2023", "2026", "9999", "10000"))
    number = next(
        (place for place in range(len(lines)) if re.search("20[0-9]{2}", lines[(at + place) % len(lines)])), 0
    )
    at = (at + number) % len(lines)
    found = list(re.finditer("20[0-9]{2}", lines[at]))
    if found:
        match = chance.choice(found)
        lines[at] = lines[at][: match.start()] + year + lines[at][match.end() :]
    return lines[at][:60]


def type_characters(chance: random.Random, lines: list[str], at: int) -> str:
    place = chance.randrange(len(lines[at]) + 1)
    typed = chance.choice(pool.CHARACTERS)
    lines[at] = lines[at][:place] + typed + lines[at][place:]
    return f"{typed!r} at {place}"


def lose_characters(chance: random.Random, lines: list[str], at: int) -> str:
    place = chance.randrange(len(lines[at]) + 1)
    count = chance.choice((1, 1, 2, 6))
    lost = lines[at][place : place + count]
    lines[at] = lines[at][:place] + lines[at][place + count :]
    return repr(lost)


def write_of_a_table(chance: random.Random, lines: list[str], at: int) -> str:
    """What Excel and Word leave when a cell is pasted."""
    lines.insert(at, chance.choice(("甲\t乙\t023-60000000", "\t\t", "1\t", "•\t甲", '"甲\n乙"', "﻿")))
    return ""


# ---- Keys and values -------------------------------------------------------------------------------------------------


def put_value(chance: random.Random, match: re.Match[str]) -> str:
    values = chance.choice(
        (pool.AWKWARD, pool.LINES, pool.MOMENTS, pool.ODD_MOMENTS, pool.PHONES, pool.ODD_PHONES, pool.URLS)
    )
    return f"{match['key']}: {chance.choice(values)}"


def put_time(chance: random.Random, match: re.Match[str]) -> str:
    return f"when: {chance.choice((*pool.MOMENTS, *pool.ODD_MOMENTS))}"


def empty_value(chance: random.Random, match: re.Match[str]) -> str:
    return f"{match['key']}:{chance.choice(('', ' ~', ' null', ' []', ' {}', ' &a', ' |', ' >', ' ！', ' !!str'))}"


def quote_value(chance: random.Random, match: re.Match[str]) -> str:
    mark = chance.choice(('"', "'", "“", "`", "[", "{"))
    closing = {"“": "”", "[": "]", "{": "}"}.get(mark, mark)
    return f"{match['key']}: {mark}{match['value'].strip()}{chance.choice((closing, closing, ''))}"


def break_value(chance: random.Random, match: re.Match[str]) -> str:
    """A one-line value on two lines."""
    style = chance.choice(("|", ">", "|-", ">-", "|+"))
    return f"{match['key']}: {style}\n          {match['value'].strip()}\n          第二行\n"


def rename_key(chance: random.Random, match: re.Match[str]) -> str:
    key = match["key"]
    other = chance.choice(_ALL_KEYS)
    now = chance.choice(
        (
            key[:-1],
            key.upper(),
            key.capitalize(),
            f"{key}s",
            f" {key}",
            f"{key} ",
            other,
            _TITLES.get(key, key),
        )
    )
    return f"{now}:{match['value']}"


def lose_colon(chance: random.Random, match: re.Match[str]) -> str:
    return f"{match['key']}{chance.choice(('：', '', ' :', ':: ', '=', '：'))}{match['value'].strip()}"


def swap_values(chance: random.Random, project: Project) -> str:
    name = _name(chance, project, ".yaml")
    text = project[name].decode("utf-8", errors="surrogateescape")
    found = [match for match in _KEY.finditer(text) if match["value"].strip()]
    if len(found) < 2:
        return "nothing"
    first, last = sorted(chance.sample(found, 2), key=lambda match: match.start())
    between = text[first.end() : last.start("value")]
    _put(
        project,
        name,
        text[: first.start("value")] + last["value"] + between + first["value"] + text[last.end() :],
    )
    return f"{name} {first[0].strip()!r} and {last[0].strip()!r}"


def add_field(chance: random.Random, project: Project) -> str:
    """A field that a record of the file may have, with something to stand there."""
    shelf = chance.choice(SHELVES)
    folder = f"data/{shelf.pattern.partition('*')[0]}"
    names = [name for name in sorted(project) if name.startswith(folder) and name.endswith(".yaml")]
    if not names:
        return "nothing"
    name = chance.choice(names)
    lines = project[name].decode("utf-8", errors="surrogateescape").split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"  - id:|id:", line)]
    if not starts:
        return "nothing"
    at = chance.choice(starts)
    kind = (
        entry_kind(shelf.record, chance.choice(shelf.entries))
        if shelf.entries and lines[at][0] == " "
        else shelf.record
    )
    key = chance.choice(sorted(fields(kind)))
    value = sites.value(chance, kind, key, _known(project))
    made = sites.written({key: value}, flow=chance.choice((None, False, True))).rstrip("\n")
    made = made[1:-1] if made.startswith("{") else made
    margin = "    " if lines[at][0] == " " else ""
    lines[at + 1 : at + 1] = [margin + line for line in made.split("\n")]
    _put(project, name, "\n".join(lines))
    return f"{name}:{at + 2} {made[:80]!r}"


def set_value(chance: random.Random, project: Project) -> str:
    """One value becomes another that its field may have."""
    name = _name(chance, project, ".yaml")
    text = project[name].decode("utf-8", errors="surrogateescape")
    found = [match for match in _KEY.finditer(text) if match["value"].strip() and match["key"] in _ALL_KEYS]
    if not found:
        return "nothing"
    match = chance.choice(found)
    key = match["key"]
    kind = chance.choice([kind for _, kind in _KINDS if key in fields(kind)])
    value = sites.value(chance, kind, key, _known(project), oddness=0.1)
    made = sites.written({key: value}, flow=True).strip()[1:-1]
    _put(project, name, text[: match.start("key")] + made + text[match.end() :])
    return f"{name}:{text.count(chr(10), 0, match.start('key')) + 1} {made[:80]!r}"


def _known(project: Project) -> dict[str, list[str]]:
    """The ids of the project by the field that leads to them, roughly: what is of another kind is an edit too."""
    ids: dict[str, list[str]] = {}
    homes = {
        "bases": "base",
        "activities": "part_of",
        "campaigns": "campaign",
        "venues.yaml": "venue",
        "districts.yaml": "district",
    }
    for name, content in sorted(project.items()):
        home = next((key for part, key in homes.items() if name.startswith(f"data/{part}")), "any")
        found = re.findall(rb"^(?:  - \{?|)id: ([a-z0-9-]+)", content, re.MULTILINE)
        ids.setdefault(home, []).extend(one.decode() for one in found)
    return ids


def change_id(chance: random.Random, project: Project) -> str:
    """An id, in one place or in all."""
    ids = sorted({id for found in _known(project).values() for id in found})
    if not ids:
        return "nothing"
    id = chance.choice(ids)
    now = chance.choice(
        (
            f"{id}-x",
            id[:-1],
            id.upper(),
            id.replace("-", "_"),
            "con",
            "nul",
            "index",
            f"{id}-2",
            "a" * 65,
            chance.choice(ids),
        )
    )
    pattern = re.compile(rf"(?<![a-z0-9-]){re.escape(id)}(?![a-z0-9-])")
    everywhere = chance.random() < 0.4
    names = [name for name in sorted(project) if id.encode() in project[name] and name != SETTINGS]
    for name in names if everywhere else names[:1]:
        text = project[name].decode("utf-8", errors="surrogateescape")
        _put(project, name, pattern.sub(now, text, count=0 if everywhere else 1))
    if everywhere:
        for name in [name for name in sorted(project) if re.search(rf"/{re.escape(id)}\.(?:md|yaml)$", name)]:
            project[name.replace(f"/{id}.", f"/{now}.")] = project.pop(name)
    return f"{id} -> {now[:70]}{' everywhere' if everywhere else ''}"


# ---- Prose -----------------------------------------------------------------------------------------------------------


def _prose(chance: random.Random, project: Project) -> tuple[str, list[str], int]:
    name = _name(chance, project, ".md")
    lines = project[name].decode("utf-8", errors="surrogateescape").split("\n")
    return name, lines, _line(chance, lines)


def write_link(chance: random.Random, project: Project) -> str:
    name, lines, at = _prose(chance, project)
    link = chance.choice(pool.LINKS)
    if chance.random() < 0.2:
        link = link.replace("../", "", 1)
    if chance.random() < 0.3:
        link = re.sub(
            "fish|yubei|2024-yubei|museum|main-hall",
            lambda _: chance.choice(sorted(_known(project)["any"] or ["x"])),
            link,
        )
    if chance.random() < 0.4:
        lines[at] += link
    else:
        lines[at + 1 : at + 1] = ["", link, ""]
    _put(project, name, "\n".join(lines))
    return f"{name}:{at + 1} {link!r}"


def write_markdown(chance: random.Random, project: Project) -> str:
    name, lines, at = _prose(chance, project)
    made = chance.choice(pool.MARKDOWN)
    lines[at + 1 : at + 1] = [*chance.choice(([], [""])), made, *chance.choice(([], [""]))]
    _put(project, name, "\n".join(lines))
    return f"{name}:{at + 1} {made[:60]!r}"


def write_number(chance: random.Random, project: Project) -> str:
    """An internal number in a text, as somebody might type it."""
    numbers = []
    for content in project.values():
        for match in re.finditer(rb"phones: \[([^\]]+)\][^}\n]*show: internal", content):
            numbers += [one.strip() for one in match[1].decode(errors="replace").split(",")]
    if not numbers:
        campaigns = [
            name
            for name in sorted(project)
            if name.startswith("data/campaigns/") and b"\ncontacts:" not in project[name]
        ]
        if not campaigns:
            return "nothing"
        name = chance.choice(campaigns)
        project[name] += (
            b"\ncontacts: [{name: \xe5\xbc\xa0\xe4\xb8\x89, phones: [023-60000019, 13800000019], show: internal}]\n"
        )
        numbers = ["023-60000019", "13800000019"]
    number = chance.choice(numbers)
    if chance.random() < 0.2:
        allow(project, number)
    number = pool.spelling(chance, number)
    if chance.random() < 0.5:
        name, lines, at = _prose(chance, project)
        lines[at] += f"联系{number}。"
    else:
        name = _name(chance, project, ".yaml")
        lines = project[name].decode("utf-8", errors="surrogateescape").split("\n")
        texts = [
            place
            for place, line in enumerate(lines)
            if re.match(r" +(?:title|description|note|theme|name|what): [^|>\"']+$", line)
        ]
        if not texts:
            return "nothing"
        at = chance.choice(texts)
        lines[at] += f"（联系{number}）"
    _put(project, name, "\n".join(lines))
    return f"{name}:{at + 1} {number!r}"


def allow(project: Project, number: str) -> None:
    """Whoever is told of a *number* says that it may be public."""
    before = project.get("data/allowed.yaml", b"allowed:\n")
    project["data/allowed.yaml"] = before + f"  - {{value: {number}, why: 本人同意}}\n".encode()


# ---- Files -----------------------------------------------------------------------------------------------------------


def delete_file(chance: random.Random, project: Project) -> str:
    name = _name(chance, project, "")
    del project[name]
    return name


def move_file(chance: random.Random, project: Project) -> str:
    name = _name(chance, project, "")
    folder, _, last = name.rpartition("/")
    stem, _, ending = last.rpartition(".")
    now = chance.choice(
        (
            f"{folder}/{stem} - 副本.{ending}",
            f"{folder}/{stem}.{ending.upper()}",
            f"{folder}/{stem}.yml",
            f"{folder}/con.{ending}",
            f"{folder}/更多/{last}",
            f"data/{last}",
            f"content/{last}",
            f"content/activties/{last}",
            f"{folder}/{stem}.txt",
            f"{folder}/~${last}",
            f"{folder}/.{last}",
            f"{folder}/{stem}2.{ending}",
            f"{folder}/{last}.bak",
            f"{folder}/{stem.upper()}.{ending}",
        )
    )
    content = project[name]
    if chance.random() < 0.6 or now in project:
        del project[name]
    project.setdefault(now, content)
    return f"{name} -> {now}"


def cut_file(chance: random.Random, project: Project) -> str:
    name = _name(chance, project, "")
    at = chance.choice((0, 1, len(project[name]) // 2, chance.randrange(len(project[name]) + 1)))
    project[name] = project[name][:at]
    return f"{name} at {at}"


def encode_file(chance: random.Random, project: Project) -> str:
    """Saved by another program."""
    name, text = _text(chance, project)
    how = chance.choice(("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "crlf", "cr", "latin-1", "shift-jis"))
    if how in ("crlf", "cr"):
        text, ending = text.replace("\r\n", "\n"), "\r\n" if how == "crlf" else "\r"
        _put(project, name, text.replace("\n", ending))
    else:
        project[name] = text.encode(how, errors="replace")
    return f"{name} {how}"


def spoil_bytes(chance: random.Random, project: Project) -> str:
    name = _name(chance, project, chance.choice((".yaml", ".md")))
    content = project[name]
    at = chance.randrange(len(content) + 1)
    project[name] = (
        content[:at] + bytes([chance.choice((0, 7, 13, 27, 128, 192, 239, 255))]) + content[at + 1 :]
    )
    return f"{name} at {at}"


def make_huge(chance: random.Random, project: Project) -> str:
    name, text = _text(chance, project)
    lines = text.split("\n")
    at = _line(chance, lines)
    grain = chance.choice(("甲", "[", "{", "- ", "a ", "\n", "'a <![CDATA[' ", "*", "|", "(", "> ", "a: "))
    lines[at] += grain * (chance.choice((20_000, 200_000, _HUGE)) // len(grain))
    _put(project, name, "\n".join(lines))
    return f"{name}:{at + 1} {grain!r} x {len(lines[at])}"


def add_file(chance: random.Random, project: Project) -> str:
    name, content = chance.choice(
        (
            ("data/boundaries/yubei.json", b"{}"),
            ("data/boundaries/yubei.geojson", b'{"type": "FeatureCollection", "features": []}'),
            ("data/grounds/yubei.geojson", b'{"type": "FeatureCollection", "features": [], "source": 5}'),
            ("data/grounds/yubei.json", b"{}"),
            ("data/site.yaml", "name: 科技活动周\n".encode()),
            ("data/extra.yaml", b"a: 1\n"),
            ("content/x.md", "文字\n".encode()),
            ("content/pages/con.md", "Title: 某页\n\n文字\n".encode()),
            ("content/pages/index.md", "Title: 某页\n\n文字\n".encode()),
            ("content/pages/new.md", "Title: 新页\n\n见[基地](bases.html)。\n".encode()),
            ("content/pages/新页.md", "Title: 新页\n\n文字\n".encode()),
            ("content/pages/draft.md", "Title: 草稿\nStatus: draft\n\n文字\n".encode()),
            ("content/pages/save.md", "Title: 某页\nSave_as: index.html\n\n文字\n".encode()),
            ("content/pages/empty.md", b""),
            ("content/pages/page.html", b"<html><title>x</title></html>"),
            ("content/images/notes.txt", "文字".encode()),
            ("content/images/hall.jpg", picture("hall.jpg")),
            ("content/images/大厅.jpg", picture("hall.jpg")),
            ("content/images/Hall.JPG", picture("hall.jpg")),
            ("content/files/form.docx", FORM[".docx"]),
            ("content/files/form.pdf", damaged(chance, FORM[".pdf"])),
            ("content/files/form.xlsx", damaged(chance, FORM[".xlsx"])),
            ("content/files/form.doc", FORM[".doc"]),
            ("content/files/报名表.docx", FORM[".docx"]),
            ("content/files/all.zip", FORM[".docx"]),
            ("content/notices/2024-yubei.correction.md", "更正 {#s1}\n".encode()),
            ("data/Thumbs.db", b"\x00\x01"),
            ("data/~$districts.yaml", b"\x00"),
            ("data/activities/.DS_Store", b"\x00"),
            ("content/activities/nobody.md", "文字\n".encode()),
        )
    )
    project[name] = content
    return name


def spoil_picture(chance: random.Random, project: Project) -> str:
    """A picture that a text shows, or the photo of an activity, as it comes from a phone or a broken stick."""
    names = [name for name in sorted(project) if name.startswith("content/images/")]
    name = chance.choice([*names, *(f"content/images/{one}" for one in pool.PICTURES)])
    project[name] = project.get(name) or picture(name)
    if chance.random() < 0.7:
        project[name] = damaged(chance, project[name])
    text, lines, at = _prose(chance, project)
    way = "images/" if text.startswith("content/pages/") else "../images/"
    lines[at + 1 : at + 1] = ["", f"![展厅]({way}{name.rpartition('/')[2]})", ""]
    _put(project, text, "\n".join(lines))
    return f"{name} in {text}:{at + 1}"


def change_settings(chance: random.Random, project: Project) -> str:
    """A value of the settings, by whoever runs the site."""
    text = project[SETTINGS].decode()
    found = list(
        re.finditer(
            r'^ +"(?P<key>\w+)": (?P<value>"[^"\n]*"|False|None)(?=,)|^SITENAME = (?P<name>".*")',
            text,
            re.MULTILINE,
        )
    )
    if not found:  # edits before this one have made other things of all of them
        return SETTINGS
    match = chance.choice(found)
    at = match.span("value") if match["value"] else match.span("name")
    odd = (
        "None",
        "True",
        "False",
        "7",
        "-1",
        "3.5",
        "[]",
        "{}",
        '""',
        '"x"',
        '"科普"',
        '"javascript:alert(1)"',
        '"../x"',
        '"a b"',
    )
    more = (
        '"images/hall.jpg"',
        '"13800000000"',
        '"tianditu"',
        '"osm"',
        '"pmtiles"',
        '"2024-05-25"',
        '"x.cn"',
        '"<b>"',
        "('a',)",
        "30",
    )
    now = chance.choice((*odd, *more))
    _put(project, SETTINGS, text[: at[0]] + now + text[at[1] :])
    return f"{match['key'] or 'SITENAME'} = {now}"


EDITS: tuple[tuple[Edit, int], ...] = (
    *(
        (_on_lines(change), 4)
        for change in (delete_lines, double_lines, swap_lines, indent, widen, change_digit)
    ),
    *((_on_lines(change), 4) for change in (change_year, type_characters, lose_characters)),
    *((_on_lines(change), 2) for change in (join_lines, split_line, write_of_a_table)),
    *((_on_values(change), 4) for change in (put_value, put_time, empty_value, rename_key)),
    *((_on_values(change), 2) for change in (quote_value, break_value, lose_colon)),
    (swap_values, 4),
    (add_field, 12),
    (set_value, 12),
    (change_id, 4),
    (write_link, 8),
    (write_markdown, 6),
    (write_number, 4),
    (delete_file, 1),
    (move_file, 2),
    (cut_file, 1),
    (encode_file, 2),
    (spoil_bytes, 2),
    (make_huge, 1),
    (add_file, 3),
    (spoil_picture, 4),
    (change_settings, 2),
)
_KINDS = [
    (shelf.record, kind) for shelf in SHELVES for _, kind in (("", shelf.record), *within(shelf.record))
]
_ALL_KEYS = sorted({key for _, kind in _KINDS for key in fields(kind)})
_TITLES = {key: about.title or key for _, kind in _KINDS for key, about in fields(kind).items()}
