/* Conditions that one may set. Each answers for a row true, false, or null: nobody has written it. What is not written is never no.

     finder.fits(name, value)        the test of a row
     finder.asked(state)             [[name, value, test]] of what is chosen
     finder.wording(name, value)     { yes, open, ask, short } of what may be left open: 写明免费, 收不收费, 收费吗, 收费; else null */
(() => {
  "use strict";
  const { finder, today } = ScienceWeek;
  const DAY = 864e5;
  const later = (days) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const has = (list, value) => list === value || list.split(" ").includes(value);
  const trait = (value) => (row) => has(row.traits, value);
  const listed = (field) => (value) => (row) => has(row[field], value);

  /* [first, last] of its days; what was to be on a day is found there too, and says what became of it. */
  const spans = (row) => {
    if (!row.spans) {
      row.spans = `${row.days} ${row.gone}`
        .split(" ")
        .filter(Boolean)
        .map((span) => {
          const [first, last = first] = span.split("/");
          return [first, last];
        });
    }
    return row.spans;
  };
  /* Of what has no day, and may be then: nobody knows. A base may have hours. */
  const within = (from, to) => (row) => {
    if (spans(row).some(([first, last]) => first <= to && last >= from)) return true;
    if (row.kind === "base" && row.doors) {
      for (let day = from; day <= to; day = next(day))
        if (ScienceWeek.visit(row.doors, day).state === "open") return true;
    }
    const isOpen = row.kind === "activity" && spans(row).length === 0 && row.status === "";
    return isOpen && row.first <= to && row.last >= from ? null : false;
  };
  const next = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const ahead = (first, last) => within(later(first), later(last));
  const WHEN = {
    today: ahead(0, 0),
    tomorrow: ahead(1, 1),
    "after-tomorrow": ahead(2, 2),
    weekend: ahead(Math.max(6 - weekday, 0), 7 - weekday),
    "next-weekend": ahead(13 - weekday, 14 - weekday),
    "this-week": ahead(0, 7 - weekday),
    "next-week": ahead(8 - weekday, 14 - weekday),
    window: trait("window"),
    unfixed: (row) => row.kind === "activity" && row.days === "" && row.status === "",
  };

  const PLACES = ["activity", "base"];
  /* free/2024-05-31: until that day, and afterwards nobody knows. */
  const lasts = (traits, yes) => traits.split(" ").some((one) => one.startsWith(`${yes}/`) && today <= one.slice(-10));
  const either = (yes, no) => () => (row) =>
    has(row.traits, yes) ||
    lasts(row.traits, yes) ||
    (has(row.traits, no) || !PLACES.includes(row.kind) ? false : null);
  const aged = (row, from, to) => {
    if (!row.ages) return PLACES.includes(row.kind) ? null : false;
    const [first, last] = row.ages.split("-");
    return +first <= to && (last === "" || from <= +last);
  };
  const WITH = {
    children: [/亲子|儿童|少年|小学|幼|孩|娃/, 3, 12],
    pupils: [/学生|少年|小学|中学/, 6, 18],
    elders: [/老年|老人|长者/, 60, 120],
  };
  /* For whom it is, by its words, else by its ages; 公众 may be anybody. */
  const together = (who) => {
    const [words, from, to] = WITH[who] || [/$^/, 0, 0];
    return (row) => {
      if (!PLACES.includes(row.kind)) return false;
      if (words.test(row.terms) || words.test(row.title) || words.test(row.sub)) return true;
      if (row.ages) return aged(row, from, to);
      return row.audience === "" || has(row.audience, "public") ? null : false;
    };
  };
  const audience = (value) => (row) =>
    has(row.audience, value) || (row.audience === "" && row.kind === "activity" ? null : false);

  const TESTS = new Map([
    ["what", listed("kind")],
    ["when", (value) => (Object.hasOwn(WHEN, value) ? WHEN[value] : () => false)],
    ["district", listed("district")],
    ["topic", listed("topics")],
    ["audience", audience],
    ["form", listed("form")],
    ["campaign", listed("campaign")],
    ["admits", trait],
    ["free", either("free", "paid")],
    ["unbooked", either("unbooked", "booked")],
    ["wheelchair", either("wheelchair", "steps")],
    ["with", together],
    ["age", (value) => (row) => aged(row, +value, +value)],
    ["online", () => trait("online")],
  ]);
  finder.fits = (name, value) => TESTS.get(name)(value);
  finder.asked = (state) =>
    [...TESTS].filter(([name]) => state[name]).map(([name, test]) => [name, state[name], test(state[name])]);

  const WHOM = { children: "孩子", pupils: "学生", elders: "老人" };
  const WORDING = {
    free: () => ["写明免费", "收不收费", "收费吗", "收费"],
    unbooked: () => ["写明不用预约", "要不要预约", "要预约吗", "预约"],
    wheelchair: () => ["写明轮椅能进", "轮椅能不能进", "轮椅能进吗", "轮椅"],
    age: (value) => [`写明${value}岁能去`, "几岁能去", `${value}岁能去吗`, "几岁"],
    with: (value) => [`适合${WHOM[value]}`, `${WHOM[value]}能不能去`, `${WHOM[value]}能去吗`, "适合谁"],
    audience: () => ["", "适合谁", "适合谁", "适合谁"],
    when: () => ["", "是哪一天", "是哪一天", "哪一天"],
  };
  finder.wording = (name, value) => {
    if (!Object.hasOwn(WORDING, name)) return null;
    const [yes, open, ask, short] = WORDING[name](value);
    return { yes, open, ask, short };
  };
})();
