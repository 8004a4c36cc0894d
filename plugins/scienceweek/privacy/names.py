"""Names of people in a text of Chinese, which does not part its words."""

import re
from collections.abc import Collection, Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NAME = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}[·•・][{_HAN}]{{1,8}}")
# 科普科, 服务台, 联络员: contacts that are no persons.
_OFFICES = frozenset("科室处办局部组台馆站队会院所员人线机校心门厅")
_TITLES = "老师|同志|主任|科长|处长|局长|馆长|站长|校长|院长|部长|女士|先生|教授|博士|经理|医生|工程师"
_BETWEEN = re.compile("[ \u3000、,，;；/]+")
_BEFORE = re.compile(rf"(?:系人|络员|责人|办人|话|系|络|找|给|向|请|由|和|与|及|问|是|{_TITLES})$")
_AFTER = re.compile(rf"(?:{_TITLES}|联系|电话|负责|收|处|报名|咨询|和|与|及|等|转)")


def people(name: str) -> Iterator[str]:
    """The persons whom the *name* of a contact names; none if it is an office."""
    for word in _BETWEEN.split(name):
        bare = re.sub(f"(?:{_TITLES})$", "", word)
        if _NAME.fullmatch(bare) and bare[-1] not in _OFFICES:
            yield bare


def named(text: str, names: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where *text* has one of *names* as a word of its own, as far as that can be told."""
    if not names:
        return
    known, sizes = set(names), sorted({len(name) for name in names}, reverse=True)
    for match in re.finditer(f"[{re.escape(''.join({name[0] for name in known}))}]", text):
        at = match.start()
        for size in sizes:
            if text[at : at + size] in known and _is_word(text, at, at + size):
                yield at, text[at : at + size]
                break


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 4) : start], text[end : end + 3]
    return bool(
        (not _is_han(before[-1:]) or _BEFORE.search(before))
        and (not _is_han(after[:1]) or _AFTER.match(after))
    )


def _is_han(sign: str) -> bool:
    return bool(re.match(f"[{_HAN}]", sign))
