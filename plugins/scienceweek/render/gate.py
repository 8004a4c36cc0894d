"""Who looks at each file of a site before it may be seen: one word against it, and the old site stays."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol


class Refused(RuntimeError):
    """What is wrong with the files of a site, as its gate says it."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(self.faults))


class Gate(Protocol):
    """Looks at each file before it may be seen, and says what is wrong with it.

    What one gate has let pass, another of the same *identity* would let pass too.
    """

    @property
    def identity(self) -> str: ...

    def __call__(self, path: str, content: bytes) -> Iterable[str]: ...


class OpenGate:
    """The gate of a site that has nothing to hide."""

    identity = ""

    def __call__(self, path: str, content: bytes) -> Iterable[str]:
        return ()


def looked_at(tree: str, files: Iterable[str], gate: Gate) -> tuple[str, ...]:
    """What *gate* says of *files* in *tree* that lie there from before; of their packed twins it would say the same."""
    found: list[str] = []
    for path in files:
        if not path.endswith(".gz"):
            found += gate(path, Path(tree, path).read_bytes())
    return tuple(found)
