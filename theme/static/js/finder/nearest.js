/* What is meant by a term that nothing has: two words run together, a question around a name, a name made short, a slip of one sign.

     finder.nearest(terms, isKnown)  other terms instead, null if there are none; isKnown(...terms) says whether some row has them all
     finder.isNear(row, term)        1 if its title is like the term, 3 if another of its names is, else -1 */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const FIELDS = ["title", "place", "by", "area", "terms", "more"];
  const NOISE =
    /电话号码|电话|号码|地址|在哪里|在哪儿|在哪|哪里有|哪里|哪儿|怎么去|怎么走|怎么|几点|什么时候|开放时间|开门|开不开|门票|有没有|有什么|有哪些|活动|附近|周边|可以|能去|我想|想去|请问|一下|的|了|吗|呢|去|看|玩|带/g;

  /* Where *text* has the signs of *term* in their order, and few between: 气象馆 in 气象科普馆. The shortest such piece. */
  const shortened = (text, term) => {
    let best = "";
    for (let start = text.indexOf(term[0]); start >= 0; start = text.indexOf(term[0], start + 1)) {
      let at = start;
      for (let place = 1; place < term.length && at >= 0; place += 1) at = text.indexOf(term[place], at + 1);
      const long = at - start + 1;
      if (at >= 0 && long <= term.length * 2 + 1 && (!best || long < best.length)) best = text.slice(start, at + 1);
    }
    return best;
  };
  /* Whether one sign more, less, other, or two changed about make *one* of *other*. */
  const slip = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let from = 0;
    while (from < one.length && from < other.length && one[from] === other[from]) from += 1;
    const rest = one.slice(from);
    const left = other.slice(from);
    if (rest.length > left.length) return rest.slice(1) === left;
    if (rest.length < left.length) return left.slice(1) === rest;
    return (
      rest.slice(1) === left.slice(1) || (rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2))
    );
  };
  /* The piece of *text* that is but a slip away from *term*. One half of the term is in it as it is. */
  const slipped = (text, term) => {
    const half = Math.ceil(term.length / 2);
    const halves = [term.slice(0, half), term.slice(half)];
    if (!halves.some((piece) => piece && text.includes(piece))) return "";
    for (const long of [term.length, term.length - 1, term.length + 1]) {
      if (long < 3) continue;
      for (let start = 0; start + long <= text.length; start += 1) {
        const piece = text.slice(start, start + long);
        if (piece[0] !== term[0] && piece[long - 1] !== term[term.length - 1]) continue;
        if (slip(piece, term)) return piece;
      }
    }
    return "";
  };
  /* The ways to be like a term, the surest first: each gives the piece of the word that is, or "". */
  const WAYS = {
    short: (word, { text, latin }) => (!latin && text.length > 2 ? shortened(word.normal, text) : ""),
    slip: (word, { text, latin }) => {
      if (!latin) return text.length > 2 ? slipped(word.normal, text) : "";
      const isLike = text.length > 4 && word.reading && (slipped(word.full, text) || slipped(word.initials, text));
      return isLike ? word.text : "";
    },
    sound: (word, term) => (!term.latin && term.text.length === 2 && word.reading ? sounding(word, term) : ""),
  };
  const like = (word, term) => (word.text ? WAYS[term.way](word, term) : "");
  /* Whether a word begins at *start*: 空气净化 has no 气净. Where nobody has told, any may. */
  const begins = ({ text }, start) => start === 0 || !finder.lengths.has(text) || finder.breaks(text).has(start);
  /* Of two signs one may be written as another that sounds the same: 气像. */
  const sounding = (word, term) => {
    const text = word.normal;
    for (let start = 0; start + 2 <= text.length; start += 1) {
      const piece = text.slice(start, start + 2);
      if ((piece[0] === term.text[0]) !== (piece[1] === term.text[1])) {
        const other = piece[0] === term.text[0] ? 1 : 0;
        const ways = finder.ways(term.text[other]);
        const isUnknown = ways.length === 0 && other === 1;
        if (isUnknown ? begins(word, start) : ways.some((way) => (word.ways[start + other] || []).includes(way)))
          return piece;
      }
    }
    return "";
  };
  /* The readings of a sign, by the names that have it. */
  let heard = { rows: null, signs: new Map() };
  finder.ways = (sign) => {
    if (heard.rows !== finder.rows) {
      const signs = new Map();
      const seen = new Set();
      for (const { words } of finder.rows) {
        for (const name of FIELDS) {
          const word = words[name];
          if (seen.has(word) || !word.reading) continue;
          seen.add(word);
          Array.from(word.text).forEach((one, place) => {
            if (!signs.has(one) && word.ways[place]) signs.set(one, word.ways[place]);
          });
        }
      }
      heard = { rows: finder.rows, signs };
    }
    return heard.signs.get(sign) || finder.sounds.get(sign) || [];
  };

  finder.isNear = (row, term) => {
    for (const name of FIELDS) {
      const word = row.words[name];
      if (word.asked !== term.number) {
        word.asked = term.number;
        word.found = like(word, term) ? 1 : -1;
      }
      if (word.found > 0) return name === "title" ? 1 : 3;
    }
    return -1;
  };

  /* Everyday words taken from both ends, questions left out. */
  const parted = (text) => {
    const terms = [];
    const plain = text.replace(NOISE, " ").trim();
    for (const piece of plain.split(/\s+/).filter(Boolean)) {
      let left = "";
      for (let rest = piece; rest; ) {
        const next = finder.everyday(rest);
        if (next) {
          if (left) terms.push(finder.term(left));
          left = "";
          terms.push(next[0]);
          rest = next[1];
        } else {
          left += rest[0];
          rest = rest.slice(1);
        }
      }
      if (left) terms.push(finder.term(left));
    }
    return terms;
  };
  const halved = ({ text }, isKnown) => {
    if (!/^\p{Script=Han}+$/u.test(text)) return null;
    for (let at = 2; at + 2 <= text.length; at += 1) {
      const both = [finder.term(text.slice(0, at)), finder.term(text.slice(at))];
      if (isKnown(...both)) return both;
    }
    return null;
  };
  const approached = (term) => {
    for (const way of Object.keys(WAYS)) {
      const near = { ...finder.term(term.text), date: null, near: true, way };
      const names = new Map();
      for (const { words } of finder.rows) {
        for (const name of FIELDS) {
          const word = words[name];
          if (!names.has(word)) names.set(word, like(word, near));
        }
      }
      const seen = [...names.values()].filter(Boolean).sort((one, other) => one.length - other.length)[0];
      if (seen) return [{ ...near, seen }];
    }
    return null;
  };
  const resolved = (term, isKnown) => {
    if (isKnown(term)) return [term];
    if (term.date || !/\p{L}/u.test(term.text)) return null;
    const parts = parted(term.text);
    if (parts.length && (parts.length > 1 || parts[0].text !== term.text)) {
      const each = parts.map((part) =>
        isKnown(part) ? [part] : part.latin ? null : halved(part, isKnown) || approached(part),
      );
      if (each.every(Boolean)) return each.flat();
    }
    return (term.latin ? null : halved(term, isKnown)) || approached(term);
  };
  finder.nearest = (terms, isKnown) => {
    if (terms.every((term) => isKnown(term))) return null;
    const each = terms.map((term) => resolved(term, isKnown));
    return each.every(Boolean) ? each.flat() : null;
  };
})();
