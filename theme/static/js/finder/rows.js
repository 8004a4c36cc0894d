/* The rows (formats/scripts.py): kept in the order in which they are shown, more of them read when they are wanted.

     finder.rows      all that are here: what is only today, what is still on, what comes next, what has no day; past ones last
     finder.want(f)   reads the first file; then calls f, again when there are twice as many rows as then, and when all are here
     finder.rest()    reads the other files, one after the other, the latest campaign first
     finder.complete  whether all are here
     finder.lengths   how long the runs of a text are between which its line may break (typesetting/phrases.py), by the text
     finder.sounds    all readings of characters that have several, by character

   A row holds its texts by their names, and by the same names in *row.words* what is known of each: many rows share a text, and
   what was found out of it for a query (words.js) is found out once. */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  Object.assign(finder, { rows: [], complete: false, sounds: new Map(), lengths: new Map() });
  const KINDS = ["district", "activity", "base", "venue", "topic", "audience", "organisation", "campaign", "notice"];
  const listeners = [];
  let files = null;
  let wanted = false;
  let resting = false;

  /* To order by: the next of its days, a single one before those of a span; without any, after all that have one. */
  const next = ({ days, first }) => {
    const spans = days ? days.split(" ").map((span) => span.split("/")) : [];
    const found = spans.find(([begins, ends = begins]) => ends >= ScienceWeek.today);
    if (!found) return `~${first}`;
    return (found[0] > ScienceWeek.today ? found[0] : ScienceWeek.today) + found.length;
  };

  const row = (fields, known, cells) => {
    const made = { words: {} };
    fields.forEach((field, place) => {
      const word = known[cells[place] || 0];
      made[field] = word.text;
      made.words[field] = word;
    });
    made.past = made.last !== "" && made.last < ScienceWeek.today;
    made.next = next(made);
    return made;
  };

  let told = 0; // rows that were there when it was told last
  const tell = () => {
    if (resting && !finder.complete && finder.rows.length < 2 * told) return;
    told = finder.rows.length;
    listeners.forEach((listener) => {
      listener();
    });
  };

  const before = (one, other) =>
    one.past - other.past ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.past ? other.first.localeCompare(one.first) : one.next < other.next ? -1 : one.next > other.next ? 1 : 0);

  ScienceWeek.rows = (given) => {
    Object.entries(given.sounds || {}).forEach(([sign, ways]) => {
      finder.sounds.set(sign, ways.split(" "));
    });
    (given.runs || []).forEach((runs, place) => {
      if (runs) finder.lengths.set(given.words[place], runs);
    });
    const known = given.words.map((text, place) => finder.word(text, given.readings[place]));
    const rows = given.rows.map((cells) => row(given.fields, known, cells));
    finder.rows = finder.rows.concat(rows).sort(before);
    files = files ? files.slice(1) : given.others;
    finder.complete = files.length === 0;
    tell();
    warm(rows);
    if (resting) further();
  };
  /* While nobody waits, what every query needs of a row is made. */
  const SLICE = 200;
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 30));
  const warm = (rows, from = 0) => {
    idle(() => {
      for (const row of rows.slice(from, from + SLICE)) finder.ready(row);
      if (from + SLICE < rows.length) warm(rows, from + SLICE);
    });
  };

  const read = (path) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.root + path;
    script.addEventListener("error", () => {
      console.error(`finder: no ${path}`);
      if (files) {
        files = files.slice(1);
        finder.complete = files.length === 0;
      }
      tell();
      if (resting) further();
    });
    document.head.append(script);
  };
  const further = () => {
    if (files && files.length) read(files[0]);
  };

  finder.want = (listener) => {
    listeners.push(listener);
    if (files) listener();
    else if (!wanted) read("assets/rows.js");
    wanted = true;
  };
  finder.rest = () => {
    if (resting) return;
    resting = true;
    further();
  };
})();
