"""Which version of the program this is, and which libraries decide what its pages look like."""

from pathlib import Path

LIBRARIES = (
    *("folium", "holidays", "jinja2", "markdown-it-py", "nh3", "pillow", "pypinyin", "segno"),
    "zlib-ng",
)
_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def version() -> str:
    """As ``pyproject.toml`` beside the program has it; empty where that has not come along."""
    import tomllib

    try:
        return str(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["version"])
    except OSError:
        return ""
