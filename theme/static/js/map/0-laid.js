/* The grounds that districts lay under their pins (views/maps/grounds.py): an approved picture as it is, or a sketch in the hand
   of the site: woods and waters, rivers with their banks, roads, lines and stations of the metro.

     ScienceWeek.grounds      what their files hold: { laid, boundaries }
     layGrounds(map, laid)    draws them once; what it gives names them: words(zoom) are [{ at, text, name, shift }] */
(() => {
  "use strict";
  const grounds = { laid: [], boundaries: [] };
  ScienceWeek.grounds = grounds;
  ScienceWeek.laid = ({ laid, boundaries }) => {
    grounds.laid.push(...laid);
    grounds.boundaries.push(...boundaries);
  };
  const FROM = { place: 0, river: 10, water: 12, station: 11, wood: 13 }; // the zoom from which names are worth their room
  const latLng = ([lon, lat]) => [lat, lon];
  const line = (points, name) =>
    L.polyline(points.map(latLng), { className: `laid-${name}`, interactive: false, pane: "laid", smoothFactor: 1.5 });
  const DRAWN = {
    wood: (points) => [L.polygon(points.map(latLng), { className: "laid-wood", interactive: false, pane: "laid" })],
    water: (points) => [L.polygon(points.map(latLng), { className: "laid-water", interactive: false, pane: "laid" })],
    river: (points) => [line(points, "bank"), line(points, "river")],
    road: (points) => [line(points, "road")],
    metro: (points) => [line(points, "metro")],
    station: ([at]) => [
      L.circleMarker(latLng(at), { radius: 4, className: "laid-station", interactive: false, pane: "laid" }),
    ],
    place: () => [],
  };

  ScienceWeek.layGrounds = (map, laid) => {
    if (!laid.length) return () => [];
    map.createPane("laid").setAttribute("aria-hidden", "true");
    const root = document.body.dataset.root || "";
    const named = [];
    laid.forEach(({ features, picture }) => {
      if (picture) {
        const [path, west, south, east, north] = picture;
        const edges = [
          [south, west],
          [north, east],
        ];
        L.imageOverlay(root + path, edges, { pane: "laid", alt: "", className: "laid-picture" }).addTo(map);
        map.getContainer().classList.add("on-picture");
      }
      // All banks lie below all rivers: where two meet there is water.
      const layers = features.flatMap(([kind, , points]) => DRAWN[kind](points));
      const isBank = ({ options }) => options.className === "laid-bank";
      [...layers.filter(isBank), ...layers.filter((layer) => !isBank(layer))].forEach((layer) => {
        layer.addTo(map);
      });
      const seen = new Set();
      features.forEach(([kind, name, points]) => {
        if (!name || !(kind in FROM) || seen.has(kind + name)) return;
        seen.add(kind + name);
        const at = latLng(points[Math.floor(points.length / 2)]);
        named.push({ kind, at, text: name, name: `laid-word ${kind}`, shift: kind === "station" ? [8, -8] : null });
      });
    });
    const order = ["station", "place", "river", "water", "wood"];
    named.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
    return (zoom) => named.filter(({ kind }) => FROM[kind] <= zoom);
  };
})();
