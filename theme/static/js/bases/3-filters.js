/* The filters of the phone book: what is asked, in the form and in the address; and what came of it, in words.

     atlas.asked()     { q, type, district, today, free, wheelchair, unbooked, order } without what is empty
     atlas.keep()      puts that into the address, where it survives going back */
(() => {
  "use strict";
  const { atlas } = ScienceWeek;
  const CONDITIONS = Object.keys(atlas.CONDITIONS);

  ScienceWeek.behaviour("base filters", "[data-bases-filter]", (form) => {
    const result = form.querySelector("[data-result]");
    const relief = form.querySelector("[data-relief]");
    const panel = form.querySelector("[data-more-panel]");
    const opener = form.querySelector("[data-more-filters]");
    const chips = Array.from(form.querySelectorAll("[data-condition]"));
    const fields = () => Array.from(form.elements).filter(({ name }) => name && name !== "from");

    const press = (chip, isSet) => chip.setAttribute("aria-pressed", String(isSet));
    const unfold = (isOpen) => {
      panel.hidden = !isOpen;
      opener.setAttribute("aria-expanded", String(isOpen));
    };
    atlas.asked = () => {
      const asked = {};
      fields().forEach(({ name, value }) => {
        if (value.trim()) asked[name] = value;
      });
      chips.forEach((chip) => {
        if (chip.getAttribute("aria-pressed") === "true") asked[chip.dataset.condition] = "1";
      });
      return asked;
    };
    atlas.keep = () => {
      const asked = new URLSearchParams(atlas.asked()).toString();
      try {
        history.replaceState(null, "", `${location.pathname}${asked && "?"}${asked}${location.hash}`);
      } catch (_) {
        /* a browser that keeps file:// addresses as they are */
      }
    };
    const restore = () => {
      const asked = new URLSearchParams(location.search);
      fields().forEach((field) => {
        const value = asked.get(field.name) || "";
        const offered = field.tagName !== "SELECT" || Array.from(field.options).some((one) => one.value === value);
        // Whence is known to nobody but the one who said so, for as long as the page is open.
        field.value = offered && value !== "distance" ? value.slice(0, 100) : "";
      });
      chips.forEach((chip) => {
        press(chip, asked.get(chip.dataset.condition) === "1");
      });
      const folded = ["type", "district", "order", "wheelchair", "unbooked"];
      if (Object.keys(atlas.asked()).some((name) => folded.includes(name))) unfold(true);
    };

    const clear = (name) => {
      const chip = chips.find(({ dataset }) => dataset.condition === name);
      if (chip) press(chip, false);
      else form.elements[name].value = "";
    };
    const word = (name, asked) =>
      atlas.CONDITIONS[name]
        ? chips.find(({ dataset }) => dataset.condition === name).dataset.word
        : name === "q"
          ? asked.q.trim()
          : form.elements[name].selectedOptions[0].textContent.replace(/（\d+）$/, "");
    const without = (asked, name) => {
      const rest = { ...asked };
      delete rest[name];
      return rest;
    };
    /* Nothing found: which one condition stands in the way, and how many there would be without it. */
    const relieve = (asked) => {
      const names = Object.keys(asked).filter((name) => name !== "order");
      const ways = names
        .map((name) => ({ name, number: atlas.tally(without(asked, name)).reduce((one, other) => one + other) }))
        .filter(({ number }) => number);
      if (!ways.length && names.length) ways.push({ name: "", number: atlas.entries.length });
      relief.replaceChildren(
        ...ways.map(({ name, number }) => {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "chip";
          button.textContent = `${name ? `去掉“${word(name, asked)}”` : "全部去掉"}，有${number}处`;
          button.addEventListener("click", () => {
            (name ? [name] : names).forEach(clear);
            changed();
            form.elements.q.focus();
          });
          return button;
        }),
      );
      relief.hidden = !ways.length;
    };
    const told = (asked) => {
      const names = CONDITIONS.filter((name) => asked[name]);
      const [sure, unsure] = [atlas.wanted.size, atlas.perhaps.size];
      const words = (part) => names.map((name) => atlas.CONDITIONS[name][part]).join("、");
      if (!Object.keys(without(asked, "order")).length) return "";
      if (!sure && !unsure) return "没有找到。";
      const found = names.length ? `${sure}处${words("yes")}` : `找到${sure}处`;
      const ask = unsure ? `，另有${unsure}处没写${words("unsaid")}，可打电话问` : "";
      const others = names.length === 1 ? atlas.tally(without(asked, names[0]))[0] - sure - unsure : 0;
      return `${found}${ask}。${others ? `${others}处${words("no")}，没有列。` : ""}`;
    };
    /* The head over those of which it is not written. */
    atlas.tellPerhaps = (head, number) => {
      const names = CONDITIONS.filter((name) => atlas.asked()[name]);
      const words = (part) => names.map((name) => atlas.CONDITIONS[name][part]);
      head.hidden = !number;
      head.querySelector("b").textContent = `${number}处没写${words("unsaid").join("、")}`;
      head.querySelector("[data-ask]").textContent = `打电话时问一句“${words("ask").join("")}”`;
    };

    atlas.on("counted", (asked) => {
      const every = atlas.tally({ today: "1" })[0];
      document.querySelectorAll("[data-count-today]").forEach((number) => {
        number.textContent = every;
      });
      chips.forEach((chip) => {
        const [sure, unsure] = atlas.tally({ ...asked, [chip.dataset.condition]: "1" });
        chip.querySelector("b").textContent = sure;
        const perhaps = chip.querySelector(".perhaps");
        if (perhaps) perhaps.textContent = unsure ? `＋${unsure}?` : "";
        if (unsure) chip.title = `另有${unsure}处没有写`;
        else chip.removeAttribute("title");
      });
      result.textContent = told(asked);
      if (atlas.wanted.size + atlas.perhaps.size) relief.hidden = true;
      else relieve(asked);
    });
    atlas.on("reading", (word) => {
      result.textContent = word || told(atlas.asked());
      if (word) relief.hidden = true;
    });

    const changed = () => {
      atlas.keep();
      atlas.tell("asked");
    };
    form.addEventListener("click", (event) => {
      const chip = event.target.closest("[data-condition]");
      if (!chip) return;
      press(chip, chip.getAttribute("aria-pressed") !== "true");
      changed();
    });
    opener.addEventListener("click", () => unfold(panel.hidden));
    let pause;
    // While 拼音 are being typed the field holds half a word.
    form.addEventListener("input", (event) => {
      if (event.isComposing || event.target.name === "from") return;
      clearTimeout(pause);
      pause = setTimeout(changed, event.target.type === "search" ? 200 : 0);
    });
    form.addEventListener("compositionend", changed);
    form.elements.q.addEventListener(
      "focus",
      () => {
        atlas.index(atlas.asked().district, () => false).catch(() => {});
      },
      { once: true },
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.elements.q.blur();
    });
    form.addEventListener("change", (event) => {
      if (event.target.name === "order" && event.target.value === "distance" && !atlas.origin) atlas.tell("whence");
    });
    window.addEventListener("popstate", () => {
      restore();
      atlas.tell("asked");
    });
    restore();
  });
})();
