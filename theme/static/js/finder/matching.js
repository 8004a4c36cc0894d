/* Does a row hold all the words of a query, how well, and where.

     finder.terms(query)                the words, normal and few
     finder.score(row, terms)           0 the title begins with them, 1 it holds them, 2 by its reading, 3 elsewhere, -1 not at all
     finder.runs(text, reading, terms)  [text, is it a match] in order: joined they are the text */
(() => {
  "use strict";
  const finder = ScienceWeek.finder = ScienceWeek.finder || {};
  const MOST = 8;
  const LONGEST = 40;
  const LATIN = /^[a-z0-9]+$/;

  finder.terms = (query) => finder.normal(query.slice(0, 400)).split(/\s+/).filter(Boolean).slice(0, MOST).map((term) => term.slice(0, LONGEST));

  const one = (row, term) => {
    if (row.name.startsWith(term)) return 0;
    if (row.name.includes(term)) return 1;
    if (LATIN.test(term) && (row.full.includes(term) || row.initials.includes(term))) return 2;
    return row.text.includes(term) ? 3 : -1;
  };
  finder.score = (row, terms) => {
    let worst = 0;
    for (const term of terms) {
      const score = one(row, term);
      if (score < 0) return score;
      worst = Math.max(worst, score);
    }
    return worst;
  };

  /* Marks the characters of which *parts* (one for each) hold *term* when they are joined; says whether any do. */
  const mark = (parts, term, marked) => {
    const whole = parts.join("");
    const first = whole.indexOf(term);
    for (let at = first; at >= 0; at = whole.indexOf(term, at + term.length)) {
      let end = 0;
      parts.forEach((part, place) => {
        const start = end;
        end += part.length;
        if (start < at + term.length && at < end) marked[place] = true;
      });
    }
    return first >= 0;
  };
  finder.runs = (text, reading, terms) => {
    const signs = Array.from(text);
    const marked = signs.map(() => false);
    const written = signs.map(finder.normal);
    const syllables = reading.split(" ");
    terms.forEach((term) => {
      if (mark(written, term, marked) || !LATIN.test(term) || syllables.length !== signs.length) return;
      if (!mark(syllables, term, marked)) mark(syllables.map((syllable) => syllable[0] || ""), term, marked);
    });
    const runs = [];
    signs.forEach((sign, place) => {
      if (place && marked[place] === marked[place - 1]) runs[runs.length - 1][0] += sign;
      else runs.push([sign, marked[place]]);
    });
    return runs;
  };
})();
