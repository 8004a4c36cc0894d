"""Values that do not fit their field, in words: what was found, and what would do."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from scienceweek.model.word import Word
from scienceweek.source.files.folder import is_device
from scienceweek.source.mistakes.problems import Problems, choices, quoted, unwrapped
from scienceweek.source.records.alert import SITE_PATH
from scienceweek.source.records.organisation import AREA_CODE, CODE
from scienceweek.source.records.record import ID, SOUND

_NOT = re.compile("[不无没未非]")
_YES = frozenset(("是", "有", "对", "同意", "已同意", "可以"))
_NO = frozenset(("否", "不是", "无", "没有", "不同意", "不可以"))
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[!-~]*)?")


def enumeration(label: str, known: FieldInfo | None, written: str, problems: Problems) -> str:
    """A word that is none of those that the field *known* may have."""
    words = tuple(_words(known.annotation)) if known else ()
    told = f"{label}不能写{quoted(written)}。"
    if word := _meant(unwrapped(written) or written, words):
        return f"{told}请写“{word}”。"
    near = problems.nearest(written, words)
    return f"{told}{near}可以写 {choices(f'{word}（{word.said}）' for word in words)}。"


def pattern(label: str, written: str, wanted: str) -> str:
    """Text that is not of the form *wanted*: an id, a code or an address."""
    told = f"{label}不能写{quoted(written)}。"
    plain = unicodedata.normalize("NFKC", written).strip()
    if wanted == ID:
        ascii_ = plain.isascii()
        plain = re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")
        plain += "-1" if is_device(plain) else ""
        offer = f"可以写“{plain}”。" if plain and ascii_ else "例如 science-museum。"
        return f"{told}编号只用小写字母、数字和连字符，{offer}"
    if wanted == SOUND:
        return f"{told}请写拼音，用空格隔开每个字，例如 zeng jia yan。"
    if wanted == CODE:
        return f"{told}请写六位数字，例如 500112。"
    if wanted == AREA_CODE:
        return f"{told}请写 0 开头的三位或四位区号，例如 023。"
    bare = re.sub("^https?(?=:):/*", "", plain)
    guess = f"是不是“https://{bare}”？先在浏览器里打开看看。" if _DOMAIN.fullmatch(bare) else ""
    unknown = "；没有公布就写 unknown，平台的名称写在 platform" if "unknown" in wanted else ""
    own = "；本站的页面写从首页看的路径，例如 notices/2027-yubei.html" if SITE_PATH in wanted else ""
    return f"{told}{guess}网址要以 https:// 或 http:// 开头，中间没有空格{unknown}{own}。"


def wrong(type_: str, context: Mapping[str, Any], written: Any) -> str:
    """A value of another kind or size."""
    here = found(written)
    match type_.partition("_")[0], type_:
        case _, "line_break" | "device_name" | "string_type":
            return _unwritten(type_, written, here)
        case _, "tuple_type":
            return f"要写成列表，例如 {_as_list(written)}，这里是{here}。"
        case _, "string_too_short":
            return "是空的。请填上，或删去这一项。"
        case _, "too_short":
            return "是空的。请填上；还没有定的，请写 待定。"
        case _, "string_too_long":
            return f"太长，有 {len(str(written))} 个字，最多 {context['max_length']} 个。"
        case _, "greater_than_equal" | "less_than_equal":
            bound = f"小于 {context['ge']:.10g}" if "ge" in context else f"大于 {context['le']:.10g}"
            return f"不能{bound}，这里是{here}。"
        case "bool", _:
            return f"要写 true（是）或 false（不是），这里是{here}。{_truth(str(written))}"
        case "int" | "float" | "finite" as number, _:
            kind = "整数" if number == "int" else "数字"
            return f"要写{kind}，这里是{here}。{_number(str(written))}"
    return f"写得不对，这里是{here}。"


def _unwritten(type_: str, written: Any, here: str) -> str:
    """A text that is none, or not one of its kind."""
    match type_:
        case "line_break":
            return f"只能写一行，这里换了行。请连成一行：{here}。"
        case "device_name":
            return f"不能写{here}：这是 Windows 留给设备的名字，不能作文件名。请换一个，例如“{written}-1”。"
        case _:
            return f"要写成一段文字，这里是{here}。文字里有冒号或括号时，请给整个值加上引号。"


def found(written: Any) -> str:
    """What stands there, briefly."""
    if isinstance(written, dict):
        return "几个“名称: 值”"
    return "一个列表" if isinstance(written, list | tuple) else quoted(written)


def _words(annotation: Any) -> Iterable[Word]:
    if isinstance(annotation, type) and issubclass(annotation, Word):
        yield from annotation
    for part in get_args(annotation):
        yield from _words(part)


def _meant(written: str, words: Iterable[Word]) -> Word | None:
    """The one of *words* that *written* says in Chinese or in capitals; what is denied says the contrary."""
    ways = {way: word for word in words for way in (word.said, *word.also)}
    if plain := next((word for word in words if word == written.strip().lower()), None):
        return plain
    if written.isascii():
        return None
    starts = [word for way, word in ways.items() if way.startswith(written)]
    if starts:
        return starts[0]
    held = {
        word
        for way, word in ways.items()
        if bool(_NOT.search(written)) == bool(_NOT.search(way))
        and (way in written or way.split("，")[0] in written)
    }
    return held.pop() if len(held) == 1 else None


def _as_list(written: Any) -> str:
    """*written* as the list that was meant, where that is plain."""
    if not isinstance(written, str):
        return "[甲, 乙]"
    words = [word for word in re.split(r"[\s,，、;；\uff3b\uff3d【】\[\]]+", written) if word]
    return f"[{', '.join(words)}]" if words and len(written) <= 40 else "[甲, 乙]"  # noqa: PLR2004 - a line


def _truth(written: str) -> str:
    word = written.strip()
    return "请写 true。" if word in _YES else "请写 false。" if word in _NO else ""


def _number(written: str) -> str:
    if re.fullmatch("[0-9.]+[,，、 ]+[0-9.]+", written):
        return "经度和纬度请分开，写在 lon 和 lat 里。"
    if re.search("[°′″'\"度分秒]", written):
        return "度分秒请换算成小数，例如 106.631。"
    if re.fullmatch("[-0-9.]+", written):
        return ""
    return "请只写数字。" if re.fullmatch(r"[^0-9]*[0-9.]+[^0-9]*", written) else ""
