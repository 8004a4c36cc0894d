/* The list beside the map: which rows are wanted, in which order, and which one is chosen. */
(() => {
  "use strict";
  const FIRST = 60;
  const { atlas } = ScienceWeek;
  const collator = new Intl.Collator("zh-CN");

  ScienceWeek.behaviour("base list", "[data-list-and-map]", (whole) => {
    const list = whole.querySelector(".base-list");
    const districts = whole.querySelector("[data-district-list]");
    const more = whole.querySelector("[data-more]");
    const form = document.querySelector("[data-bases-filter]");
    const result = form.querySelector("[data-result]");
    const choice = () => Object.fromEntries(new FormData(form));
    const named = Object.fromEntries(atlas.districts.map(({ id, name }, place) => [id, { name, place }]));
    let limit = FIRST;
    let waiting = 0;

    const matches = (entry, { text, type, district, today, free, wheelchair }) =>
      (!type || entry.type === type) &&
      (!district || entry.district === district) &&
      (!today || entry.shape === "open" || entry.shape === "here") &&
      (!free || entry.free) &&
      (!wheelchair || entry.wheelchair) &&
      text
        .trim()
        .toLowerCase()
        .split(/\s+/)
        .filter(Boolean)
        .every((word) => entry.keys.includes(word));

    const far = (entry) => (atlas.origin && entry.point ? atlas.distance(atlas.origin, entry.point) : Infinity);
    const ORDERS = {
      name: (one, other) => collator.compare(one.name, other.name),
      district: (one, other) =>
        named[one.district].place - named[other.district].place || collator.compare(one.name, other.name),
      distance: (one, other) => far(one) - far(other) || one.number - other.number,
      "": (one, other) => one.number - other.number,
    };

    const narrowed = ({ text, district, order }) => text.trim() || district || (atlas.origin && order === "distance");
    let sorted = [];
    const render = () => {
      const asked = choice();
      sorted =
        atlas.sharded && !narrowed(asked) ? [] : Array.from(atlas.wanted).sort(ORDERS[asked.order] || ORDERS[""]);
      const wanted = atlas.sharded ? sorted.slice(0, limit) : sorted;
      const visible = wanted.filter((entry) => entry.row);
      if (atlas.chosen && atlas.chosen.row && !visible.includes(atlas.chosen)) visible.unshift(atlas.chosen);
      visible.forEach((entry) => {
        const away = far(entry);
        entry.row.querySelector("[data-distance]").textContent =
          away < Infinity ? `${entry.radius ? "约" : ""}${atlas.kilometres(away)}` : "";
      });
      list.replaceChildren(...visible.map((entry) => entry.row));
      more.hidden = wanted.length >= sorted.length;
      more.firstElementChild.textContent = `再看${Math.min(FIRST, sorted.length - wanted.length)}处`;
      if (districts) districts.hidden = visible.length > 0;
    };
    const count = () => {
      const shapes = { open: 0, here: 0, away: 0, shut: 0, ask: 0 };
      let placed = 0;
      atlas.wanted.forEach((entry) => {
        shapes[entry.shape] += 1;
        if (entry.point) placed += 1;
      });
      document.querySelectorAll("[data-answers-key] [data-count]").forEach((number) => {
        number.textContent = shapes[number.dataset.count];
      });
      const all = atlas.wanted.size === atlas.entries.length;
      const nothing = "没有找到。换个词试试，或去掉几个条件。";
      result.textContent = waiting
        ? "正在读……"
        : atlas.wanted.size
          ? `${all ? "共" : "找到"}${atlas.wanted.size}处，地图上有${placed}处`
          : nothing;
    };

    /* The rows of those that stand first; the others when they are asked for. */
    const fetchRows = async () => {
      const missing = Array.from(
        new Set(
          sorted
            .slice(0, limit)
            .filter((entry) => !entry.row)
            .map((entry) => entry.district),
        ),
      );
      waiting = missing.length;
      if (!waiting) return;
      count();
      await Promise.all(
        missing.map((id) =>
          atlas.rows(id).catch(() => {
            /* they are on a page of their own */
          }),
        ),
      );
      waiting = 0;
      render();
      count();
    };
    const apply = (moved) => {
      const asked = choice();
      const before = atlas.wanted;
      atlas.wanted = new Set(atlas.entries.filter((entry) => matches(entry, asked)));
      render();
      count();
      if (before.size !== atlas.wanted.size || moved) atlas.tell("wanted", moved && before.size !== atlas.wanted.size);
    };
    const change = async () => {
      limit = FIRST;
      if (choice().text.trim() || (atlas.sharded && choice().order === "name")) {
        try {
          await atlas.index();
        } catch (_) {
          /* then only what is there is found */
        }
      }
      apply(true);
      if (atlas.sharded) await fetchRows();
    };

    let pause;
    form.elements.text.addEventListener(
      "focus",
      () => {
        atlas.index().catch(() => {});
      },
      { once: true },
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      clearTimeout(pause);
      pause = setTimeout(change, event.target.type === "search" ? 200 : 0);
    });
    form.addEventListener("change", (event) => {
      if (event.target.name === "order" && event.target.value === "distance" && !atlas.origin) atlas.tell("whence");
    });
    more.firstElementChild.addEventListener("click", async () => {
      const place = list.children.length;
      limit += FIRST;
      render();
      await fetchRows();
      const next = list.children[place];
      if (next) next.querySelector("a").focus();
    });
    if (districts)
      districts.addEventListener("click", (event) => {
        const link = event.target.closest("[data-district]");
        const select = form.elements.district;
        if (!link || !select) return;
        event.preventDefault();
        select.value = link.dataset.district;
        change();
      });
    list.addEventListener("click", (event) => {
      const row = event.target.closest("li.base");
      if (!row || (event.target.closest("a, button, input") && !event.target.closest("[data-show]"))) return;
      const entry = atlas.entries[row.dataset.number];
      if (entry.point) {
        if (event.target.closest("[data-show]")) atlas.tell("side", "map");
        atlas.choose(entry, "list");
      }
    });

    atlas.on("rows", () => {
      render();
    });
    atlas.on("origin", () => {
      const order = form.elements.order;
      if (order) order.value = atlas.origin ? "distance" : "";
      change();
    });
    atlas.on("chosen", (entry, by) => {
      if (entry && !list.contains(entry.row)) render();
      list.querySelectorAll(".chosen").forEach((row) => {
        row.classList.remove("chosen");
        row.removeAttribute("aria-current");
      });
      if (!entry || !entry.row) return;
      entry.row.classList.add("chosen");
      entry.row.setAttribute("aria-current", "true");
      if (by !== "list" && entry.row.getClientRects().length)
        entry.row.scrollIntoView({ block: by === "address" ? "center" : "nearest" });
    });
    count();
    render();
  });

  // Only on the big map's page: the way from a row to its pin.
  ScienceWeek.behaviour("show on map", "button[data-show]", (button) => {
    if (document.querySelector("[data-big-map]")) button.hidden = false;
  });

  /* On a phone one side at a time; the choice stays. */
  ScienceWeek.behaviour("map switch", "[data-map-switch]", (bar) => {
    const whole = document.querySelector("[data-list-and-map]");
    const turn = (side, moved = true) => {
      whole.classList.toggle("shows-map", side === "map");
      whole.classList.toggle("shows-list", side === "list");
      bar.querySelectorAll("[data-side]").forEach((button) => {
        button.setAttribute("aria-pressed", String(button.dataset.side === side));
      });
      if (side === "map") atlas.tell("shown");
      if (!moved) return;
      if (side === "list" && atlas.chosen && atlas.chosen.row) atlas.chosen.row.scrollIntoView({ block: "center" });
      else whole.scrollIntoView({ block: "start" });
    };
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("[data-side]");
      if (button) turn(button.dataset.side);
    });
    atlas.on("side", (side) => {
      if (bar.getClientRects().length) turn(side);
    });
    turn("list", false);
  });
})();
