"""The characters that the font of the share pictures must have, on standard output (README.md)."""  # noqa: INP001 - a script

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

BLOCKS = (
    *((0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF)),  # Latin with its accents, Greek, Cyrillic
    *((0x2000, 0x23FF), (0x2460, 0x27BF)),  # punctuation, units, arrows, mathematics, ⑳, shapes
    *((0x2E80, 0x2FDF), (0x3000, 0x312F)),  # radicals, as copied from a PDF; CJK punctuation, kana, bopomofo
    *((0x31A0, 0x31BF), (0x3200, 0x33FF)),  # ㈠ ㎡ ㏄
    *((0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)),  # forms for vertical lines, full width
)
"""First and last code point of the blocks of Unicode whose characters, where the font has them, a title may hold."""


def main() -> None:
    """Print the table of standard characters, GB/T 2312, the blocks, and whatever else is in the data."""
    wanted = {
        *standard(),
        *_gb2312(),
        *(chr(code) for first, last in BLOCKS for code in range(first, last + 1)),
    }
    for path in [*ROOT.glob("data/**/*.yaml"), *ROOT.glob("content/**/*.md")]:
        wanted |= set(path.read_text("utf-8"))
    sys.stdout.buffer.write("".join(sorted(sign for sign in wanted if sign.isprintable())).encode())


def standard() -> str:
    """The 8,105 characters of 通用规范汉字表 (2013), in its order."""
    return "".join((HERE / "standard_characters.txt").read_text("utf-8").split())


def _gb2312() -> Iterator[str]:
    """Its marks, and both levels of its Chinese characters."""
    for row in (*range(1, 10), *range(16, 88)):
        for cell in range(1, 95):
            yield from bytes([row + 0xA0, cell + 0xA0]).decode("gb2312", "ignore")


if __name__ == "__main__":
    main()
