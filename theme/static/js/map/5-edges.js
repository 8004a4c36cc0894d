/* Flags at the edge of the picture: how many lie outside on that side, and how far off the nearest is. A tap shows them.

     edges(map, show).draw(stacks, shown)    the boxes that the flags cover, [left, top, right, bottom] in pixels */
(() => {
  "use strict";
  const SIDES = {
    right: ({ number, far }) => `${number}处，${far} →`,
    left: ({ number, far }) => `← ${number}处，${far}`,
    up: ({ number, far }) => `↑ ${number}处，${far}`,
    down: ({ number, far }) => `↓ ${number}处，${far}`,
  };
  const WORDS = { right: "右边", left: "左边", up: "上面", down: "下面" };

  ScienceWeek.edges = (map, show) => {
    const { atlas, pins } = ScienceWeek;
    const frame = map.getContainer();
    const flags = Object.fromEntries(
      Object.keys(SIDES).map((side) => {
        const flag = pins.make("button", `edge ${side}`);
        flag.type = "button";
        flag.hidden = true;
        L.DomEvent.disableClickPropagation(flag);
        flag.addEventListener("click", () => show(flag.stacks));
        frame.append(flag);
        return [side, flag];
      }),
    );
    const sideOf = (at, size) => {
      const point = map.latLngToContainerPoint(at);
      const [x, y] = [point.x / size.x - 0.5, point.y / size.y - 0.5];
      if (Math.abs(x) <= 0.5 && Math.abs(y) <= 0.5) return null;
      if (Math.abs(x) > Math.abs(y)) return x > 0 ? "right" : "left";
      return y > 0 ? "down" : "up";
    };
    const draw = (stacks, shown) => {
      const size = map.getSize();
      const middle = map.getCenter();
      const outside = { right: [], left: [], up: [], down: [] };
      stacks.forEach((stack) => {
        const side = sideOf(stack.at, size);
        if (side) outside[side].push(stack);
      });
      return Object.entries(flags).flatMap(([side, flag]) => {
        const some = outside[side];
        flag.stacks = some;
        flag.hidden = !some.length;
        if (!some.length) return [];
        const number = some.reduce((sum, stack) => sum + shown(stack).length, 0);
        const far = atlas.kilometres(
          Math.min(
            ...some.map(({ at }) => atlas.distance({ lat: middle.lat, lon: middle.lng }, { lat: at.lat, lon: at.lng })),
          ),
        );
        flag.textContent = SIDES[side]({ number, far });
        flag.setAttribute("aria-label", `${WORDS[side]}还有${number}处，最近的${far}`);
        const box = flag.getBoundingClientRect();
        const edge = frame.getBoundingClientRect();
        return [[box.left - edge.left, box.top - edge.top, box.right - edge.left, box.bottom - edge.top]];
      });
    };
    return { draw };
  };
})();
