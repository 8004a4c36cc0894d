from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"
WRITTEN = {".html", ".js", ".css", ".md"}


def test_no_line_is_over_160_characters():
    ours = [path for path in THEME.rglob("*") if path.suffix in WRITTEN and "vendor" not in path.parts]
    lines = [
        (str(path.relative_to(THEME)), number, len(line))
        for path in ours
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
    ]

    assert len({path for path, _, _ in lines}) > 50
    assert [line for line in lines if line[2] > 160] == []
