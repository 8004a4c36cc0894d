"""What was read and found good, kept in a file: whoever reads the same next need not read it again."""

import pickle
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_DIGEST = 16  # bytes
_OWN = 0o600


def recalled(place: Path, identity: bytes, make: Callable[[], T]) -> T:
    """What the file at *place* keeps for *identity*; else what *make* gives, which is then kept there.

    The file is a pickle: *place* is written by nobody but this program. What cannot be read or kept only costs time.
    Raises what *make* raises, and then keeps nothing.
    """
    mark = blake2b(identity, digest_size=_DIGEST).digest()
    with suppress(Exception):  # half a file, or one that another version has written
        kept = place.read_bytes()
        content = kept[2 * _DIGEST :]
        if kept[: 2 * _DIGEST] == mark + _digest(content):
            known: T = pickle.loads(content)  # noqa: S301 - our own, and unchanged
            return known
    made = make()
    with suppress(OSError, RecursionError):
        content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(".draft")
        draft.touch(_OWN)  # what is read is not all public
        draft.write_bytes(mark + _digest(content) + content)
        draft.replace(place)
    return made


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
