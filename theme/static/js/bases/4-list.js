/* The list of the bases: which rows stand in it, in which order, with which numbers. Those that fit come first; those of
   which it is not written stand after them, under a head of their own; what does not fit is not there. */
(() => {
  "use strict";
  const { atlas } = ScienceWeek;
  const collator = new Intl.Collator("zh-CN");
  const ANSWERS = { open: 0, here: 0 };

  const make = (tag, name, ...parts) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...parts);
    return element;
  };

  ScienceWeek.behaviour("base list", "[data-list-and-map]", (whole) => {
    const list = whole.querySelector("#base-list");
    const unsure = whole.querySelector("[data-perhaps-list]");
    const head = whole.querySelector("[data-perhaps-head]");
    const picked = whole.querySelector("[data-picked]");
    const districts = whole.querySelector("[data-district-list]");
    const more = whole.querySelector("[data-more]");
    const form = document.querySelector("[data-bases-filter]");
    const named = Object.fromEntries(atlas.districts.map(({ id, name }, place) => [id, { name, place }]));
    const FIRST = Number(whole.dataset.first);
    let limit = FIRST;

    const far = (entry) => (atlas.origin && entry.point ? atlas.distance(atlas.origin, entry.point) : Infinity);
    const first = ({ shape }) => ANSWERS[shape] ?? 1;
    const ORDERS = {
      name: (one, other) => collator.compare(one.name, other.name),
      district: (one, other) =>
        named[one.district].place - named[other.district].place || collator.compare(one.name, other.name),
      distance: (one, other) => far(one) - far(other) || one.number - other.number,
      "": (one, other) => first(one) - first(other) || one.number - other.number,
    };

    const narrowed = ({ q, district, order }) => (q || "").trim() || district || (atlas.origin && order === "distance");
    let sorted = [];
    const note = (entry, text) => {
      const now = entry.row.querySelector(".off-filter");
      if (now) now.remove();
      if (text) entry.row.querySelector("summary").append(make("span", "off-filter", text));
    };
    const put = (into, entries) => {
      entries.forEach((entry) => {
        const away = far(entry);
        entry.row.querySelector("[data-distance]").textContent =
          away < Infinity ? `${entry.radius ? "约" : ""}${atlas.kilometres(away)}` : "";
        ScienceWeek.numbered(entry.row, entry.place);
        note(entry, "");
      });
      // What stands in its place is not laid out again.
      const isThere =
        into.children.length === entries.length && entries.every(({ row }, at) => row === into.children[at]);
      if (!isThere) into.replaceChildren(...entries.map((entry) => entry.row));
      into.hidden = !entries.length;
    };
    const render = () => {
      const asked = atlas.asked();
      const order = ORDERS[asked.order] || ORDERS[""];
      const sure = Array.from(atlas.wanted).sort(order);
      const ask = Array.from(atlas.perhaps).sort(order);
      sorted = atlas.sharded && !narrowed(asked) ? [] : [...sure, ...ask];
      atlas.entries.forEach((entry) => {
        entry.place = 0;
      });
      sorted.forEach((entry, place) => {
        entry.place = place + 1;
      });
      const wanted = sorted.slice(0, limit);
      const apart = new Set(atlas.picked);
      const visible = wanted.filter((entry) => entry.row && !apart.has(entry));
      const isOff =
        atlas.chosen && atlas.chosen.row && !atlas.wanted.has(atlas.chosen) && !atlas.perhaps.has(atlas.chosen);
      const top = visible.filter((entry) => atlas.wanted.has(entry));
      if (isOff && !apart.has(atlas.chosen)) top.unshift(atlas.chosen);
      else if (atlas.chosen && atlas.chosen.row && !apart.has(atlas.chosen) && !visible.includes(atlas.chosen))
        top.unshift(atlas.chosen);
      put(list, top);
      const rest = visible.filter((entry) => atlas.perhaps.has(entry));
      put(unsure, rest);
      put(
        picked,
        atlas.picked.filter((entry) => entry.row),
      );
      if (isOff) note(atlas.chosen, "不符合现在的条件，是您选中的");
      atlas.tellPerhaps(head, ask.length);
      more.hidden = wanted.length >= sorted.length;
      more.firstElementChild.textContent = `再看${Math.min(FIRST, sorted.length - wanted.length)}处`;
      if (districts) districts.hidden = top.length + rest.length > 0;
    };

    /* The rows of those that stand first; the others when they are asked for. */
    const fetchRows = async () => {
      const missing = sorted.slice(0, limit).filter((entry) => !entry.row);
      if (!missing.length) return;
      atlas.tell("reading", "正在读……");
      await Promise.all(
        missing.map((entry) =>
          atlas.rows(entry).catch(() => {
            /* they are on a page of their own */
          }),
        ),
      );
      atlas.tell("reading", "");
      render();
    };
    const apply = (moved) => {
      const asked = atlas.asked();
      const before = [atlas.wanted.size, atlas.perhaps.size].join();
      atlas.wanted = new Set();
      atlas.perhaps = new Set();
      atlas.entries.forEach((entry) => {
        const fits = atlas.sort(entry, asked);
        if (fits) atlas.wanted.add(entry);
        else if (fits === null) atlas.perhaps.add(entry);
      });
      render();
      atlas.tell("counted", asked);
      atlas.tell("wanted", moved && before !== [atlas.wanted.size, atlas.perhaps.size].join());
    };
    let turn = 0;
    const change = async () => {
      limit = FIRST;
      turn += 1;
      const own = turn;
      const asked = atlas.asked();
      /* Of many files of names: what is found in those that are here already. */
      const heard = async (done, number) => {
        if (own !== turn || done === number) return own === turn;
        apply(true);
        if (sorted.length && !list.children.length && !unsure.children.length) await fetchRows();
        if (own === turn)
          atlas.tell(
            "reading",
            `${sorted.length ? `已找到${sorted.length}处，` : ""}在读其余的名字，${done}／${number}……`,
          );
        return own === turn;
      };
      if ((asked.q || "").trim() || (atlas.sharded && asked.district && ["name", "district"].includes(asked.order))) {
        try {
          await atlas.index(asked.district, heard);
        } catch (_) {
          /* then only what is there is found */
        }
        if (own !== turn) return;
      }
      apply(true);
      if (atlas.sharded) await fetchRows();
    };
    atlas.on("asked", change);

    more.firstElementChild.addEventListener("click", async () => {
      const place = list.children.length;
      limit += FIRST;
      render();
      await fetchRows();
      const next = list.children[place];
      if (next) next.querySelector("summary").focus();
    });
    if (districts)
      districts.addEventListener("click", (event) => {
        const link = event.target.closest("[data-district]");
        const select = form.elements.district;
        if (!link || !select) return;
        event.preventDefault();
        select.value = link.dataset.district;
        atlas.keep();
        change();
      });
    const entryOf = (event) => {
      const row = event.target.closest("li.base");
      return row ? atlas.entries[row.dataset.number] : null;
    };
    whole.addEventListener("click", (event) => {
      const entry = entryOf(event);
      if (!entry || !entry.point) return;
      if (event.target.closest("[data-show]")) {
        atlas.tell("side", "map");
        atlas.choose(entry, "list");
      } else if (event.target.closest("summary") && !entry.row.firstElementChild.open) atlas.choose(entry, "row");
    });
    [
      ["mouseover", entryOf],
      ["focusin", entryOf],
      ["mouseleave", () => null],
    ].forEach(([name, find]) => {
      [list, unsure, picked].forEach((part) => {
        part.addEventListener(name, (event) => atlas.light(find(event)));
      });
    });

    // On paper is what somebody asked for, all of it.
    let seen = FIRST;
    window.addEventListener("beforeprint", () => {
      if (atlas.sharded) return;
      [seen, limit] = [limit, Infinity];
      render();
    });
    window.addEventListener("afterprint", () => {
      if (atlas.sharded) return;
      limit = seen;
      render();
    });

    atlas.on("rows", render);
    atlas.on("picked", render);
    atlas.on("origin", () => {
      const order = form.elements.order;
      if (order) order.value = atlas.origin ? "distance" : "";
      atlas.keep();
      change();
    });
    atlas.on("lit", (entry) => {
      whole.querySelectorAll(".base.lit").forEach((row) => {
        row.classList.remove("lit");
      });
      if (entry && entry.row) entry.row.classList.add("lit");
    });
    atlas.on("chosen", (entry, by) => {
      if (entry && entry.row && !whole.contains(entry.row)) render();
      whole.querySelectorAll(".base.chosen").forEach((row) => {
        row.classList.remove("chosen");
        row.removeAttribute("aria-current");
      });
      if (!entry || !entry.row) return;
      entry.row.classList.add("chosen");
      entry.row.setAttribute("aria-current", "true");
      // Under the map it is seen, and the map with it.
      if (by === "map" && atlas.picked.includes(entry)) return;
      if (by === "address" || by === "map") entry.row.firstElementChild.open = true;
      if ((by === "address" || by === "map") && entry.row.getClientRects().length)
        entry.row.scrollIntoView({ block: by === "address" ? "center" : "nearest" });
    });

    if (Object.keys(atlas.asked()).length) change();
    else apply(false);
  });
})();
