/* Does a row hold all the words of a query, how well, and where.

     finder.terms(query)                the words, normal and few
     finder.score(row, terms)           0 the title begins with them, 1 it holds them, 2 by its reading, 3 elsewhere, -1 not at all
     finder.runs(text, reading, terms)  [text, is it a match] in order: joined they are the text */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const MOST = 8;
  const LONGEST = 40;
  const LATIN = /^[a-z0-9]+$/;

  finder.terms = (query) =>
    finder
      .normal(query.slice(0, 400))
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, MOST)
      .map((term) => term.slice(0, LONGEST));

  /* The readings of each sign of *text*: that of the word it stands in first, then all others, for names have their own. */
  const parts = (text, reading) => {
    const signs = Array.from(text);
    const syllables = reading.split(" ");
    return syllables.length === signs.length
      ? signs.map((sign, place) => [...new Set([syllables[place], ...(finder.sounds.get(sign) || [])])])
      : [];
  };
  const initials = (each) => each.map((ways) => [...new Set(ways.map((way) => way[0] || ""))]);
  /* Where *term* ends if it is read from the sign at *place* on; 0 if it is not. The last syllable may be half typed. */
  const end = (each, place, term) => {
    if (place === each.length) return 0;
    for (const way of each[place]) {
      if (way !== "" && way.startsWith(term)) return place + 1;
      if (term.startsWith(way)) {
        const last = end(each, place + 1, term.slice(way.length));
        if (last) return last;
      }
    }
    return 0;
  };
  /* [first, end) of the signs that are read as *term*, in full or by their initials; null if none are. */
  const span = (each, term) => {
    for (const one of [each, initials(each)]) {
      for (let place = 0; place < one.length; place += 1) {
        const last = one[place][0] === "" ? 0 : end(one, place, term);
        if (last) return [place, last];
      }
    }
    return null;
  };
  const heard = (row, field, term) => {
    if (!row.readings[field]) return false;
    if (!row.heard.has(field)) row.heard.set(field, parts(row[field], row.readings[field]));
    return span(row.heard.get(field), term) !== null;
  };

  const one = (row, term) => {
    const date = finder.date(term);
    if (row.name.startsWith(term)) return 0;
    if (date) return finder.falls(row, date) || finder.says(row.text, term) ? 3 : -1;
    if (row.name.includes(term)) return 1;
    const latin = LATIN.test(term);
    if (
      latin &&
      (row.full.includes(term) ||
        row.initials.includes(term) ||
        row.sounds.some((sound) => sound.includes(term)) ||
        heard(row, "title", term))
    )
      return 2;
    return row.text.includes(term) || (latin && finder.READ.some((field) => heard(row, field, term))) ? 3 : -1;
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
      if (
        mark(syllables, term, marked) ||
        mark(
          syllables.map((syllable) => syllable[0] || ""),
          term,
          marked,
        )
      )
        return;
      const found = span(parts(text, reading), term);
      if (found) marked.fill(true, ...found);
    });
    const runs = [];
    signs.forEach((sign, place) => {
      if (place && marked[place] === marked[place - 1]) runs[runs.length - 1][0] += sign;
      else runs.push([sign, marked[place]]);
    });
    return runs;
  };
})();
