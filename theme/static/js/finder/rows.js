/* The rows (formats/scripts.py): kept in the order in which they are shown, more of them read when they are wanted.

     finder.rows      all that are here: today's and coming things first, past ones last
     finder.want(f)   reads the first file; then calls f, and again whenever more rows have come
     finder.rest()    reads the other files, one after the other, the latest campaign first
     finder.complete  whether all are here
     finder.sounds    all readings of characters that have several, by character */
(() => {
  "use strict";
  const { finder } = ScienceWeek;
  Object.assign(finder, { rows: [], complete: false, sounds: new Map() });
  const KINDS = ["district", "activity", "base", "venue", "campaign", "notice"];
  const SHOWN = ["title", "sub", "when", "place", "by", "area", "status", "more"];
  const READ = ["title", "place", "by", "area"];
  const listeners = [];
  let files = null;
  let wanted = false;
  let resting = false;

  finder.READ = READ;
  finder.normal = (text) => text.normalize("NFKC").toLowerCase();

  const row = (given, cells) => {
    const made = { readings: {} };
    given.fields.forEach((field, place) => {
      const at = cells[place] || 0;
      made[field] = given.words[at];
      made.readings[field] = given.readings[at];
    });
    made.past = made.last !== "" && made.last < ScienceWeek.today;
    made.name = finder.normal(made.title);
    made.sounds = made.sound.split(" ").filter(Boolean);
    const heard = READ.map((field) => made.readings[field])
      .filter(Boolean)
      .map(sounds);
    [made.full, made.initials] = sounds(made.readings.title);
    const said = finder.normal(SHOWN.map((field) => made[field]).join("\n"));
    made.text = [said, made.sound, ...heard.map((two) => two.join("\n"))].join("\n");
    made.heard = new Map(); // what finder.heard has made of each name
    return made;
  };
  const sounds = (reading) => {
    const syllables = reading.split(" ");
    return [syllables.join(""), syllables.map((syllable) => syllable[0] || "").join("")];
  };

  const tell = () => {
    listeners.forEach((listener) => {
      listener();
    });
  };

  const before = (one, other) =>
    one.past - other.past ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    (one.first === other.first ? 0 : one.first < other.first === !one.past ? -1 : 1);

  ScienceWeek.rows = (given) => {
    Object.entries(given.sounds || {}).forEach(([sign, ways]) => {
      finder.sounds.set(sign, ways.split(" "));
    });
    finder.rows = finder.rows.concat(given.rows.map((cells) => row(given, cells))).sort(before);
    files = files ? files.slice(1) : given.others;
    finder.complete = files.length === 0;
    tell();
    if (resting) next();
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
    });
    document.head.append(script);
  };
  const next = () => {
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
    next();
  };
})();
