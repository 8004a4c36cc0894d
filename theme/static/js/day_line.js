/* Today drawn as a line from morning to night: when a base is open, until when it lets one in, and what time it is.

   <p data-answer data-open="…"> … <svg data-day-line></svg></p>        nothing is drawn where no hours are known */
(() => {
  "use strict";
  const { behaviour, today, time } = ScienceWeek;
  const FIRST = 8;
  const LAST = 21;
  const HOUR = 24;
  const EDGE = 4;
  const NAMED = 3;
  const hours = (clock) => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;
  const at = (hour) => EDGE + (Math.min(Math.max(hour, FIRST), LAST) - FIRST) * HOUR;

  behaviour("day line", "[data-day-line]", (svg) => {
    const { state, doors } = ScienceWeek.visit(svg.closest("[data-answer]").dataset.open, today);
    if (state !== "open" || !doors.length) return;
    const draw = (name, attributes, text) => {
      const part = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.entries(attributes).forEach(([key, value]) => {
        part.setAttribute(key, value);
      });
      part.textContent = text || "";
      svg.append(part);
    };
    svg.setAttribute("viewBox", `0 0 ${at(LAST) + EDGE} 34`);
    draw("path", { class: "axis", d: `M${EDGE} 9.5H${at(LAST)}` });
    for (let hour = FIRST; hour <= LAST; hour += 1) {
      const named = hour % NAMED === 0;
      draw("path", { class: "axis", d: `M${at(hour)} ${named ? 4 : 6}v${named ? 11 : 7}` });
      if (named) draw("text", { x: at(hour), y: 32 }, String(hour));
    }
    doors.forEach(({ start, end, last }) => {
      draw("path", { class: "slab", d: `M${at(hours(start))} 9.5H${at(end ? hours(end) : LAST)}` });
      if (last) draw("path", { class: "last", d: `M${at(hours(last))} 1.5v16` });
    });
    if (FIRST <= hours(time) && hours(time) <= LAST) draw("path", { class: "now", d: `M${at(hours(time))} 0v19` });
  });
})();
