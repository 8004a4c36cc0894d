/* Does a row hold a term, how well, and where.

     finder.score(row, term)      0 the title begins with it, 1 it holds it, 2 by its reading, 3 a name or a fact, 4 by its reading,
                                  5 the text; -1 not at all; null: nobody has written whether it is so
     finder.ready(row)            what every term needs of a row is made
     finder.runs(text, reading, terms)  [text, is it a match] in order: joined they are the text */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const NAMES = ["place", "by", "area", "terms", "sub", "when", "status", "more"];
  finder.NAMES = NAMES;

  const called = (row, text) => row.call !== "" && /\d{3}/.test(text) && digits(row.call).includes(digits(text));
  const digits = (text) => text.replace(/\D/g, "");
  const NUMBER = /^[\d+-]{3,}$/;

  const named = (row, term) => {
    let best = -1;
    for (const name of NAMES) {
      const level = finder.level(row.words[name], term);
      if (level === 0 || level === 1) return 3;
      if (level === 2 && name !== "more") best = 4;
    }
    return best;
  };
  /* All that a row says, in one: most rows say nothing of what is asked. */
  const all = (row) => {
    if (row.all === undefined) {
      row.all = ["title", ...NAMES, "sound", "text"].map((name) => row.words[name].normal).join("\n");
    }
    return row.all;
  };
  finder.ready = (row) => {
    all(row);
    for (const name of ["title", ...NAMES]) row.words[name].warm();
  };
  const written = (row, term) => {
    if (!term.latin && !term.date && !NUMBER.test(term.text) && !all(row).includes(term.text)) return -1;
    const title = finder.level(row.words.title, term);
    if (title === 0) return 0;
    if (term.date) {
      const fits = finder.falls(row, term.date) || finder.says(row.words.title.normal, term.text);
      return fits || NAMES.some((name) => finder.says(row.words[name].normal, term.text)) ? 3 : -1;
    }
    if (title > 0) return title;
    if (NUMBER.test(term.text) && called(row, term.text)) return 3;
    if (term.latin && row.sound && row.words.sound.normal.split(" ").some((sound) => sound.includes(term.text)))
      return 2;
    const name = named(row, term);
    if (name >= 0) return name;
    return row.text && finder.level(row.words.text, term) >= 0 ? 5 : -1;
  };
  /* The same, if only by the other name of an organisation. */
  const told = (row, term) => {
    if (!term.others) term.others = term.latin ? [] : finder.synonyms(term.text).map((text) => finder.term(text));
    let best = written(row, term);
    for (const other of term.others) {
      const found = written(row, other);
      if (found >= 0 && (best < 0 || found < best)) best = found;
    }
    return best;
  };
  finder.score = (row, term) => {
    if (term.near) return finder.isNear(row, term);
    const found = told(row, term);
    if (!term.asked || (found >= 0 && found < 3)) return found;
    const fits = finder.fits(...term.asked)(row);
    return fits === true ? 3 : found >= 0 ? found : fits === null ? null : -1;
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
    terms.forEach(({ text: term, latin }) => {
      if (mark(written, term, marked) || !latin || syllables.length !== signs.length) return;
      if (
        mark(syllables, term, marked) ||
        mark(
          syllables.map((syllable) => syllable[0] || ""),
          term,
          marked,
        )
      )
        return;
      const found = finder.heard(text, reading, term);
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
