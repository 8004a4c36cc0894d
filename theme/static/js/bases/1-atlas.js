/* What list and map have in common: the bases, which of them are wanted, which is chosen. Data: pins.js and further ones (views/maps/pins.py).

   An entry: {number, district, type, said, shape, point: {lat, lon} | null, radius, row: <li> | null, id, name, short, place}.
   *said* is what it says of each condition: true, false, or null where nobody has written it (2-conditions.js). *place* is its
   number in the list, from 1, and on its pin; 0 while it is in none. Of a long list only the first rows are elements when the page
   comes; the row of another is made when it is asked for. Those *wanted* fit; those *perhaps* might. Those *picked*
   stand under the map, where list and map take turns. atlas.origin is { lat, lon, word }: from where one starts.
   atlas.on("wanted" | "chosen" | "lit" | "picked" | "rows" | "origin", action) says when one of these has changed. */
(() => {
  "use strict";
  const heard = {};
  const atlas = {
    entries: [],
    wanted: new Set(),
    perhaps: new Set(),
    chosen: null,
    lit: null,
    picked: [],
    origin: null,
    districts: [],
    halls: [],
    names: [],
    sharded: false,
    on(event, action) {
      heard[event] = [...(heard[event] || []), action];
    },
    tell(event, ...words) {
      (heard[event] || []).forEach((action) => {
        action(...words);
      });
    },
  };

  class Entry {
    #row = null;
    text = "";
    constructor(known) {
      Object.assign(this, { place: 0, id: "", name: "", short: "", keys: "" }, known);
    }
    get row() {
      if (!this.#row && this.text) {
        const holder = document.createElement("template");
        holder.innerHTML = this.text; // the site's own row, escaped when it was drawn
        this.#row = holder.content.firstElementChild;
        ScienceWeek.run(this.#row);
      }
      return this.#row;
    }
    set row(row) {
      this.#row = row;
    }
  }

  /* What the files of pins hold, in their order; those that come with the map hold venues only. */
  const files = [];
  let taken = false;
  ScienceWeek.pinned = (pins) => {
    if (taken) atlas.halls.push(...pins.halls);
    else files.push(pins);
  };
  const take = (pins, homes) => {
    const answers = pins.answers.map(
      ([open, here, away]) => ScienceWeek.answer({ dataset: { open, here, away } }).shape,
    );
    let lon = 0;
    let lat = 0;
    pins.radius.forEach((radius, place) => {
      const known = pins.lon[place] !== null;
      if (known) {
        lon += pins.lon[place];
        lat += pins.lat[place];
      }
      const number = atlas.entries.length;
      atlas.entries.push(
        new Entry({
          number,
          district: homes[number],
          type: pins.types[pins.type[place]] || "",
          radius,
          said: atlas.said(pins.traits[pins.trait[place]], answers[pins.answer[place]]),
          shape: answers[pins.answer[place]],
          point: known ? { lat: lat / 1e5, lon: lon / 1e5 } : null,
        }),
      );
    });
    atlas.halls.push(...pins.halls);
    atlas.names.push(...pins.names);
  };
  const decode = () => {
    const [{ districts, sharded, indexed, leaf }] = files;
    const homes = districts.flatMap(({ id, number }) => Array(number).fill(id));
    const first = {}; // the number of the first base of each district
    districts.reduce((before, { id, number }) => {
      first[id] = before;
      return before + number;
    }, 0);
    Object.assign(atlas, { districts, sharded, indexed, leaf, first });
    files.forEach((pins) => {
      take(pins, homes);
    });
    taken = true;
    atlas.wanted = new Set(atlas.entries);
  };

  const adopt = (rows) =>
    rows.forEach((row) => {
      const entry = atlas.entries[row.dataset.number];
      if (!entry) return;
      Object.assign(entry, { row, id: row.id, name: row.dataset.name, short: row.dataset.short });
    });

  /* The rows that are still text: what stands for whoever has no script. */
  const ROW = /^<li class="base" id="([^"]*)" data-number="(\d+)" data-name="([^"]*)" data-short="([^"]*)"/;
  const plain = (text) =>
    text.includes("&") ? new DOMParser().parseFromString(text, "text/html").documentElement.textContent : text;
  const shelve = (texts) =>
    texts.forEach((text) => {
      const [, id, number, name, short] = ROW.exec(text);
      const entry = atlas.entries[number];
      if (entry) Object.assign(entry, { text, id, name: plain(name), short: plain(short) });
    });

  /* Shards: the rows of a district, as a script, because fetch does not work from a folder. */
  const asked = {};
  const load = (path, key) => {
    asked[key] =
      asked[key] ||
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = (document.body.dataset.root || "") + path;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          delete asked[key];
          reject(new Error(path));
        });
        document.head.append(script);
      });
    return asked[key];
  };
  ScienceWeek.shard = (text) => {
    const holder = document.createElement("template");
    holder.innerHTML = text; // the site's own rows, escaped when they were drawn
    const rows = Array.from(holder.content.querySelectorAll("li.base"));
    rows.forEach(ScienceWeek.run);
    adopt(rows);
    atlas.tell("rows");
  };
  /* That with the row of an entry: those of a district are in one or more, so many in each. */
  atlas.rows = async ({ number, district }) => {
    if (!atlas.sharded) return;
    const part = Math.floor((number - atlas.first[district]) / atlas.leaf) + 1;
    await load(`assets/bases/${district}${part > 1 ? `.${part}` : ""}.js`, `${district} ${part}`);
  };
  /* Id, name and keys, for one who searches, or comes with an address: so many bases to a file. */
  ScienceWeek.baseNames = (first, bases) =>
    bases.forEach(([id, name, keys], place) => {
      const entry = atlas.entries[first + place];
      if (entry) Object.assign(entry, { id, name, keys });
    });
  const AHEAD = 3;
  const read = new Set();
  const filesOf = (district) => [
    ...new Set(
      atlas.entries
        .filter((entry) => !district || entry.district === district)
        .map(({ number }) => Math.floor(number / atlas.indexed) + 1),
    ),
  ];
  const readNames = async (file) => {
    await load(`assets/bases${file > 1 ? `.${file}` : ""}.js`, ` names ${file}`);
    read.add(file);
  };
  /* Those of a *district*, or of all, one file after the other; *heard* is told how many of how many are here, and may end it by false. */
  atlas.index = async (district, heard) => {
    const all = filesOf(district);
    const wanted = all.filter((file) => !read.has(file));
    const before = all.length - wanted.length;
    for (const [at, file] of wanted.entries()) {
      wanted.slice(at + 1, at + AHEAD).forEach((next) => {
        readNames(next).catch(() => {});
      });
      await readNames(file);
      if (heard && (await heard(before + at + 1, all.length)) === false) return;
    }
  };
  atlas.find = async (id) => {
    const known = () => atlas.entries.find((entry) => entry.id === id);
    if (!known() && atlas.sharded) {
      // Most ids have that of their district in them: there first.
      const likely = atlas.districts.filter(({ id: district }) => `-${id}-`.includes(`-${district}-`));
      for (const { id: district } of [...likely, { id: "" }]) if (!known()) await atlas.index(district, () => !known());
    }
    const found = known();
    if (found) await atlas.rows(found);
    return found;
  };

  /* *by*: list, map, address. The rows may have to be fetched first. */
  atlas.choose = async (entry, by) => {
    if (entry && !entry.row) {
      try {
        await atlas.rows(entry);
      } catch (_) {
        return;
      }
    }
    atlas.chosen = entry;
    if (by !== "address")
      try {
        history.replaceState(null, "", location.pathname + location.search + (entry ? `#${entry.id}` : ""));
      } catch (_) {
        if (entry) location.hash = entry.id;
      }
    atlas.tell("chosen", entry, by);
  };

  /* The row of one is pointed at, or its pin; null for none. */
  atlas.light = (entry) => {
    if (atlas.lit === entry) return;
    atlas.lit = entry;
    atlas.tell("lit", entry);
  };

  /* Kilometres between two positions (haversine, mean radius of the earth). */
  atlas.distance = (one, other) => {
    const turn = (degrees) => (degrees * Math.PI) / 180;
    const half =
      Math.sin(turn(other.lat - one.lat) / 2) ** 2 +
      Math.cos(turn(one.lat)) * Math.cos(turn(other.lat)) * Math.sin(turn(other.lon - one.lon) / 2) ** 2;
    return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
  };
  atlas.kilometres = (distance) =>
    distance < 1 ? `${Math.round(distance * 20) * 50}米` : `${distance.toFixed(distance < 10 ? 1 : 0)}公里`;

  ScienceWeek.atlas = atlas;
  ScienceWeek.behaviour("atlas", "[data-list-and-map]", (whole) => {
    decode();
    adopt(Array.from(whole.querySelectorAll("li.base")));
    const rest = whole.querySelector("[data-rest]");
    if (rest) shelve(rest.textContent.split(/(?=<li class="base" )/).slice(1));
    const follow = async () => {
      const id = decodeURIComponent(location.hash.slice(1));
      const entry = id && (await atlas.find(id));
      if (entry) atlas.choose(entry, "address");
    };
    window.addEventListener("hashchange", follow);
    // After the others have begun to listen.
    setTimeout(follow, 0);
  });
})();
