from pathlib import Path

import pytest

from scienceweek.command_line import printing
from scienceweek.command_line.printing import PrintError, browser, printed


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_edge_goes_before_chrome_and_the_path_before_the_places_of_windows(tmp_path):
    edge = program(tmp_path / "Microsoft/Edge/Application/msedge.exe")
    chrome = program(tmp_path / "bin" / "google-chrome")

    assert browser(None, {"ProgramFiles(x86)": str(tmp_path)}) == edge
    assert browser(None, {"PATH": str(chrome.parent), "ProgramFiles": str(tmp_path)}) == chrome


def test_on_a_macintosh_it_is_among_the_applications(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(Path, "is_file", lambda path: "Chromium.app" in path.parts)

    assert browser(None, {}) == Path("/Applications/Chromium.app/Contents/MacOS/Chromium")


def test_a_browser_that_does_not_come_to_an_end_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "_PATIENCE", 0.05)
    slow = program(tmp_path / "slow", "#!/bin/sh\nexec sleep 5\n")

    with pytest.raises(PrintError, match="没有做出来：等了"):
        printed(tmp_path / "page.html", slow)


def test_what_cannot_be_run_is_told(tmp_path):
    bad = tmp_path / "bad"
    bad.write_bytes(b"\0")
    bad.chmod(0o755)

    with pytest.raises(PrintError, match="没有做出来：运行不了"):
        printed(tmp_path / "page.html", bad)


def test_what_a_browser_says_is_passed_on(tmp_path):
    angry = program(tmp_path / "angry", "#!/bin/sh\necho 没有显示器 >&2\nexit 1\n")

    with pytest.raises(PrintError, match="它说：没有显示器"):
        printed(tmp_path / "page.html", angry)
