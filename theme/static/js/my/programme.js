/* 我的安排 (my.html): what was starred, by day, from the rows of the finder; nothing is known of it that they do not say.

     ScienceWeek.my.find(paths, done)   done(rows by path, whether all files were read)
     ScienceWeek.my.day(row)            the next of its days (ISO 8601), the last if all are over; "" without any
     ScienceWeek.my.hours(row)          { from, to }, minutes of that day; null where it is not written, *to* too */
(() => {
  "use strict";
  const found = new Map();
  let files = [];
  let busy = false;
  let again = false;
  let told = () => {};
  let wanted = [];

  const read = () => {
    if (wanted.every((path) => found.has(path)) || !files.length) {
      busy = false;
      if (again) begin();
      else told(found, files.length === 0);
      return;
    }
    const script = document.createElement("script");
    script.src = document.body.dataset.root + files[0];
    script.addEventListener("error", () => {
      files = files.slice(1);
      read();
    });
    document.head.append(script);
  };
  const begin = () => {
    busy = true;
    again = false;
    files = ["assets/rows.js"];
    read();
  };
  ScienceWeek.rows = ({ fields, words, rows, others }) => {
    const at = fields.indexOf("path");
    for (const cells of rows) {
      const path = words[cells[at]];
      if (wanted.includes(path))
        found.set(path, Object.fromEntries(fields.map((name, n) => [name, words[cells[n] || 0]])));
    }
    files = [...files.slice(1), ...others.filter((path) => !path.includes("/rows-notices."))];
    read();
  };

  const spans = ({ days }) => (days ? days.split(" ").map((span) => span.split("/")) : []);
  const day = (row) => {
    const all = spans(row);
    const next = all.find(([first, last = first]) => last >= ScienceWeek.today);
    if (!next) return all.length ? all[all.length - 1][0] : "";
    return next[0] > ScienceWeek.today ? next[0] : ScienceWeek.today;
  };
  const CLOCK = /(\d{1,2}):(\d{2})(?:—(\d{1,2}):(\d{2}))?/g;
  /* Of one day with one time; what has several says them in words. */
  const hours = (row) => {
    const all = spans(row);
    const times = Array.from(row.when.matchAll(CLOCK));
    if (all.length !== 1 || all[0].length > 1 || times.length !== 1) return null;
    const [h, m, toH, toM] = times[0].slice(1).map(Number);
    return { from: h * 60 + m, to: Number.isNaN(toH) ? null : toH * 60 + toM };
  };

  Object.assign(ScienceWeek.my, {
    find(paths, done) {
      wanted = paths;
      told = done;
      again = busy;
      if (!busy) begin();
    },
    day,
    hours,
    spans,
  });
})();
