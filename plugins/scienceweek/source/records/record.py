"""What all records share: strict keys, and fields that say in Chinese what they are for."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from scienceweek.source.files.folder import is_device

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST = 64
"""Characters of an id."""

URL = r"^https?://[^\s/@\\?#]+([/?#]\S*)?$"

_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _of_one_line(text: str) -> str:
    if _BREAK.search(text):
        raise PydanticCustomError("line_break", "a line break in a text of one line")
    return text


def _that_files_may_have(id: str) -> str:
    if is_device(id):
        raise PydanticCustomError("device_name", "a name that Windows keeps for itself")
    return id


Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST), AfterValidator(_that_files_may_have)]
"""ASCII, lower case, hyphenated; unique in the site for ever: a URL and a calendar UID."""

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True),
    AfterValidator(_of_one_line),
]
"""Text that stays on one line, wherever it is shown."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Url = Annotated[str, StringConstraints(pattern=URL, max_length=2_000)]
Whole = Annotated[int, Field(ge=0, le=100_000_000)]

SOUND = r"^[a-z0-9]+( [a-z0-9]+)*$"


def _sound(written: Any) -> Any:
    """Pinyin (ISO 7098) in small letters without tones, ü as v, as keyboards have it."""
    if not isinstance(written, str):
        return written
    parts = unicodedata.normalize("NFD", written.lower()).replace("u\u0308", "v")
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(re.sub("['\u2019\u02bc-]", " ", plain).split())


Sound = Annotated[str, BeforeValidator(_sound), StringConstraints(pattern=SOUND, max_length=300)]
"""How a name is read."""

Ref = Annotated[Line, Field(json_schema_extra={"pattern": ID})]
"""The id of another record. A name in its place is read too, to be answered with the id."""


Term = Line
"""The id of a word in ``data/terms.yaml``, or the word."""

SOURCE = r"^([a-z0-9]+(-[a-z0-9]+)*#)?[A-Za-z0-9_-]+$"

Source = Annotated[Line, Field(json_schema_extra={"pattern": SOURCE})]
"""A place in the notice of a campaign (``s1``), or in a further document of it (``correction#s1``)."""


def several(written: Any) -> Any:
    """A single thing in place of a list of one."""
    return written if isinstance(written, list | tuple) else (written,)


Several = BeforeValidator(several)
"""Beside a tuple: whoever has one thing need not write a list."""


class Record(BaseModel):
    """Unknown keys are mistakes; an empty value is the same as none."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    instead: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Keys of which a record must have one, or else one of those that may stand in its place."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_values(cls, written: Any) -> Any:
        if isinstance(written, dict):
            return {
                key: value
                for key, value in written.items()
                if value is not None or key not in cls.model_fields
            }
        return written


def required(title: str, description: str = "", **more: Any) -> Any:
    """A field that must be there; *title* is its Chinese name, by which staff may call it."""
    return Field(title=title, description=description or title, **more)


def optional(title: str, description: str = "", **more: Any) -> Any:
    """A field that may be left out or left empty: then it is None."""
    return Field(default=None, title=title, description=description or title, **more)


def listed(title: str, description: str = "", **more: Any) -> Any:
    """A list that may be left out or left empty."""
    return Field(default=(), title=title, description=description or title, **more)


def read_as() -> Any:
    """The field for readings, which is the same wherever there is a name."""
    return listed(
        "读音", "名称的拼音，用空格隔开每个字，例如 zeng jia yan；查找时按它也找得到，多音字读错时才写"
    )


def formerly(what: str) -> Any:
    """The field for ids that a thing had before: what is at their addresses leads on."""
    return listed(
        "曾用编号", f"{what}以前的编号，最早的写在最前；旧的网址会转到现在这一页，旧编号不能再给别的记录用"
    )


def former_names() -> Any:
    """The field for names that a thing had before."""
    return listed("曾用名", "以前的名称，页面上写明，查找时按它也找得到")


def cited() -> Any:
    """The field for the place in a notice that says so."""
    return optional("出处", "通知页里的锚点；在补充、更正等里的，写 编号#锚点，例如 correction#s1")


def usual(default: Any, title: str, description: str = "", **more: Any) -> Any:
    """A field with a *default* that is not nothing."""
    return Field(default=default, title=title, description=description or title, **more)
