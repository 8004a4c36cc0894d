/* Rows as lines of the page, made of elements and text only. What is drawn (numerals, seals, icons) is cloned from
   <template data-finder-parts>, so that its symbols are in the page.

     finder.line(row, terms)   <li class="found …"> */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const { today } = ScienceWeek;
  const root = () => document.body.dataset.root;
  const WEEK = "日一二三四五六";

  const make = (name, kind, ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside.filter((part) => part !== null && part !== ""));
    return made;
  };
  const part = (name) =>
    document
      .querySelector("template[data-finder-parts]")
      .content.querySelector(`[data-part="${name}"]`)
      .firstElementChild.cloneNode(true);
  const hidden = (drawing) => {
    drawing.removeAttribute("role");
    drawing.removeAttribute("aria-label");
    drawing.setAttribute("aria-hidden", "true");
    return drawing;
  };

  const marked = (text, reading, terms) =>
    finder.runs(text, reading, terms).map(([run, isMatch]) => (isMatch ? make("mark", "", run) : run));
  const numeral = (number) => part(`number-${number}`);
  const seal = (name) => {
    const signs = Array.from(name).slice(0, 4);
    const drawing = hidden(part(`seal-${signs.length || 1}`));
    drawing.querySelectorAll("text").forEach((text, place) => {
      text.textContent = signs[place] || "";
    });
    return drawing;
  };
  const kind = (sign) => {
    const drawing = hidden(part("kind"));
    drawing.querySelector("text").textContent = sign;
    return drawing;
  };

  const number = (iso) => String(+iso.slice(8));
  const month = (iso) => `${+iso.slice(0, 4)}年${+iso.slice(5, 7)}月`;
  const day = (iso) => `周${WEEK[new Date(`${iso}T00:00:00Z`).getUTCDay()]}`;
  const small = (text) => make("span", "", text);

  /* The next of its times, or the first if all are over; how many there are is said. What is off has its old ones, and no word. */
  const dated = (row) => {
    const spans = (row.days || row.gone)
      .split(" ")
      .map((span) => span.split("/"))
      .map(([first, last = first]) => ({ first, last }));
    const { first, last } = spans.find((span) => span.last >= today) || spans[0];
    const numbers = make("span", "span", numeral(number(first)));
    if (first !== last) numbers.append(make("i"), numeral(number(last)));
    const is = !row.days ? "off" : last < today ? (row.last < today ? "past" : "") : first <= today ? "now" : "coming";
    const word = is === "past" ? "已结束" : is === "now" ? "今天" : "";
    const date = make(
      "p",
      `date ${first === last ? "day" : "range"} ${is}`,
      small(month(first)),
      numbers,
      small(first === last ? day(first) : `${day(first)}—${day(last)}`),
    );
    if (spans.length > 1) date.append(small(`共${spans.length}次`));
    if (word) date.append(make("b", "today", word));
    return date;
  };
  const stub = (row) => {
    if (row.kind === "base" && row.plate) return make("p", "sign", kind(row.plate));
    if (row.shape === "seal") return make("p", "sign", seal(row.plate));
    if (["base", "venue", "notice"].includes(row.kind)) return make("p", "sign", part(row.kind));
    if (row.days || row.gone) return dated(row);
    const year = row.shape === "unknown" ? null : small(`${row.first.slice(0, 4)}年`);
    return make(
      "p",
      `date ${row.shape}`,
      make("b", row.plate.length > 3 ? "plate long" : "plate", row.plate || "待定"),
      year,
    );
  };

  const SEEN = ["title", "sub", "when", "place", "by", "area", "status"];
  const WORDS = { base: "科普基地", venue: "活动场地", district: "区县", campaign: "历届活动", notice: "通知" };
  /* What it was found by, where that is nothing that a line shows. */
  const why = (row, terms) => {
    const seen = finder.normal(SEEN.map((field) => row[field]).join("\n"));
    const unseen = terms.filter((term) => !seen.includes(term));
    return row.more
      .split(" ")
      .filter((word) => unseen.some((term) => finder.normal(word).includes(term)))
      .slice(0, 2);
  };
  const facts = (row, terms) => {
    const said = [WORDS[row.kind] || "", row.when];
    const places = [...new Set([row.place, row.by])].filter(Boolean);
    const near = row.place.startsWith(row.area) || row.kind === "district" ? "" : row.area;
    return [
      ...said.filter(Boolean).map((text) => [text, ""]),
      ...places.map((text) => [text, text === row.place ? row.readings.place : row.readings.by]),
      [near, row.readings.area],
    ]
      .filter(([text]) => text)
      .map(([text, reading]) => make("li", "", ...marked(text, reading, terms)))
      .concat(why(row, terms).map((text) => make("li", "why", ...marked(text, "", terms))));
  };

  finder.line = (row, terms) => {
    const link = make("a", "", ...marked(row.title, row.readings.title, terms));
    link.href = root() + row.path;
    const head = make("h3", "", link);
    if (row.sub) head.append(make("span", "sub", ...marked(row.sub, "", terms)));
    const what = make("div", "what", head);
    if (row.status) what.append(make("b", "status", row.status));
    what.append(make("ul", "said-of", ...facts(row, terms)));
    return make("li", `found ${row.kind}${row.past ? " past" : ""}`, stub(row), what);
  };
})();
