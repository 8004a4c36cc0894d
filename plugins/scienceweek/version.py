"""Which version of the program this is."""

from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def version() -> str:
    """As ``pyproject.toml`` beside the program has it; empty where that has not come along."""
    import tomllib

    try:
        return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])
    except OSError:
        return ""
