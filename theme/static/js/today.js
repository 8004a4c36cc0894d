/* Says 今天, 明天, 进行中, 已结束, 能去. The page itself states dates only, so that it is still true tomorrow.

   <… data-first="2024-05-25" data-last="2024-05-27" [data-start="09:30" data-end="11:00"]>
       A time. Gets one of the classes coming, now, past; an empty <… data-word> inside it gets the word.
       The hours count where first and last are one day; those of a night go on beyond 24 (data-end="26:00" is 2:00 of the next).
       With data-hour the day is said above: the word is 20分钟后, 进行中, 已结束 or none.

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

   <… data-weekday="1">
       A day of the week, Monday is 1. Today's gets the class today, and aria-current="date".

   <… data-answer data-open="rules as in doors.js" data-here="2024-05-25/2024-06-01 …" data-away="…" [data-away-word="去市主会场"]>
       今天能去吗: open by the rules, else an activity here, or elsewhere, by lists of days and spans; else closed, as the
       rules say; else it stays as it is (○ 先问). 开放到 is said of what does not open again within a week.
       Inside: <span class="answer ask"><svg class="mark"><use href="#_m-ask"></svg><span data-word>先问</span></span>
       and perhaps <span data-why>.

   ScienceWeek.holds(list, day) says whether a list of days and spans holds a day; ScienceWeek.answer(element) gives
   { shape, word, why }; shape is open, here, away, shut or ask. */
(() => {
  "use strict";
  const { behaviour, today, time } = ScienceWeek;
  const DAY = 864e5;
  const WEEK = 7;
  const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
  const tomorrow = new Date((number(today) + 1) * DAY).toISOString().slice(0, 10);
  const owner = (word) =>
    word.closest("[data-first], [data-days], [data-over], [data-day], [data-answer], [data-booking]");
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
  const SOON = 90;
  const minutes = (clock) => 60 * clock.slice(0, 2) + +clock.slice(3);
  const wait = ({ first, start }) => {
    const left = first === today && start ? minutes(start) - minutes(time) : 0;
    return left > 0 && left <= SOON ? `${left}分钟后` : "";
  };
  const spoken = (is, { first, last, start, hour }) => {
    if (is === "past") return "已结束";
    if (hour !== undefined && !(is === "now" && start && start <= time)) return wait({ first, start });
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

  const holds = (list, day) => spans(list).some(({ first, last }) => first <= day && day <= last);
  const later = (days) => new Date((number(today) + days) * DAY).toISOString().slice(0, 10);
  const AHEAD = 60;
  const weekday = (day) => `周${"日一二三四五六"[new Date(number(day) * DAY).getUTCDay()]}`;
  const clock = (hour) =>
    (hour < "24:00" ? hour : hour === "24:00" ? hour : `次日${hour.slice(0, 2) - 24}${hour.slice(2)}`).replace(
      /^0/,
      "",
    );
  const said = ({ start, end }) => (end ? `${clock(start)}—${clock(end)}` : `${clock(start)}起`);

  behaviour("weekday", "[data-weekday]", (element) => {
    if (Number(element.dataset.weekday) !== ((number(today) + 3) % WEEK) + 1) return;
    element.classList.add("today");
    element.setAttribute("aria-current", "date");
    const { state, doors } = ScienceWeek.visit(document.querySelector("main [data-open]")?.dataset.open, today);
    const now = state === "closed" ? "闭馆" : doors.map(said).join("，");
    const [, usual, note] = element.children;
    if (!now || now === usual.textContent) return;
    element.classList.add("unusual");
    const [was, is] = ["span", "b"].map((name) => document.createElement(name));
    was.textContent = note.textContent;
    is.textContent = `今天${now}`;
    note.replaceChildren(was, is);
  });

  const reopening = (rules) => {
    for (let days = 1; days <= AHEAD; days += 1) {
      const day = later(days);
      const { state, doors } = ScienceWeek.visit(rules, day);
      if (state === "open") {
        const name = days === 1 ? "明天" : `${dated(day)}${weekday(day)}`;
        return `；${name}${doors.length ? `${clock(doors[0].start)}开` : "开"}`;
      }
    }
    return "";
  };
  const openUntil = (rules) => {
    const open = (days) => ScienceWeek.visit(rules, later(days)).state === "open";
    let left = 0;
    while (left < AHEAD * 3 && open(left + 1)) left += 1;
    const again = Array.from({ length: WEEK }, (_, days) => open(left + 1 + days)).some(Boolean);
    return !left || again ? "今天开放" : `开放到${dated(later(left))}`;
  };
  const opened = (rules, doors) => {
    if (!doors.length) return { shape: "open", word: "能去", why: openUntil(rules) };
    const all = `${doors.map(said).join("，")}开放`;
    const admitting = doors.find(({ start, end, last }) => start <= time && time <= (last || end || "24:00"));
    if (admitting)
      return {
        shape: "open",
        word: "能去",
        why: `${all}${admitting.last ? `，${clock(admitting.last)}停止入馆` : ""}`,
      };
    const next = doors.find(({ start }) => time < start);
    if (next) return { shape: "open", word: "能去", why: next === doors[0] ? all : `${clock(next.start)}再开` };
    const { end, last } = doors[doors.length - 1];
    const over = time < end ? `${clock(last)}已停止入馆` : `${clock(end)}已关门`;
    return { shape: "shut", word: time < end ? "来不及了" : "今天关了", why: `${over}${reopening(rules)}` };
  };
  const answer = ({ dataset: { open, here, away, awayWord } }) => {
    const { state, doors, reason } = ScienceWeek.visit(open, today);
    const found = state === "open" ? opened(open, doors) : {};
    if (found.shape === "open") return found;
    if (holds(here, today)) return { shape: "here", word: "能去", why: "今天有活动" };
    if (holds(away, today)) return { shape: "away", word: awayWord || "去主会场", why: "今天的活动不在这里" };
    if (found.shape) return found;
    if (state === "closed")
      return { shape: "shut", word: "今天不开", why: `${reason || "今天不开放"}${reopening(open)}` };
    return { shape: "ask" };
  };

  behaviour("answer", "[data-answer]", (element) => {
    const { shape, word, why } = answer(element);
    if (shape === "ask") return;
    const plate = element.querySelector(".answer") || element;
    plate.classList.remove("ask");
    plate.classList.add(shape);
    element.querySelectorAll(".mark use").forEach((use) => {
      use.setAttribute("href", `#_m-${shape}`);
    });
    element.querySelectorAll("[data-word]").forEach((part) => {
      part.textContent = word;
    });
    element.querySelectorAll("[data-why]").forEach((part) => {
      part.textContent = why;
    });
  });

  Object.assign(ScienceWeek, { holds, answer });
})();
