"""Values handed over to the scripts of a page, as a script: fetch does not work from a folder."""

import json
from dataclasses import asdict, is_dataclass
from typing import Any


def script(name: str, value: Any) -> bytes:
    """``ScienceWeek.name = value;`` for a dataclass or anything that JSON can hold (RFC 8259)."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # In case somebody puts it into a page.
    return f"ScienceWeek.{name} = {text.replace('<', chr(92) + 'u003c')};\n".encode()
