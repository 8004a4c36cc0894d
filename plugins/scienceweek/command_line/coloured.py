"""Lines in colour, where the terminal has colours and nobody has asked for none (NO_COLOR). The door for rich."""

from collections.abc import Iterable

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def tell(lines: Iterable[str], *, diff: bool = False) -> None:
    """Prints *lines*; of a *diff*, what is added is green and what goes red."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
    for line in lines:
        style = _STYLES.get(line[:1], "") if diff else ""
        console.print(Text(line, style), soft_wrap=True)
