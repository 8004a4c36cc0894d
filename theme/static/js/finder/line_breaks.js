/* Where the line of a found name may break: between its words, as it was told with the rows.

     finder.breaks(text)   where its words begin but the first, as places among its signs
     finder.wrapped(runs)  nodes, from the runs of finder.runs; what matches is a <mark> */
(() => {
  "use strict";
  const { finder } = ScienceWeek;

  finder.breaks = (text) => {
    const found = new Set();
    let at = 0;
    for (const digit of finder.lengths.get(text) || "") {
      at += Number.parseInt(digit, 36);
      found.add(at);
    }
    return found;
  };

  finder.wrapped = (runs) => {
    const { make } = finder;
    const may = finder.breaks(runs.map(([text]) => text).join(""));
    let at = 0;
    return runs.flatMap(([text, isMatch]) => {
      const own = [""];
      for (const sign of text) {
        if (may.has(at)) own.push(make("wbr"), "");
        own[own.length - 1] += sign;
        at += 1;
      }
      return isMatch ? make("mark", "", ...own) : own;
    });
  };
})();
