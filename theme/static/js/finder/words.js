/* A text of the rows, and where it holds what was typed: as it is written, or as it is read.

     finder.word(text, reading)   the text, with all that is found out of it later
     finder.normal(text)          what is compared: one width, lower case
     finder.level(word, term)     0 it begins with the term, 1 it holds it, 2 by its reading, -1 not at all
     finder.heard(text, reading, latin)  [first, end) of the signs that are read so, in full or by their initials; null if none are */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  finder.normal = (text) => text.normalize("NFKC").toLowerCase();

  class Word {
    constructor(text, reading) {
      this.text = text;
      this.reading = reading;
      this.asked = 0; // the term that was looked for last, and what was found
      this.found = -1;
    }
    get normal() {
      if (this.made === undefined) this.made = finder.normal(this.text);
      return this.made;
    }
    get full() {
      if (this.joined === undefined) this.joined = this.reading.replaceAll(" ", "");
      return this.joined;
    }
    get initials() {
      if (this.first === undefined) this.first = this.reading.replace(/(\S)\S*/g, "$1").replaceAll(" ", "");
      return this.first;
    }
    /* Whether some sign may be read in several ways. */
    get several() {
      if (this.many === undefined) this.many = Array.from(this.text).some((sign) => finder.sounds.has(sign));
      return this.many;
    }
    warm() {
      return [this.normal, this.full, this.initials, this.several];
    }
    get ways() {
      if (this.each === undefined) this.each = parts(this.text, this.reading);
      return this.each;
    }
  }
  finder.word = (text, reading) => new Word(text, reading);

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
  const span = (each, term) => {
    for (const one of [each, initials(each)]) {
      for (let place = 0; place < one.length; place += 1) {
        const last = one[place][0] === "" ? 0 : end(one, place, term);
        if (last) return [place, last];
      }
    }
    return null;
  };
  finder.heard = (text, reading, latin) => span(parts(text, reading), latin);

  const look = (word, { text, latin }) => {
    const at = word.normal.indexOf(text);
    if (at >= 0) return at ? 1 : 0;
    if (!latin || !word.reading) return -1;
    if (word.full.includes(text) || word.initials.includes(text)) return 2;
    return word.several && span(word.ways, text) ? 2 : -1;
  };
  finder.level = (word, term) => {
    if (word.asked !== term.number) {
      word.found = word.text === "" ? -1 : look(word, term);
      word.asked = term.number;
    }
    return word.found;
  };
})();
