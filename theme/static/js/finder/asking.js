/* What is found of what is asked.

     finder.ask(state)            { found, perhaps, terms, instead }; the state is { q, what, when, district, … } without empty values
                                  *found* are rows, best first; *perhaps* those of which something that is asked is not written, each
                                  { row, open: [[name, value]] }; *instead* is what was looked for, where nobody knows what was typed
     finder.sizes(state, chips)   [{ yes, perhaps }] for each [name, value]: what there would be if it were chosen too; what is over
                                  counts only where nothing else is left, and among the kinds of things
     finder.find(state), finder.unsaid(state)  the rows alone */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const LEVELS = 6;
  let known = { query: null, rows: null, complete: false };

  const scored = (terms) => {
    const kept = [];
    rows: for (const row of finder.rows) {
      let worst = 0;
      const open = [];
      for (const term of terms) {
        const score = finder.score(row, term);
        if (score === null) open.push(term.asked);
        else if (score < 0) continue rows;
        else worst = Math.max(worst, score);
      }
      kept.push({ row, worst, open });
    }
    return kept;
  };
  /* What fits the words, looked for once for each query. */
  const worded = (query) => {
    const { rows, complete } = finder;
    if (known.query !== query || known.rows !== rows || known.complete !== complete) {
      let terms = finder.terms(query);
      let entries = scored(terms);
      let instead = [];
      if (!entries.length && terms.length && complete) {
        const other = finder.nearest(terms, (...some) =>
          rows.some((row) => some.every((term) => finder.score(row, term) !== -1)),
        );
        if (other) {
          terms = other;
          entries = scored(terms);
          instead = terms.filter(({ near }) => near).map(({ seen }) => seen);
        }
      }
      terms = terms.flatMap((term) => [term, ...(term.others || [])]);
      known = { query, rows, complete, terms, entries, instead };
    }
    return known;
  };

  /* A part is told of by its whole; whoever asks for a name may mean either. */
  const standing = (rows, isNamed) => {
    if (isNamed || !rows.some(({ whole }) => whole)) return rows;
    const paths = new Set(rows.map(({ path }) => path));
    return rows.filter(({ whole }) => !paths.has(whole));
  };
  const near = (rows) => {
    if (!finder.origin) return rows;
    return rows
      .map((row) => [finder.far(row), row])
      .sort(([one], [other]) => one - other)
      .map(([, row]) => row);
  };

  /* Nobody asks about what is over, while there is something to come. */
  const isLive = (entries) => entries.some(({ row }) => row.kind === "activity" && !row.past);
  /* What has least to be asked comes first. */
  const least = (perhaps) => perhaps.sort((one, other) => one.open.length - other.open.length);

  finder.ask = (state) => {
    const { terms, entries, instead } = worded(state.q || "");
    const tests = finder.asked(state);
    const best = Array.from({ length: LEVELS }, () => []);
    const unwritten = new Map();
    const live = isLive(entries);
    each: for (const { row, worst, open } of entries) {
      const missing = [...open];
      for (const [name, value, test] of tests) {
        const fits = test(row);
        if (fits === null) missing.push([name, value]);
        else if (!fits) continue each;
      }
      if (missing.length) {
        if (!live || !row.past) unwritten.set(row, missing);
      } else best[worst].push(row);
    }
    const isNamed = terms.some(({ asked }) => !asked);
    const found = standing([].concat(...best), isNamed);
    const paths = new Set(found.map(({ path }) => path));
    const perhaps = standing([...unwritten.keys()], isNamed).filter(({ whole }) => isNamed || !paths.has(whole));
    return {
      terms,
      instead,
      found: near(found),
      perhaps: least(near(perhaps).map((row) => ({ row, open: unwritten.get(row) }))),
    };
  };
  finder.find = (state) => finder.ask(state).found;
  finder.unsaid = (state) => finder.ask(state).perhaps.map(({ row }) => row);

  finder.sizes = (state, chips) => {
    const { entries, terms } = worded(state.q || "");
    const tests = finder.asked(state);
    const sums = chips.map(([name, value]) => ({ name, test: finder.fits(name, value), yes: [], perhaps: [] }));
    const live = isLive(entries);
    for (const { row, open } of entries) {
      const said = tests.map(([name, , test]) => [name, test(row)]);
      const against = said.filter(([, fits]) => fits === false).map(([name]) => name);
      if (against.length > 1) continue;
      for (const sum of sums) {
        if (live && row.past && sum.name !== "what") continue;
        if (against.length && against[0] !== sum.name) continue;
        const fits = sum.test(row);
        if (fits === false) continue;
        const isOpen = fits === null || open.length || said.some(([name, also]) => also === null && name !== sum.name);
        if (!isOpen) sum.yes.push(row);
        else if (!live || !row.past) sum.perhaps.push(row);
      }
    }
    const isNamed = terms.some(({ asked }) => !asked);
    return sums.map(({ yes, perhaps }) => ({
      yes: standing(yes, isNamed).length,
      perhaps: standing(perhaps, isNamed).length,
    }));
  };
})();
