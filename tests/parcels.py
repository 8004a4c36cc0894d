"""Small releases, to be delivered, and what lies where they went."""

from pathlib import Path

from gitpublish.delivered_site import Parcel

PAGES = {"index.html": "首页", "a/b.html": "页", "a/b.ics": "BEGIN:VCALENDAR", "assets/site.css": "b{}"}


def parcel(folder: Path, name: str = "000001-a", **changes: str | None) -> Parcel:
    """A release; ``a__b_html=None`` leaves a file out."""
    tree = folder / name
    given = {**PAGES, **{path.replace("__", "/").replace("_", "."): text for path, text in changes.items()}}
    for path, text in given.items():
        if text is None:
            continue
        for twin in (path, f"{path}.gz"):
            (tree / twin).parent.mkdir(parents=True, exist_ok=True)
            (tree / twin).write_text(text, encoding="utf-8")
    return Parcel(tree, name, headers="/*\n  X: y\n", ledger=f"账本 {name}")


def contents(folder: Path) -> dict[str, str]:
    """What lies in *folder*, but for what the place remembers."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".published")
    }
