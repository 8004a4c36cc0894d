"""The characters that the font of the share pictures must have, on standard output (README.md)."""  # noqa: INP001 - a script

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Print ASCII, GB/T 2312 (its marks, and both levels of its Chinese characters), and whatever else is in the data."""
    rows = (*range(1, 4), *range(16, 88))
    codes = [bytes([row + 0xA0, cell + 0xA0]) for row in rows for cell in range(1, 95)]
    wanted = set(map(chr, range(0x20, 0x7F))) | set(
        "".join(code.decode("gb2312", "ignore") for code in codes)
    )
    for path in [*ROOT.glob("data/**/*.yaml"), *ROOT.glob("content/**/*.md")]:
        wanted |= set(path.read_text("utf-8"))
    sys.stdout.write("".join(sorted(sign for sign in wanted if sign.isprintable())))


if __name__ == "__main__":
    main()
