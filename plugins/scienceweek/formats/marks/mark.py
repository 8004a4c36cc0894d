"""The mark of an activity: ground by kind, drawing by topic, the inner line open at its day, the edge by its district's hand.

A rubbing, ink with lines of paper; what does not take place is drawn in line only. No meaning rests on it alone.
"""

from collections.abc import Callable
from typing import Protocol

from scienceweek.formats.marks import craft, nature
from scienceweek.formats.marks.grounds import frame, outline, rough
from scienceweek.formats.marks.hand import Dot, Hand, Line, TopicDrawing, disc, path
from scienceweek.frozen import frozen

SIDE = 64
"""Units of the square in which a mark stands."""
SHAPES = {
    "ceremony": "fan",
    "main-event": "octagon",
    "exhibition": "square",
    "contest": "tablet",
    "selection": "tablet",
    "training": "tile",
    "lecture": "tile",
    "consultation": "tile",
    "open-day": "gate",
    "open-resources": "gate",
    "visit": "gate",
    "touring-show": "wide",
    "market": "wide",
    "field-service": "wide",
    "school-visit": "wide",
    "practice": "octagon",
    "joint-action": "oval",
    "exchange": "oval",
    "online": "oval",
}
_FITS = {
    "fan": (27.5, 0.78),
    "wide": (32.0, 1.0),
    "oval": (32.0, 1.0),
    "gate": (34.0, 1.02),
    "tablet": (36.0, 1.05),
    "tile": (32.0, 1.16),
}
"""Of a ground, where the middle of the drawing lies and how large it is."""
TOPICS: dict[str, Callable[..., TopicDrawing]] = {
    "innovation": craft.squares,
    "scientists-spirit": craft.prism,
    "science-literacy": nature.ammonite,
    "science-education": craft.magnet,
    "science-policy": craft.book,
    "artificial-intelligence": craft.net,
    "cyber-security": craft.lattice,
    "aviation": nature.wing,
    "spaceflight": nature.orbits,
    "meteorology": nature.rain,
    "earth": nature.strata,
    "ecology": nature.leaf,
    "water": nature.waves,
    "forestry": nature.contour,
    "low-carbon": nature.wind,
    "biosecurity": nature.butterfly,
    "health": craft.pulse,
    "food-safety": nature.grain,
    "disaster-prevention": nature.quake,
    "safety": craft.shield,
    "fraud-prevention": craft.maze,
    "intellectual-property": craft.squares,
    "agriculture": nature.field,
    "rural-vitalisation": craft.bridge,
    "law": craft.scales,
    "heritage": craft.vessel,
    "party-history": craft.bell,
    "social-science": craft.net,
    "science-writing": craft.book,
}
_SPECKS = 26


class Marked(Protocol):
    """What a mark is made from: ids, the first day of the month that it is on (0: nobody knows) and how many days."""

    @property
    def id(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def district(self) -> str: ...
    @property
    def day(self) -> int: ...
    @property
    def days(self) -> int: ...
    @property
    def off(self) -> bool: ...


@frozen
class Drawing:
    """Points in a square of 64 units: *ground* is filled, *frame*, *strokes* and *dots* are scratched out of it, as are *specks*."""

    ground: Line
    frame: tuple[Line, ...]
    strokes: tuple[Line, ...]
    dots: tuple[Dot, ...]
    specks: tuple[Dot, ...]


def drawing(of: Marked, *, fine: bool) -> Drawing:
    """The mark *of* an activity; *fine* for what is larger than a thumb."""
    shape = SHAPES.get(of.kind, "square")
    y, scale = _FITS.get(shape, (32.0, 1.22))
    draw = TOPICS.get(of.topic, craft.meander)
    sketch = draw(Hand(f"{of.topic} {of.id}"), fine=fine)
    hand = Hand(f"edge {of.district} {of.id}")
    return Drawing(
        ground=rough(shape, hand),
        frame=frame(shape, of.day, of.days),
        strokes=tuple(tuple((32 + a * scale, y + b * scale) for a, b in line) for line in sketch.strokes),
        dots=tuple((32 + a * scale, y + b * scale, size * scale) for a, b, size in sketch.dots),
        specks=tuple(_specks(shape, hand)) if fine else (),
    )


def _specks(shape: str, hand: Hand) -> list[Dot]:
    """Where the ink has not taken."""
    edge = outline(shape, 1.6)
    found = (edge[hand.whole(0, len(edge) - 1)] for _ in range(_SPECKS))
    return [(x + hand(-1.5, 1.5), y + hand(-1.5, 1.5), hand(0.1, 0.32)) for x, y in found]


def svg(of: Marked) -> bytes:
    """The mark as a picture that knows light and dark, for lists and pages."""
    drawn = drawing(of, fine=False)
    lines = "".join(map(path, drawn.strokes))
    dots = "".join(disc(*one) for one in drawn.dots)
    inner = "".join(map(path, drawn.frame))
    style = _LINE if of.off else _RUBBING
    filled = f'<path class="d" d="{dots}"/>' if dots else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><style>{style}</style>'
        f'<path class="g" d="{path(drawn.ground, is_closed=True)}"/><path class="f" d="{inner}"/>'
        f'<path d="{lines}"/>{filled}</svg>\n'
    ).encode()


_PATHS = "path{fill:none;stroke-width:1.5px;stroke-linecap:round;stroke-linejoin:round;vector-effect:non-scaling-stroke}.f{stroke-width:1.1px}"
_SMALL = "@media(max-width:50px){path{stroke-width:1.2px}.f{stroke-width:.8px}}"
_DARK = "@media(prefers-color-scheme:dark){"
_RUBBING = (
    f"{_PATHS}{_SMALL}path{{stroke:#f9f9f6}}.g{{fill:#33353a;stroke:none}}.d{{fill:#f9f9f6;stroke:none}}"
    f"{_DARK}path{{stroke:#1a1918}}.g{{fill:#b3aea4}}.d{{fill:#1a1918}}}}"
)
_LINE = (
    f"{_PATHS}{_SMALL}path{{stroke:#56585c}}.d{{fill:#56585c;stroke:none}}"
    f"{_DARK}path{{stroke:#aba8a1}}.d{{fill:#aba8a1}}}}"
)
