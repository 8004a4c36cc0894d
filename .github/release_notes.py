"""What is told of a release: ``release_notes.py v1.2.3`` prints it, or says why there is no such release."""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_TAG = re.compile(r"v([0-9]+\.[0-9]+\.[0-9]+)")


class NoReleaseError(Exception):
    """Why a tag is none of a release."""


def notes(tag: str, changelog: str, version: str) -> str:
    """What *changelog* says of the release *tag* of a program that calls itself *version*.

    Raises NoReleaseError.
    """
    found = _TAG.fullmatch(tag)
    if not found:
        raise NoReleaseError(f"{tag} is no version: a tag is v1.2.3.")
    if found[1] != version:
        raise NoReleaseError(f"The tag is {tag}, and pyproject.toml says {version}.")
    sections = re.split(
        r"^## ", re.sub(r"^\[[^\]]+\]: \S+$", "", changelog, flags=re.MULTILINE), flags=re.MULTILINE
    )
    for section in sections[1:]:
        title, _, text = section.partition("\n")
        if title.startswith(f"[{version}] – "):
            return f"{text.strip()}\n"
    raise NoReleaseError(f"CHANGELOG.md has no “## [{version}] – date”: move what is under Unreleased there.")


def main() -> int:
    """The exit status."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    try:
        print(notes(sys.argv[1], (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version), end="")
    except NoReleaseError as error:
        print(f"::error::{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
