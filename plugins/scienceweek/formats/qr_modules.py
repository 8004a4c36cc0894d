"""The modules of a QR code (ISO/IEC 18004) that says an address, ten times as fast as segno.

What is the same in all codes of a size is asked of segno once; here the text is written into it. Longer texts, and those that
are not ASCII with small letters, are segno's altogether. Where a text fills its code, the tests find each module as segno has it;
where not, what fills the rest is as the standard says, and a reader finds the text.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from operator import itemgetter
from typing import Any, Literal, NamedTuple

Level = Literal["m", "q"]
"""How much of a code may be soiled: an eighth, a quarter."""
# Readers take any of the eight masks; to try them all takes four times as long as the code. Addresses mostly fall to this one.
MASK = 2
_LEVELS = {"m": "mqh", "q": "qh"}
_VERSIONS = range(1, 10)  # up to 180 signs: above, lengths are told in two bytes
_BITS = bytes.maketrans(b"01", b"\0\1")
_DOTTED = 6  # the row and the column in which modules are light and dark by turns
_TOLD = 7  # from this version on a code tells its version, and has small marks in its middle
_POLYNOMIAL = 0x11D  # of the field in which errors are corrected
_PADDING = 0xEC11


def modules(text: str, level: Level) -> tuple[bytes, ...]:
    """The rows of a code that says *text*, without white round it: 1 where a module is dark."""
    size = _fitting(len(text), level) if text.isascii() and text.upper() != text else None
    if size is None:
        import segno

        return tuple(map(bytes, segno.make_qr(text, error=level, mask=MASK).matrix))
    sheet = _sheet(size)
    bits = int.from_bytes(_interleaved(_words(text.encode(), size), size)) << sheet.rest ^ sheet.mask
    written = f"{bits:0{sheet.room}b}".encode().translate(_BITS) + b"\0\1"
    flat = bytes(sheet.place(written))
    return tuple(flat[at : at + sheet.side] for at in range(0, len(flat), sheet.side))


class _Size(NamedTuple):
    """A size of a code, and how many words (bytes) it has: *blocks* tells of each its words in all, and those of data."""

    version: int
    level: str
    blocks: tuple[tuple[int, int], ...]


class _Sheet(NamedTuple):
    """What is the same in all codes of a size.

    *room* is for so many modules, the last *rest* of which say nothing; the bits of *mask* are to be turned. *place* takes the
    modules that are written, a light one and a dark one, and gives all of a square of *side* modules.
    """

    side: int
    room: int
    rest: int
    mask: int
    place: Callable[[bytes], tuple[int, ...]]


@cache
def _fitting(length: int, level: Level) -> _Size | None:
    """The smallest size for a text of *length* bytes, at the highest level that has room for it there; None for a large one."""
    sizes = [[_size(version, one) for one in _LEVELS[level]] for version in _VERSIONS]
    fits = ([one for one in some if sum(data for _, data in one.blocks) >= length + 2] for some in sizes)
    return next((some[-1] for some in fits if some), None)


def _size(version: int, level: str) -> _Size:
    from segno import consts

    known = {"m": consts.ERROR_LEVEL_M, "q": consts.ERROR_LEVEL_Q, "h": consts.ERROR_LEVEL_H}[level]
    table: Any = consts.ECC
    blocks = ((one.num_total, one.num_data) for one in table[version][known] for _ in range(one.num_blocks))
    return _Size(version, level, tuple(blocks))


def _words(content: bytes, size: _Size) -> bytes:
    """*content* as bytes (mode 0100), with its length before it and what fills the room behind it."""
    room = sum(data for _, data in size.blocks)
    head = (0b0100 << 8 | len(content)) << 8 * len(content) | int.from_bytes(content)
    words = (head << 4).to_bytes(len(content) + 2)
    return words + (_PADDING.to_bytes(2) * room)[: room - len(words)]


def _interleaved(words: bytes, size: _Size) -> bytes:
    """The first word of each block, the second of each …; then in the same way what errors are corrected by."""
    blocks, corrections, start = [], [], 0
    for total, data in size.blocks:
        block = words[start : start + data]
        blocks.append(block)
        corrections.append(_correction(block, total - data))
        start += data
    longest = max(map(len, blocks))
    first = bytes(block[at] for at in range(longest) for block in blocks if at < len(block))
    return first + bytes(word for several in zip(*corrections, strict=True) for word in several)


def _correction(block: bytes, count: int) -> bytes:
    """The rest of *block* when it is divided by the generator of Reed and Solomon's code with *count* words."""
    multiples = _multiples(count)
    rest, high, low = 0, 8 * (count - 1), (1 << 8 * (count - 1)) - 1
    for word in block:
        rest = (rest & low) << 8 ^ multiples[rest >> high ^ word]
    return rest.to_bytes(count)


@cache
def _multiples(count: int) -> tuple[int, ...]:
    """The generator, less its first word, times each of the 256 elements of the field."""
    generator, root = [1], 1
    for _ in range(count):
        shifted = [*generator, 0]
        generator = [one ^ _times(other, root) for one, other in zip(shifted, [0, *generator], strict=True)]
        root = _times(root, 2)
    return tuple(
        int.from_bytes(bytes(_times(word, factor) for word in generator[1:])) for factor in range(256)
    )


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (_POLYNOMIAL if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def _sheet(size: _Size) -> _Sheet:
    import segno

    any_code = segno.make_qr("a", version=size.version, error=size.level, mask=MASK, boost_error=False)
    ground = b"".join(map(bytes, any_code.matrix))
    side = len(any_code.matrix)
    fixed = _fixed(size.version, side)
    way = [place for place in _way(side) if place not in fixed]
    room, words = len(way), sum(total for total, _ in size.blocks)
    # What nobody writes on is that of any code: after the modules that are written come a light one and a dark one.
    found = [room + module for module in ground]
    for number, (x, y) in enumerate(way):
        found[y * side + x] = number
    turned = "".join("0" if x % 3 else "1" for x, _ in way)
    return _Sheet(side, room, room - 8 * words, int(turned, 2), itemgetter(*found))


def _way(side: int) -> Iterator[tuple[int, int]]:
    """From the lower right up and down in pairs of columns, past the dotted one."""
    for turn, right in enumerate((*range(side - 1, _DOTTED, -2), *range(_DOTTED - 1, 0, -2))):
        for y in range(side) if turn % 2 else reversed(range(side)):
            yield from ((right, y), (right - 1, y))


def _fixed(version: int, side: int) -> set[tuple[int, int]]:
    """The marks in three corners with what is told beside them, the dotted lines, the version, and the small marks."""
    near, far, last = range(9), range(side - 8, side), side - 7
    found = {*product(near, near), *product(near, far), *product(far, near)}
    for at in range(side):
        found |= {(_DOTTED, at), (at, _DOTTED)}
    if version >= _TOLD:
        told = set(product(range(6), range(side - 11, side - 8)))
        found |= told | {(y, x) for x, y in told}
    middle = {(_DOTTED + last) // 2} if version >= _TOLD else set()
    centres = {_DOTTED, last, *middle} if version > 1 else set()
    for x, y in set(product(centres, centres)) - {(_DOTTED, _DOTTED), (_DOTTED, last), (last, _DOTTED)}:
        found |= set(product(range(x - 2, x + 3), range(y - 2, y + 3)))
    return found
