/* What is chosen: in the form, in the address, and which rows it leaves.

     finder.find(state)          the rows, best first; the state is { q, what, when, district, … } without empty values
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
    ["free", () => trait("free")],
    ["online", () => trait("online")],
  ]);

  finder.find = (state) => {
    const terms = finder.terms(state.q || "");
    const tests = [...TESTS].filter(([name]) => state[name]).map(([name, test]) => test(state[name]));
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
