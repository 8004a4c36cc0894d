/* One name short and in full, as the organisations themselves are called: 科协 is 科学技术协会, because 市科协 is 重庆市科学技术协会.

     finder.synonyms(text)   the same text with the other name in it, one for each pair of names that it has one of */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const PLACE = /^.{1,7}?[省市区县州盟旗]/;
  const LEVEL = /^[省市区县州盟旗](?=..)/;
  const MOST = 4;

  /* Whether *full* has the signs of *short* in their order, the same first. */
  const shortens = (short, full) => {
    let at = -1;
    for (const sign of short) {
      at = full.indexOf(sign, at + 1);
      if (at < 0) return false;
    }
    return full[0] === short[0];
  };
  const pairs = (rows) => {
    const found = new Map();
    for (const { kind, title, more } of rows) {
      if (kind !== "organisation" || !more) continue;
      const full = finder.normal(title).replace(PLACE, "");
      for (const name of finder.normal(more).split(" ")) {
        const short = name.replace(LEVEL, "");
        const isShort = short.length > 1 && short.length < full.length;
        if (isShort && shortens(short, full)) found.set(`${short} ${full}`, [short, full]);
      }
    }
    return [...found.values()];
  };

  let known = { rows: null, pairs: [] };
  finder.synonyms = (text) => {
    if (known.rows !== finder.rows) known = { rows: finder.rows, pairs: pairs(finder.rows) };
    const others = known.pairs.flatMap(([short, full]) => {
      if (text.includes(full)) return [text.replace(full, short)];
      return text.includes(short) && !full.includes(short) ? [text.replace(short, full)] : [];
    });
    return [...new Set(others)].slice(0, MOST);
  };
})();
