/* The built-in ground: graticule, distance rings, names, scale and north. No borders, no tiles. Whose another
   ground is stands under the picture. */
(() => {
  "use strict";
  const MINUTES = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800];
  const KILOMETRES = [0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
  const nice = (steps, wanted) => steps.find((step) => step >= wanted) || steps[steps.length - 1];
  const degrees = (minutes) => {
    const rest = Math.round((minutes % 60) * 60);
    const seconds = rest % 60 ? `${String(rest % 60).padStart(2, "0")}″` : "";
    return `${Math.floor(minutes / 60)}°${String(Math.floor(rest / 60)).padStart(2, "0")}′${seconds}`;
  };
  const kilometres = (distance) => (distance < 1 ? `${distance * 1000}米` : `${distance}公里`);
  const line = (points, name) => L.polyline(points, { className: name, interactive: false, noClip: true });
  const word = (at, text, name, anchor) =>
    L.marker(at, {
      interactive: false,
      keyboard: false,
      pane: "words",
      icon: L.divIcon({
        className: `map-word ${name}`,
        iconSize: null,
        iconAnchor: anchor,
        html: Object.assign(document.createElement("span"), { textContent: text }),
      }),
    });

  /* Lines first; the words of all of them come last, each where nothing else is. */
  const graticule = (map, group, words) => {
    const bounds = map.getBounds();
    [
      ["lng", bounds.getWest(), bounds.getEast()],
      ["lat", bounds.getSouth(), bounds.getNorth()],
    ].forEach(([axis, from, to]) => {
      const step = nice(MINUTES, ((to - from) * 60) / 5);
      for (let minutes = Math.ceil((from * 60) / step) * step; minutes <= to * 60; minutes += step) {
        const at = minutes / 60;
        const across = axis === "lng";
        line(
          across
            ? [
                [bounds.getSouth(), at],
                [bounds.getNorth(), at],
              ]
            : [
                [at, bounds.getWest()],
                [at, bounds.getEast()],
              ],
          "graticule-line",
        ).addTo(group);
        words.push({
          at: across ? [bounds.getNorth(), at] : [at, bounds.getWest()],
          text: degrees(minutes),
          name: "degrees",
          shift: across ? [4, 2] : [4, -18],
        });
      }
    });
  };

  const rings = (map, group, words) => {
    const middle = map.getCenter();
    const [near] = ScienceWeek.atlas.districts
      .filter(({ lat }) => lat !== null)
      .map(({ lat, lon }) => L.latLng(lat, lon))
      .filter((at) => map.getBounds().contains(at))
      .sort((one, other) => middle.distanceTo(one) - middle.distanceTo(other));
    const width = map.getBounds().getNorthWest().distanceTo(map.getBounds().getNorthEast()) / 1000;
    if (!near || width > 1500) return;
    const step = nice(KILOMETRES, width / 7);
    [1, 2, 3].forEach((number) => {
      const radius = step * number * 1000;
      L.circle(near, { radius, className: "ring-line", interactive: false, fill: false }).addTo(group);
      words.push({
        at: [near.lat + radius / 111195, near.lng],
        text: kilometres(step * number),
        name: "ring-word",
        shift: [4, -18],
      });
    });
  };

  const escaped = (text) => Object.assign(document.createElement("span"), { textContent: text }).innerHTML;
  const width = (text) => Array.from(text).reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 13.5 : 7.5), 0);

  ScienceWeek.ground = (map, { plain, credit }) => {
    const { atlas } = ScienceWeek;
    const pane = map.createPane("words");
    pane.setAttribute("aria-hidden", "true");
    const group = L.layerGroup().addTo(map);
    const write = (boxes, { at, text, name, shift }) => {
      const size = map.getSize();
      const point = map.latLngToContainerPoint(at);
      const long = width(text);
      const [x, y] = shift || [-long / 2, -8];
      const box = [point.x + x, point.y + y, point.x + x + long, point.y + y + 16];
      if (box[0] < 2 || box[2] > size.x - 2 || box[1] < 0 || box[3] > size.y) return false;
      if (boxes.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))
        return false;
      boxes.push([box[0] - 6, box[1] - 2, box[2] + 6, box[3] + 2]);
      word(at, text, name, [-x, -y]).addTo(group);
      return true;
    };
    /* *taken*: boxes in pixels that are occupied; *first*: words that go before those of the ground. */
    const draw = (taken, first) => {
      group.clearLayers();
      const size = map.getSize();
      const boxes = [...taken, [0, size.y - 40, 130, size.y], [size.x - 40, size.y - 56, size.x, size.y]];
      const marks = [];
      if (plain && !laid.length) {
        rings(map, group, marks);
        graticule(map, group, marks);
      }
      first.forEach((places) => {
        places.some((place) => write(boxes, place));
      });
      words(map.getZoom()).forEach((one) => {
        write(boxes, one);
      });
      if (!plain) return;
      const named = atlas.names.map(([text, lon, lat]) => ({ at: [lat, lon], text, name: "place-word" }));
      [...named, ...marks].forEach((one) => {
        write(boxes, one);
      });
    };
    // Each district's own line, from its own approved map, with that map's number.
    const { laid, boundaries } = ScienceWeek.grounds;
    const credits = [
      credit,
      ...laid.map((one) => escaped(one.credit)),
      ...boundaries.map(([name, approval]) => escaped(`${name}界线 审图号：${approval}`)),
    ];
    document.querySelectorAll("[data-map-credit]").forEach((place) => {
      place.innerHTML = credits
        .filter(Boolean)
        .map((one) => ` ${one}。`)
        .join("");
    });
    boundaries.forEach(([, , rings]) => {
      rings.forEach((ring) => {
        const points = ring.map(([lon, lat]) => [lat, lon]);
        line(points, "boundary-line").addTo(map);
      });
    });
    const words = ScienceWeek.layGrounds(map, laid);
    const scale = L.control.scale({ position: "bottomleft", imperial: false });
    scale._updateMetric = function updateMetric(most) {
      const metres = this._getRoundNum(most);
      this._updateScale(this._mScale, kilometres(metres / 1000), metres / most);
    };
    scale.addTo(map);
    const north = L.control({ position: "bottomright" });
    north.onAdd = () => Object.assign(L.DomUtil.create("div", "map-north"), { textContent: "北" });
    north.addTo(map);
    return { draw };
  };
})();
