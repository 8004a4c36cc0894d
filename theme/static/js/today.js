/* Says 今天, 明天, 进行中, 已结束, 能去. The page itself states dates only, so that it is still true tomorrow.

   <… data-first="2024-05-25" data-last="2024-05-27" [data-start="09:30" data-end="11:00"]>
       A time. Gets one of the classes coming, now, past; an empty <… data-word> inside it gets the word.
       The hours count where first and last are one day; those of a night go on beyond 24 (data-end="26:00" is 2:00 of the next).

   <… data-days="2024-05-25 2024-06-01/2024-06-03" [data-until="2024-12-31"]>
       Several times, as days and spans. The same classes; the word is 今天, 明天, 下次6月1日 or 已结束. Something of which
       no day is known may come until then.

   <… data-over="2024-06-01" [data-over-word="本届已结束"]>
       A time of which no day is known, and the last that it may be. After it the class past and the word 已结束, or its own.

   <… data-day="2024-05-25">
       A day. Gets the class today or past; a <… data-word> inside it gets 今天 or 明天, unless the word
       belongs to a time inside. The link that it is, or holds, gets aria-current="date".

   <details data-day="…">
       Today's is opened, and those of other days beside it are closed.

   <… data-answer data-open="2024-05-25/2024-06-01 2024-06-05" data-here="…" data-away="…" [data-away-word="去市主会场"]>
       今天能去吗: three lists of days and spans; the first that holds today gives the answer, else it stays as it
       is (○ 先问). 开放到 is said of what does not open again within a week: what is closed on Mondays is open 今天.
       Inside: <span class="answer ask"><svg class="mark"><use href="#m-ask"></svg><span data-word>先问</span></span>
       and perhaps <span data-why>.

   ScienceWeek.holds(list, day) says whether a list of days and spans holds a day; ScienceWeek.answer(element) gives a shape. */
(() => {
  "use strict";
  const { behaviour, today, time } = ScienceWeek;
  const DAY = 864e5;
  const WEEK = 7;
  const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
  const tomorrow = new Date((number(today) + 1) * DAY).toISOString().slice(0, 10);
  const owner = (word) => word.closest("[data-first], [data-days], [data-over], [data-day], [data-answer]");
  const words = (element) =>
    Array.from(element.querySelectorAll("[data-word]")).filter((word) => owner(word) === element);
  const say = (element, text) =>
    words(element).forEach((word) => {
      word.textContent = text;
    });

  const yesterday = new Date((number(today) - 1) * DAY).toISOString().slice(0, 10);
  const afterMidnight = `${+time.slice(0, 2) + 24}${time.slice(2)}`;
  const tense = ({ first, last, end }) => {
    if (first === last && last === yesterday && end && afterMidnight < end) return "now";
    if (last < today) return "past";
    if (today < first) return "coming";
    return first === last && end && end <= time ? "past" : "now";
  };
  const spoken = (is, { first, last, start }) => {
    if (is === "past") return "已结束";
    if (is === "coming") return first === tomorrow ? "明天" : "";
    if (last < today) return "进行中";
    if (first !== last) return `今天第${number(today) - number(first) + 1}天`;
    return start && start <= time ? "进行中" : "今天";
  };

  behaviour("tense", "[data-first][data-last]", (element) => {
    const is = tense(element.dataset);
    element.classList.add(is);
    say(element, spoken(is, element.dataset));
  });

  const spans = (list) =>
    (list || "")
      .split(" ")
      .filter(Boolean)
      .map((span) => span.split("/"))
      .map(([first, last = first]) => ({ first, last }));
  const dated = (iso) => `${+iso.slice(5, 7)}月${+iso.slice(8)}日`;

  behaviour("tenses", "[data-days]", (element) => {
    const left = spans(element.dataset.days).filter(({ last }) => today <= last);
    const next = left.map(({ first }) => first).sort()[0];
    const is = next ? (next <= today ? "now" : "coming") : today <= (element.dataset.until || "") ? "coming" : "past";
    element.classList.add(is);
    say(
      element,
      is === "past" ? "已结束" : is === "now" ? "今天" : !next ? "" : next === tomorrow ? "明天" : `下次${dated(next)}`,
    );
  });

  behaviour("over", "[data-over]", (element) => {
    if (today <= element.dataset.over) return;
    element.classList.add("past");
    say(element, element.dataset.overWord || "已结束");
  });

  behaviour("day", "[data-day]", (element) => {
    const { day } = element.dataset;
    if (day < today) element.classList.add("past");
    if (day === tomorrow) say(element, "明天");
    if (day !== today) return;
    element.classList.add("today");
    say(element, "今天");
    const link = element.matches("a") ? element : element.querySelector("a");
    if (link && !element.matches("details")) link.setAttribute("aria-current", "date");
  });

  behaviour("days", ":not(details) > details[data-day].today", (element) => {
    Array.from(element.parentElement.children).forEach((other) => {
      if (other.matches("details[data-day]")) other.open = other === element;
    });
  });

  const holding = (list, day) => spans(list).filter(({ first, last }) => first <= day && day <= last);
  const holds = (list, day) => holding(list, day).length > 0;
  const answer = ({ dataset }) => ["open", "here", "away"].find((shape) => holds(dataset[shape], today)) || "ask";
  const WORDS = { open: "能去", here: "能去", away: "去主会场" };
  const reason = (shape, { open }) => {
    if (shape === "here") return "今天有活动";
    if (shape === "away") return "今天的活动不在这里";
    const last = holding(open, today)
      .map((span) => span.last)
      .sort()
      .pop();
    const again = spans(open).some(({ first }) => last < first && number(first) - number(last) <= WEEK);
    return last === today || again ? "今天开放" : `开放到${dated(last)}`;
  };

  behaviour("answer", "[data-answer]", (element) => {
    const shape = answer(element);
    if (shape === "ask") return;
    const said = element.querySelector(".answer") || element;
    said.classList.remove("ask");
    said.classList.add(shape);
    element.querySelectorAll(".mark use").forEach((use) => {
      use.setAttribute("href", `#m-${shape}`);
    });
    element.querySelectorAll("[data-word]").forEach((word) => {
      word.textContent = (shape === "away" && element.dataset.awayWord) || WORDS[shape];
    });
    element.querySelectorAll("[data-why]").forEach((why) => {
      why.textContent = reason(shape, element.dataset);
    });
  });

  Object.assign(ScienceWeek, { holds, answer });
})();
