"""The big map's base, drawn once by folium, as a script of its own. The door for folium.

Stock folium forbids zooming, sets styles for the whole page, names things at random and fetches ten files from four
hosts. Here it draws the map and its tiles and no more; no text of a record ever passes through it, because its
pop-ups, tooltips and layer names execute what they are given.
"""

import json
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

from scienceweek import cache
from scienceweek.aside import aside
from scienceweek.formats.ground import Ground, MapService

SHEETS = ("leaflet.css",)
PICTURES = ("images/layers.png", "images/layers-2x.png", "images/marker-icon.png")
"""What the page of the map needs of others beside scripts, in ``theme/static/vendor``; the sheets show the pictures."""

_TIANDITU = (
    "https://t{s}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default"
    "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
)
_OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


def script(ground: Ground) -> bytes:
    """The script that says how to open the map on the element ``#base_map``, and to hand it to ``ScienceWeek.openMap``."""
    drawn = _drawn(ground)
    told = {"plain": ground.service is MapService.NONE, "credit": ground.credit}
    handed = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return (
        'ScienceWeek.openBaseMap = () => {\n"use strict";\n'
        f"{drawn}\nScienceWeek.openMap(base_map, {handed});\n}};\n"
    ).encode()


def scripts(ground: Ground) -> tuple[str, ...]:
    """The names of the vendored scripts that the map needs, in order."""
    more = ("protomaps-leaflet.js",) if ground.service is MapService.PMTILES else ()
    return ("leaflet.js", "leaflet.markercluster.js", *more)


def _drawn(ground: Ground) -> str:
    """What folium draws, once for each version: to import it takes longer than to draw all else of a small site."""
    call = f"{metadata.version('folium')} {ground!r}".encode()
    identity = blake2b(call + Path(__file__).read_bytes(), digest_size=16)
    place = Path(__file__).with_name("__pycache__") / f"{identity.hexdigest()}.basemap"
    if (kept := cache.read(place, identity.digest())) is not None:
        return bytes(kept).decode()
    # Folium brings numpy with it, and the map services of the whole world: every process that draws would have them.
    drawn = aside(lambda: _draw(ground).encode()) or _draw(ground).encode()
    cache.write(place, identity.digest(), drawn)
    return drawn.decode()


def _draw(ground: Ground) -> str:
    import folium
    from branca.element import MacroElement
    from folium.template import Template

    class BaseMap(folium.Map):
        """A map with our own Leaflet, at home in a page of ours."""

        default_js = []  # noqa: RUF012 - as folium has it
        default_css = []  # noqa: RUF012
        _template = Template(
            """
            {% macro script(this, kwargs) %}
            const base_map = L.map("base_map", {{ this.options|tojavascript }});
            {% endmacro %}
            """
        )

    class Vectors(MacroElement):
        """A PMTiles file (version 3), drawn by protomaps-leaflet in the reader's theme."""

        _template = Template(
            """
            {% macro script(this, kwargs) %}
            protomapsL.leafletLayer({url: {{ this.file|tojson }}, lang: "zh",
              flavor: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"}).addTo(base_map);
            {% endmacro %}
            """
        )

        def __init__(self, file: str) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self.file = file

    drawn: Any = BaseMap(tiles=None)
    drawn.options = _OPTIONS
    layers: list[Any] = [folium.TileLayer(control=False, **layer) for layer in _layers(ground)]
    if ground.service is MapService.PMTILES:
        layers.append(Vectors(ground.file))
    # Its own ids are random, and the same input must make the same bytes.
    for number, element in enumerate((drawn, *layers)):
        element._name, element._id = ("layer", str(number)) if number else ("base", "map")  # noqa: SLF001
    for layer in layers:
        drawn.add_child(layer)
    figure = drawn.get_root()
    figure.render()
    return "\n".join(line.strip() for line in figure.script.render().splitlines() if line.strip())


_OPTIONS = {
    "center": [35, 105],
    "zoom": 4,
    "min_zoom": 3,
    "max_zoom": 18,  # clusters need it where there are no tiles
    "zoom_control": False,
    "attribution_control": False,
    "prefer_canvas": False,
    "zoom_snap": 0.25,
    "world_copy_jump": False,
    # As everywhere on the site, nothing moves or fades in.
    "fade_animation": False,
    "zoom_animation": False,
    "marker_zoom_animation": False,
    "inertia": False,
}


def _layers(ground: Ground) -> tuple[dict[str, Any], ...]:
    match ground.service:
        case MapService.TIANDITU:
            return tuple(
                {
                    "tiles": _TIANDITU.replace("{layer}", layer) + ground.token,
                    "attr": "天地图",
                    "name": layer,
                    "subdomains": "01234567",
                    "overlay": True,
                }
                for layer in ("vec", "cva")
            )
        case MapService.OSM:
            return ({"tiles": _OSM, "attr": "OpenStreetMap", "name": "osm", "overlay": True},)
        case MapService.PMTILES | MapService.NONE:
            return ()
