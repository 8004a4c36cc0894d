/* The map's own scripts and its sheet come when the map is to be seen: at once where it stands beside the list, on a phone when
   somebody asks for it. On a phone it stands above the list; the choice stays. */
(() => {
  "use strict";
  const { atlas } = ScienceWeek;
  const root = () => document.body.dataset.root || "";

  const fetched = (element) =>
    new Promise((resolve, reject) => {
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      document.head.append(element);
    });
  const sheet = (path) =>
    fetched(Object.assign(document.createElement("link"), { rel: "stylesheet", href: root() + path }));
  const script = (path) => fetched(Object.assign(document.createElement("script"), { src: root() + path }));

  ScienceWeek.behaviour("map", "[data-big-map]", (element) => {
    const side = element.closest(".map-side");
    const { sheet: style, scripts } = element.dataset;
    let asked = null;
    const fail = () => {
      asked = null;
      side.classList.add("mapless");
    };
    atlas.map = () => {
      asked =
        asked ||
        scripts
          .split(" ")
          .reduce((before, path) => before.then(() => script(path)), sheet(style))
          .then(() => ScienceWeek.openBaseMap(element))
          .catch(fail);
      return asked;
    };
    new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) atlas.map().then(() => atlas.tell("shown"));
    }).observe(element);
  });

  ScienceWeek.behaviour("map switch", "[data-map-switch]", (button) => {
    const whole = document.querySelector("[data-list-and-map]");
    const [list, map] = [".list-side", ".map-side"].map((name) => whole.querySelector(name));
    const [toMap, toList] = button.children;
    const turn = (side) => {
      const isMap = side === "map";
      whole.classList.toggle("shows-map", isMap);
      toMap.hidden = isMap;
      toList.hidden = !isMap;
      // It is read where it is seen: above the list.
      if (isMap) whole.prepend(map);
      else whole.append(map);
      if (isMap) atlas.map().then(() => atlas.tell("shown"));
      else {
        atlas.picked = [];
        atlas.tell("picked");
        if (atlas.chosen && atlas.chosen.row) atlas.chosen.row.scrollIntoView({ block: "center" });
      }
    };
    button.addEventListener("click", () => turn(whole.classList.contains("shows-map") ? "list" : "map"));
    atlas.on("side", (side) => {
      if (!button.getClientRects().length) return;
      turn(side);
      map.scrollIntoView({ block: "start" });
    });
    // Where there is room for both again, each is back in its place.
    matchMedia("(min-width: 60rem)").addEventListener("change", () => {
      if (whole.lastElementChild === list && !button.getClientRects().length) whole.append(map);
    });
  });

  // Only on the big map's page: the way from a row to its pin.
  ScienceWeek.behaviour("show on map", "button[data-show]", (button) => {
    if (document.querySelector("[data-big-map]")) button.hidden = false;
  });
})();
