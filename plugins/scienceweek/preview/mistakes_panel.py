"""What is wrong, as a panel of HTML over the last good page: where, what, what would do, and the lines themselves."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from scienceweek.preview.outcome import PreviewOutcome
from scienceweek.source.mistakes.problems import Problem

_BESIDE = 1  # lines shown above and below
_LONGEST = 160  # characters of a line
_MOST = 50  # mistakes
_PEN = (
    '<svg class="preview-icon" viewBox="0 0 24 24" aria-hidden="true">'
    '<path d="M4.5 19.5l1-4L16.5 4.5l3 3-11 11zM14.25 6.75l3 3"/></svg>'
)
_PAIRS = {"“": "”", "「": "」", "（": "）", "《": "》", "[": "]"}
_ENDS = "。？！"


def panel(outcome: PreviewOutcome, good: datetime | None, project: Path) -> str:
    """The panel for *outcome*, whose files lie in *project*; *good* is the moment of the site under it, if there is one."""
    shown = outcome.mistakes[:_MOST]
    more = len(outcome.mistakes) - len(shown)
    parts = [_list(shown, project)] if shown else []
    if more:
        parts.append(f"<p>……还有 {more} 处，改好这些再看。</p>")
    if outcome.said:
        parts.append(f'<pre class="preview-said" tabindex="0" aria-label="经过">{escape(outcome.said)}</pre>')
    if outcome.reminders:
        parts.append(
            f"<details><summary>另有 {len(outcome.reminders)} 条提醒，不挡更新</summary>"
            f"{_list(outcome.reminders[:_MOST], project)}</details>"
        )
    return (
        f'<main class="preview-panel" aria-labelledby="preview-heading" data-said="{escape(told(outcome))}">'
        f'<div class="preview-inner"><h1 id="preview-heading">{escape(outcome.heading)}'
        f"<small>{_when(outcome, good)}</small></h1>{''.join(parts)}"
        '<p class="preview-state"><span>改好存盘，这一页自己刷新</span>'
        '<button type="button" data-preview="fold"><b>Esc</b> 收起，看下面的页</button>'
        '<button type="button" data-preview="copy"><b>Ctrl+C</b> 复制这些话</button></p></div></main>'
        f'<button type="button" class="preview-unfold" data-preview="fold" hidden>{escape(outcome.heading)}</button>'
    )


def notice(outcome: PreviewOutcome) -> str:
    """The same for whoever looks from another device: what lies in the sources is not for every network."""
    return (
        '<main class="preview-panel" aria-labelledby="preview-heading"><div class="preview-inner">'
        f'<h1 id="preview-heading">{escape(outcome.heading)}<small>错在哪里，看生成网站的那台电脑</small></h1></div></main>'
    )


def told(outcome: PreviewOutcome) -> str:
    """All of it as text, to be handed on."""
    return "\n".join([*map(str, outcome.problems), *([outcome.said] if outcome.said else [])])


def halves(message: str) -> tuple[str, str]:
    """What is wrong, and what would do: the first sentence of *message*, and the others."""
    awaited: list[str] = []
    for place, sign in enumerate(message):
        if awaited and sign == awaited[-1]:
            awaited.pop()
        elif sign in _PAIRS:
            awaited.append(_PAIRS[sign])
        elif sign in _ENDS and not awaited:
            return message[: place + (sign != "。")], message[place + 1 :].strip()
    return message, ""


def _when(outcome: PreviewOutcome, good: datetime | None) -> str:
    at = f"{outcome.at:%H:%M:%S}。"
    return at + (f"下面还是 {good:%H:%M} 那一次的样子" if good else "还没有生成过网站")


def _list(problems: Iterable[Problem], project: Path) -> str:
    return f'<ol class="preview-list">{"".join(_item(one, project) for one in problems)}</ol>'


def _item(one: Problem, project: Path) -> str:
    wrong, cure = halves(one.message)
    path = project / one.file
    fix = f'<p class="preview-fix">{escape(cure)}</p>' if cure else ""
    lines = "".join(_excerpt(path, one))
    shown = f'<pre tabindex="0" aria-label="{one.line} 行">{lines}</pre>' if lines else ""
    open_it = (
        f'<a class="preview-open" href="vscode://file{_address(path)}:{one.line}:{one.column}">{_PEN}打开这一行</a>'
        if path.is_file()
        else ""
    )
    return (
        f'<li><span class="preview-file">{escape(one.file)}<br><b>第 {one.line} 行</b></span>'
        f"<div><h2>{escape(wrong)}</h2>{fix}{shown}</div>{open_it}</li>"
    )


def _address(path: Path) -> str:
    """*path* as part of an address; that of Windows has no slash of its own in front."""
    way = path.absolute().as_posix()
    return quote(way if way.startswith("/") else f"/{way}", safe="/:")


def _excerpt(path: Path, one: Problem) -> Iterator[str]:
    """The line of *one* with its place marked, and those beside it; nothing where the file cannot be read."""
    try:
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    except OSError:
        return
    if not any(lines):
        return
    first, last = max(1, one.line - _BESIDE), min(len(lines), one.line + _BESIDE)
    wide = len(str(last))
    for number in range(first, last + 1):
        text = lines[number - 1]
        shown = _marked(text, one.column) if number == one.line else escape(text[:_LONGEST])
        yield f"<i>{number:>{wide}} │ </i>{shown}\n"


def _marked(line: str, column: int) -> str:
    """*line* with what begins at *column* marked, without the blanks round it; a long one from a little before that on."""
    start = min(column - 1, len(line.rstrip()))
    start += len(line[start:]) - len(line[start:].lstrip())
    cut = max(0, start - _LONGEST // 2) if len(line) > _LONGEST else 0
    end = min(len(line.rstrip()), cut + _LONGEST)
    if start >= end:
        return escape(line[cut:end])
    dots = "…" if cut else ""
    comment = re.search(r"\s+#.*$", line[start:end])
    stop = start + comment.start() if comment and comment.start() else end
    return f"{dots}{escape(line[cut:start])}<b>{escape(line[start:stop])}</b>{escape(line[stop:end])}"
