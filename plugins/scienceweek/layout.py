"""Where the program lies, and where the project whose facts it reads: the same folder, or the one around it.

In a site of its own the program is a copy in a folder, with a list of its files; data and content lie beside it. Where
there is no such list, as in the repository of the program and in a server's copy of it, both are one.
"""

from pathlib import Path

FOLDER = "program"
MANIFEST = "program.json"
PROGRAM = Path(__file__).resolve().parents[2]


def project_of(program: Path = PROGRAM) -> Path:
    """The project that the *program* in this folder belongs to."""
    return program.parent if (program / MANIFEST).is_file() else program
