/* Rows as lines of the page, made of elements and text only. What is drawn (numerals, seals, icons) is cloned from
   <template data-finder-parts>, so that its symbols are in the page.

     finder.line(row, terms, open)   <li class="found of-activity …">; *open* are the conditions of which nobody has written whether they hold
     finder.part(name)               a drawing of its own */
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
  Object.assign(finder, { part, make });

  const marked = (text, reading, terms) => finder.wrapped(finder.runs(text, reading, terms));
  const shown = (row, field, terms) => marked(row[field], row.words[field].reading, terms);
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

  /* The drawn sign of an activity, which lies beside its page. */
  const rub = (row) => {
    if (row.kind !== "activity") return null;
    const id = row.path.slice(row.path.lastIndexOf("/") + 1, row.path.lastIndexOf("."));
    const drawing = make("img", "rub");
    const { marks } = document.querySelector("template[data-finder-parts]").dataset;
    Object.assign(drawing, { alt: "", width: 64, height: 64, loading: "lazy", decoding: "async" });
    drawing.src = root() + marks.replace("*", id);
    return drawing;
  };

  const number = (iso) => String(+iso.slice(8));
  /* The year is said where it is another one. */
  const year = (iso) => (iso.startsWith(today.slice(0, 4)) ? "" : `${+iso.slice(0, 4)}年`);
  const month = (iso) => `${year(iso)}${+iso.slice(5, 7)}月`;
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
      small(
        first.slice(0, 7) === last.slice(0, 7)
          ? month(first)
          : `${year(first)}${+first.slice(5, 7)}—${+last.slice(5, 7)}月`,
      ),
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
    if (["base", "venue", "notice", "organisation"].includes(row.kind)) return make("p", "sign", part(row.kind));
    if (row.days || row.gone) return dated(row);
    const told = row.shape === "unknown" ? "" : year(row.first);
    return make(
      "p",
      `date ${row.shape}`,
      make("b", row.plate.length > 3 ? "plate long" : "plate", row.plate || "待定"),
      told ? small(told) : null,
    );
  };

  const SEEN = ["title", "sub", "when", "place", "by", "area", "status", "call"];
  const WORDS = {
    base: "科普基地",
    venue: "活动场地",
    district: "区县",
    topic: "主题，看它的活动",
    audience: "适合谁，看有哪些活动",
    organisation: "办活动的单位",
    campaign: "各届活动",
    notice: "通知",
  };
  const AROUND = 12;
  /* What it was found by, where that is nothing that a line shows: a word, or a piece of its text. */
  const why = (row, terms) => {
    const seen = finder.normal(SEEN.map((field) => row[field]).join("\n"));
    const unseen = terms.filter(({ text, date, near }) => !date && !near && !seen.includes(text));
    const words = `${row.terms} ${row.more}`
      .split(" ")
      .filter((word) => unseen.some(({ text }) => finder.normal(word).includes(text)));
    if (words.length || !row.text) return [...new Set(words)].slice(0, 2);
    const text = row.words.text.normal;
    const at = unseen.map((term) => [text.indexOf(term.text), term.text.length]).find(([place]) => place >= 0);
    if (!at || text.length !== row.text.length) return [];
    const [from, to] = [Math.max(0, at[0] - AROUND), at[0] + at[1] + AROUND];
    return [`${from ? "…" : ""}${row.text.slice(from, to)}${to < row.text.length ? "…" : ""}`];
  };
  const where = (row, terms) => {
    if (!row.place && !row.area) return null;
    const near = row.kind === "district" || row.place.startsWith(row.area) ? [] : shown(row, "area", terms);
    const away = finder.away(row);
    const made = make(
      "p",
      "at",
      part("place"),
      make("span", "", row.place ? make("b", "", ...shown(row, "place", terms)) : null, row.place ? " " : "", ...near),
    );
    if (away) made.append(make("span", "away", away));
    return near.length || row.place ? made : null;
  };
  /* Of its time what the stub does not say: the hours, what is not known. One of several times is said whole. */
  const DAYS = /^(\d+年)?\d+月\d+日(—(\d+年)?(\d+月)?\d+日)?( 周[一二三四五六日])? ?/;
  const MONTHS = /^\d+年\d+月(—\d+月)?内，/;
  const isSaid = ({ days, gone }) =>
    !gone && new Set(days.split(/[ /]/).map((iso) => iso.slice(0, 7))).size === 1 && !days.includes(" ");
  const time = (row) => {
    if (row.kind !== "activity") return row.when;
    if (row.days) return isSaid(row) ? row.when.replace(DAYS, "") : row.when;
    if (row.shape === "month") return row.when.replace(MONTHS, "");
    return row.gone ? row.when : row.when.replace(`${row.first.slice(0, 4)}年`, "");
  };
  /* A range stays on one line: 14:15—16:00. */
  const RANGE = /([^\s，、；（）—]{1,11}—[^\s，、；（）—]{1,11})/;
  const timed = (text, terms) =>
    text.split(RANGE).flatMap((piece, place) => {
      const nodes = piece ? marked(piece, "", terms) : [];
      return place % 2 ? [make("span", "together", ...nodes)] : nodes;
    });
  const facts = (row, terms) => {
    const one = (text, reading) =>
      make("li", "", ...(reading === null ? timed(text, terms) : marked(text, reading, terms)));
    const by = row.by === row.place ? "" : row.by;
    return [
      [WORDS[row.kind] || "", ""],
      [time(row), null],
      [by, row.words.by.reading],
    ]
      .filter(([text]) => text)
      .map(([text, reading]) => one(text, reading))
      .concat(why(row, terms).map((text) => make("li", "why", ...marked(text, "", terms))));
  };

  const call = (row) => {
    if (!row.call) return null;
    const made = make(row.tel ? "a" : "span", row.tel ? "call bare" : "call bare masked", part("phone"));
    if (row.tel) {
      made.href = row.tel;
      made.append(make("span", "said", "打电话 "));
    }
    made.append(row.call);
    return made;
  };
  const answered = (row, open) => {
    const short = (open || []).map(([name, value]) => (finder.wording(name, value) || {}).short).filter(Boolean);
    if (short.length) return make("span", "answer ask", part("m-ask"), `${[...new Set(short)].join("、")}待问`);
    if (!row.answer || row.past) return null;
    const [shape, ...word] = row.answer.split(" ");
    return make("span", `answer ${shape}`, part(`m-${shape}`), word.join(" "));
  };

  finder.line = (row, terms, open) => {
    const link = make("a", "", ...shown(row, "title", terms));
    link.href = root() + row.path;
    const head = make("h3", "", link);
    if (row.sub) head.append(make("span", "sub", ...marked(row.sub, "", terms)));
    const what = make("div", "what", rub(row), head);
    if (row.status) what.append(make("b", "status", row.status));
    const feet = [answered(row, open), call(row)].filter(Boolean);
    what.append(...[where(row, terms), make("ul", "said-of", ...facts(row, terms))].filter(Boolean));
    if (feet.length) what.append(make("div", "feet", ...feet));
    return make("li", `found of-${row.kind}${row.past ? " past" : ""}`, stub(row), what);
  };
})();
