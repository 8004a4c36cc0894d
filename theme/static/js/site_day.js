/* The front page of a day.

   <div data-one-of> <… data-day> <… data-day hidden> </div>
       Of several days one is shown: today's, if it is there.

   <ul data-soon> <li>ticket</li> … </ul> <details><ul> more </ul></details>
       Tickets of today by what can still be reached: what begins next comes first, what is over goes to the end of the fold.

   <… data-countdown="2024-05-25" [data-number="8"]>
       还有8天, as the page says for the day of its build, or for what is to come later, where the page says nothing. */
(() => {
  "use strict";
  const { behaviour, today, time } = ScienceWeek;
  const DAY = 864e5;
  const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

  behaviour("one of", "[data-one-of]", (box) => {
    const days = Array.from(box.children).filter((child) => child.dataset.day);
    if (!days.some((day) => day.dataset.day === today)) return;
    days.forEach((day) => {
      day.hidden = day.dataset.day !== today;
    });
  });

  const minutes = (clock) => +clock.slice(0, 2) * 60 + +clock.slice(3);
  const left = (item) => {
    const { start, end } = item.querySelector(".stub")?.dataset || {};
    if (end && end <= time) return 2;
    return start && start < time ? 1 : 0;
  };

  behaviour("soon", "[data-soon]", (list) => {
    const section = list.closest("[data-day]");
    if (section.dataset.day !== today) return;
    const fold = section.querySelector("details.fold");
    const rest = fold && fold.querySelector("ul");
    const off = Array.from(list.querySelectorAll(":scope > .off"));
    const shown = Array.from(list.children).filter((item) => !off.includes(item));
    const all = shown.concat(rest ? Array.from(rest.children) : []);
    const mine = (item) => item.dataset.district === ScienceWeek.district;
    const hour = (item) => item.querySelector(".stub")?.dataset.start || "";
    const by = (item) => [left(item), hour(item) || "~"].join(" ");
    const sorted = all.map((item) => [by(item), item]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const known = new Set();
    const rank = (item) => {
      if (mine(item) && left(item) < 2) return 0;
      if (left(item) === 2 || known.has(item.dataset.district)) return 2;
      known.add(item.dataset.district);
      return 1;
    };
    const ranked = sorted.map(([, item]) => [rank(item), item]);
    const ordered = [0, 1, 2].flatMap((place) => ranked.filter(([is]) => is === place).map(([, item]) => item));
    const fits = rest ? shown.length : ordered.length;
    list.append(...ordered.slice(0, fits), ...off);
    if (rest) rest.append(...ordered.slice(fits));
    const next = ordered.find((item) => !left(item) && hour(item));
    const note = section.querySelector("[data-soon-note]");
    if (next && note) note.textContent = "先列马上开始的，一个区县一场";
    const soon = next ? minutes(hour(next)) - minutes(time) : 0;
    const word = next && next.querySelector(".stub [data-word]");
    if (word && soon > 0 && soon <= 60) word.textContent = `${soon}分钟后`;
  });

  behaviour("countdown", "[data-countdown]", (element) => {
    const days = number(element.dataset.countdown) - number(today);
    if (element.dataset.number === String(days)) return;
    element.textContent = days > 1 ? `还有${days}天` : days === 1 ? "明天" : days === 0 ? "今天" : "";
    element.classList.add("corrected");
  });
})();
