/* Conditions that a base meets, or does not, or of which nobody has written: that is neither yes nor no.

     atlas.said(traits, shape)     { today, free, wheelchair, unbooked }: true, false, or null
     atlas.sort(entry, asked)      true, false or null for all that is asked together
     atlas.CONDITIONS              the words of each: yes, no, what is *unsaid*, and what one *asks* on the telephone */
(() => {
  "use strict";
  const { atlas, today } = ScienceWeek;

  atlas.CONDITIONS = {
    today: { yes: "今天能去", no: "今天不开", unsaid: "今天开不开", ask: "今天开门吗" },
    free: { yes: "写明免费", no: "写明收费", unsaid: "收不收费", ask: "收门票吗" },
    wheelchair: { yes: "轮椅可进", no: "轮椅进不去", unsaid: "轮椅能不能进", ask: "轮椅进得去吗" },
    unbooked: { yes: "不用预约", no: "要预约", unsaid: "要不要预约", ask: "要预约吗" },
  };

  // A day is the last on which it is known to be so.
  const known = (trait) => (trait === "yes" ? true : trait === "no" ? false : trait && today <= trait ? true : null);
  const ANSWERS = { open: true, here: true, shut: false };

  atlas.said = ({ free, wheelchair, unbooked }, shape) => ({
    today: ANSWERS[shape] ?? null,
    free: known(free),
    wheelchair: known(wheelchair),
    unbooked: known(unbooked),
  });

  const terms = (text) => (text || "").trim().toLowerCase().split(/\s+/).filter(Boolean);

  atlas.sort = (entry, asked) => {
    const fits =
      (!asked.type || entry.type === asked.type) &&
      (!asked.district || entry.district === asked.district) &&
      terms(asked.q).every((word) => entry.keys.includes(word));
    if (!fits) return false;
    let sure = true;
    for (const name of Object.keys(atlas.CONDITIONS)) {
      if (!asked[name] || entry.said[name]) continue;
      if (entry.said[name] === false) return false;
      sure = null;
    }
    return sure;
  };

  /* How many meet what is asked, and of how many it is not written: [number, number]. */
  atlas.tally = (asked) => {
    let [sure, unsure] = [0, 0];
    atlas.entries.forEach((entry) => {
      const fits = atlas.sort(entry, asked);
      if (fits) sure += 1;
      else if (fits === null) unsure += 1;
    });
    return [sure, unsure];
  };
})();
