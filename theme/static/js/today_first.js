/* Where one can go today stands first, and the numbers follow: <ol data-open-first>, before anything is painted.

   ScienceWeek.numbered(row, number) writes the number of a row (<… data-place>), 0 none, in the hairlines of the sprite. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  ScienceWeek.numbered = (row, number) => {
    const at = row.querySelector("[data-place]");
    if (!at || at.dataset.place === String(number)) return;
    at.dataset.place = number;
    const svg = document.createElementNS(SVG, "svg");
    let x = 0;
    Array.from(number ? String(number) : "").forEach((digit) => {
      const use = document.createElementNS(SVG, "use");
      use.setAttribute("href", `#_d${digit}`);
      use.setAttribute("x", x);
      svg.append(use);
      x += digit === "1" ? 17 : 29;
    });
    svg.setAttribute("class", "number");
    svg.setAttribute("viewBox", `0 0 ${Math.max(x - 5, 1)} 40`);
    at.replaceChildren(svg);
  };

  ScienceWeek.behaviour("open first", "[data-open-first]", (list) => {
    const rows = Array.from(list.children);
    const isOpen = (row) => Boolean(row.querySelector(".answer:is(.open, .here)"));
    const sorted = [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
    list.append(...sorted);
    sorted.forEach((row, place) => {
      ScienceWeek.numbered(row, place + 1);
    });
  });
})();
