/* Whether one can book now: the same question as model/booking.py, of the same values.

   <… data-booking="required" [data-opens="2025-09-22T12:00"] [data-closes="2025-09-24"] [data-ends="2025-09-27T18:00"] [data-full]>
       One may book from data-opens on until data-closes (a day without an hour counts as a whole); from data-ends on there
       is nothing to book for. Gets the class is-… of its state. data-booking is required, none, unknown or off.

       A block: [data-at="open last-day"] inside is shown in these states only, [data-still] while no other plate is
       (what is true at any hour has the class another-hour then, and is on paper all the same);
       [data-closing] says 今天16:00截止, [data-left] how long until it opens, .track i and b are moved.
       An answer of a ticket: what is behind the comma in its [data-told] is said again.

   ScienceWeek.booking(dataset, "2025-09-23T10:00") gives the state. */
(() => {
  "use strict";
  const { behaviour, today, time } = ScienceWeek;
  const now = `${today}T${time}`;
  const whole = (limit) => (limit.length > 10 ? limit : `${limit}T24:00`);

  const state = ({ booking, opens, closes, ends, full }, at) => {
    if (booking === "off") return "off";
    if (ends && at >= ends) return "ended";
    if (booking !== "required") return booking;
    if (full !== undefined) return "full";
    if (opens && at < opens) return "not-yet";
    if (!closes || at.slice(0, 10) < closes.slice(0, 10)) return "open";
    return at < whole(closes) ? "last-day" : "closed";
  };

  const said = (limit) => {
    const day = limit.slice(0, 10) === today ? "今天" : `${+limit.slice(5, 7)}月${+limit.slice(8, 10)}日`;
    return limit.length > 10 ? `${day}${+limit.slice(11, 13)}:${limit.slice(14)}` : day;
  };
  const moment = (limit) => Date.parse(`${limit.slice(0, 10)}T${limit.slice(11) || "00:00"}:00Z`);

  const answer = (element, is, { opens, closes }) => {
    const told = {
      "not-yet": `还没开始预约（${opens && said(opens)}起）`,
      "last-day": `${closes && said(closes)}截止`,
      closed: "预约已截止",
    }[is];
    const word = element.querySelector("[data-told]");
    if (told && word) word.textContent = word.textContent.replace(/[^，]*$/, told);
    if (!["not-yet", "closed"].includes(is)) return;
    const use = element.querySelector(".mark use");
    if (use) use.setAttribute("href", is === "closed" ? "#_m-past" : "#_m-ask");
  };

  const track = (line, { opens, closes }) => {
    const [from, to, at] = [moment(opens), moment(closes) + (closes.length > 10 ? 0 : 864e5), moment(now)];
    const first = Math.min(at, from);
    const place = (point) => `${Math.round((100 * (point - first)) / (to - first))}%`;
    line.querySelector("i").style.insetInlineStart = place(from);
    line.querySelector("b").style.insetInlineStart = place(Math.min(at, to));
  };

  const PLATES = ":is(.wait, div)[data-at]:not(.window, [hidden])";
  const block = (element, is, { opens, closes }) => {
    element.hidden = is === "ended";
    element.querySelectorAll("[data-at]").forEach((part) => {
      const isNow = part.dataset.at.split(" ").includes(is);
      if (part.matches("li")) part.classList.toggle("another-hour", !isNow);
      else part.hidden = !isNow;
    });
    const still = element.querySelector("[data-still]");
    if (still) still.classList.toggle("another-hour", element.querySelector(PLATES) !== null);
    element.querySelectorAll("[data-closing]").forEach((part) => {
      if (is === "last-day") part.textContent = `${said(closes)}截止`;
    });
    element.querySelectorAll("[data-left]").forEach((part) => {
      const days = opens ? Math.round((moment(opens.slice(0, 10)) - moment(today)) / 864e5) : 0;
      part.textContent = days > 0 ? `，还有${days}天` : "，就在今天";
    });
    const line = element.querySelector(".track");
    if (line && !line.parentElement.hidden) track(line, { opens, closes });
  };

  behaviour("booking", "[data-booking]", (element) => {
    const is = state(element.dataset, now);
    element.classList.add(`is-${is}`);
    (element.matches(".answer") ? answer : block)(element, is, element.dataset);
  });
  ScienceWeek.booking = state;
})();
