/* What is chosen: in the form, in the address, and which rows it leaves.

     finder.find(state)          the rows, best first; the state is { q, what, when, district, … } without empty values
     finder.unsaid(state)        rows that would fit, if what nobody has written of them were so: not yes, and not no
     finder.state(form)          what is chosen
     finder.restore(form)        chooses what the address says, as far as the form offers it
     finder.keep(state)          puts it into the address */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const { today, holds } = ScienceWeek;
  const later = (days) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const has = (list, value) => list === value || list.split(" ").includes(value);
  const trait = (value) => (row) => has(row.traits, value);
  const listed = (field) => (value) => (row) => has(row[field], value);

  /* What was to be on a day is found there too, and says what became of it. */
  const on = (row, day) => holds(row.days, day) || holds(row.gone, day);
  /* What may be said either way, or not at all: then it is null. */
  const ACTIVITIES = ["activity"];
  const PLACES = ["activity", "base"];
  const either = (yes, no, kinds) => () => (row) =>
    has(row.traits, yes) || (has(row.traits, no) || !kinds.includes(row.kind) ? false : null);
  const fits = (age) => (row) => {
    if (!row.ages) return ACTIVITIES.includes(row.kind) ? null : false;
    const [first, last] = row.ages.split("-");
    return +first <= +age && (last === "" || +age <= +last);
  };

  const WHEN = {
    today: (row) => on(row, today),
    tomorrow: (row) => on(row, later(1)),
    weekend: (row) => [6, 7].some((day) => weekday <= day && on(row, later(day - weekday))),
    window: trait("window"),
    unfixed: (row) => row.kind === "activity" && row.days === "" && row.status === "",
  };
  const TESTS = new Map([
    ["what", listed("kind")],
    ["when", (value) => WHEN[value]],
    ["district", listed("district")],
    ["topic", listed("topics")],
    ["audience", listed("audience")],
    ["form", listed("form")],
    ["campaign", listed("campaign")],
    ["admits", trait],
    ["free", either("free", "paid", ACTIVITIES)],
    ["unbooked", either("unbooked", "booked", ACTIVITIES)],
    ["wheelchair", either("wheelchair", "steps", PLACES)],
    ["age", fits],
    ["online", () => trait("online")],
  ]);

  const asked = (state) => [...TESTS].filter(([name]) => state[name]).map(([name, test]) => test(state[name]));
  finder.unsaid = (state) => {
    const terms = finder.terms(state.q || "");
    const tests = asked(state);
    return finder.rows.filter((row) => {
      const said = tests.map((test) => test(row));
      return said.includes(null) && !said.includes(false) && finder.score(row, terms) >= 0;
    });
  };

  finder.find = (state) => {
    const terms = finder.terms(state.q || "");
    const tests = asked(state);
    const best = [[], [], [], []];
    for (const row of finder.rows) {
      if (!tests.every((test) => test(row))) continue;
      const score = finder.score(row, terms);
      if (score >= 0) best[score].push(row);
    }
    const found = [].concat(...best);
    if (terms.length) return found;
    // A part is told of by its whole; whoever asks for a name may mean either.
    const paths = new Set(found.map(({ path }) => path));
    return found.filter(({ whole }) => !paths.has(whole));
  };

  finder.state = (form) => {
    const state = {};
    new FormData(form).forEach((value, name) => {
      if (value.trim()) state[name] = value;
    });
    return state;
  };

  const offered = (field, value) =>
    field.type === "radio" || field.type === "checkbox"
      ? field.value === value
      : field.tagName !== "SELECT" || Array.from(field.options).some((option) => option.value === value);

  finder.restore = (form) => {
    const asked = new URLSearchParams(location.search);
    Array.from(form.elements)
      .filter(({ name }) => name)
      .forEach((field) => {
        const value = asked.get(field.name) || "";
        if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
        else field.value = offered(field, value) ? value.slice(0, 400) : "";
      });
    // Of each row of radios one is chosen, whatever the address says.
    form.querySelectorAll('input[type="radio"][value=""]').forEach((none) => {
      if (!form.querySelector(`input[name="${none.name}"]:checked`)) none.checked = true;
    });
  };

  finder.keep = (state) => {
    const asked = new URLSearchParams(state).toString();
    try {
      history.replaceState(null, "", `${location.pathname}${asked && "?"}${asked}${location.hash}`);
    } catch (_) {
      /* a browser that keeps file:// addresses as they are */
    }
  };
})();
