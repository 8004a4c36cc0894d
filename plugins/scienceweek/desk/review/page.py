"""The page on which a draft is looked at. It is for the office alone: no build makes it, and no release has it."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from scienceweek.desk.drafts.lines import SourceLine, SourcePiece
from scienceweek.desk.review.bands import Band, ReadRecord, ReadValue

_LONGEST = 80
_DIGITS = 9
_UNDO = ' data-undo=""'
STYLE, SCRIPT = "/review.css", "/review.js"
_KEYS = (
    ("J", "下一个要看的"),
    ("K", "上一个"),
    ("A", "对，照办"),
    ("E", "自己改"),
    ("X", "不改，照原来的"),
    ("1–9", "选一个"),
    ("Z", "撤回"),
)


def page(drafts: Mapping[str, Sequence[Band]], token: str, *, can_undo: bool = False) -> str:
    """The page of all *drafts* by name; *token* is what it must send with each answer; *can_undo*: something was decided already."""
    head = f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}" defer></script>'
    return _whole(drafts, head, f' data-token="{escape(token)}"' + (_UNDO if can_undo else ""))


def copy(drafts: Mapping[str, Sequence[Band]]) -> str:
    """The same as a file on its own, with all that it needs: what is decided there is listed as commands."""
    return _whole(drafts, f"<style>{own(STYLE)}</style><script>{_later(own(SCRIPT))}</script>", "")


def own(name: str) -> str:
    """What the page needs beside itself: its style or its script."""
    return files(__package__).joinpath(name.removeprefix("/")).read_text("utf-8")


def _later(script: str) -> str:
    """A *script* that stands in the page itself and waits until that is whole."""
    return f'addEventListener("DOMContentLoaded", () => {{\n{script}}});'


def _whole(drafts: Mapping[str, Sequence[Band]], head: str, token: str) -> str:
    """A page with this *head*; *token* is the attribute with what it sends, "" for a file on its own."""
    body = "".join(_draft(name, several) for name, several in drafts.items()) or _NOTHING
    where = (
        "只在这台电脑上，不在网站里。改了马上写进 data/。"
        if token
        else "只供内部，里面有不公开的电话，不要发到外面。这里的决定列成命令，运行了才写进 data/。"
    )
    commands = "" if token else _COMMANDS
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>审阅导入</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f'<link rel="icon" href="data:,">{head}</head><body{token}>'
        f'<header><b class="tag">内部</b><h1>审阅导入</h1><p>{where}</p></header>'
        f'<main>{body}{commands}</main><p class="told" role="status"></p>{_bar()}</body></html>'
    )


_COMMANDS = (
    '<section class="commands" hidden><h2>要运行的命令</h2>'
    "<p>在网站的文件夹里逐行运行，或者把它们发给管网站的人。</p>"
    '<textarea readonly rows="6" aria-label="要运行的命令"></textarea></section>'
)
_NOTHING = '<p class="nothing">没有要看的草稿。用 invoke import 文件 导入通知或表格。</p>'


def _draft(name: str, several: Sequence[Band]) -> str:
    values = [value for band in several for record in band.records for value in record.values]
    waiting = sum(value.mark.is_open for value in values)
    sure = len(values) - waiting
    silent = sum(any(piece.why for piece in line.pieces) for band in several for line in band.lines)
    records = sum(len(band.records) for band in several)
    tally = (
        f"<li><b>{records}</b> 条记录<li><b>{len(values)}</b> 个值<li><b>{sure}</b> 确定"
        f'<li><b class="left">{waiting}</b> 要看'
        + (f"<li><b>{silent}</b> 行有没读进来的，写明为什么" if silent else "")
    )
    parts = f'<i style="flex:{sure}"></i><i class="d" style="flex:{waiting}"></i>'
    return (
        f'<section class="of" data-name="{escape(name)}"><h2>{escape(name)}</h2><ul class="tally">{tally}</ul>'
        f'<div class="part" aria-hidden="true">{parts}</div>{"".join(map(_band, several))}'
        f'<p class="all"><button type="button" class="accept-all">这份草稿都看过了，都对</button></p></section>'
    )


def _band(band: Band) -> str:
    marks = [value for record in band.records for value in record.values]
    lines = "".join(_line(line, marks, is_read=bool(band.records)) for line in band.lines)
    right = "".join(map(_record, band.records)) or _reasons(band)
    return f'<div class="pair"><div class="source">{lines}</div><div class="read">{right}</div></div>'


def _line(line: SourceLine, values: Sequence[ReadValue], *, is_read: bool) -> str:
    where = escape(line.pieces[0].where)
    kind = "" if is_read else ' class="out"'
    return f'<p{kind}><span class="where">{where}</span>{_BETWEEN.join(_piece(one, values) for one in line.pieces)}</p>'


_BETWEEN = ' <i class="cell"></i> '


def _reasons(band: Band) -> str:
    whys = [(piece.where, piece.why) for line in band.lines for piece in line.pieces if piece.why]
    rows = "".join(f"<li><span>{escape(where)}</span> {escape(why)}" for where, why in whys)
    return f'<h3>没有读的 {len(band.lines)} 行 <small>不写进数据</small></h3><ul class="whys">{rows}</ul>'


def _piece(piece: SourcePiece, values: Sequence[ReadValue]) -> str:
    """The words of a cell or paragraph: what was read of them is marked, for the values that it became."""
    own = [value for value in values if value.where == piece.where]
    text = _marked(piece.text, own) if own else escape(piece.text)
    why = f' title="{escape(piece.why)}" class="part-out"' if piece.why else ""
    return f'<span data-where="{escape(piece.where)}"{why}>{text}</span>'


def _marked(text: str, values: Sequence[ReadValue]) -> str:
    spans = sorted(_spans(text, values))
    made, at = "", 0
    for begin, end in spans:
        if begin < at:
            continue
        own = [one for one in values if _span(text, one) == (begin, end)]
        doubtful = any(one.mark.is_open for one in own)
        keys = " ".join(_key(one) for one in own)
        made += escape(text[at:begin])
        made += f'<mark data-of="{escape(keys)}"{_DOUBT if doubtful else ""}>{escape(text[begin:end])}</mark>'
        at = end
    return made + escape(text[at:])


_DOUBT = ' class="d"'


def _spans(text: str, values: Sequence[ReadValue]) -> Iterator[tuple[int, int]]:
    yield from {_span(text, value) for value in values}


def _span(text: str, value: ReadValue) -> tuple[int, int]:
    """Where in *text* the words of *value* stand; all of it where they were put together."""
    begin = text.find(value.mark.read) if value.mark.read else -1
    return (begin, begin + len(value.mark.read)) if begin >= 0 else (0, len(text))


def _record(record: ReadRecord) -> str:
    state = '<span class="new">新的</span>' if record.is_new else '<span class="same">已有的</span>'
    rows = "".join(_value(record, value) for value in record.values)
    return f"<article><h3>{escape(record.name)} <small>{state} {escape(record.id)}</small></h3><dl>{rows}</dl></article>"


def _value(record: ReadRecord, value: ReadValue) -> str:
    mark = value.mark
    shown = value.proposed or value.written
    before = f"<small>现在是：{escape(value.written)}</small>" if value.proposed and value.written else ""
    why = f"<small>{escape(mark.why)}</small>" if mark.why else ""
    meant = f'<small class="meant">即：{escape(value.meant)}</small>' if value.meant else ""
    said = (
        f"<small>原文（{escape(value.where)}）：{escape(_short(mark.read))}</small>"
        if mark.is_open and mark.read
        else ""
    )
    kind = "d" if mark.is_open else "ok"
    chosen = "".join(
        f'<button type="button" class="choice" data-value="{escape(one)}">'
        + (f"<kbd>{number}</kbd> " if number <= _DIGITS else "")
        + f"{escape(name)}</button>"
        for number, (one, name) in enumerate(value.choices, 1)
    )
    quick = f'<span class="choices">{chosen}</span>' if chosen else ""
    proposed = ' data-proposed=""' if value.proposed else ""
    buttons = (
        '<span class="keys"><button type="button" class="accept">对 <kbd>A</kbd></button>'
        '<button type="button" class="correct">改 <kbd>E</kbd></button>'
        + ('<button type="button" class="drop">不改 <kbd>X</kbd></button>' if value.proposed else "")
        + "</span>"
        if mark.is_open
        else ""
    )
    state = "要看" if mark.is_open else escape(value.where)
    return (
        f'<div class="{kind}" id="{escape(_key(value))}" data-id="{escape(record.id)}" data-field="{escape(mark.field)}"'
        f'{proposed}><dt>{escape(value.called)}</dt><dd><span class="value">{escape(shown)}</span>{meant}{before}{why}{said}{buttons}{quick}</dd>'
        f'<dd class="st">{state}</dd></div>'
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _key(value: ReadValue) -> str:
    return f"{value.mark.id}/{value.mark.field}"


def _bar() -> str:
    keys = "".join(f"<li><kbd>{key}</kbd> {what}" for key, what in _KEYS)
    return f'<ul class="bar" aria-label="键盘">{keys}<li class="end"><button type="button" class="undo" hidden>撤回 <kbd>Z</kbd></button> <output></output></ul>'
