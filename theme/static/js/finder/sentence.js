/* What was found, in a sentence.

     finder.sentence(state, asked, unit)  asked is what finder.ask gave
     finder.doubt(perhaps, unit)          { head, ask } over those of which something is not written */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  const ORDER = ["when", "free", "unbooked", "wheelchair", "with", "audience", "age"];
  const worded = (pairs) =>
    ORDER.flatMap((name) => {
      const values = new Set(pairs.filter(([one]) => one === name).map(([, value]) => value));
      return [...values].map((value) => finder.wording(name, value));
    });
  const openOf = (perhaps) => worded(perhaps.flatMap(({ open }) => open));

  finder.doubt = (perhaps, unit) => {
    const open = openOf(perhaps);
    return {
      head: `${perhaps.length}${unit}没写${[...new Set(open.map((one) => one.open))].join("、")}`,
      ask: `电话里问一句：${open.map((one) => `${one.ask}？`).join("")}`,
    };
  };
  finder.sentence = (state, { found, perhaps, terms, instead }, unit) => {
    const asked = [...Object.entries(state), ...terms.filter((term) => term.asked).map((term) => term.asked)];
    const yes = worded(asked)
      .map((one) => one.yes)
      .filter(Boolean);
    const past = found.filter((row) => row.past).length;
    const over = past && past < found.length ? `，其中${past}${unit}已结束` : past ? "，都已结束" : "";
    const such = yes.length ? `${yes.join("、")}的` : "";
    const none = instead.length ? `没有“${state.q.trim().slice(0, 20)}”，最接近的是“${instead.join(" ")}”：` : "";
    const what = found.length ? `找到${found.length}${unit}${such}${over}` : `没有找到${such}`;
    const also = perhaps.length ? `；另有${finder.doubt(perhaps, unit).head}，可以打电话问` : "";
    return none + what + also;
  };
})();
